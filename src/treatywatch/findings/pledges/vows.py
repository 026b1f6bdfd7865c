"""Vows: promises that a report tells in its own words, where no statement is read ("gave its word that it would …").

A side, a word of promising, and what it promises, in one sentence; nothing where the promise is denied, asked for or only thought of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.retold import places, retold
from treatywatch.findings.sides import Sides
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import StatementEntry, Told
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Stance

_Side: TypeAlias = tuple[Mention, str]
_Sides: TypeAlias = tuple[_Side, ...]

_OPENING = 12
"""Characters in which a promise that stands before its speaker names whose deed it is; by eye."""
_FAR = 8
"""Words between who promises and the promise ("the ministry in a letter to the agency on Monday pledged"); by eye."""
_LIFTED = 4
"""Words before a promise in which it is lifted ("has yet to promise", "denied that it had promised"); by eye."""
_PLACE = re.compile(r"\b(?:in|at|near|from|to|with|against|over|for|of)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\s*(?:by|from)\s+(?:the\s+)?$", re.IGNORECASE)
_THAT = re.compile(
    r"(?:\s+(?:on|in|at|before|this|last|to|by|from)\s[^,;:]{1,90}?|\s+\w+day|\s+[^,;:]{1,60}?(?=\s+that\s)|\s+to\s[^;:]{1,90}?(?=\s+that\s))??"
    r",?\s+(?=(?:never |not )?to (?!(?:the|an?|its|his|her|their|all|other)\s|(?-i:[A-Z]))(?:\w+ly )?\w+|that\s"
    r"|(?:it|he|she|they)\s(?:would|will)\s)",
    re.IGNORECASE,
)
"""What may stand between a word of promising and what is promised: a day, an occasion, who is promised."""
_FRONTED = re.compile(r"(?P<content>.+?\b(?:will|would|won['’]t)\b[^;:]+?),\s(?P<who>[^,;:]{3,90}?)\s*$", re.IGNORECASE)
_QUOTES = '“”"'


class Vows:
    """Reads vows with one lexicon."""

    def __init__(self, words: PledgeLexicon, sides: Sides) -> None:
        self.words, self.sides = words, sides

    def told(self, texts: Iterable[Told]) -> Iterator[StatementEntry]:
        """The vows of some reports, in their order, as statements that pledge."""
        for told, sentence, day in places(texts, self.words.words("vows")):
            place = Span(sentence.start, sentence.end)
            if not any(mark in place.of(told.text) for mark in _QUOTES):
                yield from self._in_sentence(told, place, day)

    def _in_sentence(self, told: Told, place: Span, day: date | None) -> Iterator[StatementEntry]:
        text = place.of(told.text)
        named = tuple(self.sides.mentions(text, day))
        for match in self.words.words("vows").finditer(text):
            vow = Span(*match.span())
            found = self._before(text, vow, named) or self._behind(text, vow, named)
            if found is None or self._is_lifted(text, vow):
                continue
            who, content = found
            if self.words.words("agreeing").fullmatch(match.group()) and not self._alone(text, content, named):
                continue
            yield retold(told, place, who, vow, content, Stance.PLEDGE)

    def _is_lifted(self, text: str, vow: Span) -> bool:
        """Whether a promise is denied, only thought of, or asked for."""
        near = " ".join(text[: vow.start].split()[-_LIFTED:]).rpartition(",")[2]
        return any(self.words.words(name).search(near) for name in ("hardly", "not_made"))

    def _before(self, text: str, vow: Span, named: _Sides) -> tuple[_Side, Span] | None:
        """Who promises what in `X pledged … to`, `a pledge by X to`: named last before the vow, or by whom it is."""
        opening = _THAT.match(text, vow.end)
        if opening is None:
            return None
        content = Span(opening.end(), len(text.rstrip(" .")))
        bound = next((one for one in named if one[0].start == vow.end + 1), None)
        if bound is not None and text[vow.start : vow.end].casefold().startswith("commit"):
            return bound, content
        by = next((one for one in named if _BY.fullmatch(text[vow.end : one[0].start])), None)
        if by is not None:
            return by, content
        before = [one for one in named if one[0].end <= vow.start and not _PLACE.search(text[: one[0].start])]
        between = text[before[-1][0].end : vow.start] if before else ";"
        if len(between.split()) > _FAR or re.search(r"[.;:!?]", between):
            return None
        return before[-1], content

    def _behind(self, text: str, vow: Span, named: _Sides) -> tuple[_Side, Span] | None:
        """Who promises what in `X will …, its minister promised the delegates`: it must be his own side's deed."""
        fronted = _FRONTED.match(text[: vow.start])
        if fronted is None:
            return None
        content, who = Span(*fronted.span("content")), Span(*fronted.span("who"))
        doing = next((one for one in named if content.start <= one[0].start < content.start + _OPENING), None)
        telling = next((one for one in named if who.start <= one[0].start < who.end), None)
        own = re.match(r"(?:its|his|her|their)\b", who.of(text), re.IGNORECASE)
        if doing is None or not (own or (telling is not None and telling[1] == doing[1])):
            return None
        return doing, content

    def _alone(self, text: str, content: Span, named: _Sides) -> bool:
        """Whether one side alone agrees to disarm or to leave something off: what several agree is a treaty, and no pledge."""
        act = self.words.opening_act(content.of(text))
        before = {side for mention, side in named if mention.end <= content.start}
        return len(before) == 1 and (act == "left off" or act in self.words.file.friendly)
