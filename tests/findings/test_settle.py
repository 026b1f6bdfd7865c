from __future__ import annotations

from datetime import date

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.settle import reported_acts, settle
from treatywatch.model.entry import EventEntry, Told, ToldEvent
from treatywatch.model.event import Assertion, Event
from treatywatch.model.law import Act
from treatywatch.model.vocabulary import EventKind, Modality, SourceKind

AUGUST_2 = UncertainDay.on(date(2019, 8, 2), "told")
JULY_5 = UncertainDay.on(date(2019, 7, 5), "given")


def act(kind: EventKind, actor: str = "us", source_kind: SourceKind = SourceKind.OFFICIAL, **days: str) -> Act:
    return Act(
        id=f"act:inf:{actor}-{kind}",
        kind=kind,
        actors=(actor,),
        says="an act",
        source=("notice",),
        source_kind=source_kind,
        verified=True,
        **{name: PlainDay.parse(day) for name, day in days.items()},  # type: ignore[arg-type]
    )


NOTICE = act(EventKind.NOTIFY_WITHDRAWAL, notified="2019-02-02", effective="2019-08-02")
DECREE = act(EventKind.SUSPEND, "ru", effective="2019-03-04")


def entry(
    kind: EventKind,
    actors: tuple[str, ...] = ("us",),
    day: UncertainDay | None = None,
    modality: Modality = Modality.HAPPENED,
    published: UncertainDay | None = JULY_5,
) -> EventEntry:
    event = Event(kind=kind, actors=actors, modality=modality, treaty="inf", day=day)
    told = ToldEvent(Told("report:a", "…", published, "line", None), Assertion("assertion:1", event, 0, 1))
    return EventEntry("event:1", event, ("report:a",), 1, (), (told,))


def settled(one: EventEntry, *acts: Act) -> EventEntry:
    return settle([one], {"inf": acts})[0]


def test_a_planned_withdrawal_is_settled_by_the_notice_that_takes_effect_on_its_day() -> None:
    one = settled(entry(EventKind.WITHDRAW, day=AUGUST_2, modality=Modality.PLANNED), NOTICE)
    assert one.settled
    assert one.acts == (NOTICE.id,)


def test_the_day_of_the_notice_is_no_day_of_withdrawal() -> None:
    assert not settled(entry(EventKind.WITHDRAW, day=UncertainDay.on(date(2019, 2, 2), "told")), NOTICE).settled


def test_a_suspension_in_march_is_settled_by_the_decree_of_march() -> None:
    march = UncertainDay("2019-03", date(2019, 3, 1), date(2019, 3, 31), None, "told")
    assert settled(entry(EventKind.SUSPEND, ("ru",), march), DECREE).settled


def test_the_suspension_of_both_sides_is_settled_only_when_each_has_its_act() -> None:
    both = entry(EventKind.SUSPEND, ("us", "ru"))
    theirs = act(EventKind.ANNOUNCE_SUSPENSION, announced="2019-02-01")
    assert not settled(both, DECREE, NOTICE).settled
    assert settled(both, DECREE, theirs).settled


def test_an_act_known_from_memory_settles_nothing() -> None:
    march = UncertainDay.on(date(2019, 3, 4), "told")
    memory = act(EventKind.SUSPEND, "ru", SourceKind.MEMORY, effective="2019-03-04")
    assert not settled(entry(EventKind.SUSPEND, ("ru",), march), memory).settled


@pytest.mark.parametrize(
    "modality", [Modality.DENIED, Modality.HYPOTHETICAL, Modality.THREATENED, Modality.CONDITIONAL]
)
def test_what_did_not_happen_is_not_settled(modality: Modality) -> None:
    assert not settled(entry(EventKind.WITHDRAW, day=AUGUST_2, modality=modality), NOTICE).settled


def test_reported_acts_leave_out_what_is_settled_and_what_is_no_legal_act() -> None:
    entries = [
        settled(entry(EventKind.WITHDRAW, day=AUGUST_2, modality=Modality.PLANNED), NOTICE),
        entry(EventKind.TALKS),
        entry(EventKind.VOTE, ("ru",)),
    ]
    assert [one.event.kind for one in reported_acts(entries, "inf")] == [EventKind.VOTE]


def test_a_report_published_later_does_not_count_for_an_earlier_known() -> None:
    one = entry(EventKind.VOTE, ("ru",))
    assert reported_acts([one], "inf", known=date(2019, 7, 5)) == (one,)
    assert reported_acts([one], "inf", known=date(2019, 7, 4)) == ()


def test_an_undated_report_counts_only_without_known() -> None:
    one = entry(EventKind.VOTE, ("ru",), published=None)
    assert reported_acts([one], "inf") == (one,)
    assert reported_acts([one], "inf", known=date(2026, 1, 1)) == ()


def test_what_happens_after_the_day_asked_is_not_reported_for_it_unless_it_is_planned() -> None:
    later = UncertainDay.on(date(2019, 9, 1), "told")
    done, planned = (
        entry(EventKind.VOTE, ("ru",), later, modality) for modality in (Modality.HAPPENED, Modality.PLANNED)
    )
    assert reported_acts([done, planned], "inf", on=date(2019, 7, 5)) == (planned,)
