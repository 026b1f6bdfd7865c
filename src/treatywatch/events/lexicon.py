"""The lexicon of actions, decoded and indexed by lemma (`lexicon/<language>/actions.yml` says what each field means).

The actions stand in the folder beside it, a file for each field of acts; `classes.yml` says what their arguments may be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from treatywatch.events.openers import Openers
from treatywatch.model.vocabulary import EventKind, Modality

T = TypeVar("T")
PATH = "lexicon/en/actions.yml"
FIELD = "lexicon/en/actions/{}.yml"
CLASSES = "lexicon/en/classes.yml"
AMOUNTS = "lexicon/en/amounts.yml"


@dataclass(frozen=True, slots=True)
class Action:
    """One kind of event, the words that tell it and the frames they need (see the head of the file); `told`: how they tell it."""

    kind: EventKind
    frames: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    told: Modality | None = None


@dataclass(frozen=True, slots=True)
class Announcing:
    """Words that announce (`saying`: only one's own plans), and what the announcing of a kind is called."""

    verbs: tuple[str, ...]
    saying: tuple[str, ...]
    nouns: tuple[str, ...]
    announced: Mapping[str, EventKind]


@dataclass(frozen=True, slots=True)
class WordClass:
    """What an argument may be: `names` of the shelf, lemmas of nouns or verbs; `kinds` must modify them; `weak` nouns need more,
    `resolved` ones count only where they mean a treaty of the shelf.

    Where `pronouns` or `states` is false, a pronoun or a state's organ ("the Federation Council") is none.
    """

    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    resolved: tuple[str, ...] = ()
    pronouns: bool = True
    states: bool = True


@dataclass(frozen=True, slots=True)
class Governors:
    """Lemmas that govern an action, by what they make of it."""

    planned: tuple[str, ...]
    threatened: tuple[str, ...]
    hypothetical: tuple[str, ...]
    wished: tuple[str, ...]
    denied: tuple[str, ...]
    happened: tuple[str, ...]
    ongoing: tuple[str, ...]
    real_when_past: tuple[str, ...]
    judging: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Light:
    """Verbs that carry a noun as their object (`neutral`, `planned`) or as their subject.

    `about`: those that only speak of it, `reacting`: those whose subject is another than who did it.
    """

    neutral: tuple[str, ...]
    about: tuple[str, ...]
    reacting: tuple[str, ...]
    planned: tuple[str, ...]
    subject: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """Prepositions before a noun of action, by what they make of it."""

    happened: tuple[str, ...]
    planned: tuple[str, ...]
    ongoing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adjectives:
    """Adjectives of a noun of action, by what they make of it."""

    planned: tuple[str, ...]
    hypothetical: tuple[str, ...]
    threatened: tuple[str, ...]
    denied: tuple[str, ...]
    happened: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeedWords:
    """Words around a noun of action.

    Done: after `factive` verbs, `because` prepositions, and by preposition the `nouns` and `verbs` before it; where a verb of `judging`
    calls it something. Not done: `failing`. To come: `awaiting` (before "for"). A mere matter: `aims`, which it is said to be.
    """

    failing: tuple[str, ...]
    factive: tuple[str, ...]
    because: tuple[str, ...]
    judging: tuple[str, ...]
    awaiting: tuple[str, ...]
    aims: tuple[str, ...]
    nouns: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ActionsFile:
    """The words around actions, as the file holds them; `fields`: the files of actions beside it, the first winning a tie of frames;
    `pasts`: irregular forms of verbs that open a sentence as whole words.
    """

    fields: tuple[str, ...]
    pasts: tuple[str, ...]
    announcing: Announcing
    swallowing: tuple[EventKind, ...]
    arms: tuple[str, ...]
    governors: Governors
    light: Light
    lead: Lead
    adjectives: Adjectives
    deeds: DeedWords
    forms: tuple[str, ...]
    topics: tuple[str, ...]
    fact_lines: Mapping[EventKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FieldFile:
    """The actions of one field of acts, as their file holds them."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class ClassesFile:
    """Every word class by name, as the file holds them."""

    classes: Mapping[str, WordClass]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Words that only count or cut what stands after their "of" ("two thirds of its centrifuges"): lemmas of `nouns`, and `others`."""

    nouns: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, taken apart: role → the classes that may fill it, `particle` the verb's own, if it has one; `told` as in `Action`."""

    kind: EventKind
    particle: str | None
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    told: Modality | None = None

    @property
    def weight(self) -> int:
        """How much the frame asks for: the frame that asks for most wins."""
        return (
            2 * len(self.roles)
            + (self.particle is not None)
            - ("any" in {name for _, names in self.roles for name in names})
        )


class Decoder(Protocol):
    """What loads a file of the shelf into a class."""

    def decode(self, relative: str, cls: type[T]) -> T:
        """The file's content as `cls`; raises ShelfError."""


_SHORT = 5
"""Letters of a trigger up to which it is looked for with its endings, not as a beginning: on our labelled texts and 92 real
reports one word in eight that opened the gate before was no trigger's form ("seven", "barely"), and no form was lost."""


class ActionLexicon:
    """The lexicon with its indexes."""

    def __init__(
        self, file: ActionsFile, actions: Sequence[Action], classes: Mapping[str, WordClass], amounts: Amounts
    ) -> None:
        self.file = file
        self.classes = classes
        self.amounts = frozenset((*amounts.nouns, *amounts.others))
        self.verbs = _index((action, action.verbs) for action in actions)
        self.nouns = _index((action, action.nouns) for action in actions)
        self.swallowing = frozenset(file.swallowing)
        self.fact_lines = {label: kind for kind, labels in file.fact_lines.items() for label in labels}

    @cached_property
    def governors(self) -> Mapping[str, str]:
        """Lemma → `planned`, `threatened`, …"""
        file = self.file.governors
        table: dict[str, str] = {}
        for name in (
            "planned",
            "threatened",
            "hypothetical",
            "wished",
            "denied",
            "happened",
            "ongoing",
            "real_when_past",
            "judging",
        ):
            for lemma in getattr(file, name):
                table.setdefault(lemma, name)
        return table

    @cached_property
    def words(self) -> Openers:
        """The beginnings of all triggers, short ones with their endings, and their irregular forms: a sentence without any tells no event.

        Forms of "be" stand everywhere: what it tells with other words ("no longer", "in force") stands among the forms.
        """
        lemmas = {lemma for lemma in (*self.verbs, *self.nouns) if lemma != "be"}
        long = {lemma[:-1] for lemma in lemmas if len(lemma) > _SHORT}
        return Openers(
            long | set(self.file.forms), (*(lemma for lemma in lemmas if len(lemma) <= _SHORT), *self.file.pasts)
        )

    @cached_property
    def topics(self) -> Openers:
        """The beginnings of the words that such a sentence speaks of."""
        return Openers(self.file.topics)


def _index(entries: object) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = defaultdict(list)
    for action, words in entries:  # type: ignore[attr-defined]
        for word in words:
            lemma, _, particle = word.partition(" ")
            found[lemma].extend(_frame(action, particle or None, text) for text in action.frames)
    return {lemma: tuple(sorted(frames, key=lambda frame: -frame.weight)) for lemma, frames in found.items()}


def _frame(action: Action, particle: str | None, text: str) -> Frame:
    if text == "bare":
        return Frame(action.kind, particle, (), action.told)
    roles = []
    for part in text.split("+"):
        role, _, classes = part.partition(":")
        roles.append((role, tuple(classes.split("/"))))
    return Frame(action.kind, particle, tuple(roles), action.told)


def load_actions(shelf: Decoder) -> ActionLexicon:
    """The lexicon of the shelf; raises ShelfError where a file of it is broken."""
    file = shelf.decode(PATH, ActionsFile)
    actions = [action for field in file.fields for action in shelf.decode(FIELD.format(field), FieldFile).actions]
    return ActionLexicon(file, actions, shelf.decode(CLASSES, ClassesFile).classes, shelf.decode(AMOUNTS, Amounts))
