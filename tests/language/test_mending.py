"""What the parse tears hangs together again: names of persons, titles before them, "both" as an object."""

from __future__ import annotations

import pytest

from treatywatch.language.parse import Model, find_model

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


def test_noun_before_a_name_is_no_subject_of_its_own(model: Model) -> None:
    (doc,) = model.parse(["Russian ally Belarus said it would answer."])
    assert [token.text for token in doc if token.dep_ == "nsubj" and token.head.text == "said"] == ["Belarus"]


def test_parse_without_a_torn_name_stays_as_it_is(model: Model) -> None:
    text = "Sergei Lavrov told Antony Blinken that the talks had failed."
    (bare,) = model.pipeline.pipe([text])
    (doc,) = model.parse([text])
    assert [(token.head.i, token.dep_) for token in doc] == [(token.head.i, token.dep_) for token in bare]


def test_both_before_an_infinitive_is_whom_somebody_urges(model: Model) -> None:
    (doc,) = model.parse(['Mao Ning urged both to make "drastic cuts" before China could be asked.'])
    assert [token.text for token in doc if token.dep_ == "dobj" and token.head.text == "urged"] == ["both"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("On Tuesday Ukraine became the first to dismantle its last silo.", "became", "Ukraine"),
        (
            '"It was time," said the minister as Indonesia ratified the test ban treaty on Tuesday.',
            "ratified",
            "Indonesia",
        ),
    ],
)
def test_day_or_conjunction_before_a_subject_does_not_swallow_it(
    model: Model, text: str, verb: str, subject: str
) -> None:
    (doc,) = model.parse([text])
    assert [token.text for token in doc if token.dep_ == "nsubj" and token.head.text == verb] == [subject]


def test_hyphens_for_dashes_part_an_aside_from_its_clause(model: Model) -> None:
    text = "The United States - under pressure for months - blacklisted six Iranian companies on Tuesday."
    (doc,) = model.parse([text])
    assert len(doc.text) == len(text)
    assert [token.text for token in doc if token.dep_ == "nsubj" and token.head.text == "blacklisted"] == ["States"]


@pytest.mark.parametrize(
    "text",
    [
        'The Kremlin has warned that the world is heading into a "dangerous" period as New START, the last nuclear arms reduction treaty '
        "between the United States and Russia, is set to expire on Thursday.",
        "Officials fear a dangerous time as the INF Treaty, a pillar of Europe's security for three decades, is set to end on Friday.",
    ],
)
def test_an_aside_behind_as_does_not_take_the_subject_from_its_clause(model: Model, text: str) -> None:
    (doc,) = model.parse([text])
    (verb,) = [token for token in doc if token.text == "set"]
    (subject,) = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    assert subject.text in ("START", "Treaty")
    assert all(token.head.i != token.i for token in doc if token.dep_ != "ROOT")
