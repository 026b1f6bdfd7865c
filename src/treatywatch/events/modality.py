"""Whether an act is told as done, going on, to come, threatened, conditional, hypothetical or not done.

Read off the verb group (tense, auxiliaries, negation) and off what governs it ("threatened to", "refused to", "plans to", "if").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.trees import Token, ancestors, chain_verb, children, first, is_verb, lemma
from treatywatch.model.vocabulary import Modality

_CONDITIONS = frozenset({"if", "unless", "until", "provided", "providing", "whether", "once", "should"})
_TELLING = frozenset(
    ["say", "tell", "announce", "declare", "report", "state", "note", "add", "believe", "think", "claim", "accuse", "allege", "argue", "insist", "recall", "hear", "know", "show", "suggest", "see", "indicate", "reveal", "confirm", "acknowledge", "admit", "warn", "explain", "stress", "remind", "write", "quote"]
)
_PERHAPS = frozenset({"would", "could", "might", "may", "can", "should", "must", "ought"})
_BACKSHIFT = frozenset(
    {
        "say",
        "announce",
        "declare",
        "tell",
        "add",
        "confirm",
        "decide",
        "pledge",
        "state",
        "note",
        "insist",
        "vow",
        "promise",
    }
)


@dataclass(frozen=True, slots=True)
class Mood:
    """How an act is told. `skip`: not told as an act at all (a condition's content, a topic)."""

    modality: Modality
    skip: bool = False


_SKIP = Mood(Modality.HYPOTHETICAL, True)


class MoodReader:
    """Reads moods by one lexicon."""

    def __init__(self, actions: ActionLexicon) -> None:
        self.actions = actions

    def of_verb(self, verb: Token) -> Mood:
        """The mood of an act told by a verb."""
        if _condition_mark(verb) is not None or _wished_modal(verb) or _mere_sign(verb):
            return _SKIP
        if _negated(verb):
            return Mood(Modality.DENIED)
        if any(child.dep_ == "mark" and child.lower_ in ("before", "until", "till") for child in verb.children) and verb.tag_ != "VBD":
            return _SKIP if _own(verb) is not Modality.HAPPENED or verb.tag_ in ("VBZ", "VBP") and lemma(verb) not in _ENDING else _own_mood(verb)
        governed = self._governed(verb)
        own = _own(verb)
        if governed is not None:
            return governed
        if own is None and verb.dep_ in ("advcl", "pcomp", "acl", "conj", "relcl", "xcomp") and is_verb(verb.head):
            return self._lent(verb)
        mood = own or Modality.HAPPENED
        if mood is Modality.HYPOTHETICAL and _backshifted(verb):
            mood = Modality.PLANNED
        if (
            (mood is Modality.HYPOTHETICAL
            and has_condition(verb))
            or (mood is Modality.PLANNED
            and has_condition(verb, ("if",)))
        ):
            mood = Modality.CONDITIONAL
        if mood is Modality.PLANNED and _warned(verb):
            mood = Modality.THREATENED
        return Mood(mood)

    def _lent(self, verb: Token) -> Mood:
        """A participle takes the mood of the verb that it goes with."""
        if verb.tag_ == "VB":
            return Mood(Modality.HYPOTHETICAL)
        return self.of_verb(verb.head)

    def _governed(self, verb: Token) -> Mood | None:
        """What the governing word makes of an infinitive, a gerund or a clause; None where it makes nothing of it."""
        top = chain_verb(verb)
        if top.dep_ not in ("xcomp", "ccomp", "acl", "advcl", "pcomp", "dobj", "pobj"):
            return None
        infinitive = any(child.lower_ == "to" and child.dep_ in ("aux", "mark") for child in top.children)
        governor = top.head.head if top.dep_ in ("pcomp", "pobj") else top.head
        if top.dep_ in ("ccomp",) and not infinitive:
            return self._clause_governed(top, governor)
        if top.dep_ == "acl" and not infinitive:
            return None
        if top.dep_ == "advcl" and not infinitive:
            return None
        if top.dep_ == "pcomp" and not infinitive:
            return self._gerund(top)
        if top.dep_ == "advcl" and governor.pos_ == "VERB" and not _predicative(governor, self.actions):
            return Mood(Modality.HYPOTHETICAL, True)
        return self._by_word(governor, infinitive)

    def _gerund(self, verb: Token) -> Mood | None:
        """As in "after leaving", "without leaving"; "talks over extending" is a topic, "accused of fielding" a charge."""
        word, head = verb.head.lower_, verb.head.head
        if word in ("after", "since", "by", "following", "in"):
            return None
        if word in ("before", "until"):
            return Mood(Modality.PLANNED)
        if word == "without":
            return Mood(Modality.DENIED)
        if is_verb(head) and self.actions.governors.get(lemma(head)) in ("happened", "denied", "planned"):
            return self._by_word(head, False)
        return _SKIP

    def _clause_governed(self, verb: Token, governor: Token) -> Mood | None:
        """As in "denied that it had tested", "demanded that Russia destroy"."""
        word = self.actions.governors.get(lemma(governor))
        if word == "denied":
            return Mood(Modality.DENIED)
        if word == "wished" and lemma(governor) not in ("tell", "suggest", "sign", "rule"):
            return _SKIP
        return None

    def _by_word(self, governor: Token, infinitive: bool) -> Mood | None:
        word = self.actions.governors.get(governor.lower_) or self.actions.governors.get(lemma(governor))
        if lemma(governor) in ("be", "have", "go") and infinitive:
            return self._periphrastic(governor)
        if word is None:
            return Mood(Modality.HYPOTHETICAL) if infinitive else None
        if is_verb(governor) or lemma(governor) in ("able", "unable"):
            if _negated(governor) and word != "wished":
                return Mood(Modality.HAPPENED if lemma(governor) in ("refrain", "fail") else Modality.DENIED)
            if _condition_mark(governor):
                return _SKIP
        return self._effect(word, governor)

    def _effect(self, word: str, governor: Token) -> Mood:
        above = _own(governor) if is_verb(governor) else None
        if word == "wished":
            return _SKIP
        if word == "real_when_past" or lemma(governor) == "able":
            be = governor if is_verb(governor) else governor.head
            return Mood(Modality.HAPPENED if be.tag_ == "VBD" else Modality.HYPOTHETICAL)
        if word in ("happened", "ongoing"):
            if above not in (None, Modality.HAPPENED, Modality.ONGOING):
                return Mood(above)
            inner = self._governed(governor) if is_verb(governor) else None
            return inner or Mood(Modality.HAPPENED if word == "happened" else Modality.ONGOING)
        if above is Modality.HYPOTHETICAL and word == "planned":
            return Mood(Modality.HYPOTHETICAL)
        return Mood(Modality(word))

    def _periphrastic(self, governor: Token) -> Mood:
        """As in "is to meet" is planned, "has to destroy" is not told as done, "is going to leave" is planned."""
        if lemma(governor) == "have":
            return Mood(Modality.HYPOTHETICAL)
        adjective = first(children(governor, "acomp", "attr"))
        word = self.actions.governors.get(adjective.lower_) if adjective is not None else "planned"
        if _negated(governor):
            return Mood(Modality.DENIED)
        return self._effect(word or "hypothetical", adjective if adjective is not None else governor)

    def of_noun(self, noun: Token, meeting: bool = True) -> Mood:
        """The mood of an act told by a noun ("talks", "its withdrawal"); one may be "in" or "at" a `meeting` alone."""
        if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "on", "from") and not meeting and not children(noun, "poss"):
            return _SKIP
        told = self._adjective(noun)
        if told is not None:
            return Mood(told)
        head, label = noun.head, noun.dep_
        if label == "conj":
            return self.of_noun(head) if head.pos_ in ("NOUN", "PROPN") else _SKIP
        if label in ("nsubj", "nsubjpass"):
            return self._as_subject(head)
        if label in ("dobj", "attr", "oprd"):
            return self._as_object(head)
        if label == "pobj":
            return self._after_preposition(noun, head)
        if label in ("ROOT", "appos", "npadvmod"):
            return Mood(Modality.HAPPENED)
        return _SKIP

    def _adjective(self, noun: Token) -> Modality | None:
        table = self.actions.file.adjectives
        for child in children(noun, "amod", "det", "compound"):
            for name in ("planned", "hypothetical", "threatened", "denied"):
                if child.lower_ in getattr(table, name):
                    return Modality(name)
        return None

    def _as_subject(self, verb: Token) -> Mood:
        mood = self.of_verb(verb)
        if lemma(verb) in ("postpone", "delay", "cancel", "scrap", "shelve", "need", "require"):
            return _SKIP
        if lemma(verb) in ("plan", "schedule", "expect", "slate", "set") and mood.modality is Modality.HAPPENED:
            return Mood(Modality.PLANNED)
        if (
            lemma(verb) in _BEGINNING
            or (mood.modality in (Modality.PLANNED, Modality.ONGOING)
            and lemma(verb) in _RUNNING)
        ):
            if lemma(verb) in ("take", "become") and mood.modality is Modality.HAPPENED and verb.tag_ in ("VBZ", "VBP"):
                return Mood(Modality.PLANNED)
            return mood
        return Mood(Modality.HAPPENED)

    def _as_object(self, verb: Token) -> Mood:
        word, light = lemma(verb), self.actions.file.light
        if word in light.planned and word not in ("set",):
            return Mood(Modality.PLANNED) if not _negated(verb) else Mood(Modality.DENIED)
        if word in light.neutral:
            return self.of_verb(verb)
        effect = self.actions.governors.get(word)
        if effect in ("denied", "threatened", "planned", "happened"):
            if effect == "denied" and (_negated(verb) or self.of_verb(verb).modality is not Modality.HAPPENED):
                return _SKIP
            return Mood(Modality.DENIED) if _negated(verb) else self._effect(effect, verb)
        return Mood(Modality.HYPOTHETICAL, True)

    def _after_preposition(self, noun: Token, prep: Token) -> Mood:
        lead = self.actions.file.lead
        word = prep.lower_
        owned = bool(children(noun, "poss"))
        if word == "of" and prep.head.pos_ == "NOUN":
            return self.of_noun(prep.head) if lemma(prep.head) in _HOLDERS else _SKIP
        if word in lead.ongoing:
            return Mood(Modality.ONGOING)
        if word in lead.planned:
            return (
                Mood(Modality.PLANNED)
                if word != "for" or (is_verb(prep.head) and lemma(prep.head) in _ARRIVING)
                else _SKIP
            )
        if word in lead.happened and (word not in ("on", "from") or owned):
            verb = next((above for above in ancestors(prep) if is_verb(above) and above.dep_ != "pcomp"), None)
            if verb is None or word in ("after", "following", "since", "despite"):
                return Mood(Modality.HAPPENED)
            mood = self.of_verb(verb)
            if word in ("at", "during"):
                return Mood(Modality.HAPPENED) if mood.modality is Modality.DENIED or mood.skip else mood
            return Mood(Modality.HAPPENED) if mood.modality is Modality.DENIED and not mood.skip else mood
        return _SKIP


