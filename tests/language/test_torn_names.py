"""Names of persons that the parse tears in two hang together again, with the title before them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from treatywatch.language.parse import Model, find_model
from treatywatch.language.torn_names import mend_names

pytestmark = pytest.mark.needs_model


@pytest.fixture(scope="module")
def model() -> Model:
    found = find_model()
    assert found is not None
    return found


def test_name_and_title_that_are_two_subjects_become_one(model: Model) -> None:
    (doc,) = model.parse(
        ['"This decision is absolutely justified," Duma Speaker Vyacheslav Volodin said during the plenary session.']
    )
    (subject,) = [token for token in doc if token.dep_ == "nsubj" and token.head.text == "said"]
    assert [token.text for token in subject.subtree] == ["Duma", "Speaker", "Vyacheslav", "Volodin"]


@dataclass
class _Name:
    label_: str = "PERSON"
    tokens: list[object] = field(default_factory=list)

    def __len__(self) -> int:
        return 2

    def __iter__(self) -> object:
        raise AssertionError("a name that is no person's was looked into")


def test_only_names_of_persons_are_looked_at() -> None:
    @dataclass
    class Doc:
        ents: list[_Name]

    mend_names(Doc([_Name("ORG")]))


def test_parse_without_a_torn_name_stays_as_it_is(model: Model) -> None:
    text = "Sergei Lavrov told Antony Blinken that the talks had failed."
    (bare,) = model.pipeline.pipe([text])
    (doc,) = model.parse([text])
    assert [(token.head.i, token.dep_) for token in doc] == [(token.head.i, token.dep_) for token in bare]
