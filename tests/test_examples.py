"""What the program reads in the labelled texts, compared with the gold of tests/labels (its README says form and matching).

`python tests/test_examples.py [-v]` prints the figures, and with -v every miss and every false alarm.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from treatywatch import reading, stories
from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.model.annotation import Annotation, DayMention
from treatywatch.model.event import Assertion
from treatywatch.model.report import Credit, Report, Story
from treatywatch.model.statement import Speaker, Statement
from treatywatch.pipeline import Reader, annotate, open_reader
from treatywatch.shelf import open_shelf

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "labels"
EXAMPLES = ROOT / "examples"
FLOORS = ROOT / "tests" / "floors" / "examples.json"
SETS = tuple(yaml.safe_load((LABELS / "sets.yml").read_text(encoding="utf-8")))
LAYERS = [
    *((name, layer) for name in ("examples", "domain") for layer in ("statements", "events", "days")),
    *(("unseen", layer) for layer in ("statements", "events")),
    *(
        (name, "events")
        for name in ("fresh", "fresh-second", "fresh-third", "fresh-fourth", "fresh-fifth", "fresh-sixth")
    ),
]
"""Of the reports that were unseen at their first reading days are not labelled, of the fresh ones events alone."""
TODAY = date(2026, 11, 22)
"""No example is younger, and the tests read no clock."""
SHORT = 16
"""Contents with fewer letters and digits ("it", "the charge") are matched by cue and sentence."""
Gold = Mapping[str, Any]
Span = tuple[int, int]


# --- The labels ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its gold."""

    name: str
    text: str
    published: UncertainDay | None
    gold: Gold


def labels(name: str) -> list[Path]:
    return sorted((LABELS / name).glob("*.yml"))


@cache
def labelled(name: str) -> tuple[Labelled, ...]:
    return tuple(load(path) for path in labels(name))


def load(path: Path) -> Labelled:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    day = gold["published"] and UncertainDay.from_plain(PlainDay.parse(gold["published"]), "given")
    return Labelled(path.stem, report_at(ROOT / gold["report"], gold["published"]).text, day, gold)


def report_at(path: Path, published: str | None) -> Report:
    day = PlainDay.parse(published) if published else None
    (found,) = reading.read([path], day, outlets=shelf_reader().shelf.outlets, today=TODAY)
    assert isinstance(found, Report), f"{path}: {found.reason}"
    return found


def spot(text: str, quote: str | Gold) -> Span:
    """Where a quote of the gold stands; it must stand there once."""
    if isinstance(quote, str):
        assert text.count(quote) == 1, f"found {quote!r} {text.count(quote)} times, expected it once"
        start = text.index(quote)
        return start, start + len(quote)
    outer, _ = spot(text, quote["within"])
    start, end = spot(quote["within"], quote["text"])
    return outer + start, outer + end


