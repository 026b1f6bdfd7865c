"""The lead of a report beside what the shelf knows: by rare words, weekdays and terms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from treatywatch.model.dating import InferredDay

pytestmark = pytest.mark.needs_model

Infer = Callable[[str], InferredDay | None]
SILOS = """No more visits to the silos, Moscow says

Russia told the United States on Monday that it was taking all its strategic sites out of inspection for a time, but called
itself bound by New START. The sites would be open again once Russian inspectors could travel, the Foreign Ministry said.
"""


def test_act_told_in_words_that_no_list_holds_is_found_by_its_rare_words(infer: Infer) -> None:
    found = infer(SILOS)
    assert found is not None
    assert found.best == date(2022, 8, 8)
    assert any("in like words" in reason.says for reason in found.reasons if reason.agrees)


def test_report_that_names_no_treaty_is_put_beside_the_histories_of_all(infer: Infer) -> None:
    found = infer(
        "Russia struck the Ukrainian city of Dnipro on Thursday with a new missile of intermediate range that it calls\n"
        "Oreshnik. It was the first use of the Oreshnik in war.\n"
    )
    assert found is not None
    assert found.best == date(2024, 11, 21)


def test_weekday_that_does_not_fit_leaves_the_likest_day_in_doubt(infer: Infer) -> None:
    fits, other = infer(SILOS), infer(SILOS.replace("Monday", "Thursday"))
    assert fits is not None
    assert fits.earliest is not None
    assert fits.latest is not None
    assert fits.latest - fits.earliest <= timedelta(days=7)
    if other is not None:
        assert other.earliest is not None
        assert other.latest is not None
        assert other.latest - other.earliest > timedelta(days=7)


def test_what_is_placed_by_its_month_is_not_the_news(infer: Infer) -> None:
    found = infer(
        "An envoy spoke on Tuesday of the missile Oreshnik, which Russia fired at the Ukrainian city of Dnipro in November\n"
        "2024, the first use of the Oreshnik in war. He said that it had changed nothing.\n"
    )
    assert found is None or found.best is None or found.best > date(2024, 11, 30)


def test_term_before_an_act_to_come_bounds_the_report(infer: Infer) -> None:
    found = infer(
        "President George W. Bush said that the United States is leaving the ABM Treaty.\n\n"
        "The withdrawal takes effect in six months, a spokesman said. Russia regretted the decision.\n"
    )
    assert found is not None
    assert found.earliest is not None
    assert found.latest is not None
    assert date(2001, 12, 1) <= found.earliest <= date(2001, 12, 13) <= found.latest <= date(2001, 12, 31)
    assert any("six months" in reason.says for reason in found.reasons if reason.agrees)


def test_matter_of_no_treaty_is_like_nothing(infer: Infer) -> None:
    assert (
        infer(
            "The port will close its northern pier on Monday, the harbour master said.\n\nFerries go from the east.\n"
        )
        is None
    )
