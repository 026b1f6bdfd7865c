"""Nouns to JSON and back, without loss: the field types of the dataclasses say how each value is read again."""

from __future__ import annotations

import json
import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_Noun = TypeVar("_Noun")


def to_json(noun: object) -> str:
    """A noun as compact JSON, every field told."""
    return json.dumps(_encode(noun), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, noun: type[_Noun]) -> _Noun:
    """The noun that `text` encodes."""
    return cast(_Noun, _decode(json.loads(text), noun))


def _encode(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_encode(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"record: found a {type(value).__name__}, expected a noun's field")


@lru_cache(maxsize=256)
def _field_types(noun: type[Any]) -> dict[str, Any]:
    return get_type_hints(noun)


def _decode(value: Any, wanted: Any) -> Any:
    if value is None:
        return None
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _decode(value, next(option for option in get_args(wanted) if option is not type(None)))
    if origin is tuple:
        return _decode_tuple(value, get_args(wanted))
    if is_dataclass(wanted) and isinstance(wanted, type):
        known = _field_types(wanted)
        return wanted(**{name: _decode(item, known[name]) for name, item in value.items() if name in known})
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    return date.fromisoformat(value) if wanted is date else value


def _decode_tuple(value: list[Any], inner: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_decode(item, inner[0]) for item in value)
    return tuple(_decode(item, kind) for item, kind in zip(value, inner, strict=True))
