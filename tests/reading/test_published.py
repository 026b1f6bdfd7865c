"""A text's own day stands in a line of its own or in the dateline, never in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.reading.published import find_printed_day

BODY = "\n\nNegotiators met in Geneva and could not agree."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Talks fail\nJuly 5, 2019", "2019-07-05"),
        ("Talks fail\nBy Jane Roe | 5 July 2019 10:12 GMT", "2019-07-05"),
        ("Talks fail\nPublished: 2019-07-05", "2019-07-05"),
        ("Talks fail\nPosted 3:57 pm, July 15, 2018, by the desk", "2018-07-15"),
        ("Talks fail\nFriday, 5 Jul 2019", "2019-07-05"),
        ("05.07.2019", "2019-07-05"),
        ("BRUSSELS, July 5, 2019 (Reuters) - NATO said so.", "2019-07-05"),
        ("TURNBERRY/GLASGOW, Scotland, July 15, 2018 (Reuters) - He said so.", "2018-07-15"),
        ("Geneva, 12 March 2021 — The parties met.", "2021-03-12"),
        ("BRUSSELS, July 5 (Reuters) - NATO said so.", "XXXX-07-05"),
        ("MOSCOW, July 3. /TASS/. The president signed.", "XXXX-07-03"),
        ("BEIJING, Aug. 2 (Xinhua) -- China said so.", "XXXX-08-02"),
        ("BRUSSELS, July 5 (Reuters) - NATO said so.\nUpdated July 6, 2019", "2019-07-06"),
    ],
)
def test_day_of_its_own_is_found(head: str, day: str) -> None:
    found = find_printed_day(head + BODY)
    assert found is not None
    assert (found.edtf, found.how) == (day, "printed")


@pytest.mark.parametrize(
    "head",
    [
        "The treaty was signed on December 8, 1987.",
        "Signed on December 8, 1987",
        "Talks fail\n— A. Poster (@poster) July 15, 2018",
        "Minister: treaty ends on 2 August 2019",
        "By July 5, 2019, all launchers had to be gone",
        "Talks fail\nFebruary 30, 2019",
        "Talks fail",
    ],
)
def test_day_that_the_text_only_speaks_of_is_not_its_own(head: str) -> None:
    assert find_printed_day(head + BODY) is None


def test_day_without_a_year_stays_open() -> None:
    found = find_printed_day("BRUSSELS, July 5 (Reuters) - NATO said so.")
    assert found is not None
    assert (found.earliest, found.latest, found.best) == (None, None, None)


@given(st.dates())
def test_every_full_day_on_its_own_line_is_read_back(day: object) -> None:
    iso = str(day)
    found = find_printed_day(f"Talks fail\n{iso}{BODY}")
    assert found is None if not iso.startswith(("19", "20")) else found is not None and found.edtf == iso
