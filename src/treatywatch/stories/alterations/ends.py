"""One happening told from both ends: "Spain beat Portugal", "Portugal lost to Spain"; "larger than", "smaller than"."""

from __future__ import annotations

from treatywatch.stories.alterations.pairing import Pairing
from treatywatch.stories.alterations.roles import AGENT, PATIENT, Slot
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


def of_other_things(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether two opposites are said of different things: of one role each has another filler, which the other passage tells too.

    The subject of a verb without an object may be the object of the other ("prices rose", "they cut prices").
    """
    if not {x.pos, y.pos} <= {"VERB", "ADJ"} or x.phrase or y.phrase:
        return False
    own, other = _fillers(_told(pairing.slots_a, x)), _fillers(_told(pairing.slots_b, y))
    if bool(own[PATIENT]) != bool(other[PATIENT]):
        return _two_things(pairing, own[AGENT] | own[PATIENT], other[AGENT] | other[PATIENT])
    return any(_two_things(pairing, own[role], other[role]) for role in (PATIENT, AGENT))


def _two_things(pairing: Pairing, one: set[int], two: set[int]) -> bool:
    if not one or not two or {pairing.matching.of_a.get(place) for place in one} & two:
        return False
    return any(place in pairing.matching.of_a for place in one) or any(place in pairing.matching.of_b for place in two)


def _fillers(told: dict[int, frozenset[str]]) -> dict[str, set[int]]:
    return {role: {place for place, roles in told.items() if role in roles} for role in (AGENT, PATIENT)}


def _told(slots: dict[int, frozenset[Slot]], verb: Token) -> dict[int, frozenset[str]]:
    """The roles that a word gives to each token."""
    found = {
        place: frozenset(role for role, given_by in told if given_by == verb.place) for place, told in slots.items()
    }
    return {place: roles for place, roles in found.items() if roles}
