"""Entry into force state by state, once each has waived the treaty's conditions."""

from __future__ import annotations

import pytest

from treatywatch.model.law import Treaty
from treatywatch.model.vocabulary import Phase, StandingKind
from treatywatch.regime import evaluate
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf

from .conftest import day


@pytest.fixture(scope="module")
def tlatelolco(shelf: Shelf) -> Treaty:
    return load_treaty(shelf, "tlatelolco")


def test_a_deposit_whose_waiver_follows_counts_for_the_treaty_from_the_waiver_only(tlatelolco: Treaty) -> None:
    between = evaluate(tlatelolco, (), day("1968-01-29"))
    assert between.phase is Phase.SIGNED  # Mexico has waived; Brazil has ratified, and waives in 1994
    assert evaluate(tlatelolco, (), day("1968-04-22")).phase is Phase.IN_FORCE


def test_who_waived_first_is_bound_only_once_there_is_somebody_to_be_bound_to(tlatelolco: Treaty) -> None:
    row = evaluate(tlatelolco, (), day("1970-01-01")).participant("mx")
    assert row is not None
    assert (row.standing, row.since) == (StandingKind.PARTY, day("1968-04-22"))


def test_a_state_that_has_not_waived_is_contracting_however_long_the_treaty_is_in_force(tlatelolco: Treaty) -> None:
    for on, expected in (("1994-05-29", StandingKind.CONTRACTING), ("1994-05-30", StandingKind.PARTY)):
        row = evaluate(tlatelolco, (), day(on)).participant("br")
        assert row is not None
        assert row.standing is expected
