"""Mood and day of an act brought into line with each other and with the day of the report."""

from __future__ import annotations

from datetime import date, timedelta

from treatywatch.dates import UncertainDay
from treatywatch.events.lexicon import ActionLexicon
from treatywatch.events.trees import Token, is_verb, lemma
from treatywatch.model.vocabulary import Modality

_WEEK = 7
_NOW = frozenset({Modality.HAPPENED, Modality.ONGOING})


def as_of(
    modality: Modality, day: UncertainDay | None, head: Token, base: date | None, actions: ActionLexicon
) -> Modality:
    """A present tense with a day to come is a plan ("expires in 2021", "is meeting on Friday"); "maintains" goes on."""
    present = head.tag_ in ("VBZ", "VBP", "VBG") or not is_verb(head)
    if modality not in _NOW or not present:
        return modality
    if base and day is not None and day.earliest and day.earliest > base:
        return Modality.PLANNED
    return Modality.ONGOING if actions.governors.get(lemma(head)) == "ongoing" else modality


def sound(day: UncertainDay | None, ahead: bool, base: date | None) -> UncertainDay | None:
    """No plan has a day that is over: a bare weekday then is the next one, another day belongs to something else."""
    if day is None or base is None or not ahead or day.how != "relative":
        return day
    if day.latest is None or day.latest >= base:
        return day
    if day.best is not None and (base - day.best).days <= _WEEK:
        return UncertainDay.on(day.best + timedelta(days=_WEEK), "relative")
    return None
