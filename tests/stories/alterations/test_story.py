"""Several versions of one story, and what an outlet did to its own text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.model.report import Report
from treatywatch.stories.alterations import Comparer, Update, changes, details

from .conftest import report

FIRST = "Norway and Sweden signed the fisheries accord in Oslo.\n\nThe boats may return in May.\n\nSome 40 nets were seized."
DENIAL = "Denmark said it had not been asked."

pytestmark = pytest.mark.needs_model


def version(name: str, text: str, day: str | None, outlet: str | None = "daily") -> Report:
    published = UncertainDay.from_plain(PlainDay.parse(day), "given") if day else None
    return replace(report(name, text), outlet=outlet, published=published)


def update(comparer: Comparer, text: str) -> Update:
    (change,) = changes([version("a", FIRST, "2019-03-01"), version("b", text, "2019-03-02")], comparer)
    return change.update


def test_a_detail_is_told_with_the_reports_that_have_it_and_which_had_it_first(comparer: Comparer) -> None:
    reports = [
        version("late", f"{FIRST}\n\n{DENIAL}", "2019-03-03"),
        version("early", FIRST, "2019-03-01"),
        version("middle", f"{FIRST}\n\n{DENIAL}", "2019-03-02"),
    ]
    found = {tuple(sorted(detail.spans)): detail.first for detail in details(reports, comparer)}
    assert found == {
        ("report:early", "report:late", "report:middle"): "report:early",
        ("report:late", "report:middle"): "report:middle",
    }


def test_without_days_nobody_is_called_the_first(comparer: Comparer) -> None:
    reports = [version("a", FIRST, None), version("b", FIRST, None)]
    assert {detail.first for detail in details(reports, comparer)} == {None}


def test_a_change_without_a_word_is_silent(comparer: Comparer) -> None:
    assert update(comparer, FIRST.replace("may return", "will return")) is Update.SILENTLY_CHANGED
    assert update(comparer, FIRST.replace("\n\nSome 40 nets were seized.", "")) is Update.SILENTLY_CHANGED


def test_a_change_with_a_notice_is_a_correction(comparer: Comparer) -> None:
    told = FIRST.replace("40 nets", "14 nets") + "\n\nAn earlier version of this story misstated the number of nets."
    assert update(comparer, told) is Update.CORRECTED


def test_a_report_taken_back_is_withdrawn_but_a_withdrawal_from_a_treaty_is_none(comparer: Comparer) -> None:
    assert update(comparer, "This story has been withdrawn by the editors.") is Update.WITHDRAWN
    assert update(comparer, f"{FIRST}\n\nSweden has withdrawn from the accord.") is Update.EXTENDED


def test_a_text_that_only_grew_is_extended_and_one_that_stayed_is_unchanged(comparer: Comparer) -> None:
    assert update(comparer, f"{FIRST}\n\n{DENIAL}") is Update.EXTENDED
    assert update(comparer, FIRST) is Update.UNCHANGED


def test_reports_of_different_or_unknown_outlets_are_no_updates(comparer: Comparer) -> None:
    reports = [version("a", FIRST, "2019-03-01", None), version("b", FIRST, "2019-03-02", "other")]
    assert changes(reports, comparer) == ()
