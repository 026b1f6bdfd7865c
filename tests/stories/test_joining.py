"""A report that joins gives the stories that all reports give at once, in whatever order they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import permutations

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Report, Story
from treatywatch.model.vocabulary import Relation
from treatywatch.stories import Stories, group
from treatywatch.stories.grouping import id_after

Make = Callable[..., Report]
Outlets = Mapping[str, Outlet]
Texts = Mapping[str, str]


def _reports(make: Make, texts: Texts) -> list[Report]:
    wire, own, other = texts["wire"], texts["own"], texts["other"]
    borrowed = "\n\n".join(wire.split("\n\n")[4:6])
    return [
        make("wire", wire, credit="reuters", how="dateline"),
        make("copy", wire.replace("GENEVA, 12 March 2021 (Reuters) - ", ""), outlet="gazette"),
        make("partial", f"{other}{own}\n\n{borrowed}", outlet="tribune"),
        make("second", texts["second"], day="2021-03-13", outlet="tribune"),
    ]


def _shapes(stories: Stories | tuple[Story, ...]) -> set[Story]:
    return {replace(story, id="") for story in stories}


def test_joining_one_by_one_gives_what_all_at_once_give_in_any_order(
    make: Make, texts: Texts, outlets: Outlets
) -> None:
    for order in permutations(_reports(make, texts)[:3]):
        joined, together = Stories(outlets, order), group(order, outlets)
        assert _shapes(joined) == _shapes(together)
        assert {story.id for story in joined} == {story.id for story in together}


def test_report_of_another_hand_on_the_same_happening_joins_the_story_in_any_order(
    make: Make, texts: Texts, outlets: Outlets
) -> None:
    wire, copy, _, second = _reports(make, texts)
    for order in permutations([wire, copy, second]):
        (story,) = Stories(outlets, order)
        assert story.line_count == 2
        assert _relation(story, second) is Relation.INDEPENDENT


def _relation(story: Story, report: Report) -> Relation:
    return next(member.relation for member in story.members if member.report == report.id)


def test_every_id_ever_given_finds_the_story_that_holds_its_report(make: Make, texts: Texts, outlets: Outlets) -> None:
    for order in permutations(_reports(make, texts)):
        stories = Stories(outlets)
        given = [(stories.add(report).id, report.id) for report in order]
        for id, report in given:
            found = stories.find(id)
            assert found is not None
            assert id_after(report) != id or report in {member.report for member in found.members}


def test_report_that_is_known_changes_nothing(make: Make, texts: Texts, outlets: Outlets) -> None:
    reports = _reports(make, texts)
    stories = Stories(outlets, reports)
    before = list(stories)
    stories.add(reports[1])
    assert list(stories) == before
    assert stories.find("story:none") is None
