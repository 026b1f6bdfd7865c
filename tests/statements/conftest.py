"""The shelf's names, the cues and the model are made ready once: the model takes a second to load."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from treatywatch import statements
from treatywatch.dates import UncertainDay
from treatywatch.language.cast_directory import Directory
from treatywatch.language.names import Gazetteer
from treatywatch.language.parse import Model, find_model
from treatywatch.language.prose import Prose, read_prose
from treatywatch.shelf import Shelf, open_shelf

ProseOf: TypeAlias = Callable[[str, UncertainDay | None], Prose]


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return open_shelf()


@pytest.fixture(scope="session")
def cues(shelf: Shelf) -> statements.CueLexicon:
    return statements.load_cues(shelf)


@pytest.fixture(scope="session")
def model() -> Model:
    found = find_model()
    if found is None:
        pytest.skip("no model is installed")
    return found


@pytest.fixture(scope="session")
def prose_of(shelf: Shelf, model: Model) -> ProseOf:
    gazetteer, directory = Gazetteer(shelf.names()), Directory.of(shelf)
    return lambda text, published: read_prose(text, published, gazetteer, directory, model)


@pytest.fixture(scope="session")
def degraded_prose_of(shelf: Shelf) -> ProseOf:
    gazetteer, directory = Gazetteer(shelf.names()), Directory.of(shelf)
    return lambda text, published: read_prose(text, published, gazetteer, directory, None)
