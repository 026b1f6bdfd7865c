"""Who answers a charge: what decides is who speaks next, of what, and how; and whose charge it is where only its rejection is told."""

from __future__ import annotations

import pytest

from treatywatch.findings.disputes import Dispute

from .scenes import Row, Stage

pytestmark = pytest.mark.needs_model

_CHARGE = "The United States said on Monday that Russia had broken the INF Treaty with its 9M729 missile. "


def _scene(name: str, text: str) -> Row:
    return {"id": name, "reports": [{"day": "2019-01-29", "text": text}]}


SCENES = [
    _scene(
        "next",
        _CHARGE
        + "The missile's range was well below the limit, Deputy Foreign Minister Sergei Ryabkov said in Moscow.",
    ),
    _scene(
        "elsewhere", _CHARGE + "President Vladimir Putin said he looked forward to a summit with Donald Trump in June."
    ),
    _scene("silent", _CHARGE + "The Russian embassy declined to comment."),
    _scene("other", _CHARGE + "President Vladimir Putin said that New START should be extended by five years."),
    _scene("return", _CHARGE + "Russia accused the United States of breaching the treaty with its Mk 41 launchers."),
    _scene(
        "rejected",
        "The Russian Foreign Ministry rejected American claims that its 9M729 missile violates the INF Treaty.",
    ),
    _scene(
        "unnamed",
        "Moscow stands in breach of the INF Treaty, the State Department said. The launchers are a violation, it added.",
    ),
]


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Dispute]]:
    stage = Stage(SCENES)
    return {scene["id"]: [row for row in stage.disputes(scene) if row.by == "us"] for scene in SCENES}


def test_the_accused_who_speaks_next_of_the_matter_answers(rows: dict[str, list[Dispute]]) -> None:
    (row,) = rows["next"]
    assert [answer.statement.speaker is not None for answer in row.answers] == [True]


@pytest.mark.parametrize("name", ["elsewhere", "silent", "other", "return"])
def test_who_speaks_of_something_else_or_not_at_all_does_not_answer(rows: dict[str, list[Dispute]], name: str) -> None:
    (row,) = rows[name]
    assert row.answers == ()


def test_a_charge_told_only_by_its_rejection_has_its_author_and_its_answer(rows: dict[str, list[Dispute]]) -> None:
    (row,) = rows["rejected"]
    assert (row.against, row.treaty, row.systems) == ("ru", "inf", ("9m729",))
    assert row.answers


def test_two_statements_of_one_breach_are_one_row(rows: dict[str, list[Dispute]]) -> None:
    (row,) = rows["unnamed"]
    assert row.against == "ru"
