"""The words in which reports make claims, decoded and compiled (`lexicon/en/claims.yml` says what each list is for)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from treatywatch.model.vocabulary import EventKind

T = TypeVar("T")
PATH = "lexicon/en/claims.yml"
WHOLE = r"(?<![\w-])@(?![\w-])"
"""The template of whole words."""


@dataclass(frozen=True, slots=True)
class PartyWords:
    """What a state is told to be, or to have done."""

    party: tuple[str, ...]
    signatory: tuple[str, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JoiningWords:
    """What makes a state a party or a signatory, bare ("join") and as a participle ("joined"), and the nouns for one that is none."""

    bare: tuple[str, ...]
    done: tuple[str, ...]
    strangers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActForms:
    """The words for an act: finite and past, bare, as a heading has it, the noun, and what hangs before who did it."""

    past: tuple[str, ...]
    bare: tuple[str, ...]
    present: tuple[str, ...]
    noun: tuple[str, ...]
    having: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """The file as it is written."""

    hedges: Mapping[str, tuple[str, ...]]
    loose_days: tuple[str, ...]
    triggers: Mapping[EventKind, tuple[str, ...]]
    disowning: tuple[str, ...]
    unsaid: tuple[str, ...]
    other_instruments: tuple[str, ...]
    other_marks: tuple[str, ...]
    dated: Mapping[EventKind, tuple[str, ...]]
    dated_nouns: Mapping[EventKind, tuple[str, ...]]
    party: PartyWords
    future: tuple[str, ...]
    states_parties: tuple[str, ...]
    counts_as_party: tuple[str, ...]
    ratified_by: tuple[str, ...]
    signed_by: tuple[str, ...]
    force_standing: tuple[str, ...]
    articles_of: Mapping[str, tuple[str, ...]]
    notice: tuple[str, ...]
    leaving: tuple[str, ...]
    lasting: tuple[str, ...]
    extending: tuple[str, ...]
    extended: tuple[str, ...]
    extendable: tuple[str, ...]
    not_notice: tuple[str, ...]
    ban: tuple[str, ...]
    own_range: tuple[str, ...]
    range_units: Mapping[str, tuple[str, ...]]
    limiting: tuple[str, ...]
    entitling: tuple[str, ...]
    holding: tuple[str, ...]
    supposing: tuple[str, ...]
    not_limiting: tuple[str, ...]
    limit_units: Mapping[str, tuple[str, ...]]
    limit_words: Mapping[str, str]
    destroyed: tuple[str, ...]
    destroyed_things: tuple[str, ...]
    not_destroyed: tuple[str, ...]
    sides: tuple[str, ...]
    first: tuple[str, ...]
    first_acts: Mapping[EventKind, tuple[str, ...]]
    stockpile: tuple[str, ...]
    clearing: tuple[str, ...]
    entry_after: tuple[str, ...]
    bodies: Mapping[str, tuple[str, ...]]
    left_body: tuple[str, ...]
    signers: tuple[str, ...]
    signers_lead: tuple[str, ...]
    signers_did: tuple[str, ...]
    done_by: Mapping[EventKind, tuple[str, ...]]
    taking_back: tuple[str, ...]
    consent_back: tuple[str, ...]
    has_left: tuple[str, ...]
    beside_actor: tuple[str, ...]
    elliptic: Mapping[EventKind, tuple[str, ...]]
    joinable: tuple[str, ...]
    told_of_treaty: Mapping[EventKind, ActForms]
    told_of_state: Mapping[EventKind, ActForms]
    lasting_since: Mapping[EventKind, tuple[str, ...]]
    staying: tuple[str, ...]
    belonging: tuple[str, ...]
    operative: tuple[str, ...]
    gone: tuple[str, ...]
    losing: tuple[str, ...]
    member_ended: tuple[str, ...]
    joining: JoiningWords
    towns: tuple[str, ...]


class Decoder(Protocol):
    """What loads a file of the shelf into a class."""

    def decode(self, relative: str, cls: type[T]) -> T:
        """The file's content as `cls`; raises ShelfError."""


class ClaimLexicon:
    """The lexicon with its patterns, each made when it is first asked for. All match plain lower-case text."""

    def __init__(self, file: ClaimsFile) -> None:
        self.file = file
        self._made: dict[tuple[str | tuple[str, ...], str], re.Pattern[str]] = {}

    def words(self, name: str) -> re.Pattern[str]:
        """The pattern of the list `name`, as whole words."""
        return self.pattern(name, WHOLE)

    def pattern(self, words: str | tuple[str, ...], template: str) -> re.Pattern[str]:
        """The pattern that `template` makes of a list (by name, or as it is), which stands for `@` in it. Each is made once."""
        key = (words, template)
        if key not in self._made:
            listed = getattr(self.file, words) if isinstance(words, str) else words
            self._made[key] = re.compile(template.replace("@", f"(?:{alternatives(listed)})"))
        return self._made[key]

    @cached_property
    def hedges(self) -> Mapping[str, re.Pattern[str]]:
        """Hedge → what stands right before a number so hedged."""
        return {
            name: re.compile(rf"(?<![\w-])(?:{alternatives(words)})\s(?:the\s)?$")
            for name, words in self.file.hedges.items()
        }

    @cached_property
    def triggers(self) -> Mapping[EventKind, re.Pattern[str]]:
        """Kind of event → the words that tell it."""
        return {
            kind: re.compile(rf"(?<![a-z-])(?:{'|'.join(re.escape(word) for word in words)})[\w-]*")
            for kind, words in self.file.triggers.items()
        }

    @cached_property
    def dated(self) -> Mapping[EventKind, re.Pattern[str]]:
        """Kind of event → words of it that a day follows at once."""
        return {
            kind: re.compile(rf"(?<![\w-])(?:{loosely_spaced(words)})(?=\s)") for kind, words in self.file.dated.items()
        }

    @cached_property
    def about_leaving(self) -> re.Pattern[str]:
        """Words that tell of leaving."""
        return self.words("leaving")


def alternatives(words: Iterable[str]) -> str:
    """Phrases as alternatives of a pattern, the longest first; `*` at the end stands for the rest of a word.

    Plain text has spaces for hyphens.
    """
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(_phrase(word) for word in ordered)


_SOFT = r"(?:(?:only|just|formally|officially|finally|also|already|first|duly|legally)\s+)*"
"""What a writer puts into a phrase without changing what it tells ("in force only since")."""


def loosely_spaced(words: Iterable[str]) -> str:
    """Phrases as `alternatives`, each of which may have an adverb between its words."""
    return alternatives(words).replace(r"\s+", r"\s+" + _SOFT)


def _phrase(phrase: str) -> str:
    stem = re.escape(phrase.removesuffix("*")).replace(r"\ ", r"\s+").replace(r"\-", r"[\s-]")
    return stem + (r"[\w-]*" if phrase.endswith("*") else "")


def load_claims(shelf: Decoder) -> ClaimLexicon:
    """The lexicon of the shelf; raises ShelfError where its file is broken."""
    return ClaimLexicon(shelf.decode(PATH, ClaimsFile))