_ENDING = frozenset({"expire", "lapse", "run"})
_BEGINNING = frozenset(
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
        "schedule",
        "hold",
        "plan",
        "expect",
    }
)
_RUNNING = frozenset({"continue", "be", "go", "end", "proceed", "last", "come", "follow", "run", "enter"})
_HOLDERS = frozenset(
    {
        "round",
        "day",
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
    }
)
_ARRIVING = frozenset({"meet", "arrive", "gather", "travel", "fly", "head", "convene", "visit", "come", "sit", "join"})


def _own_mood(verb: Token) -> Mood:
    return Mood(Modality.PLANNED if verb.tag_ in ("VBZ", "VBP") else Modality.HAPPENED)


def held(noun: Token) -> Token:
    """ "a second round of talks": the noun that stands for the talks in the clause."""
    for _ in range(3):
        above = noun.head
        if noun.dep_ != "pobj" or above.lower_ != "of" or lemma(above.head) not in _HOLDERS:
            break
        noun = above.head
    return noun


def has_condition(verb: Token, words: tuple[str, ...] = ("if", "unless")) -> bool:
    """Whether a conditional clause hangs on the verb."""
    return condition_clause(verb, words) is not None


def condition_clause(verb: Token, words: tuple[str, ...] = ()) -> Token | None:
    """The head of the conditional clause that hangs on the verb, if any."""
    wanted = words or tuple(_CONDITIONS - {"whether", "should"})
    for clause in children(verb, "advcl", "prep"):
        marks = [child for child in clause.children if child.dep_ in ("mark", "advmod") and child.lower_ in wanted]
        if marks:
            return clause
    return None


