"""The words of charges and answers, decoded and compiled (`lexicon/en/disputes.yml` says what each list is for)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from treatywatch.findings.words import any_of, near

T = TypeVar("T")

_TO_LAW = 8
"""Words between a verb that hurts and the law it hurts ("ignored for years the limits of"); by eye."""
_TO_ARMS = 6
"""Words between a deed and the arms that it is done with ("developed in secret a new missile"); by eye."""
_TO_PERMISSION = 2
"""Words between a law and what it allows ("the pact expressly permits"); by eye."""
_TO_DUTY = 6
"""Words between a failing and the duty that is failed ("cannot confirm that the United States has met"); by eye."""


@dataclass(frozen=True, slots=True)
class DisputesFile:
    """The file as it is written."""

    charges: tuple[str, ...]
    wrong: tuple[str, ...]
    hurting: tuple[str, ...]
    law: tuple[str, ...]
    arms: tuple[str, ...]
    instruments: tuple[str, ...]
    duties: tuple[str, ...]
    failing: tuple[str, ...]
    hidden: tuple[str, ...]
    doing: tuple[str, ...]
    blaming: tuple[str, ...]
    undone: tuple[str, ...]
    emphatic: tuple[str, ...]
    halted: tuple[str, ...]
    supposing: tuple[str, ...]
    suspecting: tuple[str, ...]
    bodies: tuple[str, ...]
    rejecting: tuple[str, ...]
    contradicting: tuple[str, ...]
    replying: tuple[str, ...]
    branding: tuple[str, ...]
    denials: tuple[str, ...]
    admitting: tuple[str, ...]
    allowing: tuple[str, ...]
    bearing: tuple[str, ...]
    empty: tuple[str, ...]
    anaphors: tuple[str, ...]
    links: tuple[str, ...]
    elsewhere: tuple[str, ...]
    the_weapon: tuple[str, ...]
    the_deed: tuple[str, ...]
    refusing: tuple[str, ...]
    indicting: tuple[str, ...]
    measures: tuple[str, ...]
    matters: Mapping[str, tuple[str, ...]]
    kin: Mapping[str, tuple[str, ...]]
    covert: tuple[str, ...]
    aims: tuple[str, ...]
    not_of: Mapping[str, tuple[str, ...]]
    sited: Mapping[str, tuple[str, ...]]
    works: tuple[str, ...]


class Lexicons(Protocol):
    """What loads a file of the lexicon into a class."""

    def lexicon(self, name: str, cls: type[T]) -> T:
        """The file `name` as `cls`; raises ShelfError."""


class DisputeLexicon:
    """The lexicon with its patterns; all of them ignore case."""

    def __init__(self, file: DisputesFile) -> None:
        self.file = file
        self.matters = {treaty: any_of(words) for treaty, words in file.matters.items()}
        self.empty = file.empty
        self._made: dict[str, re.Pattern[str]] = {}

    def words(self, name: str) -> re.Pattern[str]:
        """The pattern of the list `name`, as whole words."""
        if name not in self._made:
            self._made[name] = any_of(getattr(self.file, name))
        return self._made[name]

    @cached_property
    def hurt(self) -> re.Pattern[str]:
        """A verb that hurts, and the law that it hurts."""
        return near(self.words("hurting"), self.words("law"), _TO_LAW)

    @cached_property
    def hurt_before(self) -> re.Pattern[str]:
        """A law told before the verb that hurts it, which is the group `verb`: `the treaty that Moscow has broken`."""
        law, hurting = self.words("law").pattern, self.words("hurting").pattern
        return re.compile(rf"{law},?\s+(?:which|that)\s(?:[\w'’-]+\s+){{0,4}}?(?P<verb>{hurting})", re.IGNORECASE)

    @cached_property
    def armed(self) -> re.Pattern[str]:
        """Something done or hidden with arms."""
        done = any_of((*set(self.file.doing) - set(self.file.blaming), *self.file.hidden))
        return near(done, self.words("arms"), _TO_ARMS)

    @cached_property
    def failed(self) -> re.Pattern[str]:
        """A duty that is not done."""
        return near(self.words("failing"), self.words("duties"), _TO_DUTY)

    @cached_property
    def kept(self) -> re.Pattern[str]:
        """A duty that is done, under a law that is named."""
        return near(self.words("duties"), self.words("law"), _TO_LAW)

    @cached_property
    def allowed(self) -> re.Pattern[str]:
        """A law that is said to allow something, or not to forbid it."""
        return near(self.words("law"), self.words("allowing"), _TO_PERMISSION)

    @cached_property
    def figures(self) -> re.Pattern[str]:
        """A number with its unit, or a unit told beside a number word."""
        return re.compile(rf"\d[\d,.]*\s*(?:{self.words('measures').pattern})", re.IGNORECASE)

    @cached_property
    def _sited(self) -> Mapping[str, re.Pattern[str]]:
        return {system: any_of(places) for system, places in self.file.sited.items()}

    def sited(self, text: str) -> Iterator[str]:
        """The systems that are told by what they are and where they stand: `a huge radar in the forest near Krasnoyarsk`."""
        if self.words("works").search(text):
            yield from (system for system, places in self._sited.items() if places.search(text))

    def matters_of(self, content: str, against: str) -> Iterator[str]:
        """The treaties whose matter a charge is, by its words and by whom it is made against."""
        for treaty, words in self.matters.items():
            if against not in self.file.not_of.get(treaty, ()) and words.search(content):
                yield treaty


def load_dispute_words(shelf: Lexicons) -> DisputeLexicon:
    """The lexicon of the shelf; raises ShelfError where its file is broken."""
    return DisputeLexicon(shelf.lexicon("disputes", DisputesFile))
