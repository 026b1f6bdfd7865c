"""Whether an act told by a verb is told as done, going on, to come, threatened, conditional, hypothetical or not done.

Read off the verb group (tense, auxiliaries, negation) and off what governs it ("threatened to", "refused to", "plans to", "if").
"""

from __future__ import annotations

from dataclasses import dataclass

from treatywatch.events import mood_words as words
from treatywatch.events.clauses import (
    able_if,
    as_a_rule,
    backshifted,
    condition_mark,
    counterfactual,
    dated_noun,
    effect_of,
    gerund_noun,
    goes_on,
    has_condition,
    in_order,
    looked_forward_to,
    mere_sign,
    ranked,
    rules_out,
    subjunctive,
    warned,
    wished_modal,
)
from treatywatch.events.governing import asked_of_another, bare_form, missed, noun_before, predicative
from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.negation import negated, negated_noun
from treatywatch.events.tenses import headline_plan, tense_mood, told_as_past
from treatywatch.events.times import of_perfect, told_before
from treatywatch.events.trees import Token, chain_verb, children, first, is_verb, lemma
from treatywatch.model.vocabulary import Modality


@dataclass(frozen=True, slots=True)
class Mood:
    """How an act is told. `skip`: not told as an act at all (a condition's content, a topic, a wish); `weak`: only by default."""

    modality: Modality
    skip: bool = False
    weak: bool = False


SKIP = Mood(Modality.HYPOTHETICAL, True)
_DONE = frozenset({Modality.HAPPENED, Modality.ONGOING, Modality.PLANNED})
_OPEN = frozenset({Modality.HYPOTHETICAL, Modality.PLANNED})


