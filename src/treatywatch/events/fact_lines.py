"""Lines of a fact sheet that tell one day of a treaty ("Entry into force: 22 January 2021"), without any verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from treatywatch.events.topics import main_treaty
from treatywatch.language.days import to_uncertain
from treatywatch.language.prose import Prose
from treatywatch.model.annotation import DayMention
from treatywatch.model.event import Assertion, Event
from treatywatch.model.vocabulary import EventKind, Modality, Position

_LINE = re.compile(
    r"^[ \t]*(?:[-*•·▪][ \t]*)?(?P<label>[A-Z][a-z]+(?:[ -][A-Za-z]+){0,3})[ \t]*:[ \t]+(?=\S)", re.MULTILINE
)
_BEHIND = re.compile(r"[ \t]*(?:[,;(.–—-].{0,80})?$", re.MULTILINE)
"""A place or a remark may follow the day, no other sentence."""


def fact_lines(prose: Prose, labels: Mapping[str, EventKind]) -> Iterator[Assertion]:
    """The acts that such lines tell; `labels`: lower-case label → kind. A line whose treaty is not clear tells nothing."""
    for line in _LINE.finditer(prose.text):
        kind = labels.get(line["label"].lower())
        day = next((one for one in prose.days if one.start == line.end()), None) if kind is not None else None
        if kind is None or day is None or day.type != "DATE" or not _BEHIND.match(prose.text, day.end):
            continue
        treaty = _treaty(prose, line.start())
        index = prose.sentence_at(day.start)
        if treaty is not None and index is not None:
            yield _told(prose, kind, treaty, day, index)


def _treaty(prose: Prose, at: int) -> str | None:
    """The treaty of the last heading above the line; else the one that the sheet is about."""
    heads = [one for one in prose.sentences if one.heading and one.start < at]
    named = [m.id for m in prose.mentions if m.kind == "treaty" and any(h.start <= m.start < h.end for h in heads)]
    return named[-1] if named else main_treaty(prose)


def _told(prose: Prose, kind: EventKind, treaty: str, day: DayMention, index: int) -> Assertion:
    coming = prose.on is not None and day.earliest is not None and day.earliest > prose.on
    modality = Modality.PLANNED if coming else Modality.HAPPENED
    event = Event(kind=kind, actors=(), modality=modality, treaty=treaty, day=to_uncertain(day))
    sentence = prose.sentences[index]
    return Assertion(f"assertion:{kind.value}:{day.start}", event, sentence.start, sentence.end, Position.AFFIRMS, None)
