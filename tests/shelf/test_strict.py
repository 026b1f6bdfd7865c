"""Strict decoding: the declared type reads the text, and every fault is told with its line."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import PlainDay
from treatywatch.errors import Fault, ShelfError
from treatywatch.model.actor import Office, State
from treatywatch.shelf import strict


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True)
class Length:
    metres: float

    EXPECTS: ClassVar[str] = "a length such as 3 m"

    @classmethod
    def parse(cls, text: str) -> "Length":
        number, _, unit = text.partition(" ")
        if unit != "m":
            raise ValueError(text)
        return cls(float(number))


@dataclass(frozen=True)
class Circle:
    kind: ClassVar[str] = "circle"
    radius: int


@dataclass(frozen=True)
class Square:
    kind: ClassVar[str] = "square"
    side: int


@dataclass(frozen=True)
class Everything:
    text: str
    whole: int = 0
    number: float = 0.0
    truth: bool = False
    day: date | None = None
    rough: PlainDay | None = None
    colour: Colour = Colour.RED
    word: Literal["on", "off"] = "off"
    texts: tuple[str, ...] = ()
    pairs: tuple[tuple[str, int], ...] = ()
    shapes: tuple[Circle | Square, ...] = ()
    length: Length | None = None
    start: str | None = field(default=None, metadata={"key": "from"})


@dataclass(frozen=True)
class Bounded:
    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"low {self.low} above high {self.high}")


def faults(text: str, cls: type = Everything) -> list[tuple[int, str, str]]:
    with pytest.raises(ShelfError) as refused:
        strict.load(text, cls, "file.yml")
    return [(fault.line, fault.field, fault.rule) for fault in refused.value.faults]


def test_the_declared_type_reads_the_text() -> None:
    loaded = strict.load(
        """
        text: no
        whole: 12
        number: 10.10
        truth: true
        day: 2019-07-05
        rough: 1991-12
        colour: green
        word: on
        texts: [yes, "null", 0x10, 2019-07-05]
        pairs: {a: 1, b: 2}
        shapes:
          - {kind: square, side: 3}
          - {kind: circle, radius: 4}
        length: 3 m
        from: "1"
        """,
        Everything,
        "file.yml",
    )
    assert loaded == Everything(
        text="no",
        whole=12,
        number=10.1,
        truth=True,
        day=date(2019, 7, 5),
        rough=PlainDay.parse("1991-12"),
        colour=Colour.GREEN,
        word="on",
        texts=("yes", "null", "0x10", "2019-07-05"),
        pairs=(("a", 1), ("b", 2)),
        shapes=(Square(3), Circle(4)),
        length=Length(3.0),
        start="1",
    )


def test_a_version_keeps_its_last_zero() -> None:
    assert strict.load("text: 10.10", Everything, "file.yml").text == "10.10"


def test_norway_is_not_false() -> None:
    text = "{id: no, name: Norway, alpha3: NOR, source: here, verified: true}"
    assert strict.load(text, State, "no.yml").id == "no"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("text: x\nwhole: twelve", (2, "whole", "wrong-type")),
        ("text: x\nwhole: 1.5", (2, "whole", "wrong-type")),
        ("text: x\nwhole: 1_000", (2, "whole", "wrong-type")),
        ("text: x\nnumber: 1e5", (2, "number", "wrong-type")),
        ("text: x\nnumber: nan", (2, "number", "wrong-type")),
        ("text: x\ntruth: yes", (2, "truth", "wrong-type")),
        ("text: x\nday: 2019-07", (2, "day", "impossible-date")),
        ("text: x\nday: 2019-02-29", (2, "day", "impossible-date")),
        ("text: x\nrough: 2019-13", (2, "rough", "impossible-date")),
        ("text: x\nrough: {earliest: 2019-01-01}", (2, "rough", "wrong-type")),
        ("text: x\ncolour: blue", (2, "colour", "not-in-vocabulary")),
        ("text: x\nword: of", (2, "word", "not-in-vocabulary")),
        ("text: x\ntexts: a", (2, "texts", "wrong-type")),
        ("text: x\ntexts:\n- a\n-", (4, "texts", "empty")),
        ("text: x\ntexts:", (2, "texts", "empty")),
        ("text: x\npairs: [a, b]", (2, "pairs", "wrong-type")),
        ("text: x\nshapes:\n- {kind: star}", (3, "shapes.kind", "unknown-kind")),
        ("text: x\nshapes:\n- {side: 3}", (3, "shapes.kind", "missing-key")),
        ("text: x\nshapes:\n- square", (3, "shapes", "wrong-type")),
        ("text: x\nlength: 3 feet", (2, "length", "wrong-type")),
        ("text: x\nlenght: 3 m", (2, "lenght", "unknown-key")),
        ("text: x\nstart: a", (2, "start", "unknown-key")),
        ("whole: 1", (1, "text", "missing-key")),
        ("text: ", (1, "text", "empty")),
        ("text: '  '", (1, "text", "empty")),
        ("text: null", (1, "text", "empty")),
        ("text: [a]", (1, "text", "wrong-type")),
        ("- text: x", (1, "file", "wrong-type")),
        ("text: x\ntext: y", (2, "text", "duplicate-key")),
        ("text: &a x\nstart: *a", (1, "file", "anchor")),
        ("text: !!str x", (1, "file", "tag")),
        ("{text: x}: y", (1, "key", "yaml-syntax")),
        ("text: x\n---\ntext: y", (2, "file", "yaml-syntax")),
        ("text: 'x", (1, "file", "yaml-syntax")),
        ("", (1, "file", "empty")),
        ("text: \x07", (1, "file", "yaml-syntax")),
        ("text: \ud800", (1, "file", "yaml-syntax")),
    ],
)
def test_a_fault_is_told_with_line_field_and_rule(text: str, expected: tuple[int, str, str]) -> None:
    assert faults(text)[0] == expected


def test_every_fault_of_a_file_is_told_at_once() -> None:
    found = faults("whole: a\nnumber: b\nshapes:\n- {kind: circle, radius: c}\n- {kind: square}")
    assert found == [
        (1, "whole", "wrong-type"),
        (1, "text", "missing-key"),
        (2, "number", "wrong-type"),
        (4, "shapes.radius", "wrong-type"),
        (5, "shapes.side", "missing-key"),
    ]


def test_a_class_tells_its_own_expectation() -> None:
    with pytest.raises(ShelfError, match=r"file.yml:2: length: found '3 feet', expected a length such as 3 m"):
        strict.load("text: x\nlength: 3 feet", Everything, "file.yml")


def test_values_that_a_class_refuses_are_a_fault_of_the_file() -> None:
    with pytest.raises(ShelfError) as refused:
        strict.load("low: 3\nhigh: 2", Bounded, "file.yml")
    assert refused.value.faults == (
        Fault("file.yml", 1, "file", "low 3 above high 2", "a mapping with low, high", "wrong-value"),
    )


def test_an_optional_field_without_default_may_be_left_out() -> None:
    text = """
    {id: a, actor: us, title: T, source: s, verified: true,
     holders: [{person: p, name: P, surname: P, source: s, verified: true}]}
    """
    assert strict.load(text, Office, "a.yml").holders[0].since is None


def test_a_list_may_stand_at_the_top() -> None:
    assert strict.load("- {radius: 1}\n- {kind: circle, radius: 2}", tuple[Circle, ...], "file.yml") == (
        Circle(1),
        Circle(2),
    )


def test_the_kind_of_another_class_is_refused() -> None:
    assert faults("kind: square\nradius: 1", Circle) == [(1, "kind", "unknown-key")]


def test_hostile_nesting_is_refused() -> None:
    assert faults("[" * 5000)[0][2] == "yaml-syntax"


def attempt(text: str) -> tuple[Everything | None, tuple[Fault, ...]]:
    """What is loaded, or the faults; any other exception fails the test."""
    try:
        return strict.load(text, Everything, "file.yml"), ()
    except ShelfError as error:
        return None, error.faults


@given(st.text())
def test_arbitrary_text_is_loaded_or_refused_and_nothing_else(text: str) -> None:
    loaded, found = attempt(text)
    assert (loaded is None) == bool(found)
    assert all(fault.line >= 1 for fault in found)


_KEYS = st.sampled_from(
    ["text", "whole", "number", "truth", "day", "rough", "colour", "shapes", "pairs", "texts", "from", "kind", "x"]
)
_SCALARS = st.sampled_from(
    ["a", "1", "-3", "1.5", "true", "no", "2019-07-05", "2019-02-30", "red", "", "~", "{}", "[]", "3 m"]
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(_KEYS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        ),
    ),
    max_leaves=6,
)


@given(st.dictionaries(_KEYS, _VALUES, max_size=6))
def test_a_file_is_never_half_loaded(mapping: dict[str, str]) -> None:
    text = "\n".join(f"{key}: {value}" for key, value in mapping.items())
    loaded, found = attempt(text)
    assert (loaded is None) == bool(found)
    assert all(1 <= fault.line <= max(1, len(mapping)) for fault in found)
    if loaded is not None:
        assert set(mapping) <= {
            "text",
            "whole",
            "number",
            "truth",
            "day",
            "rough",
            "colour",
            "shapes",
            "pairs",
            "texts",
            "from",
        }
