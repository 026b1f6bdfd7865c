"""One speech act told twice is one entry; one happening told twice is one entry. Each keeps all its evidence.

Grouping is by comparison with the fullest telling, never by chains, so that two acts are not glued together through a third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from treatywatch.dates import UncertainDay
from treatywatch.findings.lines import count_lines
from treatywatch.findings.pairs import Pairs
from treatywatch.model.entry import EventEntry, StatementEntry, Told, ToldEvent, ToldStatement
from treatywatch.model.event import Event
from treatywatch.model.passage import Passage, Span
from treatywatch.model.statement import Speaker, Statement
from treatywatch.model.vocabulary import EventKind, Modality, Stance

SAME_CONTENT = 72.0
"""Token-set ratio from which two contents of one speaker are one statement.

Calibrated on rewordings of one wire story against different statements that one speaker makes in one report
(tests/findings/test_corroborate.py holds both kinds): rewordings score 86 and more there, different statements 71 and less.
"""
SHORT_CONTENT = 24
"""Characters up to which contents must be equal: on a few words a token ratio says nothing."""
SAME_OCCASION_DAYS = 4
"""Days between two reports beyond which a repeated sentence is a new speech act."""

JOINT = frozenset({EventKind.TALKS, EventKind.SIGN, EventKind.AGREE_MEASURES, EventKind.EXERCISE, EventKind.EXTEND})
"""Kinds that several actors do together, so that a report may name only one of them."""

_Item = TypeVar("_Item", ToldStatement, ToldEvent)


NO_PAIRS = Pairs()


def corroborate_statements(tellings: Iterable[ToldStatement], judged: Pairs = NO_PAIRS) -> tuple[StatementEntry, ...]:
    """Group tellings of one speech act: same speaker, same content, same occasion; what a person `judged` goes before that."""
    same = judged.overruling(_same_statement, lambda item: item.statement.id)
    groups = _group(tellings, lambda item: _speaker_key(item.statement.speaker), same)
    return tuple(map(_statement_entry, judged.merged(groups, lambda item: item.statement.id)))


def corroborate_events(tellings: Iterable[ToldEvent], judged: Pairs = NO_PAIRS) -> tuple[EventEntry, ...]:
    """Group tellings of one event: same kind, treaty and modality, an actor in common, days that can be the same.

    What a person `judged` to be one, or apart, goes before that.
    """
    same = judged.overruling(_same_event, lambda item: item.assertion.id)
    groups = _group(tellings, lambda item: (item.assertion.event.kind, item.assertion.event.treaty), same)
    return tuple(map(_event_entry, judged.merged(groups, lambda item: item.assertion.id)))


def _group(
    items: Iterable[_Item], key: Callable[[_Item], object], same: Callable[[_Item, _Item], bool]
) -> list[list[_Item]]:
    """Put each item into the first group of its key whose every member is the same as it, else into a new one."""
    groups: list[list[_Item]] = []
    by_key: dict[object, list[list[_Item]]] = {}
    for item in items:
        candidates = by_key.setdefault(key(item), [])
        for group in candidates:
            if all(same(member, item) for member in group):
                group.append(item)
                break
        else:
            candidates.append([item])
            groups.append(candidates[-1])
    return groups


def _speaker_key(speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    return speaker.actor or f"{speaker.name.casefold()}|{speaker.on_behalf_of or ''}"


def content_text(told: Told, statement: Statement) -> str:
    """The words of a statement's content, spans joined by an ellipsis."""
    return " … ".join(span.of(told.text).strip() for span in statement.content)


def _same_statement(a: ToldStatement, b: ToldStatement) -> bool:
    if a.statement.negated != b.statement.negated or not _stances_agree(a.statement.stance, b.statement.stance):
        return False
    if (
        set(a.statement.targets)
        and set(b.statement.targets)
        and not set(a.statement.targets) & set(b.statement.targets)
    ):
        return False
    if not _same_occasion(a.told, b.told):
        return False
    from rapidfuzz import fuzz, utils  # only where statements are compared: events need none of it

    one, other = (utils.default_process(content_text(item.told, item.statement)) for item in (a, b))
    if min(len(one), len(other)) <= SHORT_CONTENT:
        return one == other
    return fuzz.token_set_ratio(one, other) >= SAME_CONTENT