def letters(text: str, spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def allows(gold: Any, found: Any) -> bool:
    """A list in the gold means that each of its members is right."""
    return found in gold if isinstance(gold, list) else found == gold


# --- Matching -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Tally:
    """Hits, misses and false alarms of one layer, and on the hits how often the other fields agree."""

    hits: int = 0
    missed: int = 0
    false: int = 0
    agree: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        found, gold = self.hits + self.false, self.hits + self.missed
        shares = {name: self.agree[name] / (self.hits or 1) for name in self.agree}
        return {"precision": self.hits / (found or 1), "recall": self.hits / (gold or 1), **shares}


def pair(gold: Sequence[Any], found: Sequence[Any], score: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """One to one, best first; a score of 0 is no match."""
    ranked = sorted(((score(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    taken: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value > 0 and all(-i != a and -j != b for a, b in taken):
            taken.append((-i, -j))
    return taken


def statement_score(text: str, gold: Gold, found: Statement) -> float:
    if not same_speaker(gold["speaker"], found.speaker):
        return 0.0
    want = letters(text, [spot(text, one) for one in gold["content"]])
    have = letters(text, [(one.start, one.end) for one in found.content])
    hung = letters(text, [spot(text, gold["condition"]["text"])]) if gold.get("condition") else set()
    overlap = max(_shared(want, have), _shared(want - hung, have - hung))
    if overlap >= 0.5:
        return 1.0 + overlap
    near = found.evidence.start <= min(want) < found.evidence.end and len(want) < SHORT
    return 0.5 if near and (overlap > 0 or same_cue(gold["cue"], found)) else 0.0


def _shared(want: set[int], have: set[int]) -> float:
    return len(want & have) / (len(want | have) or 1)


def same_cue(gold: str | None, found: Statement) -> bool:
    told = found.cue.text.casefold() if found.cue else ""
    return bool(gold and told and (gold.casefold() in told or told in gold.casefold()))


def same_speaker(gold: Gold | None, found: Speaker | None) -> bool:
    if gold is None or found is None:
        return gold is None and found is None
    if gold["actor"] and gold["actor"] == found.actor:
        return True
    if gold["on_behalf_of"] and gold["on_behalf_of"] == found.on_behalf_of:
        return True
    surname = (gold["actor"] or gold["words"]).replace("-", " ").split()[-1].casefold()
    return (found.actor is None or not gold["actor"]) and surname in found.name.casefold()


def event_score(text: str, gold: Gold, found: Assertion) -> float:
    event = found.event
    if not (allows(gold["kind"], str(event.kind)) and allows(gold["modality"], str(event.modality))):
        return 0.0
    if gold["actors"] and not set(gold["actors"]) & set(event.actors):
        return 0.0
    if not gold.get("optional") and not (allows(gold["treaty"], event.treaty) and same_day(gold["day"], event.day)):
        return 0.0
    start, end = spot(text, gold["evidence"])
    return 2.0 if found.start < end and start < found.end else 1.0


def same_day(gold: str | None, found: UncertainDay | None) -> bool:
    if gold is None or found is None:
        return gold is None
    return UncertainDay.from_plain(PlainDay.parse(gold), "told").overlaps(found)


def day_spans(item: Labelled) -> list[Span]:
    """The days of the gold, each looked for after the one before."""
    spans, at = [], 0
    for day in item.gold["days"]:
        start = item.text.find(day["text"], at)
        if start < 0 and day.get("optional"):
            spans.append((0, 0))
            continue
        assert start >= 0, f"{item.name}: found no {day['text']!r} after {at}, expected one"
        at = start + len(day["text"])
        spans.append((start, at))
    return spans


# --- Comparing ----------------------------------------------------------------------------------------------------


def compare(name: str, reader: Reader) -> dict[str, Tally]:
    """The tallies of one set, by layer."""
    tallies = {"statements": Tally(), "events": Tally(), "days": Tally()}
    for item in labelled(name):
        annotation = annotate(item.text, item.published, reader)
        assert annotation.refused is None, f"{item.name}: {annotation.refused}"
        _compare_statements(item, annotation, tallies["statements"])
        _compare_events(item, annotation, tallies["events"])
        _compare_days(item, annotation, tallies["days"])
    return tallies


def _compare_statements(item: Labelled, annotation: Annotation, tally: Tally) -> None:
    gold, found = item.gold["statements"], annotation.statements
    pairs = pair(gold, found, lambda g, f: statement_score(item.text, g, f))
    _count(tally, item, gold, pairs, [(one, _content(item.text, one)) for one in found])
    for i, j in pairs:
        if not gold[i].get("optional"):
            tally.agree["stance"] += allows(gold[i]["stance"], str(found[j].stance))
            tally.agree["kind"] += allows(gold[i]["kind"], str(found[j].kind))
            tally.agree["condition"] += _same_condition(item.text, gold[i].get("condition"), found[j])
            tally.agree["targets"] += set(gold[i].get("targets", [])) == set(found[j].targets)


def _content(text: str, statement: Statement) -> str:
    speaker = statement.speaker.name if statement.speaker else "?"
    return f"{speaker}: {' … '.join(one.of(text) for one in statement.content)}"


def _same_condition(text: str, gold: Gold | None, found: Statement) -> bool:
    if gold is None or found.condition is None:
        return gold is None and found.condition is None
    start, end = spot(text, gold["text"])
    return gold["relation"] == found.condition.relation and found.condition.start < end and start < found.condition.end


def _compare_events(item: Labelled, annotation: Annotation, tally: Tally) -> None:
    gold = item.gold["events"]
    found = [one for one in annotation.events if str(one.event.kind) != "other"]
    pairs = pair(gold, found, lambda g, f: event_score(item.text, g, f))
    _count(tally, item, gold, pairs, [(one, _told(one, item.text)) for one in found])


def _told(one: Assertion, text: str) -> str:
    event = one.event
    day = event.day.edtf if event.day else None
    words = text[one.start : one.end][:90]
    return f"{event.kind} {','.join(event.actors)} {event.treaty} {day} {event.modality} | {words}"


def _compare_days(item: Labelled, annotation: Annotation, tally: Tally) -> None:
    gold = [{**day, "span": span} for day, span in zip(item.gold["days"], day_spans(item), strict=True)]
    found = annotation.dates
    pairs = pair(gold, found, _day_score)
    _count(tally, item, gold, pairs, [(one, f"{one.text} = {one.value}") for one in found])
    for i, j in pairs:
        if not gold[i].get("optional"):
            same = gold[i]["value"] is None or allows(gold[i]["value"], found[j].value)
            tally.agree["value"] += same
            if not same:
                tally.notes.append(
                    f"{item.name}: value of {found[j].text!r}: {found[j].value}, gold {gold[i]['value']}"
                )


def _day_score(gold: Gold, found: DayMention) -> float:
    start, end = gold["span"]
    return float(max(0, min(end, found.end) - max(start, found.start)))


def _count(
    tally: Tally, item: Labelled, gold: Sequence[Gold], pairs: list[tuple[int, int]], found: list[tuple[Any, str]]
) -> None:
    matched = {i for i, _ in pairs}
    tally.hits += sum(not gold[i].get("optional") for i in matched)
    for i, one in enumerate(gold):
        if i not in matched and not one.get("optional"):
            tally.missed += 1
            tally.notes.append(f"{item.name}: missed {one.get('content') or one.get('evidence') or one.get('text')}")
    for j, (_, words) in enumerate(found):
        if all(j != b for _, b in pairs):
            tally.false += 1
            tally.notes.append(f"{item.name}: false alarm {words}")


# --- Tests --------------------------------------------------------------------------------------------------------


@cache
def shelf_reader() -> Reader:
    return open_reader(open_shelf())


@cache
def tallies(name: str) -> dict[str, Tally]:
    return compare(name, shelf_reader())


@pytest.mark.needs_model
@pytest.mark.parametrize(("name", "layer"), LAYERS)
def test_readings_of_labelled_texts_stay_above_their_floors(name: str, layer: str) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[name][layer]
    tally = tallies(name)[layer]
    figures = tally.figures()
    below = {key: (round(figures[key], 3), floor) for key, floor in floors.items() if figures[key] < floor}
    assert floors, f"{FLOORS}: found no floor for {name} {layer}, expected precision and recall"
    assert not below, "\n".join([f"below the floor: {below}", *tally.notes])


def test_every_example_is_labelled_and_indexed() -> None:
    index = yaml.safe_load((EXAMPLES / "index.yml").read_text(encoding="utf-8"))["reports"]
    files = {f"reports/{path.name}" for path in (EXAMPLES / "reports").iterdir()}
    golds = {item.gold["report"]: item.gold["published"] for item in labelled("examples")}
    assert {one["file"] for one in index} == files
    assert {f"examples/{one['file']}": one["published"] for one in index} == golds
    assert all(one["sources"] for one in index)


def test_every_quotation_of_a_person_stands_in_the_index_with_its_source() -> None:
    index = yaml.safe_load((EXAMPLES / "index.yml").read_text(encoding="utf-8"))["reports"]
    for one in index:
        text = (EXAMPLES / one["file"]).read_text(encoding="utf-8")
        for quotation in one.get("quotations", []):
            assert quotation["text"] in text
            assert quotation["source"].startswith("http")


@pytest.mark.parametrize("path", [path for name in SETS for path in labels(name)], ids=lambda path: path.stem)
def test_quotes_of_the_gold_stand_in_their_text(path: Path) -> None:
    item = load(path)
    for statement in item.gold["statements"]:
        for quote in statement["content"]:
            spot(item.text, quote)
        if statement.get("condition"):
            spot(item.text, statement["condition"]["text"])
    for event in item.gold["events"]:
        spot(item.text, event["evidence"])
    day_spans(item)


@cache
def grouped() -> tuple[dict[str, Report], tuple[Story, ...]]:
    index = yaml.safe_load((EXAMPLES / "index.yml").read_text(encoding="utf-8"))["reports"]
    reports = {Path(one["file"]).name: report_at(EXAMPLES / one["file"], one["published"]) for one in index}
    return reports, stories.group(tuple(reports.values()), shelf_reader().shelf.outlets)


def lineage() -> Gold:
    gold: Gold = yaml.safe_load((LABELS / "stories.yml").read_text(encoding="utf-8"))
    return gold


@pytest.mark.parametrize("gold", lineage()["stories"], ids=lambda gold: gold["name"])
def test_copies_of_one_wire_are_one_line_with_its_origin(gold: Gold) -> None:
    reports, found = grouped()
    ids = {reports[member["report"]].id: member for member in gold["members"]}
    (line,) = [line for story in found for line in story.lines if set(line.reports) & set(ids)]
    assert set(line.reports) == set(ids)
    assert line.origin == gold["origin"]
    for member in (member for story in found for member in story.members if member.report in ids):
        assert allows(ids[member.report]["relation"], str(member.relation)), member


@pytest.mark.parametrize("gold", lineage()["alone"], ids=lambda gold: gold["report"])
def test_reports_that_copy_nothing_are_lines_of_their_own(gold: Gold) -> None:
    reports, found = grouped()
    own = reports[gold["report"]]
    credit: Credit | None = own.credit
    assert (credit.outlet if credit else None) == gold["credit"]
    lines = [line for story in found for line in story.lines if own.id in line.reports]
    assert all(line.reports == (own.id,) for line in lines)


def main(arguments: Sequence[str]) -> None:
    for name in SETS:
        for layer, tally in tallies(name).items():
            if (name, layer) not in LAYERS:
                continue
            shares = "  ".join(f"{key} {value:.3f}" for key, value in tally.figures().items())
            print(f"{name:9} {layer:11} hits {tally.hits:3} missed {tally.missed:3} false {tally.false:3}  {shares}")
            if "-v" in arguments:
                print(*tally.notes, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
