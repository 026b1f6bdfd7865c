"""What a declared type expects of a data file, in the words of messages."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from treatywatch.shelf.trees import Tree

_EXPECTS: dict[Any, str] = {
    str: "text",
    int: "a whole number",
    float: "a number such as 500 or 2.5",
    bool: "true or false",
    date: "a full day such as 2019-07-05",
}


def describe(tree: Tree) -> str:
    """What was found, in a few words."""
    if isinstance(tree, dict):
        return "a mapping"
    if isinstance(tree, list):
        return "a list"
    if not tree:
        return "nothing"
    return repr(tree if len(tree) <= 60 else tree[:57] + "...")


def expectation(declared: Any) -> str:
    """What a value of this type looks like, in a few words."""
    told = getattr(declared, "EXPECTS", None)
    if told is not None:
        return str(told)
    if declared in _EXPECTS:
        return _EXPECTS[declared]
    words = vocabulary_of(declared)
    if words:
        return one_of(words)
    if dataclasses.is_dataclass(declared):
        return "a mapping with " + _listed(
            tuple(key for key, required, _ in fields_of(cast(Any, declared)) if required)
        )
    if get_origin(declared) in (Union, types.UnionType):
        return " or ".join(expectation(member) for member in get_args(declared) if member is not types.NoneType)
    if get_origin(declared) in (tuple, frozenset):
        return list_of(get_args(declared)[0])
    return "a mapping" if get_origin(declared) in (dict, Mapping) else "a value"


def vocabulary_of(declared: Any) -> tuple[str, ...]:
    """The words of an enumeration or a Literal; nothing for other types."""
    if get_origin(declared) is Literal:
        return tuple(str(word) for word in get_args(declared))
    is_enumeration = isinstance(declared, type) and issubclass(declared, Enum)
    return tuple(str(member.value) for member in declared) if is_enumeration else ()


def list_of(item: Any) -> str:
    """What a list of `item` looks like."""
    return "a list such as [first, second]" if item is str else f"a list of entries, each {expectation(item)}"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words) if words else "known keys"


_MANY = 12
"""From so many words on, a message names the nearest only."""


def one_of(words: tuple[str, ...], found: str = "") -> str:
    """The words that would do; of many only those near to what was found."""
    from difflib import get_close_matches  # only wanted for a slip, and slow to load

    near = get_close_matches(found, words, 1) if found else []
    if near:
        return f"{near[0]!r}" if len(words) <= _MANY else f"{near[0]!r}, or another known word"
    if len(words) > _MANY and found:
        return f"a known word such as {', '.join(words[:5])}"
    return "one of " + ", ".join(words) if len(words) > 1 else words[0]


# --- Fields of dataclasses ---------------------------------------------------------------------------------------


@cache
def fields_of(cls: type) -> tuple[tuple[str, bool, dataclasses.Field[Any]], ...]:
    """Of each field: its key in the file, whether it is required, and itself. `X | None` may be left out even without a default."""
    fields = dataclasses.fields(cls) if dataclasses.is_dataclass(cls) else ()
    return tuple(
        (str(one.metadata.get("key", one.name)), not has_default(one) and not is_optional(cls, one.name), one)
        for one in fields
        if one.init
    )


def has_default(one: dataclasses.Field[Any]) -> bool:
    """Whether a field may be left out because it has a value of its own."""
    return one.default is not dataclasses.MISSING or one.default_factory is not dataclasses.MISSING


def is_optional(cls: type, name: str) -> bool:
    """Whether a field is declared `X | None`."""
    return types.NoneType in get_args(hints_of(cls)[name])


@cache
def hints_of(cls: type) -> dict[str, Any]:
    """The declared types of a class, with names resolved."""
    return get_type_hints(cls)
