"""Who copied whom, on the Helsinki articles: labelled pairs, and the time that grouping all of them takes.

Counts twice: pairs judged alone (`compare`), and pairs that end up in one line of one story (`group`). Needs TREATYWATCH_DATA.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from treatywatch.model.report import Report
from treatywatch.reading.credit import CreditForms
from treatywatch.reading.published import find_printed_day
from treatywatch.shelf import open_shelf
from treatywatch.stories import compare, group
from treatywatch.stories.prose import read_prose


def score(data: Path, said: Iterable[tuple[str, str]]) -> str:
    """Precision, recall and F1 of `said`, the pairs that share copy, by the measuring set's own script."""
    gold = data / "data/helsinki/pairs_dev.jsonl"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"a": a, "b": b, "relation": "version"}) + "\n" for a, b in said)
        stream.flush()
        command = [sys.executable, str(data / "score/pairs.py"), str(gold), stream.name]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    folder = os.environ.get("TREATYWATCH_DATA")
    if not folder:
        print("lineage: TREATYWATCH_DATA is not set, nothing measured")
        return
    data, outlets = Path(folder), open_shelf().outlets
    articles = [json.loads(line) for line in (data / "data/helsinki/articles.jsonl").read_text("utf-8").splitlines()]
    texts = {one["doc_id"]: one["text"] for one in articles}
    pairs = [json.loads(line) for line in (data / "data/helsinki/pairs_dev.jsonl").read_text("utf-8").splitlines()]
    alone = [(p["a"], p["b"]) for p in pairs if compare(read_prose(texts[p["a"]]), read_prose(texts[p["b"]])).kin]
    print(f"pairs alone:       {score(data, alone)}")
    forms = CreditForms(outlets)
    reports = [
        Report(key, text, None, None, None, forms.find(text), "en", find_printed_day(text), key)
        for key, text in texts.items()
    ]
    began = time.perf_counter()
    stories = group(reports, outlets)
    seconds = time.perf_counter() - began
    line = {
        report: (story.id, place)
        for story in stories
        for place, own in enumerate(story.lines)
        for report in own.reports
    }
    together = [(p["a"], p["b"]) for p in pairs if p["a"] in line and line[p["a"]] == line.get(p["b"])]
    print(f"pairs in one line: {score(data, together)}")
    print(f"{len(reports)} reports, {len(stories)} stories, {len(set(line.values()))} lines in {seconds:.1f} s")


if __name__ == "__main__":
    main()
