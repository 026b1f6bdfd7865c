"""Who does what another did before: "Estonia and Latvia followed suit in May", "Poland is expected to do the same"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.dates import UncertainDay
from treatywatch.language.days import to_uncertain
from treatywatch.language.prose import Prose
from treatywatch.model.event import Assertion
from treatywatch.model.vocabulary import EventKind, Modality, Position

_SUIT = re.compile(
    r"\b(?P<ahead>(?:(?:will|would|shall)|(?:(?:is|are|was|were)\s(?:expected|set|due|poised|preparing|about)|plans?|intends?|vowed)\sto)\s"
    r"(?:soon\s|also\s)?)?(?:follow(?P<past>ed)?\ssuit|(?P<did>did|has\sdone|have\sdone|do)\s(?:the\ssame|likewise))\b"
)
_OF_STATES = frozenset(
    {
        EventKind.SIGN,
        EventKind.RATIFY,
        EventKind.ACCEDE,
        EventKind.WITHDRAW,
        EventKind.ANNOUNCE_WITHDRAWAL,
        EventKind.NOTIFY_WITHDRAWAL,
        EventKind.SUSPEND,
        EventKind.ANNOUNCE_SUSPENSION,
        EventKind.RESUME,
        EventKind.REVOKE_RATIFICATION,
        EventKind.APPROVE,
        EventKind.SIGN_LAW,
        EventKind.SANCTION,
        EventKind.TEST,
        EventKind.DEPLOY,
    }
)
"""Kinds of acts in which one state follows another."""
_REACH = 300
"""Characters between an act and the words that say that another did it too; own sentences."""
_BEHIND = 30


def followed(prose: Prose, assertions: Sequence[Assertion]) -> Iterator[Assertion]:
    """The last act told before, once more, for those who follow."""
    told = 0
    for match in _SUIT.finditer(prose.text):
        index = prose.sentence_at(match.start())
        act = _act(assertions, match.start())
        if act is None or index is None or not (match["ahead"] or match["past"] or match["did"] not in (None, "do")):
            continue
        sentence = prose.sentences[index]
        low, told = max(sentence.start, _at(act) + 1, told), match.end()
        actors = tuple(one for one in prose.cast.actors(low, match.start()) if one not in act.event.actors)
        if not actors:
            continue
        modality = Modality.PLANNED if match["ahead"] else Modality.HAPPENED
        event = replace(
            act.event,
            actors=actors,
            modality=modality,
            day=_day(prose, low, match, sentence.end),
            parts=(),
            condition=None,
        )
        at = f"assertion:{event.kind.value}:{match.start()}"
        yield Assertion(at, event, sentence.start, sentence.end, Position.AFFIRMS, None)


def _act(assertions: Sequence[Assertion], at: int) -> Assertion | None:
    near = [one for one in assertions if 0 < at - _at(one) <= _REACH and one.event.actors]
    last = max(near, key=_at, default=None)
    return last if last is not None and last.event.kind in _OF_STATES else None


def _day(prose: Prose, low: int, match: re.Match[str], high: int) -> UncertainDay | None:
    """The day behind the words, else the one that opens their clause."""
    near = [day for day in prose.days if day.type == "DATE" and low <= day.start < min(high, match.end() + _BEHIND)]
    return to_uncertain(near[-1]) if near else None


def _at(assertion: Assertion) -> int:
    """Where the word of action stands."""
    return int(assertion.id.rpartition(":")[2])
