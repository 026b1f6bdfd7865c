"""The cue lexicon: which words report a speech act, with what stance and in which frames."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from treatywatch.model.vocabulary import Stance
from treatywatch.shelf import Shelf
from treatywatch.statements.utterances import Mood, Person

FILE = "lexicon/en/cues.yml"
STANCES = "lexicon/en/stances.yml"

_PLAIN = frozenset(
    [
        *("clause", "that", "wh", "quote", "infinitive", "gerund", "object", "prep-object", "source"),
        *("object-clause", "object-quote", "object-infinitive", "on-infinitive", "to-infinitive"),
        *("object-of", "object-for", "object-as", "object-predicate"),
    ]
)
_WITH_WORD = frozenset(["prep", "object-prep"])


@dataclass(frozen=True, slots=True)
class Frame:
    """How a cue takes its content; `word` is the preposition of `prep:WORD`; `stance` replaces the cue's own."""

    EXPECTS: ClassVar[str] = "a frame such as clause, object-infinitive, prep:of or prep:on=demand"

    kind: str
    word: str | None = None
    stance: Stance | None = None

    @classmethod
    def parse(cls, text: str) -> Frame:
        """Read `kind`, `kind:word`, `kind=stance` or `kind:word=stance`; ValueError for anything else."""
        frame, _, stance = text.partition("=")
        kind, _, word = frame.partition(":")
        if (kind in _WITH_WORD) != bool(word) or kind not in _PLAIN | _WITH_WORD:
            raise ValueError(f"found {text!r}, expected {cls.EXPECTS}")
        return cls(kind, word or None, Stance(stance) if stance else None)


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One cue. `cue` is a lemma, or a lemma with its particle or preposition; `forms` are its irregular forms.

    `objects` are the only nouns that its frame `object` takes (none listed: all), `not_objects` those that it does not take.
    """

    cue: str
    pos: Literal["verb", "noun", "preposition"]
    stance: Stance
    frames: tuple[Frame, ...]
    forms: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    not_objects: tuple[str, ...] = ()

    def takes(self, noun: str) -> bool:
        """Whether the frame `object` takes the noun (a lemma)."""
        return noun not in self.not_objects and (not self.objects or noun in self.objects)

    def frame(self, kind: str, word: str | None = None) -> Frame | None:
        """The entry's frame of this kind, if it takes it."""
        return next((frame for frame in self.frames if frame.kind == kind and frame.word == word), None)


@dataclass(frozen=True, slots=True)
class StanceRule:
    """What a clause of the content does, where the cue is neutral. The comments in the file say what each key asks for."""

    stance: Stance
    words: tuple[str, ...] = ()
    who: tuple[Person, ...] = ()
    mood: tuple[Mood, ...] = ()
    negated: bool | None = None
    condition: tuple[str, ...] = ()
    at: Literal["start", "verb", "whole"] | None = None
    official: bool = False
    direct: bool | None = None


@dataclass(frozen=True, slots=True)
class StanceFile:
    """The file `lexicon/en/stances.yml`."""

    keeps: tuple[str, ...]
    officials: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    rules: tuple[StanceRule, ...]


@dataclass(frozen=True, slots=True)
class CueFile:
    """The file `lexicon/en/cues.yml`."""

    cues: tuple[CueEntry, ...]


class CueLexicon:
    """The lexicon made ready: entries by the first word's form."""

    def __init__(self, lexicon: CueFile, stances: StanceFile) -> None:
        self.lexicon = lexicon
        self.stances = stances
        self.verbs: dict[str, list[CueEntry]] = {}
        self.nouns: dict[str, list[CueEntry]] = {}
        self.phrases: dict[str, list[CueEntry]] = {}
        for entry in lexicon.cues:
            table = {"verb": self.verbs, "noun": self.nouns, "preposition": self.phrases}[entry.pos]
            for form in _forms(entry):
                table.setdefault(form, []).append(entry)
        # A phrase is known by its longest word: "according", "words", never "in".
        longest = (max(entry.cue.split(), key=len) for entry in lexicon.cues if entry.pos == "preposition")
        self._words = frozenset((*self.verbs, *self.nouns, *longest))

    def any_in(self, text: str) -> bool:
        """Whether a form of a cue stands in `text`: the gate before the parse."""
        return not self._words.isdisjoint(_WORD.findall(text.lower()))


_WORD = re.compile(r"[^\W\d_]+")


def load_cues(shelf: Shelf) -> CueLexicon:
    """The cues of the shelf; ShelfError where the file is broken."""
    return CueLexicon(shelf.decode(FILE, CueFile), shelf.decode(STANCES, StanceFile))


def _forms(entry: CueEntry) -> Iterable[str]:
    """The forms of the entry's first word; where the last consonant may be doubled, both spellings ("labeled", "labelled")."""
    head = entry.cue.split()[0]
    if entry.pos == "preposition":
        return {head}
    if entry.pos == "noun":
        return {head, _s_form(head)}
    stems = {head, head + head[-1]} if _MAY_DOUBLE.search(head) else {head}
    past = set(entry.forms) or {_ed_form(stem) for stem in stems}
    return {head, _s_form(head), *(_ing_form(stem) for stem in stems), *past}


_MAY_DOUBLE = re.compile(r"(?:^|[^aeiou]|qu)[aeiou][bdglmnprt]$")
"""A consonant behind a single vowel: doubled before -ed and -ing where it is stressed or British ("shrugged", "signalled")."""


def _s_form(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _ed_form(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ied"
    return word + "ed"


def _ing_form(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + "ing"
