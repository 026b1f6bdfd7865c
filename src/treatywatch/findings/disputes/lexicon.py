"""The words of charges and answers, decoded and compiled (`lexicon/en/disputes.yml` says what each list is for)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from treatywatch.findings.words import any_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DisputesFile:
    """The file as it is written."""

    charges: tuple[str, ...]
    breaking: tuple[str, ...]
    rejecting: tuple[str, ...]
    anaphors: tuple[str, ...]
    reciprocal: tuple[str, ...]
    measures: tuple[str, ...]
    matters: Mapping[str, tuple[str, ...]]
    not_of: Mapping[str, tuple[str, ...]]


class Lexicons(Protocol):
    """What loads a file of the lexicon into a class."""

    def lexicon(self, name: str, cls: type[T]) -> T:
        """The file `name` as `cls`; raises ShelfError."""


class DisputeLexicon:
    """The lexicon with its patterns; all of them ignore case."""

    def __init__(self, file: DisputesFile) -> None:
        self.charges, self.breaking, self.rejecting = map(any_of, (file.charges, file.breaking, file.rejecting))
        self.anaphors, self.reciprocal = any_of(file.anaphors), any_of(file.reciprocal)
        self.matters = {treaty: any_of(words) for treaty, words in file.matters.items()}
        self._not_of = file.not_of
        self._units = file.measures

    @cached_property
    def figures(self) -> re.Pattern[str]:
        """A number with its unit, or a unit told beside a number word."""
        return re.compile(rf"\d[\d,.]*\s*(?:{any_of(self._units).pattern})", re.IGNORECASE)

    def treaty_of_matter(self, content: str, against: str) -> str | None:
        """The treaty whose matter a charge is, by its words and by whom it is made against."""
        for treaty, words in self.matters.items():
            if against not in self._not_of.get(treaty, ()) and words.search(content):
                return treaty
        return None


def load_dispute_words(shelf: Lexicons) -> DisputeLexicon:
    """The lexicon of the shelf; raises ShelfError where its file is broken."""
    return DisputeLexicon(shelf.lexicon("disputes", DisputesFile))
