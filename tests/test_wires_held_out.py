"""What the program reads in further real reports that were not tuned on: events of twelve, statements of twelve others, both of fourteen.

All were labelled before the program read them (`held-out-events.jsonl`, `held-out-statements.jsonl`, `held-out-both.jsonl`).
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
@pytest.mark.parametrize(
    ("name", "layers"),
    [
        ("held-out-events", ("events",)),
        ("held-out-statements", ("statements",)),
        ("held-out-both", ("statements", "events")),
    ],
)
def test_reports_that_were_not_tuned_on_stay_above_their_floor(
    name: str, layers: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.util.spec_from_file_location("wires_held_out", HERE / "test_wires.py")
    assert spec is not None
    assert spec.loader is not None
    wires = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "wires_held_out", wires)
    spec.loader.exec_module(wires)
    monkeypatch.setattr(wires, "gold", lambda: wires.AGREEMENT.load(wires.LABELS / f"{name}.jsonl"))
    for layer in layers:
        figures = wires.tallies()[layer].figures()
        print(name, layer, {key: round(value, 3) for key, value in figures.items()})
        floors = json.loads(wires.FLOORS.read_text(encoding="utf-8"))[name]
        floors = floors.get(layer, floors)
        assert set(floors) == {"precision", "recall"}
        assert all(figures[key] >= floor for key, floor in floors.items()), figures
