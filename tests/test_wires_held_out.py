"""What the program reads of events in twelve more real reports, labelled before they were read (`held-out-events.jsonl`)."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.mark.needs_data
@pytest.mark.needs_model
def test_events_of_reports_that_nobody_tuned_on_stay_above_their_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("wires_held_out", HERE / "test_wires.py")
    assert spec is not None
    assert spec.loader is not None
    wires = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "wires_held_out", wires)
    spec.loader.exec_module(wires)
    monkeypatch.setattr(wires, "gold", lambda: wires.AGREEMENT.load(wires.LABELS / "held-out-events.jsonl"))
    figures = wires.tallies()["events"].figures()
    floors = json.loads(wires.FLOORS.read_text(encoding="utf-8"))["held-out-events"]
    assert set(floors) == {"precision", "recall"}
    assert all(figures[key] >= floor for key, floor in floors.items()), figures
