"""The words by which a change is judged: synonyms, opposites, negation, hedges (`lexicon/en/alterations.yml`, `synonyms.yml`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import combinations
from typing import Any

from treatywatch.shelf import Shelf
from treatywatch.stories.alterations.lists import AlterationFile, Converse, Phrase, SynonymFile
from treatywatch.stories.alterations.opposition import OppositeFile, Opposition, VerdictFile
from treatywatch.stories.alterations.stems import prefixed, spelling, stem, suffixed

_PARTICLES = frozenset({"up", "down", "out", "off", "in", "on", "over", "away", "back", "through", "along"})


class Words:
    """Both files, indexed. Words are compared by lemma, in one spelling (British and American forms are one)."""

    def __init__(
        self,
        own: AlterationFile,
        wordnet: SynonymFile,
        opposites: OppositeFile,
        verdicts: VerdictFile,
        cues: frozenset[str],
    ) -> None:
        self.own, self._wordnet, self._opposites, self._cues = own, wordnet, opposites, cues
        pairs = [(entry.one, entry.other) for entry in own.opposite]
        self.opposition = Opposition(opposites, verdicts, pairs, wordnet.opposites)

    @cached_property
    def phrases(self) -> dict[str, list[Phrase]]:
        """Phrases of several words by their first one, the longest first, each with what it is read as."""
        found: defaultdict[str, list[Phrase]] = defaultdict(list)
        for lemma, *phrases in (*self.own.phrases, *self._opposites.idioms):
            for phrase in phrases:
                words = tuple(phrase.removesuffix(" ~").split())
                found[words[0]].append(Phrase(words, lemma.replace(" ", "_"), True, phrase.endswith(" ~")))
        for group in self._particle_verbs:
            found[group[0]].append(Phrase(group, "_".join(group)))
        for entries in found.values():
            entries.sort(key=lambda entry: -len(entry.words))
        return dict(found)

    @cached_property
    def _particle_verbs(self) -> list[tuple[str, ...]]:
        fields = (pole for field in self._opposites.fields for pole in (field.one, field.other))
        listed = (*self.own.same, *_opposite_words(self.own), self.own.negation.complements, *fields)
        joined = {word for group in listed for word in group.split() if "_" in word}
        known = {word for word in re.findall(r"[a-z]+_[a-z]+", self._wordnet.verbs) if word.split("_")[1] in _PARTICLES}
        return [tuple(word.split("_")) for word in sorted(joined | known)]

    @cached_property
    def listed(self) -> frozenset[str]:
        """Every word of our own lists of synonyms and opposites."""
        fields = " ".join(f"{field.one} {field.other}" for field in self._opposites.fields)
        return frozenset(word for group in (*self.own.same, fields) for word in group.split())

    @cached_property
    def negators(self) -> frozenset[str]:
        """Words that negate what they stand with."""
        return frozenset(self.own.negation.words.split())

    @cached_property
    def negative_determiners(self) -> frozenset[str]:
        """Determiners that negate the clause of their noun."""
        return frozenset(self.own.negation.determiners.split())

    @cached_property
    def negative_nouns(self) -> frozenset[str]:
        """Nouns that negate what they are of ("lack of progress")."""
        return frozenset(self.own.negation.nouns.split())

    @cached_property
    def negative_verbs(self) -> frozenset[str]:
        """Verbs and adjectives that negate their complement ("fail to agree")."""
        return frozenset(self.own.negation.complements.split())

    @cached_property
    def loaded(self) -> frozenset[str]:
        """Words that take a side, or name a thing of its own."""
        return frozenset(map(spelling, self.own.loaded.split()))

    @cached_property
    def reporting(self) -> frozenset[str]:
        """Verbs that tell whose word something is."""
        return frozenset(self.own.reporting.split()) | self._cues

    @cached_property
    def neutral(self) -> frozenset[str]:
        """Verbs of reporting that add nothing to what is said."""
        return frozenset(self.own.neutral.split())

    @cached_property
    def plain(self) -> frozenset[str]:
        """Words that carry too little for an exchange of them to be told."""
        return frozenset(self.own.plain.split())

    def says_little(self, word: str) -> bool:
        """Whether a word, in any of its regular forms, carries too little to be told."""
        return any(
            form in self.plain
            for form in (word, word.removesuffix("ing"), word.removesuffix("s"), word.removesuffix("es"))
        )

    @cached_property
    def collective(self) -> frozenset[str]:
        """Nouns that take either number in British English."""
        return frozenset(self.own.collective.split())

    @cached_property
    def hedging(self) -> frozenset[str]:
        """Adverbs and adjectives that hedge."""
        return frozenset(self.own.hedges.words.split())

    @property
    def notices(self) -> dict[str, tuple[str, ...]]:
        """The words of each kind of notice."""
        return {"corrected": self.own.notices.corrected, "withdrawn": self.own.notices.withdrawn}

    @cached_property
    def contractions(self) -> dict[str, str]:
        """What each contraction stands for."""
        return {short: whole for short, whole in self.own.contractions}

    @cached_property
    def converses(self) -> dict[str, Converse]:
        """Verbs told from the other end, by the verb that is read as the other."""
        return {one.verb: one for one in self.own.converse}

    @cached_property
    def quantity_of(self) -> dict[str, int]:
        """The rank of each quantifier: words of one rank say the same."""
        return {word: rank for rank, group in enumerate(self.own.quantifiers) for word in group.split()}

    @cached_property
    def turned_prepositions(self) -> frozenset[frozenset[str]]:
        """Pairs of prepositions that say the opposite ("for", "against")."""
        return frozenset(map(frozenset, self.own.opposites_of_prepositions))

    @cached_property
    def _groups(self) -> dict[str, set[int]]:
        wordnet = (self._wordnet.nouns, self._wordnet.verbs, self._wordnet.adjectives, self._wordnet.adverbs)
        groups = [*self.own.same, *(group for block in wordnet for group in block.split(";"))]
        index: defaultdict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(groups):
            for word in group.split():
                index[spelling(word)].add(number)
        return dict(index)

    @cached_property
    def _own_groups(self) -> int:
        return len(self.own.same)

    @cached_property
    def _families(self) -> frozenset[tuple[str, str]]:
        pairs = {
            pair
            for family in self._wordnet.families.split(";")
            for pair in combinations(map(spelling, family.split()), 2)
        }
        return frozenset(pairs | {(b, a) for a, b in pairs})

    def groups_of(self, word: str) -> frozenset[int]:
        """The groups of synonyms that a word, in any of its regular forms, belongs to."""
        plain = spelling(word)
        forms = (
            plain,
            plain.removesuffix("s"),
            plain.removesuffix("ed"),
            plain.removesuffix("d"),
            plain.removesuffix("ing"),
        )
        return frozenset(group for form in forms for group in self._groups.get(form, ()))

    def akin(self, a: str, b: str) -> bool:
        """Whether two lemmas are one word, or of one root ("destroy", "destruction")."""
        a, b = spelling(a), spelling(b)
        if a == b or (a, b) in self._families:
            return True
        return len(a) > 3 and len(b) > 3 and stem(a) == stem(b) and prefixed(a, b) is None and not suffixed(a, b)

    def same(self, a: str, b: str) -> bool:
        """Whether desks exchange two lemmas without a change of meaning; never where one is loaded, unless our own list says so."""
        a, b = spelling(a), spelling(b)
        if a == b:
            return True
        common = self._groups.get(a, set()) & self._groups.get(b, set())
        if not common:
            return False
        return min(common) < self._own_groups or not (a in self.loaded or b in self.loaded)

    def opposite(self, a: str, b: str) -> bool:
        """Whether two lemmas say the opposite of each other."""
        return self.opposition.opposed(spelling(a), spelling(b))


def _opposite_words(file: AlterationFile) -> Iterator[str]:
    for entry in file.opposite:
        yield from entry.one
        yield from entry.other


@cache
def words_in(listed: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(listed.split())


def load_words(shelf: Shelf) -> Words:
    """The words of the shelf; raises ShelfError where a file is broken."""
    return Words(
        shelf.lexicon("alterations", AlterationFile),
        shelf.lexicon("synonyms", SynonymFile),
        shelf.lexicon("opposites", OppositeFile),
        shelf.lexicon("verdicts", VerdictFile),
        _cues(shelf),
    )


def _cues(shelf: Shelf) -> frozenset[str]:
    """The verbs of the cue lexicon that take a clause or a quotation; a phrase ("point out") by its words joined."""
    tree = shelf.tree("lexicon/en/cues.yml")
    entries: Any = tree["cues"] if isinstance(tree, dict) else ()
    return frozenset(
        entry["cue"].replace(" ", "_")
        for entry in entries
        if entry["pos"] == "verb" and {"clause", "quote"} & set(entry.get("frames", ()))
    )
