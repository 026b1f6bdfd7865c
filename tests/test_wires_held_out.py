"""What the program reads in further real reports that nobody tuned on: events of twelve, statements of twelve others.

All were labelled before the program read them (`held-out-events.jsonl`, `held-out-statements.jsonl`).
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.mark.needs_data
@pytest.mark.needs_model
@pytest.mark.parametrize("layer", ["events", "statements"])
def test_reports_that_nobody_tuned_on_stay_above_their_floor(layer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"held-out-{layer}"
    spec = importlib.util.spec_from_file_location("wires_held_out", HERE / "test_wires.py")
    assert spec is not None
    assert spec.loader is not None
    wires = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "wires_held_out", wires)
    spec.loader.exec_module(wires)
    monkeypatch.setattr(wires, "gold", lambda: wires.AGREEMENT.load(wires.LABELS / f"{name}.jsonl"))
    figures = wires.tallies()[layer].figures()
    print(name, {key: round(value, 3) for key, value in figures.items()})
    floors = json.loads(wires.FLOORS.read_text(encoding="utf-8"))[name]
    assert set(floors) == {"precision", "recall"}
    assert all(figures[key] >= floor for key, floor in floors.items()), figures
