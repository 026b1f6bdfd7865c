"""Mood and day of an act brought into line with each other and with the day of the report."""

from __future__ import annotations

from datetime import date, timedelta

from treatywatch.dates import UncertainDay
from treatywatch.events.bare_days import gone, nearer
from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.tenses import tense_mood
from treatywatch.events.timing import Clock, led_ahead, usable
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.language.days import to_uncertain
from treatywatch.model.vocabulary import Modality

_WEEK = 7
_MONTH = 31
_NOW = frozenset({Modality.HAPPENED, Modality.ONGOING})


def as_of(
    modality: Modality, day: UncertainDay | None, head: Token, base: date | None, actions: ActionLexicon
) -> Modality:
    """A present tense with a day to come is a plan ("expires in 2021", "is meeting on Friday"); "maintains" goes on."""
    present = head.tag_ in ("VBZ", "VBP", "VBG", "VB") or not is_verb(head)
    if modality is Modality.PLANNED and _historic(head, day, base):
        return Modality.HAPPENED
    if modality not in _NOW or not present:
        return modality
    if base and day is not None and day.earliest and day.earliest > base:
        return Modality.PLANNED
    if _this_week(head, day, base):
        return Modality.PLANNED
    marks = [mark for clause in children(head, "advcl") for mark in children(clause, "mark", "advmod")]
    rule = any(child.lower_ in ("after", "once") for child in (*children(head, "prep", "advcl", "advmod"), *marks))
    if day is None and head.tag_ == "VBZ" and lemma(head) in ("enter", "come", "take") and rule:
        return Modality.PLANNED  # "enters into force ninety days after the fiftieth ratification"
    return Modality.ONGOING if actions.governors.get(lemma(head)) == "ongoing" else modality


def _this_week(head: Token, day: UncertainDay | None, base: date | None) -> bool:
    """As in "This week Trump meets Putin": the simple present with a stretch of days that is not over."""
    open_ = base is not None and day is not None and day.best is None and day.latest is not None and day.latest >= base
    verb = head if is_verb(head) else head.head
    return open_ and verb.tag_ in ("VBZ", "VBP") and not children(verb, "aux", "auxpass") and lemma(verb) != "be"


def _historic(head: Token, day: UncertainDay | None, base: date | None) -> bool:
    """As in "2 August 2019: the withdrawal takes effect", told later: the bare present with a day that is over tells the past."""
    verb = head if is_verb(head) else head.head
    over = base is not None and day is not None and day.latest is not None and day.latest < base
    return over and verb.tag_ in ("VBZ", "VBP") and not children(verb, "aux") and not children(verb, "xcomp")


def sound(
    day: UncertainDay | None, ahead: bool, base: date | None, done: bool = False, month: bool = False
) -> UncertainDay | None:
    """No plan has a day that is over: a bare weekday then is the next one, another day belongs to something else.

    Nor has what is `done` a day to come: a bare weekday then is the last one ("ceased to exist on Thursday"), and so is a bare `month`.
    """
    if day is None or base is None or day.how != "relative":
        return day
    if not ahead:
        return nearer(gone(day, base, month), base) if done else day
    if day.latest is None or day.latest >= base:
        return day
    if day.best is not None and (base - day.best).days <= _WEEK:
        return UncertainDay.on(day.best + timedelta(days=_WEEK), "relative")
    return None


def long_before(modality: Modality, noun: Token, clock: Clock) -> Modality:
    """As in "declared in 2018 ahead of his summit with Trump", told a year later: what was ahead then is over."""
    base = clock.matcher.prose.on
    verb = next((above for above in ancestors(noun) if is_verb(above)), None)
    if modality is not Modality.PLANNED or verb is None or base is None or not led_ahead(noun):
        return modality
    told = [to_uncertain(day) for day, owner in clock.days if owner.i == verb.i and usable(day)]
    over = any(day.latest is not None and (base - day.latest).days > _MONTH for day in told)
    return Modality.HAPPENED if over and tense_mood(verb) is Modality.HAPPENED else modality


def decided(
    clock: Clock, head: Token, modality: Modality, day: UncertainDay | None
) -> tuple[Modality, UncertainDay | None]:
    """As in "170 states agreed on Thursday to extend the treaty": what the parties in conference decide is done with it."""
    above = head.head
    if modality is not Modality.PLANNED or head.dep_ != "xcomp" or lemma(above) not in ("agree", "decide", "vote"):
        return modality, day
    if tense_mood(above) is not Modality.HAPPENED:
        return modality, day
    told = clock.attached(above, False)
    return Modality.HAPPENED, to_uncertain(told) if told is not None else None
