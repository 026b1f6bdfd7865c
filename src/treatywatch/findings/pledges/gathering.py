"""From statements to pledges: what counts as one, whose it is, and which statements repeat it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from treatywatch.findings.gathering import Findings
from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.pledges.nouns import Clause, Pledge
from treatywatch.findings.pledges.parsing import ClauseReader
from treatywatch.findings.pledges.terms import term_of
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import first_day, main_treaties, said_by
from treatywatch.language.sentences import split
from treatywatch.model.entry import StatementEntry, ToldStatement
from treatywatch.model.vocabulary import Stance

SAME_PROMISE = 60.0
"""Token-set ratio from which two promises of one side are one where neither tells a known act; on the tuned half of
tests/labels/disputes rewordings score 62 and more, other promises of the same side 55 and less."""

_ANNOUNCING = frozenset({Stance.ANNOUNCE, Stance.REPORT, Stance.ASSESS, Stance.REJECT})


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement that pledges, taken apart."""

    entry: StatementEntry
    by: tuple[str, ...]
    promise: Clause
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
        self.reader = ClauseReader(words, sides)
        self.main = main_treaties(found)

    def made(self, on: date | None) -> Iterable[_Said]:
        for entry in self.found.statements:
            day = said_by(entry)
            if on is not None and day is not None and day > on:
                continue
            by = self.sides.of_entry(entry) or self._promiser(entry)
            if by and self.pledges(entry, by, on):
                said = self._said(entry, by, day)
                if self._concerns_arms(said):
                    yield said

    def _concerns_arms(self, said: _Said) -> bool:
        """Whether the promise is of a known act, or to leave off, and names a treaty, a weapon or a thing of arms control.

        States promise aid, and power stations too: what names no such thing in its own words is none of ours.
        """
        statement, promise = said.entry.statement, said.promise
        things = promise.systems or promise.treaties or promise.classes or statement.treaties or statement.systems
        if not things and said.condition is not None:
            things = said.condition.systems or said.condition.treaties or said.condition.classes
        if not things and promise.negated:
            things = tuple(self.words.classes_in(said.entry.evidence[0].exact))
        leading = promise.text.removeprefix("to ")
        arms = bool(things) or bool(self.words.words("arms").search(promise.text))
        return arms and (promise.act is not None or bool(self.words.words("restraint").match(leading)))

    def pledges(self, entry: StatementEntry, by: tuple[str, ...], on: date | None) -> bool:
        """Whether a statement is a pledge: said to be one, announced in a pledge's words, or an offer that was accepted."""
        statement = entry.statement
        if statement.negated:
            return False
        if statement.stance is Stance.PLEDGE:
            return True
        if statement.stance is Stance.OFFER:
            said = any(self._accepts(each, entry, by, on) for each in self.found.statements)
            return said or any(self._is_told_accepted(told, by) for told in entry.members)
        return statement.stance in _ANNOUNCING and self._announced(entry, by)

    def _announced(self, entry: StatementEntry, by: tuple[str, ...]) -> bool:
        """`Said that Russia would not deploy such missiles`: the speaker's own omission of a known act, told as to come."""
        told = self.words.words("promising").search(entry.content)
        if not told or self.words.words("unpromising").match(entry.content[told.end() :].lstrip()):
            return False
        if self.words.words("taking_back").search(entry.content):
            return False
        acts = self.words.acts_in(entry.content[told.start() :])
        leading = [side for _, side in self.sides.mentions(entry.content[: told.start()])]
        return bool(acts) and (not leading or leading[-1] in by)

    def _accepts(self, each: StatementEntry, offer: StatementEntry, by: tuple[str, ...], on: date | None) -> bool:
        """Whether another side accepts an offer: in words of acceptance, later or in the same report."""
        who, day, made = self.sides.of_entry(each), said_by(each), said_by(offer)
        if not who or set(who) & set(by) or (on and day and day > on) or (day and made and day < made):
            return False
        cue = each.statement.cue.text if each.statement.cue else ""
        text = f"{cue} {each.content}"
        if each.statement.negated or self.words.words("unaccepted").search(text):
            return False
        named = set(self.sides.named(each.statement.targets)) | {side for _, side in self.sides.mentions(each.content)}
        near = bool(set(each.reports) & set(offer.reports)) or bool(named & set(by))
        return near and bool(self.words.words("acceptance").search(text))

    def _is_told_accepted(self, offer: ToldStatement, by: tuple[str, ...]) -> bool:
        """Whether the report that tells an offer tells in its own voice that another side took it."""
        for sentence in split(offer.told.text):
            if sentence.start < offer.statement.evidence.end:
                continue
            text = offer.told.text[sentence.start : sentence.end]
            taken = self.words.words("acceptance").search(text)
            if (
                taken is None
                or self.words.words("unaccepted").search(text)
                or self.words.words("not_yet").search(text[: taken.end()])
            ):
                continue
            named = [side for _, side in self.sides.mentions(text[: taken.start()])]
            if named and named[0] not in by and self.words.words("offers").search(text[taken.end() :]):
                return True
        return False

    def _promiser(self, entry: StatementEntry) -> tuple[str, ...]:
        """Of a speaker whose side is not known: who is said to do it, where that stands first in what is said."""
        if entry.statement.speaker is None or entry.statement.stance is not Stance.PLEDGE:
            return ()
        named = [side for mention, side in self.sides.mentions(entry.content) if mention.start < 5]
        return tuple(named[:1])

    def _said(self, entry: StatementEntry, by: tuple[str, ...], day: date | None) -> _Said:
        statement = entry.statement
        promise = self.reader.promise(entry.content, statement.condition, by[0], day)
        systems = tuple(dict.fromkeys((*promise.systems, *statement.systems)))
        promise = replace(promise, systems=systems)
        told = self.sides.named(filter(None, (statement.addressee, *statement.targets)))
        others = tuple(side for side in (*told, *promise.actors) if side not in by)
        condition = statement.condition
        parsed = self.reader.condition(condition, promise, others, day) if condition else None
        if parsed is not None and parsed.actor is None and parsed.act is None:
            parsed = parsed if term_of(condition.text if condition else "", day) is None else None
        treaties = tuple(dict.fromkeys((*promise.treaties, *statement.treaties)))
        main = tuple(self.main[report] for report in entry.reports[:1] if report in self.main)
        return _Said(entry, by, promise, parsed, treaties or main, day)


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
    full = next((one for one in group if one.entry.statement.condition is not None), None)
    shown = conditioned or full or first
    terms = [term_of(one.entry.content, one.day) for one in group]
    digest = hashlib.sha256(f"{first.by[0]} {first.entry.id}".encode()).hexdigest()[:16]
    by = tuple(dict.fromkeys(side for one in group for side in one.by))
    told = [side for one in group for side in (*one.promise.actors, *((one.condition.actor,) if one.condition else ()))]
    return Pledge(
        id=f"pledge:{digest}",
        by=first.by[0],
        also_by=tuple(side for side in by if side != first.by[0]),
        to=tuple(dict.fromkeys(side for side in told if side and side not in by)),
        promise=shown.promise.text,
        condition=shown.entry.statement.condition,
        parsed=shown.promise,
        parsed_condition=shown.condition,
        treaties=tuple(dict.fromkeys(treaty for one in group for treaty in one.treaties)),
        systems=tuple(dict.fromkeys(system for one in group for system in one.promise.systems)),
        day=first_day(one.day for one in group),
        term=next((term for term in terms if term), None),
        statements=tuple(one.entry for one in group),
    )