def _condition_mark(verb: Token) -> str | None:
    """As in "if" or "unless" where the verb stands in such a clause itself, "whether" where the clause asks; else None."""
    for token in (verb, *ancestors(verb)):
        if token.i == verb.i or token.dep_ in ("advcl", "ccomp", "pcomp"):
            marks = [child.lower_ for child in token.children if child.dep_ in ("mark", "advmod")]
            found = next((mark for mark in marks if mark in ("if", "unless", "whether")), None)
            if found:
                return str(found)
        if token.dep_ in ("ROOT", "ccomp", "relcl", "acl", "advcl"):
            return None
    return None


def _mere_sign(verb: Token) -> bool:
    """As in "no sign of Russia returning to compliance": a sign of an act is no act."""
    for above in list(ancestors(verb))[:5]:
        if above.pos_ == "NOUN" and lemma(above) in (
            "sign",
            "evidence",
            "indication",
            "hint",
            "likelihood",
            "chance",
            "hope",
            "prospect",
        ):
            return True
        if above.dep_ in ("ROOT", "ccomp", "relcl", "advcl"):
            return False
    return False


def _wished_modal(verb: Token) -> bool:
    """As in "should leave", "must destroy": what ought to be is no event."""
    top = chain_verb(verb)
    return any(
        child.dep_ == "aux" and child.lower_ in ("should", "must", "ought")
        for token in (verb, top)
        for child in token.children
    )


