"""What the program reads in twenty reports of news agencies and newspapers, against the gold of tests/labels/wires.

The texts are not in the repository: the labels hold ids, hashes and offsets, and `TREATYWATCH_DATA` says where the texts lie.
`TREATYWATCH_DATA=DIR python tests/test_wires.py [-v]` prints the figures, and with -v every miss and every false alarm.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.model.event import Assertion
from treatywatch.model.statement import Speaker, Statement
from treatywatch.model.vocabulary import EventKind, Modality, Stance
from treatywatch.pipeline import annotate, open_reader
from treatywatch.shelf import Shelf, open_shelf

HERE = Path(__file__).resolve().parent
LABELS = HERE / "labels" / "wires"
FLOORS = HERE / "floors" / "wires.json"
LAYERS = ("statements", "events")
PRONOUNS = ("he", "she", "it", "they", "i", "we")
Label = Mapping[str, Any]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"wires_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


AGREEMENT = _load(LABELS / "agreement.py")
"""The matching of labels is the one by which the two passes were compared."""


@cache
def gold() -> dict[str, Label]:
    return dict(AGREEMENT.load(LABELS / "gold.jsonl"))


@cache
def shelf() -> Shelf:
    return open_shelf()


# --- The program's reading as labels ------------------------------------------------------------------------------


@cache
def readings() -> tuple[tuple[str, str, Label, Label], ...]:
    """Of each report its id, its text, its gold, and what the program reads."""
    texts = AGREEMENT.texts(Path(os.environ["TREATYWATCH_DATA"]), gold().values())
    reader = open_reader(shelf())
    rows = []
    for id, text in texts.items():
        day = gold()[id]["published"]
        published = day and UncertainDay.from_plain(PlainDay.parse(day), "given")
        found = annotate(text, published, reader)
        assert found.refused is None, f"{id}: {found.refused}"
        label = {
            "statements": [_statement(one) for one in found.statements],
            "events": [_event(one) for one in found.events],
        }
        rows.append((id, text, gold()[id], label))
    return tuple(rows)


def _statement(found: Statement) -> Label:
    speakers = [one for one in (found.speaker, *found.co_speakers) if one]
    return {
        "speakers": [_speaker(one) for one in speakers],
        "content": [(one.start, one.end) for one in found.content],
        "condition": (found.condition.start, found.condition.end) if found.condition else None,
        "stance": str(found.stance),
        "negated": found.negated,
    }


def _speaker(found: Speaker) -> Label:
    span = None if found.start is None or found.end is None else (found.start, found.end)
    return {"name": found.name, "speaker": span, "actor": found.actor, "on_behalf_of": found.on_behalf_of}


def _event(found: Assertion) -> Label:
    event = found.event
    return {
        "kind": str(event.kind),
        "actors": list(event.actors),
        "treaty": event.treaty,
        "day": event.day,
        "modality": str(event.modality),
        "at": (found.start, found.end),
    }


# --- Matching -----------------------------------------------------------------------------------------------------


def statement_score(text: str, want: Label, have: Label) -> float:
    shared: float = AGREEMENT.overlap(text, want, have)
    return shared if shared >= AGREEMENT.CONTENT_SHARED and right_speaker(text, want, have["speakers"]) else 0.0


def right_speaker(text: str, want: Label, speakers: Sequence[Label]) -> bool:
    if AGREEMENT.nobody(want):
        return not any(one["actor"] or one["on_behalf_of"] for one in speakers)
    return any(_same_speaker(text, want, one) for one in speakers)


def _same_speaker(text: str, want: Label, have: Label) -> bool:
    """Two persons who speak for one state are two. The same words are right unless read as somebody else; a pronoun must be resolved."""
    if have["actor"] and have["actor"] in (want["actor"], *want.get("co_actors", ())):
        return True
    if _person(want["actor"]) and _person(have["actor"]):
        return False
    if want["on_behalf_of"] and want["on_behalf_of"] == have["on_behalf_of"]:
        return True
    surname = (want["actor"] or "").split("-")[-1]
    if surname and surname in have["name"].casefold():
        return True
    return _same_words(text, want["speaker"], have["speaker"])


def _same_words(text: str, want: Sequence[int] | None, have: Sequence[int] | None) -> bool:
    if not want or not have or text[want[0] : want[1]].casefold() in PRONOUNS:
        return False
    return bool(AGREEMENT.touch(want, have))


def _person(actor: str | None) -> bool:
    return bool(actor) and actor not in shelf().states and actor not in shelf().organisations


def event_score(want: Label, have: Label) -> float:
    same = all(AGREEMENT.allows(want[key], have[key]) for key in ("kind", "modality"))
    if not same or (want["actors"] and not AGREEMENT.shared_actor(want, have)):
        return 0.0
    treaty = AGREEMENT.allows(want["treaty"], have["treaty"])
    if not want.get("optional") and not (treaty and same_day(want["day"], have["day"])):
        return 0.0
    return 2.0 if AGREEMENT.touch(want["at"], have["at"]) else 1.0


def same_day(want: str | list[str | None] | None, have: UncertainDay | None) -> bool:
    if isinstance(want, list):
        return any(same_day(one, have) for one in want)
    if want is None or have is None:
        return want is None and (have is None or have.how == "inferred")  # a label without a day: no words tell one
    first, last = AGREEMENT.bounds(want)
    return UncertainDay(want, first, last, None, "told").overlaps(have)


# --- Comparing ----------------------------------------------------------------------------------------------------


class Tally:
    """Hits, misses and false alarms of one layer. What the gold marks optional is neither a miss nor a false alarm."""

    def __init__(self) -> None:
        self.hits, self.missed, self.false = 0, 0, 0
        self.stances, self.days = 0, 0
        self.notes: list[str] = []

    def add(
        self, id: str, text: str, want: Sequence[Label], have: Sequence[Label], pairs: list[tuple[int, int]]
    ) -> None:
        for i, one in enumerate(want):
            if one.get("optional"):
                continue
            if any(i == x for x, _ in pairs):
                self.hits += 1
            else:
                self.missed += 1
                self.notes.append(f"{id}: missed {describe(text, one)}")
        for j, one in enumerate(have):
            if all(j != y for _, y in pairs):
                self.false += 1
                self.notes.append(f"{id}: false alarm {describe(text, one)}")
        sure = [(want[i], have[j]) for i, j in pairs if not want[i].get("optional")]
        self.stances += sum(AGREEMENT.allows(w.get("stance"), h.get("stance")) for w, h in sure)

    def figures(self) -> dict[str, float]:
        precision, recall = self.hits / (self.hits + self.false or 1), self.hits / (self.hits + self.missed or 1)
        return {"precision": precision, "recall": recall}


def describe(text: str, one: Label) -> str:
    """One label in words, for a log that is printed and never kept."""
    if "kind" in one:
        day = one["day"].edtf if isinstance(one["day"], UncertainDay) else one["day"]
        words = text[one["at"][0] : one["at"][1]][:90]
        return f"{one['kind']} {','.join(one['actors'])} {one['treaty']} {day} {one['modality']} | {words!r}"
    who = one.get("speakers", [one])
    names = [speaker.get("name") or speaker["actor"] or speaker["on_behalf_of"] for speaker in who]
    content = " … ".join(text[start:end] for start, end in one["content"])
    return f"{names} {one['stance']}: {content!r}"


@cache
def tallies() -> dict[str, Tally]:
    tallies = {layer: Tally() for layer in LAYERS}
    for id, text, want, have in readings():
        found = have["statements"]
        pairs = AGREEMENT.pair(want["statements"], found, lambda w, h, text=text: statement_score(text, w, h))
        tallies["statements"].add(id, text, want["statements"], found, pairs)
        found = [one for one in have["events"] if one["kind"] != "other"]
        pairs = AGREEMENT.pair(want["events"], found, event_score)
        tallies["events"].add(id, text, want["events"], found, pairs)
    return tallies


# --- Tests --------------------------------------------------------------------------------------------------------


@pytest.mark.needs_data
@pytest.mark.needs_model
@pytest.mark.parametrize("layer", LAYERS)
def test_readings_of_real_reports_stay_above_their_floors(layer: str) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[layer]
    figures = tallies()[layer].figures()
    print(layer, {key: round(value, 3) for key, value in figures.items()})
    below = {key: (round(figures[key], 3), floor) for key, floor in floors.items() if figures[key] < floor}
    assert set(floors) == {"precision", "recall"}
    assert not below, "\n".join([f"{layer}: below the floor: {below}", *tallies()[layer].notes])


@pytest.mark.needs_data
@pytest.mark.parametrize("name", ["pass-a", "pass-b", "gold"])
def test_labels_are_about_the_texts_that_lie_here(name: str, data: Path) -> None:
    labels = AGREEMENT.load(LABELS / f"{name}.jsonl")
    texts = AGREEMENT.texts(data, labels.values())
    for id, text in texts.items():
        for span in spans(labels[id]):
            assert 0 <= span[0] < span[1] <= len(text), f"{name} {id}: {span}"


def spans(label: Label) -> list[Sequence[int]]:
    told = [one[key] for one in label["statements"] for key in ("speaker", "cue", "condition")]
    contents = [span for one in label["statements"] for span in one["content"]]
    return [span for span in [*told, *contents, *(one["at"] for one in label["events"])] if span]


@pytest.mark.parametrize("name", ["pass-a", "pass-b", "gold"])
def test_words_are_of_the_closed_vocabularies(name: str) -> None:
    for id, label in AGREEMENT.load(LABELS / f"{name}.jsonl").items():
        for one in label["statements"]:
            stances = one["stance"] if isinstance(one["stance"], list) else [one["stance"]]
            assert set(stances) <= {str(word) for word in Stance}, id
        for one in label["events"]:
            words = [(one["kind"], EventKind), (one["modality"], Modality)]
            for word, closed in words:
                allowed = {str(member) for member in closed}
                assert set(word if isinstance(word, list) else [word]) <= allowed, id


def test_both_passes_and_the_gold_are_about_the_same_reports() -> None:
    passes = [AGREEMENT.load(LABELS / f"{name}.jsonl") for name in ("pass-a", "pass-b", "gold")]
    keys = [{id: (one["sha256"], one["set"]) for id, one in labels.items()} for labels in passes]
    assert keys[0] == keys[1] == keys[2]
    assert len(keys[0]) == 20


def main(arguments: Sequence[str]) -> None:
    for layer, tally in tallies().items():
        shares = "  ".join(f"{key} {value:.3f}" for key, value in tally.figures().items())
        print(f"{layer:11} hits {tally.hits:3} missed {tally.missed:3} false {tally.false:3}  {shares}")
        if layer == "statements":
            print(f"{'':11} stance right on {tally.stances} of {tally.hits}")
        if "-v" in arguments:
            print(*tally.notes, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
