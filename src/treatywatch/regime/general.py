"""What general law makes of an act for which the treaty has no rule, and of acts that start no clock at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from treatywatch.model.clause import GeneralRule
from treatywatch.model.law import Treaty
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds
from treatywatch.regime.answers import Answer, candidates_of, decided
from treatywatch.regime.notices import general_rules

NO_CLOCK: Final = {
    EventKind.ANNOUNCE_WITHDRAWAL: "an announcement is no notice and starts no clock, whatever day it names",
    EventKind.ANNOUNCE_SUSPENSION: "an announcement suspends nothing and starts no clock",
    EventKind.VOTE: "a vote at home is no notice and starts no clock",
    EventKind.SIGN_LAW: "a law at home is no notice and starts no clock",
    EventKind.APPROVE: "approval at home is no notice and no ratification; it starts no clock",
    EventKind.OPEN_FOR_SIGNATURE: "opening for signature brings no entry into force; states may sign from then on",
    EventKind.SIGN: "signature alone brings no entry into force under this treaty",
}


def of_no_clock(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """Acts that start no clock of any treaty."""
    return Answer((), None, None, NO_CLOCK[act], (NO_CLOCK[act],))


def of_general_law(treaty: Treaty, act: EventKind, day: date, actor: str | None) -> Answer:
    """Everything else: the rules of general law that govern the act, if any."""
    rules = general_rules(treaty, act)
    if not rules:
        return Answer((), None, None, "neither the treaty nor the law of treaties gives this act a day of effect")
    timed: GeneralRule | None = next((one for one in rules if one.period is not None), None)
    conditions = tuple(condition for one in rules for condition in one.conditions)
    told = tuple(grounds.of_clause(treaty, one) for one in rules)
    text = in_words(rules)
    if timed is None or timed.period is None:
        return Answer((), None, rules[0], text, conditions, told)
    candidates = candidates_of(treaty, timed.period, day, timed)
    return Answer(candidates, decided(timed, candidates), timed, text, conditions, told)


def in_words(rules: Iterable[GeneralRule]) -> str:
    """What rules say, each with its article."""
    return " ".join(f"{one.says} ({one.article})" for one in rules)
