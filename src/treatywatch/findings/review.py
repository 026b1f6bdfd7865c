"""What a person judged of machine readings, applied to them: accepted, rejected, corrected, made one or told apart.

A judgement holds on to a passage of a kept text and to what was read there, not to the number that a reading happened to have; so it
is found again when a newer reader reads the report anew. Where nothing like what was judged is read there any more, it is *loose*:
it decides nothing, and is told so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from treatywatch.findings.correcting import correct_assertion, correct_statement
from treatywatch.findings.pairs import Pairs
from treatywatch.model.event import Assertion
from treatywatch.model.judgement import Anchor, Judgement, Review, Verb
from treatywatch.model.passage import Span
from treatywatch.model.statement import Statement
from treatywatch.record.codec import from_json, to_json

EVENT, STATEMENT, REPORT = "event", "statement", "report"

SHARED = 0.5
"""Share of the shorter of two passages that both must cover to be the same place.

Two sentences of one text share nothing; a sentence cut otherwise by another reader shares all of the shorter half.
"""

_Reading = TypeVar("_Reading", Assertion, Statement)


@dataclass(frozen=True, slots=True)
class Judged(Generic[_Reading]):
    """Readings with their reports: those that count, corrected where they were, and those rejected; a review by a reading's id.

    `loose` are the anchors that hold on to nothing any more, each with its judgement.
    """

    counted: tuple[tuple[str, _Reading], ...]
    rejected: tuple[tuple[str, _Reading], ...] = ()
    reviews: Mapping[str, Review] = field(default_factory=dict)
    pairs: Pairs = field(default_factory=Pairs)
    loose: tuple[tuple[Judgement, Anchor], ...] = ()


def undone(judgements: Sequence[Judgement]) -> frozenset[int]:
    """The numbers of judgements that were taken back. An undoing that is undone undoes nothing."""
    found: set[int] = set()
    for judgement in reversed(judgements):
        if judgement.undoes is not None and judgement.number not in found:
            found.add(judgement.undoes)
    return frozenset(found)


def active(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that count: not undone, and no undoing themselves."""
    gone = undone(judgements)
    return tuple(one for one in judgements if one.verb is not Verb.UNDO and one.number not in gone)


def judge_events(found: Sequence[tuple[str, Assertion]], judgements: Sequence[Judgement]) -> Judged[Assertion]:
    """Apply active judgements to assertions of events."""
    return _judged(found, judgements, EVENT, correct_assertion)


def judge_statements(found: Sequence[tuple[str, Statement]], judgements: Sequence[Judgement]) -> Judged[Statement]:
    """Apply active judgements to statements."""
    return _judged(found, judgements, STATEMENT, correct_statement)


def anchor_event(report: str, text: str, assertion: Assertion, side: int = 0) -> Anchor:
    """The anchor of a judgement about an assertion, as the machine read it."""
    exact = text[assertion.start : assertion.end]
    kind = assertion.event.kind.value
    return Anchor(EVENT, report, assertion.start, assertion.end, exact, kind, to_json(assertion), side)


def anchor_statement(report: str, text: str, statement: Statement, side: int = 0) -> Anchor:
    """The anchor of a judgement about a statement, as the machine read it."""
    place = statement.evidence
    return Anchor(
        STATEMENT, report, place.start, place.end, place.of(text), statement.stance.value, to_json(statement), side
    )


def counting(reviews: Mapping[str, Review], ids: Iterable[str]) -> Review | None:
    """The review that counts for an entry of several tellings: an acceptance before any other, then the latest."""
    found = [reviews[id] for id in ids if id in reviews]
    return max(found, key=lambda one: (one.accepted, one.last.number), default=None)


def _judged(
    found: Sequence[tuple[str, _Reading]],
    judgements: Sequence[Judgement],
    noun: str,
    correct: Callable[[_Reading, Mapping[str, str]], _Reading],
) -> Judged[_Reading]:
    about = [one for one in judgements if any(anchor.noun == noun for anchor in one.anchors)]
    if not about:
        return Judged(tuple(found))
    held = _Held(found, noun)
    for judgement in about:
        held.hold(judgement)
    counted: list[tuple[str, _Reading]] = []
    rejected: list[tuple[str, _Reading]] = []
    reviews: dict[str, Review] = {}
    for report, item in found:
        mine = held.of.get(item.id, [])
        review = _review(item, mine) if mine else None
        if review is not None:
            reviews[item.id] = review
        fields = dict(pair for one in mine for pair in one.fields)
        (rejected if review and review.rejected else counted).append(
            (report, correct(item, fields) if fields else item)
        )
    return Judged(tuple(counted), tuple(rejected), reviews, Pairs(*held.pairs()), tuple(held.loose))


