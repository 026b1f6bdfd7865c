from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import UncertainDay
from treatywatch.findings.corroborate import corroborate_events, corroborate_statements
from treatywatch.model.entry import Told, ToldEvent, ToldStatement
from treatywatch.model.event import Assertion, Event
from treatywatch.model.passage import Span
from treatywatch.model.statement import Speaker, Statement
from treatywatch.model.vocabulary import EventKind, Modality, QuoteKind, Stance

JULY_5 = UncertainDay.on(date(2019, 7, 5), "given")


def told(
    content: str,
    *,
    report: str = "report:a",
    line: str | None = "story:1#0",
    actor: str = "jens-stoltenberg",
    stance: Stance = Stance.REPORT,
    targets: tuple[str, ...] = (),
    published: UncertainDay | None = JULY_5,
    negated: bool = False,
) -> ToldStatement:
    speaker = Speaker(actor, actor, None, None, None, None)
    span = Span(0, len(content))
    statement = Statement(
        id=f"statement:{report}:{content[:12]}",
        speaker=speaker,
        cue=None,
        content=(span,),
        kind=QuoteKind.INDIRECT,
        stance=stance,
        evidence=span,
        targets=targets,
        negated=negated,
    )
    return ToldStatement(Told(report, content, published, line, None), statement)


REWORDED = [
    (
        "the chances of rescuing the accord were shrinking with every week that passed",
        "the chances of rescuing the agreement were shrinking by the week",
    ),
    (
        "the inspections had to resume before any new round of talks",
        "inspections must resume before a new round of talks",
    ),
    (
        "its new missile flew no further than 480 kilometres and so respected the treaty",
        "its new missile flies no farther than 480 kilometres, and so respects the treaty",
    ),
]
DIFFERENT = [
    (
        "the alliance would answer in a measured and defensive way",
        "the alliance had no plan to put new nuclear missiles in Europe",
    ),
    ("Moscow had broken the treaty for years", "Moscow still had six months to save the treaty"),
    ("the limits would be kept for one more year", "the inspections would not resume this year"),
]


@pytest.mark.parametrize(("one", "other"), REWORDED)
def test_a_reworded_statement_of_one_speaker_is_one_entry(one: str, other: str) -> None:
    entries = corroborate_statements([told(one), told(other, report="report:b")])
    assert len(entries) == 1
    assert entries[0].reports == ("report:a", "report:b")


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_different_statements_of_one_speaker_stay_two(one: str, other: str) -> None:
    assert len(corroborate_statements([told(one), told(other, report="report:b")])) == 2


def test_copies_of_one_wire_count_as_one_line() -> None:
    text = "the alliance would answer in a measured and defensive way"
    entries = corroborate_statements([told(text, report=f"report:{n}") for n in "abcde"])
    assert [entry.lines for entry in entries] == [1]


def test_two_independent_reports_count_as_two_lines() -> None:
    text = "the alliance would answer in a measured and defensive way"
    one, other = told(text), told(text, report="report:b", line="story:2#0")
    assert corroborate_statements([one, other])[0].lines == 2


def test_unknown_lineage_stays_unknown_and_is_never_counted_as_independent() -> None:
    text = "the alliance would answer in a measured and defensive way"
    assert corroborate_statements([told(text), told(text, report="report:b", line=None)])[0].lines is None


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    text = "the other side broke the treaty first and must mend it"
    assert len(corroborate_statements([told(text, actor="ru"), told(text, actor="us", report="report:b")])) == 2


def test_accusations_of_different_targets_are_two_statements() -> None:
    text = "violating the agreement over many years"
    one = told(text, stance=Stance.ACCUSE, targets=("ru",))
    other = told(text, stance=Stance.ACCUSE, targets=("us",), report="report:b")
    assert len(corroborate_statements([one, other])) == 2


def test_a_denial_is_never_merged_with_what_it_denies() -> None:
    text = "the missile violates the agreement on medium ranges"
    one, other = told(text, stance=Stance.ACCUSE), told(text, stance=Stance.DENY, report="report:b")
    assert len(corroborate_statements([one, other])) == 2