def _negated(verb: Token) -> bool:
    """Whether "not", "never" or a "no" subject denies the verb."""
    for token in (verb, *_governing_auxiliaries(verb)):
        if any(child.dep_ == "neg" or child.lower_ in ("never", "n't", "not") for child in token.children):
            return True
    subjects = children(verb, "nsubj", "nsubjpass")
    objects = children(verb, "dobj", "attr")
    for noun in (*subjects, *objects):
        if noun.lower_ in ("nobody", "none", "neither") or any(
            child.lower_ in ("no", "neither") for child in children(noun, "det")
        ):
            return True
    return False


def _governing_auxiliaries(verb: Token) -> Iterator[Token]:
    """The verb that lends its auxiliaries to a coordinated one without own subject ("did not sign or ratify")."""
    if verb.dep_ == "conj" and is_verb(verb.head) and not children(verb, "nsubj", "nsubjpass", "aux"):
        if any(child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in verb.head.children):
            yield verb.head


def _own(verb: Token) -> Modality | None:
    """What tense and auxiliaries of the verb itself say; None for a participle or infinitive without any."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if not auxiliaries and verb.dep_ == "conj" and is_verb(verb.head) and verb.tag_ in ("VB", "VBN", "VBG"):
        return _own(verb.head)
    if words & {"will", "'ll", "shall", "wo", "’ll"}:
        return Modality.PLANNED
    if words & _PERHAPS:
        perfect = "have" in words and words & {"could", "would", "should"}
        return Modality.HYPOTHETICAL if perfect or not words & {"must"} else Modality.HYPOTHETICAL
    if "to" in words:
        return None
    return _by_tense(verb, words)


def _by_tense(verb: Token, words: set[str]) -> Modality | None:
    if verb.tag_ == "VBG":
        if words & {"is", "are", "'s", "'re", "was", "were", "been", "am", "'m"}:
            return Modality.ONGOING
        return Modality.HAPPENED if verb.dep_ in ("acl", "relcl") else None
    if verb.tag_ == "VBN" and verb.dep_ == "xcomp" and not words:
        return None
    if verb.tag_ == "VB" and not words & {"did", "does", "do"}:
        return Modality.HYPOTHETICAL if verb.dep_ in ("ccomp", "ROOT") else None
    return Modality.HAPPENED


def _backshifted(verb: Token) -> bool:
    """As in "said it would leave": a plan told afterwards."""
    top = chain_verb(verb)
    words = {child.lower_ for token in (verb, top) for child in token.children if child.dep_ == "aux"}
    if "would" not in words or has_condition(verb, ("if", "unless")):
        return False
    return (
        (top.dep_ == "ccomp"
        and lemma(top.head) in _BACKSHIFT)
        or (top.dep_ in ("acl", "relcl", "conj") and "would" in words)
    )


def _warned(verb: Token) -> bool:
    """As in "warned it would deploy": the warner's own act is a threat."""
    top = chain_verb(verb)
    if top.dep_ != "ccomp" or lemma(top.head) not in ("warn", "threaten"):
        return False
    own = first(children(top, "nsubj"))
    return own is not None and own.lower_ in ("it", "he", "she", "they", "we", "i")


def _predicative(verb: Token, actions: ActionLexicon) -> bool:
    """Whether an infinitive that the parser hangs on a verb as an adverbial is rather its complement."""
    return lemma(verb) in actions.governors or lemma(verb) == "be"


def questioned(verb: Token) -> bool:
    """Whether the act stands beneath a doubt ("questioned whether", "doubts that", "alleged")."""
    return any(lemma(above) in ("doubt", "question", "dispute") for above in ancestors(verb))


def told_verb(token: Token) -> Token | None:
    """The verb of speaking under which the token stands, nearest first."""
    return next((above for above in ancestors(token) if is_verb(above) and lemma(above) in _TELLING), None)
