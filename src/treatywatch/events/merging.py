"""One happening told twice in a report: what one sentence leaves open, another fills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from treatywatch.model.event import Assertion, Event
from treatywatch.model.vocabulary import EventKind, Modality

T = TypeVar("T")
_REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})


def aligned(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """The assertions in the order of the text, each filled with the day, place and treaty of another telling of the same event."""
    ordered = sorted(assertions, key=lambda assertion: (assertion.start, assertion.id))
    return tuple(_filled(assertion, ordered) for assertion in ordered)


def _filled(assertion: Assertion, others: Sequence[Assertion]) -> Assertion:
    event = assertion.event
    if event.modality not in _REAL:
        return assertion
    twins = [other.event for other in others if other is not assertion and _same(event, other.event)]
    day = event.day or _only([twin.day for twin in twins])
    treaty = event.treaty or _only([twin.treaty for twin in twins])
    place = event.place or _only([twin.place for twin in twins])
    return replace(assertion, event=replace(event, day=day, treaty=treaty, place=place))


def _only(values: Sequence[T | None]) -> T | None:
    """The one value that is told, if all that tell it agree."""
    told = [value for value in values if value is not None]
    return told[0] if told and all(value == told[0] for value in told) else None


def _same(one: Event, other: Event) -> bool:
    """Whether two tellings may be of one happening: same kind and actors, no treaty or day against it."""
    if one.kind is not other.kind or set(one.actors) != set(other.actors) or other.modality not in _REAL:
        return False
    if one.kind in (EventKind.TEST, EventKind.DEPLOY):
        return False
    if one.treaty and other.treaty and one.treaty != other.treaty:
        return False
    return one.day is None or other.day is None or one.day == other.day
