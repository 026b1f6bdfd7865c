"""A noun behaves as the frozen dataclass that type checkers take it for."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass, replace
from typing import ClassVar

import pytest

from treatywatch.model.noun import noun


@noun(frozen=True, slots=True)
class Plain:
    """A noun with places."""

    kind: ClassVar[str] = "plain"
    one: int
    two: str = "b"


@dataclass(frozen=True, slots=True)
class Model:
    """What `Plain` must behave like."""

    one: int
    two: str = "b"


@noun(frozen=True, slots=True, kw_only=True)
class Base:
    """A noun by names."""

    one: int
    two: tuple[int, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class Derived(Base):
    """A noun that adds a required field."""

    three: str


@noun(frozen=True, slots=True)
class Checked:
    """A noun that refuses a value."""

    one: int

    def __post_init__(self) -> None:
        if self.one < 0:
            raise ValueError("negative")


def test_fields_defaults_and_text_are_those_of_a_dataclass() -> None:
    assert is_dataclass(Plain)
    assert [field.name for field in fields(Plain)] == [field.name for field in fields(Model)]
    assert repr(Plain(1)) == repr(Model(1)).replace("Model", "Plain")


def test_equality_and_hash_follow_the_values() -> None:
    assert Plain(1) == Plain(one=1, two="b")
    assert hash(Plain(1)) == hash(Plain(1, "b"))
    assert Plain(1) != Plain(2)
    assert Plain(1) != Model(1)  # type: ignore[comparison-overlap]


def test_a_noun_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Plain(1).one = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Plain(1).one


def test_replace_and_pickle_make_equal_nouns() -> None:
    assert replace(Plain(1), two="c") == Plain(1, "c")
    assert pickle.loads(pickle.dumps(Plain(1))) == Plain(1)


def test_a_derived_noun_has_all_fields() -> None:
    assert Derived(one=1, three="c") == Derived(one=1, two=(), three="c")
    assert Derived(one=1, three="c") != Base(one=1)


def test_a_noun_checks_itself() -> None:
    with pytest.raises(ValueError, match="negative"):
        Checked(-1)


@pytest.mark.parametrize(("places", "names"), [((), {}), ((1, "b", 3), {}), ((1,), {"one": 2}), ((1,), {"four": 4})])
def test_missing_unknown_and_double_values_are_refused(places: tuple[int, ...], names: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="Plain"):
        Plain(*places, **names)  # type: ignore[arg-type]
