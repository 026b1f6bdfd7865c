"""Events: every kind of act in the wordings of many desks and decades, against sentences labelled before they were read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from .test_recognise import REAL, _read, _tally

HERE = Path(__file__).parent
SETS: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for pattern in (
        "cases_fifth_*.yml",
        "cases_sixth.yml",
        "cases_seventh.yml",
        "cases_eighth.yml",
        "cases_ninth.yml",
        "cases_eleventh.yml",
        "cases_twelfth.yml",
        "cases_thirteenth.yml",
        "cases_fourteenth.yml",
        "cases_passages.yml",
        "cases_talks.yml",
        "cases_tenth.yml",
        "cases_chronology.yml",
        "cases_weapons.yml",
    )
    for path in sorted(HERE.glob(pattern))
}
FLOORS: dict[str, dict[str, float]] = json.loads((HERE.parent / "floors" / "wordings.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.needs_model


@pytest.mark.parametrize("name", SETS)
def test_wordings_of_every_kind_keep_to_the_floors(name: str) -> None:
    right, told, wanted = _tally(SETS[name]["told"])
    assert right / told >= FLOORS[name]["precision"], right / told
    assert right / wanted >= FLOORS[name]["recall"], right / wanted


@pytest.mark.parametrize("name", SETS)
def test_the_same_words_tell_nothing_where_nothing_happened(name: str) -> None:
    false = [
        case["text"]
        for case in SETS[name]["untold"]
        if any(
            assertion.event.kind.value in case["kinds"] and assertion.event.modality in REAL
            for assertion in _read(case["text"], case["published"])
        )
    ]
    share = len(false) / len(SETS[name]["untold"])
    assert share <= FLOORS[name]["false"], false
