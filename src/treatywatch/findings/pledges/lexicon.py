"""The words of pledges, decoded and compiled (`lexicon/en/pledges.yml` says what each list is for)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from treatywatch.findings.words import any_of, near
from treatywatch.model.vocabulary import EventKind

T = TypeVar("T")

_TO_PROMISE = 4
"""Words between a verb that ends something and the promise that it ends ("lifted its self-imposed five-year ban"); by eye."""
_LEADING = re.compile(
    r"^\s*(?:(?:also|then|not|never|\w+ly|to|would|will|keep|continue|continuing|go on|going on|start|begin)\s+)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ActWords:
    """What can be promised, the event kind that it is followed through, and the words that tell it."""

    id: str
    kind: EventKind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PledgesFile:
    """The file as it is written."""

    acts: tuple[ActWords, ...]
    no_acts: tuple[str, ...]
    arriving: tuple[str, ...]
    not_arms: tuple[str, ...]
    opposites: Mapping[str, tuple[str, ...]]
    negation: tuple[str, ...]
    restraint: tuple[str, ...]
    doing_the_same: tuple[str, ...]
    there: tuple[str, ...]
    regions: tuple[str, ...]
    broad: tuple[str, ...]
    promising: tuple[str, ...]
    going_on: tuple[str, ...]
    omissions: tuple[str, ...]
    intending: tuple[str, ...]
    renouncing: tuple[str, ...]
    perhaps: tuple[str, ...]
    so_far: tuple[str, ...]
    vowing: tuple[str, ...]
    vows: tuple[str, ...]
    agreeing: tuple[str, ...]
    not_made: tuple[str, ...]
    refusing: tuple[str, ...]
    denying: tuple[str, ...]
    depending: tuple[str, ...]
    unpromising: tuple[str, ...]
    talking: tuple[str, ...]
    conditions: tuple[str, ...]
    offering: tuple[str, ...]
    taken_up: tuple[str, ...]
    acceptance: tuple[str, ...]
    unaccepted: tuple[str, ...]
    offers: tuple[str, ...]
    taking_back: tuple[str, ...]
    revoking: tuple[str, ...]
    promises: tuple[str, ...]
    hardly: tuple[str, ...]
    not_yet: tuple[str, ...]
    contesting: tuple[str, ...]
    arms: tuple[str, ...]
    civil: tuple[str, ...]
    of_arms: tuple[str, ...]
    unfriendly: tuple[str, ...]
    friendly: tuple[str, ...]
    disarming: tuple[str, ...]
    forces: tuple[str, ...]
    of_law: tuple[str, ...]
    classes: Mapping[str, tuple[str, ...]]


class Lexicons(Protocol):
    """What loads a file of the lexicon into a class."""

    def lexicon(self, name: str, cls: type[T]) -> T:
        """The file `name` as `cls`; raises ShelfError."""


class PledgeLexicon:
    """The lexicon with its patterns; all of them ignore case."""

    def __init__(self, file: PledgesFile) -> None:
        self.file = file
        self._made: dict[str, re.Pattern[str]] = {}

    def words(self, name: str) -> re.Pattern[str]:
        """The pattern of the list `name`, as whole words."""
        if name not in self._made:
            self._made[name] = any_of(getattr(self.file, name))
        return self._made[name]

    @cached_property
    def acts(self) -> Mapping[str, re.Pattern[str]]:
        """Act → the words that tell it."""
        return {act.id: any_of(act.words) for act in self.file.acts}

    @cached_property
    def kinds(self) -> Mapping[str, EventKind]:
        """Act → the event kind that it is followed through."""
        return {act.id: act.kind for act in self.file.acts}

    @cached_property
    def classes(self) -> Mapping[str, re.Pattern[str]]:
        """Class of things → the words that tell it."""
        return {name: any_of(words) for name, words in self.file.classes.items()}

    def classes_in(self, text: str) -> frozenset[str]:
        """The classes of things that a text speaks of."""
        return frozenset(name for name, pattern in self.classes.items() if pattern.search(text))

    def acts_in(self, text: str) -> tuple[str, ...]:
        """The acts that a text tells, in the order of its words."""
        found = ((match.start(), act) for act, pattern in self.acts.items() if (match := pattern.search(text)))
        return tuple(act for _, act in sorted(found))

    @cached_property
    def revoked(self) -> re.Pattern[str]:
        """A verb that ends, and the promise that it ends."""
        return near(self.words("revoking"), self.words("promises"), _TO_PROMISE)

    def takes_back(self, text: str) -> bool:
        """Whether words take a pledge back, and do not only threaten to."""
        told = self.words("taking_back").search(text) or self.revoked.search(text)
        return told is not None and not self.words("hardly").search(text[: told.start()])

    def ends_with_act(self, text: str) -> bool:
        """Whether a text ends with an act that has no object yet (`will withdraw` of `will withdraw and destroy all …`)."""
        last = text.rstrip(" ,").rpartition(" ")[2]
        return any(pattern.fullmatch(last) for pattern in self.acts.values())

    def opening_act(self, text: str) -> str | None:
        """The act that a text opens with, after `to`, `not to` or an auxiliary."""
        opening = _LEADING.sub("", text)
        return next((act for act, pattern in self.acts.items() if pattern.match(opening)), None) or (
            "left off" if self.words("restraint").match(opening) else None
        )


def load_pledge_words(shelf: Lexicons) -> PledgeLexicon:
    """The lexicon of the shelf; raises ShelfError where its file is broken."""
    return PledgeLexicon(shelf.lexicon("pledges", PledgesFile))
