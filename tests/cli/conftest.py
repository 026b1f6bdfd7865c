"""How the tests ask the program: in this process where they can, in one of its own where streams and signals count."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from treatywatch.cli.main import main


@dataclass(frozen=True)
class Answer:
    """What the program said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks in this process, in an empty folder, as somebody whose standard output is no terminal."""
    monkeypatch.chdir(tmp_path)
    for name in ("TREATYWATCH_RECORD", "TREATYWATCH_SHELF", "SOURCE_DATE_EPOCH", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def asked(*arguments: str | Path) -> Answer:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return asked


@pytest.fixture
def program(tmp_path: Path) -> Ask:
    """Runs the program as a process of its own; `given` is its standard input."""

    def run(*arguments: str | Path, given: bytes = b"", **environment: str) -> Answer:
        command = [sys.executable, "-m", "treatywatch.cli.main", *map(str, arguments)]
        done = subprocess.run(
            command, input=given, capture_output=True, cwd=tmp_path, env={**os.environ, **environment}, timeout=120
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(autouse=True, scope="session")
def _interrupts_arrive() -> None:
    """A shell that starts the tests in the background lets them, and all that they start, ignore interrupts: take that back."""
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if ignored and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
