"""Acts other than meetings told by a noun ("its third nuclear test", "the American withdrawal"): done, to come, or only spoken of.

A noun tells that its act was done where something has followed it ("after", "the anniversary of"), where somebody has reacted to it
("condemned", "a response to"), or where it has a day that is over. In a plan, a wish or a condition it only names a matter.
"""

from __future__ import annotations

from treatywatch.events.clauses import backshifted, condition_mark
from treatywatch.events.fillers import fillers
from treatywatch.events.matching import Matcher
from treatywatch.events.modality import SKIP, Mood
from treatywatch.events.negation import negated
from treatywatch.events.nominal import BEGINNING, NounMoods, held
from treatywatch.events.noun_days import beside
from treatywatch.events.stopped import called_off, halted
from treatywatch.events.subjects import passive
from treatywatch.events.timing import Clock
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.model.vocabulary import EventKind, Modality

_DONE = Mood(Modality.HAPPENED)
_TAKING = frozenset({"place", "effect", "force", "shape"})
_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})
_OPEN = frozenset({Modality.HYPOTHETICAL, Modality.CONDITIONAL, Modality.THREATENED})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_AFTER = frozenset({"after", "following", "since", "despite", "during", "upon"})
_AHEAD = frozenset({"before", "until", "pending", "ahead", "prior"})
_PUT_OFF = frozenset({"postpone", "delay", "cancel", "scrap", "shelve", "need", "require", "abandon", "abort", "avoid"})
_OF_LAW = frozenset({EventKind.RATIFY, EventKind.APPROVE, EventKind.ADOPT, EventKind.EXTEND, EventKind.AMEND})
_WEIGHED = _OF_LAW | {EventKind.WITHDRAW, EventKind.SUSPEND, EventKind.SIGN, EventKind.ACCEDE, EventKind.LEAVE_BODY}
_GOING_ON = frozenset(
    {EventKind.INSPECT, EventKind.EXERCISE, EventKind.TEST, EventKind.DEPLOY, EventKind.DESTROY, EventKind.TALKS}
)
"""Kinds that are halted by not being done any more; a withdrawal that is halted is an act of its own."""
_CAUSING = frozenset({"lead", "result"})
_DEEP = 3
"""Nouns up the "of" ("in the wake of the start of the deployment") that are looked through."""
_LIFTING = frozenset({"end", "lift", "break", "cancel", "drop", "reverse", "terminate"})


