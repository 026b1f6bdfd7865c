"""Every name on the shelf, and what a typed name means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.errors import AmbiguousName, UnknownName, UsageError
from treatywatch.shelf import Name, Shelf, open_shelf
from treatywatch.shelf.names import folded, from_rows, key, to_rows
from treatywatch.shelf.naming import covers

SUMMER_2019 = date(2019, 7, 5)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return open_shelf()


@pytest.mark.parametrize(
    ("kind", "text", "day", "id"),
    [
        ("actor", "NATO chief", date(2019, 7, 5), "jens-stoltenberg"),
        ("actor", "NATO chief", date(2008, 3, 1), "jaap-de-hoop-scheffer"),
        ("actor", "NATO chief", date(2024, 9, 30), "jens-stoltenberg"),
        ("actor", "NATO chief", date(2024, 10, 1), "mark-rutte"),
        ("person", "US president", date(2016, 1, 1), "barack-obama"),
        ("office", "Russian president", date(2019, 7, 5), "rus-president"),
        ("person", "stoltenberg", SUMMER_2019, "jens-stoltenberg"),
        ("person", "Bush", date(1990, 1, 1), "george-h-w-bush"),
        ("person", "Bush", date(2005, 1, 1), "george-w-bush"),
        ("person", "Putin", None, "vladimir-putin"),
        ("actor", "Soviet", SUMMER_2019, "su"),
        ("actor", "Russia", None, "ru"),
        ("actor", "Russia", date(1985, 1, 1), "su"),
        ("actor", "RUSSIA", SUMMER_2019, "ru"),
        ("actor", "the Kremlin", SUMMER_2019, "ru"),
        ("organisation", "the Kremlin", SUMMER_2019, "rus-kremlin"),
        ("state", "GBR", None, "gb"),
        ("state", "YUG", None, "yu"),
        ("actor", "au", None, "au"),
        ("actor", "African Union", None, "african-union"),
        ("actor", "Russia's mission to NATO", SUMMER_2019, "rus-mission-nato"),
        ("actor", "the Russian mission to NATO", SUMMER_2019, "rus-mission-nato"),
        ("actor", "US mission to NATO", SUMMER_2019, "usa-mission-nato"),
        ("actor", "China", None, "cn"),
        ("treaty", "Open Skies", None, "open-skies"),
        ("treaty", "npt", None, "npt"),
        ("treaty", "Ottawa treaty", None, "ottawa"),
        ("treaty", "New START", None, "new-start"),
        ("treaty", "INF Treaty", None, "inf"),
        ("system", "SSC-8", None, "9m729"),
        ("system", "9М729", None, "9m729"),  # Cyrillic М
        ("system", "screwdriver", None, "9m729"),
        ("system", "SSC-X-4", None, "rk-55"),
        ("system", "Burevestnik", None, "9m730"),
        ("outlet", "AFP", None, "afp"),
        ("outlet", "www.bbc.co.uk", None, "bbc"),
        ("person", "Berzins", date(2001, 1, 1), "andris-berzins"),
    ],
)
def test_a_name_means_this_id(shelf: Shelf, kind: str, text: str, day: date | None, id: str) -> None:
    if text == "Berzins":
        with pytest.raises(AmbiguousName):  # prime minister and foreign minister of the same time
            shelf.resolve(kind, text, day)
    else:
        assert shelf.resolve(kind, text, day) == id


@pytest.mark.parametrize(
    ("kind", "text", "choices"),
    [
        ("treaty", "OST", {"open-skies", "outer-space"}),
        ("treaty", "Moscow Treaty", {"sort", "ptbt"}),
        ("treaty", "START", {"start-1", "start-2", "new-start"}),
        ("system", "Pershing", {"pershing-1a", "pershing-2"}),
        ("system", "Iskander", {"9k720", "9m728", "9m729"}),
        ("actor", "the bloc", {"eu", "asean", "wto-wp", "g7"}),
        ("actor", "Brussels", {"be", "eu", "nato"}),
        ("actor", "Congo", {"cg", "cd"}),
        ("person", "Ivanov", {"igor-ivanov", "sergei-ivanov"}),
    ],
)
def test_a_name_of_several_is_answered_with_the_choices(shelf: Shelf, kind: str, text: str, choices: set[str]) -> None:
    with pytest.raises(AmbiguousName) as refused:
        shelf.resolve(kind, text)
    assert set(refused.value.choices) == choices
    assert all(id in str(refused.value) for id in choices)


@pytest.mark.parametrize(
    ("kind", "text", "near"),
    [
        ("actor", "Rusia", "ru"),
        ("actor", "Germny", "de"),
        ("treaty", "Otawa Treaty", "ottawa"),
        ("system", "9M792", "9m729"),
        ("outlet", "Reutrs", "reuters"),
        ("person", "Jens Stoltenburg", "jens-stoltenberg"),
    ],
)
def test_a_slip_is_answered_with_near_names(shelf: Shelf, kind: str, text: str, near: str) -> None:
    with pytest.raises(UnknownName, match=rf"found no {kind} of this name.*say .*\b{near}\b"):
        shelf.resolve(kind, text)


def test_nonsense_is_answered_with_the_command_that_lists(shelf: Shelf) -> None:
    with pytest.raises(UnknownName, match="treatywatch treaties lists them"):
        shelf.resolve("treaty", "qqqqqqqqqqqq")


def test_a_wrong_kind_is_a_wrong_usage(shelf: Shelf) -> None:
    with pytest.raises(UsageError, match="kind: found 'planet'"):
        shelf.resolve("planet", "Mars")


def test_every_id_means_itself(shelf: Shelf) -> None:
    for kind, ids in (("state", shelf.states), ("organisation", shelf.organisations), ("outlet", shelf.outlets)):
        assert all(shelf.resolve(kind, id.upper()) == id for id in ids)
    assert all(shelf.resolve("system", id) == id for id in shelf.systems)
    assert all(shelf.resolve("treaty", id) == id for id in shelf.named_treaties)


def test_no_name_means_two_kinds_of_actor_by_one_id(shelf: Shelf) -> None:
    persons = {name.id for name in shelf.names() if name.kind == "person"}
    assert not set(shelf.states) & set(shelf.organisations)
    assert not (set(shelf.states) | set(shelf.organisations) | set(shelf.offices)) & persons


def test_names_have_their_days(shelf: Shelf) -> None:
    soviet = [name for name in shelf.names() if name.text == "Moscow"]
    assert {name.id for name in soviet if name.means_on(date(1987, 12, 8))} == {"su"}
    assert {name.id for name in soviet if name.means_on(date(1991, 12, 26))} == {"ru"}
    assert all(name.ambiguous for name in soviet)


def test_accents_may_be_left_out(shelf: Shelf) -> None:
    assert any(name.text == "Fars News Agency" for name in shelf.names())
    plain = {name.id for name in shelf.names() if name.text == "Jaroslaw Kaczynski"}
    assert plain == {"jaroslaw-kaczynski"}


def test_a_site_gives_way_to_its_owner(shelf: Shelf) -> None:
    assert {(name.kind, name.id) for name in shelf.names() if name.text == "NATO"} == {("actor", "nato")}


def test_a_term_known_by_month_covers_the_month(shelf: Shelf) -> None:
    brooks = next(tenure for _, tenure in shelf.tenures("linton-brooks"))
    assert (str(brooks.since), str(brooks.until)) == ("1991", "1992")
    assert covers(brooks, date(1991, 1, 1))
    assert covers(brooks, date(1992, 12, 31))
    assert not covers(brooks, date(1993, 1, 1))
    assert not covers(brooks, date(1990, 12, 31))


def test_on_a_handover_day_the_successor_holds_the_office(shelf: Shelf) -> None:
    assert [tenure.person for tenure in shelf.holders("usa-president", date(2021, 1, 20))] == ["joe-biden"]
    assert [tenure.person for tenure in shelf.holders("usa-president", date(2021, 1, 19))] == ["donald-trump"]


def test_single_offices_have_at_most_one_holder_on_any_day_known_for_certain(shelf: Shelf) -> None:
    days = [date(year, month, 15) for year in range(1988, 2026) for month in (1, 5, 9)]
    for office in shelf.offices.values():
        certain = [
            t for t in office.holders if not t.approximate and t.capacity == "substantive" and t.since and t.since.exact
        ]
        for day in days if office.single_holder else ():
            held = {t.person for t in certain if covers(t, day) and (t.until is None or t.until.exact)}
            assert len(held) <= 1, (office.id, day, held)


def test_rows_give_the_names_back(shelf: Shelf) -> None:
    assert from_rows(to_rows(shelf.names())) == shelf.names()


def test_an_article_and_capitals_make_no_difference(shelf: Shelf) -> None:
    names = [name.text for name in shelf.names() if not name.text.lower().startswith("the ")]
    assert all(key(f"The {text}") == key(text.lower()) == key(text) for text in names)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.dates(), st.dates(), st.dates())
def test_names_meet_where_they_share_a_day(a: date, b: date, day: date) -> None:
    first, second = Name("x", "actor", "a", since=a), Name("x", "actor", "b", until=b)
    assert first.meets(second) == second.meets(first) == (a < b)
    if first.means_on(day) and second.means_on(day):
        assert first.meets(second)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("NEWSTART", "new-start"),
        ("START1", "start-1"),
        ("OUTERSPACE", "outer-space"),
        ("CCW_P3", "ccw-p3"),
        ("CCW_AP2", "ccw-p2-amended"),
        ("OST_SKIES", "open-skies"),
        ("rome statute", "rome-statute"),
    ],
)
def test_an_id_is_known_without_its_hyphens_as_tables_write_it(shelf: Shelf, typed: str, id: str) -> None:
    assert shelf.resolve("treaty", typed) == id