def _stances_agree(one: Stance, other: Stance) -> bool:
    """A neutral telling ("said") agrees with any other; two pointed ones must be the same."""
    neutral = {Stance.REPORT, Stance.ASSESS, Stance.OTHER, Stance.ANNOUNCE}
    return one == other or one in neutral or other in neutral


def _same_occasion(a: Told, b: Told) -> bool:
    if a.report == b.report or (a.line is not None and a.line == b.line):
        return True
    if a.published is None or b.published is None:
        return False
    return a.published.overlaps(b.published, SAME_OCCASION_DAYS)


def _same_event(a: ToldEvent, b: ToldEvent) -> bool:
    one, other = a.assertion.event, b.assertion.event
    if a.assertion.position != b.assertion.position or _happening(one.modality) != _happening(other.modality):
        return False
    if not _same_actors(one, other):
        return False
    if one.treaty is None and one.systems != other.systems:
        return False
    return _same_day(one.day, other.day, a.told, b.told)


def _same_actors(one: Event, other: Event) -> bool:
    """What two do together may be told of one of them; what each does alone is told of each."""
    ours, theirs = _principals(one.actors), _principals(other.actors)
    if not ours or not theirs:
        return True
    return bool(ours & theirs) if one.kind in JOINT else ours == theirs


def _principals(actors: tuple[str, ...]) -> set[str]:
    """The states and organisations among the actors; their persons and organs only where nobody else is named."""
    principals = {actor for actor in actors if "-" not in actor}
    return principals or set(actors)


def _happening(modality: Modality) -> Modality:
    return Modality.HAPPENED if modality is Modality.ONGOING else modality


def _same_day(one: UncertainDay | None, other: UncertainDay | None, a: Told, b: Told) -> bool:
    if one is None or other is None:
        told = [day for day in (one, other) if day is not None and day.how != "inferred"]
        return not told or a.report == b.report or (a.line is not None and a.line == b.line)
    return one.overlaps(other)


def _evidence(members: Sequence[tuple[Told, Span]]) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(Passage.cut(told.report, told.text, span) for told, span in members))


def _fullness(item: ToldStatement) -> tuple[bool, bool, bool, int]:
    """Prefer a telling with a pointed stance, then one with a condition, then the origin's own words, then the longest."""
    pointed = item.statement.stance not in (Stance.REPORT, Stance.OTHER)
    length = sum(span.end - span.start for span in item.statement.content)
    return pointed, item.statement.condition is not None, item.told.near, length


def _statement_entry(members: list[ToldStatement]) -> StatementEntry:
    best = max(members, key=_fullness)
    return StatementEntry(
        id=members[0].statement.id,
        statement=best.statement,
        content=content_text(best.told, best.statement),
        reports=tuple(dict.fromkeys(item.told.report for item in members)),
        lines=count_lines(item.told for item in members),
        evidence=_evidence([(item.told, item.statement.evidence) for item in members]),
        members=tuple(members),
    )


def _precision(day: UncertainDay | None) -> timedelta:
    if day is None or day.earliest is None or day.latest is None:
        return timedelta.max
    return day.latest - day.earliest


def _event_entry(members: list[ToldEvent]) -> EventEntry:
    return EventEntry(
        id=f"event:{members[0].assertion.id.partition(':')[2]}",
        event=_whole_event(members),
        reports=tuple(dict.fromkeys(item.told.report for item in members)),
        lines=count_lines(item.told for item in members),
        evidence=_evidence([(item.told, Span(item.assertion.start, item.assertion.end)) for item in members]),
        members=tuple(members),
    )


def _whole_event(members: list[ToldEvent]) -> Event:
    """The most precise telling, with the parts, systems, place and condition that only others tell."""
    ranked = sorted(
        members,
        key=lambda item: (_precision(item.assertion.event.day), not item.told.near, -len(item.assertion.event.actors)),
    )
    events = [item.assertion.event for item in ranked]
    return replace(
        events[0],
        parts=max((event.parts for event in events), key=len),
        systems=tuple(dict.fromkeys(system for event in events for system in event.systems)),
        place=next((event.place for event in events if event.place), None),
        condition=next((event.condition for event in events if event.condition), None),
    )
