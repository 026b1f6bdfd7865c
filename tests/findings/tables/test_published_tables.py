"""The tables of facts: what is right is left alone, and what naive data sets make of it is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Lint

pytestmark = pytest.mark.needs_data

_IDS = {
    "apmbc": "ottawa",
    "outerspace": "outer-space",
    "ost_skies": "open-skies",
    "ccw_art1_amendment": "ccw-art1",
    "start1": "start-1",
}
_ERASED = frozenset(("erased-row", f"no row of {one}") for one in ("cs", "dd", "yu"))
_TRUE = {
    "ccw_p1": _ERASED,
    "ccw_p2": _ERASED,
    "ccw_p3": _ERASED,
    "ptbt": frozenset({("day-month-swapped", "1963-05-08")}),
}
"""Alarms that are right: the depositary's tables of protocols drop Czechoslovakia, East Germany and Yugoslavia, and the Soviet signature
of the test ban stands with day and month swapped, as its compilation has all of them (the facts' README says both)."""


def shelf_id(name: str) -> str:
    return _IDS.get(name.casefold(), name.casefold().replace("_", "-"))


def test_correct_tables_raise_no_false_alarm(lint: Lint, data: Path) -> None:
    tables = sorted((data / "facts/participants").glob("*.csv"))
    assert len(tables) >= 40
    for table in tables:
        found = {(one.rule, one.found) for one in lint(table, treaty=shelf_id(table.stem))}
        assert found == _TRUE.get(table.stem, set()), table.stem


@pytest.mark.parametrize(
    ("case", "row", "rule"),
    [
        ("p-ddmm", "AFG,1963-08-08,{naive},ratification,,party", "day-month-swapped"),
        ("p-fill-usa", "USA,1996-09-24,2001-09-21,ratification,,party", "signatory-as-bound"),
        ("p-copy-afg", "AFG,1993-01-14,{day},ratification,{naive},party", "deposit-day-in-force"),
        ("p-void-bdi", "BDI,1972-04-10,{day},ratification,,party", "register-differs"),
        ("p-sun", "RUS,,{day},accession,,party", "continuity-as-new-party"),
        ("p-cut-att-gin", "GIN,2013-07-29,{day},ratification,{naive},party", "day-not-of-the-rule"),
        ("p-cut-cwc-bhr", "BHR,1993-02-24,{day},ratification,{naive},party", "day-not-of-the-rule"),
        ("p-suc-ssd", "SSD,,{day},succession,{naive},party", "day-not-of-the-rule"),
        ("p-suc-mne", "MNE,,{day},succession,{naive},party", "day-not-of-the-rule"),
        ("p-suc-bih", "BIH,,{day},succession,{naive},party", "day-not-of-the-rule"),
        ("p-suc-cze-os", "CZE,,{day},continuation,{naive},party", "day-not-of-the-rule"),
        ("p-dep-blr-npt", "BLR,,{naive},accession,,party", "later-deposit"),
        ("p-dep-alb-npt", "ALB,,{naive},accession,,party", "later-deposit"),
        ("p-dep-gbr-npt", "GBR,1968-07-01,{naive},ratification,,party", "register-differs"),
        ("p-waiver-bra", "BRA,1967-05-09,{naive},ratification,{naive},party", "deposit-day-in-force"),
        ("p-waiver-chl", "CHL,1967-02-14,{naive},ratification,{naive},party", "deposit-day-in-force"),
        ("p-waiver-tto", "TTO,1967-06-27,{naive},ratification,{naive},party", "deposit-day-in-force"),
        ("p-prot-usa", "USA,,{day},consent,{naive},party", "in-force-before-consent"),
    ],
)
def test_what_a_naive_table_says_is_told_by_its_kind(lint: Lint, data: Path, case: str, row: str, rule: str) -> None:
    cases = json.loads((data / "facts/participants/cases.json").read_text(encoding="utf-8"))["cases"]
    told = next(one for one in cases if one["id"] == case)
    treaty = shelf_id(told["treaty"].split(",")[0])
    table = "participant,signed,deposited,kind,in force,status\n" + row.format(
        naive=told["naive_result"], day=told["date_of_act"]
    )
    assert [one.rule for one in lint(table + "\n", treaty=treaty)] == [rule]


def test_a_day_of_the_treaty_counted_without_dissolved_states_is_told(lint: Lint) -> None:
    assert [one.rule for one in lint("treaty,in force\nENMOD,1978-12-15\n")] == ["day-not-of-the-rule"]
    assert lint("treaty,in force\nENMOD,1978-10-05\n") == []
