"""The labelled scenes, read in one batch, and the scores of what is found in them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.corroborate import corroborate_events, corroborate_statements
from treatywatch.findings.disputes import Dispute, find_disputes, load_dispute_words
from treatywatch.findings.gathering import Findings
from treatywatch.findings.pledges import Pledge, find_pledges, follow, load_pledge_words
from treatywatch.findings.sides import Sides
from treatywatch.language.prose import Source
from treatywatch.model.entry import Told, ToldEvent, ToldStatement
from treatywatch.model.report import Report
from treatywatch.pipeline import annotate_many, open_reader
from treatywatch.rulebook import load_chronology
from treatywatch.shelf import Shelf, open_shelf

FOLDER = Path(__file__).resolve().parents[2] / "labels" / "disputes"
Row = Mapping[str, Any]


@dataclass
class Counts:
    """How many rows were expected, found and right, and how many states were right."""

    expected: int = 0
    found: int = 0
    right: int = 0
    states: int = 0
    right_states: int = 0
    details: int = 0
    right_details: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def of_states(self) -> float:
        return self.right_states / self.states if self.states else 1.0

    @property
    def of_details(self) -> float:
        return self.right_details / self.details if self.details else 1.0


SETS = (
    {"first": ("accusations", "promises")}
    | {f"fresh-{n}": (f"fresh-{n}",) for n in range(1, 13)}
    | {"blind": ("blind",)}
)
"""Set → its files; the first one is divided into halves, of which one alone was tuned on."""


def scenes(which: str) -> list[Row]:
    return [
        scene
        for name in SETS[which]
        for scene in yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["scenes"]
    ]


def half(identity: str) -> str:
    return "held" if int(hashlib.sha256(identity.encode()).hexdigest()[-1], 16) % 2 else "tune"


class Stage:
    """All scenes read by one reader."""

    def __init__(self, chosen: Iterable[Row]) -> None:
        self.scenes = list(chosen)
        self.shelf: Shelf = open_shelf()
        reader = open_reader(self.shelf)
        self.sides = Sides(self.shelf, reader.gazetteer)
        self.dispute_words, self.pledge_words = load_dispute_words(self.shelf), load_pledge_words(self.shelf)
        sources = [
            Source(report["text"], UncertainDay.from_plain(PlainDay.parse(report["day"]), "given"))
            for scene in self.scenes
            for report in scene["reports"]
        ]
        self.annotations = annotate_many(sources, reader)
        self.found = {scene["id"]: self._read(scene) for scene in self.scenes}

    def _read(self, scene: Row) -> Findings:
        said: list[ToldStatement] = []
        happened: list[ToldEvent] = []
        reports: list[Report] = []
        for number, report in enumerate(scene["reports"]):
            read = next(self.annotations)
            assert read.refused is None, (scene["id"], read.refused)
            day = UncertainDay.from_plain(PlainDay.parse(report["day"]), "given")
            name = f"report:{scene['id']}-{number}"
            told = Told(name, report["text"], day, name, None)
            reports.append(Report(name, report["text"], None, None, None, None, "en", day, name))
            said += [ToldStatement(told, replace(one, id=f"{one.id}{name}")) for one in read.statements]
            happened += [
                ToldEvent(
                    told, replace(one, id=f"{one.id}{name}", said_by=f"{one.said_by}{name}" if one.said_by else None)
                )
                for one in read.events
            ]
        return Findings(tuple(reports), (), corroborate_statements(said), corroborate_events(happened))

    def disputes(self, scene: Row) -> tuple[Dispute, ...]:
        return find_disputes(self.found[scene["id"]], self.dispute_words, self.sides)

    def pledges(self, scene: Row, on: date | None = None) -> tuple[Pledge, ...]:
        found = self.found[scene["id"]]
        made = find_pledges(found, self.pledge_words, self.sides, on)
        named = sorted({treaty for row in made for treaty in row.treaties} & set(self.shelf.treaty_ids()))
        history = tuple((treaty, item) for treaty in named for item in load_chronology(self.shelf, treaty))
        return follow(made, found, self.pledge_words, self.sides, on, history)


def score(stage: Stage, part: Callable[[str], str]) -> dict[str, dict[str, Counts]]:
    """Part → disputes and pledges → counts; `part` says to which part a scene belongs by its id."""
    counts: dict[str, dict[str, Counts]] = {}
    for scene in stage.scenes:
        mine = counts.setdefault(part(scene["id"]), {"disputes": Counts(), "pledges": Counts()})
        _score_rows(scene, "disputes", [_told(row, stage) for row in stage.disputes(scene)], mine["disputes"])
        _score_rows(scene, "pledges", [_promised(row) for row in stage.pledges(scene)], mine["pledges"])
        for row in scene.get("pledges", []):
            _score_states(stage, scene, row, mine["pledges"])
    return counts


def _told(row: Dispute, stage: Stage) -> Row:
    last = row.last_word and stage.sides.of_entry(row.last_word)
    return {
        "by": row.by,
        "against": row.against,
        "treaty": row.treaty or "null",
        "systems": list(row.systems),
        "answered": str(bool(row.answers)).lower(),
        "last_word": last[0] if last else "null",
        "counter": str(bool(row.counter)).lower(),
        "articles": list(row.articles),
        "says": " | ".join(entry.content for entry in row.claim),
    }


def _promised(row: Pledge) -> Row:
    condition = row.parsed_condition
    return {
        "by": row.by,
        "does": row.parsed.act or "null",
        "negated": str(row.parsed.negated).lower(),
        "condition": {"actor": condition.actor or "null", "does": condition.act or "null"} if condition else "null",
        "says": row.promise,
    }


CORE = {"disputes": ("by", "against", "treaty", "answered"), "pledges": ("by", "does", "negated", "condition")}
DETAILS = ("last_word", "counter", "articles", "says")


def _score_rows(scene: Row, what: str, found: Iterable[Row], counts: Counts) -> None:
    left = list(scene.get(what, []))
    counts.expected += len(left)
    for row in found:
        wanted = next((one for one in left if _is_right(one, row, CORE[what])), None)
        if wanted is None and any(_is_right(one, row, tuple(one)) for one in scene.get("maybe", [])):
            continue
        counts.found += 1
        if wanted is None:
            counts.wrong.append(f"{scene['id']}: found {row}")
            continue
        left.remove(wanted)
        counts.right += 1
        _score_details(scene, wanted, row, counts)
    counts.wrong += [f"{scene['id']}: missed {row}" for row in left]


def _is_right(wanted: Row, found: Row, keys: Iterable[str]) -> bool:
    """Whether all is told as it should be; systems that are named beside the matter (`also`) may be told or not."""
    systems, told = set(wanted.get("systems", ())), set(found.get("systems", ()))
    return systems <= told <= systems | set(wanted.get("also", ())) and all(
        wanted[key] == found.get(key) for key in keys
    )


def _score_details(scene: Row, wanted: Row, found: Row, counts: Counts) -> None:
    for name in DETAILS:
        if name in wanted:
            right = wanted[name] in found[name] if name == "says" else wanted[name] == found[name]
            counts.details += 1
            counts.right_details += right
            if not right:
                counts.wrong.append(f"{scene['id']}: {name} {found[name]}, expected {wanted[name]}")


def _score_states(stage: Stage, scene: Row, wanted: Row, counts: Counts) -> None:
    for day, state in wanted["states"].items():
        counts.states += 1
        told = list(_states(stage.pledges(scene, date.fromisoformat(day)), wanted))
        if told == [state]:
            counts.right_states += 1
        else:
            counts.wrong.append(f"{scene['id']}: on {day} found {told}, expected {state}")


def _states(pledges: Iterable[Pledge], wanted: Row) -> Iterator[str]:
    for row in pledges:
        if row.by == wanted["by"] and (row.parsed.act or "null") == wanted["does"]:
            yield row.state.value
