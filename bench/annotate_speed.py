"""Words per second of `annotate` beside the bare spaCy pipeline that it uses, on the same texts in one run.

The bare pipeline reads the whole texts with every component that `annotate` loads. Both are warmed up, then timed in
turns; the best turn counts. The ratio is of processor time, which a busy machine does not disturb; that of elapsed time
stands beside it. Two sets of text: reports, where every sentence is news, and the same reports with three times as much
prose without news, as a feed or an archive has it. Exits with 1 where the ratio on reports is under the floor.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from treatywatch.language.prose import Source
from treatywatch.pipeline import Reader, annotate_many, open_reader
from treatywatch.shelf import open_shelf

FLOOR = 0.70
TURNS = 2
ROOT = Path(__file__).resolve().parent.parent
FILLER = (
    "The river rises in the hills and runs for ninety kilometres to the sea. Its banks are lined with willows, and in "
    "spring the meadows stand under water for weeks. Farmers grow barley on the higher ground. A railway crosses the valley "
    "on a bridge of seven arches, built of the red stone that is quarried nearby. The old mill houses a small museum now. "
    "In the market square stands a fountain with four bronze fish, and every autumn a fair fills the streets for three days."
)


def reports() -> list[str]:
    """The shipped examples, and news articles of a measuring set where one is at hand."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples" / "reports").rglob("*.txt"))]
    folder = os.environ.get("TREATYWATCH_DATA")
    news = Path(folder) / "data" / "polnear" / "train.jsonl.gz" if folder else None
    if news is not None and news.is_file():
        with gzip.open(news, "rt", encoding="utf-8") as lines:
            texts.extend(json.loads(line)["text"] for line, _ in zip(lines, range(24), strict=False))
    return texts


def mixed(texts: list[str]) -> list[str]:
    """Each text followed by three times its length of prose without news."""
    return [text + "\n\n" + "\n\n".join([FILLER] * max(1, 3 * len(text) // len(FILLER))) for text in texts]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor time, and of elapsed time."""
    begun = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - begun[0], time.perf_counter() - begun[1]


def ratio(texts: list[str], reader: Reader) -> dict[str, float | int]:
    """Words per second of processor time of both, and annotate's share of the bare pipeline's."""
    assert reader.model is not None
    words = sum(len(text.split()) for text in texts)
    nlp = reader.model.pipeline
    sources = [Source(text) for text in texts]
    turns = [
        (timed(lambda: list(nlp.pipe(texts))), timed(lambda: list(annotate_many(sources, reader))))
        for _ in range(TURNS)
    ]
    (bare, bare_elapsed), (ours, elapsed) = (
        tuple(map(min, zip(*side, strict=True))) for side in zip(*turns, strict=True)
    )
    return {
        "texts": len(texts),
        "words": words,
        "bare_words_per_second": round(words / bare),
        "annotate_words_per_second": round(words / ours),
        "ratio": round(bare / ours, 2),
        "ratio_of_elapsed_time": round(bare_elapsed / elapsed, 2),
    }


def main() -> int:
    reader = open_reader(open_shelf())
    if reader.model is None:
        print("no model is installed: nothing to compare", file=sys.stderr)
        return 1
    texts = reports()
    list(annotate_many([Source(texts[0])], reader))  # warm-up: the model loads here
    found = {"reports": ratio(texts, reader), "mixed": ratio(mixed(texts), reader)}
    print(json.dumps({"annotate_speed": found, "floor": FLOOR}, indent=1))
    return 0 if found["reports"]["ratio"] >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
