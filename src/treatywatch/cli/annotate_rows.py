"""What `annotate` answers: one row of JSON for each line, whatever the line holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.cli.annotate_lines import Line

if TYPE_CHECKING:
    from treatywatch.model.annotation import Annotation
    from treatywatch.pipeline import Reader

WARM = 256
"""Texts whose words the model keeps for good. spaCy keeps every word that it has seen, and fills its tokenizer's cache only
outside a memory zone; after so many texts of one kind most words are known, and the new ones are forgotten batch by batch."""


class Row(NamedTuple):
    """One line of the answer, and whether it is a refusal."""

    json: str
    refused: bool


class Rows:
    """Makes the rows of batches; memory stays flat however many there are."""

    def __init__(self, reader: Reader, version: str) -> None:
        self.reader, self.version, self._read = reader, version, 0

    def of(self, batch: Sequence[Line]) -> list[Row]:
        """One row for each line, in order; a text on which the reader breaks is refused alone."""
        rows = self._together(batch)
        self._read += len(batch)
        if rows is None:
            rows = [self._alone(line) for line in batch]
        return rows

    def _together(self, batch: Sequence[Line]) -> list[Row] | None:
        """The rows, or None where the reader breaks on a text: an exception must not leave the zone, which it would spoil."""
        with self._zone():
            try:
                return list(self._rows(batch))
            except Exception:
                return None

    def _alone(self, line: Line) -> Row:
        with self._zone():
            try:
                return next(self._rows([line]))
            except Exception as error:  # a fault of ours must not end somebody's run; it is told, and counted
                reason = f"text: the reader failed ({type(error).__name__}: {error}); please report it"
        return refusal(line, reason, self.version)

    def _zone(self) -> AbstractContextManager[Any]:
        model = self.reader.model
        if model is None or self._read < WARM:
            return nullcontext()
        zone: AbstractContextManager[Any] = model.pipeline.memory_zone()
        return zone

    def _rows(self, batch: Sequence[Line]) -> Iterator[Row]:
        from treatywatch.language.prose import Source
        from treatywatch.pipeline import annotate_many

        readings = annotate_many(
            [Source(line.text, line.published) for line in batch if line.refused is None], self.reader
        )
        for line in batch:
            if line.refused is not None:
                yield refusal(line, line.refused, self.version)
            else:
                yield _row(line, next(readings), self.version)


def refusal(line: Line, reason: str, version: str) -> Row:
    """The row of a line that is refused for `reason`."""
    from treatywatch.model.annotation import Annotation

    return _row(line, Annotation(refused=reason), version)


def _row(line: Line, read: Annotation, version: str) -> Row:
    from treatywatch.shapes.annotation import annotation
    from treatywatch.shapes.escape import json_text

    told = json.dumps({**annotation(line.id, read), "shelf": version}, ensure_ascii=False)
    return Row(json_text(told), read.refused is not None)
