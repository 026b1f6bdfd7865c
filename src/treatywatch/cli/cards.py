"""One thing of the shelf, told in full to a person: a field a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from treatywatch.cli.answer import Page, Table

_ALWAYS_LEFT_OUT = ("name", "as_of", "record", "shelf")


def card(told: Mapping[str, Any], leave_out: tuple[str, ...] = ()) -> Page:
    """A page with the thing's name as its heading and every field that says something."""
    rows = [
        (name.replace("_", " "), in_words(value))
        for name, value in told.items()
        if name not in (*_ALWAYS_LEFT_OUT, *leave_out) and value not in (None, [], {}, "")
    ]
    return Page([(str(told["name"]), "bold"), Table(("", ""), rows)])


def in_words(value: Any) -> str:
    """A field's value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(in_words(item) for item in value)
    if isinstance(value, Mapping):
        return " ".join(in_words(item) for item in value.values() if item not in (None, [], {}, "", False))
    return str(value)
