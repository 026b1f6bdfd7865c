"""How a report tells what it tells: each clause that can be matched, its mood, and the day expression beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.matching import Matcher
from treatywatch.events.modality import Mood as VerbMood
from treatywatch.events.modality import VerbMoods
from treatywatch.events.nominal import NounMoods
from treatywatch.events.timing import Clock
from treatywatch.events.trees import ancestors, is_verb
from treatywatch.findings.dating.concepts import Concepts
from treatywatch.findings.dating.expressions import Told
from treatywatch.findings.dating.hanging import belongs_to_noun, beside, clause_at, governing, is_counted_from
from treatywatch.language.days_tense import FUTURE, PAST, PRESENT, tense_around
from treatywatch.language.prose import Prose
from treatywatch.model.event import Assertion
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Modality

_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only"})
_PAST_MOODS = frozenset({Modality.HAPPENED, Modality.ONGOING})
_AHEAD_MOODS = frozenset({Modality.PLANNED, Modality.THREATENED, Modality.CONDITIONAL})
_WORD = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]*|\d[\d,.]*\d|\d")
SUPPOSING = 60
"""Characters before an act in which a supposing word makes it no deed: a noun and what belongs to it (tune half)."""
LEAD_SENTENCES = 3
"""A title and two sentences: what is told there without a day is the news (reports of the tune half)."""


class Mood(StrEnum):
    """Whether a clause tells what is past or what is to come."""

    PAST = "past"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Telling:
    """A word of action in a sentence, with all that the sentence tells around it; `start` is the word's place in the text.

    `features`: of the sentence's words, by their stems and concepts. `told`: the day expression beside the word, None where
    there is none. `lead`: whether the sentence is among the first, where the news stands; `top`: whether the word heads
    the sentence or what is said in it.
    """

    sentence: int
    span: Span
    start: int
    word: str
    concepts: frozenset[str]
    mood: Mood | None
    features: frozenset[str]
    actors: frozenset[str]
    persons: frozenset[str]
    treaties: frozenset[str]
    systems: frozenset[str]
    names: frozenset[str]
    told: Told | None
    lead: bool
    top: bool
    chambers: frozenset[str] = frozenset()

    @property
    def is_old(self) -> bool:
        """Whether it is told by its months or years ago, as what is no news is ("signed two months ago")."""
        return self.told is not None and self.told.unit in ("month", "year") and self.told.offset < 0


class Teller:
    """Reads the tellings of one report."""

    def __init__(
        self,
        prose: Prose,
        asserted: Iterable[Assertion],
        expressions: Sequence[Told],
        concepts: Concepts,
        actions: ActionLexicon,
    ) -> None:
        self.prose, self.expressions, self.concepts, self.actions = prose, expressions, concepts, actions
        self._asserted: dict[int, list[Assertion]] = {}
        for one in asserted:
            self._asserted.setdefault(int(one.id.rpartition(":")[2]), []).append(one)
        self.moods = VerbMoods(actions)
        self.nouns = NounMoods(self.moods)
        self._treaty_spans = [m for m in prose.mentions if m.kind == "treaty"]

    def tellings(self, sentences: Iterable[int]) -> Iterator[Telling]:
        """The tellings of the sentences, in the order of the text."""
        for index in sentences:
            yield from self._of_sentence(index)

    def _of_sentence(self, index: int) -> Iterator[Telling]:
        sentence = self.prose.sentences[index]
        text = self.prose.text
        span = Span(sentence.start, sentence.end)
        inside = [m for m in self.prose.mentions if span.start <= m.start < span.end]
        shared = self._of_whole(index, inside)
        told = [
            one
            for one in self.expressions
            if span.start <= one.start < span.end
            and one.unit not in ("term", "open")
            and not belongs_to_noun(one, text)
        ]
        owners, words = self._owners(index, told), list(self._words(index))
        for start, end, word, token in words:
            asserted = self._asserted.get(start, [])
            concepts = self._concepts_of(word, token).union(
                *(self.concepts.of_kind(one.event.kind) for one in asserted)
            )
            apart = is_counted_from(token)
            own = None if apart else governing(token, owners) or beside(start, end, told, text, words)
            mood = self._mood_beside(token, span, start, end, own, index > 0)
            if mood is Mood.PAST and not concepts and self.concepts.supposes(span.of(text)):
                mood = None  # "we have to counter the possibility of a second test, he said"
            top = token is None or token.dep_ == "ROOT" or (token.dep_ == "ccomp" and token.head.dep_ == "ROOT")
            more = {
                "actors": shared["actors"].union(*((*one.event.actors, *one.event.targets) for one in asserted)),
                "treaties": self._treaties_of(token, sentence.start, inside) or self.concepts.spoken_of(span.of(text)),
                "lead": shared["lead"] and not apart,
            }
            yield Telling(index, span, start, word, concepts, mood, told=own, top=top, **(shared | more))

    def _concepts_of(self, word: str, token: Any) -> frozenset[str]:
        """The concepts of a word; to meet a limit or a deadline is no meeting."""
        found = self.concepts.of_word(word)
        if token is None or token.lemma_ != "meet" or not any(child.dep_ == "dobj" for child in token.children):
            return found
        return frozenset()

    def _of_whole(self, index: int, inside: Sequence[Any]) -> dict[str, Any]:
        """What the whole sentence tells, whichever of its words is looked at; `inside` are the names in it."""
        sentence = self.prose.sentences[index]
        text = self.prose.text[sentence.start : sentence.end]
        return {
            "features": self.concepts.features(text),
            "actors": self._of_names(inside) | self._of_titles(inside),
            "persons": frozenset(word for m in inside if m.kind == "person" for word in m.text.lower().split()[-1:]),
            "systems": frozenset(m.id for m in inside if m.kind == "system"),
            "names": self.concepts.names(text),
            "lead": index < LEAD_SENTENCES,
            "chambers": self._chambers(inside),
        }

    def _chambers(self, inside: Sequence[Any]) -> frozenset[str]:
        """The states whose parliaments are named."""
        state_of = self.prose.cast.scene.directory.state_of
        houses = (m for m in inside if m.kind == "actor" and self.concepts.is_parliament(m.text))
        return frozenset(state_of(m.id) for m in houses)

    def _mood_beside(self, token: Any, span: Span, start: int, end: int, own: Told | None, below: bool) -> Mood | None:
        """The mood of a word with the day that hangs on it; `below`: it stands behind the first sentence."""
        mood = self._mood(token, span, start, end)
        if token is None:
            return None if mood is Mood.PAST and self._supposed(span, start) else mood
        if mood is Mood.PAST and token.tag_ in ("VBZ", "VBP") and own is not None and own.ahead:
            mood = Mood.AHEAD  # "the treaty expires on Thursday"
        if not is_verb(token) and own is not None and own.ahead is not None and own.certain:
            mood = Mood.AHEAD if own.ahead else Mood.PAST
        if mood is Mood.PAST and self._supposed(span, start):
            return None
        if mood is Mood.PAST and below and own is None and _is_general(token):
            return None  # "a withdrawal takes effect six months after the notice"
        return mood

    def _owners(self, index: int, told: Sequence[Told]) -> dict[int, Told]:
        """The day expression that hangs on each word of the sentence (the word's place in the parse)."""
        if not told or self.prose.parse(index) is None:
            return {}
        clock = Clock(Matcher(self.prose, self.actions, index))
        by_span = {(one.start, one.end): one for one in told}
        owned: dict[int, Told] = {}
        for day, owner in clock.days:
            found = by_span.get((day.start, day.end))
            if found is not None:
                owned.setdefault(owner.i, found)
        return owned

    def _treaties_of(self, token: Any, base: int, inside: Iterable[Any]) -> frozenset[str]:
        """The treaties named beside a word: of a clause that is only counted from those in it, of others those outside of it."""
        named = [m for m in inside if m.kind == "treaty"]
        if token is None or not named:
            return frozenset(m.id for m in named)
        apart = [one for one in token.doc if is_counted_from(one)]
        own = next((one for one in apart if one.left_edge.i <= token.i <= one.right_edge.i), None)
        return frozenset(m.id for m in named if clause_at(m.start - base, apart) is own)

    def _of_names(self, inside: Iterable[Any]) -> frozenset[str]:
        """The actors that are named; a parliament or a ministry acts for its state."""
        named = {m.id for m in inside if m.kind in ("actor", "place")}
        return frozenset(named) | frozenset(map(self.prose.cast.scene.directory.state_of, named))

    def _of_titles(self, inside: Iterable[Any]) -> frozenset[str]:
        directory = self.prose.cast.scene.directory
        offices = [directory.offices.get(m.id) for m in inside if m.kind == "office"]
        return frozenset(directory.state_of(one.actor) for one in offices if one is not None)

    def _words(self, index: int) -> Iterator[tuple[int, int, str, Any]]:
        """The words of action of a sentence: every verb, and the nouns that tell an act."""
        sentence = self.prose.sentences[index]
        doc = self.prose.parse(index)
        if doc is None:
            for match in _WORD.finditer(self.prose.text, sentence.start, sentence.end):
                if self.concepts.of_word(match.group()):
                    yield match.start(), match.end(), match.group(), None
            return
        for token in doc:
            verb = is_verb(token) and token.dep_ not in ("aux", "auxpass", "amod", "compound")
            noun = token.pos_ in ("NOUN", "PROPN") and any(
                one.startswith("+") for one in self.concepts.of_word(token.lemma_)
            )
            if noun and self._taken_up(token):
                continue
            start = token.idx + sentence.start
            if (verb or noun) and not self._names_treaty(start) and not self._tells_day(start):
                yield start, start + len(token.text), token.lemma_, token

    def _taken_up(self, noun: Any) -> bool:
        """Whether what is told is the verb that takes the noun: "approved the withdrawal", "would enter into force"."""
        if noun.dep_ in ("dobj", "nsubjpass"):
            return bool(self.concepts.of_word(noun.head.lemma_))
        verb = noun.head.head
        own = self.concepts.of_word(noun.lemma_)
        return noun.dep_ == "pobj" and is_verb(verb) and bool(own & self.concepts.of_word(verb.lemma_))

    def _tells_day(self, offset: int) -> bool:
        """Whether the word is part of a day expression ("the end of 2007")."""
        return any(one.start <= offset < one.end for one in self.expressions)

    def _names_treaty(self, offset: int) -> bool:
        """Whether the word is part of a treaty's name ("the Test Ban Treaty")."""
        return any(m.start <= offset < m.end for m in self._treaty_spans)

    def _supposed(self, sentence: Span, start: int) -> bool:
        """Whether the words just before, without a comma between, tell what may be ("counter the possibility of a third test")."""
        before = self.prose.text[max(sentence.start, start - SUPPOSING) : start]
        return self.concepts.supposes(before.rpartition(",")[2])

    def _under_plan(self, token: Any) -> bool:
        """As in "is expected to sign when it is opened": what stands below a plan, in no past tense, is to come too."""
        for one in (token, *ancestors(token)):
            if is_verb(one):
                words = {child.lower_ for child in one.children if child.dep_ in ("aux", "auxpass")}
                if one.tag_ == "VBD" or words & {"was", "were", "had", "did", "has", "have"}:
                    return False
                if one.i != token.i and self.moods.of_verb(one).modality in _AHEAD_MOODS:
                    return True
        return False

    def _of_infinitive(self, verb: Any) -> VerbMood | None:
        """An infinitive that says who is the first to act, has the mood of the verb above ("became", "is expected to be")."""
        if not any(child.lower_ == "to" for child in verb.children) or not (
            _ordinal(verb.head) or _ordinal(verb.head.head)
        ):
            return None
        above = next((one for one in ancestors(verb) if is_verb(one)), None)
        return self.moods.of_verb(above) if above is not None else None

    def _mood(self, token: Any, span: Span, start: int, end: int) -> Mood | None:
        if token is None:
            tense = tense_around(self.prose.text, start, end, span.start, span.end)
            return {PAST: Mood.PAST, FUTURE: Mood.AHEAD, PRESENT: None}.get(tense or "")
        found = self.moods.of_verb(token) if is_verb(token) else self.nouns.of_noun(token, False)
        if is_verb(token) and (lent := self._of_infinitive(token)) is not None:
            found = lent
        if found.modality in _PAST_MOODS and not found.skip and self._under_plan(token):
            return Mood.AHEAD
        if found.skip:
            return None
        if found.modality in _PAST_MOODS:
            return Mood.PAST
        return Mood.AHEAD if found.modality in _AHEAD_MOODS else None


def _is_general(token: Any) -> bool:
    """Whether a verb stands in the simple present, or a noun under one: told as a rule or a state, not as a deed."""
    verb = token if is_verb(token) else next((one for one in ancestors(token) if is_verb(one)), None)
    if verb is None or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return not any(child.dep_ in ("aux", "auxpass") for child in verb.children) and verb.dep_ != "aux"


def _ordinal(noun: Any) -> bool:
    """As in "the first country ever to leave", "among the first to sign"."""
    return noun.lower_ in _RANKS or any(child.lower_ in _RANKS for child in noun.children)
