"""Talks told by a noun: whether they are told as held, to come, or only spoken of.

The verb that carries the noun decides ("held a meeting", "talks will begin"). Where none does ("prepares for Wednesday's summit"), the
noun's own day does: a meeting spoken of with its day is one that was held or is to come; without a day it is a topic.
"""

from __future__ import annotations

from treatywatch.dates import UncertainDay
from treatywatch.events.bare_days import gone
from treatywatch.events.clauses import condition_mark
from treatywatch.events.matching import Matcher
from treatywatch.events.modality import SKIP, Mood
from treatywatch.events.nominal import NounMoods, held
from treatywatch.events.noun_days import right_behind
from treatywatch.events.stopped import called_off, halted, refused
from treatywatch.events.tenses import told_as_past
from treatywatch.events.timing import Clock
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.language.days import to_uncertain
from treatywatch.model.vocabulary import Modality

_SET = frozenset({"schedule", "slate", "set", "plan", "due", "expect", "arrange"})
_HELD = frozenset({"hold", "begin", "start", "open", "resume", "conclude"})
_PUT_OFF = frozenset({"postpone", "delay", "cancel", "scrap", "shelve", "need", "require", "abort", "avoid", "rule"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "such"})
_TOLD = frozenset({Modality.HAPPENED, Modality.ONGOING, Modality.DENIED})
_AMID = frozenset(
    {
        "in",
        "at",
        "during",
        "after",
        "from",
        "amid",
        "through",
        "since",
        "following",
        "despite",
        "by",
        "over",
        "throughout",
    }
)
_ABOUT = frozenset(
    {
        "subject",
        "focus",
        "topic",
        "object",
        "theme",
        "centre",
        "center",
        "heart",
        "part",
        "product",
        "process",
        "failure",
        "level",
    }
)
"""Nouns before "of talks" that take the talks for granted."""
_NOT_TELLING = frozenset(
    {
        "forecast",
        "predict",
        "anticipate",
        "envisage",
        "foresee",
        "expect",
        "await",
        "quit",
        "leave",
        "boycott",
        "prefer",
        "merit",
        "warrant",
        "deserve",
        "approach",
        "near",
        "enter",
        "face",
    }
)
_BRINGING = frozenset(
    {"bring", "see", "feature", "offer", "mark", "include", "provide", "witness", "precede", "follow"}
)
_ORDERING = frozenset({"order", "instruct", "direct", "decide", "tell", "command"})
_OPEN = frozenset({"no", "any", "possible", "potential", "future", "new", "further", "more"})
_COMPANY = frozenset({"talk", "negotiation", "consultation", "round", "contact", "discussion", "conference"})
_LASTING = frozenset({"talk", "negotiation", "consultation", "contact", "discussion", "dialogue"})


