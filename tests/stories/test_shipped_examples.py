"""The shipped examples: which copies which, as people labelled it before the program read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from treatywatch.dates import PlainDay
from treatywatch.model.actor import Outlet
from treatywatch.model.report import Membership, Report, Story
from treatywatch.reading import read
from treatywatch.shelf import open_shelf
from treatywatch.stories import group

Read = tuple[dict[str, Report], tuple[Story, ...]]


@pytest.fixture(scope="module")
def shelf_outlets() -> Mapping[str, Outlet]:
    return open_shelf().outlets


@pytest.fixture(scope="module")
def labels(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((root / "tests/labels/stories.yml").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def examples(root: Path, shelf_outlets: Mapping[str, Outlet]) -> Read:
    index = yaml.safe_load((root / "examples/index.yml").read_text("utf-8"))
    reports: dict[str, Report] = {}
    for entry in index["reports"]:
        day = PlainDay.parse(entry["published"]) if entry["published"] else None
        path = root / "examples" / entry["file"]
        (found,) = read([path], day, outlets=shelf_outlets, today=date(2026, 11, 22))
        assert isinstance(found, Report), found
        reports[path.name] = found
    return reports, group(reports.values(), shelf_outlets)


def _members(stories: tuple[Story, ...]) -> dict[str, tuple[Story, Membership]]:
    return {member.report: (story, member) for story in stories for member in story.members}


def test_copies_are_found_with_their_origin_and_make_one_line(examples: Read, labels: dict[str, Any]) -> None:
    reports, stories = examples
    members = _members(stories)
    for label in labels["stories"]:
        met = {members[reports[one["report"]].id][0].id for one in label["members"]}
        assert len(met) == 1, label["name"]
        story = next(story for story in stories if story.id in met)
        assert (story.origin, story.line_count) == (label["origin"], label["lines"]), label["name"]
        for one in label["members"]:
            member = members[reports[one["report"]].id][1]
            assert member.relation in ([one["relation"]] if isinstance(one["relation"], str) else one["relation"]), one
            assert member.of == (reports[one["of"]].id if one["of"] else None), one
            assert member.credit is not None
            assert (member.credit.outlet, member.credit.how) == (one["credit"], one["how"]), one


def test_what_copies_nothing_is_alone_and_keeps_its_own_credit(examples: Read, labels: dict[str, Any]) -> None:
    reports, stories = examples
    members = _members(stories)
    for one in labels["alone"]:
        report = reports[one["report"]]
        story, member = members[report.id]
        assert [line.reports for line in story.lines if report.id in line.reports] == [(report.id,)], one
        assert member.relation in ("original", "independent", "wire-copy"), one
        assert (report.credit.outlet if report.credit else None) == one["credit"], one
