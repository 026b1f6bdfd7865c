"""The options that commands share; each works before and after the command's name, and the later one counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from treatywatch.dates import PlainDay, parse_exact
from treatywatch.errors import DayError

Wrapped = TypeVar("Wrapped", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv", "ics")


@dataclass(frozen=True, slots=True)
class Question:
    """What a user asked, besides the command's own arguments; None where nothing was said."""

    format: str | None = None
    record: Path | None = None
    shelf: Path | None = None
    on: date | None = None
    known: date | None = None
    since: PlainDay | None = None
    until: PlainDay | None = None
    treaty: str | None = None
    actor: str | None = None

    def refined(self, **given: Any) -> Question:
        """Refine the question with what was said after the command's name."""
        return replace(self, **{name: value for name, value in given.items() if value is not None})


def full_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """Read a full calendar day YYYY-MM-DD, or say what is wrong with it."""
    if value and not _FULL.fullmatch(value.strip()):
        raise click.BadParameter(f"found {value!r}, expected a full day YYYY-MM-DD")
    try:
        return parse_exact(value) if value else None
    except DayError as error:
        raise click.BadParameter(str(error)) from error


def any_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> PlainDay | None:
    """Read a plain day, which may be a month or a year, or say what is wrong with it."""
    try:
        return PlainDay.parse(value) if value else None
    except DayError as error:
        raise click.BadParameter(str(error)) from error


_FULL = re.compile(r"\d{4}-\d\d-\d\d")

_OPTIONS: dict[str, dict[str, Any]] = {
    "format": {"help": "How to answer: a table on a terminal, json otherwise."},
    "record": {
        "type": click.Path(path_type=Path),
        "metavar": "FILE",
        "help": "The record (default ./treatywatch.db, or TREATYWATCH_RECORD).",
    },
    "shelf": {
        "type": click.Path(path_type=Path),
        "metavar": "DIR",
        "help": "Your own treaties, systems, actors and outlets, laid over the shipped ones (or TREATYWATCH_SHELF).",
    },
    "on": {"callback": full_day, "metavar": "DAY", "help": "What is true on DAY (default today, UTC)."},
    "known": {"callback": full_day, "metavar": "DAY", "help": "From what was public on or before DAY."},
    "since": {"callback": any_day, "metavar": "DAY", "help": "Not before DAY (a month or a year will do)."},
    "until": {"callback": any_day, "metavar": "DAY", "help": "Not after DAY (a month or a year will do)."},
    "treaty": {"type": str, "metavar": "TREATY", "help": "Only this treaty: an id, an alias or a name."},
    "actor": {"type": str, "metavar": "ACTOR", "help": "Only this actor: an id, an alias or a name."},
}
_SAID = "said_"
"""Keeps the options' parameters apart from a command's own arguments of the same name."""
_ENVIRONMENT = {"record": "TREATYWATCH_RECORD", "shelf": "TREATYWATCH_SHELF"}


def _option(name: str, formats: tuple[str, ...] = FORMATS, group: bool = False) -> Callable[[Wrapped], Wrapped]:
    settings = dict(_OPTIONS[name])
    if name == "format":
        settings["type"] = click.Choice(formats)
    if group and name in _ENVIRONMENT:  # only here: what stands before the command's name comes before the environment
        settings["envvar"] = _ENVIRONMENT[name]
    return click.option(f"--{name}", f"{_SAID}{name}", default=None, **settings)


def all_options(function: Wrapped) -> Wrapped:
    """Give the program all shared options."""
    for name in reversed(_OPTIONS):
        function = _option(name, group=True)(function)
    return function


def question_of(given: dict[str, Any]) -> Question:
    """The question that the program's own options ask."""
    return Question(**{name.removeprefix(_SAID): value for name, value in given.items()})


def asks(*names: str, formats: tuple[str, ...] = FORMATS[:-1]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the shared options that make sense for it, and hand it a desk with the question asked."""
    accepted = (*(("format",) if formats else ()), "record", "shelf", *names)

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def asked(*args: Any, **given: Any) -> Any:
            from treatywatch.cli.desk import Desk

            context = click.get_current_context()
            said = {name: given.pop(f"{_SAID}{name}") for name in accepted}
            question = (context.obj or Question()).refined(**said)
            _refuse_what_makes_no_sense(question, accepted, formats, context)
            return function(Desk(question), *args, **given)

        for name in reversed(accepted):
            asked = _option(name, formats)(asked)
        return asked

    return decorate


def _refuse_what_makes_no_sense(
    question: Question, accepted: tuple[str, ...], formats: tuple[str, ...], context: click.Context
) -> None:
    for field in fields(question):
        if field.name not in accepted and getattr(question, field.name) is not None:
            raise click.UsageError(f"{context.info_name} takes no --{field.name}", context)
    if question.format and question.format not in formats:
        raise click.UsageError(
            f"{context.info_name}: found --format {question.format}, expected {' or '.join(formats)}", context
        )
