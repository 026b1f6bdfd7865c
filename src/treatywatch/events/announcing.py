"""The announcing of an act, told apart from the act ("announced its withdrawal", "said it would leave")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from treatywatch.dates import UncertainDay
from treatywatch.events.bare_days import nearer
from treatywatch.events.clauses import condition_clause
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.modality import VerbMoods
from treatywatch.events.subjects import doer, passive
from treatywatch.events.timing import Clock, usable
from treatywatch.events.trees import Token, ancestors, chain_verb, children, is_verb, lemma
from treatywatch.language.days import to_uncertain
from treatywatch.model.event import Assertion
from treatywatch.model.vocabulary import EventKind, Modality

_INTENDING = frozenset({"intend", "plan"})
_WEEK = 7
_BETWEEN = frozenset({"plan", "intend", "decide", "go", "be", "begin"})
"""Verbs that may stand between the announcing and the act ("announced that it plans to leave")."""
_LAWS = frozenset({"law", "bill", "decree", "legislation", "order"})
_OTHER_THINGS = frozenset(
    {"countermeasure", "measure", "sanction", "response", "talk", "meeting", "package", "reply", "answer"}
)
"""What may be announced about an act of somebody else."""


class Announcing:
    """Finds the words of announcing in one sentence."""

    def __init__(self, matcher: Matcher, moods: VerbMoods) -> None:
        self.matcher, self.moods, self.words = matcher, moods, matcher.actions.file.announcing

    def kind(self, trigger: Trigger) -> EventKind:
        """The kind, with the announcing of an act told apart from the act."""
        told = self.words.announced.get(trigger.kind.value)
        if trigger.kind is EventKind.TERMINATE and ("subject" in trigger.roles or passive(trigger.token)):
            return trigger.kind  # "said the treaty would end"
        return told if told is not None and self.announcer(trigger) is not None else trigger.kind

    def announcer(self, trigger: Trigger) -> Token | None:
        """The word of announcing right above the act ("announced its withdrawal", "announced it would leave")."""
        if "no-longer" in trigger.roles or _done_already(trigger):
            return None  # "announced that it is no longer a party"
        token = chain_verb(trigger.token)
        for above in list(ancestors(token))[:5]:
            if is_verb(above) and (lemma(above) in self.words.verbs or self._sayer(trigger.token, above)):
                return above
            if not is_verb(above) and (lemma(above) in self.words.nouns or _decided(above, token)):
                return above
            if lemma(above) in _OTHER_THINGS:
                return None  # "announced countermeasures against the suspension"
            if is_verb(above) and lemma(above) not in _BETWEEN:
                return None
            if above.dep_ in ("relcl", "advcl"):
                return None
        return None

    def _sayer(self, trigger: Token, above: Token) -> bool:
        """Whether one's own plan is told ("said it would leave"): the saying is the announcement."""
        if lemma(above) not in self.words.saying or not is_verb(trigger):
            return False
        clause = chain_verb(trigger)
        if clause.dep_ == "xcomp" and lemma(clause.head) not in _INTENDING:
            return False
        mood = self.moods.of_verb(trigger)
        leaving = mood.modality is Modality.ONGOING and _progressive(clause)  # "told him that it was pulling out"
        if mood.skip or not (mood.modality is Modality.PLANNED or leaving) or condition_clause(clause):
            return False
        own, told = doer(trigger), doer(above)
        if own is None or told is None:
            return False
        return bool(set(self.matcher.actors(own)) & set(self.matcher.actors(told)))


