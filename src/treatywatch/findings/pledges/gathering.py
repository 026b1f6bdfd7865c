"""From statements to pledges: what counts as one, whose it is, and which statements repeat it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from treatywatch.findings.gathering import Findings
from treatywatch.findings.pledges.conditions import condition_of
from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.pledges.nouns import Clause, Pledge
from treatywatch.findings.pledges.parsing import ClauseReader
from treatywatch.findings.pledges.promising import Promising
from treatywatch.findings.pledges.terms import term_of
from treatywatch.findings.pledges.vows import Vows
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import MainTreaties, first_day, place_in_text, said_by, tellings
from treatywatch.model.entry import StatementEntry
from treatywatch.model.passage import Span
from treatywatch.model.statement import Condition
from treatywatch.model.vocabulary import Stance

SAME_PROMISE = 60.0
"""Token-set ratio from which two promises of one side are one where neither tells a known act; on the tuned half of
tests/labels/disputes rewordings score 62 and more, other promises of the same side 55 and less."""

AROUND = 300
"""Characters around a pledge of a deed that others ask for in which a weapon is told, where the pledge itself names none; by eye."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A promise of a statement, taken apart; `place` tells which, of a statement that makes several."""

    entry: StatementEntry
    place: int
    by: tuple[str, ...]
    promise: Clause
    told: Condition | None
    condition: Clause | None
    treaties: tuple[str, ...]
    day: date | None


