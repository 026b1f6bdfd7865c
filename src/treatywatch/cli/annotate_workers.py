"""Processes that read batches side by side. A process that dies takes no line with it: its batch is read again, line by line, and
the line over which a second process dies is answered with a refusal.

Processes are spawned, not forked: a fork of a program with threads may inherit a lock that nobody will ever release.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from treatywatch.cli.annotate_lines import Line
from treatywatch.cli.annotate_rows import Row, refusal
from treatywatch.errors import TreatywatchError

Work = Callable[[Connection, Path | None], None]
READY = "ready"
_SPAWN = multiprocessing.get_context("spawn")
_PATIENCE = 10.0
"""Seconds that a process which closed its end of the pipe is given to end."""


def work(pipe: Connection, shelf: Path | None) -> None:
    """What a process does: load the reader, say so, then answer each batch with its rows until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which closes the pipe
    from treatywatch.cli.annotate_rows import Rows
    from treatywatch.pipeline import open_reader
    from treatywatch.shelf import open_shelf

    opened = open_shelf(shelf)
    rows = Rows(open_reader(opened), opened.version)
    answer(pipe, rows.of)


def answer(pipe: Connection, rows: Callable[[Sequence[Line]], list[Row]]) -> None:
    """Say that the process is ready, then answer each batch with its rows until the pipe is closed."""
    try:
        pipe.send(READY)
        while True:
            pipe.send(rows(pipe.recv()))
    except (EOFError, OSError):  # the parent has ended, or has had enough
        return


class Task:
    """A batch given to a process, and its rows as soon as they are there; `fault` is why there will be none."""

    def __init__(self, batch: Sequence[Line]) -> None:
        self.batch = batch
        self.rows: list[Row] | None = None
        self.fault: TreatywatchError | None = None

    @property
    def done(self) -> bool:
        """Whether it was answered, one way or the other."""
        return self.rows is not None or self.fault is not None


class Crew:
    """`count` processes; `told` is called, from another thread, whenever a batch is done."""

    def __init__(
        self, count: int, shelf: Path | None, version: str, told: Callable[[], None], does: Work = work
    ) -> None:
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._keepers = [_Keeper(self._tasks, shelf, version, told, does) for _ in range(count)]
        for keeper in self._keepers:
            keeper.start()

    def give(self, batch: Sequence[Line]) -> Task:
        """Have a batch read by the process that is free first."""
        task = Task(batch)
        self._tasks.put(task)
        return task

    @property
    def pids(self) -> list[int]:
        """The processes that are running."""
        return [keeper.process.pid for keeper in self._keepers if keeper.process and keeper.process.pid]

    def close(self) -> None:
        """End all processes at once; what is not answered yet never will be."""
        for keeper in self._keepers:
            keeper.end()
        for _ in self._keepers:
            self._tasks.put(None)


class _Died(Exception):
    """The process ended while it read."""


class _Keeper(threading.Thread):
    """The thread that keeps one process: gives it batches, waits for its rows, and starts another where it dies."""

    def __init__(
        self,
        tasks: queue.SimpleQueue[Task | None],
        shelf: Path | None,
        version: str,
        told: Callable[[], None],
        does: Work,
    ) -> None:
        super().__init__(daemon=True)
        self._tasks, self._shelf, self._version, self._told, self._does = tasks, shelf, version, told, does
        self._pipe: Connection | None = None
        self._ended = False
        self.process: SpawnProcess | None = None

    def run(self) -> None:
        """Answer tasks until None comes."""
        if hasattr(
            signal, "pthread_sigmask"
        ):  # processes inherit the mask: Ctrl-C never meets one that is still loading
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while (task := self._tasks.get()) is not None and not self._ended:
            try:
                task.rows = self._rows(task.batch)
            except TreatywatchError as error:
                task.fault = error
            self._told()

    def end(self) -> None:
        """End the process; none is started again."""
        self._ended = True
        if self.process is not None:
            self.process.terminate()

    def _rows(self, batch: Sequence[Line], again: bool = True) -> list[Row]:
        try:
            return self._asked(batch)
        except _Died as error:
            if self._ended or (len(batch) == 1 and not again):
                return [refusal(line, str(error), self._version) for line in batch]
        return [row for line in batch for row in self._rows([line], again=False)]

    def _asked(self, batch: Sequence[Line]) -> list[Row]:
        pipe = self._pipe or self._open()
        try:
            pipe.send(batch)
            rows: list[Row] = pipe.recv()
        except (EOFError, OSError) as error:
            raise _Died(f"text: the process that read it ended ({self._bury()}); please report it") from error
        return rows

    def _open(self) -> Connection:
        """Start the process and wait until it is ready."""
        ours, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=self._does, args=(theirs, self._shelf), daemon=True)
        self.process.start()
        theirs.close()
        self._pipe = ours
        try:
            ours.recv()
        except (EOFError, OSError) as error:
            raise TreatywatchError(
                f"annotate: found a process that ended before it was ready ({self._bury()}), expected a reader; "
                "try again with --processes 1, which says why"
            ) from error
        return ours

    def _bury(self) -> str:
        """How the process ended; the next batch starts another."""
        process, pipe = self.process, self._pipe
        self.process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is None:
            return "unknown"
        process.join(_PATIENCE)
        code = process.exitcode
        if code is None:
            process.kill()
            return "it closed its pipe"
        return f"signal {-code}" if code < 0 else f"exit code {code}"
