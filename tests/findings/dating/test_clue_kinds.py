"""Kinds of clues, one by one: standing told as present, weekdays with their day, terms counted from an act, numbers in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from treatywatch.findings.dating import Almanac
from treatywatch.findings.dating.clues import Clue, Option
from treatywatch.findings.dating.concepts import Concepts
from treatywatch.findings.dating.inferring import gather_clues
from treatywatch.language.prose import Source, read_many
from treatywatch.model.dating import Bound
from treatywatch.pipeline import Reader, _gate, _understand
from treatywatch.shelf import open_shelf

from .conftest import TODAY, Infer

pytestmark = pytest.mark.needs_model
Gather = Callable[[str], tuple[Clue, ...]]


@pytest.fixture(scope="module")
def gathered(dating_reader: Reader) -> Gather:
    """The clues of a text."""
    reader, almanac = dating_reader, Almanac.of(dating_reader.shelf, TODAY)

    def of(text: str) -> tuple[Clue, ...]:
        (prose,) = read_many(
            [Source(text)], reader.gazetteer, reader.directory, reader.model, lambda prose: _gate(prose, reader)
        )
        return gather_clues(prose, _understand(prose, reader), almanac, reader.actions).clues

    return of


def options(clues: tuple[Clue, ...], says: str) -> list[Option]:
    return [option for clue in clues for option in clue.options if says in option.says]


@pytest.mark.parametrize(
    ("text", "says", "earliest", "latest"),
    [
        ("New START remains in force, a spokesman said.", "tells of new-start", date(2011, 2, 5), date(2026, 2, 25)),
        ("The INF Treaty is still in force.", "tells of inf", date(1988, 6, 1), date(2019, 8, 22)),
        ("START II has not yet entered into force.", "tells of start-2", None, None),
        ("The CTBT has yet to enter into force.", "tells of ctbt", None, None),
        ("The Mine Ban Treaty has not yet entered into force.", "tells of ottawa", date(1945, 1, 1), date(1999, 3, 21)),
        ("Both miss the now-defunct INF Treaty.", "tells of inf", date(2019, 8, 2), date(2100, 1, 1)),
        ("The INF Treaty remained in force until then.", "tells of inf", None, None),
    ],
)
def test_standing_told_as_present_bounds_a_report_by_the_treatys_life(
    gathered: Gather, text: str, says: str, earliest: date | None, latest: date | None
) -> None:
    found = [(one.earliest, one.latest) for one in options(gathered(text), says)]
    assert found == ([] if earliest is None else [(earliest, latest)])


def test_weekday_with_its_day_of_the_month_fits_only_some_years(gathered: Gather) -> None:
    found = options(gathered("The exit took effect on Sunday, 22 November, officials said."), "Sunday, 22 November")
    days = {one.anchor for one in found}
    assert date(2020, 11, 22) in days
    assert all(day is not None and (day.month, day.day, day.isoweekday()) == (11, 22, 7) for day in days)
    near = [one for one in found if one.anchor == date(2020, 11, 22)]
    assert sorted(one.latest for one in near) == [date(2020, 12, 2), date(2021, 1, 6)]


def test_term_after_an_act_leads_to_the_day_so_long_after_it_and_the_act_is_not_the_news(gathered: Gather) -> None:
    text = (
        "Duma votes again\n\nMOSCOW - A week after it approved START II, Russia's State Duma on Friday ratified the "
        "Comprehensive Test Ban Treaty by 298 votes to 74."
    )
    clues = gathered(text)
    found = [one for one in options(clues, "tells “A week” after what is known of 2000-04-14")]
    assert [(one.earliest, one.latest, one.bound) for one in found] == [
        (date(2000, 4, 17), date(2000, 4, 25), Bound.NEAR)
    ]
    assert not options(clues, "the lead tells in like words what is known of 2000-04-14")


def test_term_before_what_is_to_come_is_not_told_after_it(gathered: Gather) -> None:
    text = "The treaty's end is near\n\nThe ABM Treaty will end on Thursday, six months after Washington gave notice of its withdrawal."
    assert not options(gathered(text), "tells “six months” after")


def test_large_numbers_in_words_are_those_in_figures_and_small_ones_tell_nothing() -> None:
    concepts = Concepts.of(open_shelf())
    assert concepts.of_token("seventy-one") == concepts.of_token("71") == frozenset({"71"})
    assert concepts.of_token("two") == frozenset()


def test_a_number_of_ratifications_bounds_the_day(infer: Infer) -> None:
    told = "Cluster bombs are illegal now. 107 countries have signed the Convention on Cluster Munitions and 38 have ratified it."
    found = infer(told)
    assert found is not None
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= date(2010, 8, 3) <= found.latest
    assert (found.latest - found.earliest).days < 500


def test_the_senate_is_not_the_duma(infer: Infer) -> None:
    found = infer(
        "The Senate on Friday approved the START II treaty by 87 votes to 4. The Duma has not begun to debate it."
    )
    assert found is not None
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= date(1996, 1, 27) <= found.latest < date(2000, 1, 1)
