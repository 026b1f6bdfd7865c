"""Records that earlier versions of the program wrote are brought up to date, once, and lose nothing.

`tests/record/schema-2.db.gz` was written by the last program of schema 2: two reports of our own, one of them put up again five years
later, a refusal, and a judgement.
"""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treatywatch.record.schema import ADDED, SCHEMA
from treatywatch.shapes.schema import problems

Ask = Callable[..., Any]
OLD = Path(__file__).parents[1] / "record" / "schema-2.db.gz"
NOTICE, REPOST = "report:d1655f5884c2a801d20f", "report:aacbf6c5d3e81360ac18"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def _as_schema_1(path: Path) -> None:
    """What a program of schema 1 left: the same without what schema 2 added."""
    raw = sqlite3.connect(path, isolation_level=None)
    for command in (
        "DROP TABLE search_index",
        "DROP VIEW search_words",
        "DROP INDEX published_report",
        *(f"DROP TABLE {name}" for name in reversed(ADDED[2])),
    ):
        raw.execute(command)
    raw.execute("PRAGMA user_version = 1")
    raw.close()


def _found(ask: Ask, desk: Path, word: str) -> set[str]:
    return {row["report"] for row in ask("search", word, "--record", desk).json}


@pytest.mark.parametrize("version", [1, 2])
def test_record_of_an_older_schema_is_migrated_once_with_a_copy_and_loses_nothing(
    ask: Ask, desk: Path, version: int
) -> None:
    if version == 1:
        _as_schema_1(desk)
    refused = ask("events", "--record", desk)
    assert refused.code == 1
    assert "treatywatch migrate" in refused.err
    done = ask("migrate", "--record", desk)
    assert done.code == 0, done.err
    assert problems("migrate", done.json) == []
    assert (done.json["from"], done.json["to"]) == (version, SCHEMA)
    assert Path(done.json["copy"]).is_file()
    assert _found(ask, desk, "notice") == {NOTICE, REPOST}
    assert ask("verify", "--record", desk).json["ok"]
    assert len(ask("events", "--record", desk).json) == 3
    again = ask("migrate", "--record", desk).json
    assert (again["from"], again["copy"]) == (SCHEMA, None)


def test_judgement_of_an_older_record_still_moves_the_standing(ask: Ask, desk: Path) -> None:
    ask("migrate", "--record", desk)
    (peru,) = ask("status", "outer-space", "--on", "2026-03-05", "--actor", "pe", "--record", desk).json["participants"]
    assert peru["standing"] == "withdrawing"
    assert [row["counts"] for row in ask("review", "history", "--record", desk).json] == [True]
    copy = desk.with_name("copy.db")
    assert ask("backup", copy, "--record", desk).json["reports"] == 2
    assert ask("verify", "--record", copy).code == 0


def test_migration_that_fails_leaves_the_record_as_it_was(ask: Ask, desk: Path) -> None:
    raw = sqlite3.connect(desk)
    raw.execute("CREATE TABLE doubts (mine TEXT)")
    raw.commit()
    raw.close()
    assert ask("migrate", "--no-backup", "--record", desk).code == 1
    raw = sqlite3.connect(desk)
    assert raw.execute("PRAGMA user_version").fetchone() == (2,)
    assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'doubts_report'").fetchone() == (0,)
    raw.close()
