"""Reading undated texts, for the tests of dating."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from treatywatch.findings.dating import Almanac, infer_day
from treatywatch.language.prose import Source, read_many
from treatywatch.model.dating import InferredDay
from treatywatch.pipeline import Reader, _gate, _understand, open_reader
from treatywatch.shelf import open_shelf

TODAY = date(2026, 11, 22)
Infer = Callable[[str], InferredDay | None]


@pytest.fixture(scope="session")
def dating_reader() -> Reader:
    return open_reader(open_shelf())


@pytest.fixture(scope="session")
def infer(dating_reader: Reader) -> Infer:
    """The day inferred for a text, by what the shelf knows on one fixed day."""
    reader, almanac = dating_reader, Almanac.of(dating_reader.shelf, TODAY)

    def inferred(text: str) -> InferredDay | None:
        (prose,) = read_many(
            [Source(text)], reader.gazetteer, reader.directory, reader.model, lambda prose: _gate(prose, reader)
        )
        return infer_day("report:test", prose, _understand(prose, reader), almanac, reader.actions)

    return inferred
