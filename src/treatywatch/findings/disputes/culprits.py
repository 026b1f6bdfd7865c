"""Whom a content accuses: who is told to do wrong, read from the names around the wrong and from whose weapon it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.sides import Sides
from treatywatch.model.annotation import Mention
from treatywatch.model.passage import Span

_PLACE = re.compile(
    r"\b(?:in|at|near|over|inside|outside|across|around|off|against|into|onto|from|to|towards?|with|between|under|for|than|like|as)"
    r"\s+(?:the\s+)?(?:\w+ern\s+)?$",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\b(?:by|(?:support|help|backing|knowledge|assistance|part|behalf|orders|money) (?:of|from))\s+(?:the\s+)?$", re.I
)
_MEANS = re.compile(
    r"\s+(?:money|funds|funding|help|support|backing|assistance|aid|complicity|orders|consent|connivance)\b", re.I
)
_FIRST = 9
"""Characters in which a content opens with a name ("that the …")."""
_ACCUSES = re.compile(r"(?:accus|alleg|complain)\w*\b", re.IGNORECASE)
_HAVING = re.compile(r"^\s*(?:(?:has|have|had|\w+ly|now|first|again|also|secondly)\s+)*", re.IGNORECASE)
_WHOSE = re.compile(r"(?:['’]s?)?(?:\s+\w+)?\s+")
"""What stands between a name and the wrong that is its own: `another American violation`, `Russia's continuing breach`."""
_JOINED = re.compile(r"^(?:['’]s)?\s*(?:,|and|, and|,? as well as)\s+(?:the\s+)?$", re.IGNORECASE)
_REPORTED = 25
"""Characters after a name in which a noun makes it the author of a charge ("the US accusation"), and not who is charged; by eye."""


@dataclass(frozen=True, slots=True)
class Named:
    """A side that a content names, where it stands."""

    side: str
    mention: Mention


class Culprits:
    """Reads whom contents accuse."""

    def __init__(self, words: DisputeLexicon, sides: Sides) -> None:
        self.words, self.sides = words, sides

    def of(
        self, content: str, wrong: Span | None, by: str, day: date | None, systems: Sequence[str]
    ) -> tuple[str, ...]:
        """Whom `by` accuses of a wrong told in the content; whom it names first where no wrong is told. Nobody where it names none."""
        named = [one for one in self._named(content, day) if one.side != by]
        means = [one for one in named if _MEANS.match(content[one.mention.end :])]
        acting = [one for one in named if one in means or not _PLACE.search(content[: one.mention.start])]
        subjects = [one for one in acting if one not in means and not _AGENT.search(content[: one.mention.start])]
        before = [one for one in subjects if wrong is None or one.mention.start < wrong.start]
        within = [one for one in subjects if wrong is not None and wrong.start <= one.mention.start < wrong.end]
        owners = tuple(
            dict.fromkeys(owner for system in systems for owner in self.sides.owners(system, day) if owner != by)
        )
        agents = [one for one in acting if one not in subjects]
        after = [one for one in subjects if wrong is not None and one.mention.start >= wrong.end]
        whose = [one for one in acting if wrong and _WHOSE.fullmatch(content[one.mention.end : wrong.start])]
        return (
            _joined(content, _up_to(content, acting, whose[-1:]))
            or _joined(content, before)
            or _joined(content, within)
            or owners
            or _joined(content, agents)
            or _joined(content, after)
        )

    def are_named(self, content: str, targets: Sequence[str], by: str, day: date | None) -> tuple[str, ...]:
        """Those of a statement's targets that its content names, and not only as a place."""
        told = tuple(self._named(content, day))
        named = {one.side for one in told if one.mention.start == 0 or not _PLACE.search(content[: one.mention.start])}
        meant = [side for side in targets if side in named and side != by]
        for one, other in pairwise(told):
            if one.side in meant and joined(content, one.mention, other.mention):
                meant.append(other.side)
        return tuple(side for side in dict.fromkeys(meant) if side != by)

    def that_bear_arms(self, sides: Sequence[str], by: str) -> tuple[str, ...]:
        """The sides without the bodies that only hear accusations: whom a content aims at that tells nobody ("each other")."""
        bodies = self.words.file.bodies
        return tuple(side for side in sides if side != by and self.sides.kind_of_organisation(side) not in bodies)

    def leading(self, content: str, by: str, day: date | None) -> str | None:
        """The first other side that a content speaks of, for what is said of "it" afterwards."""
        named = (one for one in self._named(content, day) if one.side != by)
        return next((one.side for one in named if not _PLACE.search(content[: one.mention.start])), None)

    def relays(self, content: str, by: str, day: date | None) -> bool:
        """Whether a content only tells that another side accuses: `Thailand has accused the Kingdom of …`, said by Cambodia."""
        first = next((one for one in self.sides.mentions(content, day)), None)
        if first is None or first[1] == by or first[0].start > _FIRST:
            return False
        return _ACCUSES.match(_HAVING.sub("", content[first[0].end :])) is not None

    def acting(self, text: str, day: date | None) -> tuple[Named, ...]:
        """Who can be meant by a wrong that is told of a whole text: whom it names, and not only as a place or a partner."""
        return tuple(one for one in self._named(text, day) if not _PLACE.search(text[: one.mention.start]))

    def _named(self, content: str, day: date | None) -> Iterator[Named]:
        """The sides that can be accused: states and alliances, but not who is told to accuse or to hold a view."""
        for mention, side in self.sides.mentions(content, day):
            after = content[mention.end : mention.end + _REPORTED]
            noun = self.words.words("charges").search(after)
            if noun and not re.search(r"[,.;]|\bof\b", after[: noun.start()]):
                continue
            rest = _HAVING.sub("", content[mention.end :])
            if self.words.words("suspecting").match(rest):
                continue
            if self.sides.kind_of_organisation(side) not in self.words.file.bodies:
                yield Named(side, mention)


def _up_to(content: str, named: Sequence[Named], last: Sequence[Named]) -> list[Named]:
    """A side with those that stand before it in one list: `Greece, Turkey and Belarus`."""
    found = list(last)
    for one in reversed(named[: named.index(last[0])] if last else ()):
        if not joined(content, one.mention, found[0].mention):
            break
        found.insert(0, one)
    return found


def _joined(content: str, named: Sequence[Named]) -> tuple[str, ...]:
    """The first of the sides, with those that stand beside it: `Russia and China`."""
    found: list[Named] = []
    for one in named:
        if not found or joined(content, found[-1].mention, one.mention):
            found.append(one)
    return tuple(dict.fromkeys(one.side for one in found))


def joined(content: str, one: Mention, other: Mention) -> bool:
    """Whether two names stand side by side: `Russia and China`."""
    return _JOINED.match(content[one.end : other.start]) is not None