def _review(item: Assertion | Statement, judgements: list[Judgement]) -> Review:
    verdict = next((one.verb for one in reversed(judgements) if one.verb in (Verb.ACCEPT, Verb.REJECT)), None)
    was = to_json(item) if any(one.fields for one in judgements) else None
    return Review(tuple(judgements), verdict is Verb.ACCEPT, verdict is Verb.REJECT, was)


class _Held(Generic[_Reading]):
    """Which judgements hold on to which readings."""

    def __init__(self, found: Sequence[tuple[str, _Reading]], noun: str) -> None:
        self._noun = noun
        self._by_report: dict[str, list[_Reading]] = {}
        for report, item in found:
            self._by_report.setdefault(report, []).append(item)
        self.of: dict[str, list[Judgement]] = {}
        self.loose: list[tuple[Judgement, Anchor]] = []
        self._linked: dict[frozenset[str], bool] = {}

    def hold(self, judgement: Judgement) -> None:
        """Find the readings that a judgement is about."""
        sides: dict[int, list[str]] = {0: [], 1: []}
        for anchor in judgement.anchors:
            if anchor.noun != self._noun:
                continue
            item = reattached(anchor, self._by_report.get(anchor.report, ()))
            if item is None:
                self.loose.append((judgement, anchor))
                continue
            sides[anchor.side].append(item.id)
            mine = self.of.setdefault(item.id, [])
            if judgement not in mine:
                mine.append(judgement)
        if judgement.verb in (Verb.LINK, Verb.UNLINK):
            for pair in (frozenset((a, b)) for a in sides[0] for b in sides[1] if a != b):
                self._linked[pair] = judgement.verb is Verb.LINK

    def pairs(self) -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
        """The pairs judged to be one, and those judged to be apart; of two judgements of one pair the later counts."""
        one = frozenset(pair for pair, linked in self._linked.items() if linked)
        return one, frozenset(self._linked) - one


def reattached(anchor: Anchor, readings: Iterable[_Reading]) -> _Reading | None:
    """The reading of the anchor's report that is the one judged: at its place, of its kind, and not of somebody else.

    Of several the one that agrees in most, then the one that covers most of the passage.
    """
    then = _read_then(anchor)
    ranked = [
        (_agreement(then, now), share, now)
        for now in readings
        if (share := _shared(anchor, now)) >= SHARED and _alike(then, now)
    ]
    return max(ranked, key=lambda each: each[:2])[2] if ranked else None


@lru_cache(maxsize=4096)
def _read_then(anchor: Anchor) -> Assertion | Statement:
    return from_json(anchor.body, Assertion) if anchor.noun == EVENT else from_json(anchor.body, Statement)


def _shared(anchor: Anchor, now: Assertion | Statement) -> float:
    place = now.evidence if isinstance(now, Statement) else Span(now.start, now.end)
    both = min(anchor.end, place.end) - max(anchor.start, place.start)
    shorter = min(anchor.end - anchor.start, place.end - place.start)
    return both / shorter if shorter > 0 else 0.0


def _alike(then: Assertion | Statement, now: Assertion | Statement) -> bool:
    """Whether a reading can be the judged one: a newer reader may know more of it, but tells nothing else of it."""
    if isinstance(then, Assertion) and isinstance(now, Assertion):
        a, b = then.event, now.event
        return (
            (a.kind, then.position) == (b.kind, now.position)
            and _agree(a.actors, b.actors)
            and (a.treaty is None or b.treaty is None or a.treaty == b.treaty)
        )
    if isinstance(then, Statement) and isinstance(now, Statement):
        said = any(one.overlaps(other) for one in then.content for other in now.content)
        return then.stance == now.stance and then.negated == now.negated and said and _one_speaker(then, now)
    return False


def _agree(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return not ours or not theirs or bool(set(ours) & set(theirs))


def _one_speaker(then: Statement, now: Statement) -> bool:
    known = [one.speaker.actor for one in (then, now) if one.speaker and one.speaker.actor]
    return len(set(known)) < 2


def _agreement(then: Assertion | Statement, now: Assertion | Statement) -> int:
    """In how much two readings agree; to choose among several at one place."""
    if isinstance(then, Assertion) and isinstance(now, Assertion):
        names = ("actors", "treaty", "modality", "day", "targets", "systems")
        return sum(getattr(then.event, name) == getattr(now.event, name) for name in names)
    names = ("content", "speaker", "cue", "targets", "treaties", "condition")
    return sum(getattr(then, name) == getattr(now, name) for name in names)
