"""The alias gate: names by every spelling, read on the report's day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.language.names import Gazetteer
from treatywatch.language.names_folding import fold, lower
from treatywatch.language.names_spelling import one_edit
from treatywatch.model.annotation import Mention
from treatywatch.shelf import open_shelf

JULY = date(2019, 7, 5)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.of(open_shelf())


def ids(mentions: tuple[Mention, ...], kind: str | None = None) -> list[str]:
    return [m.id for m in mentions if kind in (None, m.kind)]


def test_offsets_and_texts_of_mentions_are_those_of_the_text(gazetteer: Gazetteer) -> None:
    text = "Élysée, Russia’s 9М729 and the SSC‑8 — Washington’s answer."
    for mention in gazetteer.find(text, JULY):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "written", ["SSC-8", "SSC‑8", "SSC 8", "SSC8", "9M729", "9М729", "9M729s", "Screwdriver missile"]
)
def test_a_missile_is_found_by_every_nomenclature_and_spelling(gazetteer: Gazetteer, written: str) -> None:
    assert ids(gazetteer.find(f"Russia fielded the {written} in 2017.", JULY), "system") == ["9m729"]


@pytest.mark.parametrize("other", ["9M728", "9M730", "SSC-X-4", "SS-200", "SSC-80"])
def test_a_missile_is_not_taken_for_one_of_a_like_name(gazetteer: Gazetteer, other: str) -> None:
    assert "9m729" not in ids(gazetteer.find(f"The {other} missile flew.", JULY))


def test_moscow_means_the_soviet_union_before_its_end(gazetteer: Gazetteer) -> None:
    text = "Moscow accepted, Russian officials said."
    assert ids(gazetteer.find(text, date(1987, 12, 8))) == ["su", "su"]
    assert ids(gazetteer.find(text, date(1991, 12, 26))) == ["ru", "ru"]


def test_soviet_stays_soviet_on_any_day(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.find("Soviet forces scrapped them.", JULY)) == ["su"]


@pytest.mark.parametrize(
    ("text", "treaty"),
    [
        ("The OST lets unarmed planes fly; open skies help trust.", "open-skies"),
        ("The OST bars nuclear weapons in outer space.", "outer-space"),
        ("The Moscow Treaty cuts strategic offensive arms to 2,200 warheads.", "sort"),
        ("The Moscow Treaty banned tests under water and in the atmosphere.", "ptbt"),
        ("the Intermediate-range nuclear forces treaty", "inf"),
        ("the new START treaty", "new-start"),
        ("the New Start accord", "new-start"),
    ],
)
def test_a_treaty_of_several_names_is_told_by_its_company(gazetteer: Gazetteer, text: str, treaty: str) -> None:
    assert ids(gazetteer.find(text, JULY), "treaty")[0] == treaty


def test_a_letter_broken_off_belongs_to_the_name(gazetteer: Gazetteer) -> None:
    mention = gazetteer.find("talks with senior Russia n officials", JULY)[0]
    assert (mention.id, mention.text) == ("ru", "Russia n")


@pytest.mark.parametrize(
    "text",
    [
        "The Washington Treaty of 1949 stands.",
        "South America is far.",
        "George Washington slept here.",
        "Kings Bay, Georgia",
    ],
)
def test_part_of_another_name_is_no_state(gazetteer: Gazetteer, text: str) -> None:
    assert not {"us", "ge"} & set(ids(gazetteer.find(text, JULY), "actor"))


def test_a_paper_is_an_outlet_and_no_government(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("The Washington Post saw the letter.", JULY)
    assert [m.kind for m in found] == ["outlet"]


@pytest.mark.parametrize(
    "text",
    ["Talks went on in Moscow.", "MOSCOW (AP) — Nothing moved.", "He flew to Washington.", "a Moscow-based group"],
)
def test_a_capital_told_as_a_place_is_a_place(gazetteer: Gazetteer, text: str) -> None:
    assert next(iter(gazetteer.find(text, JULY))).kind == "place"


def test_a_capital_that_acts_is_its_government(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.find("Washington will quit unless Moscow yields.", JULY), "actor") == ["us", "ru"]


def test_lower_case_words_are_no_names(gazetteer: Gazetteer) -> None:
    assert not gazetteer.find("let us start with the turkey, the china and a polish of the stone", JULY)


def test_a_headline_in_capitals_is_read_and_its_verbs_are_not(gazetteer: Gazetteer) -> None:
    found = ids(gazetteer.find("TALKS START AS RUSSIA WARNS NATO", JULY))
    assert found == ["ru", "nato"]


def test_a_name_one_letter_off_is_found_where_one_person_fits(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Jens Stoltenburg met Mikhail Gorbachyev.", JULY)
    assert ids(found) == ["jens-stoltenberg", "mikhail-gorbachev"]


def test_a_surname_means_who_holds_office_that_day(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.find("President Bush spoke.", date(1990, 5, 1)), "person") == ["george-h-w-bush"]
    assert ids(gazetteer.find("President Bush spoke.", date(2003, 5, 1)), "person") == ["george-w-bush"]


def test_a_surname_behind_a_strange_given_name_is_nobody_of_the_shelf(gazetteer: Gazetteer) -> None:
    assert not ids(gazetteer.find("In the village Yelena Lavrov keeps bees.", JULY), "person")


def test_brussels_speaks_for_nato_where_the_report_is_about_nato(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.find("NATO met. NATO envoys agreed. Brussels wants more.", JULY), "actor")[-1] == "nato"
    assert ids(gazetteer.find("The European Union met. Brussels wants more.", JULY), "actor")[-1] == "eu"


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200) | st.text("US Rusia'-s NATO.\n9M72SC8é’ ", max_size=120), on=st.none() | st.dates())
def test_mentions_never_overlap_and_nothing_raises(gazetteer: Gazetteer, text: str, on: date | None) -> None:
    end = 0
    for mention in gazetteer.find(text, on):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(st.text(max_size=100))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(lower(fold(text))) == len(text)


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8))
def test_one_edit_agrees_with_the_definition(a: str, b: str) -> None:
    def near(x: str, y: str) -> bool:
        if x == y:
            return True
        dropped = {x[:i] + x[i + 1 :] for i in range(len(x))}
        swapped = {x[:i] + x[i + 1] + x[i] + x[i + 2 :] for i in range(len(x) - 1)}
        same = len(x) == len(y) and sum(p != q for p, q in zip(x, y, strict=True)) == 1
        return y in dropped or x in {y[:i] + y[i + 1 :] for i in range(len(y))} or y in swapped or same

    assert one_edit(a, b) == near(a, b)


@pytest.mark.parametrize("written", ["the District of Columbia", "a radar in Siberia", "the Victorian age"])
def test_another_known_word_is_no_misspelt_name(gazetteer: Gazetteer, written: str) -> None:
    assert not ids(gazetteer.find(written), "actor")


def test_name_one_edit_away_is_still_found(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.find("Colombai and Liberya signed."), "actor") == ["co", "lr"]


@pytest.mark.parametrize(
    ("text", "day", "system"),
    [
        ("Two Poseidon submarines will be taken apart.", date(1986, 6, 11), "poseidon-c-3"),
        ("The Poseidon torpedo was launched from a submarine.", date(2025, 11, 1), "poseidon"),
    ],
)
def test_a_name_that_two_weapons_bore_is_read_by_the_day(
    gazetteer: Gazetteer, text: str, day: date, system: str
) -> None:
    assert ids(gazetteer.find(text, day), "system") == [system]


@pytest.mark.parametrize(
    "text",
    ["Peacekeepers arrived in the town.", "The plan backfires on the party.", "Lance and Hades, said Agni, a singer."],
)
def test_words_that_are_weapons_elsewhere_are_no_weapons_here(gazetteer: Gazetteer, text: str) -> None:
    assert ids(gazetteer.find(text, JULY), "system") == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A spokesman for the National Security Council declined to comment.", ["usa-nsc"]),
        ("Turkey’s National Security Council met on Friday.", ["tr"]),
        ("The Pakistani National Security Council met on Friday.", ["pk"]),
    ],
)
def test_a_council_is_the_american_one_unless_another_owner_stands_before_it(
    gazetteer: Gazetteer, text: str, actors: list[str]
) -> None:
    assert ids(gazetteer.find(text, JULY), "actor") == actors
    assert ids(gazetteer.find(text, JULY), "outlet") == []


@pytest.mark.parametrize("text", ["On Tuesday Congress approved the sale.", "A bill is before Congress."])
def test_congress_alone_is_the_american_one(gazetteer: Gazetteer, text: str) -> None:
    assert ids(gazetteer.find(text), "actor") == ["usa-congress"]


@pytest.mark.parametrize(
    "text", ["The Congress of Vienna met.", "The Workers' Party Congress met.", "Congress party men."]
)
def test_another_congress_is_not_the_american_one(gazetteer: Gazetteer, text: str) -> None:
    assert "usa-congress" not in ids(gazetteer.find(text), "actor")


@pytest.mark.parametrize(
    ("text", "day", "treaty"),
    [
        ("Bush signed START in 1991.", date(2019, 8, 3), "start-1"),
        ("The Senate debated the START treaty on Thursday.", date(2010, 12, 16), "new-start"),
        ("The Senate debated the START treaty on Thursday.", date(1992, 10, 1), "start-1"),
        ("The Senate debated the START treaty on Thursday.", None, "start-1"),
    ],
)
def test_a_name_that_a_newer_treaty_took_over_is_read_by_the_day_and_by_the_year_beside_it(
    gazetteer: Gazetteer, text: str, day: date | None, treaty: str
) -> None:
    assert ids(gazetteer.find(text, day), "treaty") == [treaty]
