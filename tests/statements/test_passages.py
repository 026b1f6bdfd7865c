"""Every statement of passages.yml: who says what, in whole reports. `python tests/statements/test_passages.py` prints the errors.

A statement is right where its content shares half of its letters or more with the labelled one, and its speaker is told by the same
words, is the person named, or speaks for one of the sides. What "may" be seen is no false alarm.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.model.statement import Statement
from treatywatch.pipeline import Reader, annotate, open_reader
from treatywatch.shelf import open_shelf

HERE = Path(__file__).resolve().parent
FLOORS = HERE.parent / "floors" / "passages.json"
PASSAGES: list[dict[str, Any]] = yaml.safe_load((HERE / "passages.yml").read_text("utf-8"))["passages"]
PRONOUNS = frozenset(["he", "she", "it", "they"])


def letters(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def places(text: str, content: list[str], after: int) -> list[tuple[int, int]]:
    """Where the spans of a labelled content lie: the first from `after` on, each further one behind it."""
    found: list[tuple[int, int]] = []
    for words in content:
        start = text.find(words, found[-1][1] if found else after)
        start = start if start >= 0 else text.index(words)
        found.append((start, start + len(words)))
    return found


def same_speaker(text: str, label: dict[str, Any], one: Statement) -> bool:
    for speaker in (one.speaker, *one.co_speakers):
        if speaker is None:
            continue
        if speaker.on_behalf_of and speaker.on_behalf_of in label["sides"]:
            return True
        if "name" in label and label["name"].casefold() in speaker.name.casefold():
            return True
        told, words = label["speaker"].casefold(), text[speaker.start : speaker.end].casefold()
        if told not in PRONOUNS and (told.split()[-1] in speaker.name.casefold() or words in told or told in words):
            return True
    return False


def compare(passage: dict[str, Any], found: tuple[Statement, ...]) -> tuple[list[str], list[str], int]:
    """What was missed, what was invented, and how many were right."""
    text: str = passage["text"]
    labels = [*passage["say"], *passage.get("may", [])]
    wanted, after = [], 0
    for label in labels:
        after = 0 if passage.get("may") and label is passage["may"][0] else after
        spans = places(text, label["content"], max(0, after))
        after = spans[0][0] - LOOK_BACK
        wanted.append(letters(text, spans))
    have = [letters(text, [(span.start, span.end) for span in one.content]) for one in found]
    scores = [
        (len(wanted[i] & have[j]) / len(wanted[i] | have[j]), -i, -j)
        for i, label in enumerate(labels)
        for j, one in enumerate(found)
        if wanted[i] & have[j] and same_speaker(text, label, one)
    ]
    taken: dict[int, int] = {}
    for share, i, j in sorted(scores, reverse=True):
        if share >= HALF and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    sure = len(passage["say"])
    missed = [
        f"{label['speaker']}: {label['content'][0][:80]}" for i, label in enumerate(labels[:sure]) if i not in taken
    ]
    alarms = [one for j, one in enumerate(found) if j not in taken.values()]
    told = [f"{one.speaker and one.speaker.name}: {one.content[0].of(text)[:80]}" for one in alarms]
    return missed, told, sum(i < sure for i in taken)


HALF = 0.5
LOOK_BACK = 400
"""Characters: labels follow the text, those of one sentence in any order."""


def measure(reader: Reader) -> tuple[dict[str, float], list[str]]:
    hits, misses, alarms, errors = 0, 0, 0, []
    for passage in PASSAGES:
        day = UncertainDay.from_plain(PlainDay.parse(str(passage["published"])), "given")
        missed, told, right = compare(passage, annotate(passage["text"], day, reader).statements)
        hits, misses, alarms = hits + right, misses + len(missed), alarms + len(told)
        errors += [f"{passage['id']} missed {one}" for one in missed]
        errors += [f"{passage['id']} invented {one}" for one in told]
    return {"precision": round(hits / (hits + alarms), 3), "recall": round(hits / (hits + misses), 3)}, errors


@pytest.mark.needs_model
def test_statements_of_whole_passages_stay_above_their_floors() -> None:
    found, errors = measure(open_reader(open_shelf()))
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    assert {name: found[name] for name, least in floors.items() if found[name] < least} == {}, "\n".join(errors)


def test_every_labelled_content_stands_in_its_passage() -> None:
    for passage in PASSAGES:
        for label in [*passage["say"], *passage.get("may", [])]:
            assert all(words in passage["text"] for words in label["content"]), (passage["id"], label)


if __name__ == "__main__":
    figures, wrong = measure(open_reader(open_shelf()))
    print(figures, *wrong, sep="\n")
