"""Fact sheets: lines that tell one day of a treaty."""

from __future__ import annotations

import pytest

from treatywatch.model.vocabulary import EventKind, Modality

from .test_recognise import _read

pytestmark = pytest.mark.needs_model
SHEET = """New START at a glance

Signed: April 8, 2010 (Prague)
Entered into force: February 5, 2011
Expires: February 5, 2026
Parties: United States, Russia

Treaty on Open Skies

• Entry into force: January 1, 2002
"""


def _rows(text: str, published: str) -> list[tuple[str, str | None, str | None, Modality]]:
    told = [assertion.event for assertion in _read(text, published)]
    return [(one.kind.value, one.treaty, one.day.edtf if one.day else None, one.modality) for one in told]


def test_each_line_tells_an_act_of_the_treaty_in_the_heading_above_it() -> None:
    assert _rows(SHEET, "2025-06-10") == [
        ("sign", "new-start", "2010-04-08", Modality.HAPPENED),
        ("enter-into-force", "new-start", "2011-02-05", Modality.HAPPENED),
        ("expire", "new-start", "2026-02-05", Modality.PLANNED),
        ("enter-into-force", "open-skies", "2002-01-01", Modality.HAPPENED),
    ]


def test_a_day_to_come_is_a_plan_until_it_is_over() -> None:
    (expiry,) = [one for one in _rows(SHEET, "2026-03-01") if one[0] == EventKind.EXPIRE.value]
    assert expiry[3] is Modality.HAPPENED


@pytest.mark.parametrize(
    "line",
    [
        "Signed: by hand",
        "Signed: April 8, 2010 and later withdrawn by the Senate",
        "Deadline: 5 May 2020",
        "Entry: 2010",
    ],
)
def test_other_lines_tell_nothing(line: str) -> None:
    assert _rows(f"New START at a glance\n\n{line}\n", "2025-06-10") == []


def test_a_sheet_that_names_no_treaty_tells_nothing() -> None:
    assert _rows("Key data\n\nEntry into force: 5 May 2020\n", "2025-06-10") == []
