"""Every case of every treaty: the program's answer against the lawyer's."""

import pytest

from treatywatch.model.case import Case
from treatywatch.model.law import Treaty
from treatywatch.regime import judge
from treatywatch.rulebook import load_cases, load_treaty
from treatywatch.shelf import open_shelf

_SHELF = open_shelf()
_CASES = [
    pytest.param(load_treaty(_SHELF, id), case, id=f"{id}: {case.name}")
    for id in _SHELF.treaty_ids()
    for case in load_cases(_SHELF, id)
]


@pytest.mark.parametrize(("treaty", "case"), _CASES)
def test_the_program_agrees_with_the_case(treaty: Treaty, case: Case) -> None:
    assert judge(treaty, case) == ()


def test_every_treaty_has_cases_of_each_kind() -> None:
    for id in _SHELF.treaty_ids():
        assert {case.kind for case in load_cases(_SHELF, id)} == {"status", "reckon", "deadline"}, id