class VerbMoods:
    """Reads the moods of verbs by one lexicon."""

    def __init__(self, actions: ActionLexicon) -> None:
        self.actions = actions

    def of_verb(self, verb: Token) -> Mood:
        """The mood of an act told by a verb."""
        mark = condition_mark(verb)
        if mark == "whether" and any(child.lower_ == "to" for child in children(verb, "aux")):
            return Mood(Modality.HYPOTHETICAL)  # "must choose whether to leave"
        if mark is not None or mere_sign(verb) or gerund_noun(verb) or counterfactual(verb):
            return SKIP
        if wished_modal(verb):
            return Mood(Modality.CONDITIONAL) if able_if(verb) else SKIP
        whatever = any(child.lower_ in words.WHATEVER for child in verb.children)
        if whatever or as_a_rule(verb) or subjunctive(verb) or self._first_to_come(verb):
            return SKIP
        if negated(verb):
            topic = verb.dep_ == "pcomp" and verb.head.head.pos_ == "NOUN"  # "a policy of not sending troops"
            return SKIP if topic or self._wished(verb) else Mood(Modality.DENIED)
        if verb.dep_ in ("advcl", "xcomp") and lemma(verb.head) in words.GOING and lemma(verb) in words.MEETING:
            return self.of_verb(verb.head)  # "flew to Geneva to meet"
        earlier = told_before(verb)
        if earlier is not None:
            return Mood(earlier, earlier is Modality.HYPOTHETICAL)
        return self._governed(verb) or self._by_tense(verb)

    def _first_to_come(self, verb: Token) -> bool:
        """As in "It will be the first time that the two have met": what has not been yet."""
        time = verb.head
        if verb.dep_ not in ("relcl", "acl", "ccomp") or lemma(time) != "time" or not is_verb(time.head):
            return False
        if any(prep.lower_ == "since" for prep in children(time, "prep")):
            return True  # "It was the first time since 1920 that it had voted one down": the news is told beside
        return tense_mood(time.head) in _OPEN

    def _wished(self, verb: Token) -> bool:
        """As in "urged Washington not to leave": what is wished not to happen is no denial."""
        top = chain_verb(verb)
        infinitive = any(child.lower_ == "to" and child.dep_ in ("aux", "mark") for child in top.children)
        if top.dep_ == "ccomp" and bare_form(top) and lemma(top.head) in words.INSISTING:
            return True  # "demanded that it not test"
        nouns = [beside for beside in (noun_before(top),) if beside is not None]
        wished = (
            w in words.FORBIDDING or self.actions.governors.get(w) == "wished" for w in map(lemma, (top.head, *nouns))
        )
        return infinitive and top.dep_ in ("xcomp", "ccomp", "acl") and any(wished)

    def _by_tense(self, verb: Token) -> Mood:
        """What the verb group itself says, with its conditions."""
        told = tense_mood(verb)
        if told is None and verb.dep_ in words.LENDING and is_verb(verb.head):
            return self._lent(verb)
        mood = told or (Modality.PLANNED if headline_plan(verb) else Modality.HAPPENED)
        if mood is Modality.HYPOTHETICAL and backshifted(verb):
            mood = Modality.PLANNED
        marks = ("if", "unless") if mood is Modality.HYPOTHETICAL else ("if",)
        if mood in _OPEN and (has_condition(verb, marks) or words.OTHERWISE & {c.lower_ for c in verb.children}):
            mood = Modality.CONDITIONAL
        return Mood(Modality.THREATENED if mood is Modality.PLANNED and warned(verb) else mood)

    def _lent(self, verb: Token) -> Mood:
        """A participle takes the mood of the verb that it goes with."""
        if verb.tag_ == "VB":
            return Mood(Modality.HYPOTHETICAL)
        return self.of_verb(verb.head)

    def _governed(self, verb: Token) -> Mood | None:
        """What the governing word makes of an infinitive, a gerund or a clause; None where it makes nothing of it."""
        top = chain_verb(verb)
        first_of = ranked(top)
        if first_of is not None:
            return SKIP if negated(first_of) else self.of_verb(first_of)  # "was not the first to test one"
        governor = top.head.head if top.dep_ in ("pcomp", "pobj") else top.head
        if any(child.lower_ == "to" and child.dep_ in ("aux", "mark") for child in top.children):
            return self._infinitive(top, governor)
        if top.dep_ == "ccomp":
            return self._clause_governed(top, governor)
        if top.dep_ == "pcomp":
            return self._gerund(top)
        ruled_out = top.dep_ == "advcl" and rules_out(governor)
        return self._by_word(governor, False) if ruled_out or top.dep_ in ("xcomp", "dobj", "pobj") else None

    def _infinitive(self, top: Token, governor: Token) -> Mood | None:
        if top.dep_ not in words.INFINITIVES:
            return None
        effect = effect_of(top)
        if effect is not None:
            return self.of_verb(effect)
        told = of_perfect(top, governor)
        if told is not None:
            return Mood(told)
        if asked_of_another(top, governor):
            return SKIP
        if lemma(governor) == "deadline" and (missed(governor) or dated_noun(governor)):
            return Mood(Modality.DENIED if missed(governor) else Modality.PLANNED)
        if governor.dep_ == "acl" and lemma(governor) in ("make", "take"):
            governor = governor.head  # "the decision made by the United States to withdraw"
        if top.dep_ == "advcl" and governor.pos_ == "VERB" and not predicative(governor, self.actions):
            return self._purpose(governor, top)
        return self._by_word(governor, True)

    def _purpose(self, governor: Token, top: Token) -> Mood:
        """As in "went on to ratify" (done), "met in Moscow to sign" (done there), "will stay to carry out inspections" (to come)."""
        word = lemma(governor)
        if word in words.COMING_TOGETHER or goes_on(governor):
            return self.of_verb(governor)
        if word in words.CROSSING and lemma(top) in words.VOTING:
            return self.of_verb(governor)  # "crossed the aisle to vote for it"
        if word not in words.SENT:
            return SKIP
        told = self.of_verb(governor)
        return SKIP if told.skip or told.modality is Modality.DENIED else Mood(Modality.PLANNED)

    def _gerund(self, verb: Token) -> Mood | None:
        """As in "after leaving", "without leaving"; "talks over extending" is a topic, "accused of fielding" a charge."""
        word, head = verb.head.lower_, verb.head.head
        if word in words.MEANS and is_verb(head):
            told = self.of_verb(head)
            return (
                None if told.modality in _DONE and not told.skip else SKIP
            )  # "able to deliver them by firing missiles"
        if word in ("after", "since", "by", "following", "in"):
            return None
        if word in ("before", "until"):
            past = is_verb(head) and (
                head.tag_ == "VBD" or any(child.lower_ in ("has", "had", "have") for child in head.children)
            )
            return Mood(Modality.HAPPENED if past else Modality.PLANNED)
        if word == "without":
            return Mood(Modality.DENIED)
        if word == "to" and lemma(head) == "lead" and children(verb, "nsubj"):
            return self.of_verb(head)  # "leading to Vilnius submitting its papers"
        if word == "at" and lemma(head) == "aim":
            return SKIP  # what talks are aimed at is a wish
        if is_verb(head) and self.actions.governors.get(lemma(head)) in ("happened", "denied", "planned"):
            return self._by_word(head, False)
        return self._below_noun(word, head)

    def _below_noun(self, word: str, head: Token) -> Mood | None:
        """As in "has no intention of leaving", "is in the process of destroying them", "criticism for leaving"."""
        meant = self.actions.governors.get(lemma(head)) if head.pos_ == "NOUN" else None
        if word in ("on", "for") and lemma(head) in words.BILLS and lemma(head.head) in words.DRAFTING:
            return Mood(Modality.PLANNED)  # "has drafted a bill on leaving it"
        if word == "of" and lemma(head) in words.UNDER_WAY:
            return Mood(Modality.ONGOING)
        if word == "of" and lemma(head) == "question" and negated_noun(head):
            return Mood(Modality.DENIED)  # "there can be no question of ratifying it"
        if word == "of" and meant in words.OF_NOUNS:
            return self._by_word(head, False)
        return None if word == "for" and meant == "judging" else SKIP

    def _clause_governed(self, verb: Token, governor: Token) -> Mood | None:
        """As in "denied that it had tested", "demanded that Russia destroy"."""
        word = self.actions.governors.get(lemma(governor))
        meant = lemma(governor) in words.MEANING and negated(governor)  # "does not mean that it will resume tests"
        if word == "denied" or meant:
            return Mood(Modality.DENIED) if meant or lemma(governor) in words.DENYING else SKIP
        if lemma(governor) in words.INSISTING and verb.tag_ in ("VB", "VBP") and not children(verb, "aux"):
            return SKIP  # "insisted that the two leaders meet"
        if lemma(governor) in words.CHECKING and tense_mood(governor) is not Modality.HAPPENED:
            return SKIP  # "charged with verifying that Iraq has destroyed it"
        if lemma(governor) in words.SEEING and verb.tag_ in ("VB", "VBP") and not children(verb, "aux"):
            return SKIP if looked_forward_to(governor) else self.of_verb(governor)
        if lemma(governor) == "order" and verb.tag_ == "VBN" and not children(verb, "aux"):
            return Mood(Modality.PLANNED)  # "ordered sanctions restored"
        if lemma(governor) in words.DOUBTING and tense_mood(verb) is Modality.HAPPENED:
            return None
        if word == "wished" and lemma(governor) not in ("tell", "suggest", "sign"):
            return SKIP
        return None

    def _by_word(self, governor: Token, infinitive: bool) -> Mood | None:
        told = (
            lemma(governor) if governor.tag_ == "VBD" else governor.lower_
        )  # "France prepared to test", "is prepared to test"
        word = self.actions.governors.get(told) or self.actions.governors.get(lemma(governor))
        if in_order(governor):
            return SKIP  # "in order to pass a bill"
        if rules_out(governor):
            return Mood(Modality.HYPOTHETICAL if negated(governor) else Modality.DENIED)
        if goes_on(governor) or (lemma(governor) == "cease" and infinitive):  # "ceased to be a party"
            return self.of_verb(governor)
        if lemma(governor) in ("be", "have", "go") and infinitive:
            return self._periphrastic(governor)
        if word is None:
            if lemma(governor) in words.TREATIES and infinitive:
                return SKIP  # "a treaty to scrap missiles"
            aim = (
                infinitive and governor.pos_ == "NOUN" and governor.dep_ == "dobj"
            )  # "completed ratification to join it"
            if aim and lemma(governor) in words.BILLS and lemma(governor.head) in words.DRAFTING:
                return Mood(Modality.PLANNED)  # "is preparing a bill to leave it"
            return SKIP if aim else Mood(Modality.HYPOTHETICAL) if infinitive else None
        return self._turned(word, governor) or self.effect(word, governor)

    def _turned(self, word: str, governor: Token) -> Mood | None:
        """What a denial or a condition of the governing word makes of the act; None where there is none."""
        noun = not is_verb(governor) and (word in words.OF_NOUNS or lemma(governor) in words.STEPS)
        if noun and negated_noun(governor):
            return Mood(Modality.HAPPENED if word == "denied" else Modality.DENIED)  # "has no plans to sign it"
        if is_verb(governor) or lemma(governor) in ("able", "unable"):
            if negated(governor) and (word != "wished" or lemma(governor) in words.TRYING):
                done = lemma(governor) in ("refrain", "fail")
                if lemma(governor) == "hesitate":  # "would not hesitate to leave it"
                    return Mood(Modality.HAPPENED if told_as_past(governor) else Modality.THREATENED)
                return Mood(Modality.HAPPENED if done else Modality.DENIED)
            if condition_mark(governor):
                return SKIP
        return None

    def _only_proposed(self, verb: Token) -> bool:
        """As in "proposed to consider leaving", "refused to discuss leaving": not even planned."""
        above = self._governed(verb) if verb.dep_ == "xcomp" and is_verb(verb) else None
        return above is not None and (above.skip or above.modality is Modality.DENIED)

    def effect(self, word: str, governor: Token) -> Mood:
        """What a governing word of the class `word` (`planned`, `denied`, …) makes of the act below it."""
        above = tense_mood(governor) if is_verb(governor) else None
        if word == "wished" or (word in words.BARE_PLANS and self._only_proposed(governor)):
            return SKIP
        if word == "real_when_past" or lemma(governor) == "able":
            be = governor if is_verb(governor) else governor.head
            done = be.tag_ == "VBD" or told_as_past(be) or (be.tag_ == "VBG" and told_as_past(be.head))
            return Mood(Modality.HAPPENED if done else Modality.HYPOTHETICAL)
        if word in ("happened", "ongoing"):
            if above is Modality.HYPOTHETICAL and backshifted(governor):
                return Mood(Modality.PLANNED)
            if above not in (None, Modality.HAPPENED, Modality.ONGOING):
                return Mood(above)
            inner = self._governed(governor) if is_verb(governor) else None
            return inner or Mood(Modality.HAPPENED if word == "happened" else Modality.ONGOING)
        if above is Modality.HYPOTHETICAL and word == "planned":
            return Mood(Modality.HYPOTHETICAL)
        return Mood(Modality(word))

    def _periphrastic(self, governor: Token) -> Mood:
        """As in "is to meet" is planned, "has to destroy" is not told as done, "is going to leave" is planned."""
        if any(child.lower_ == "yet" for child in governor.children):
            return Mood(Modality.DENIED)  # "has yet to ratify"
        if lemma(governor) == "have":
            return SKIP  # what somebody has to do is no act
        adjective = first(children(governor, "acomp", "attr"))
        word = self.actions.governors.get(adjective.lower_) if adjective is not None else "planned"
        if negated(governor):
            return Mood(Modality.DENIED)
        return self.effect(word or "hypothetical", adjective if adjective is not None else governor)
