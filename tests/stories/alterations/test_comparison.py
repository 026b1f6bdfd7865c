"""Reports side by side, and what a careful reader names of two passages that a program takes for more, or for less, than they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treatywatch.stories.alterations import Kind, Meaning
from treatywatch.stories.alterations.kinds import Pair

Named = list[tuple[str, str, str | None, str | None]]
Judge = Callable[[str, str], Named]
Compared = Callable[[str, str], tuple[Pair, ...]]

pytestmark = pytest.mark.needs_model


def kinds(found: Named) -> set[str]:
    return {kind for kind, meaning, _, _ in found if meaning == "changed"}


def test_ceiling_told_as_a_denial_is_no_denial(named: Judge) -> None:
    a = "Iran may enrich uranium to no more than 3.67 percent."
    assert not kinds(named(a, "Iran may not enrich uranium beyond 3.67 percent."))
    assert kinds(named(a, "Iran may enrich uranium beyond 3.67 percent.")) | kinds(
        named("Iran may not enrich uranium beyond 3.67 percent.", "Iran may enrich uranium beyond 3.67 percent.")
    ) >= {"polarity"}


def test_speaker_whose_name_an_apposition_tells_is_one(named: Judge) -> None:
    a = "Chad's envoy, Moussa Faki, denied that access had been refused."
    assert "speaker" not in kinds(named(a, "Moussa Faki, Chad's envoy, denied that access had been refused."))
    assert {"speaker", "name"} & kinds(named(a, "Idriss Deby, Chad's president, denied that access had been refused."))


def test_negation_that_moves_within_a_quotation_is_not_said_to_change_it(named: Judge) -> None:
    assert "quote" not in kinds(named('"I cannot give assurance," he said.', '"I can give no assurance," he said.'))
    assert "quote" in kinds(named('"I cannot give assurance," he said.', '"I can give assurance," he said.'))


def test_two_headlines_over_one_text_are_a_pair(compared: Compared) -> None:
    text = "Inspectors left the plant on Monday after the seals had been checked, the agency said in a statement."
    first, *_ = compared(f"Agency checks seals\n\n{text}\n", f"Atomic watchdog storms bomb factory\n\n{text}\n")
    assert first.a is not None
    assert first.b is not None
    assert [(one.kind, one.meaning) for one in first.alterations] == [(Kind.HEADLINE, Meaning.UNCLEAR)]


def test_attribution_is_surely_dropped_where_no_sentence_beside_tells_of_speech(compared: Compared) -> None:
    beside = "The talks in Vienna were broken off on 20 June."
    a = f"The agency estimates that the stock has doubled since the spring. {beside}\n"
    (found,) = [one for one in compared(a, f"The stock has doubled since the spring. {beside}\n") if one.alterations]
    assert [(one.kind, one.meaning) for one in found.alterations] == [(Kind.ATTRIBUTION, Meaning.CHANGED)]
