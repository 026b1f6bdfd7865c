"""The stories of an archive, found in passes by several processes, are those that are found of a few reports at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Report, Story
from treatywatch.stories import find_story, group
from treatywatch.stories.archive import components, group_archive
from treatywatch.stories.grouping import id_after
from treatywatch.stories.proposals import as_pairs, merged, places

Make = Callable[..., Report]
Outlets = Mapping[str, Outlet]
Texts = Mapping[str, str]


def _archive(make: Make, texts: Texts) -> list[Report]:
    wire, own, other = texts["wire"], texts["own"], texts["other"]
    borrowed = "\n\n".join(wire.split("\n\n")[4:6])
    return [
        make("wire", wire, credit="reuters", how="dateline"),
        make("copy", wire.replace("GENEVA, 12 March 2021 (Reuters) - ", ""), outlet="gazette", credit="reuters"),
        make("partial", f"{other}{own}\n\n{borrowed}", outlet="tribune"),
        make("second", texts["second"], day="2021-03-13", outlet="tribune"),
        make("other", other, outlet="courier"),
    ]


@pytest.mark.slow
def test_archive_gives_the_stories_that_a_few_reports_give(make: Make, texts: Texts, outlets: Outlets) -> None:
    reports = _archive(make, texts)
    told: list[str] = []
    found = group_archive(reports, outlets, processes=2, progress=lambda what, *_: told.append(what))
    assert sorted(found, key=_name) == sorted(group(reports, outlets), key=_name)
    assert list(dict.fromkeys(told)) == ["reading", "proposing by runs", "proposing by days", "telling"]


@pytest.mark.slow
def test_report_that_comes_twice_is_one_and_no_reports_are_no_stories(
    make: Make, texts: Texts, outlets: Outlets
) -> None:
    report = make("wire", texts["wire"])
    (story,) = group_archive([report, report], outlets, processes=1)
    assert [member.report for member in story.members] == [report.id]
    assert list(group_archive([], outlets, processes=1)) == []


def test_late_original_becomes_the_root_and_the_story_keeps_its_id(make: Make, texts: Texts, outlets: Outlets) -> None:
    copy = make(
        "copy", texts["wire"].replace("GENEVA, 12 March 2021 (Reuters) - ", ""), credit="reuters", day="2021-03-13"
    )
    wire = make("wire", texts["wire"], credit="reuters", how="dateline", day="2021-03-12")
    (before,) = group([copy], outlets)
    (after,) = group([copy, wire], outlets)
    assert before.members[0].report == copy.id
    assert after.members[0].report == wire.id
    assert after.id == before.id


@given(st.permutations(range(5)), st.integers(min_value=1, max_value=5))
def test_every_id_that_was_ever_given_leads_to_the_story_that_holds_its_report(
    make: Make, texts: Texts, outlets: Outlets, order: Sequence[int], count: int
) -> None:
    reports = [_archive(make, texts)[number] for number in order]
    early, late = group(reports[:count], outlets), group(reports, outlets)
    assert {_shape(story) for story in late} == {_shape(story) for story in group(reports[::-1], outlets)}
    for story in early:
        found = find_story(late, story.id)
        assert found is not None
        first = next(report.id for report in reports if id_after(report.id) == story.id)
        assert first in {member.report for member in found.members}


def _shape(story: Story) -> Story:
    return replace(story, id="")


def _name(story: Story) -> str:
    return story.id


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]), max_size=15))
def test_components_hold_every_report_once_and_every_pair_within_one(make: Make, pairs: list[tuple[int, int]]) -> None:
    heads = [make(f"r{number}", "") for number in range(12)]
    runs = np.unique(as_pairs(pairs[::2]))
    found = list(components(heads, runs, np.unique(as_pairs(pairs[1::2]))))
    assert sorted(place for one in found for place in one.places) == list(range(12))
    assert sum(len(one.pairs) for one in found) == len(runs)
    for a, b in pairs:
        assert any({a, b} <= set(one.places) for one in found)


def test_weights_of_a_pair_over_several_buckets_come_together() -> None:
    one, other = as_pairs([(1, 2), (3, 4)]), as_pairs([(1, 2)])
    assert places(merged([(one, np.array([4, 4], np.int32)), (other, np.array([4], np.int32))], 8)) == [(1, 2)]
