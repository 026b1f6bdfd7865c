"""What the other reports of a record say of an undated one's day: dated copies of its text, and events that dated reports tell.

What only copies of one story tell dates none of them: an event counts for a report where the dated report that tells it rests on
another origin. A dated copy bounds its kin by itself, since copies appear within days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from treatywatch.dates import UncertainDay
from treatywatch.findings.dating.almanac import Happening
from treatywatch.findings.dating.clues import Clue, Option
from treatywatch.findings.dating.concepts import Concepts
from treatywatch.model.dating import Bound
from treatywatch.model.event import Assertion
from treatywatch.model.passage import Ground, Passage, Span
from treatywatch.model.report import Report, Story
from treatywatch.model.vocabulary import Modality, Position

BEFORE_COPY, AFTER_COPY = timedelta(days=2), timedelta(days=4)
"""Days by which copies and versions of one wire story lie apart (July 2018, 680 articles with their days: most on the same day)."""
OF_COPY, OF_PRESS = 3.0, 0.8
"""Weight of a dated copy, and sureness of an event that a report tells (an act of the shelf has 1)."""


@dataclass(frozen=True, slots=True)
class Company:
    """The dated reports of a record: which line each report is of, and what happened by each dated report's account."""

    lines: Mapping[str, frozenset[str]]
    dated: Mapping[str, UncertainDay]
    events: Mapping[str, tuple[Happening, ...]]

    def kin_of(self, report: str) -> frozenset[str]:
        """The reports that rest on one origin with this one."""
        return self.lines.get(report, frozenset()) - {report}

    def clues(self, report: str) -> tuple[Clue, ...]:
        """A clue for each dated copy of the report."""
        return tuple(_of_copy(kin, self.dated[kin]) for kin in sorted(self.kin_of(report)) if kin in self.dated)

    def happenings(self, report: str, treaties: Iterable[str]) -> tuple[Happening, ...]:
        """What dated reports of other origins tell of these treaties."""
        kin, about = self.kin_of(report) | {report}, set(treaties)
        return tuple(
            one for teller, told in self.events.items() if teller not in kin for one in told if one.treaty in about
        )


def gather(
    reports: Sequence[Report],
    stories: Iterable[Story],
    assertions: Iterable[tuple[str, Assertion]],
    dated: Mapping[str, UncertainDay],
    concepts: Concepts,
) -> Company:
    """Gather what the dated reports of a record know; `dated` are the days that are printed or given."""
    texts = {report.id: report.text for report in reports if report.id in dated}
    told: dict[str, list[Happening]] = {}
    for report, assertion in assertions:
        if report in texts and (happening := _happening(report, texts[report], assertion, concepts)) is not None:
            told.setdefault(report, []).append(happening)
    lines = {report: frozenset(line.reports) for story in stories for line in story.lines for report in line.reports}
    return Company(lines, dated, {report: tuple(found) for report, found in told.items()})


def _of_copy(kin: str, day: UncertainDay) -> Clue:
    low, high = day.earliest or day.latest, day.latest or day.earliest
    assert low is not None
    assert high is not None
    says = f"a copy or version of the same text is of {day.edtf}"
    note = Ground(source=kin, note=f"published {day.edtf} ({day.how})")
    anchor = low if low == high else None
    return Clue(None, (Option(low - BEFORE_COPY, high + AFTER_COPY, OF_COPY, Bound.NEAR, says, (note,), anchor),))


def _happening(report: str, text: str, assertion: Assertion, concepts: Concepts) -> Happening | None:
    event = assertion.event
    day = event.day
    if day is None or day.earliest is None or day.earliest != day.latest or event.treaty is None:
        return None
    if event.modality is not Modality.HAPPENED or assertion.position is not Position.AFFIRMS:
        return None
    passage = Passage.cut(report, text, Span(assertion.start, assertion.end))
    main = concepts.of_kind(event.kind)
    return Happening(
        f"{report}:{assertion.start}",
        event.treaty,
        day.earliest,
        day.earliest,
        frozenset(event.actors),
        main,
        concepts.features(passage.exact) | main,
        f"{event.kind.value}, by a report",
        (Ground(evidence=passage),),
        systems=frozenset(event.systems),
        sure=OF_PRESS,
    )
