"""What fills a frame: tokens of the content, and the noun of whom it speaks; the words that frames look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from treatywatch.statements.clauses import children, infinitive
from treatywatch.statements.lexicon import Frame

_EMPTY = frozenset(
    [
        *("it", "that", "this", "so", "them", "him", "her", "me", "us", "you", "themselves", "himself", "herself"),
        *("anyone", "anybody", "everyone", "everybody", "someone", "somebody"),
    ]
)


def is_empty(noun: Any) -> bool:
    """Whether a noun is a pronoun that tells nothing by itself."""
    return bool(noun.lower_ in _EMPTY and noun.text != "US")


ANSWERS = frozenset(
    [
        "deny",
        "reject",
        "dispute",
        "dismiss",
        "refute",
        "rebut",
        "confirm",
        "praise",
        "condemn",
        "welcome",
        "criticise",
        "criticize",
    ]
)
"""Verbs that answer what was said before: "it" is content enough ("Moscow denies it")."""


DATED = ("DATE", "TIME")


ADVERBIAL = 5
"""Tokens of a day between a verb and its preposition ("called late on Monday for")."""


OBJECT = ("dobj", "dative", "obj")


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with the tokens of its content, and the noun of whom it speaks to or of."""

    frame: Frame
    content: tuple[Any, ...]
    whom: Any = None
    addressed: bool = False


def subtree(*heads: Any) -> tuple[Any, ...]:
    """All tokens that hang on these, themselves included."""
    return tuple(token for head in heads for token in head.subtree)


def object_of(verb: Any) -> Any:
    """The object behind the verb, or None."""
    found = [child for child in children(verb, *OBJECT) if child.i > verb.i]
    return found[0] if found else None


def to_verb(verb: Any, *labels: str) -> Any:
    """The first to-infinitive behind the verb among dependents of these labels, or None."""
    for child in children(verb, *labels):
        if child.i > verb.i and infinitive(child):
            return child
    return None


def answered(verb: Any, noun: Any) -> bool:
    """Whether the verb answers what "it" stands for (`denied it`)."""
    return verb.lemma_.lower() in ANSWERS and noun.lower_ in ("it", "this", "that")


def after_comma(clause: Any) -> bool:
    """Whether the words of a clause follow a comma."""
    first = next(iter(clause.subtree))
    return bool(first.i > 0 and first.nbor(-1).text == ",")


_OCCASIONS = frozenset(["following", "amid", "after", "ahead"])
"""Prepositions that tell the occasion of what is said ("voiced concern about the count following the charges")."""


def without_asides(noun: Any) -> tuple[Any, ...]:
    """The noun's words without a relative clause behind a comma, which the reporter adds, and without the occasion that closes them."""
    asides = [c for c in noun.subtree if c.dep_ == "relcl" and next(iter(c.subtree)).i > 0 and after_comma(c)]
    asides += [
        c for c in noun.subtree if c.lower_ in _OCCASIONS and c.dep_ == "prep" and c.right_edge == noun.right_edge
    ]
    left_out = {token for aside in asides for token in aside.subtree}
    return tuple(token for token in noun.subtree if token not in left_out)
