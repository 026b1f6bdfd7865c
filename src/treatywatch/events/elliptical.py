"""Acts told without their verb or their subject: "… on 27 June and Finland on 10 July", "It took effect on 13 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from treatywatch.dates import UncertainDay
from treatywatch.events import counted
from treatywatch.events.suits import followed, told_at
from treatywatch.language.days import to_uncertain
from treatywatch.language.prose import Prose
from treatywatch.model.annotation import DayMention
from treatywatch.model.event import Assertion, Event
from treatywatch.model.vocabulary import EventKind, Modality, Position

_JOINT = re.compile(
    r"\s*(?:[,;]|,?\s(?:and|while|then|followed by)(?:\s(?:then|later))?)(?:\sby)?\s(?:the\s)?", re.IGNORECASE
)
_DATED = re.compile(r"\s(?:did so\s|followed\s|followed suit\s|a day later,?\s)?(?:on|in)\s")
_EFFECT = re.compile(
    r"\b(?:it|this|that|which|the (?:move|decision|step|measure|notice))\s(?:formally\s|officially\s|legally\s)?"
    r"(took|takes|will take|would take|came|comes|will come|would come|entered|enters|became|becomes|will become)\s(?:formal\s|legal\s)?"
    r"(?:effect|effective|into (?:force|effect))\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r",?\s(?:(?:which|that)\s(?:has\sbeen|is|was)\s)?in\s(?:force|effect)\ssince\s", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:(?P<halt>halted|suspended|froze)|(?P<revoke>revoked|rescinded|withdrew|reversed|retracted))\s"
    r"(?:it|(?:this|that|the) (?:notice|decision|step|move)|this|that)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:announced|declared|unveiled|disclosed|revealed|made public)\s(?:the|this|that|his|her|its|their)\s"
    r"(?:move|step|decision|measure|plan)\b|"
    r"\b(?:the|this|that|its|their)\s(?:move|step|decision|measure|plan)\s(?:was|had been|has been)\s(?:first\s)?"
    r"(?:announced|declared|unveiled|disclosed|made public)\b",
    re.IGNORECASE,
)
_CLAUSE = 60
"""Characters behind "announced the step" within which its day is told; own reports."""
_LEAVING = frozenset({EventKind.NOTIFY_WITHDRAWAL, EventKind.ANNOUNCE_WITHDRAWAL, EventKind.WITHDRAW})
_SUSPENDING = frozenset({EventKind.SUSPEND, EventKind.ANNOUNCE_SUSPENSION})
_AT_HOME = frozenset({EventKind.SIGN_LAW, EventKind.APPROVE, EventKind.VOTE})
_REACH = 260
"""Characters between an act and the "it" that takes it up; calibrated on own sentences."""
_UNDONE = {EventKind.RATIFY: EventKind.REVOKE_RATIFICATION, EventKind.SIGN: EventKind.UNSIGN}
"""What taking an act back is called ("had ratified it in 2000, revoked that step on Thursday")."""
_FIRM = frozenset({Modality.HAPPENED, Modality.PLANNED})


def completed(prose: Prose, assertions: Sequence[Assertion]) -> list[Assertion]:
    """The assertions with those added that lean on another one's words."""
    found: list[Assertion] = []
    for assertion in assertions:
        found.extend(_gapped(prose, assertion))
    halts = {match.start() for match in _TAKEN_BACK.finditer(prose.text)}
    found = [one for one in found if not _takes_back(one, halts)]
    added = [*_effects(prose, found), *_announced(prose, found), *_taken_back(prose, found), *_since(prose)]
    added += followed(prose, found)
    return sorted([*found, *added], key=lambda assertion: assertion.start)


def _since(prose: Prose) -> Iterator[Assertion]:
    """As in "the convention, in force since 1975, has no inspectors"."""
    for match in _SINCE.finditer(prose.text):
        day = next((one for one in prose.days if one.start <= match.end() + 4 and match.end() <= one.start), None)
        index = prose.sentence_at(match.start())
        treaty = next((m for m in prose.mentions if m.kind == "treaty" and m.end == match.start()), None)
        if day is None or index is None or treaty is None:
            continue
        event = Event(EventKind.ENTER_INTO_FORCE, (), Modality.HAPPENED, treaty=treaty.id, day=to_uncertain(day))
        sentence, at = prose.sentences[index], f"assertion:enter-into-force:{match.start()}"
        yield Assertion(at, event, sentence.start, sentence.end, Position.AFFIRMS, None)