class Occasions:
    """Reads the moods of talks in one sentence."""

    def __init__(self, matcher: Matcher, clock: Clock, nouns: NounMoods) -> None:
        self.matcher, self.clock, self.nouns = matcher, clock, nouns

    def mood(self, noun: Token) -> Mood:
        """How talks told by `noun` are told; SKIP where they are only a topic."""
        stopped = self._stopped(noun)
        if stopped is not None:
            return stopped
        arranged = self._arranged(noun)
        if arranged is not None:
            return Mood(arranged)
        mood = self.nouns.of_noun(noun)
        if not mood.skip and not mood.weak:
            return mood
        if self.wished(noun):
            return SKIP
        day = self.day(noun)
        if day is None and not mood.skip:
            day = self.clock.day_of(noun, True)
        if mood.weak and noun.dep_ == "nsubj" and self.nouns.verbs.of_verb(noun.head).modality is Modality.PLANNED:
            if day is None and self.definite(noun):
                return Mood(Modality.PLANNED)  # "Their talks will unfold in …"
            mood = Mood(Modality.PLANNED, weak=True)
        return self._by_day(self._gone(day, noun), mood)

    def day(self, noun: Token) -> UncertainDay | None:
        """The day that the noun, or the noun that stands for it, has of its own ("Wednesday's summit")."""
        return self.clock.own_day(held(noun)) or self.clock.own_day(noun) or right_behind(noun, self.clock)

    def _stopped(self, noun: Token) -> Mood | None:
        """Talks called off or halted: not held; None where nothing stops them, or somebody is only asked to."""
        if not (called_off(noun) or halted(noun) or refused(noun)):
            return None
        done = self.nouns.verbs.of_verb(held(noun).head)
        told_to = done.modality is Modality.PLANNED and ordered(held(noun).head)
        if (done.modality in _TOLD or told_to) and not done.skip:
            return Mood(Modality.DENIED)
        return (
            None if held(noun).dep_ == "dobj" else SKIP
        )  # "calling on him to cancel his coming meeting" tells of the meeting

    def _arranged(self, noun: Token) -> Modality | None:
        """As in "talks scheduled for 12 May", "a meeting held in Vienna"."""
        for clause in children(noun, "acl", "relcl", "amod"):
            if lemma(clause) in _SET and clause.tag_ == "VBN":
                return Modality.PLANNED
            if lemma(clause) in _HELD and clause.tag_ == "VBN" and clause.dep_ == "acl":
                return Modality.HAPPENED
            if lemma(clause) in _HELD and clause.tag_ == "VBD" and clause.dep_ == "relcl":
                return Modality.HAPPENED  # "the talks, which began in 2003"
        return None

    def wished(self, noun: Token) -> bool:
        """Whether what the noun hangs on wishes for the talks, or calls them off."""
        table = self.matcher.actions.governors
        for above in list(ancestors(noun))[:4]:
            if lemma(above) == "call" and noun.dep_ == "dobj" and noun.head.i == above.i:
                continue  # "called the talks a success"
            if (
                table.get(lemma(above)) in ("wished", "hypothetical", "denied", "threatened")
                or lemma(above) in _PUT_OFF
            ):
                return True
            if is_verb(above):
                return condition_mark(above) is not None
        return False

    def _gone(self, day: UncertainDay | None, noun: Token) -> UncertainDay | None:
        """As in "Tuesday's summit was short on detail": a bare weekday, of what is told as past."""
        past = noun.dep_ in ("nsubj", "nsubjpass") and told_as_past(noun.head)
        base = self.matcher.prose.on
        return gone(day, base, False) if past and day is not None and base is not None else day

    def _by_day(self, day: UncertainDay | None, mood: Mood) -> Mood:
        base = self.matcher.prose.on
        if day is None or base is None or day.earliest is None or day.latest is None:
            return SKIP
        if day.earliest > base or mood.modality is Modality.PLANNED:
            return Mood(Modality.PLANNED)
        if day.latest < base:
            return Mood(Modality.HAPPENED)
        return SKIP if mood.skip else Mood(mood.modality)

    def to_come(self, verb: Token) -> bool:
        """As in "Before he sits down with Putin on Monday, …": a meeting of a clause of time, on a day that has not been yet."""
        base, offset = self.matcher.prose.on, self.matcher.offset
        end = next((token for token in verb.doc[verb.i :] if token.is_punct), verb.doc[-1])
        days = [day for day in self.matcher.prose.days if verb.idx <= day.start - offset < end.idx]
        told = [to_uncertain(day) for day in days]
        return base is not None and any(day.earliest is not None and day.earliest >= base for day in told)

    def taken_for_granted(self, noun: Token) -> Mood:
        """As in "is the subject of talks between them", "Negotiations between them are deadlocked", "cut short their summit": talks of two
        sides that the clause speaks of as of a fact; SKIP where it wishes for them or leaves them open.
        """
        top = self._stands_for(noun)
        verb = top.head if top.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "oprd") else None
        if top.dep_ == "pobj" and top.head.lower_ in _AMID:
            verb = next((above for above in ancestors(top) if is_verb(above)), None)
        if verb is None or not is_verb(verb) or self.wished(noun) or any(c.lower_ in _OPEN for c in noun.children):
            return SKIP
        said = [
            *children(verb, "attr", "acomp", "oprd"),
            *(o for p in children(verb, "prep") for o in children(p, "pobj")),
        ]
        if lemma(verb) == "be" and any(lemma(word) in self.matcher.actions.file.deeds.aims for word in said):
            return SKIP
        mood = self.nouns.verbs.of_verb(verb)
        if mood.modality is Modality.PLANNED and not mood.skip and lemma(verb) in _BRINGING:
            return Mood(Modality.PLANNED)  # "Monday will bring the encounter between them"
        if mood.skip or mood.modality not in (Modality.HAPPENED, Modality.ONGOING) or lemma(verb) in _NOT_TELLING:
            return SKIP
        now = verb.tag_ in ("VBZ", "VBP") or any(
            child.lower_ in ("is", "are") for child in children(verb, "aux", "auxpass")
        )
        if not now:
            return Mood(Modality.HAPPENED)
        return Mood(Modality.ONGOING) if lemma(noun) in _LASTING else SKIP  # a meeting does not last

    def _stands_for(self, noun: Token) -> Token:
        """As in "the subject of talks": the noun that stands for the talks in the clause."""
        top = held(noun)
        above = top.head.head if top.dep_ == "pobj" and top.head.lower_ == "of" else top
        return above if lemma(above) in _ABOUT else top

    def one_sided(self, noun: Token) -> bool:
        """Whether talks with only one side told may stand: "held talks", not "opened the meeting"."""
        return lemma(noun) in _COMPANY

    def definite(self, noun: Token) -> bool:
        """As in "the meeting", "their talks", "the first round": talks that have been told of."""
        return (
            any(
                child.dep_ in ("det", "poss", "amod") and (child.lower_ in _KNOWN or child.dep_ == "poss")
                for child in noun.children
            )
            or self.matcher.fits(noun, "ordinal", noun)
            or any(self.matcher.fits(c, "ordinal", noun) for c in noun.children)
        )


def ordered(verb: Token) -> bool:
    """As in "ordered its negotiators to suspend the talks", "decided to call off the summit": done with the order."""
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.tag_ in ("VBD", "VBN") and lemma(verb.head) in _ORDERING


def unfounded(verb: Token) -> bool:
    """As in "when they meet", "important that they meet": a meeting only taken for granted, in a clause of the present tense."""
    if verb.tag_ not in ("VBP", "VBZ", "VB") or any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ == "ccomp" and verb.head.pos_ in ("ADJ", "AUX"):
        return True
    return verb.dep_ in ("advcl", "ccomp") and any(
        child.dep_ in ("mark", "advmod") and child.lower_ in ("when", "whenever", "that", "as", "before", "until")
        for child in verb.children
    )
