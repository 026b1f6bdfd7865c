"""Names one edit away: a deletion index over long single-word names (as in SymSpell), so that a look-up costs a few dictionary reads."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 7
"""Shorter words have too many neighbours: at six letters "Merkel" meets "Berkel" and "Powell" "Howell"."""


def _deletions(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))} | {word}


class Neighbours:
    """Which known words lie within one insertion, deletion, substitution or transposition of a word of `shortest` letters or more."""

    def __init__(self, words: Iterable[str], shortest: int = SHORTEST) -> None:
        self.shortest = shortest
        self.known = {word for word in words if len(word) >= shortest}
        self._index: dict[str, list[str]] = {}
        for word in self.known:
            for key in _deletions(word):
                self._index.setdefault(key, []).append(word)

    def of(self, word: str) -> tuple[str, ...]:
        """The known words one edit away from `word`; none where the word is known itself."""
        if len(word) < self.shortest or word in self.known:
            return ()
        return tuple(sorted({w for key in _deletions(word) for w in self._index.get(key, ()) if one_edit(word, w)}))


def one_edit(a: str, b: str) -> bool:
    """Whether `a` and `b` differ by at most one insertion, deletion, substitution or transposition of neighbours."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (a[i + 2 :] == b[i + 2 :] and a[i : i + 2] == b[i : i + 2][::-1])
