"""Words made comparable: stems, and the concepts under which different words for one act fall ("quit", "withdrawal")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from treatywatch.language.days_words import NUMBER_WORDS, number_of
from treatywatch.model.vocabulary import EventKind
from treatywatch.shelf import Shelf

PATH = "lexicon/en/dating.yml"
_WORD = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]*|\d[\d,.]*\d|\d")
_BEYOND = re.compile(r";|:|\bthat\b|\bwhich\b|\bwho\b")
_ENDINGS = re.compile(
    r"(?:[iz]?ations?|isations?|ments?|ings?|ions?|ity|ities|ies|ied|ally|als?|ers?|ors?|ed|es|e|s|ly|y)$", re.ASCII
)
_SHORTEST = 4
TEN = 10
MAIN_WORDS = 2
"""Words of action that a line of history opens with: a verb, and what it takes."""


@dataclass(frozen=True, slots=True)
class DatingFile:
    """`lexicon/en/dating.yml`: families of event kinds, and the words that histories and reports use for one thing."""

    families: Mapping[str, tuple[EventKind, ...]]
    acts: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    too_common: tuple[str, ...]
    subjects: Mapping[str, str]
    instruments: tuple[str, ...]
    announcing: tuple[str, ...]
    supposing: tuple[str, ...]
    standing: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending: enough to bring "ratify", "ratifies" and "ratified" together, never fewer than four letters."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'").replace("-", "")
    ending = _ENDINGS.search(plain, _SHORTEST)
    return plain[: ending.start()] if ending else plain


def _number(word: str) -> str | None:
    """A number of two figures or more that is written in words ("seventy-one"), in figures; the small ones tell nothing apart."""
    parts = word.lower().split("-")
    if not all(part in NUMBER_WORDS for part in parts):
        return None
    told = number_of(word)
    return str(told) if told is not None and told > TEN else None


class Concepts:
    """Stems and concepts by one lexicon."""

    def __init__(self, file: DatingFile) -> None:
        self.file = file
        self._family = {kind: name for name, members in file.families.items() for kind in members}
        self._common = frozenset(map(stem, file.too_common)) | frozenset(file.too_common)
        self._words: dict[str, set[str]] = {}
        for sign, table in (("=", file.groups), ("+", file.acts)):
            for name, words in table.items():
                for word in words:
                    self._words.setdefault(stem(word), set()).add(sign + name)
        self._announcing = frozenset(map(stem, file.announcing))
        self.instruments = "|".join(file.instruments)
        self._supposing = frozenset(file.supposing)
        self.standing = {name: re.compile("|".join(words), re.IGNORECASE) for name, words in file.standing.items()}

    @classmethod
    def of(cls, shelf: Shelf) -> Concepts:
        """The concepts of the shelf's lexicon."""
        return cls(shelf.decode(PATH, DatingFile))

    def spoken_of(self, text: str) -> frozenset[str]:
        """The treaties whose subject the text tells, also where it does not name them."""
        return frozenset(id for id, words in self.file.subjects.items() if re.search(words, text, re.IGNORECASE))

    def announces(self, says: str) -> bool:
        """Whether a line of history tells words rather than deeds ("announces", "proposes", "calls")."""
        return any(stem(word) in self._announcing for word in _WORD.findall(says.partition(";")[0]))

    def supposes(self, text: str) -> bool:
        """Whether words tell what may be rather than what is ("may stage a second test", "the possibility of a third")."""
        words = [*_WORD.findall(text), ""]
        return any(
            word.lower() in self._supposing and word != "May" and after not in ("not", "never")
            for word, after in pairwise(words)
        )

    def is_parliament(self, name: str) -> bool:
        """Whether a name is that of a parliament or a chamber of one ("the US Senate")."""
        return any("=parliament" in self.of_token(word) for word in name.lower().split())

    def of_kind(self, kind: EventKind) -> frozenset[str]:
        """The concept of an event kind."""
        return frozenset({f"+{self._family.get(kind, kind.value)}"})

    def of_word(self, word: str) -> frozenset[str]:
        """The concepts that one word may tell; none for most words."""
        return frozenset(self._words.get(stem(word), ()))

    def features(self, text: str) -> frozenset[str]:
        """The stems of a text's telling words, and their concepts."""
        return frozenset(feature for word in _WORD.findall(text) for feature in self.of_token(word))

    def of_token(self, word: str) -> frozenset[str]:
        """The features of one word: its concepts, else its stem; none where it is too common to tell anything."""
        if (number := _number(word)) is not None:
            return frozenset({number})
        root = stem(word)
        if word.lower() in self._common or root in self._common or len(root) < 2:
            return frozenset()
        return self.of_word(word) or frozenset({root.replace(",", "")})

    def main(self, says: str) -> frozenset[str]:
        """The concepts of the first words of a history's line that tell an act ("ends its moratorium"), not of what is said to follow."""
        words = [
            found
            for word in _WORD.findall(_BEYOND.split(says)[0])
            if (found := frozenset(one for one in self.of_word(word) if one.startswith("+")))
        ]
        return frozenset().union(*words[:MAIN_WORDS])

    def names(self, text: str) -> frozenset[str]:
        """The words of a text that are written large, beside its first one: persons and places."""
        return frozenset(word.lower().removesuffix("'s") for word in _WORD.findall(text) if word[0].isupper())
