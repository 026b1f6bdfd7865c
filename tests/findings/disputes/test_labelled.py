"""Disputes and pledges on the labelled scenes: no figure falls below its floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .scenes import SETS, Counts, Stage, half, scenes, score

FLOORS = json.loads((Path(__file__).resolve().parents[2] / "floors" / "disputes.json").read_text(encoding="utf-8"))

Scores = dict[str, dict[str, Counts]]


@pytest.fixture(scope="module")
def scores() -> Scores:
    later = {which: scenes(which) for which in SETS if which != "first"}
    part = {scene["id"]: which for which, told in later.items() for scene in told}
    return score(
        Stage([*scenes("first"), *(one for told in later.values() for one in told)]),
        lambda id: part.get(id) or half(id),
    )


@pytest.mark.needs_model
@pytest.mark.parametrize("which", sorted(FLOORS))
@pytest.mark.parametrize("what", ["disputes", "pledges"])
def test_labelled_scenes_stay_above_their_floors(scores: Scores, which: str, what: str) -> None:
    counts, floors = scores[which][what], FLOORS[which][what]
    measured = {
        "precision": counts.precision,
        "recall": counts.recall,
        "states": counts.of_states,
        "details": counts.of_details,
    }
    assert all(measured[name] >= floor for name, floor in floors.items()), (
        measured,
        counts.wrong if which != "held" else (),
    )


def test_scenes_are_many_and_each_half_has_its_share() -> None:
    told = scenes("first")
    assert len({scene["id"] for scene in told}) == len(told) >= 60
    halves = [half(scene["id"]) for scene in told]
    assert min(halves.count("tune"), halves.count("held")) >= 20
