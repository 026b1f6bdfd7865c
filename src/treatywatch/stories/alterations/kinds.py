"""The nouns of a comparison: alterations, passages side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Relation


class Kind(StrEnum):
    """What was altered (closed vocabulary of the contract)."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    POLARITY = "polarity"
    AGENT = "agent"
    SPEAKER = "speaker"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    HEDGE = "hedge"
    HEADLINE = "headline"
    PRONOUN = "pronoun"
    GRAMMAR = "grammar"
    BROKEN_TOKEN = "broken-token"
    WORDING = "wording"


class Meaning(StrEnum):
    """Whether a reader learns the same."""

    KEPT = "kept"
    CHANGED = "changed"
    UNCLEAR = "unclear"


class Likeness(StrEnum):
    """How a passage of one report stands to its counterpart."""

    SAME = "same"
    REWORDED = "reworded"
    ALTERED = "altered"
    ONLY_A = "only_a"
    ONLY_B = "only_b"


@dataclass(frozen=True, slots=True)
class Alteration:
    """One thing that reads otherwise: the words in either report (None where it has none), and whether the meaning is kept.

    `at_a`/`at_b` are the offsets of the words, where they stand in one piece. `against` is the passage of the same report that
    a headline departs from.
    """

    kind: Kind
    a: str | None
    b: str | None
    meaning: Meaning
    at_a: Span | None = None
    at_b: Span | None = None
    against: Span | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of one report beside its counterpart in the other; None where it has none."""

    likeness: Likeness
    a: Span | None
    b: Span | None
    alterations: tuple[Alteration, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two reports relate: their relation, the share of the shorter one's prose that stands word for word in the other, the passages."""

    relation: Relation
    containment: float
    pairs: tuple[Pair, ...] = field(default=())
