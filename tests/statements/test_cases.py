"""Every sentence of the case files: who says what, by which cue, in what stance, of whom, on what condition."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from treatywatch import statements
from treatywatch.dates import UncertainDay
from treatywatch.language.prose import Prose
from treatywatch.model.statement import Statement

FILES = ("cases.yml", "cases_second.yml", "cases_third.yml", "cases_fourth.yml", "cases_papers.yml")
CASES: list[dict[str, Any]] = [
    case for file in FILES for case in yaml.safe_load((Path(__file__).parent / file).read_text("utf-8"))["cases"]
]
PUBLISHED = UncertainDay.on(date(2019, 7, 5), "given")

pytestmark = pytest.mark.needs_model


def told(text: str, one: Statement) -> dict[str, Any]:
    """The statement as cases.yml tells it."""
    speaker = one.speaker
    pieces = [span.of(text).strip('"“”') for span in one.content]
    return {
        "speaker": speaker and (speaker.actor or speaker.name),
        "side": speaker and speaker.on_behalf_of,
        "cue": one.cue and one.cue.text,
        "content": " / ".join(pieces),
        "stance": str(one.stance),
        "kind": str(one.kind),
        "targets": list(one.targets),
        "condition": one.condition and one.condition.relation,
        "addressee": one.addressee,
        "co_speakers": [one.actor or one.name for one in one.co_speakers],
        "via": [via.actor or via.name for via in one.via],
        "within": one.within is not None,
        "negated": one.negated,
        "treaties": list(one.treaties),
        "said_on": one.said_on and one.said_on.edtf,
    }


def test_there_are_two_hundred_cases() -> None:
    assert len(CASES) >= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_sentence_says_what_its_case_tells(
    case: dict[str, Any], prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    expected = case.get("say", [])
    found = [told(case["text"], one) for one in statements.find(prose_of(case["text"], PUBLISHED), cues)]
    assert [{key: have[key] for key in want} for want, have in zip(expected, found, strict=False)] == expected
    assert len(found) == len(expected), found
