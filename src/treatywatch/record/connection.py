"""Opening a record's file: what it must be, who may write, and how SQLite's complaints become ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from treatywatch.errors import RecordError
from treatywatch.record.schema import APPLICATION_ID, SCHEMA, script

BUSY_SECONDS = 15.0
"""How long a second writer waits for the first; a report's transaction takes milliseconds."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into RecordError that say what was found and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise RecordError(_translate(path, error)) from error


def _translate(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorname", "") or ""
    text = str(error)
    if code.startswith("SQLITE_FULL") or "disk is full" in text:
        return f"{path}: found a full disk, expected room to write; free some and read again (what was entered is kept)"
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"{path}: found another writer for more than {BUSY_SECONDS:.0f} s, expected one at a time; try again when it is done"
    if code.startswith("SQLITE_NOTADB"):
        return f"{path}: found a file that is no record, expected a Treatywatch record; name another with --record"
    if code.startswith("SQLITE_CORRUPT"):
        return f"{path}: found a damaged record ({text}), expected a whole one; restore a copy"
    if code.startswith("SQLITE_READONLY"):
        return f"{path}: found a file that may not be written, expected write permission; change its mode or name another with --record"
    if code.startswith("SQLITE_IOERR"):
        return f"{path}: found a disk that fails or is full ({text}), expected one that can be written; check it and read again"
    if code.startswith("SQLITE_CANTOPEN"):
        return f"{path}: found no way to open it ({text}), expected a file in a folder that exists and may be written"
    return f"{path}: found an error of the database ({text}), expected none"


def connect(path: Path, create: bool) -> sqlite3.Connection:
    """Connect for reading and writing (`create`: the file may be new), or for reading alone.

    A reader never makes a record. It opens the file for writing where it may, because only then SQLite clears away the
    files of its write-ahead log, but `query_only` keeps it from writing.
    """
    if create:
        _check_folder(path)
    else:
        _check_is_there(path)
    with translated(path):
        connection = _connect_writable(path) if create or os.access(path, os.W_OK) else _connect_immutable(path)
        try:
            _prepare(connection, path, create)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_folder(path: Path) -> None:
    if path.is_dir():
        raise RecordError(f"{path}: found a folder, expected a file; name a file with --record")
    if not path.parent.is_dir():
        raise RecordError(
            f"{path}: found no folder {path.parent}, expected one; make it or name another file with --record"
        )


def _check_is_there(path: Path) -> None:
    if not path.exists():
        raise RecordError(f"{path}: found no record, expected one; make it with: treatywatch read PATH")
    if not path.is_file():
        raise RecordError(f"{path}: found no plain file, expected a record; name another with --record")
    if path.stat().st_size == 0:
        raise RecordError(f"{path}: found an empty file, expected a record; make one with: treatywatch read PATH")


def _connect_writable(path: Path) -> sqlite3.Connection:
    return _open(path, "mode=rwc")


def _connect_immutable(path: Path) -> sqlite3.Connection:
    """A record on a read-only disk: with no log beside it nothing can change under us."""
    return _open(path, "mode=ro" if path.with_name(path.name + "-wal").exists() else "immutable=1")


def _open(path: Path, how: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _prepare(connection: sqlite3.Connection, path: Path, create: bool) -> None:
    if create and _is_blank(connection):
        _make(connection)
    _check_schema(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")
    if create:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    else:
        connection.execute("PRAGMA query_only = ON")


def _is_blank(connection: sqlite3.Connection) -> bool:
    return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]) == 0


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables, once, even where two programs begin the same record together."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _is_blank(connection):
            for command in script():
                connection.execute(command)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check_schema(connection: sqlite3.Connection, path: Path) -> None:
    version = check_application(connection, path)
    if version != SCHEMA:
        found = f"{path}: found a record of schema {version}, expected schema {SCHEMA}"
        raise RecordError(f"{found}; bring it up with: treatywatch migrate --record {path}")


def check_application(connection: sqlite3.Connection, path: Path) -> int:
    """The schema of the record; RecordError where the file is another program's, or newer than this program."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application == 0 and _is_blank(connection):
        raise RecordError(f"{path}: found an empty database, expected a record; make one with: treatywatch read PATH")
    if application != APPLICATION_ID:
        raise RecordError(
            f"{path}: found a database of another program, expected a Treatywatch record; name another with --record"
        )
    found = f"{path}: found a record of schema {version}, expected schema {SCHEMA}"
    if version > SCHEMA:
        raise RecordError(f"{found}; update Treatywatch")
    if version < 1:
        raise RecordError(f"{found}; read the texts into a new record")
    return version