def find_pledges(found: Findings, words: PledgeLexicon, sides: Sides, on: date | None = None) -> tuple[Pledge, ...]:
    """The pledges made by the day `on`, each with all statements that repeat it; in the order in which they were made."""
    gathered = _Gathering(found, words, sides)
    said = sorted(gathered.made(on), key=lambda one: (one.day is None, one.day or date.max))
    groups: list[list[_Said]] = []
    for one in said:
        home = next((group for group in groups if _same(group, one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(_pledge(group) for group in groups)


class _Gathering:
    def __init__(self, found: Findings, words: PledgeLexicon, sides: Sides) -> None:
        self.found, self.words, self.sides = found, words, sides
        self.promising, self.reader = Promising(found, words, sides), ClauseReader(words, sides)
        self.main = MainTreaties(found, sides)

    def made(self, on: date | None) -> Iterator[_Said]:
        """The promises made by the day `on` that are of arms control: of statements, and those that reports tell in their own words."""
        made: dict[tuple[str, str], list[Span]] = {}
        for entry in self.found.statements:
            for said in self._of(entry, on):
                yield said
                for one in entry.members:
                    made.setdefault((one.told.report, said.by[0]), []).append(one.statement.evidence)
        for entry in Vows(self.words, self.sides).told(tellings(self.found)):
            place = entry.statement.evidence
            said_there = (
                span for side in self.sides.of_entry(entry) for span in made.get((entry.reports[0], side), ())
            )
            if not any(span.overlaps(place) for span in said_there):
                yield from self._of(entry, on)

    def _of(self, entry: StatementEntry, on: date | None) -> Iterator[_Said]:
        """The promises of arms control in one statement."""
        day = said_by(entry)
        if on is not None and day is not None and day > on:
            return
        by, promises = self.promising.promised(entry, on)
        told = [self._said(entry, place, by, content, day) for place, content in enumerate(promises)]
        yield from self._with_afterthoughts([said for said in told if self._concerns_arms(said)])

    def _with_afterthoughts(self, promises: Iterable[_Said]) -> Iterator[_Said]:
        """The promises, each with the condition that its own report adds in another sentence: `The freeze would hold until …`."""
        for said in promises:
            later = next((one for one in self._conditions.get(said.by[0], ()) if _goes_on(said, one)), None)
            told = later.statement.condition if later and said.told is None else None
            if told is None:
                yield said
                continue
            parsed = self.reader.condition(told, said.promise, (), said.day)
            yield replace(said, told=told, condition=parsed if parsed.actor or parsed.act else None)

    @cached_property
    def _conditions(self) -> dict[str, list[StatementEntry]]:
        """Side → its statements that begin with the pledge itself and put a condition to it."""
        found: dict[str, list[StatementEntry]] = {}
        for entry in self.found.statements:
            opening = re.match(r"\W*(?:the|this|that|its|his|her|their)\s+(\w+)", entry.content, re.IGNORECASE)
            if entry.statement.condition and opening and self.words.words("omissions").fullmatch(opening[1]):
                for side in self.sides.of_entry(entry):
                    found.setdefault(side, []).append(entry)
        return found

    def _concerns_arms(self, said: _Said) -> bool:
        """Whether the promise is of a known act, or to leave off, and names a treaty, a weapon or a thing of arms control.

        States promise aid, and power stations too: what names no such thing in its own words is none of ours.
        """
        statement, promise = said.entry.statement, said.promise
        if not promise.negated and promise.act in self.words.file.unfriendly and not self._pulls_back(promise):
            return False
        things = promise.systems or promise.treaties or promise.classes or statement.treaties or statement.systems
        if not things and said.condition is not None:
            things = said.condition.systems or said.condition.treaties or said.condition.classes
        if not things and promise.negated:
            things = tuple(self.words.classes_in(said.entry.evidence[0].exact))
        taken_up = promise.negated and self.words.words("taken_up").match(promise.object)
        disarming = statement.stance is Stance.PLEDGE and promise.act in self.words.file.disarming
        if not things and (taken_up or disarming):
            things = tuple(self.words.classes_in(_around(said.entry)))
        leading = promise.text.removeprefix("to ")
        whole = said.entry.content if said.place else promise.text  # "and to destroy all of it"
        armed = self.words.words("arms").search(self.words.words("civil").sub(" ", whole))
        arms = bool(things) or bool(armed) or promise.act in self.words.file.of_arms
        return arms and (promise.act is not None or bool(self.words.words("restraint").match(leading)))

    def _pulls_back(self, promise: Clause) -> bool:
        """Whether forces are withdrawn, and no treaty is left."""
        told = self.words.acts["withdraw"].search(promise.text)
        if promise.act != "withdraw" or told is None or promise.treaties:
            return False
        forces = self.words.words("forces").search(f"{told.group()} {promise.object}")
        return forces is not None and not self.words.words("of_law").search(promise.object)

    def _said(self, entry: StatementEntry, place: int, by: tuple[str, ...], content: str, day: date | None) -> _Said:
        statement, told = entry.statement, condition_of(entry, content, self.words, self.sides)
        promise = self.reader.promise(content, told, by[0], day)
        systems = tuple(dict.fromkeys((*promise.systems, *statement.systems)))
        promise = replace(promise, systems=systems)
        meant = self.sides.named(filter(None, (statement.addressee, *statement.targets)))
        others = tuple(side for side in (*meant, *promise.actors) if side not in by)
        parsed = self.reader.condition(told, promise, others, day) if told else None
        if parsed is not None and parsed.actor is None and parsed.act is None:
            parsed = parsed if term_of(told.text if told else "", day) is None else None
        treaties = tuple(dict.fromkeys((*promise.treaties, *statement.treaties)))
        main = tuple(filter(None, (self.main.of(report) for report in entry.reports[:1])))
        return _Said(entry, place, by, promise, told, parsed, treaties or main, day)


def _around(entry: StatementEntry) -> str:
    """The text around a statement, from which what a promise is about can be known."""
    told = next((one for one in entry.members if one.statement == entry.statement), entry.members[0])
    place = told.statement.evidence
    return told.told.text[max(0, place.start - AROUND) : place.end + AROUND]


def _goes_on(said: _Said, entry: StatementEntry) -> bool:
    """Whether a statement stands in the report of a promise, after it."""
    report, start = place_in_text(said.entry)
    other, after = place_in_text(entry)
    return report == other and start <= after


def _same(group: Sequence[_Said], one: _Said) -> bool:
    first = group[0]
    if not set(first.by) & set(one.by) or not _fit(first.promise, one.promise):
        return False
    if _conditions_differ(first.condition, one.condition):
        return False
    if first.promise.act is None or one.promise.act is None:
        from rapidfuzz import fuzz, utils  # only where the words must be compared

        texts = (utils.default_process(each.promise.text) for each in (first, one))
        return fuzz.token_set_ratio(*texts) >= SAME_PROMISE
    treaties = (set(first.treaties), set(one.treaties))
    return not all(treaties) or bool(treaties[0] & treaties[1])


def _fit(a: Clause, b: Clause) -> bool:
    """Whether two promises can be one: no act, thing or direction that differs."""
    if a.act and b.act and (a.act, a.negated) != (b.act, b.negated):
        return False
    for ours, theirs in ((set(a.systems), set(b.systems)), (set(a.classes), set(b.classes))):
        if ours and theirs and not ours & theirs:
            return False
    return True


def _conditions_differ(a: Clause | None, b: Clause | None) -> bool:
    if a is None or b is None:
        return False
    return bool(a.act and b.act and a.act != b.act) or bool(a.actor and b.actor and a.actor != b.actor)


def _pledge(group: Sequence[_Said]) -> Pledge:
    first = group[0]
    conditioned = next((one for one in group if one.condition is not None), None)
    full = next((one for one in group if one.told is not None), None)
    shown = conditioned or full or first
    terms = [term_of(f"{one.promise.text} {one.told.text if one.told else ''}", one.day) for one in group]
    place = f" {first.place}" if first.place else ""
    digest = hashlib.sha256(f"{first.by[0]} {first.entry.id}{place}".encode()).hexdigest()[:16]
    by = tuple(dict.fromkeys(side for one in group for side in one.by))
    told = [side for one in group for side in (*one.promise.actors, *((one.condition.actor,) if one.condition else ()))]
    return Pledge(
        id=f"pledge:{digest}",
        by=first.by[0],
        also_by=tuple(side for side in by if side != first.by[0]),
        to=tuple(dict.fromkeys(side for side in told if side and side not in by)),
        promise=shown.promise.text,
        condition=shown.told,
        parsed=shown.promise,
        parsed_condition=shown.condition,
        treaties=tuple(dict.fromkeys(treaty for one in group for treaty in one.treaties)),
        systems=tuple(dict.fromkeys(system for one in group for system in one.promise.systems)),
        day=first_day(one.day for one in group),
        term=next((term for term in terms if term), None),
        statements=tuple(one.entry for one in group),
    )
