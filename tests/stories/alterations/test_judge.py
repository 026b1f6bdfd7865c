"""Single alterations, each with the harmless twin that must not be taken for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Judge = Callable[[str, str], list[tuple[str, str, str | None, str | None]]]

pytestmark = pytest.mark.needs_model


def kinds(found: list[tuple[str, str, str | None, str | None]], meaning: str = "changed") -> set[str]:
    return {kind for kind, told, _, _ in found if told == meaning}


def test_a_flipped_accusation_is_an_agent_and_the_passive_is_none(named: Judge) -> None:
    a = "Russia accused the United States of breaching the accord."
    assert kinds(named(a, "The United States accused Russia of breaching the accord.")) == {"agent"}
    assert kinds(named(a, "The United States was accused by Russia of breaching the accord.")) == set()


def test_from_and_to_exchanged_are_told(named: Judge) -> None:
    assert kinds(
        named("The crews flew from Oslo to Lisbon on Monday.", "The crews flew from Lisbon to Oslo on Monday.")
    ) == {"agent"}


def test_two_negations_make_no_difference(named: Judge) -> None:
    assert not kinds(named("The sides did not reach a deal.", "The sides failed to reach a deal."))
    assert kinds(named("The sides reached a deal.", "The sides failed to reach a deal.")) == {"polarity"}


def test_numbers_that_change_places_are_told_although_both_texts_have_them(named: Judge) -> None:
    assert kinds(named("It has 70 ships and 90 jets.", "It has 90 ships and 70 jets.")) == {"number"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It flew 500 km.", "It flew 310 miles."),
        ("Some 1,846 were built.", "Some 1846 were built."),
        ("A dozen were hurt.", "Twelve were hurt."),
    ],
)
def test_one_quantity_in_two_forms_is_kept(named: Judge, a: str, b: str) -> None:
    assert not kinds(named(a, b)) | kinds(named(a, b), "unclear")


def test_the_same_figure_in_another_unit_is_changed(named: Judge) -> None:
    assert kinds(named("It flew 300 miles.", "It flew 300 km.")) == {"number"}


def test_a_dropped_hedge_and_a_dropped_source_are_told_apart(named: Judge) -> None:
    assert kinds(named("The ship reportedly sank.", "The ship sank.")) == {"hedge"}
    assert kinds(named("The ship sank, officials said.", "The ship sank.")) == {"attribution"}


def test_words_in_quotation_marks_may_lose_the_marks_but_not_change(named: Judge) -> None:
    a = 'He called the draft "a sound basis" for talks.'
    assert not kinds(named(a, "He called the draft a sound basis for talks."))
    assert "quote" in kinds(named(a, 'He called the draft "a hollow gesture" for talks.'))


def test_spin_is_shown_and_left_open(named: Judge) -> None:
    found = named("The invasion killed thousands.", "The war killed thousands.")
    assert ("wording", "unclear", "invasion", "war") in found


def test_a_transliteration_is_kept_and_a_look_alike_left_open(named: Judge) -> None:
    assert named("Pavel Zhelezov spoke.", "Pavel Jelezov spoke.") == [] or not kinds(
        named("Pavel Zhelezov spoke.", "Pavel Jelezov spoke.")
    )
    assert not kinds(named("Peter Hargrove spoke.", "Peter Hargrave spoke."))


@pytest.mark.parametrize("text", ["Russia suspended the treaty.", '"No," he said.', "It may rain, she said.", "Stop."])
def test_a_text_differs_from_itself_in_nothing(named: Judge, text: str) -> None:
    assert named(text, text) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rebels held off from attacking the port.", "Rebels attacked the port."),
        ("The premier chose to negotiate rather than attack.", "The premier chose to attack."),
        ("Not all states signed the text.", "All states signed the text."),
        ("Tehran has yet to sign the accord.", "Tehran has signed the accord."),
        ("The clause is binding.", "The clause is non-binding."),
        ("The talks were fruitful.", "The talks were fruitless."),
    ],
)
def test_what_is_denied_by_other_means_is_polarity(named: Judge, a: str, b: str) -> None:
    assert ("polarity", "changed") in {(kind, meaning) for kind, meaning, _, _ in named(a, b)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The embargo was neither lifted nor eased.", "The embargo was not lifted or eased."),
        ("Few states have ratified the protocol.", "Not many states have ratified the protocol."),
        ("Moscow has yet to reply.", "Moscow has not replied."),
    ],
)
def test_one_denial_told_in_two_ways_is_none(named: Judge, a: str, b: str) -> None:
    assert [one for one in named(a, b) if one[1] == "changed"] == []
