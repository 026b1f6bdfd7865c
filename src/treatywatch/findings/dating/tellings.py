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
from treatywatch.language.days_tense import FUTURE, PAST, PRESENT, tense_around
from treatywatch.language.prose import Prose
from treatywatch.model.event import Assertion
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Modality

_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only"})
_PAST_MOODS = frozenset({Modality.HAPPENED, Modality.ONGOING})
_AHEAD_MOODS = frozenset({Modality.PLANNED, Modality.THREATENED, Modality.CONDITIONAL})
_WORD = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]*|\d[\d,.]*\d|\d")
_BARE_YEAR = re.compile(r"(?:the\s)?\d{4}", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:and|but|or|when|after|before|to|by|with|in|on|at|for|that|which|as|because|between)\b)[A-Za-z]"
)
_LED = re.compile(r"\b(?:in|since|by|until|of|from|before|after|during|early|late)\s$", re.IGNORECASE)
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
    """A word of action in a sentence, with all that the sentence tells around it.

    `features`: of the sentence's words, by their stems and concepts. `told`: the day expression beside the word, None where
    there is none. `lead`: whether the sentence is among the first, where the news stands; `top`: whether the word heads
    the sentence or what is said in it.
    """

    sentence: int
    span: Span
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
        features = self.concepts.features(span.of(text))
        shared: dict[str, Any] = {
            "features": features,
            "actors": frozenset(m.id for m in inside if m.kind in ("actor", "place")) | self._of_titles(inside),
            "persons": frozenset(word for m in inside if m.kind == "person" for word in m.text.lower().split()[-1:]),
            "treaties": frozenset(m.id for m in inside if m.kind == "treaty"),
            "systems": frozenset(m.id for m in inside if m.kind == "system"),
            "names": self.concepts.names(span.of(text)),
            "lead": index < LEAD_SENTENCES,
        }
        told = [
            one
            for one in self.expressions
            if span.start <= one.start < span.end and one.unit not in ("term", "open") and not _of_name(one, text)
        ]
        owners = self._owners(index, told)
        words = list(self._words(index))
        for start, end, word, token in words:
            asserted = self._asserted.get(start, [])
            concepts = frozenset().union(*(self.concepts.of_kind(one.event.kind) for one in asserted))
            own = _governing(token, owners) or _beside(start, end, told, text, words)
            mood = self._mood(token, span, start, end)
            if (
                mood is Mood.PAST
                and token is not None
                and token.tag_ in ("VBZ", "VBP")
                and own is not None
                and own.ahead
            ):
                mood = Mood.AHEAD  # "the treaty expires on Thursday"
            if token is not None and not is_verb(token) and own is not None and own.ahead is not None and own.certain:
                mood = Mood.AHEAD if own.ahead else Mood.PAST
            if mood is Mood.PAST and self._supposed(span, start):
                mood = None
            if mood is Mood.PAST and index > 0 and own is None and token is not None and _is_general(token):
                mood = None  # "a withdrawal takes effect six months after the notice"
            concepts |= self.concepts.of_word(word)
            if mood is Mood.PAST and not concepts and self.concepts.supposes(span.of(text)):
                mood = None  # "we have to counter the possibility of a second test, he said"
            top = token is None or token.dep_ == "ROOT" or (token.dep_ == "ccomp" and token.head.dep_ == "ROOT")
            of_events = {actor for one in asserted for actor in (*one.event.actors, *one.event.targets)}
            actors = shared["actors"] | of_events
            yield Telling(index, span, word, concepts, mood, told=own, top=top, **(shared | {"actors": actors}))

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
            if noun and token.dep_ in ("dobj", "nsubjpass") and self.concepts.of_word(token.head.lemma_):
                continue  # "approved the withdrawal": the approval is what is told
            if (verb or noun) and not self._names_treaty(token.idx + sentence.start):
                start = token.idx + sentence.start
                yield start, start + len(token.text), token.lemma_, token

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


_LENT = frozenset(
    {"ccomp", "xcomp", "conj", "advcl", "pobj", "pcomp", "prep", "dobj", "nsubj", "nsubjpass", "attr", "compound"}
)
"""Dependencies over which a clause's day is also the day of what stands below it ("said on Friday after talks with …")."""


def _governing(token: Any, owners: dict[int, Told]) -> Told | None:
    """The day expression that hangs on a word, on what it takes, or on the clause above it."""
    if token is None or not owners:
        return None
    if token.i in owners:
        return owners[token.i]
    below = [
        child for child in token.children if child.dep_ in ("dobj", "prep", "attr", "nsubjpass", "acl", "npadvmod")
    ]
    below += [deep for child in below if child.dep_ == "prep" for deep in child.children]
    for child in below:
        if child.i in owners and not (
            owners[child.i].unit == "date" and child.dep_ != "npadvmod" and child.dep_ != "pobj"
        ):
            return owners[child.i]
    here = token
    for above in ancestors(token):
        if here.dep_ not in _LENT:
            return None
        if above.i in owners and owners[above.i].unit != "date":
            return owners[above.i]
        here = above
    return None


NEARBY = 60
"""Signs, with 25 more for a comma and 40 for a verb, within which a day stands beside a word that the parse does not join to it."""


def _beside(
    start: int, end: int, told: Sequence[Told], text: str, words: Sequence[tuple[int, int, str, Any]]
) -> Told | None:
    """The day expression nearest to a word of action, with no stop and no other such word between them."""
    best: tuple[int, Told] | None = None
    for one in told:
        low, high = (end, one.start) if one.start >= end else (one.end, start)
        between = text[low:high]
        if ";" in between or "\n" in between.strip():
            continue
        cost = high - low + 25 * between.count(",")
        cost += 40 * sum(low <= other[0] and other[1] <= high and _heads(other[3]) for other in words)
        if best is None or cost < best[0]:
            best = (cost, one)
    return best[1] if best is not None and best[0] <= NEARBY else None


def _is_general(token: Any) -> bool:
    """Whether a verb stands in the simple present, or a noun under one: told as a rule or a state, not as a deed."""
    verb = token if is_verb(token) else next((one for one in ancestors(token) if is_verb(one)), None)
    if verb is None or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return not any(child.dep_ in ("aux", "auxpass") for child in verb.children) and verb.dep_ != "aux"


def _of_name(told: Told, text: str) -> bool:
    """As in "the 1972 treaty": a year that belongs to what it stands before."""
    bare = told.unit == "date" and _BARE_YEAR.fullmatch(told.text) is not None
    return bare and _NOUN_BEHIND.match(text, told.end) is not None and not _LED.search(text[: told.start][-12:])


def _ordinal(noun: Any) -> bool:
    """As in "the first country ever to leave", "among the first to sign"."""
    return noun.lower_ in _RANKS or any(child.lower_ in _RANKS for child in noun.children)


def _heads(token: Any) -> bool:
    """Whether a verb between two words opens a clause of its own."""
    return token is not None and is_verb(token) and token.dep_ not in ("xcomp",)
