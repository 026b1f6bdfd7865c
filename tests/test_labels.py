"""The gold labels keep to the closed vocabularies and to the ids of the shelf."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from treatywatch.dates import PlainDay
from treatywatch.model.vocabulary import EventKind, Modality, QuoteKind, Relation, Stance
from treatywatch.shelf import Shelf, open_shelf

LABELS = Path(__file__).resolve().parent / "labels"
SETS = tuple(yaml.safe_load((LABELS / "sets.yml").read_text(encoding="utf-8")))
FILES = sorted(path for name in SETS for path in (LABELS / name).glob("*.yml"))
NOT_ON_THE_SHELF = {
    "chris-wright",
    "dan-coats",
    "leonid-slutsky",
    "mikhail-matveevsky",
    "shen-jian",
    "wendy-sherman",
}
"""Persons of the texts who hold no office of the shelf; their labels name them by slug."""


@cache
def shelf() -> Shelf:
    return open_shelf()


@cache
def people() -> frozenset[str]:
    return frozenset(holder.person for office in shelf().offices.values() for holder in office.holders)


@cache
def treaties() -> frozenset[str]:
    return frozenset(name.id for name in shelf().names() if name.kind == "treaty")


def gold(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def values(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found]


def known_actor(id: str) -> bool:
    return id in shelf().states or id in shelf().organisations or id in people() or id in NOT_ON_THE_SHELF


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_are_of_the_closed_vocabularies(path: Path) -> None:
    label = gold(path)
    for statement in label["statements"]:
        assert {Stance(one) for one in values(statement["stance"])}
        assert {QuoteKind(one) for one in values(statement["kind"])}
    for event in label["events"]:
        assert {EventKind(one) for one in values(event["kind"])}
        assert {Modality(one) for one in values(event["modality"])}
        assert event["day"] is None or PlainDay.parse(event["day"])


def ids_of(label: Any) -> Iterator[str]:
    for statement in label["statements"]:
        for speaker in (statement["speaker"], *statement.get("co_speakers", [])):
            yield from (speaker[key] for key in ("actor", "on_behalf_of") if speaker[key])
        yield from statement.get("targets", [])
    for event in label["events"]:
        yield from (*event["actors"], *event.get("targets", []))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_are_of_the_shelf(path: Path) -> None:
    label = gold(path)
    assert not [id for id in ids_of(label) if not known_actor(id)]
    offices = {statement["speaker"]["office"] for statement in label["statements"]} - {None}
    assert offices <= set(shelf().offices)
    named = {one for event in label["events"] for one in values(event["treaty"]) if one}
    assert named | {one for statement in label["statements"] for one in statement.get("treaties", [])} <= treaties()
    systems = {one for part in ("statements", "events") for item in label[part] for one in item.get("systems", [])}
    assert systems <= set(shelf().systems)


def test_stories_name_files_and_relations_that_exist() -> None:
    label = gold(LABELS / "stories.yml")
    files = {path.name for path in (LABELS.parent.parent / "examples" / "reports").iterdir()}
    members = [member for story in label["stories"] for member in story["members"]]
    told = [member["report"] for member in (*members, *label["alone"])]
    assert sorted(told) == sorted(files)
    assert all(Relation(one) for member in members for one in values(member["relation"]))
