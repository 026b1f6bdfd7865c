"""Quantifiers exchanged: "all missiles", "some missiles"; and bounds turned round: "more than", "less than"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.pairing import Pairing, altered
from treatywatch.stories.alterations.tokens import CONTENT, NAME, NUMBER, PART, Reading, Token

_NONE = 5
"""Rank of "no" and "none": that is a matter of polarity."""
_MORE, _LESS = (
    frozenset({"more", "over", "above", "least", "minimum"}),
    frozenset({"less", "fewer", "under", "below", "most", "maximum"}),
)


def compare(pairing: Pairing) -> Iterator[Alteration]:
    """Quantifiers of counterparts that say another quantity, and numbers whose bound is turned."""
    for x, y, _ in pairing.matching.pairs():
        if x.sort in (CONTENT, NAME) and y.sort in (CONTENT, NAME):
            mine, theirs = _quantifier(pairing, pairing.a, x), _quantifier(pairing, pairing.b, y)
            denied = pairing.signs_a[x.place] * pairing.signs_b[y.place] < 0 or pairing.signs_a[x.place] < 0
            if (
                mine and theirs and not denied and _other_rank(pairing, mine, theirs)
            ):  # "little", "not much": told as polarity
                yield altered(Kind.WORDING, mine, theirs, Meaning.CHANGED)
        elif x.sort == y.sort == NUMBER:
            bounds = _bound(pairing.a, x), _bound(pairing.b, y)
            if None not in bounds and bounds[0] != bounds[1]:
                yield altered(Kind.NUMBER, x, y, Meaning.CHANGED)


_CEILING = re.compile(
    r"\b(?:no|not) (?:more|higher|further|farther) than$|\bat most$|\bup to$|\bmaximum(?: of)?$|\b(?:limited|capped) (?:to|at)$"
)
_BEYOND = re.compile(r"\b(?:beyond|above|over|past|exceed|exceeding|more than|higher than|further than)$")


def same_ceiling(pairing: Pairing) -> bool:
    """Whether one passage tells a ceiling that the other tells as a denial ("no more than 3 per cent", "not … beyond 3 per cent")."""
    for x, y, _ in pairing.matching.pairs():
        if x.sort == y.sort == NUMBER:
            mine, theirs = _before(pairing.a, x), _before(pairing.b, y)
            for one, sign, other in (
                (mine, pairing.signs_a[x.place], theirs),
                (theirs, pairing.signs_b[y.place], mine),
            ):
                if sign < 0 and _BEYOND.search(one) and _CEILING.search(other):
                    return True
    return False


def _before(reading: Reading, token: Token) -> str:
    near = [one for one in reading.tokens[max(0, token.place - 6) : token.place] if one.sort != PART]
    return " ".join(one.text.lower() for one in near[-4:])


def _quantifier(pairing: Pairing, reading: Reading, token: Token) -> Token | None:
    ranks = pairing.words.quantity_of
    for child in reading.children(token):
        if child.dep in ("det", "amod", "predet", "nummod") and child.lemma in ranks and child.sort != PART:
            negated = child.place > 0 and reading.tokens[child.place - 1].lemma == "not"  # "not many": told as polarity
            return None if negated else child
    head = reading.head(token)
    if token.dep == "pobj" and head.lemma == "of" and reading.head(head).lemma in ranks:
        return reading.head(head)
    return None


def _other_rank(pairing: Pairing, x: Token, y: Token) -> bool:
    ranks = pairing.words.quantity_of
    return ranks[x.lemma] != ranks[y.lemma] and _NONE not in (ranks[x.lemma], ranks[y.lemma])


def _bound(reading: Reading, token: Token) -> str | None:
    for place in range(max(0, token.place - 3), token.place):
        word = reading.tokens[place].text.lower()
        denied = place > 0 and reading.tokens[place - 1].lemma in ("no", "not")  # "no fewer than"
        if word in _MORE:
            return "less" if denied else "more"
        if word in _LESS:
            return "more" if denied else "less"
    return None
