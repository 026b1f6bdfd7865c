"""A record of an older schema brought to the present one, in one transaction, beside a copy of what it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from treatywatch.errors import RecordError
from treatywatch.record.connection import BUSY_SECONDS, check_application, translated
from treatywatch.record.schema import SCHEMA, upgrade
from treatywatch.record.searching import index_report, index_statements

FIRST_SEARCHED = 2
"""The first schema with a full-text index."""


def migrate(path: Path, keep_copy: bool = True) -> tuple[int, Path | None]:
    """Bring the record at `path` to the present schema; answers the schema that it had and where the copy lies.

    A record that is there already is left alone. The copy is named after the file and its schema (`desk.db.schema-1`). Raises
    RecordError where the file is no record, is newer than this program, or a file lies where the copy would.
    """
    if not path.is_file():
        raise RecordError(f"{path}: found no record, expected one; name it with --record")
    with translated(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            version = check_application(connection, path)
            if version == SCHEMA:
                return version, None
            copied = _copy(connection, path, version) if keep_copy else None
            _upgrade(connection)
        finally:
            connection.close()
    return version, copied


def copy(connection: sqlite3.Connection, path: Path, to: Path) -> None:
    """Copy an open record to a new file, whole even while another program writes (SQLite's online backup)."""
    if to.exists():
        raise RecordError(f"{to}: found a file, expected none where the copy goes; move it away or name another")
    if not to.parent.is_dir():
        raise RecordError(f"{to}: found no folder {to.parent}, expected one; make it or name another file")
    with translated(to):
        target = sqlite3.connect(to)
        try:
            connection.backup(target)
        finally:
            target.close()


def _copy(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    to = path.with_name(f"{path.name}.schema-{version}")
    copy(connection, path, to)
    return to


def _upgrade(connection: sqlite3.Connection) -> None:
    """Everything or nothing: the version is part of the transaction, so that a second run finds what the first left."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for command in upgrade(version) if version < SCHEMA else ():
            connection.execute(command)
        if version < FIRST_SEARCHED:
            _fill_index(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _fill_index(connection: sqlite3.Connection) -> None:
    for (report,) in connection.execute("SELECT id FROM reports ORDER BY rowid").fetchall():
        index_report(connection, report)
    for (reading,) in connection.execute("SELECT number FROM readings ORDER BY number").fetchall():
        index_statements(connection, reading)
