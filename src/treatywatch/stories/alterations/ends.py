"""One happening told from both ends: "Spain beat Portugal", "Portugal lost to Spain"; "larger than", "smaller than"."""

from __future__ import annotations

from treatywatch.stories.alterations.pairing import Pairing
from treatywatch.stories.alterations.roles import AGENT, Slot
from treatywatch.stories.alterations.tokens import Token


def from_both_ends(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether of two opposites each is said by the one of whom the other is not: who does the one suffers the other."""
    mine, theirs = _told(pairing.slots_a, x), _told(pairing.slots_b, y)
    crossed = 0
    for place, roles in mine.items():
        there = theirs.get(pairing.matching.of_a.get(place, -1))
        if there is not None and (AGENT in roles) != (AGENT in there):
            crossed += 1 if AGENT in roles else 2
    return crossed == 3


def _told(slots: dict[int, frozenset[Slot]], verb: Token) -> dict[int, frozenset[str]]:
    """The roles that a word gives to each token."""
    found = {
        place: frozenset(role for role, given_by in told if given_by == verb.place) for place, told in slots.items()
    }
    return {place: roles for place, roles in found.items() if roles}
