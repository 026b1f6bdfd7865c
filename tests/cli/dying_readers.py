"""Processes for the tests of `annotate`, without a reader: some texts kill them. They live here because a spawned process
imports them by name, and test modules have none outside pytest.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from treatywatch.cli.annotate_lines import Line
from treatywatch.cli.annotate_rows import Row
from treatywatch.cli.annotate_workers import answer


def echo(batch: Sequence[Line]) -> list[Row]:
    """The ids as rows; certain texts kill the process, or take their time."""
    for line in batch:
        if line.text == "POISON":
            os._exit(7)
        if line.text == "SLOW":
            time.sleep(0.3)
    return [Row(f"{line.id}", line.refused is not None) for line in batch]


def fragile(pipe: Connection, _shelf: Path | None) -> None:
    """A process that answers until a text kills it."""
    answer(pipe, echo)


def unable(_pipe: Connection, _shelf: Path | None) -> None:
    """A process that ends before it is ready."""
    os._exit(4)