def _progressive(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(child.lower_ in ("was", "were") for child in children(verb, "aux"))


def _decided(noun: Token, act: Token) -> bool:
    """As in "Trump's decision on Tuesday to leave it": a decision told with its day is made known on it."""
    if lemma(noun) != "decision":
        return False
    days = [*children(noun, "npadvmod"), *(day for prep in children(noun, "prep") for day in children(prep, "pobj"))]
    return any(day.ent_type_ == "DATE" and noun.i < day.i < act.i for day in days)


def by_law(trigger: Trigger) -> bool:
    """As in "a law that revokes the ratification": there the law itself is the act."""
    if trigger.kind is EventKind.SUSPEND and trigger.token.dep_ == "acl":
        return trigger.token.tag_ == "VBG" and lemma(trigger.token.head) in ("decree", "order", "law")
    if trigger.kind is EventKind.REVOKE_RATIFICATION and trigger.token.dep_ == "acl":
        law = trigger.token.head
        return (
            trigger.token.tag_ == "VBG" and lemma(law) in _LAWS and lemma(law.head) in ("sign", "enact", "promulgate")
        )
    return trigger.kind is EventKind.REVOKE_RATIFICATION and trigger.token.dep_ == "relcl"


def of_a_bill(trigger: Trigger) -> bool:
    """As in "the bill prolonging the treaty", "a law banning tests": what a law would do, whose own fate is told apart."""
    verb = trigger.token
    below = verb.dep_ == "acl" and verb.tag_ == "VBG" and lemma(verb.head) in _LAWS
    return not trigger.nominal and below and not by_law(trigger)


def in_effect(trigger: Trigger) -> tuple[Token, bool] | None:
    """As in "backed the exit, which takes effect in May": the verb by which what a noun tells takes effect, and that it is no noun."""
    verb = trigger.roles.get("effective")
    return (verb, False) if trigger.nominal and verb is not None and verb.dep_ == "relcl" else None


def inside(token: Token, top: Token) -> bool:
    """Whether the token belongs to what `top` takes, not to a clause or a subject beside it."""
    for step in (token, *ancestors(token)):
        if step.i == top.i:
            return True
        if _of_what_is_done(step):
            return False  # "voted to approve the treaty, which the presidents signed in Prague": told beside it
        if step.head.i == top.i:
            return step.dep_ not in ("nsubj", "nsubjpass", "advcl", "conj", "relcl") and not _background(token, top)
    return False


def _background(token: Token, top: Token) -> bool:
    """As in "consented to the exit from the convention, adopted in Oslo in 1997": behind a comma, what was done with it before."""
    comma = token.i > top.i and token.tag_ == "VBN" and token.nbor(-1).text == ","
    return bool(
        comma
        and token.dep_ in ("acl", "advcl", "conj", "dep")
        and not any(c.dep_ in ("aux", "nsubj") for c in token.children)
    )


def _done_already(trigger: Trigger) -> bool:
    """As in "announced that it had withdrawn": the act itself is announced as done."""
    verb = trigger.token
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return not trigger.nominal and verb.dep_ == "ccomp" and verb.tag_ == "VBN" and bool(words & {"has", "have", "had"})


def _of_what_is_done(verb: Token) -> bool:
    """As in "the treaty, which they signed in 1987", "a bill passed in May": what had been done with it before."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    relative = any(child.tag_ == "WDT" and child.dep_ in ("dobj", "nsubjpass") for child in verb.children)
    return bool(verb.dep_ == "acl" or (verb.dep_ == "relcl" and relative))


def of_announcing(clock: Clock, trigger: Trigger) -> UncertainDay | None:
    """As in "announced it would pull out on January 10", told later: no plan has a day that is over, so it is the announcement's."""
    told, on = clock.day_of(trigger.token, trigger.nominal), clock.matcher.prose.on
    if told is None or on is None or told.latest is None:
        return None
    told = nearer(told, on) if _foretold(trigger.token) else told
    return told if told.latest is not None and told.latest <= on else None


def _foretold(verb: Token) -> bool:
    """As in "announced it would leave": a plan of a time that is over."""
    return is_verb(verb) and any(child.lower_ == "would" for child in chain_verb(verb).children)


def with_plans(clock: Clock, trigger: Trigger, assertions: Iterable[Assertion]) -> Iterator[Assertion]:
    """As in "said it would suspend the treaty on 7 December": the announcement, and where it has a day to come, what is announced."""
    for told in assertions:
        yield told
        event, on = told.event, clock.matcher.prose.on
        if event.kind is trigger.kind or event.modality is not Modality.HAPPENED or on is None:
            continue
        if of_announcing(clock, trigger) is not None:
            continue  # "announced it would pull out on January 10", told in April
        day = clock.day_of(trigger.token, trigger.nominal, ahead=True) or _effective(clock, trigger.token)
        if day is not None and day.earliest is not None and day.earliest > on and not _weeks_apart(day, event.day):
            plan = replace(event, kind=trigger.kind, modality=Modality.PLANNED, day=day)
            at = trigger.token.idx + clock.matcher.offset
            yield replace(told, id=f"assertion:{trigger.kind.value}:{at}", event=plan)


def _weeks_apart(plan: UncertainDay, announced: UncertainDay | None) -> bool:
    """Whether both read one weekday, once as the last and once as the next."""
    if announced is None or plan.best is None or announced.best is None:
        return plan == announced
    return (plan.best - announced.best).days in (0, _WEEK)


def _effective(clock: Clock, act: Token) -> UncertainDay | None:
    """As in "announced its withdrawal, effective in September"."""
    below = {token.i for token in act.subtree}
    told = (day for day, owner in clock.days if lemma(owner) == "effective" and owner.i in below and usable(day))
    return next((to_uncertain(day) for day in told), None)
