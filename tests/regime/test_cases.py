"""Every case of every treaty: the program's answer against the lawyer's."""

from datetime import date

import pytest

from treatywatch.model.case import Case
from treatywatch.model.law import Treaty
from treatywatch.regime import calendar, judge
from treatywatch.rulebook import load_cases, load_treaty, treaties_with_classes
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


def test_every_treaty_has_cases_of_each_kind_that_it_can_have() -> None:
    """A treaty that never entered into force has no deadlines to ask about; only one that sorts by range has limits to ask about."""
    for id in _SHELF.treaty_ids():
        dated = {"deadline"} if calendar(load_treaty(_SHELF, id), (), date(2030, 1, 1)) else set()
        sorting = {"limit"} if id in treaties_with_classes(_SHELF) else set()
        assert {case.kind for case in load_cases(_SHELF, id)} == {"status", "reckon"} | dated | sorting, id
