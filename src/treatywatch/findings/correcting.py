"""Corrections of a reading: the fields that a person may set, and the reading with them set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.model.event import Assertion
from treatywatch.model.statement import Speaker, Statement
from treatywatch.model.vocabulary import EventKind, Modality, Position, Stance


def _day(text: str) -> UncertainDay | None:
    return UncertainDay.from_plain(PlainDay.parse(text), "given") if text else None


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _word(text: str) -> str | None:
    return text or None


_Reader = Callable[[str], Any]
OF_EVENT: Mapping[str, tuple[str, _Reader]] = {
    "kind": ("kind", EventKind),
    "actor": ("actors", _words),
    "target": ("targets", _words),
    "treaty": ("treaty", _word),
    "system": ("systems", _words),
    "day": ("day", _day),
    "place": ("place", _word),
    "modality": ("modality", Modality),
}
"""A corrected field of an event: the name of it in the noun, and how its text is read. `position` is the assertion's own."""

OF_STATEMENT: Mapping[str, tuple[str, _Reader]] = {
    "stance": ("stance", Stance),
    "target": ("targets", _words),
    "treaty": ("treaties", _words),
    "system": ("systems", _words),
    "day": ("said_on", _day),
    "negated": ("negated", lambda text: text == "yes"),
}
"""A corrected field of a statement; `speaker` names the actor who speaks."""

EVENT_FIELDS = (*OF_EVENT, "position")
STATEMENT_FIELDS = (*OF_STATEMENT, "speaker")


def correct_assertion(assertion: Assertion, fields: Mapping[str, str]) -> Assertion:
    """The assertion with the fields as a person gave them."""
    event = replace(assertion.event, **_read(OF_EVENT, fields))
    position = Position(fields["position"]) if "position" in fields else assertion.position
    return replace(assertion, event=event, position=position)


def correct_statement(statement: Statement, fields: Mapping[str, str]) -> Statement:
    """The statement with the fields as a person gave them."""
    changed = replace(statement, **_read(OF_STATEMENT, fields))
    return replace(changed, speaker=_speaker(statement.speaker, fields["speaker"])) if "speaker" in fields else changed


def _read(known: Mapping[str, tuple[str, _Reader]], fields: Mapping[str, str]) -> dict[str, Any]:
    return {known[name][0]: known[name][1](text) for name, text in fields.items() if name in known}


def _speaker(told: Speaker | None, actor: str) -> Speaker | None:
    """The speaker as told in the text, linked to another actor; with "" to none."""
    if told is None:
        return Speaker(actor, actor, None, None, None, None) if actor else None
    return replace(told, actor=actor or None, office=None, on_behalf_of=None)
