"""States that are told without their names: "143 nations", "no nuclear state", "dozens of countries", "86 have signed"."""

from __future__ import annotations

from collections.abc import Collection

from treatywatch.events.trees import Token, children, lemma

_STATES = frozenset(
    {
        "state",
        "country",
        "nation",
        "party",
        "member",
        "government",
        "signatory",
        "power",
        "signer",
        "participant",
        "capital",
        "republic",
        "ally",
    }
)
_ENVOYS = frozenset(
    {
        "delegate",
        "delegation",
        "negotiator",
        "diplomat",
        "representative",
        "envoy",
        "minister",
        "leader",
        "ambassador",
    }
)
_SINGLE = frozenset({"no", "single", "another", "one", "fellow"})


def counted(many: Token | None, amounts: Collection[str]) -> bool:
    """Whether states are told that nobody names; `amounts`: nouns that only count ("a handful of states").

    A number alone ("and 86 have signed") counts states where no other noun says what it counts.
    """
    if many is None:
        return False
    of = [noun for prep in children(many, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj")]
    counting = many.tag_ == "CD" or many.pos_ in ("NUM", "PRON") or {lemma(many), many.lower_} & {*amounts, "none"}
    if of and counting:
        return any(_of_many(noun) for noun in of)
    if many.tag_ == "CD":
        return many.dep_ in ("nsubj", "nsubjpass", "pobj")
    return _of_many(many)


def _of_many(noun: Token) -> bool:
    if lemma(noun) not in _STATES | _ENVOYS:
        return False
    return noun.tag_ == "NNS" or any(child.lower_ in _SINGLE for child in noun.children)
