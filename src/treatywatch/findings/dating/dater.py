"""Reading a report that carries no day: dated from its text, and read again as of that day, to a stable point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from treatywatch.dates import UncertainDay
from treatywatch.events.lexicon import ActionLexicon
from treatywatch.findings.dating.almanac import Almanac, Happening
from treatywatch.findings.dating.clues import Clue
from treatywatch.findings.dating.doubting import doubt, doubt_by_clues
from treatywatch.findings.dating.inferring import gather_clues, infer_day
from treatywatch.language.prose import Prose
from treatywatch.model.annotation import Annotation
from treatywatch.model.dating import Doubt, InferredDay
from treatywatch.model.report import Report
from treatywatch.shelf import Shelf

MOST_ROUNDS = 3
"""Readings of one report as of an inferred day: what names and offices mean changes with it. A day counts only if it narrows."""
MOST_DAYS = 10**6
NARROW = 14
"""Days from which on another round is not worth its time: of the sets in tests/labels/dating none got a better day by it."""


def is_dated(day: UncertainDay | None) -> bool:
    """Whether a day bounds itself, and was not inferred; a printed "July 5" without a year does not."""
    return day is not None and day.how != "inferred" and (day.earliest is not None or day.latest is not None)


def _width(day: InferredDay) -> int:
    return (day.latest - day.earliest).days if day.earliest and day.latest else MOST_DAYS


@dataclass(slots=True)
class Dater:
    """Dates reports. `understand` reads a prose; the treaties that reports name are loaded as they are first met."""

    shelf: Shelf
    actions: ActionLexicon
    understand: Callable[[Prose], Annotation]
    today: date
    _almanac: list[Almanac] = field(default_factory=list)

    @property
    def almanac(self) -> Almanac:
        """What the shelf knows of when things happened, made when the first report without a day is met."""
        if not self._almanac:
            self._almanac.append(Almanac.of(self.shelf, self.today))
        return self._almanac[0]

    def doubt(self, report: Report, prose: Prose, annotation: Annotation) -> Doubt | None:
        """Why the day that a report carries is doubted; None where it is not, or where the report speaks of no treaty of the shelf."""
        day = report.published
        if not is_dated(day) or day is None or not any(one.kind == "treaty" for one in prose.mentions):
            return None
        told = doubt(report, annotation)
        if told is not None:
            return told
        gathered = gather_clues(prose, annotation, self.almanac, self.actions)
        return doubt_by_clues(report.id, prose.text, day, gathered, self.today)

    def read(
        self, report: Report, prose: Prose, further: Sequence[Clue] = (), happenings: Sequence[Happening] = ()
    ) -> tuple[Annotation, InferredDay | None]:
        """The reading of a report without a day, as of the day inferred for it, and that day; None where nothing bounds it."""
        annotation, day = self.understand(prose), None
        for _ in range(MOST_ROUNDS):
            found = infer_day(report.id, prose, annotation, self.almanac, self.actions, further, happenings)
            if found is None or (day is not None and _width(found) >= _width(day)):
                break
            day = found
            prose = prose.as_of(day.day)
            annotation = self.understand(prose)
            if _width(day) <= NARROW:
                break
        return annotation, day
