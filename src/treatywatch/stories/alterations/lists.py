"""The lists of words as they stand in `lexicon/en/alterations.yml` and `synonyms.yml`, decoded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opposites:
    """Any word of `one` is the opposite of any word of `other`."""

    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Converse:
    """One happening told from both ends: the agent of `verb` stands behind the preposition `agent` of the verb `of`, and so on."""

    verb: str
    of: str
    agent: str
    to: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words read as `lemma`; an `idiom` may have other words inside, one that `governs` ends in a preposition whose object is its own."""

    words: tuple[str, ...]
    lemma: str
    idiom: bool = False
    governs: bool = False


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that turn round what they govern; the comments of the file say what each list means."""

    words: str
    determiners: str
    nouns: str
    complements: str
    origins: str
    objects: str
    transparent: str
    degrees: str
    endings: str
    attitudes: str
    faint: str
    exceptive: str
    restricting: str
    prepositions: str


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words that leave open whether something is so; the `weak` ones tell an ability or a permission; of `negated`, "not clear"."""

    modals: str
    words: str
    verbs: str
    believed: str
    weak: str
    negated: str
    nouns: str


@dataclass(frozen=True, slots=True)
class Notices:
    """Words by which a desk tells that it corrected or withdrew a report, in lower case."""

    corrected: tuple[str, ...]
    withdrawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlterationFile:
    """The file `lexicon/en/alterations.yml`; its comments say what each list means."""

    source: str
    same: tuple[str, ...]
    opposite: tuple[Opposites, ...]
    loaded: str
    opposites_of_prepositions: tuple[tuple[str, ...], ...]
    converse: tuple[Converse, ...]
    reciprocal: str
    stative: str
    giving: str
    negation: Negation
    hedges: Hedges
    reporting: str
    neutral: str
    plain: str
    collective: str
    organs: str
    contractions: tuple[tuple[str, ...], ...]
    quantifiers: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    notices: Notices


@dataclass(frozen=True, slots=True)
class SynonymFile:
    """The file `lexicon/en/synonyms.yml`: groups from WordNet, separated by semicolons."""

    source: str
    nouns: str
    verbs: str
    adjectives: str
    adverbs: str
    opposites: str
    families: str
