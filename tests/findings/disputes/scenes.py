"""The labelled scenes, read in one batch, and the scores of what is found in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
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


def scenes() -> list[Row]:
    return [
        scene
        for path in sorted(FOLDER.glob("*.yml"))
        for scene in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["scenes"]
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


def score(stage: Stage) -> dict[str, dict[str, Counts]]:
    """Half → disputes and pledges → counts."""
    counts = {name: {"disputes": Counts(), "pledges": Counts()} for name in ("tune", "held")}
    for scene in stage.scenes:
        mine = counts[half(scene["id"])]
        _score_rows(
            scene["id"], scene.get("disputes", []), [_told(row) for row in stage.disputes(scene)], mine["disputes"]
        )
        wanted = [{key: row[key] for key in ("by", "does", "negated", "condition")} for row in scene.get("pledges", [])]
        _score_rows(scene["id"], wanted, [_promised(row) for row in stage.pledges(scene)], mine["pledges"])
        for row in scene.get("pledges", []):
            _score_states(stage, scene, row, mine["pledges"])
    return counts


def _told(row: Dispute) -> dict[str, Any]:
    return {
        "by": row.by,
        "against": row.against,
        "treaty": row.treaty,
        "systems": list(row.systems),
        "answered": str(bool(row.answers)).lower(),
    }


def _promised(row: Pledge) -> dict[str, Any]:
    condition = row.parsed_condition
    return {
        "by": row.by,
        "does": row.parsed.act or "null",
        "negated": str(row.parsed.negated).lower(),
        "condition": {"actor": condition.actor or "null", "does": condition.act or "null"} if condition else "null",
    }


def _score_rows(scene: str, wanted: Iterable[Row], found: Iterable[Row], counts: Counts) -> None:
    left = [dict(row) for row in wanted]
    counts.expected += len(left)
    for row in found:
        counts.found += 1
        if row in left:
            left.remove(dict(row))
            counts.right += 1
        else:
            counts.wrong.append(f"{scene}: found {row}")
    counts.wrong += [f"{scene}: missed {row}" for row in left]


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
