"""Tables: no id is ever cut, however narrow the terminal, since `why` is asked with it."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from treatywatch.cli.answer import Table
from treatywatch.cli.layout import laid_out

ROWS = [
    (
        "ru",
        ["us", "nato"],
        "would not deploy such weapons in Europe or elsewhere",
        "until",
        "lapsed",
        "pledge:8e66121d",
    ),
    ("us", "", "stays within the limits", "as long as Russia does the same", ("open", "bold"), "pledge:f28fc14a"),
]
TABLE = Table(("made by", "to", "promise", "condition", "state", "id"), ROWS, long=("promise",))


def shown(table: Table, width: int) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None)
    for part in laid_out(table, width):
        console.print(part)
    return out.getvalue()


@given(st.integers(min_value=20, max_value=220), st.lists(st.text("abc de", max_size=60), min_size=1, max_size=4))
def test_ids_are_whole_at_every_width_and_no_line_is_too_long(width: int, promises: list[str]) -> None:
    rows = [(*ROWS[0][:2], promise, *ROWS[0][3:]) for promise in promises]
    told = shown(Table(TABLE.columns, rows, long=TABLE.long), width)
    assert told.count("pledge:8e66121d") == len(rows)
    assert all(len(line) <= width for line in told.splitlines())


def test_wide_terminal_shows_columns_and_a_narrow_one_row_after_row() -> None:
    wide, narrow = shown(TABLE, 160), shown(TABLE, 60)
    assert wide.splitlines()[0].split() == ["made", "by", "to", "promise", "condition", "state", "id"]
    assert narrow.splitlines()[0].strip() == "pledge:8e66121d"
    assert "made by ru · to us; nato · condition until · state lapsed" in narrow
    assert "promise would not deploy" in narrow


def test_what_a_narrow_row_does_not_say_is_left_out() -> None:
    assert "to " not in shown(TABLE, 60).split("pledge:f28fc14a")[1]


def test_spare_columns_go_first_and_columns_that_say_nothing_always() -> None:
    table = Table(("actor", "toward", "because of"), [("us", "", "XV.2")], spare=("because of",))
    assert "because of" in shown(table, 120)
    assert "toward" not in shown(table, 120)
    assert "because of" not in shown(table, 80)
