"""What is wrong with how a command was asked, in the words of the house: where: found X, expected Y; do Z."""

from __future__ import annotations

import errno
import re
from difflib import get_close_matches

import click

_CHOICE = re.compile(r"^(?P<found>.+?) is not one of (?P<expected>.+?)\.?$", re.DOTALL)
_RANGE = re.compile(r"^(?P<found>\S+) is not in the range (?P<expected>.+?)\.?$")
_NO_FILE = re.compile(r"^(?:\w+ )?(?P<found>'.+?')(?: does not exist|: No such file or directory)\.?$")
_FOLDER = re.compile(r"^(?:\w+ )?(?P<found>'.+?')(?: is a directory|: Is a directory)\.?$")
_NO_COMMAND = re.compile(r"^No such command '(?P<found>.+?)'")
_EXTRA = re.compile(r"^Got unexpected extra arguments? \((?P<found>.+)\)$")
_NO_NUMBER = re.compile(r"^(?P<found>'.*') is not a valid (?P<expected>integer|float)(?: range)?\.?$")


def in_words(error: click.UsageError) -> str:
    """A usage error in our words."""
    where = _where(error.ctx)
    said = error.format_message()
    if isinstance(error, click.MissingParameter):
        return f"{where}: found no {_name(error.param)}, expected {_wanted(error.param)}"
    if isinstance(error, click.BadParameter):
        return f"{where}: {_name(error.param)}: {_value(error.message)}"
    if isinstance(error, click.NoSuchOption):
        near = f"; did you mean {' or '.join(error.possibilities)}?" if error.possibilities else ""
        return f"{where}: found {error.option_name}, expected one of its options{near}"
    if match := _NO_COMMAND.match(said):
        known = _commands(error.ctx)
        near = " or ".join(get_close_matches(match["found"], known, 3, 0.5))
        return f"{where}: found {match['found']!r}, expected a command" + (f"; did you mean {near}?" if near else "")
    if match := _EXTRA.match(said):
        return f"{where}: found {match['found']} too much, expected no more; put what belongs together in quotes"
    return said


def of_the_disk(error: OSError) -> str:
    """An error of the file system: which file, what is wrong, what to do."""
    name = error.filename or "output"
    if error.errno == errno.ENOENT:
        return f"{name}: found no such file or folder, expected one; check the path, or make the folder"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{name}: found no permission, expected it; change its mode or name another"
    if error.errno == errno.EISDIR:
        return f"{name}: found a folder, expected a file; name a file in it"
    if error.errno == errno.ENOSPC:
        return f"{name}: found a full disk, expected room to write; free some"
    return f"{name}: {error.strerror or error}"


def _where(context: click.Context | None) -> str:
    path = context.command_path if context else ""
    return path.partition(" ")[2] or "command"


def _commands(context: click.Context | None) -> list[str]:
    """The commands that could have been meant."""
    if context is None or not isinstance(context.command, click.Group):
        return []
    return context.command.list_commands(context)


def _name(parameter: click.Parameter | None) -> str:
    """An option by its long name, an argument by its place in the usage line."""
    if parameter is None:
        return "value"
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return str(parameter.make_metavar(click.Context(click.Command("x")))).strip("[].")


def _wanted(parameter: click.Parameter | None) -> str:
    if parameter is not None and isinstance(parameter.type, click.Choice):
        return f"one of {', '.join(map(str, parameter.type.choices))}"
    return "one or more" if parameter is not None and parameter.nargs == -1 else "one"


def _value(said: str) -> str:
    """What is wrong with a value; what the reader of a day or a name said already is kept."""
    if match := _CHOICE.match(said):
        return f"found {match['found']}, expected one of {match['expected']}"
    if match := _RANGE.match(said):
        return f"found {match['found']}, expected a number with {match['expected']}"
    if match := _NO_NUMBER.match(said):
        return f"found {match['found']}, expected a number"
    if match := _NO_FILE.match(said):
        return f"found no file {match['found']}, expected one; check the path"
    if match := _FOLDER.match(said):
        return f"found a folder, {match['found']}, expected a file"
    return said
