"""The counterparts of two readings, and why two tokens are taken for counterparts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from treatywatch.stories.alterations.tokens import Reading, Token


class How(StrEnum):
    """Why two tokens are taken for counterparts."""

    ALIKE = "alike"
    AKIN = "akin"
    SYNONYM = "synonym"
    CONVERSE = "converse"
    OPPOSITE = "opposite"
    RELATED = "related"


@dataclass(slots=True)
class Matching:
    """Counterparts of the tokens of two readings: `of_a` maps places of A to places of B, `of_b` back, `how` says why."""

    a: Reading
    b: Reading
    of_a: dict[int, int] = field(default_factory=dict)
    of_b: dict[int, int] = field(default_factory=dict)
    how: dict[int, How] = field(default_factory=dict)

    def add(self, x: Token, y: Token, how: How) -> None:
        """Take two tokens for counterparts."""
        self.of_a[x.place], self.of_b[y.place], self.how[x.place] = y.place, x.place, how

    def partner(self, x: Token) -> Token | None:
        """The counterpart in B of a token of A."""
        place = self.of_a.get(x.place)
        return None if place is None else self.b.tokens[place]

    def partner_of_b(self, y: Token) -> Token | None:
        """The counterpart in A of a token of B."""
        place = self.of_b.get(y.place)
        return None if place is None else self.a.tokens[place]

    def pairs(self) -> list[tuple[Token, Token, How]]:
        """All counterparts, in the order of A."""
        return [(self.a.tokens[x], self.b.tokens[y], self.how[x]) for x, y in sorted(self.of_a.items())]

    def turned(self) -> Matching:
        """The same, seen from B."""
        return Matching(
            self.b, self.a, dict(self.of_b), dict(self.of_a), {y: self.how[x] for x, y in self.of_a.items()}
        )