def test_a_sentence_repeated_years_later_is_a_new_statement() -> None:
    text = "the alliance would answer in a measured and defensive way"
    later = UncertainDay.on(date(2021, 7, 5), "given")
    assert len(corroborate_statements([told(text), told(text, report="report:b", line="x", published=later)])) == 2


def happening(
    day: UncertainDay | None,
    *,
    kind: EventKind = EventKind.SUSPEND,
    actors: tuple[str, ...] = ("ru",),
    treaty: str | None = "inf",
    modality: Modality = Modality.HAPPENED,
    report: str = "report:a",
    line: str | None = "story:1#0",
) -> ToldEvent:
    event = Event(kind=kind, actors=actors, modality=modality, treaty=treaty, day=day)
    return ToldEvent(Told(report, "x" * 10, JULY_5, line, None), Assertion(f"event:{report}:{day}", event, 0, 10))


def uncertain(text: str, low: date, high: date) -> UncertainDay:
    return UncertainDay(text, low, high, None, "told")


def test_one_happening_told_with_a_day_and_with_its_month_is_one_event_of_that_day() -> None:
    month = uncertain("2019-03", date(2019, 3, 1), date(2019, 3, 31))
    day = UncertainDay.on(date(2019, 3, 4), "told")
    entries = corroborate_events([happening(month), happening(day, report="report:b", line="y")])
    assert len(entries) == 1
    assert entries[0].event.day == day
    assert entries[0].lines == 2


def test_a_planned_and_a_done_withdrawal_are_two_events() -> None:
    day = UncertainDay.on(date(2019, 8, 2), "told")
    one = happening(day, kind=EventKind.WITHDRAW, modality=Modality.PLANNED)
    other = happening(day, kind=EventKind.WITHDRAW, report="report:b")
    assert len(corroborate_events([one, other])) == 2


def test_the_suspensions_of_two_states_are_two_events() -> None:
    day = UncertainDay.on(date(2019, 2, 2), "told")
    assert len(corroborate_events([happening(day), happening(day, actors=("us",))])) == 2


def test_both_sides_suspension_and_that_of_one_side_are_two_events() -> None:
    day = UncertainDay.on(date(2019, 3, 4), "told")
    assert len(corroborate_events([happening(day), happening(day, actors=("us", "ru"))])) == 2


def test_talks_told_of_one_side_are_the_talks_of_both() -> None:
    day = UncertainDay.on(date(2019, 7, 5), "told")
    one = happening(day, kind=EventKind.TALKS, actors=("nato", "ru"))
    other = happening(day, kind=EventKind.TALKS, actors=("ru", "sergei-ryabkov"), report="report:b")
    assert len(corroborate_events([one, other])) == 1


def test_the_person_who_acts_for_a_state_is_no_second_actor() -> None:
    day = UncertainDay.on(date(2019, 7, 3), "told")
    one = happening(day, kind=EventKind.SIGN_LAW, actors=("ru", "vladimir-putin"))
    other = happening(day, kind=EventKind.SIGN_LAW, report="report:b")
    assert len(corroborate_events([one, other])) == 1


def test_events_of_days_that_cannot_be_the_same_are_two() -> None:
    one, other = UncertainDay.on(date(2019, 2, 2), "told"), UncertainDay.on(date(2019, 3, 4), "told")
    assert len(corroborate_events([happening(one), happening(other)])) == 2


@given(
    st.lists(st.tuples(st.sampled_from([text for pair in REWORDED + DIFFERENT for text in pair]), st.integers(0, 5)))
)
def test_nothing_told_is_lost_and_nothing_is_counted_twice(tellings: list[tuple[str, int]]) -> None:
    items = [told(text, report=f"report:{number}") for text, number in tellings]
    entries = corroborate_statements(items)
    assert sum(len(entry.members) for entry in entries) == len(items)
