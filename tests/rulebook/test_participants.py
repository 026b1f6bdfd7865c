"""Tables of participants: read strictly, with file and line for every fault, and turned into the acts that they tell."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from treatywatch.dates import PlainDay
from treatywatch.errors import ShelfError
from treatywatch.model.law import Treaty
from treatywatch.model.vocabulary import EventKind, SourceKind
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

_HEAD = "actor,kind,signed,deposited,of,in_force,notice,exit,verified,source\n"


def _load(folder: Path, table: str, id: str = "ottawa") -> Treaty:
    """The treaty with `table` laid over its own."""
    path = folder / "treaties" / id / "participants.csv"
    path.parent.mkdir(parents=True)
    path.write_text(table, encoding="utf-8")
    return load_treaty(open_shelf(folder), id)


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        (
            "fi,accession,,2012-01-09,,,,,true,\nfi,accession,,2012-01-09,,,,,true,\n",
            2,
            "'fi' twice, expected each participant once",
        ),
        ("fi,joined,,2012-01-09,,,,,true,\n", 2, "found 'joined', expected"),
        ("fi,accession,,2012-02-30,,,,,true,\n", 2, "found '2012-02-30', expected"),
        ("fi,accession,,2012-01-09,,,,,perhaps,\n", 2, "found 'perhaps', expected"),
        (
            "al,ratification,1998-09-08,2000-02-29,,,,,true,\nfi,,,2012-01-09,,,,,true,\n",
            3,
            "a deposit without its kind",
        ),
        ("fi,accession,,,,,,,true,\n", 2, "accession without a day"),
        (
            "fi,ratification,2012-01-09,2011-01-09,,,,,true,\n",
            2,
            "found 2011-01-09, expected no day before signed 2012-01-09",
        ),
        ("fi,accession,,2012-01-09,,,2025-07-10,2025-06-10,true,\n", 2, "expected no day before notice 2025-07-10"),
        ("ru,continuation,,,,,,,true,\n", 2, "a continuation of nobody"),
        ("ru,continuation,,,su,,,,true,\n", 2, "found 'su', expected a participant of this table"),
        ("fi,accession,,2012-01-09,,,,,true,hearsay\n", 2, "found 'hearsay', expected an id of references"),
        ("fi,accession,,2012-01-09\n", 2, "found 4 cells, expected 10 cells"),
    ],
)
def test_a_fault_in_a_table_is_told_with_file_and_line(tmp_path: Path, rows: str, line: int, words: str) -> None:
    with pytest.raises(ShelfError) as caught:
        _load(tmp_path, _HEAD + rows)
    told = [str(fault) for fault in caught.value.faults]
    assert any(f"participants.csv:{line}:" in one and words in one for one in told), told


def test_an_unknown_column_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ShelfError, match="joined_on"):
        _load(tmp_path, "actor,joined_on\nfi,2012-01-09\n")


def test_a_column_told_twice_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ShelfError, match="the column twice"):
        _load(tmp_path, "actor,signed,signed\nfi,,\n")


def test_an_empty_table_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ShelfError, match="the names of the columns"):
        _load(tmp_path, "")


def test_a_quoted_cell_with_a_line_break_keeps_the_lines_of_what_follows(tmp_path: Path) -> None:
    rows = 'actor,kind,deposited,note\nal,ratification,2000-02-29,"first\nsecond"\nfi,joined,2012-01-09,\n'
    with pytest.raises(ShelfError, match=r"participants\.csv:4: .*joined"):
        _load(tmp_path, rows)


def test_each_row_becomes_the_acts_that_it_tells(tmp_path: Path) -> None:
    law = _load(tmp_path, _HEAD + "al,ratification,1998-09-08,2000-02-29,,,,,true,\n")
    told = {act.kind: act for act in law.acts if act.row is not None}
    assert set(told) == {EventKind.SIGN, EventKind.RATIFY}
    assert told[EventKind.RATIFY].effective == PlainDay.parse("2000-02-29")
    assert told[EventKind.RATIFY].source_kind is SourceKind.OFFICIAL
    assert told[EventKind.RATIFY].verified


def test_a_notice_that_the_acts_tell_is_not_doubled_by_the_table() -> None:
    law = load_treaty(open_shelf(), "ottawa")
    notices = [act for act in law.acts if act.kind is EventKind.NOTIFY_WITHDRAWAL and "fi" in act.actors]
    assert [act.id for act in notices] == ["fi-notice"]


def test_a_succession_is_public_with_its_notification_and_works_from_its_day() -> None:
    law = load_treaty(open_shelf(), "ottawa")
    act = next(act for act in law.acts if act.kind is EventKind.SUCCEED and act.actors == ("ss",))
    assert (act.effective, act.public) == (PlainDay.parse("2011-07-09"), PlainDay.parse("2011-11-11").latest)


def test_a_long_table_loads_quickly() -> None:
    """Measured 12 to 18 ms of processor time; the best of five, so that the load of others does not count."""
    shelf = open_shelf()
    took = []
    for _ in range(5):
        begun = time.process_time()
        load_treaty(shelf, "cwc")
        took.append(time.process_time() - begun)
    assert min(took) < 0.03
