"""How these tests lint a table that stands in a string or a file."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from treatywatch.errors import Fault
from treatywatch.findings.tables import Asked, lint_table
from treatywatch.shelf import Shelf, open_shelf

HERE = Path(__file__).parent
ON = date(2026, 11, 21)

Lint = Callable[..., list[Fault]]


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return open_shelf()


@pytest.fixture
def lint(shelf: Shelf) -> Lint:
    """Lints bytes, text, or a file beside these tests; keywords are what a user may say of a table."""

    def linted(table: bytes | str | Path, on: date = ON, laid: Shelf | None = None, **said: Any) -> list[Fault]:
        data = table.read_bytes() if isinstance(table, Path) else table.encode() if isinstance(table, str) else table
        return list(lint_table(io.BytesIO(data), "table.csv", laid or shelf, Asked(**said), on))

    return linted
