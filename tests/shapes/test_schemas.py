"""The schemas: of draft 2020-12, whole, and as strict as the contract."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from treatywatch.errors import AmbiguousName, Fault, ShelfError, UnknownName
from treatywatch.model import vocabulary
from treatywatch.shapes import schema
from treatywatch.shapes.faults import failure

CONTRACT = [
    "read annotate statements events stories compare status reckon calendar check disputes pledges why search lint",
    "treaties systems actors outlets error details",
    "review review-list changes verify backup migrate",
]

EVIDENCE = {"report": "report:1", "start": 0, "end": 5, "exact": "Seven", "prefix": "", "suffix": " words"}
DAY = {"edtf": "2019-07", "earliest": "2019-07-01", "latest": "2019-07-31", "best": None, "how": "told"}
STATEMENT = {
    "id": "statement:1",
    "speaker": {"name": "the mission", "actor": "nato-rus-mission", "office": None, "on_behalf_of": "ru"},
    "co_speakers": [],
    "via": [],
    "within": None,
    "cue": {"text": "said"},
    "content": "it will not deploy missiles",
    "kind": "indirect",
    "stance": "pledge",
    "negated": False,
    "condition": {"text": "unless the United States does", "relation": "unless"},
    "addressee": None,
    "targets": [],
    "articles": [],
    "treaties": ["inf"],
    "systems": [],
    "said_on": DAY,
    "reports": ["report:1"],
    "lines": None,
    "evidence": [EVIDENCE],
}
LATER: dict[str, Any] = {
    "compare": {
        "relation": "rewrite",
        "containment": 0.8,
        "passages": [
            {
                "relation": "altered",
                "a": EVIDENCE,
                "b": EVIDENCE,
                "alterations": [{"kind": "pronoun", "a": "it", "b": "him", "meaning": "unclear"}],
            },
            {"relation": "only_a", "a": EVIDENCE, "b": None, "alterations": []},
        ],
    },
    "check": [
        {
            "id": "finding:1",
            "claim": "c",
            "evidence": EVIDENCE,
            "verdict": "contradicts",
            "fact": "f",
            "grounds": [{"article": "XV.2"}],
        }
    ],
    "disputes": [
        {
            "id": "dispute:1",
            "treaty": "inf",
            "by": "us",
            "against": "ru",
            "about": {"systems": ["9m729"], "articles": ["VI.1"]},
            "claim": [STATEMENT],
            "answers": [],
            "last_word": None,
        }
    ],
    "pledges": [
        {
            "id": "pledge:1",
            "by": "ru",
            "promise": "p",
            "condition": None,
            "state": "open",
            "statements": [STATEMENT],
            "events": [],
        }
    ],
    "search": [{"kind": "statement", "id": "statement:1", "snippet": "s", "report": "report:1", "score": 1.5}],
}
"""Answers of commands that come later, written from the contract."""


def test_every_shape_of_the_contract_has_a_schema() -> None:
    assert set(schema.names()) == set(" ".join(CONTRACT).split())


@pytest.mark.parametrize("name", schema.names())
def test_a_schema_is_one_whole_document_of_its_draft(name: str) -> None:
    document = schema.schema(name)
    Draft202012Validator.check_schema(document)
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    bundled = {document["$id"], *(inner["$id"] for inner in document["$defs"].values())}
    referred = {part.split('"')[0].split("#")[0] for part in json.dumps(document).split('"$ref": "')[1:]}
    assert referred <= bundled


@pytest.mark.parametrize("name", LATER)
def test_shapes_of_later_commands_hold_answers_written_from_the_contract(name: str) -> None:
    assert schema.problems(name, LATER[name]) == []


@pytest.mark.parametrize("name", LATER)
def test_a_missing_field_is_found_and_an_added_one_is_not_minded(name: str) -> None:
    answer = copy.deepcopy(LATER[name])
    row = answer[0] if isinstance(answer, list) else answer
    row["added"] = 1
    assert schema.problems(name, answer) == []
    del row["relation" if name == "compare" else "id"]
    assert any("required" in problem for problem in schema.problems(name, answer))


def test_words_outside_the_vocabularies_are_found() -> None:
    assert schema.problems("statements", [STATEMENT]) == []
    assert schema.problems("statements", [{**STATEMENT, "stance": "mock"}])
    assert schema.problems("statements", [{**STATEMENT, "evidence": []}])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("stance", vocabulary.Stance),
        ("event_kind", vocabulary.EventKind),
        ("modality", vocabulary.Modality),
        ("standing", vocabulary.StandingKind),
        ("operation", vocabulary.Operation),
        ("phase", vocabulary.Phase),
        ("relation", vocabulary.Relation),
        ("quote_kind", vocabulary.QuoteKind),
        ("position", vocabulary.Position),
    ],
)
def test_the_schemas_know_exactly_the_words_of_the_vocabularies(name: str, words: Any) -> None:
    shared = schema.schema("why")["$defs"]["common"]["$defs"]
    assert set(shared[name]["enum"]) == {word.value for word in words}


def test_an_unknown_shape_is_answered_with_the_names() -> None:
    with pytest.raises(UnknownName, match="status"):
        schema.schema("stat")


@pytest.mark.parametrize(
    "error",
    [
        AmbiguousName("OST", ("open-skies", "outer-space")),
        UnknownName("x"),
        ShelfError((Fault("a.yml", 3, "id", "x", "y", "z"),)),
    ],
)
def test_errors_fit_their_schema(error: Any) -> None:
    told = failure(error)
    assert schema.problems("error", told) == []
    assert told["error"]["exit_code"] == (1 if isinstance(error, ShelfError) else 2)
