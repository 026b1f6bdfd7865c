"""Two passages side by side, with all that the single checks ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from treatywatch.model.passage import Span
from treatywatch.stories.alterations.counterparts import How, Matching
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import Words
from treatywatch.stories.alterations.negation import Turn, turns
from treatywatch.stories.alterations.roles import Slot, slots
from treatywatch.stories.alterations.scope import signs
from treatywatch.stories.alterations.tokens import Reading, Token


@dataclass
class Pairing:
    """Two readings with their matching; `complete` is false where the attribution may stand in a neighbouring sentence."""

    matching: Matching
    words: Words
    complete: bool = True

    @property
    def a(self) -> Reading:
        """The passage of the first report."""
        return self.matching.a

    @property
    def b(self) -> Reading:
        """The passage of the second report."""
        return self.matching.b

    @cached_property
    def slots_a(self) -> dict[int, frozenset[Slot]]:
        """Slots of the first passage."""
        return slots(self.a, self.words)

    @cached_property
    def slots_b(self) -> dict[int, frozenset[Slot]]:
        """Slots of the second passage."""
        return slots(self.b, self.words)

    @cached_property
    def turns_a(self) -> list[Turn]:
        """The negations of the first passage."""
        return turns(self.a, self.words)

    @cached_property
    def turns_b(self) -> list[Turn]:
        """The negations of the second passage."""
        return turns(self.b, self.words)

    @cached_property
    def signs_a(self) -> dict[int, int]:
        """For each place of the first passage, +1 or −1: whether it is affirmed or denied."""
        return signs(self.a, self.turns_a)

    @cached_property
    def signs_b(self) -> dict[int, int]:
        """The same of the second passage."""
        return signs(self.b, self.turns_b)

    def slots_of(self, x: Token) -> frozenset[Slot]:
        """The slots of a token of A, told by the counterparts in B of the words that give them.

        Opposites give none: what they say of whom is a matter of polarity.
        """
        return frozenset(
            (role, self.matching.of_a[place])
            for role, place in self.slots_a.get(x.place, ())
            if place in self.matching.of_a and self.matching.how[place] is not How.OPPOSITE
        )

    def turned(self) -> Pairing:
        """The same, seen from B."""
        return Pairing(self.matching.turned(), self.words, self.complete)


def altered(kind: Kind, x: Token | None, y: Token | None, meaning: Meaning) -> Alteration:
    """An alteration of one token into another, or into nothing."""
    return Alteration(
        kind, x.text if x else None, y.text if y else None, meaning, x.span if x else None, y.span if y else None
    )


def altered_words(
    kind: Kind, a: tuple[Reading, list[Token]], b: tuple[Reading, list[Token]], meaning: Meaning
) -> Alteration:
    """An alteration of several words; an empty list says that there are none."""
    return Alteration(kind, _words(*a), _words(*b), meaning, _span(a[1]), _span(b[1]))


def _words(reading: Reading, tokens: list[Token]) -> str | None:
    return " ".join(reading.words(tokens).split()) if tokens else None


def _span(tokens: list[Token]) -> Span | None:
    return Span(min(one.start for one in tokens), max(one.end for one in tokens)) if tokens else None
