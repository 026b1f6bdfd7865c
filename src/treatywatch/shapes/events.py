"""Events: by offsets, as `annotate` gives them, and as entries of the record."""

from __future__ import annotations

from typing import Any

from treatywatch.model.entry import Contradiction, EventEntry
from treatywatch.model.event import Assertion, Event
from treatywatch.shapes.days import uncertain
from treatywatch.shapes.grounds import evidence, grounds
from treatywatch.shapes.review import review


def _happening(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind.value,
        "actors": list(event.actors),
        "targets": list(event.targets),
        "treaty": event.treaty,
        "systems": list(event.systems),
        "day": uncertain(event.day),
        "place": event.place,
        "modality": event.modality.value,
    }


def _more(event: Event) -> dict[str, Any]:
    condition = event.condition
    return {
        "condition": {"text": condition.text, "relation": condition.relation} if condition else None,
        "parts": list(event.parts),
    }


def placed_event(assertion: Assertion) -> dict[str, Any]:
    """An event asserted in one text, with the offsets of the words that assert it."""
    return {
        **_happening(assertion.event),
        "start": assertion.start,
        "end": assertion.end,
        "id": assertion.id,
        "position": assertion.position.value,
        "said_by": assertion.said_by,
        **_more(assertion.event),
    }


def told_event(entry: EventEntry) -> dict[str, Any]:
    """An event of the record; `settled` where it matches an act of the shelf, which `acts` then names.

    `doubted`: the reports of it whose day is doubted.
    """
    return {
        "id": entry.id,
        **_happening(entry.event),
        "settled": entry.settled,
        "lines": entry.lines,
        "evidence": [evidence(passage) for passage in entry.evidence],
        "acts": [f"act:{entry.event.treaty}:{act}" for act in entry.acts],
        "position": entry.members[0].assertion.position.value,
        "reports": list(entry.reports),
        **_more(entry.event),
        "review": review(entry.review),
        "doubted": list(entry.doubted),
        "contradicted_by": [_contradiction(one) for one in entry.contradicted_by],
    }


def _contradiction(one: Contradiction) -> dict[str, Any]:
    """What tells it otherwise: `what` is denied, or the day, the actor or the kind; another event with its lines, or an act."""
    return {
        "what": one.what,
        "says": one.says,
        "event": one.event,
        "reports": list(one.reports),
        "lines": one.lines,
        "evidence": [evidence(passage) for passage in one.evidence],
        "grounds": grounds([one.ground] if one.ground else []),
    }
