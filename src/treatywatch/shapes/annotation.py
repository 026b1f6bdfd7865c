"""The reading of one text, as a line of `annotate`."""

from __future__ import annotations

from typing import Any

from treatywatch.model.annotation import Annotation, DayMention, Mention
from treatywatch.shapes.days import plain
from treatywatch.shapes.events import placed_event
from treatywatch.shapes.statements import placed_statement

_SHOWN_AS = {
    "treaty": "treaty",
    "system": "system",
    "outlet": "outlet",
    "actor": "actor",
    "state": "actor",
    "organisation": "actor",
    "office": "actor",
    "person": "actor",
}
"""The contract knows four kinds of mention; whoever can act is an actor. Other names (places) are no mentions of it."""


def day_mention(day: DayMention) -> dict[str, Any]:
    """A TIMEX3 expression with its bounds."""
    return {
        "start": day.start,
        "end": day.end,
        "text": day.text,
        "type": day.type,
        "value": day.value,
        "earliest": plain(day.earliest),
        "latest": plain(day.latest),
    }


def mention(name: Mention) -> dict[str, Any]:
    """A name in the text; where several ids fit, `candidates` lists them, best first."""
    told: dict[str, Any] = {
        "start": name.start,
        "end": name.end,
        "kind": _SHOWN_AS[name.kind],
        "id": name.id,
    }
    if len(name.candidates) > 1:
        told["candidates"] = list(name.candidates)
    return told


def annotation(identity: Any, reading: Annotation) -> dict[str, Any]:
    """One line of `annotate`; the four lists are always there."""
    return {
        "id": identity,
        "refused": reading.refused,
        "statements": [placed_statement(statement) for statement in reading.statements],
        "events": [placed_event(assertion) for assertion in reading.events],
        "dates": [day_mention(day) for day in reading.dates],
        "mentions": [mention(name) for name in reading.mentions if name.kind in _SHOWN_AS],
        "degraded": reading.degraded,
    }
