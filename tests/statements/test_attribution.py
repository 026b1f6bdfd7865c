"""Statements against the attributions of PolNeAR's development part, with its own matching rules. The floors may only rise.

`python tests/statements/test_attribution.py` prints the figures; both need TREATYWATCH_DATA.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from treatywatch.language.prose import Source
from treatywatch.pipeline import annotate_many, open_reader
from treatywatch.shelf import open_shelf

FLOORS = Path(__file__).resolve().parent.parent / "floors" / "attribution.json"


def measure(data: Path, folder: Path) -> dict[str, float]:
    """The scorer's figures for `annotate` on the development part, in per cent."""
    gold, predicted = data / "data" / "polnear" / "dev.jsonl", folder / "predicted.jsonl"
    documents = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    reader = open_reader(open_shelf())
    readings = annotate_many([Source(document["text"]) for document in documents], reader)
    lines = [
        json.dumps({"id": document["doc_id"], "statements": [shape(one) for one in reading.statements]})
        for document, reading in zip(documents, readings, strict=True)
    ]
    predicted.write_text("\n".join(lines), "utf-8")
    scorer = [sys.executable, str(data / "score" / "attribution.py"), str(gold), str(predicted)]
    scores = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)
    reporting = scores["reporting_cue_recall"]
    return {
        "content_precision": scores["content"]["P"],
        "content_recall": scores["content"]["R"],
        "content_and_speaker_f1": scores["content_and_speaker"]["F1"],
        "reporting_with_speaker": reporting["all"]["with_speaker"],
        **{f"{kind}_with_speaker": reporting[kind]["with_speaker"] for kind in ("direct", "indirect", "mixed")},
    }


def shape(one: Any) -> dict[str, Any]:
    """What the scorer reads of a statement."""
    speaker = one.speaker and {"start": one.speaker.start, "end": one.speaker.end}
    return {"speaker": speaker, "content": [[span.start, span.end] for span in one.content], "within": one.within}


@pytest.mark.needs_data
@pytest.mark.needs_model
def test_attribution_on_the_news_it_was_tuned_on_stays_above_its_floors(data: Path, tmp_path: Path) -> None:
    found = measure(data, tmp_path)
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    assert {name: found[name] for name, least in floors.items() if found[name] < least} == {}


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(measure(Path(os.environ["TREATYWATCH_DATA"]), Path(scratch)), indent=1))
