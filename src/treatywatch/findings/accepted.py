"""Acts that reports tell and a person accepted: what moves a standing beside the settled acts of the shelf.

The act has the day that the report tells of it, in the field that its kind starts from, and is public from the day on which its
first report surely was; when the person accepted it plays no part in that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.errors import DayError
from treatywatch.findings.corroborate import corroborate_events
from treatywatch.findings.review import Judged
from treatywatch.findings.settle import LEGAL, settle
from treatywatch.language.days import find_days
from treatywatch.model.entry import EventEntry, Told, ToldEvent
from treatywatch.model.event import Assertion, Event
from treatywatch.model.judgement import Judgement, Verb
from treatywatch.model.law import Act
from treatywatch.model.vocabulary import EventKind, Modality, Position, SourceKind

ACCEPTED = "accepted-"
"""How the id of an accepted act begins; the number of its judgement follows (`act:inf:accepted-7`)."""

_DONE = frozenset({Modality.HAPPENED, Modality.ONGOING})
_NOTICES = frozenset(
    {EventKind.NOTIFY_WITHDRAWAL, EventKind.REVOKE_NOTICE, EventKind.HALT_NOTICE, EventKind.UNSIGN, EventKind.SNAPBACK}
)
"""Kinds that are made by giving notice: the report's day is taken for that of the notice and of its receipt."""
_ANNOUNCEMENTS = frozenset({EventKind.ANNOUNCE_WITHDRAWAL, EventKind.ANNOUNCE_SUSPENSION})
_STOPS = frozenset({EventKind.REVOKE_NOTICE, EventKind.HALT_NOTICE})


def accepted_acts(judged: Judged[Assertion], told: Mapping[str, Told]) -> dict[str, tuple[Act, ...]]:
    """The acts that were accepted, by treaty, in the order of their judgements."""
    by_judgement: dict[int, list[ToldEvent]] = {}
    judgements: dict[int, Judgement] = {}
    for report, assertion in judged.counted:
        review = judged.reviews.get(assertion.id)
        if review is not None and review.accepted and report in told:
            judgement = next(one for one in reversed(review.judgements) if one.verb is Verb.ACCEPT)
            judgements[judgement.number] = judgement
            by_judgement.setdefault(judgement.number, []).append(ToldEvent(told[report], assertion))
    found: dict[str, tuple[Act, ...]] = {}
    for number in sorted(by_judgement):
        for place, entry in enumerate(corroborate_events(by_judgement[number], judged.pairs)):
            treaty = entry.event.treaty
            if treaty is not None and not why_no_act(entry):
                identity = f"{ACCEPTED}{number}" + (f"-{place + 1}" if place else "")
                found[treaty] = (*found.get(treaty, ()), _act(entry, judgements[number], identity))
    return found


def unsettled(accepted: Iterable[Act], settled: Sequence[Act]) -> tuple[Act, ...]:
    """The accepted acts that no settled one, nor an earlier accepted one, already is; a revocation names the notice it stops."""
    made: list[Act] = []
    for act in accepted:
        before = (*settled, *made)
        if not _is_there(act, before):
            made.append(replace(act, stops=_stopped(act, before)) if act.kind in _STOPS else act)
    return tuple(made)


def why_no_act(entry: EventEntry) -> str | None:
    """Why an accepted event moves no standing, in words; None where it does."""
    event = entry.event
    if event.treaty is None:
        return "it tells no treaty; say which with: review correct ID --treaty TREATY"
    if event.kind not in LEGAL:
        return f"{event.kind.value} is no act under a treaty"
    if entry.members[0].assertion.position is not Position.AFFIRMS or event.modality not in _DONE:
        return f"it is told as {_told_as(entry)}, not as done"
    if not event.actors:
        return "it tells no actor; say who with: review correct ID --actor ACTOR"
    if _plain(event.day) is None:
        return "it tells no plain day; say which with: review correct ID --day DAY"
    return None


def _told_as(entry: EventEntry) -> str:
    position = entry.members[0].assertion.position
    return {Position.DENIES: "denied", Position.QUESTIONS: "questioned"}.get(position, entry.event.modality.value)


def _act(entry: EventEntry, judgement: Judgement, identity: str) -> Act:
    event, day = entry.event, _plain(entry.event.day)
    passage = entry.evidence[0]
    until = _until(entry) if event.kind is EventKind.EXTEND else None
    if until is not None and day == until:
        day = _public_on(entry)  # the day that is told is the end of the new term
    notice, announced = event.kind in _NOTICES, event.kind in _ANNOUNCEMENTS
    return Act(
        id=identity,
        kind=event.kind,
        actors=event.actors,
        says=f"{', '.join(event.actors)}: {event.kind.value}, as reported and accepted",
        source=(f"{passage.report}, accepted by {judgement.by} on {judgement.on.isoformat()} ({judgement.id})",),
        source_kind=SourceKind.PRESS,
        verified=True,
        announced=day if announced else None,
        notified=day if notice else None,
        received=day if notice else None,
        effective=None if notice or announced else day,
        until=until,
        public_on=_public_on(entry),
        evidence=f"“{' '.join(passage.exact.split())}”",
        note=judgement.because,
    )


_UNTIL = re.compile(r"\b(?:until|till|through|to)\s(?:the\s)?$", re.IGNORECASE)


def _until(entry: EventEntry) -> PlainDay | None:
    """The day to which a sentence that tells an extension prolongs the treaty ("extended … until 5 February 2026")."""
    for member, passage in zip(entry.members, entry.evidence, strict=False):
        for mention in find_days(passage.exact, member.told.published):
            if mention.latest is not None and _UNTIL.search(passage.exact[: mention.start]):
                return _plain(UncertainDay(mention.value, mention.earliest, mention.latest, None, "told"))
    return None


def _plain(day: UncertainDay | None) -> PlainDay | None:
    """The day, where it is one, or a whole month or year; an act cannot rest on a mere stretch of days."""
    if day is None:
        return None
    if day.earliest is not None and day.earliest == day.latest:
        return PlainDay.of(day.earliest)
    try:
        return PlainDay.parse(day.edtf)
    except DayError:
        return None


def _public_on(entry: EventEntry) -> PlainDay | None:
    """The first day on which one of the reports surely was public."""
    days = [one.told.published.latest for one in entry.members if one.told.published and one.told.published.latest]
    return PlainDay.of(min(days)) if days else None


def _is_there(act: Act, acts: Sequence[Act]) -> bool:
    day = act.own_day
    told = UncertainDay.from_plain(day, "told") if day else None
    event = Event(act.kind, act.actors, Modality.HAPPENED, day=told)
    return settle([EventEntry("", event, (), None, (), ())], {"": acts})[0].settled


def _stopped(act: Act, acts: Sequence[Act]) -> str | None:
    """The notice that a revocation stops: the actor's last one before it."""
    notices = [
        one
        for one in acts
        if one.kind is EventKind.NOTIFY_WITHDRAWAL and set(one.actors) & set(act.actors) and _before(one, act)
    ]
    last = max(notices, key=lambda one: one.own_day or PlainDay.parse("0001"), default=None)
    return last.id if last else None


def _before(one: Act, other: Act) -> bool:
    return one.own_day is None or other.own_day is None or one.own_day.earliest <= other.own_day.earliest
