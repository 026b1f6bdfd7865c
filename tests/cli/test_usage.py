"""Wrong usage is answered in the words of the house: where, what was found, what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("statsu", "command: found 'statsu', expected a command; did you mean status"),
        ("review acept", "review: found 'acept', expected a command; did you mean accept"),
        ("read", "read: found no PATH, expected one or more"),
        ("why", "why: found no ID, expected one"),
        ("dossier inf", "dossier: found no --output, expected one"),
        ("reckon inf notify-withdrawal", "reckon: found no --day, expected one"),
        ("reckon inf", "reckon: found no ACT, expected one of adopt, open-for-signature"),
        ("reckon inf fly --day 2019-02-02", "reckon: ACT: found 'fly', expected one of 'adopt'"),
        ("status inf --frmat json", "status: found --frmat, expected one of its options; did you mean --format"),
        ("status inf --on 2019-7-5", "status: --on: found '2019-7-5', expected a full day YYYY-MM-DD"),
        ("status inf --on 2019-13-01", "status: --on: day: found '2019-13-01', expected a day of the calendar"),
        ("status inf us", "status: found us too much, expected no more"),
        ("events --since soon", "events: --since: day: found 'soon', expected YYYY-MM-DD"),
        ("annotate nothere", "annotate: FILE: found no file 'nothere', expected one"),
        ("annotate .", "annotate: FILE: found a folder, '.', expected a file"),
        ("annotate --processes 0", "annotate: --processes: found 0, expected a number with"),
        ("annotate --processes x", "annotate: --processes: found 'x', expected a number"),
        ("search !", "search: found '!', expected a word or more"),
    ],
)
def test_wrong_usage_says_where_what_was_found_and_what_was_expected(ask: Ask, asked: str, told: str) -> None:
    answer = ask(*asked.split())
    assert answer.code == 2
    assert answer.err.startswith(f"treatywatch: {told}")
    assert answer.json["error"]["message"].startswith(told)


def test_file_that_cannot_be_written_says_what_to_do(ask: Ask, tmp_path: Path) -> None:
    answer = ask("dossier", "inf", "-o", tmp_path / "none" / "x.html")
    assert answer.code == 1
    assert "found no such file or folder, expected one; check the path, or make the folder" in answer.err
