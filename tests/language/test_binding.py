"""What a pronoun is bound to inside its own sentence."""

from __future__ import annotations

from datetime import date

import pytest

from .test_references import read, span

pytestmark = pytest.mark.needs_model
DAY = date(2019, 7, 9)


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        ("Washington persuaded North Korea to take its first step.", "its", ("kp",)),
        ("Russia warned Ukraine that if it joined the alliance, missiles would follow.", "it", ("ua",)),
        ("The United States accused Russia of breaking its word.", "its", ("ru",)),
        ("France, Germany and Britain urged Tehran to reverse the step, which they called a breach.", "they", ("gb",)),
        ("Standing alongside Sergei Lavrov, Mike Pompeo said he would answer.", "he", ("us",)),
    ],
)
def test_a_pronoun_is_bound_by_its_own_clause_first(text: str, word: str, states: tuple[str, ...]) -> None:
    found = read(text, DAY).speaker(*span(text, word, 1))
    assert (found.on_behalf_of,) == states, found
