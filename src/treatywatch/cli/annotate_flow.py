"""The flow through `annotate`: lines in as they arrive, rows out in the same order, never more in between than fits.

Nobody waits for a batch to fill: what has arrived is read as soon as there is somebody free to read it. A thread fetches, because
a pipe that is waited for cannot be interrupted otherwise on every platform.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from treatywatch.cli.annotate_lines import Line
from treatywatch.cli.annotate_rows import Row, Rows
from treatywatch.cli.annotate_workers import Crew, Task

BATCH = 32
"""Texts that are parsed together at most."""

BATCH_CHARACTERS = 400_000
"""Characters from which a batch takes no further text: a few books must not be parsed in one go."""

AHEAD = 3
"""Batches that may wait or be done out of turn, for each process; they bound what is held while one long text is read."""


class Gate:
    """Lets lines in while there is room: for so many lines and characters, and for one line always."""

    def __init__(self, lines: int, characters: int) -> None:
        self._room = threading.Condition()
        self._most, self._lines, self._characters = (lines, characters), 0, 0

    def enter(self, line: Line) -> None:
        """Wait until there is room for a line."""
        with self._room:
            self._room.wait_for(
                lambda: not self._lines or (self._lines < self._most[0] and self._characters < self._most[1])
            )
            self._lines += 1
            self._characters += len(line.text)

    def leave(self, batch: Sequence[Line]) -> None:
        """Make room again."""
        with self._room:
            self._lines -= len(batch)
            self._characters -= sum(len(line.text) for line in batch)
            self._room.notify()


class Flow:
    """The lines of an input, fetched by a thread; `processes` is how many batches are read at once."""

    def __init__(self, lines: Iterable[Line], processes: int) -> None:
        self._news: queue.SimpleQueue[Line | BaseException | None] = queue.SimpleQueue()
        ahead = AHEAD * max(2, processes)
        self._gate = Gate(ahead * BATCH, ahead * BATCH_CHARACTERS)
        self._waiting: deque[Line] = deque()
        self._ended = False
        threading.Thread(target=self._fetch, args=(lines,), daemon=True).start()

    def _fetch(self, lines: Iterable[Line]) -> None:
        end: BaseException | None = None
        try:
            for line in lines:
                self._gate.enter(line)
                self._news.put(line)
        except Exception as error:  # told where the lines are read: a thread's own error would be lost
            end = error
        self._news.put(end or EOFError())

    def wake(self) -> None:
        """Have `in_order` look again; for the crew to call when a batch is done."""
        self._news.put(None)

    def alone(self, rows: Rows) -> Iterator[list[Row]]:
        """The rows of each batch, read in this process."""
        while not self._ended:
            self._hear()
            while batch := self._batch():
                yield rows.of(batch)
                self._gate.leave(batch)

    def in_order(self, crew: Crew, count: int) -> Iterator[list[Row]]:
        """The rows of each batch, read by `count` processes of the crew, in the order of the lines."""
        given: deque[Task] = deque()
        while given or not self._ended:
            self._hear()
            while given and given[0].done:
                task = given.popleft()
                if task.fault is not None:
                    raise task.fault
                yield task.rows or []
                self._gate.leave(task.batch)
            while sum(not task.done for task in given) < count and (batch := self._batch()):
                given.append(crew.give(batch))

    def _hear(self) -> None:
        """Wait for news (a line, the end, a batch that is done), and take in all there are."""
        self._take(self._news.get())
        while not self._news.empty():
            self._take(self._news.get())

    def _take(self, news: Line | BaseException | None) -> None:
        if isinstance(news, Line):
            self._waiting.append(news)
        elif isinstance(news, EOFError):
            self._ended = True
        elif isinstance(news, BaseException):
            raise news

    def _batch(self) -> list[Line]:
        batch: list[Line] = []
        characters = 0
        while self._waiting and len(batch) < BATCH and characters < BATCH_CHARACTERS:
            batch.append(self._waiting.popleft())
            characters += len(batch[-1].text)
        return batch
