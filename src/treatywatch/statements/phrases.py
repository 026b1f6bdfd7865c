"""Noun phrases over spaCy tokens: where they lie in the text, and which of their words name somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import children

_NOT_IN_NAME = frozenset(["relcl", "acl", "cc", "conj", "punct", "advcl", "parataxis", "ccomp", "preconj", "advmod"])
"""Dependents that are no part of the words that name somebody."""


def span_of(tokens: Iterable[Any], offset: int) -> Span:
    """From the first character to the last of the tokens."""
    listed = list(tokens)
    listed = [token for token in listed if not token.is_space] or listed
    return Span(min(t.idx for t in listed) + offset, max(t.idx + len(t) for t in listed) + offset)


def name_tokens(noun: Any) -> list[Any]:
    """The tokens that name somebody: the noun with what describes it, without clauses and coordinated nouns."""
    return sorted(_named(noun), key=lambda token: token.i)


def _named(noun: Any) -> Iterator[Any]:
    yield noun
    for child in noun.children:
        dated = child.dep_ in ("prep", "npadvmod") and any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree)
        beyond = noun.i < noun.head.i < child.i  # "The union said it would …, a step which …": an aside of the clause
        if child.dep_ not in _NOT_IN_NAME and not (dated and child.i > noun.i) and not beyond:
            yield from _named(child)


def conjuncts(noun: Any) -> list[Any]:
    """The noun and those coordinated with it ("Russia and the United States")."""
    found = [noun]
    for child in children(noun, "conj"):
        if child.pos_ in ("NOUN", "PROPN", "PRON"):
            found.extend(conjuncts(child))
    return found
