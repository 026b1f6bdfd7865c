"""What a content holds to be wrong: a breach by its own word, a law that is hurt, a duty not done, a deed that a treaty forbids.

Read by the lexicon's words and not by a parse: contents come without their sentence. What is denied, only thought of, or (of a
deed) over and done with is no wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.model.passage import Span

_BEFORE = 50
"""Characters before a wrong in which a word can lift it: a clause's beginning, by eye."""
_STEM = 6
"""Letters by which two words are taken for one ("conversions", "converted", and not "convention")."""
_NONE = re.compile(r"\s+(?:no|nothing|none|neither|never|not)\b", re.IGNORECASE)
"""After a verb: what it tells was not done ("had no weapons")."""
_CLAUSE = re.compile(r"[,;:.—–]|\s(?:but|while|although|that|which|who|because|after|and)\s", re.IGNORECASE)


class Wrongs:
    """Reads wrongs with one lexicon."""

    def __init__(self, words: DisputeLexicon) -> None:
        self.words = words

    def breach(self, content: str, loosely: bool = False) -> Span | None:
        """The first breach that a content tells; `loosely` also one that is only feared, as in a content that accuses anyway."""
        words = self.words
        found = chain(words.words("wrong").finditer(content), words.hurt.finditer(content))
        spans = [Span(*match.span()) for match in found if not self._of_nothing(content, match.start())]
        spans += [Span(*match.span("verb")) for match in words.hurt_before.finditer(content)]
        told = [span for span in spans if loosely or not self._lifted(content, span.start)]
        failed = words.failed.finditer(content)
        told += [
            Span(*match.span()) for match in failed if loosely or not self._is_supposed(_before(content, match.start()))
        ]
        return min(told, key=lambda span: span.start, default=None)

    def _of_nothing(self, content: str, start: int) -> bool:
        """Whether a verb of breach has no object: `has broken no treaty`, `violated nothing`."""
        verbs = (self.words.words(name).match(content, start) for name in ("hurting", "wrong"))
        return any(verb is not None and _NONE.match(content, verb.end()) for verb in verbs)

    def deed(self, content: str, treaty: str, loosely: bool = False) -> Span | None:
        """The first deed in the matter of a treaty; in a covert matter only what is hidden, or aims at a weapon."""
        matter = self.words.matters[treaty].search(content)
        if matter is None:
            return None
        if treaty in self.words.file.covert and not (
            self.words.words("hidden").search(content) or self.words.words("aims").search(content)
        ):
            return None
        for match in self.words.words("doing").finditer(content):
            before = _before(content, match.start())
            if _NONE.match(content, match.end()):
                continue
            if loosely or not (self._lifted(content, match.start()) or self.words.words("halted").search(before)):
                return Span(min(match.start(), matter.start()), match.end())
        return None

    def _lifted(self, content: str, start: int) -> bool:
        before = self.words.words("emphatic").sub(" ", _before(content, start))
        return self._is_supposed(before) or bool(self.words.words("undone").search(before))

    def _is_supposed(self, before: str) -> bool:
        return bool(self.words.words("supposing").search(before))


def _before(content: str, start: int) -> str:
    """The words before a place, back to the beginning of its clause."""
    window = content[max(0, start - _BEFORE) : start]
    return _CLAUSE.split(window)[-1]


def topics(words: DisputeLexicon, content: str) -> Iterator[str]:
    """The beginnings of the words that tell what a content is about: of four letters or more, none of the common ones."""
    for word in re.findall(r"[a-z]{4,}", content.casefold()):
        if not word.startswith(words.empty):
            yield word[:_STEM]
