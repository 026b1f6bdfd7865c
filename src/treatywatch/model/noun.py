"""`noun`: a frozen dataclass that is quick to define.

`dataclasses.dataclass` writes and compiles about eight functions for each class: 1.5 ms for a clause of fifteen fields, a third of
the time of a cold `status` over all nouns of the law. A noun keeps the fields, the checking and the behaviour of a frozen
dataclass (`fields`, `replace`, equality, hash, order of positional arguments, `__post_init__`), through functions that all nouns
share. Type checkers see the dataclass itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as noun
else:
    from dataclasses import MISSING, FrozenInstanceError, dataclass

    def noun(*, frozen: bool = True, slots: bool = True, kw_only: bool = False) -> Any:
        """As `dataclass`; `frozen` and `slots` are told for the reader and the type checker."""
        del frozen, slots

        def made(cls: type) -> type:
            dressed = dataclass(init=False, repr=False, eq=False, match_args=False, kw_only=kw_only)(cls)
            fields = [field for field in dressed.__dataclass_fields__.values() if field._field_type is _FIELD]
            if any(field.default_factory is not MISSING for field in fields):
                raise TypeError(f"{cls.__name__}: found a default_factory, expected a value; a noun holds tuples")
            dressed.__noun_names__ = tuple(field.name for field in fields)
            dressed.__noun_set__ = frozenset(dressed.__noun_names__)
            dressed.__noun_places__ = tuple(field.name for field in fields if not field.kw_only)
            dressed.__noun_defaults__ = {field.name: field.default for field in fields if field.default is not MISSING}
            for name, function in _SHARED.items():
                setattr(dressed, name, function)
            return dressed

        return made

    @dataclass
    class _Sample:
        one: int = 0

    _FIELD = _Sample.__dataclass_fields__["one"]._field_type

    def _init(self: Any, *args: Any, **values: Any) -> None:
        """Fill the fields, from places and names; refuse what is missing, unknown or told twice."""
        cls = type(self)
        given = cls.__noun_defaults__ | values
        if args:
            if len(args) > len(cls.__noun_places__):
                expected = f"expected at most {len(cls.__noun_places__)}"
                raise TypeError(f"{cls.__name__}: found {len(args)} places, {expected}")
            told = dict(zip(cls.__noun_places__, args, strict=False))
            if twice := told.keys() & values.keys():
                raise TypeError(f"{cls.__name__}: found {', '.join(sorted(twice))} told twice")
            given |= told
        if given.keys() != cls.__noun_set__:
            wrong = sorted(given.keys() ^ cls.__noun_set__)
            raise TypeError(f"{cls.__name__}: found {', '.join(wrong)} missing or unknown")
        self.__dict__.update(given)
        check = getattr(self, "__post_init__", None)
        if check is not None:
            check()

    def _values(self: Any) -> tuple[Any, ...]:
        return tuple(self.__dict__[name] for name in self.__noun_names__)

    def _repr(self: Any) -> str:
        told = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self.__noun_names__)
        return f"{type(self).__qualname__}({told})"

    def _equal(self: Any, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or _values(self) == _values(other)

    def _hash(self: Any) -> int:
        return hash(_values(self))

    def _refuse(self: Any, name: str, *_: object) -> None:
        raise FrozenInstanceError(f"cannot change field {name!r}")

    _SHARED = {
        "__init__": _init,
        "__repr__": _repr,
        "__eq__": _equal,
        "__hash__": _hash,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }


def copied(one: T, **changes: Any) -> T:
    """A copy with other values, as `replace` makes it, without looking at the names again: for thousands of rows alike but for one."""
    made = object.__new__(type(one))
    told = made.__dict__
    told.update(one.__dict__)
    told.update(changes)
    return made


__all__ = ["copied", "noun"]