def _gapped(prose: Prose, assertion: Assertion) -> Iterator[Assertion]:
    """The assertion with the day that stands first in its sentence, and one more for each actor that has only a day of its own."""
    event = assertion.event
    if event.day is None or not event.actors or event.modality not in _FIRM or event.kind is EventKind.TALKS:
        yield assertion
        return
    days = [day for day in prose.days if assertion.start <= day.start < assertion.end and day.type == "DATE"]
    gaps = [(actors, day, at) for day in days if (told := _gap(prose, assertion, day)) for actors, at in [told]]
    gaps = [
        gap
        for gap in gaps
        if not set(gap[0]) & set(event.actors) or (event.kind in _AT_HOME and _organ_at(prose, gap[2]))
    ]
    own = [day for day in days if gaps and day.end <= gaps[0][2]]
    yield replace(assertion, event=replace(event, day=to_uncertain(own[-1]))) if own else assertion
    for actors, day, at in gaps if own else []:
        yield replace(
            assertion,
            id=f"assertion:{event.kind.value}:{at}",
            event=replace(event, actors=actors, day=to_uncertain(day)),
        )


def _organ_at(prose: Prose, at: int) -> bool:
    """Whether a state's organ is named there ("the Duma voted on 19 May and the Federation Council on 2 June")."""
    states = prose.cast.scene.directory.states
    return any(m.kind == "actor" and m.start == at and m.id not in states for m in prose.mentions)


def _gap(prose: Prose, assertion: Assertion, day: DayMention) -> tuple[tuple[str, ...], int] | None:
    """The actor that stands right before the day, behind a comma or "and", and where."""
    for mention in prose.mentions:
        if mention.kind != "actor" or not assertion.start < mention.start or mention.end > day.start:
            continue
        bare = prose.text[mention.end : day.start] == " " and prose.text[day.end : day.end + 1] in (",", ".", ";")
        if not (bare or _DATED.fullmatch(prose.text, mention.end, day.start)):
            continue
        before = prose.text[assertion.start : mention.start]
        joint = re.search(_JOINT.pattern + "$", before, re.IGNORECASE)
        if joint:
            return prose.cast.actors(mention.start, mention.end), mention.start
    return None


def _effects(prose: Prose, assertions: Sequence[Assertion]) -> Iterator[Assertion]:
    """Where "it takes effect": the act told before, with the day on which it counts."""
    for match in _EFFECT.finditer(prose.text):
        act = _act_before(assertions, match.start())
        index = prose.sentence_at(match.start())
        if act is None or index is None:
            continue
        sentence = prose.sentences[index]
        ahead = match.group(1).lower().startswith(("will", "would")) or match.group(1).lower().endswith("s")
        day = _day_behind(prose, match.end(), sentence.end)
        if day is None and re.match(r"\s(?:on )?the same day", prose.text[match.end() :]):
            day = act.event.day
        modality = Modality.PLANNED if ahead else Modality.HAPPENED
        if day is None and ahead:
            continue  # "it takes effect with publication": nothing that was not told before
        kind = EventKind.SUSPEND if act.event.kind in _SUSPENDING else EventKind.WITHDRAW
        yield Assertion(
            f"assertion:{kind.value}:{match.start()}",
            replace(act.event, kind=kind, day=day, modality=modality, condition=None, parts=()),
            sentence.start,
            sentence.end,
            Position.AFFIRMS,
            None,
        )


