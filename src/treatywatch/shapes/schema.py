"""The JSON Schemas of the shapes: their names, each with what it refers to bundled in, and the test of an answer against one."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from treatywatch.errors import UnknownName

VERSION = 1
"""The version of the shapes; it rises when a field changes its meaning, which the contract forbids within a major release."""

_FOLDER = files("treatywatch.shapes") / "schemas"
_SHARED = "common"


@cache
def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def names() -> tuple[str, ...]:
    """The names of all shapes."""
    found = (entry.name.removesuffix(".json") for entry in _FOLDER.iterdir() if entry.name.endswith(".json"))
    return tuple(sorted(name for name in found if name != _SHARED))


def title(name: str) -> str:
    """What a shape is, in one sentence."""
    return str(_load(name)["description"])


def schema(name: str) -> dict[str, Any]:
    """The schema of a shape as one document: the shared parts are bundled in (draft 2020-12, section 9.3)."""
    if name not in names():
        raise UnknownName(f"schema: found {name!r}, expected one of {', '.join(names())}")
    return {**_load(name), "$defs": {_SHARED: _load(_SHARED)}}


def problems(name: str, answer: Any) -> list[str]:
    """Where an answer departs from its schema, each as *path: what*; empty where it fits."""
    from jsonschema import Draft202012Validator, FormatChecker

    validator = Draft202012Validator(schema(name), format_checker=FormatChecker())
    found = sorted(validator.iter_errors(answer), key=lambda error: error.json_path)
    return [f"{error.json_path}: {error.message}" for error in found]
