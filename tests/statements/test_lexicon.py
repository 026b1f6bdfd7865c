"""The cue lexicon: its size, its strictness, its forms."""

from __future__ import annotations

import pytest

from treatywatch import statements
from treatywatch.model.vocabulary import Stance
from treatywatch.statements.lexicon import Frame


def test_the_lexicon_has_two_hundred_cues_and_more(cues: statements.CueLexicon) -> None:
    assert len({(entry.cue, entry.pos) for entry in cues.lexicon.cues}) >= 200


def test_no_cue_is_listed_twice(cues: statements.CueLexicon) -> None:
    names = [(entry.cue, entry.pos) for entry in cues.lexicon.cues]
    assert sorted(set(names)) == sorted(names)


def test_every_stance_can_be_told(cues: statements.CueLexicon) -> None:
    stances = {entry.stance for entry in cues.lexicon.cues} | {rule.stance for rule in cues.stances.rules}
    assert stances == set(Stance)


@pytest.mark.parametrize(
    ("form", "cue"),
    [
        ("denies", "deny"),
        ("denied", "deny"),
        ("told", "tell"),
        ("admitting", "admit"),
        ("urging", "urge"),
        ("vowed", "vow"),
        ("swore", "swear"),
    ],
)
def test_regular_forms_are_derived_and_irregular_ones_listed(form: str, cue: str, cues: statements.CueLexicon) -> None:
    assert cue in [entry.cue for entry in cues.verbs[form]]


@pytest.mark.parametrize("text", ["claus", "prep", "clause:of", "prep:on=shout", ""])
def test_an_unknown_frame_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"frame|not a valid"):
        Frame.parse(text)


def test_a_frame_may_carry_its_own_stance() -> None:
    assert Frame.parse("prep:on=demand") == Frame("prep", "on", Stance.DEMAND)


def test_the_gate_passes_no_sentence_without_a_cue(cues: statements.CueLexicon) -> None:
    assert not cues.any_in("The missile lay in its canister in the hangar.")
    assert cues.any_in("According to the manual, it flies far.")
