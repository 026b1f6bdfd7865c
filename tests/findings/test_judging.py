"""What judgements make of readings: re-attachment, links, contradictions, stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.accepted import unsettled, why_no_act
from treatywatch.findings.contradict import contradict
from treatywatch.findings.corroborate import corroborate_events
from treatywatch.findings.rearrange import rearranged
from treatywatch.findings.review import REPORT, active, anchor_event, judge_events, reattached
from treatywatch.findings.settle import settle
from treatywatch.model.entry import EventEntry, Told, ToldEvent
from treatywatch.model.event import Assertion, Event
from treatywatch.model.judgement import Anchor, Judgement, Review, Verb
from treatywatch.model.law import Act
from treatywatch.model.report import Line, Membership, Story
from treatywatch.model.vocabulary import EventKind, Modality, Position, Relation, SourceKind

TEXT = "Country one withdrew on Monday. Country two withdrew on Tuesday. " * 4
TODAY = date(2026, 11, 22)


def _day(text: str | None) -> UncertainDay | None:
    return UncertainDay.from_plain(PlainDay.parse(text), "told") if text else None


def _said(name: str, start: int = 0, end: int = 31, day: str | None = "2026-03-02", **told: Any) -> Assertion:
    fields = {"kind": EventKind.WITHDRAW, "actors": ("us",), "modality": Modality.HAPPENED, "treaty": "inf", **told}
    position = fields.pop("position", Position.AFFIRMS)
    return Assertion(name, Event(day=_day(day), **fields), start, end, position)


def _told(report: str, assertion: Assertion, line: str | None = None) -> ToldEvent:
    return ToldEvent(Told(report, TEXT, None, line or report, None), assertion)


def _judgement(number: int, verb: Verb, *anchors: Anchor, **more: Any) -> Judgement:
    return Judgement(number, verb, "R. Khan", TODAY, None, anchors, **more)


def test_of_two_deeds_in_one_sentence_the_one_of_the_same_actor_is_judged() -> None:
    anchor = anchor_event("report:a", TEXT, _said("1"))
    theirs, ours = _said("2", actors=("ru",)), _said("3", start=4)
    assert reattached(anchor, [theirs, ours]) is ours
    assert reattached(anchor, [theirs]) is None
    assert reattached(anchor, [_said("4", kind=EventKind.SUSPEND)]) is None
    assert reattached(anchor, [_said("5", position=Position.DENIES)]) is None
    assert reattached(anchor, [_said("6", start=32, end=64)]) is None


@given(st.integers(0, 100), st.integers(1, 100), st.integers(-120, 120), st.integers(1, 120))
def test_a_reading_is_found_again_only_where_half_of_the_shorter_passage_is_shared(
    start: int, length: int, shift: int, other: int
) -> None:
    anchor = anchor_event("report:a", TEXT, _said("1", start, start + length))
    at = max(0, start + shift)
    now = _said("2", at, at + other)
    shared = max(0, min(start + length, at + other) - max(start, at))
    assert (reattached(anchor, [now]) is now) is (2 * shared >= min(length, other))


@given(st.lists(st.integers(0, 8), max_size=8))
def test_exactly_what_no_counting_undoing_takes_back_counts(undoes: list[int]) -> None:
    """Each judgement may undo an earlier one; whoever is undone by one that counts does not count."""
    made: list[Judgement] = []
    for number, target in enumerate(undoes, 1):
        if 0 < target < number:
            made.append(_judgement(number, Verb.UNDO, undoes=target))
        else:
            made.append(_judgement(number, Verb.ACCEPT))
    counts: dict[int, bool] = {}
    for one in reversed(made):
        counts[one.number] = not any(
            other.undoes == one.number and counts[other.number] for other in made if other.number > one.number
        )
    assert {one.number for one in active(made)} == {
        one.number for one in made if counts[one.number] and one.verb is not Verb.UNDO
    }


def test_tellings_that_were_linked_are_one_event_and_those_unlinked_are_two() -> None:
    first, second = _said("1"), _said("2", kind=EventKind.NOTIFY_WITHDRAWAL, day="2026-03-01")
    found = [("report:a", first), ("report:b", second)]
    link = _judgement(1, Verb.LINK, anchor_event("report:a", TEXT, first), anchor_event("report:b", TEXT, second, 1))
    tellings = [_told(report, one) for report, one in found]
    assert len(corroborate_events(tellings)) == 2
    (entry,) = corroborate_events(tellings, judge_events(found, [link]).pairs)
    assert (entry.reports, entry.lines) == (("report:a", "report:b"), 2)
    same = [("report:a", first), ("report:b", _said("3"))]
    tellings = [_told(report, one) for report, one in same]
    apart = _judgement(
        2, Verb.UNLINK, anchor_event("report:a", TEXT, first), anchor_event("report:b", TEXT, same[1][1], 1)
    )
    assert len(corroborate_events(tellings)) == 1
    assert len(corroborate_events(tellings, judge_events(same, [apart]).pairs)) == 2
    again = replace(apart, number=3, verb=Verb.LINK)
    assert len(corroborate_events(tellings, judge_events(same, [apart, again]).pairs)) == 1


def _act(name: str, kind: EventKind, **days: str) -> Act:
    told: dict[str, Any] = {field: PlainDay.parse(day) for field, day in days.items()}
    return Act(
        id=name,
        kind=kind,
        actors=("us",),
        says="",
        source=("s",),
        source_kind=SourceKind.OFFICIAL,
        verified=True,
        **told,
    )


def _against(
    *assertions: tuple[str, Assertion], acts: tuple[Act, ...] = (), line: str | None = None
) -> dict[str, list[str]]:
    entries = corroborate_events([_told(report, one, line) for report, one in assertions])
    law = {"inf": acts}
    return {
        entry.members[0].assertion.id: [one.what for one in entry.contradicted_by]
        for entry in contradict(settle(entries, law), law)
    }


def test_two_days_of_what_is_done_once_contradict_and_those_of_talks_do_not() -> None:
    other = _said("2", day="2026-03-09")
    assert _against(("report:a", _said("1")), ("report:b", other)) == {"1": ["day"], "2": ["day"]}
    talks: dict[str, Any] = {"kind": EventKind.AMEND}
    assert _against(("report:a", _said("1", **talks)), ("report:b", _said("2", day="2026-03-09", **talks))) == {
        "1": [],
        "2": [],
    }


def test_a_denial_contradicts_and_a_plan_or_another_actor_does_not() -> None:
    denied = _said("2", day=None, modality=Modality.DENIED, position=Position.DENIES)
    assert _against(("report:a", _said("1")), ("report:b", denied)) == {"1": ["denied"], "2": ["denied"]}
    planned = _said("2", day="2026-04-09", modality=Modality.PLANNED)
    assert _against(("report:a", _said("1")), ("report:b", planned)) == {"1": [], "2": []}
    assert _against(("report:a", _said("1")), ("report:b", _said("2", actors=("ru",)))) == {"1": [], "2": []}


def test_copies_of_one_text_that_name_two_actors_contradict() -> None:
    told = (("report:a", _said("1")), ("report:b", _said("2", actors=("ru",))))
    assert _against(*told, line="wire") == {"1": ["actor"], "2": ["actor"]}
    both = (*told, ("report:a", _said("3", actors=("ru",), start=32, end=64)))
    assert _against(*both, line="wire")["1"] == []


def test_leaving_and_suspending_on_one_day_contradict() -> None:
    told = (("report:a", _said("1")), ("report:b", _said("2", kind=EventKind.SUSPEND)))
    assert _against(*told) == {"1": ["kind"], "2": ["kind"]}


def test_an_act_of_the_shelf_on_another_day_contradicts_and_its_own_days_do_not() -> None:
    notice = _act("us-notice", EventKind.NOTIFY_WITHDRAWAL, announced="2026-02-01", notified="2026-02-02")
    told: dict[str, Any] = {"kind": EventKind.NOTIFY_WITHDRAWAL}
    assert _against(("report:a", _said("1", day="2026-03-02", **told)), acts=(notice,)) == {"1": ["day"]}
    two = (("report:a", _said("1", day="2026-02-01", **told)), ("report:b", _said("2", day="2026-02-02", **told)))
    assert _against(*two, acts=(notice,)) == {"1": [], "2": []}


def test_what_the_law_has_already_is_not_accepted_twice_and_a_revocation_stops_the_last_notice() -> None:
    first = _act("first", EventKind.NOTIFY_WITHDRAWAL, notified="2020-01-01")
    last = _act("last", EventKind.NOTIFY_WITHDRAWAL, notified="2026-02-02")
    accepted = _act("accepted-1", EventKind.NOTIFY_WITHDRAWAL, notified="2026-02-02")
    assert unsettled([accepted], [last, first]) == ()
    revoked = _act("accepted-2", EventKind.REVOKE_NOTICE, notified="2026-04-01")
    (made,) = unsettled([revoked], [last, first])
    assert made.stops == "last"


def test_what_moves_no_standing_is_told_why() -> None:
    def why(**told: Any) -> str | None:
        (entry,) = corroborate_events([_told("report:a", _said("1", **told))])
        return why_no_act(entry)

    assert why() is None
    assert "no treaty" in str(why(treaty=None))
    assert "no act" in str(why(kind=EventKind.TEST))
    assert "planned" in str(why(modality=Modality.PLANNED))
    assert "no actor" in str(why(actors=()))
    assert "no plain day" in str(why(day=None))


def _story(name: str, *reports: str) -> Story:
    members = tuple(Membership(one, Relation.INDEPENDENT, None, ()) for one in reports)
    return Story(name, None, tuple(Line(None, (one,)) for one in reports), members)


def _put(verb: Verb, report: str, *others: str) -> Judgement:
    anchors = [Anchor(REPORT, one, 0, 0, "", "", "", int(one != report)) for one in (report, *others)]
    return _judgement(1, verb, *anchors)


def test_a_report_is_put_into_a_story_and_taken_out_of_one() -> None:
    stories = (_story("story:1", "a", "b"), _story("story:2", "c"))
    joined = rearranged(stories, [_put(Verb.LINK, "c", "a", "b")])
    assert [[one.report for one in each.members] for each in joined] == [["a", "b", "c"]]
    assert joined[0].line_count == 3
    assert "R. Khan" in joined[0].members[-1].because[-1]
    parted = rearranged(joined, [_put(Verb.UNLINK, "a", "a", "b", "c")])
    assert [[one.report for one in each.members] for each in parted] == [["b", "c"], ["a"]]
    assert rearranged(stories, [_put(Verb.UNLINK, "c", "a", "b")]) == stories
    assert rearranged(stories, [_put(Verb.LINK, "z", "a")]) == stories


def test_entry_without_judgement_is_left_as_it_is() -> None:
    found = [("report:a", _said("1"))]
    judged = judge_events(found, [])
    assert judged.counted == tuple(found)
    assert not judged.reviews
    entries: tuple[EventEntry, ...] = corroborate_events([_told(*found[0])], judged.pairs)
    assert entries[0].review is None


def test_who_accepted_is_told_also_where_somebody_corrected_later() -> None:
    on = date(2026, 11, 22)
    accepted = Judgement(1, Verb.ACCEPT, "R. Khan", on, None)
    corrected = Judgement(2, Verb.CORRECT, "A. Roth", on, None, fields=(("day", "2026-03-01"),))
    review = Review((accepted, corrected), accepted=True, rejected=False, was="{}")
    assert (review.last, review.corrections) == (accepted, (corrected,))
    assert Review((corrected,), accepted=False, rejected=False, was="{}").last == corrected