class Deeds:
    """Reads the moods of nouns of action in one sentence."""

    def __init__(self, matcher: Matcher, clock: Clock, nouns: NounMoods) -> None:
        self.matcher, self.clock, self.nouns = matcher, clock, nouns
        self.words, self.governors = matcher.actions.file.deeds, matcher.actions.governors

    def mood(self, noun: Token, kind: EventKind) -> Mood:
        """How the act told by `noun` is told; SKIP where it is only a topic, a wish or a possibility."""
        told = self.nouns.adjective(noun)
        if told not in (None, Modality.HYPOTHETICAL, Modality.HAPPENED):
            return Mood(told)
        found = self._by_place(noun, kind, 0)
        if told is Modality.HYPOTHETICAL and found.modality not in _REAL:
            return SKIP
        if found.skip and not self._wished(noun) and self._over(noun):
            return _DONE
        return found

    def definite(self, noun: Token) -> bool:
        """As in "the test", "its withdrawal", "Monday's vote", "the American exit", "North Korean tests", "a test by Iran"."""
        for child in noun.children:
            if child.dep_ == "poss" or child.lower_ in _DEFINITE:
                return True
            if child.dep_ in ("amod", "compound", "nmod") and self.matcher.names_state(child):
                return not children(noun, "det")
        return any(self.nouns.ordinal(child) for child in children(noun, "amod"))

    def owned(self, noun: Token) -> bool:
        """As `definite`, also "a Soviet deployment": one that is somebody's."""
        told = children(noun, "amod", "compound", "nmod")
        return self.definite(noun) or any(self.matcher.names_state(child) for child in told)

    def _over(self, noun: Token) -> bool:
        """Whether the noun's own phrase tells a day that is over ("its 2006 test", "the withdrawal in May")."""
        day, base = self.clock.own_day(noun, company=False), self.matcher.prose.on
        over = bool(day and base and day.latest and day.latest < base)
        return over and (self.definite(noun) or bool(fillers(self.matcher, noun, "dated", True)))

    def _wished(self, noun: Token) -> bool:
        """Whether what the noun hangs on wishes for the act, threatens it or makes it a condition."""
        for above in list(ancestors(noun))[:4]:
            if above.pos_ != "ADP" and self.governors.get(lemma(above)) in (
                "wished",
                "hypothetical",
                "threatened",
                "denied",
                "planned",
            ):
                return True
            if is_verb(above):
                return condition_mark(above) is not None
        return False

    def _by_place(self, noun: Token, kind: EventKind, depth: int) -> Mood:
        head, label = noun.head, noun.dep_
        if label == "conj" and depth < _DEEP:
            return self._by_place(head, kind, depth + 1) if head.pos_ in ("NOUN", "PROPN") else SKIP
        if label in ("nsubj", "nsubjpass") and (is_verb(head) or not is_verb(head.head)):
            return self._as_subject(noun, head, kind)
        if label == "nsubj":  # "called the vote in the Senate a mistake"
            return self._as_object(noun, head.head, kind)
        if label in ("dobj", "attr", "oprd"):
            return self._as_object(noun, head, kind)
        if label == "pobj":
            return self._after_preposition(noun, head, kind, depth)
        return _DONE if label in ("ROOT", "appos", "npadvmod") else SKIP

    # --- Subject and object ---------------------------------------------------------------------------------------

    def _as_subject(self, noun: Token, verb: Token, kind: EventKind) -> Mood:
        mood, word = self.nouns.verbs.of_verb(verb), lemma(verb)
        if called_off(noun) or (kind in _GOING_ON and halted(noun)):
            return Mood(Modality.DENIED) if mood.modality in (*_REAL, Modality.DENIED) else SKIP
        if (
            self._only_a_matter(verb, mood)
            or _needs(noun, verb)
            or (kind is EventKind.WITHDRAW and self._rule(noun, verb))
        ):
            return SKIP
        if word in self.words.failing and kind in _OF_LAW:
            return Mood(Modality.DENIED) if mood.modality is Modality.HAPPENED else SKIP
        if word in BEGINNING or (passive(verb) and self.governors.get(word) == "planned") or word == "be":
            found = self.nouns.as_subject(verb)
            if found.modality is Modality.PLANNED:
                return found
            return SKIP if found.modality is Modality.HYPOTHETICAL or self._generic(noun, verb) else found
        bare = verb.tag_ == "VB" and not children(verb, "aux")  # "The deployment draw reaction from Vilnius"
        if mood.modality in _OPEN and not bare:
            return SKIP
        if mood.modality is Modality.PLANNED or mood.skip:
            return _DONE if self.definite(noun) and not backshifted(verb) else SKIP
        return SKIP if self._generic(noun, verb) else _DONE

    def _only_a_matter(self, verb: Token, mood: Mood) -> bool:
        """As in "is the goal", "is out of the question", "would be a mistake", "is needed": what is said of an act that nobody has done."""
        if lemma(verb) != "be" or mood.modality in _OPEN:
            return lemma(verb) == "be" or lemma(verb) in _PUT_OFF
        said = [*children(verb, "attr", "acomp"), *(o for p in children(verb, "prep") for o in _objects(p))]
        return any(lemma(word) in self.words.aims for word in said)

    def _rule(self, noun: Token, verb: Token) -> bool:
        """As in "withdrawal takes effect six months after a notice": what the law says of any."""
        dated = self.clock.attached(noun, True) is not None
        return self._generic(noun, verb) and not children(noun, "det") and not dated

    def _generic(self, noun: Token, verb: Token) -> bool:
        """As in "Ratification takes years", "a withdrawal is no answer": nobody's act, in the present."""
        return verb.tag_ in ("VBZ", "VBP", "VB") and not self.definite(noun) and not children(verb, "aux")

    def _as_object(self, noun: Token, verb: Token, kind: EventKind) -> Mood:
        word, light = lemma(verb), self.matcher.actions.file.light
        if kind is EventKind.SUSPEND and word in _LIFTING:
            return SKIP  # "ended its suspension of enrichment": taken up again, which other words tell
        factive = word in (*self.words.factive, *light.reacting) or (word == "announce" and kind is EventKind.TEST)
        factive = factive or (word in self.words.judging and _judged(noun, verb))
        if factive and (self.definite(noun) or word == "announce"):
            mood = self.nouns.verbs.of_verb(verb)
            real = mood.modality in _REAL or (verb.tag_ == "VB" and not children(verb, "aux"))
            return _DONE if real and not mood.skip and not negated(verb) else SKIP
        found = self.nouns.as_object(verb)
        if found.modality is Modality.HYPOTHETICAL:
            weighed = kind in _WEIGHED and self.governors.get(word) == "hypothetical" and not negated(verb)
            told = self.nouns.verbs.of_verb(verb) if weighed else SKIP  # "is mulling a withdrawal from it"
            return SKIP if told.skip or told.modality not in _REAL else Mood(Modality.HYPOTHETICAL)
        if word == "be":
            return SKIP if self._generic(noun, verb) else found
        if word == "announce" and kind is EventKind.TEST and found.modality is Modality.PLANNED:
            return _DONE
        return found

    # --- Prepositions ---------------------------------------------------------------------------------------------

    def _after_preposition(self, noun: Token, prep: Token, kind: EventKind, depth: int) -> Mood:
        word = "ahead" if prep.lower_ == "of" and prep.head.lower_ == "ahead" else prep.lower_
        verb = next((above for above in ancestors(prep) if is_verb(above) and above.dep_ != "pcomp"), None)
        mood = self.nouns.verbs.of_verb(verb) if verb is not None else _DONE
        open_ = mood.modality not in (*_REAL, Modality.DENIED) or mood.skip
        if word == "upon" and is_verb(prep.head) and prep.i > prep.head.i:
            return SKIP  # "depends upon ratification"
        if word in _AFTER:
            return SKIP if open_ and not self.definite(noun) else _DONE
        if word in _AHEAD:
            past = verb is not None and verb.tag_ == "VBD" and self.definite(noun) and not open_
            return _DONE if past and word == "before" else Mood(Modality.PLANNED)
        if word == "amid":
            return Mood(Modality.ONGOING)
        if word == "for" and lemma(prep.head) in self.words.awaiting:
            return Mood(Modality.PLANNED) if self.owned(noun) and not open_ else SKIP
        return self._led(noun, prep, word, open_, kind, depth)

    def _led(self, noun: Token, prep: Token, word: str, open_: bool, kind: EventKind, depth: int) -> Mood:
        """What the words before the preposition make of the act; `open_`: the clause around it leaves open whether anything happens."""
        if self._reacted(word, prep.head) and (self.definite(noun) or (self.owned(noun) and not self._wished(noun))):
            return _DONE
        if word == "of" and prep.head.pos_ == "NOUN" and held(noun).i != noun.i and depth < _DEEP:
            return self._by_place(held(noun), kind, depth + 1)
        if word in ("in", "during") and kind is EventKind.TEST and is_verb(prep.head) and not open_:
            dated = self.clock.own_day(noun, company=False) or beside(self.clock, noun)  # "flew far in a test Tuesday"
            return _DONE if dated or self.definite(noun) else SKIP
        if not self.definite(noun):
            return SKIP
        if word in ("in", "at", "on") and children(noun, "poss") and is_verb(prep.head):
            return SKIP if open_ else _DONE
        return _DONE if word in self.words.because and not open_ else SKIP

    def _reacted(self, word: str, head: Token) -> bool:
        """As in "a response to its test", "the anniversary of the signing", "blamed for the withdrawal"."""
        table = self.words.verbs if is_verb(head) else self.words.nouns
        if lemma(head) not in table.get(word, ()):
            return False
        verb = next((above for above in (head, *ancestors(head)) if is_verb(above)), None)
        mood = self.nouns.verbs.of_verb(verb) if verb is not None else _DONE
        if lemma(head) in _CAUSING:
            return (
                mood.modality in _REAL and not mood.skip
            )  # "a process that would lead to the reimposition of sanctions"
        return mood.modality not in _OPEN or (mood.skip and is_verb(head))


def _needs(noun: Token, verb: Token) -> bool:
    """As in "Approval of a treaty takes 67 votes": what the rules ask for."""
    nobodys = verb.tag_ == "VBZ" and not children(noun, "det", "poss")
    return lemma(verb) == "take" and nobodys and not any(lemma(o) in _TAKING for o in children(verb, "dobj"))


def _judged(noun: Token, verb: Token) -> bool:
    """As in "called the test a provocation", "sees the withdrawal as a mistake"."""
    if lemma(verb) != "call":
        return any(prep.lower_ == "as" for prep in children(verb, "prep"))
    rest = [token for token in noun.doc[noun.i + 1 :] if token.i > noun.i]
    end = next((token.i for token in rest if is_verb(token) or token.is_punct), len(noun.doc))
    return any(token.lower_ in ("a", "an") or token.dep_ == "oprd" for token in rest if token.i < end)


def _objects(prep: Token) -> list[Token]:
    """What stands after a preposition or two ("out of the question")."""
    return [*children(prep, "pobj"), *(deep for part in children(prep, "prep") for deep in children(part, "pobj"))]
