"""Whether an act told by a noun ("talks", "its withdrawal") is told as done, to come or only as a topic.

The verb that carries the noun decides, or the preposition that leads it, or an adjective ("planned", "aborted").
"""

from __future__ import annotations

from treatywatch.events.journeys import arriving, awaited, embarked, setting_out
from treatywatch.events.modality import SKIP, Mood, VerbMoods
from treatywatch.events.negation import negated
from treatywatch.events.subjects import passive
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.model.vocabulary import Modality

_TOLD = frozenset({Modality.HAPPENED, Modality.ONGOING, Modality.PLANNED})
BEGINNING = frozenset(
    {
        "begin",
        "start",
        "open",
        "resume",
        "take",
        "become",
        "occur",
        "happen",
        "restart",
        "unfold",
        "commence",
        "convene",
        "schedule",
        "hold",
        "plan",
        "expect",
    }
)
_FORESEEN = frozenset({"plan", "schedule", "expect", "slate", "set", "foresee", "pencil", "fix", "arrange", "due"})
_RUNNING = frozenset({"continue", "be", "go", "end", "proceed", "last", "come", "follow", "run", "enter"})
_HOLDERS = frozenset(
    {
        "round",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "end",
        "start",
        "beginning",
        "series",
        "session",
        "sideline",
        "margin",
        "conclusion",
        "close",
        "opening",
        "result",
        "collapse",
        "breakdown",
        "breakup",
        "failure",
        "success",
        "outcome",
        "resumption",
        "aftermath",
        "wake",
        "eve",
        "phase",
        "stage",
        "bout",
        "string",
        "spate",
        "flurry",
        "couple",
        "pair",
        "middle",
        "midst",
        "course",
    }
)
_NEARING = frozenset({"approach", "near", "loom"})
_ANSWERING = frozenset(
    {"answer", "reply", "respond", "retaliate", "counter", "react", "hit", "strike", "reciprocate", "follow", "punish"}
)
_ATTITUDES = frozenset(
    [
        "interest",
        "view",
        "opinion",
        "position",
        "hope",
        "confidence",
        "faith",
        "stake",
        "role",
        "comment",
        "question",
        "report",
    ]
)
"""Nouns whose "in" or "on" leads what they are about."""


