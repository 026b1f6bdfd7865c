"""The state of a pledge follows from what is told later, and from whose word it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from findings.disputes.scenes import Stage
from treatywatch.findings.pledges import Pledge

pytestmark = pytest.mark.needs_model

PROMISE = "Russia promised on Monday that it would not deploy missiles in Kaliningrad unless the United States deployed missiles in Poland."
SCENES: dict[str, tuple[str, ...]] = {
    "alone": (PROMISE,),
    "released": (PROMISE, "The United States deployed missiles in Poland on Friday."),
    "claimed": (PROMISE, "Russia's Defence Ministry said that the United States had deployed missiles in Poland."),
    "elsewhere": (PROMISE, "The United States deployed missiles in Japan on Friday."),
    "planned": (PROMISE, "The United States plans to deploy missiles in Poland."),
    "broken": (PROMISE, "Russia deployed missiles in Kaliningrad on Friday."),
    "accused": (PROMISE, "Lithuania said that Russia had deployed missiles in Kaliningrad."),
    "done-before": ("Russia deployed missiles in Kaliningrad. " + PROMISE,),
    "no-event-kind": (
        "North Korea promised on Monday to shut down its nuclear reactor at Yongbyon.",
        "Officials met in Beijing. North Korea shut down the nuclear reactor at Yongbyon.",
    ),
    "released-first": (
        PROMISE,
        "The United States deployed missiles in Poland on Friday.",
        "Russia deployed missiles in Kaliningrad on Tuesday.",
    ),
}
DAYS = ("2021-03-01", "2021-06-12", "2021-09-01")


@pytest.fixture(scope="module")
def stage() -> Stage:
    return Stage(_scene(name, texts) for name, texts in SCENES.items())


def _scene(name: str, texts: tuple[str, ...]) -> dict[str, Any]:
    return {"id": name, "reports": [{"day": day, "text": text} for day, text in zip(DAYS, texts, strict=False)]}


def pledge(stage: Stage, name: str, on: date | None = None) -> Pledge:
    (found,) = stage.pledges(_scene(name, SCENES[name]), on)
    return found


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("alone", "open"),
        ("released", "lapsed"),
        ("claimed", "unclear"),
        ("elsewhere", "open"),
        ("planned", "open"),
        ("broken", "broken"),
        ("accused", "unclear"),
        ("done-before", "open"),
        ("no-event-kind", "met"),
        ("released-first", "lapsed"),
    ],
)
def test_state_after_all_reports(stage: Stage, name: str, state: str) -> None:
    found = pledge(stage, name)
    assert found.state.value == state, found.moves


def test_claim_of_the_promiser_is_told_as_his(stage: Stage) -> None:
    (move,) = pledge(stage, "claimed").moves
    assert move.because.startswith("ru says")


def test_state_moves_only_from_the_day_of_the_deed(stage: Stage) -> None:
    assert pledge(stage, "released", date(2021, 6, 10)).state.value == "open"
    assert pledge(stage, "released", date(2021, 6, 11)).state.value == "lapsed"


def test_each_move_rests_on_a_sentence(stage: Stage) -> None:
    for name in ("released", "claimed", "broken", "accused"):
        for move in pledge(stage, name).moves:
            assert move.grounds
            assert all(ground.evidence and ground.evidence.exact for ground in move.grounds)


def test_what_is_final_is_moved_no_more(stage: Stage) -> None:
    assert len(pledge(stage, "released-first").moves) == 1
