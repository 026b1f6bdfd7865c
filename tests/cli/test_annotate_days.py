from __future__ import annotations

import pytest

from treatywatch.cli.annotate_lines import checked


@pytest.mark.parametrize("told", ["2019-07-05T21:30:00Z", "2019-07-05 21:30:00+02:00", "2019-07-05"])
def test_the_time_of_day_that_feeds_give_is_read_as_its_day(told: str) -> None:
    line = checked({"id": 1, "text": "Moscow denied it.", "published": told}, 1)
    assert line.published is not None
    assert line.published.edtf == "2019-07-05"


@pytest.mark.parametrize("told", ["2019-07-05Tea", "2019-07-05T25:30:00Z", "2019-02-30T10:00Z"])
def test_what_only_begins_like_a_day_is_refused(told: str) -> None:
    assert checked({"id": 1, "text": "Moscow denied it.", "published": told}, 1).refused is not None