class NounMoods:
    """Reads the moods of nouns by one lexicon."""

    def __init__(self, verbs: VerbMoods) -> None:
        self.verbs, self.actions = verbs, verbs.actions

    def of_noun(self, noun: Token, meeting: bool = True) -> Mood:
        """The mood of an act told by a noun ("talks", "its withdrawal"); one may be "in" or "at" a `meeting` alone."""
        if (
            noun.dep_ == "pobj"
            and noun.head.lower_ in ("in", "at", "on", "from")
            and not meeting
            and not children(noun, "poss")
        ):
            return SKIP
        told = self.adjective(noun)
        if told is not None and not (told is Modality.HYPOTHETICAL and self._carried_out(noun)):
            return Mood(told)
        head, label = noun.head, noun.dep_
        if label == "conj":
            return self.of_noun(head) if head.pos_ in ("NOUN", "PROPN") else SKIP
        if label in ("nsubj", "nsubjpass"):
            return self.as_subject(head)
        if label in ("dobj", "attr", "oprd"):
            return self.as_object(head)
        if label == "pobj":
            return self._after_preposition(noun, head)
        if label in ("ROOT", "appos", "npadvmod"):
            return Mood(Modality.HAPPENED)
        return SKIP

    def ordinal(self, word: Token) -> bool:
        """As in "third", "latest": one of several acts of its kind."""
        return word.lower_ in self.actions.classes["ordinal"].nouns and word.lower_ not in ("new", "next")

    def _carried_out(self, noun: Token) -> bool:
        """As in "held a further meeting"."""
        if noun.dep_ in ("nsubj", "nsubjpass") and lemma(noun.head) in (*BEGINNING, *self.actions.file.light.subject):
            return not self.verbs.of_verb(noun.head).skip  # "fresh talks will begin on Monday"
        light = noun.dep_ == "dobj" and lemma(noun.head) in self.actions.file.light.neutral
        told = self.verbs.of_verb(noun.head) if light else None
        return told is not None and not told.skip and told.modality in _TOLD

    def adjective(self, noun: Token) -> Modality | None:
        """What an adjective makes of the act ("planned", "aborted"); None where it makes nothing of it."""
        table = self.actions.file.adjectives
        for child in children(noun, "amod", "det", "compound"):
            for name in ("planned", "hypothetical", "threatened", "denied", "happened"):
                if child.lower_ in getattr(table, name):
                    return Modality(name)
        return None

    def as_subject(self, verb: Token) -> Mood:
        """The mood of what is the subject of `verb`."""
        mood = self.verbs.of_verb(verb)
        if lemma(verb) in ("postpone", "delay", "cancel", "scrap", "shelve", "need", "require"):
            return SKIP
        if (lemma(verb) in _FORESEEN or _summoned(verb)) and passive(verb) and mood.modality is Modality.HAPPENED:
            return Mood(Modality.PLANNED)
        if lemma(verb) in _NEARING and mood.modality in (Modality.HAPPENED, Modality.ONGOING):
            return Mood(Modality.PLANNED)
        if lemma(verb) == "be" and any(
            self.actions.governors.get(child.lower_) == "planned" and not _because(child)
            for child in children(verb, "acomp", "oprd")
        ):
            return Mood(Modality.PLANNED)
        if lemma(verb) in BEGINNING or (
            mood.modality in (Modality.PLANNED, Modality.ONGOING) and lemma(verb) in _RUNNING
        ):
            if lemma(verb) in ("take", "become") and mood.modality is Modality.HAPPENED and verb.tag_ in ("VBZ", "VBP"):
                return Mood(Modality.PLANNED)
            return mood
        if mood.modality is Modality.HYPOTHETICAL and children(verb, "aux"):
            return SKIP  # "Talks could follow"
        return Mood(Modality.HAPPENED, weak=lemma(verb) not in self.actions.file.light.subject)

    def as_object(self, verb: Token) -> Mood:
        """The mood of what is the object of `verb`."""
        word, light = lemma(verb), self.actions.file.light
        if negated(verb) and self.verbs.of_verb(verb).skip:
            return SKIP  # "asked them not to approve the withdrawal"
        if word in light.planned and word not in ("set",):
            return Mood(Modality.PLANNED) if not negated(verb) else Mood(Modality.DENIED)
        if word in light.neutral:
            mood = self.verbs.of_verb(verb)
            return Mood(mood.modality, mood.skip, weak=word in light.about)
        effect = self.actions.governors.get(word)
        if effect in ("denied", "threatened", "planned", "happened"):
            if lemma(verb) in ("postpone", "delay") or (
                effect == "denied" and (negated(verb) or self.verbs.of_verb(verb).modality is not Modality.HAPPENED)
            ):
                return SKIP
            return Mood(Modality.DENIED) if negated(verb) else self.verbs.effect(effect, verb)
        return Mood(Modality.HYPOTHETICAL, True)

    def _beside_noun(self, prep: Token, word: str) -> Mood | None:
        """As in "meetings, including talks" (as the meetings), "interest in the meeting" (a topic), "a round of talks"; else None."""
        if prep.head.pos_ not in ("NOUN", "PROPN"):
            return None
        if word == "including":
            return self.of_noun(prep.head)
        if word == "of" and prep.head.pos_ == "NOUN":
            return self.of_noun(prep.head) if lemma(prep.head) in _HOLDERS else SKIP
        return SKIP if word in ("in", "on", "from") and lemma(prep.head) in _ATTITUDES else None

    def _after_preposition(self, noun: Token, prep: Token) -> Mood:
        lead = self.actions.file.lead
        word = "ahead" if prep.lower_ == "of" and prep.head.lower_ == "ahead" else prep.lower_
        topic = self._beside_noun(prep, word)
        if topic is not None:
            return topic
        owned = bool(children(noun, "poss"))
        if word in lead.ongoing:
            return Mood(Modality.ONGOING)
        if word == "for":
            if awaited(prep) or (arriving(prep) and setting_out(prep.head)):
                return Mood(Modality.PLANNED)
            return self.verbs.of_verb(prep.head) if arriving(prep) else SKIP
        if embarked(prep):
            return self.verbs.of_verb(prep.head)
        if word in lead.planned:
            return Mood(Modality.PLANNED)
        if word not in lead.happened or (word in ("on", "from") and not owned):
            return SKIP
        return self._led(prep, word)

    def _led(self, prep: Token, word: str) -> Mood:
        """The mood of what a preposition leads ("in talks", "after the summit"): that of its verb."""
        verb = next((above for above in ancestors(prep) if is_verb(above) and above.dep_ != "pcomp"), None)
        if verb is None or word in ("after", "following", "since", "despite"):
            return Mood(Modality.HAPPENED)
        mood = self.verbs.of_verb(verb)
        if word in ("at", "during"):
            return _there(verb, mood)
        return Mood(Modality.HAPPENED) if mood.modality is Modality.DENIED and not mood.skip else mood


def _there(verb: Token, mood: Mood) -> Mood:
    """What was done "at" or "during" it was done there; "insisted that they meet at the beginning of the summit" tells nothing."""
    if mood.skip and verb.tag_ in ("VB", "VBP", "VBZ"):
        return SKIP
    return Mood(Modality.HAPPENED) if mood.modality is Modality.DENIED or mood.skip else mood


def answered(noun: Token) -> Token | None:
    """As in "answered with sanctions", "replied to the launch with a live-fire drill": the verb whose subject does what the noun tells."""
    verb = noun.head.head
    verb = verb.head if verb.dep_ == "dobj" else verb  # "answered the test with sanctions", hung on the test
    behind = noun.dep_ == "pobj" and noun.head.lower_ == "with" and is_verb(verb)
    return verb if behind and lemma(verb) in _ANSWERING else None


def _summoned(verb: Token) -> bool:
    """As in "An emergency session was called for Friday"."""
    days = (day for prep in children(verb, "prep") if prep.lower_ == "for" for day in children(prep, "pobj"))
    return lemma(verb) in ("call", "convene", "summon", "convoke") and any(day.ent_type_ == "DATE" for day in days)


def _because(word: Token) -> bool:
    """As in "is due to new threats": a reason, no plan."""
    return word.lower_ == "due" and any(prep.lower_ == "to" for prep in children(word, "prep", "pcomp"))


def held(noun: Token) -> Token:
    """As in "a second round of talks": the noun that stands for the talks in the clause."""
    for _ in range(3):
        above = noun.head
        if noun.dep_ != "pobj" or above.lower_ != "of" or lemma(above.head) not in _HOLDERS:
            break
        noun = above.head
    return noun
