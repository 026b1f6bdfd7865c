"""What may come dates no report, and a surname that several people of a report bear is nobody's office."""

from __future__ import annotations

import pytest

from treatywatch.findings.dating.concepts import Concepts
from treatywatch.shelf import open_shelf


@pytest.mark.parametrize(
    ("text", "supposes"),
    [
        ("North Korea may stage a second nuclear test", True),
        ("to counter the possibility of a third test", True),
        ("a passage that Iran may never seek weapons", False),
        ("The conference ended on 12 May 1995", False),
        ("North Korea staged its second nuclear test", False),
    ],
)
def test_supposing_words_are_told_from_prohibitions_and_months(text: str, supposes: bool) -> None:
    assert Concepts.of(open_shelf()).supposes(text) is supposes
