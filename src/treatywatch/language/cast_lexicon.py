"""The words by which reports call people, bodies and treaties: the decoded `lexicon/en/cast.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from treatywatch.language.names_folding import fold


@dataclass(frozen=True, slots=True)
class RoleWords:
    """One role ("foreign minister") and the forms met in print."""

    role: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyWords:
    """A head noun of bodies ("alliance") and the kinds of organisation that it can take up; `state` for states.

    `default`: whom it means where nobody of its kind was told before and its modifiers are all of `beside`, or a number of members
    ("the 30-nation Western alliance"). `only_beside`: modifiers without which it means none ("the reclusive state").
    """

    noun: str
    kinds: tuple[str, ...] = ()
    default: str | None = None
    beside: tuple[str, ...] = ()
    only_beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TreatyFact:
    """What identifies a treaty that is not named: years of signature, its two sides, what it is about.

    `before`: the party's predecessor that signed ("su" for "ru"); `nature`: treaty, or deal where nobody calls it a treaty.
    `tells`: words that tell it alone where they stand right beside "the treaty" ("the treaty banning cluster munitions");
    `beside`: states that the report must name for that; `hints`: words that tell it where the report names both sides and no treaty;
    `since`: the year from which print speaks of it, where that is not its first;
    `bans`: what tells it behind a word of banning. `matter`: the kind of weapons that it is on ("nuclear", "mines").
    """

    id: str
    years: tuple[int, ...]
    words: tuple[str, ...]
    parties: tuple[str, ...] = ()
    before: str | None = None
    nature: str = "treaty"
    tells: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    matter: str | None = None
    hints: tuple[str, ...] = ()
    since: int | None = None
    bans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupWords:
    """A group of states by the words that call it ("the Baltic states"), lower case."""

    forms: tuple[str, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calling:
    """Role words of one walk of life ("lawmaker", "general"): they take up nobody who is told in another."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class CastLexicon:
    """All lists of `cast.yml`, with the patterns compiled from them."""

    roles: tuple[RoleWords, ...]
    plural_roles: tuple[str, ...]
    bodies: tuple[BodyWords, ...]
    women: str
    treaties: tuple[TreatyFact, ...]
    groups: tuple[GroupWords, ...] = ()
    men: str = ""
    epithets: str = ""
    private: str = ""
    callings: tuple[Calling, ...] = ()
    ceremonial: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    american_states: dict[str, str] = field(default_factory=dict)
    spokesmen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kin: dict[str, str] = field(default_factory=dict)
    epithet_states: dict[str, tuple[str, ...]] = field(default_factory=dict)
    speaking_bodies: tuple[str, ...] = ()

    @cached_property
    def role_of(self) -> dict[str, str]:
        """The canonical role of each form, in lower case with plain spaces."""
        return {form.replace("-", " "): words.role for words in self.roles for form in words.forms}

    @cached_property
    def role_pattern(self) -> re.Pattern[str]:
        """Finds the longest role form, singular or plural, in lower-case text with hyphens told as spaces."""
        forms = sorted({*self.role_of, *(p.replace("-", " ") for p in self.plural_roles)}, key=len, reverse=True)
        return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b")

    @cached_property
    def _finders(self) -> dict[str, AhoCorasick]:
        forms = {*self.role_of, *(p.replace("-", " ") for p in self.plural_roles)}
        nouns = {words.noun for words in self.bodies}
        make = {"roles": sorted(forms), "bodies": sorted(nouns)}
        return {name: AhoCorasick(words, matchkind=MatchKind.LeftmostLongest) for name, words in make.items()}

    def found(self, what: str, plain: str) -> Iterator[tuple[int, int]]:
        """Where whole words of the list `roles` or `bodies` stand in plain lower-case text, the longest first."""
        for _, start, end in self._finders[what].find_matches_as_indexes(plain):
            if not (plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum()):
                yield start, end

    @cached_property
    def plurals(self) -> frozenset[str]:
        """The plural forms."""
        return frozenset(p.replace("-", " ") for p in self.plural_roles)

    @cached_property
    def body_kinds(self) -> dict[str, tuple[str, ...]]:
        """The kinds of organisation that each head noun takes up."""
        return {words.noun: words.kinds for words in self.bodies}

    @cached_property
    def body_words(self) -> dict[str, BodyWords]:
        """The head nouns of bodies with all that is known of them."""
        return {words.noun: words for words in self.bodies}

    @cached_property
    def given_names_of_women(self) -> frozenset[str]:
        """Given names that are nearly always women's."""
        return frozenset(fold(name) for name in self.women.split())

    @cached_property
    def given_names_of_men(self) -> frozenset[str]:
        """Given names that are nearly always men's."""
        return frozenset(fold(name) for name in self.men.split())

    @cached_property
    def given_names(self) -> frozenset[str]:
        """All given names of the lists."""
        return self.given_names_of_men | self.given_names_of_women

    @cached_property
    def epithet_nouns(self) -> frozenset[str]:
        """Nouns for a person already told of, which introduce nobody."""
        return frozenset(word.replace("-", " ") for word in self.epithets.split())

    @cached_property
    def state_of_epithet(self) -> dict[str, str]:
        """The state whose citizens alone bear an epithet ("Texan")."""
        return {noun: state for state, nouns in self.epithet_states.items() for noun in nouns}

    @cached_property
    def private_nouns(self) -> frozenset[str]:
        """Nouns of people and papers that a state's name only places."""
        return frozenset(self.private.split())

    @cached_property
    def calling_of(self) -> dict[str, str]:
        """The calling of each role word that tells no office."""
        return {word: calling.name for calling in self.callings for word in calling.words}

    @cached_property
    def speaking_things(self) -> frozenset[str]:
        """Nouns of bodies and papers that an "it" which says something can take up."""
        return frozenset((*self.papers, *self.speaking_bodies, *self.body_kinds))

    @cached_property
    def facts(self) -> dict[str, TreatyFact]:
        """The treaty facts by id."""
        return {fact.id: fact for fact in self.treaties}

    @cached_property
    def group_of(self) -> dict[str, tuple[str, ...]]:
        """The states of each group, by the words that call it."""
        return {form: words.actors for words in self.groups for form in words.forms}

    @cached_property
    def group_pattern(self) -> re.Pattern[str]:
        """Finds the words of groups in plain lower-case text."""
        forms = sorted(self.group_of, key=len, reverse=True)
        return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b" if forms else r"(?!)")
