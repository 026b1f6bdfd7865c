"""Words that say the opposite of each other: fields with two poles, antonyms, prefixes, and words that judge by themselves.

Fields follow the plan of Roget's Thesaurus (opposed heads); antonyms are WordNet's. The lists stand in `lexicon/en/opposites.yml`,
`verdicts.yml`, `alterations.yml` and `synonyms.yml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from treatywatch.stories.alterations.stems import exchanged_prefixes, prefixed, spelling, suffixed


@dataclass(frozen=True, slots=True)
class Field:
    """A dimension of meaning: any word of `one` is the opposite of any word of `other`, in one place.

    A field that `leans` tells what is good (`one`) or bad for what it is said of.
    """

    name: str
    one: str
    other: str
    leans: bool = False


@dataclass(frozen=True, slots=True)
class OppositeFile:
    """The file `lexicon/en/opposites.yml`: fields, and phrases with the word that each is read as."""

    source: str
    fields: tuple[Field, ...]
    idioms: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class VerdictFile:
    """The file `lexicon/en/verdicts.yml`: words that call something good or bad."""

    source: str
    good: str
    bad: str


class Opposition:
    """What is opposed to what. `pairs` are lists of two sides, `antonyms` groups of words separated by semicolons."""

    def __init__(
        self,
        file: OppositeFile,
        verdicts: VerdictFile,
        pairs: Iterable[tuple[Iterable[str], Iterable[str]]],
        antonyms: str,
    ) -> None:
        self._file, self._verdicts, self._pairs, self._antonyms = file, verdicts, pairs, antonyms

    @cached_property
    def _sides(self) -> dict[str, dict[int, int]]:
        """The fields of a word, with its pole in each."""
        found: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for number, field in enumerate(self._file.fields):
            for pole, listed in enumerate((field.one, field.other)):
                for word in listed.split():
                    found[spelling(word)][number] = pole
        return dict(found)

    @cached_property
    def _listed(self) -> frozenset[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for one, other in self._pairs:
            found.update(product(map(spelling, one), map(spelling, other)))
        for group in self._antonyms.split(";"):
            found.update(combinations(map(spelling, group.split()), 2))
        return frozenset(found | {(b, a) for a, b in found})

    def opposed(self, a: str, b: str) -> bool:
        """Whether two lemmas, in one spelling, say the opposite of each other.

        Two words that stand at one pole of any field are not opposed by another one: to "lift" and to "drop" a ban are one.
        """
        if (a, b) in self._listed or prefixed(a, b) is not None or suffixed(a, b) or exchanged_prefixes(a, b):
            return True
        mine, theirs = self._sides.get(a, {}), self._sides.get(b, {})
        common = mine.keys() & theirs.keys()
        return bool(common) and all(mine[number] != theirs[number] for number in common)

    def leaning(self, word: str) -> int:
        """+1 for a word that is good for what it is said of in every field that leans, −1 for one that is bad for it, else 0."""
        poles = {
            pole for number, pole in self._sides.get(spelling(word), {}).items() if self._file.fields[number].leans
        }
        return {frozenset({0}): 1, frozenset({1}): -1}.get(frozenset(poles), 0)

    @cached_property
    def _judging(self) -> dict[str, int]:
        return {
            spelling(word): verdict
            for verdict, listed in ((1, self._verdicts.good), (-1, self._verdicts.bad))
            for word in listed.split()
        }

    def verdict(self, word: str) -> int:
        """+1 for a word that calls something good, −1 for one that calls it bad, else 0."""
        return self._judging.get(spelling(word), 0)
