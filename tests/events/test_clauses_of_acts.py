"""Events: what is done to what in clauses that are no plain statement of it, and who does it where nobody is named beside it."""

from __future__ import annotations

import pytest

from .test_recognise import _read

pytestmark = pytest.mark.needs_model


def _told(text: str, published: str = "2020-06-15") -> list[tuple[str, tuple[str, ...], str]]:
    events = [assertion.event for assertion in _read(text, published)]
    return [(event.kind.value, event.actors, event.modality.value) for event in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tokyo protested over a North Korean missile fired on Friday.", ("test", ("kp",), "happened")),
        ("Signed by Iran in May, the Comprehensive Test Ban Treaty is dead.", ("sign", ("ir",), "happened")),
        ("Japan criticised North Korea for testing a missile on Friday.", ("test", ("kp",), "happened")),
        ("India is believed to have tested a missile on Friday.", ("test", ("in",), "happened")),
        ("Mexico went on to ratify the nuclear ban treaty.", ("ratify", ("mx",), "happened")),
        ("The missile can reach Guam, and North Korea fired one on Friday.", ("test", ("kp",), "happened")),
        ("North Korea fired what may be a ballistic missile on Friday.", ("test", ("kp",), "happened")),
        ("Forty states, including Chile, have signed the Arms Trade Treaty.", ("sign", ("cl",), "happened")),
        ("Washington said it would not seek to rejoin the Open Skies Treaty.", ("resume", ("us",), "denied")),
        ("The State Duma approved revoking the ratification of the CTBT.", ("approve", ("ru",), "happened")),
    ],
)
def test_an_act_is_read_through_its_clause(text: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    assert expected in _told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("New START would have run out on Friday.", "expire"),
        ("The State Duma approved revoking the ratification of the CTBT.", "revoke-ratification"),
        ("Some 500 American missiles are still stationed in Turkey.", "deploy"),
        ("Washington insisted that the two sides meet.", "talks"),
        ("The inspectors must verify that Iraq has destroyed its missiles.", "inspect"),
        ("Russia has to destroy its missiles under the treaty.", "destroy"),
        ("A bomber is able to reach its targets by launching missiles.", "test"),
        ("The court withdrew notices seeking the arrest of Iranians after the Iran nuclear deal.", "revoke-notice"),
    ],
)
def test_what_is_so_or_ought_to_be_or_might_have_been_is_no_act(text: str, kind: str) -> None:
    assert kind not in {told for told, _, modality in _told(text) if modality != "planned"}


def test_the_country_is_the_one_that_was_spoken_of_not_the_one_named_last() -> None:
    told = _told("North Korea rebuffed Japan on Friday. The country tested a missile in May.")
    assert ("test", ("kp",), "happened") in told


def test_it_is_the_chamber_named_in_the_sentence_before() -> None:
    told = _told("The US Senate took up New START last week. It gave its consent on Friday.")
    assert ("approve", ("us",), "happened") in told


def test_a_ratification_taken_back_by_that_step_is_revoked() -> None:
    told = _told("Russia, which had ratified the CTBT in 2000, revoked that step on Thursday.", "2023-11-03")
    assert ("revoke-ratification", ("ru",), "happened") in told
