"""Reactions: answers that a report tells in its own words, where no statement is read ("Moscow brushed the charge aside").

Asked only of the sentences after a charge, and only of the side that is charged: there a word of denial with its subject is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.disputes.wrongs import topics
from treatywatch.findings.retold import retold
from treatywatch.findings.sides import Sides
from treatywatch.language.sentences import split
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import StatementEntry, ToldStatement
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Stance

_FAR = 8
"""Words between who reacts and the reaction ("the ministry's spokesman in a brief note on Monday dismissed"); by eye."""
_PLACE = re.compile(r"\b(?:in|at|near|from|to|with|against|over|of|by)\s+(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\s+(?:\w+\s+){0,2}(?:by|from|in)\s+(?:the\s+|a\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|been|is|are|being|met with|drew|draws|brought)\b", re.IGNORECASE)
_SHORTLY = re.compile(
    r"[“\"]?(?P<what>[^,.;:]{2,30})[,.!?”\"]+\s+(?:said|says|replied|replies|answered|answers|retorted|insisted|came the \w+ from)\b",
    re.IGNORECASE,
)
"""A word of answer before who gives it: `Not so, said …`."""
_INVERTED = re.compile(r"[,”\"]\s+(\w+(?:\s(?:back|off))?)\s+(?:the\s+)?$")
"""What stands before who answers behind his words: `…, retorted Ukraine's adviser`."""
_ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,]*,", re.IGNORECASE)
_COLON = re.compile(r"[^.;:!?“”\"]{0,80}:\s")


class Reactions:
    """Reads reactions with one lexicon."""

    def __init__(self, words: DisputeLexicon, sides: Sides) -> None:
        self.words, self.sides = words, sides

    def to(self, claim: ToldStatement, accuser: str, accused: str, reach: int) -> Iterator[StatementEntry]:
        """The reactions of the accused in the sentence of a claim and in those that begin up to so many characters behind it."""
        told, span = claim.told, claim.statement.evidence
        day = told.published.latest if told.published else None
        for sentence in split(told.text):
            place = Span(sentence.start, sentence.end)
            if sentence.heading or place.end < span.end or place.start > span.end + reach:
                continue
            for who, words in self._reactions(place.of(told.text), accuser, accused, day):
                own = any(one.overlaps(_moved(words, place.start)) for one in claim.statement.content)
                if not own and self._is_of_it(place.of(told.text), words, claim):
                    whole = Span(0, place.end - place.start)
                    yield retold(told, place, (who, accused), words, whole, Stance.REJECT)
                    break

    def _is_of_it(self, text: str, words: Span, claim: ToldStatement) -> bool:
        """Whether a reaction is told to be one to a charge, or to what this charge is about; or has no object at all."""
        near, rest = text[max(0, words.start - _OBJECT) : words.end + 2 * _OBJECT], text[words.end :]
        if not re.search(r"\w", re.split(r"[,.;:—–“\"]|\s(?:at|in|on|and|as|by|with|within|from)\s", rest)[0]):
            return True
        if re.search(r"[,”\"]\s*$", text[: words.start]) is not None:  # who answers is told behind his words
            return True
        told = any(self.words.words(name).search(near) for name in ("charges", "wrong", "rejecting"))
        if told or self.words.words("denials").fullmatch(words.of(text)):
            return True
        said = " ".join(span.of(claim.told.text) for span in claim.statement.content)
        taken_up = self.words.words("anaphors").search(rest[: _OBJECT // 2]) is not None
        return taken_up or bool(set(topics(self.words, near)) & set(topics(self.words, said)))

    def _reactions(self, text: str, accuser: str, accused: str, day: date | None) -> Iterator[tuple[Mention, Span]]:
        """Who reacts in a sentence, and the words that tell it; nothing where it is somebody else's charge."""
        named = tuple(self.sides.mentions(text, day))
        for mention, side in named:
            if side != accused:
                continue
            told = self._active(text, mention) or self._passive(text, mention) or self._spoken(text, mention)
            if told is None:
                continue
            low, high = min(mention.start, told.start), told.end + _OBJECT
            others = {one for other, one in named if low <= other.start <= high} - {accused}
            if not others or accuser in others:
                yield mention, told

    def _active(self, text: str, mention: Mention) -> Span | None:
        """`Moscow brushed the claim off`, `Tehran called the resolution political`, `Moscow's denial came at once`."""
        if _PLACE.search(text[: mention.start]):
            return None
        said = _INVERTED.search(text[: mention.start])
        if said is not None and any(self.words.words(name).search(said[1]) for name in ("contradicting", "replying")):
            return Span(*said.span(1))
        for name in ("contradicting", "branding", "denials", "admitting"):
            match = self.words.words(name).search(text, mention.end)
            if match is None or not self._is_near(text[mention.end : match.start()]):
                continue
            if name != "branding" or self.words.words("rejecting").search(text, match.end()):
                return Span(*match.span())
        return None

    def _is_near(self, between: str) -> bool:
        """Whether nothing stands between who reacts and the reaction that parts them, or lifts it."""
        between = _ASIDE.sub(" ", between)
        lifting = (self.words.words(name).search(between) for name in ("undone", "supposing", "failing"))
        return len(between.split()) <= _FAR and not re.search(r"[.;:!?]", between) and not any(lifting)

    def _passive(self, text: str, mention: Mention) -> Span | None:
        """`The charge was flatly denied by Tehran`, `… drew a denial from Moscow`."""
        by = _BY.search(text[: mention.start])
        matches = [
            match
            for name in ("contradicting", "denials")
            for match in self.words.words(name).finditer(text[: mention.start])
            if by is not None and by.start() <= match.end() <= by.end()
        ]
        for match in matches:
            before = text[: match.start()]
            if _WAS.search(before) and self._is_near(" ".join(before.split()[-4:])):
                return Span(*match.span())
        return None

    def _spoken(self, text: str, mention: Mention) -> Span | None:
        """`Moscow's answer was curt: nonsense`, `Foreign ministry spokesman X: “A fabrication”`."""
        shortly = _SHORTLY.match(text)
        if shortly is not None and 0 <= mention.start - shortly.end() <= _OBJECT:
            words = (self.words.words(name).search(shortly["what"]) for name in ("rejecting", "undone"))
            return next((Span(*word.span()) for word in words if word is not None), None)
        colon = _COLON.match(text, mention.end)
        if colon is None or _PLACE.search(text[: mention.start]) or mention.start > _OPENING:
            return None
        words = (self.words.words(name).search(text, colon.end()) for name in ("rejecting", "undone"))
        return next((Span(*word.span()) for word in words if word is not None), None)


_OBJECT = 40
"""Characters after a word of reaction in which stands whose charge is rejected; by eye."""
_OPENING = 30
"""Characters in which a sentence that ends in somebody's words after a colon names him; by eye."""


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
