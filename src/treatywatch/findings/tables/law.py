"""What the shelf knows of the treaties and states of a table: registers, rules, and where a treaty stands. Loaded when first asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache

from treatywatch.dates import PlainDay
from treatywatch.errors import TreatywatchError
from treatywatch.model.actor import State
from treatywatch.model.law import Treaty
from treatywatch.model.participation import Consent, Participation
from treatywatch.model.regime import RegimeState
from treatywatch.model.vocabulary import EventKind, Phase
from treatywatch.regime import evaluate, reckon
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf
from treatywatch.shelf.names import key

_OPENINGS = (EventKind.ADOPT, EventKind.OPEN_FOR_SIGNATURE, EventKind.SIGN)
_TAIL = re.compile(r"\s*\([^()]*\)\s*$")
"""What datasets set behind a name: an abbreviation, a version by depositary."""
_ENDS = (Phase.EXPIRED, Phase.TERMINATED, Phase.SUPERSEDED)


class Law:
    """The shelf as the rules ask it. `on`: the day of which a table speaks where it names none."""

    def __init__(self, shelf: Shelf, on: date) -> None:
        self.shelf, self.on = shelf, on
        self._typed: dict[str, set[str]] = defaultdict(set)
        for name in shelf.names():
            self._typed[name.kind].add(key(name.text))
        self.states = dict(shelf.states.items())
        self.continued = {state.continuator: state for state in self.states.values() if state.continuator}
        self.befores: dict[str, tuple[State, ...]] = {
            id: tuple(one for one in self.states.values() if id in one.successors and one.continuator != id)
            for id in self.states
        }
        self._coded = {state.alpha3.casefold() for state in self.states.values()} | set(self.states)
        self.treaty_of, self.state_of = cache(self._treaty_of), cache(self._state_of)
        self.treaty, self.state = cache(self._treaty), cache(self._state)
        self.bound_days, self.exit_days = cache(self._bound_days), cache(self._exit_days)
        self.opening, self.registers = cache(self._opening), cache(self._registers)
        self.entries = cache(self._entries)

    def _treaty_of(self, text: str) -> str | None:
        """The treaty that a name means, if the shelf knows one; a name that means several means none."""
        bare = _TAIL.sub("", text)
        found = self._named(text)
        return found or (self._named(bare) if bare and bare != text else None)

    def _named(self, text: str) -> str | None:
        if key(text) not in self._typed["treaty"] and text.strip().casefold() not in self.shelf.treaty_ids():
            return None
        try:
            return self.shelf.resolve("treaty", text)
        except TreatywatchError:
            return None

    def _state_of(self, text: str) -> str | None:
        """The state that a code or a name means, if the shelf knows one."""
        typed = text.strip().casefold()
        if typed not in self._coded and key(text) not in self._typed["actor"]:
            return None
        try:
            found = self.shelf.resolve("state", text)
        except TreatywatchError:
            return None
        return found if found in self.states else None

    def _treaty(self, id: str) -> Treaty | None:
        """The treaty, where it has a folder that can be read."""
        if id not in self.shelf.treaty_ids():
            return None
        try:
            return load_treaty(self.shelf, id)
        except TreatywatchError:
            return None

    def register(self, id: str | None, actor: str | None) -> Participation | None:
        """The state's row in the treaty's own table."""
        return self.registers(id).get(actor) if id and actor else None

    def _registers(self, id: str) -> dict[str, Participation]:
        law = self.treaty(id)
        return {row.actor: row for row in law.participants} if law else {}

    def places(self, id: str | None, actor: str | None) -> tuple[Participation, ...]:
        """The state's row, and the rows of those whose party it continues to be under another name."""
        found: list[Participation] = []
        row = self.register(id, actor)
        while row is not None and row not in found:
            found.append(row)
            row = self.register(id, row.of) if row.kind is Consent.CONTINUATION else None
        return tuple(found)

    def began(self, actor: str | None) -> date | None:
        """The first day of a state, counting those that it continues; None where it is not known."""
        first: date | None = None
        while state := self.states.get(actor or ""):
            first = state.since.earliest if state.since else None
            actor = self.continued[state.id].id if state.id in self.continued else None
        return first

    def present(self, actor: str, among: set[str]) -> bool:
        """Whether a state, or one that continues it, is among others."""
        while state := self.states.get(actor):
            if actor in among:
                return True
            actor = state.continuator or ""
        return actor in among

    def _state(self, id: str, on: date) -> RegimeState | None:
        law = self.treaty(id)
        return evaluate(law, (), on) if law else None

    def _opening(self, id: str) -> date | None:
        """The first day on which anybody can have signed: adoption, opening or first signature."""
        law = self.treaty(id)
        days = [act.own_day.earliest for act in law.acts if act.kind in _OPENINGS and act.own_day] if law else []
        return min(days, default=None)

    def phases(self, id: str, on: date) -> frozenset[Phase]:
        """Where the treaty stands in the view of anybody: the answer, and every reading beside it."""
        state = self.state(id, on)
        return frozenset({state.phase, *(one.phase for one in state.readings)}) if state else frozenset()

    def over(self, id: str, on: date) -> date | None:
        """Since when the treaty is over in everybody's view; None while it is not."""
        state = self.state(id, on)
        return state.phase_since if state and self.phases(id, on) <= set(_ENDS) else None

    def _entries(self, id: str, on: date) -> frozenset[date]:
        """The days that stand for the treaty's entry into force by `on`; empty where it has not entered into force."""
        from treatywatch.regime.entering import entry_of

        law = self.treaty(id)
        if law is None:
            return frozenset()
        acts = [act.own_day.earliest for act in law.acts if act.kind is EventKind.ENTER_INTO_FORCE and act.own_day]
        entry = entry_of(law, law.acts)
        found = {*acts, *((entry.day, entry.ruled) if entry else ())}
        return frozenset(day for day in found if day is not None and day <= on)

    def _bound_days(
        self, id: str, actor: str | None, deposited: PlainDay | None, kind: Consent | None
    ) -> frozenset[date]:
        """Every day that the treaty's rule, or a register, gives for a consent; empty where nobody can tell."""
        law, row = self.treaty(id), self.register(id, actor)
        if law is None:
            return frozenset()
        found = {day for one in self.places(id, actor) for day in _published(one)}
        act = EventKind.ACCEDE if kind is Consent.ACCESSION else EventKind.RATIFY
        for day, who in ((deposited, None), (deposited, actor), (row.deposited if row else None, actor)):
            if day is not None and (who is not None or kind is not Consent.SUCCESSION):
                answer = reckon(law, act, day, who)
                found |= {answer.effective, *(one.effective for one in answer.candidates)}
        return frozenset(day for day in found if day is not None)

    def _exit_days(self, id: str, actor: str | None, notice: PlainDay) -> tuple[date, ...]:
        """The days that the treaty's rule, or somebody's reading of it, gives for an exit, in order; empty where it has no rule."""
        law, row = self.treaty(id), self.register(id, actor)
        if law is None:
            return ()
        answer = reckon(law, EventKind.NOTIFY_WITHDRAWAL, notice, actor)
        found = {answer.effective, *(one.effective for one in answer.candidates)}
        found |= {row.exit.earliest} if row and row.exit else set()
        return tuple(sorted(day for day in found if day is not None))


def _published(row: Participation | None) -> set[date | None]:
    """The days of entry into force that registers give for a row, and those of its neighbours in law: end of state, waiver."""
    if row is None:
        return set()
    days = [row.in_force, row.waiver, *(one.day for one in (row.other_days.items if row.other_days else ()))]
    days += [row.deposited] if row.kind in (Consent.SUCCESSION, Consent.CONTINUATION) else []
    return {bound for day in days if day is not None for bound in (day.earliest, day.latest)}