def _announced(prose: Prose, assertions: Sequence[Assertion]) -> Iterator[Assertion]:
    """As in "He announced the step in his address a week earlier": when the leaving or the suspending told before was announced."""
    for match in _ANNOUNCED.finditer(prose.text):
        act, index = _act_before(assertions, match.start()), prose.sentence_at(match.start())
        if act is None or index is None:
            continue
        sentence = prose.sentences[index]
        kind = EventKind.ANNOUNCE_SUSPENSION if act.event.kind in _SUSPENDING else EventKind.ANNOUNCE_WITHDRAWAL
        day = _day_behind(prose, match.end(), sentence.end, _CLAUSE) or _counted_behind(
            prose, match.end(), sentence.end, act
        )
        event = replace(act.event, kind=kind, day=day, modality=Modality.HAPPENED, condition=None, parts=())
        at = f"assertion:{kind.value}:{match.start()}"
        yield Assertion(at, event, sentence.start, sentence.end, Position.AFFIRMS, None)


def _counted_behind(prose: Prose, low: int, high: int, act: Assertion) -> UncertainDay | None:
    """As in "a week earlier": counted from the act's day, else from the report's."""
    base = act.event.day.best if act.event.day is not None and act.event.day.best is not None else prose.on
    terms = [day for day in prose.days if low <= day.start < min(high, low + _CLAUSE) and day.type == "DURATION"]
    counts = [counted.from_day(prose.text, term, base) for term in terms] if base is not None else []
    return next((day for day in counts if day is not None), None)


def _taken_back(prose: Prose, assertions: Sequence[Assertion]) -> Iterator[Assertion]:
    """Where a notice told just before is halted or revoked ("gave notice in 1993, then halted it")."""
    for match in _TAKEN_BACK.finditer(prose.text):
        index = prose.sentence_at(match.start())
        act = _act_before(assertions, match.start()) or _last_of(assertions, match.start(), frozenset(_UNDONE))
        kind = _undone(act, halted=match["halt"] is not None) if act is not None else None
        if act is None or kind is None or index is None:
            continue
        day = _day_behind(prose, match.end(), prose.sentences[index].end)
        event = replace(act.event, kind=kind, day=day, modality=Modality.HAPPENED, condition=None, parts=())
        sentence = prose.sentences[index]
        at = f"assertion:{kind.value}:{match.start()}"
        yield Assertion(at, event, sentence.start, sentence.end, Position.AFFIRMS, None)


def _takes_back(assertion: Assertion, halts: AbstractSet[int]) -> bool:
    """Whether "suspended it" was read as the suspension of a treaty, where what is halted is the notice told just before."""
    return told_at(assertion) in halts and assertion.event.kind in _SUSPENDING | _LEAVING


def _act_before(assertions: Sequence[Assertion], at: int) -> Assertion | None:
    """The leaving or suspending that "it" takes up: the last act told before, laws and votes on it passed over."""
    earlier = [one for one in assertions if told_at(one) < at and at - told_at(one) <= _REACH]
    for one in sorted(earlier, key=told_at, reverse=True):
        if one.event.kind in _LEAVING | _SUSPENDING and one.event.modality in _FIRM and one.event.actors:
            return one
        if one.event.kind not in _AT_HOME:
            return None
    return None


def _undone(act: Assertion, halted: bool) -> EventKind | None:
    """What it is called to halt or to take back the act; None for acts that are not undone by a word."""
    if act.event.kind is EventKind.NOTIFY_WITHDRAWAL:
        return EventKind.HALT_NOTICE if halted else EventKind.REVOKE_NOTICE
    return None if halted else _UNDONE.get(act.event.kind)


def _day_behind(prose: Prose, low: int, high: int, within: int = 30) -> UncertainDay | None:
    """The day right behind the words that end at `low`, in the sentence that ends at `high`."""
    near = [day for day in prose.days if low <= day.start <= low + within and day.end <= high and day.type == "DATE"]
    return to_uncertain(near[0]) if near else None


def _last_of(assertions: Sequence[Assertion], at: int, kinds: frozenset[EventKind]) -> Assertion | None:
    """The last act of one of the kinds told just before."""
    near = [one for one in assertions if told_at(one) < at and at - told_at(one) <= _REACH and one.event.actors]
    last = max(near, key=told_at, default=None)
    return last if last is not None and last.event.kind in kinds and last.event.modality in _FIRM else None
