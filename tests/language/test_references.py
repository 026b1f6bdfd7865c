"""Whom descriptions and pronouns mean, with the language model at hand as in a run: our own short texts, with a floor."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.language.cast import Cast
from treatywatch.language.prose import read_prose
from treatywatch.language.sentences import split
from treatywatch.pipeline import Reader, open_reader
from treatywatch.shelf import open_shelf

HERE = Path(__file__).resolve().parent


def span(text: str, words: str, nth: int) -> tuple[int, int]:
    return list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))[nth - 1].span()


@cache
def reader() -> Reader:
    return open_reader(open_shelf())


def read(text: str, day: date) -> Cast:
    published = UncertainDay.from_plain(PlainDay.parse(day.isoformat()), "given")
    prose = read_prose(text, published, reader().gazetteer, reader().directory, reader().model)
    prose.prepare(range(len(prose.sentences)))
    return prose.cast


def meant(text: str, day: date, words: str, nth: int = 1) -> str:
    speaker = read(text, day).speaker(*span(text, words, nth))
    return f"{speaker.name} | {speaker.on_behalf_of or '-'}"


@pytest.mark.parametrize("name", ["descriptions"])
def test_descriptions_are_followed_no_worse_than_their_floor(name: str, root: Path) -> None:
    floor = json.loads((root / "tests/floors/cast.json").read_text())[name]
    wrong, asked = [], 0
    for case in yaml.safe_load((HERE / f"{name}.yml").read_text()):
        for words, expected, *nth in case["asks"]:
            asked += 1
            found = meant(case["text"], case["day"], words, *nth)
            if found != expected:
                wrong.append(f"{case['day']} {words!r}: found {found}, expected {expected}")
    assert asked >= floor["asks"]
    assert 1 - len(wrong) / asked >= floor["right"], "\n".join(wrong)


def stands_for(text: str, day: date, words: str) -> str:
    """Who is meant by a capital or a seat: the actors, `place`, or `-` for neither."""
    low = text.lower().index(words.lower())
    gazetteer, directory = reader().gazetteer, reader().directory
    cast = Cast(text, split(text), gazetteer.find(text, day), directory, day)
    named = [m for m in cast.scene.mentions if m.start < low + len(words) and m.end > low]
    if not named or named[0].kind != "actor":
        return "place" if named and named[0].kind == "place" else "-"
    return ",".join(cast.actors(low, low + len(words))) or "-"


@pytest.mark.parametrize("name", ["metonyms", "metonyms_second"])
def test_capitals_and_seats_are_read_no_worse_than_their_floor(name: str, root: Path) -> None:
    floor = json.loads((root / "tests/floors/cast.json").read_text())[name]
    cases = yaml.safe_load((HERE / f"{name}.yml").read_text())
    wrong = []
    for day, text, words, expected in cases:
        found = stands_for(text, day, words)
        if found != expected and {found, expected} != {"place", "-"}:
            wrong.append(f"{day} {text!r}: {words} is {found}, expected {expected}")
    assert len(cases) >= floor["asks"]
    assert 1 - len(wrong) / len(cases) >= floor["right"], "\n".join(wrong)


@pytest.mark.parametrize("name", ["names_spelled"])
def test_names_in_other_spellings_are_found_no_worse_than_their_floor(name: str, root: Path) -> None:
    floor = json.loads((root / "tests/floors/cast.json").read_text())[name]
    cases = yaml.safe_load((HERE / f"{name}.yml").read_text())
    wrong = []
    for day, text, words, expected in cases:
        low = text.index(words)
        found = [m for m in reader().gazetteer.find(text, day) if m.start < low + len(words) and m.end > low]
        whole = any(m.id == expected and m.start <= low and m.end >= low + len(words) for m in found)
        if not (whole or (expected == "-" and not found)):
            wrong.append(f"{day} {text!r}: {words} is {[(m.text, m.id) for m in found]}, expected {expected}")
    assert len(cases) >= floor["asks"]
    assert 1 - len(wrong) / len(cases) >= floor["right"], "\n".join(wrong)


DAY = date(2018, 7, 16)


def test_a_word_that_opens_a_sentence_is_no_given_name() -> None:
    text = "Donald Trump arrived. Near Trump's hotel stood police. Trump said he was glad. He thanked them."
    assert meant(text, DAY, "He") == "Donald Trump | us"


def test_a_relative_brought_in_later_does_not_take_over_a_heads_surname() -> None:
    text = "Trump landed on Sunday. His wife Melania Trump waved. “We will see,” Trump said."
    assert meant(text, DAY, "Trump", 3) == "Donald Trump | us"


def test_a_surname_of_the_shelf_may_be_a_strangers_given_name() -> None:
    text = "China is patient, according to Kerry Brown, an associate fellow in London. “It waits,” he said."
    assert meant(text, DAY, "he") == "Kerry Brown | -"


def test_who_studies_a_state_does_not_speak_for_it() -> None:
    for told in ("a Russia analyst", "director of the Russia and Eurasia programme", "an expert on Russian missiles"):
        assert meant(f"Olga Brandt, {told}, said the talks would fail.", DAY, "Olga Brandt") == "Olga Brandt | -"


def test_a_lawmaker_is_found_by_his_state_and_never_a_minister_for_him() -> None:
    text = (
        "Sen. Ruth Abbott (R-Tenn.) opposed the pact. James Mattis backed it. “It is weak,” the Tennessee Republican said. "
        "The senator wants a vote."
    )
    assert meant(text, DAY, "the Tennessee Republican") == "Ruth Abbott | -"
    assert meant(text, DAY, "The senator") == "Ruth Abbott | -"


def test_an_epithet_that_may_mean_two_people_means_nobody() -> None:
    text = "Putin and Trump spoke on Monday. The 66-year-old was late."
    assert meant(text, DAY, "The 66-year-old") == "The 66-year-old | -"


def test_possessives_joined_by_and_mean_one_person() -> None:
    text = "Trump defended his praise of the Russian president, Vladimir Putin, and his call for a ban."
    assert meant(text, DAY, "his", 2) == "Donald Trump | us"


def test_a_pronoun_in_a_fronted_phrase_means_the_subject_behind_it() -> None:
    text = "Kim Jong Un was pleased. In her statement on the test, Angela Merkel urged restraint."
    assert meant(text, DAY, "her") == "Angela Merkel | de"


def test_a_company_that_spoke_is_what_it_means_and_not_a_state() -> None:
    text = "The fire was out by noon, the company said. Brazil has two reactors. The company checked both. It said nothing leaked."
    assert meant(text, DAY, "It") != "Brazil | br"


def test_a_counterpart_holds_the_same_kind_of_office() -> None:
    text = "Heiko Maas flew to Moscow. His Russian counterpart listened."
    assert meant(text, DAY, "His Russian counterpart") == "Sergei Lavrov | ru"


SEATS = [(str(day), whose, text) for day, whose, text in yaml.safe_load((HERE / "seats.yml").read_text())]


@pytest.mark.parametrize(("day", "whose", "text"), SEATS, ids=lambda value: value if len(value) > 10 else "")
def test_a_body_or_office_is_whose_the_text_tells(day: str, whose: str, text: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    speaker = read(text.replace("[", "").replace("]", ""), date.fromisoformat(day)).speaker(start, end)
    assert (speaker.on_behalf_of or "-") == whose
