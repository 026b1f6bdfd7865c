"""Who is who in a report: our own cases with floors, the two founding reports, and any text at all."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.language.cast import Cast
from treatywatch.language.cast_directory import Directory
from treatywatch.language.names import Gazetteer
from treatywatch.language.quotations import pair
from treatywatch.language.sentences import split
from treatywatch.model.statement import Speaker
from treatywatch.shelf import open_shelf

HERE = Path(__file__).resolve().parent
JULY = date(2019, 7, 5)


@cache
def reader() -> tuple[Gazetteer, Directory]:
    shelf = open_shelf()
    return Gazetteer.of(shelf), Directory.of(shelf)


@dataclass(frozen=True)
class Piece:
    start: int
    end: int


def cast_of(text: str, on: date | None, persons: tuple[Piece, ...] = ()) -> Cast:
    gazetteer, directory = reader()
    sentences = split(text)
    spans: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        spans[sentence.paragraph] = (spans.get(sentence.paragraph, (sentence.start, 0))[0], sentence.end)
    quotations = pair(text, tuple(spans[k] for k in sorted(spans))).found
    return Cast(text, sentences, gazetteer.find(text, on), directory, on, persons, quotations)


def span(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    return found[nth - 1].span()


def told(speaker: Speaker) -> str:
    return " | ".join(part or "-" for part in (speaker.name, speaker.actor, speaker.office, speaker.on_behalf_of))


def answer(cast: Cast, method: str, start: int, end: int) -> Any:
    if method == "speaker":
        return told(cast.speaker(start, end))
    return list(getattr(cast, method)(start, end))


@pytest.mark.parametrize("name", ["cast_cases", "cast_cases_unseen", "cast_cases_third"])
def test_cases_are_read_no_worse_than_their_floor(name: str, root: Path) -> None:
    floor = json.loads((root / "tests/floors/cast.json").read_text())[name]
    wrong, asked = [], 0
    for case in yaml.safe_load((HERE / f"{name}.yml").read_text()):
        cast = cast_of(case["text"], case["day"])
        for method, words, expected, *nth in case["asks"]:
            asked += 1
            found = answer(cast, method, *span(case["text"], words, *nth))
            if found != expected:
                wrong.append(f"{case['day']} {method} {words!r}: found {found}, expected {expected}")
    assert asked >= floor["asks"]
    assert 1 - len(wrong) / asked >= floor["right"], "\n".join(wrong)


def test_the_answer_has_the_offsets_of_the_words_given() -> None:
    text = "Stoltenberg spoke. “Time is short,” he said."
    start, end = span(text, "he")
    speaker = cast_of(text, JULY).speaker(start, end)
    assert (speaker.name, speaker.start, speaker.end) == ("Jens Stoltenberg", start, end)


def test_a_caller_that_knows_who_speaks_decides_we_and_us() -> None:
    text = '"We will answer, and our allies will help us."'
    cast = cast_of(text, JULY)
    lavrov = Speaker("Sergei Lavrov", "sergei-lavrov", "rus-foreign-minister", "ru", None, None)
    assert cast.actors(*span(text, "We"), lavrov) == ("ru",)
    assert cast.actors(*span(text, "us"), lavrov) == ("ru",)


def test_the_country_takes_up_whom_the_report_is_about_not_whom_it_mentions() -> None:
    text = (
        "Lithuania has left the convention. The country's authorities spoke of a threat from Russia. "
        "The republic said others would follow."
    )
    cast = cast_of(text, JULY)
    assert cast.speaker(*span(text, "The republic")).on_behalf_of == "lt"
    assert cast.speaker(*span(text, "The country's authorities")).on_behalf_of == "lt"


def test_name_behind_the_office_and_its_committee_is_who_speaks() -> None:
    text = "The head of the Duma Committee on Defence, Leonid Slutsky, agreed. Speaker Vyacheslav Volodin did too."
    slutsky, volodin = span(text, "Leonid Slutsky"), span(text, "Vyacheslav Volodin")
    cast = cast_of(text, JULY, (Piece(*slutsky), Piece(*volodin)))
    start = span(text, "The head of the Duma Committee on Defence")[0]
    assert cast.speaker(start, slutsky[1]).name == "Leonid Slutsky"


def test_an_organ_is_told_beside_its_state() -> None:
    text = "The Pentagon and the Russian mission to NATO kept silent."
    cast = cast_of(text, JULY)
    assert cast.organs(0, len(text)) == ("usa-dod", "rus-mission-nato")
    assert cast.actors(0, len(text)) == ("us", "ru")


def test_a_person_found_by_a_model_is_followed_to_the_surname() -> None:
    text = "On the margins stood Tibor Varga. Nobody noticed. Varga left early."
    start, end = span(text, "Tibor Varga")
    cast = cast_of(text, JULY, (Piece(start, end),))
    assert cast.speaker(*span(text, "Varga", 2)).name == "Tibor Varga"


def test_an_office_passes_to_the_successor_on_the_day_itself() -> None:
    text = "The NATO chief spoke."
    before, after = cast_of(text, date(2024, 9, 30)), cast_of(text, date(2024, 10, 1))
    assert before.speaker(*span(text, "The NATO chief")).actor == "jens-stoltenberg"
    assert after.speaker(*span(text, "The NATO chief")).actor == "mark-rutte"


def test_a_missile_is_not_taken_for_a_defence_nor_for_another_owners() -> None:
    text = "Russia must scrap a new missile system. The alliance's Patriot units would not stop the 9M729. The US missiles stay."
    cast = cast_of(text, JULY)
    assert cast.systems(*span(text, "a new missile system")) == ("9m729",)
    assert cast.systems(*span(text, "The US missiles")) == ()


def test_moscow_of_soviet_times_is_the_soviet_union_also_in_a_later_report() -> None:
    text = "In 1987 Moscow agreed. In 2019 Moscow left."
    cast = cast_of(text, JULY)
    assert cast.actors(*span(text, "Moscow")) == ("su",)
    assert cast.actors(*span(text, "Moscow", 2)) == ("ru",)


def test_it_stands_for_nobody_where_nothing_is_meant() -> None:
    text = "Russia suspended the INF. It is possible to save it, NATO says."
    cast = cast_of(text, JULY)
    assert cast.actors(*span(text, "It")) == ()
    assert cast.actors(*span(text, "it")) == ()
    assert cast.treaties(*span(text, "it")) == ("inf",)


@pytest.mark.needs_data
def test_every_reference_in_the_garbled_founding_report_is_right(data: Path) -> None:
    text = next((data / "seeds").glob("000_*.txt")).read_text()
    cast = cast_of(text, JULY)
    for found in re.finditer(r"\b[Hh]e\b", text):
        assert cast.speaker(*found.span()).office == "nato-secretary-general"
    for found in re.finditer(r"\bthe (?:deal|accord|agreement)\b|a historic Cold War arms treaty", text):
        assert cast.treaties(*found.span()) == ("inf",), text[found.start() - 40 : found.end()]
    assert cast.actors(*span(text, "each other")) == ("ru", "us")
    assert cast.actors(*span(text, "senior Russia n officials")) == ("ru",)
    assert cast.actors(*span(text, "Soviet leader Mikhail Gorbachov")) == ("su",)
    assert cast.actors(*span(text, "Alliance ministers")) == ("nato",)
    assert cast.treaties(*span(text, "new START treaty")) == ("new-start",)


@pytest.mark.needs_data
def test_every_reference_in_the_clean_founding_report_is_right(data: Path) -> None:
    text = next((data / "seeds").glob("001_*.txt")).read_text()
    cast = cast_of(text, JULY)
    speakers = {
        "the mission": "Russian mission to NATO | rus-mission-nato | - | ru",
        "they": "Russian mission to NATO | rus-mission-nato | - | ru",
        "We": "Jens Stoltenberg | jens-stoltenberg | nato-secretary-general | nato",
        "we": "Russian mission to NATO | rus-mission-nato | - | ru",
        "US President Donald Trump's White House": "White House | usa-whitehouse | - | us",
        "senior Russian officials": "senior Russian officials | - | - | ru",
    }
    assert {words: told(cast.speaker(*span(text, words))) for words in speakers} == speakers
    *mornings, putin = [cast.speaker(*m.span()).actor for m in re.finditer(r"\b[Hh]e\b", text)]
    assert set(mornings) == {"jens-stoltenberg"}
    assert putin == "vladimir-putin"
    treaties = {
        "a landmark Cold War arms treaty": ("inf",),
        "the crucial arms control treaty": ("inf",),
        "The INF deal": ("inf",),
        "The agreement": ("new-start",),
        "an extension to the agreement": ("new-start",),
    }
    assert {words: cast.treaties(*span(text, words)) for words in treaties} == treaties
    for found in re.finditer(r"\bthe (?:deal|accord)\b", text):
        assert cast.treaties(*found.span()) == ("inf",)
    assert cast.actors(*span(text, "Both sides")) == ("nato", "ru")
    assert cast.actors(*span(text, "Western capitals")) == ()
    assert cast.actors(*span(text, "Russian and US foreign ministers")) == ("ru", "us")


_PIECES = re.split(
    " ",
    'Russia US NATO he she they it the treaty said "We we" both sides Stoltenberg \'s , . the ministry Putin a spokesman for accord '
    "missile each other \n\n Mr Ivanov 1987 in Moscow INF SSC-8 who its his",
)
_PROSE = st.lists(
    st.sampled_from(_PIECES),
    max_size=40,
).map(" ".join)


@settings(max_examples=250, deadline=None)
@given(text=_PROSE | st.text(max_size=120), on=st.none() | st.dates(), data=st.data())
def test_no_text_and_no_offsets_raise(text: str, on: date | None, data: st.DataObject) -> None:
    cast = cast_of(text, on)
    start = data.draw(st.integers(-2, len(text) + 2))
    end = data.draw(st.integers(-2, len(text) + 2))
    assert cast.speaker(start, end).start == start
    for method in (cast.actors, cast.organs, cast.treaties, cast.systems):
        assert isinstance(method(start, end), tuple)
