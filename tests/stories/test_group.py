"""Stories: one for each happening, a line for each origin, a reason for each relation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.dates import PlainDay
from treatywatch.model.actor import Outlet
from treatywatch.model.report import Membership, Report, Story
from treatywatch.model.vocabulary import Relation
from treatywatch.stories import group

Make = Callable[..., Report]
Outlets = Mapping[str, Outlet]
Texts = Mapping[str, str]


def _members(stories: tuple[Story, ...]) -> dict[str, Membership]:
    return {member.report: member for story in stories for member in story.members}


def test_wire_and_its_uncredited_rewrite_are_one_line_inferred(make: Make, texts: Texts, outlets: Outlets) -> None:
    wire, copy = (
        make("wire", texts["wire"], credit="reuters", how="dateline"),
        make("copy", texts["reworded"], outlet="gazette"),
    )
    (story,) = group([copy, wire], outlets)
    members = _members((story,))
    assert (story.origin, story.line_count) == ("reuters", 1)
    assert members["report:wire"].relation is Relation.ORIGINAL
    assert (members["report:copy"].relation, members["report:copy"].of) == (Relation.REWRITE, "report:wire")
    credit = members["report:copy"].credit
    assert credit is not None
    assert (credit.outlet, credit.how) == ("reuters", "inferred")
    assert story.lines[0].inferred


def test_two_copies_of_an_unseen_wire_are_copies_of_the_absent_original(
    make: Make, texts: Texts, outlets: Outlets
) -> None:
    body = texts["wire"].replace("GENEVA, 12 March 2021 (Reuters) - ", "")
    one, two = (
        make("one", body, outlet="gazette", credit="reuters"),
        make("two", body + "\nRead more here.", outlet="courier"),
    )
    (story,) = group([one, two], outlets)
    assert (story.origin, story.line_count) == ("reuters", 1)
    assert {member.of for member in story.members} <= {"reuters", "report:one", "report:two"}
    assert story.members[0].of == "reuters"


def test_agency_that_puts_its_name_over_anothers_copy_is_seen(make: Make, texts: Texts, outlets: Outlets) -> None:
    body = texts["wire"].replace("GENEVA, 12 March 2021 (Reuters) - ", "")
    own = make("own", body, outlet="reuters")
    copies = [make(key, texts["reworded"], outlet=key, credit="afp", how="dateline") for key in ("gazette", "courier")]
    (story,) = group([*copies, own], outlets)
    members = _members((story,))
    assert (story.origin, story.line_count) == ("reuters", 1)
    assert members["report:own"].relation is Relation.ORIGINAL
    assert members["report:gazette"].of == "report:own"
    assert (
        "credits AFP in its dateline, but shares text with reports that tell reuters"
        in members["report:gazette"].because
    )


def test_of_two_agencies_over_one_text_the_one_told_on_an_earlier_day_is_the_origin(
    make: Make, texts: Texts, outlets: Outlets
) -> None:
    early = make("z", texts["other"], day="2021-03-12", outlet="gazette", credit="afp")
    late = make("a", texts["other"], day="2021-03-13", outlet="courier", credit="reuters")
    (story,) = group([late, early], outlets)
    assert (story.origin, story.line_count) == ("afp", 1)


def test_of_two_agencies_over_one_text_neither_is_the_origin_where_nothing_tells(
    make: Make, texts: Texts, outlets: Outlets
) -> None:
    one = make("a", texts["other"], outlet="gazette", credit="reuters")
    two = make("b", texts["other"], outlet="courier", credit="afp")
    (story,) = group([one, two], outlets)
    assert (story.origin, story.line_count) == (None, 1)
    assert Relation.ORIGINAL not in {member.relation for member in story.members}
    assert all("but shares text with reports that tell" in " ".join(member.because) for member in story.members)


def test_same_text_of_two_outlets_is_the_same(make: Make, texts: Texts, outlets: Outlets) -> None:
    first = make("a", texts["wire"], day="2021-03-12", outlet="gazette")
    second = make("b", texts["wire"], day="2021-03-14", outlet="courier")
    (story,) = group([second, first], outlets)
    members = _members((story,))
    assert members["report:a"].relation is Relation.ORIGINAL
    assert (members["report:b"].relation, members["report:b"].of) == (Relation.SAME, "report:a")
    assert story.line_count == 1


def test_which_came_first_is_not_claimed_where_nothing_tells_it(make: Make, texts: Texts, outlets: Outlets) -> None:
    first = make("a", texts["wire"], day=None, outlet="gazette")
    second = make("b", texts["reworded"], day=None, outlet="courier")
    (story,) = group([first, second], outlets)
    assert Relation.ORIGINAL not in {member.relation for member in story.members}
    assert any(
        "which of them came first is not told" in reason for member in story.members for reason in member.because
    )


def test_report_that_takes_over_a_part_rests_on_no_known_line(make: Make, texts: Texts, outlets: Outlets) -> None:
    borrowed = "\n\n".join(texts["wire"].split("\n\n")[4:6])
    wire = make("wire", texts["wire"], credit="reuters", how="dateline")
    partial = make("partial", texts["other"] + texts["own"] + "\n\n" + borrowed, outlet="tribune")
    story = next(story for story in group([wire, partial], outlets) if len(story.members) == 2)
    member = _members((story,))["report:partial"]
    assert member.relation is Relation.PARTIAL
    assert member.credit is None
    assert story.line_count is None


def test_background_that_an_agency_prints_again_months_later_makes_no_kin(
    make: Make, texts: Texts, outlets: Outlets
) -> None:
    background = "\n\n".join(texts["wire"].split("\n\n")[4:7])
    for day, stories in (("2021-03-12", 1), ("2021-09-30", 2)):
        later = make("later", texts["other"] + "\n\n" + background, day=day, outlet="gazette")
        found = group([make("wire", texts["wire"], credit="reuters", how="dateline"), later], outlets)
        assert len(found) == stories


def test_two_hands_on_one_happening_are_one_story_of_two_lines(make: Make, texts: Texts, outlets: Outlets) -> None:
    wire = make("wire", texts["wire"], credit="reuters", how="dateline")
    second = make("second", texts["second"], day="2021-03-13", outlet="tribune")
    (story,) = group([wire, second], outlets)
    member = _members((story,))["report:second"]
    assert (member.relation, member.of) == (Relation.INDEPENDENT, "report:wire")
    assert story.line_count == 2
    assert story.origin is None


def test_same_subject_on_another_day_is_another_story(make: Make, texts: Texts, outlets: Outlets) -> None:
    wire = make("wire", texts["wire"], credit="reuters", how="dateline")
    for day in ("2021-06-12", None):
        assert len(group([wire, make("second", texts["second"], day=day, outlet="tribune")], outlets)) == 2


def test_two_texts_of_one_agency_on_one_happening_are_one_line(make: Make, texts: Texts, outlets: Outlets) -> None:
    wire = make("wire", texts["wire"], credit="reuters", how="dateline")
    (story,) = group([wire, make("second", texts["second"], outlet="tribune", credit="reuters")], outlets)
    assert (story.origin, story.line_count) == ("reuters", 1)


def test_unrelated_reports_are_stories_of_their_own(make: Make, texts: Texts, outlets: Outlets) -> None:
    stories = group([make("a", texts["wire"], credit="reuters"), make("b", texts["other"], outlet="gazette")], outlets)
    assert [len(story.members) for story in stories] == [1, 1]
    members = _members(stories)
    assert (members["report:a"].relation, members["report:a"].of) == (Relation.WIRE_COPY, "reuters")
    assert (members["report:b"].relation, members["report:b"].of) == (Relation.ORIGINAL, None)


def test_chain_of_kin_does_not_glue_its_ends(make: Make, outlets: Outlets) -> None:
    def prose(numbers: range) -> str:
        words = [f"{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}" for n in numbers]
        rows = [f"Item {w} of the {w}{w} list was {w}x taken {w}y up by {w}z envoys {w}q on day {w}." for w in words]
        return "\n\n".join(rows)

    left, bridge, right = (
        make(name, prose(part)) for name, part in (("l", range(20)), ("m", range(10, 30)), ("r", range(20, 40)))
    )
    stories = group([left, bridge, right], outlets)
    together = [{member.report for member in story.members} for story in stories]
    assert not any({"report:l", "report:r"} <= members and "report:m" not in members for members in together)
    assert {"report:l", "report:r"} not in together


def test_stories_do_not_depend_on_the_order_of_reports(make: Make, texts: Texts, outlets: Outlets) -> None:
    reports = [
        make("wire", texts["wire"], credit="reuters", how="dateline"),
        make("copy", texts["reworded"]),
        make("own", texts["own"], outlet="tribune"),
        make("other", texts["other"]),
    ]
    answers = {tuple(replace(story, id="") for story in group(order, outlets)) for order in permutations(reports)}
    assert len(answers) == 1


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["wire", "reworded", "own", "other"]), max_size=5))
def test_every_report_is_in_exactly_one_story_and_in_at_most_one_line(
    make: Make, texts: Texts, outlets: Outlets, picks: list[str]
) -> None:
    reports = [
        make(f"{place}", texts[name], outlet="gazette" if place % 2 else None) for place, name in enumerate(picks)
    ]
    stories = group(reports, outlets)
    members = [member.report for story in stories for member in story.members]
    assert sorted(members) == sorted(report.id for report in reports)
    in_lines = [report for story in stories for line in story.lines for report in line.reports]
    assert len(in_lines) == len(set(in_lines))
    assert all(member.because for story in stories for member in story.members)


@pytest.mark.needs_data
def test_seeds_are_one_story_one_line_of_afp(data: Path, outlets: Outlets) -> None:
    from treatywatch.reading import read

    known = {
        **outlets,
        "afp": Outlet(
            "afp", "Agence France-Presse", "wire", "test", True, is_wire=True, credits=("Source: AFP", "(AFP)")
        ),
    }
    found = read([data / "seeds"], PlainDay.parse("2019-07-05"), outlets=known, today=date(2026, 11, 22))
    reports = [one for one in found if isinstance(one, Report)]
    (story,) = group(reports, known)
    assert (story.origin, story.line_count, len(story.members)) == ("afp", 1, 2)
    assert story.lines[0].inferred
    credits = {member.report: member.credit for member in story.members}
    inherited = credits[next(report.id for report in reports if report.credit is None)]
    assert inherited is not None
    assert (inherited.outlet, inherited.how) == ("afp", "inferred")
    assert {member.of for member in story.members} == {"afp"}
