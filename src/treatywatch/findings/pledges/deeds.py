"""What was done, as far as a pledge can turn on it: told by the record's events, in what others say, and by the shelf's history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from treatywatch.findings.gathering import Findings
from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import MainTreaties, happened_by, said_by
from treatywatch.language.sentences import split
from treatywatch.model.entry import EventEntry, StatementEntry, ToldEvent
from treatywatch.model.law import ChronologyItem
from treatywatch.model.passage import Ground, Passage, Span
from treatywatch.model.vocabulary import EventKind, Modality, Position, Stance

_DONE = frozenset({Modality.HAPPENED, Modality.ONGOING})
_TELLING = frozenset({Stance.REPORT, Stance.ANNOUNCE, Stance.ASSESS, Stance.ACCUSE, Stance.DENY})
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_REPORTING = frozenset({Stance.REPORT, Stance.ANNOUNCE})
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|near|over|off|from|to|with|against)\s+(?:the\s+)?$", re.IGNORECASE)
_DATELINE = re.compile(r"\s*[^.\n]{3,60}?\s(?:--?|–|—)\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAD = 80
"""Characters before an act's words in which its subject must be named: a clause's length, by eye."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody did something, or is said to have done it, or denies it.

    `teller` is None where a report or the shelf tells it in its own voice, else the side that says so. `acts` are words of the
    pledge lexicon. `day` is the day by which it had happened.
    """

    day: date | None
    actors: tuple[str, ...]
    acts: frozenset[str]
    affirmed: bool
    teller: str | None
    text: str
    systems: frozenset[str] = frozenset()
    treaties: frozenset[str] = frozenset()
    place: str | None = None
    ground: Ground | None = None
    event: EventEntry | None = None
    statement: StatementEntry | None = None
    reports: tuple[str, ...] = ()


class Deeds:
    """The deeds that a record and the shelf's history tell."""

    def __init__(
        self, found: Findings, words: PledgeLexicon, sides: Sides, history: Iterable[tuple[str, ChronologyItem]] = ()
    ) -> None:
        self.words, self.sides, self.main = words, sides, MainTreaties(found, sides)
        self._by_kind: dict[EventKind, frozenset[str]] = {}
        for act, kind in words.kinds.items():
            if kind is not EventKind.OTHER:
                self._by_kind[kind] = self._by_kind.get(kind, frozenset()) | {act}
        self._said = {told.statement.id: entry for entry in found.statements for told in entry.members}
        self.all: tuple[Deed, ...] = (
            *self._of_events(found.events),
            *self._of_statements(found.statements),
            *self._of_reports(found),
            *(deed for treaty, item in history for deed in self._of_history(treaty, item)),
        )

    def _of_events(self, events: Iterable[EventEntry]) -> Iterator[Deed]:
        for entry in events:
            event = entry.event
            acts = self._by_kind.get(event.kind)
            position = entry.members[0].assertion.position
            done = event.modality in _DONE or event.modality is Modality.DENIED
            if not acts or not done or position is Position.QUESTIONS or event.condition:
                continue
            if any(self._supposed(told) for told in entry.members):
                continue
            text = entry.evidence[0].exact
            tellers = [self._teller(entry, told) for told in entry.members]
            yield Deed(
                day=happened_by(entry),
                actors=self.sides.named(event.actors),
                acts=acts,
                affirmed=event.modality in _DONE and position is Position.AFFIRMS,
                teller=None if None in tellers else tellers[0],
                text=text,
                systems=frozenset(event.systems),
                treaties=frozenset([event.treaty]) if event.treaty else self._treaties_of(entry.reports),
                place=event.place,
                ground=Ground(evidence=entry.evidence[0]),
                event=entry,
                reports=entry.reports,
            )

    def _supposed(self, told: ToldEvent) -> bool:
        """Whether an assertion stands in a statement under a condition: in `until they deployed them` nobody tells that they did."""
        statement = self._said.get(told.assertion.said_by or "")
        return statement is not None and statement.statement.condition is not None

    def _teller(self, entry: EventEntry, told: ToldEvent) -> str | None:
        """Whose word an assertion is; None where it is the report's own, or that of who did it."""
        said = told.assertion.said_by
        statement = self._said.get(said) if said else None
        who = self.sides.of_entry(statement) if statement else ()
        return None if not who or set(who) & set(self.sides.named(entry.event.actors)) else who[0]

    def _of_statements(self, statements: Iterable[StatementEntry]) -> Iterator[Deed]:
        """What is said that somebody did: the subject is named before the act, and nothing says that it is only to come.

        Whoever speaks for no side that is told ("officials said") is taken for the report's own voice, but not for what had been done
        before: of that, nobody can tell whether it was before the pledge.
        """
        for entry in statements:
            who = self.sides.of_entry(entry)
            telling = _TELLING if who else _REPORTING
            if entry.statement.stance not in telling or entry.statement.condition:
                continue
            if not who and _HAD.search(entry.content):
                continue
            denies = entry.statement.stance is Stance.DENY and not self.words.words("negation").search(entry.content)
            for deed in self._read(entry.content, said_by(entry), denies, who[0] if who else None):
                treaties = frozenset(entry.statement.treaties) or self._treaties_of(entry.reports)
                yield Deed(
                    day=deed.day,
                    actors=deed.actors,
                    acts=deed.acts,
                    affirmed=deed.affirmed,
                    teller=None if not who or (who[0] in deed.actors and deed.affirmed) else who[0],
                    text=entry.content,
                    systems=deed.systems | frozenset(entry.statement.systems),
                    treaties=treaties,
                    place=deed.place,
                    ground=Ground(evidence=entry.evidence[0]),
                    statement=entry,
                    reports=entry.reports,
                )

    def _of_reports(self, found: Findings) -> Iterator[Deed]:
        """What reports tell in their own voice and no event of the record tells; a sentence with a year tells of another time."""
        said: dict[str, list[Span]] = {}
        for entry in found.statements:
            for one in entry.members:
                said.setdefault(one.told.report, []).append(one.statement.evidence)
        told = self._told_as_events(found.events)
        for report in found.reports:
            day = report.published.latest if report.published else None
            for sentence in split(report.text):
                span = Span(sentence.start, sentence.end)
                text = span.of(report.text)
                if any(span.overlaps(each) for each in said.get(report.id, ())) or _YEAR.search(text):
                    continue
                covered = {act for place, acts in told.get(report.id, ()) if span.overlaps(place) for act in acts}
                for deed in self._read(text, day, False, None):
                    if not covered & deed.acts:
                        ground = Ground(evidence=Passage.cut(report.id, report.text, span))
                        yield replace(
                            deed, treaties=self._treaties_of([report.id]), ground=ground, reports=(report.id,)
                        )

    def _told_as_events(self, events: Iterable[EventEntry]) -> dict[str, list[tuple[Span, frozenset[str]]]]:
        """Report → where in it events are told, with the acts that they are."""
        found: dict[str, list[tuple[Span, frozenset[str]]]] = {}
        for entry in events:
            acts = self._by_kind.get(entry.event.kind, frozenset())
            for one in entry.members:
                place = Span(one.assertion.start, one.assertion.end)
                found.setdefault(one.told.report, []).append((place, acts))
        return found

    def _treaties_of(self, reports: Iterable[str]) -> frozenset[str]:
        return frozenset(filter(None, map(self.main.of, reports)))

    def _of_history(self, treaty: str, item: ChronologyItem) -> Iterator[Deed]:
        if not item.verified:
            return
        day = item.day.latest
        for deed in self._read(item.says, day, False, None):
            yield Deed(
                day=day,
                actors=deed.actors or self.sides.named(item.actors),
                acts=deed.acts,
                affirmed=deed.affirmed,
                teller=None,
                text=item.says,
                systems=deed.systems | frozenset(item.systems),
                treaties=frozenset([treaty]),
                place=item.place,
                ground=Ground(source="; ".join(item.source), verified=item.verified, note=f"{item.day}: {item.says}"),
            )

    def _read(self, text: str, day: date | None, denied: bool, teller: str | None) -> Iterator[Deed]:
        """The deeds in a plain sentence."""
        if self.words.takes_back(text):
            return
        plain = self.sides.without_names(text)
        acts = [
            (match.start(), act)
            for act, pattern in self.words.acts.items()
            if (match := pattern.search(plain)) is not None
        ]
        begins = dateline.end() if (dateline := _DATELINE.match(text)) else 0
        for start, act in acts:
            before = text[max(begins, start - _LEAD) : start]
            subjects = [
                side for mention, side in self.sides.mentions(before) if not _PLACE.search(before[: mention.start])
            ]
            if not subjects or _INFINITIVE.search(before) or self.words.words("not_yet").search(before):
                continue
            denials = len(self.words.words("negation").findall(before))
            stopped = len(self.words.words("restraint").findall(before))
            things = self.sides.things(text)
            yield Deed(
                day=day,
                actors=tuple(dict.fromkeys(subjects[:1])),
                acts=frozenset([act]),
                affirmed=(denials + stopped + int(denied)) % 2 == 0,
                teller=teller,
                text=text,
                systems=frozenset(things["system"]),
            )
