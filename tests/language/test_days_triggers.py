"""The words and figures near which days are looked for: every rule's kind of trigger is found, wherever a rule's expression stands."""

from __future__ import annotations

import pytest

from treatywatch.language.days_grammar import RULES
from treatywatch.language.days_triggers import find_triggers


def kinds(text: str) -> set[str]:
    return {name for name, spans in find_triggers(text).items() if spans}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 5 July", "month"),
        ("WEDNESDAY", "weekday"),
        ("in the 1980s", "decade"),
        ("in the nineties", "decade"),
        ("two weeks", "unit"),
        ("over the weekend", "weekend"),
        ("a month ago", "ago"),
        ("a year from now", "from now"),
        ("a week earlier", "anchor"),
        ("the last three days", "stretch"),
        ("Q3 and FY2020", "part"),
        ("in autumn", "season"),
        ("at 10 a.m.", "clock"),
        ("at 17:30", "clock"),
        ("yesterday", "deictic"),
        ("that evening", "part of day"),
        ("it meets weekly", "adverb"),
        ("at present", "reference"),
        ("on New Year's Eve", "feast"),
        ("nineteen eighty-seven", "spelled"),
        ("2019-07-05", "digit"),
    ],
)
def test_trigger_is_found(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize("text", ["May said so", "a new minister", "the victory parade"])
def test_word_that_opens_no_feast_is_no_trigger_of_one(text: str) -> None:
    assert "feast" not in kinds(text)


def test_every_rule_is_tried_near_a_kind_of_trigger_that_exists() -> None:
    told = "5 July 1980s nineties FY week weekend ago now after last spring 10 am today evening weekly current christmas thousand monday"
    assert {rule.near for rule in RULES} <= kinds(told)


def test_spans_of_a_kind_stand_in_order() -> None:
    spans = find_triggers("the 1980s, the nineties and the 1990s")["decade"]
    assert spans == sorted(spans)
    assert len(spans) == 3
