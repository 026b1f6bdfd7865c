"""Gaps: white space of more than a character, which a parser takes for a word, and which tears what stands on both sides of it.

A text is parsed without its gaps, and its parse gets them back, so that every word stands at its own offset.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


class _Word(NamedTuple):
    """A word of the text with its gaps; `of` is the token that it is in the parse, None for a gap."""

    text: str
    spaced: bool
    of: int | None


def without_gaps(text: str) -> str:
    """The text with single spaces, and none before its first word."""
    return _GAP.sub(" ", text).lstrip(" ")


def with_gaps(doc: Any, text: str) -> Any:
    """The parse of `without_gaps(text)` as one of `text`: each gap is a word of white space that hangs on the one before it."""
    from spacy.tokens import Doc

    words = list(_words(doc, text))
    place = {word.of: new for new, word in enumerate(words) if word.of is not None}

    def told(read: Callable[[Any], Any], gap: Any) -> list[Any]:
        return [gap if word.of is None else read(doc[word.of]) for word in words]

    heads = [max(0, new - 1) if word.of is None else place[doc[word.of].head.i] for new, word in enumerate(words)]
    if words and words[0].of is None:
        heads[0] = place.get(0, 0)
    return Doc(
        doc.vocab,
        [word.text for word in words],
        [word.spaced for word in words],
        heads=heads,
        deps=told(lambda token: token.dep_, "dep"),
        tags=told(lambda token: token.tag_, "_SP"),
        pos=told(lambda token: token.pos_, "SPACE"),
        morphs=told(lambda token: str(token.morph), ""),
        lemmas=told(lambda token: token.lemma_, " "),
        ents=told(lambda token: f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O", "O"),
    )


def _words(doc: Any, text: str) -> Iterator[_Word]:
    at = 0
    for token in doc:
        start = text.index(token.text, at)
        if start > at:
            yield _Word(text[at:start], False, None)
        at = start + len(token.text)
        spaced = text.startswith(" ", at)
        yield _Word(token.text, spaced, token.i)
        at += spaced
    if at < len(text):
        yield _Word(text[at:], False, None)
