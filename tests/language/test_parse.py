"""The parse: offsets, batches, and reading without a model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treatywatch.language.cast_directory import Directory
from treatywatch.language.names import Gazetteer
from treatywatch.language.parse import LONGEST, Model, find_model
from treatywatch.language.prose import Prose, parse_together
from treatywatch.shelf import open_shelf

Make = Callable[[str, Model | None], Prose]


@pytest.fixture(scope="module")
def model() -> Model:
    found = find_model()
    if found is None:
        pytest.skip("no model is installed")
    return found


def test_without_a_package_there_is_no_model() -> None:
    assert find_model(["no_such_package_is_installed"]) is None


@pytest.fixture(scope="module")
def make() -> Callable[[str, Model | None], Prose]:
    shelf = open_shelf()
    directory = Directory.of(shelf)
    return lambda text, model: Prose(text, None, Gazetteer(()), directory, model)


@pytest.mark.needs_model
def test_texts_come_back_in_their_order(model: Model) -> None:
    texts = ["A much longer sentence that stands first.", "Short.", "", "A middle one stands here."]
    assert [doc.text for doc in model.parse(texts)] == texts


@pytest.mark.needs_model
def test_offsets_hold_where_the_text_has_line_breaks_and_control_characters(model: Model) -> None:
    text = "Lavrov\nsaid \x1bit\twas over."
    (doc,) = model.parse([text])
    assert len(doc.text) == len(text)
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc if t.text.isalpha())


@pytest.mark.needs_model
def test_no_more_than_the_longest_is_parsed(model: Model) -> None:
    (doc,) = model.parse(["word " * 10_000])
    assert len(doc.text) == LONGEST


@pytest.mark.needs_model
def test_sentences_of_several_texts_are_parsed_together(model: Model, make: Make) -> None:
    proses = [make(text, model) for text in ("One is here. Two is there.", "Three is gone.")]
    parse_together([(proses[0], [1]), (proses[1], [0])])
    assert proses[0].parse(1).text == "Two is there."
    assert proses[1].parse(0).text == "Three is gone."


def test_a_prose_without_a_model_says_that_it_is_degraded(make: Make) -> None:
    prose = make("One is here.", None)
    assert prose.degraded
    assert prose.parse(0) is None


def test_a_place_is_found_in_its_sentence(make: Make) -> None:
    prose = make("One is here. Two is there.", None)
    assert [prose.sentence_at(at) for at in (0, 11, 12, 13, 25, 99)] == [0, 0, None, 1, 1, None]
