"""Every speech act of the two founding reports, none invented, with the right speaker.

The expectations were written by reading the reports; each is (speaker, side, first words of the cue, a few words of the content, stance).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from treatywatch import statements
from treatywatch.dates import UncertainDay
from treatywatch.language.prose import Prose
from treatywatch.model.statement import Statement

pytestmark = [pytest.mark.needs_data, pytest.mark.needs_model]

PUBLISHED = UncertainDay.on(date(2019, 7, 5), "given")
STOLTENBERG = ("jens-stoltenberg", "nato")
PUTIN = ("vladimir-putin", "ru")
MISSION = ("rus-mission-nato", "ru")

GARBLED = [
    ("nato", "nato", "says", "no sign that", None),
    (*STOLTENBERG, "warned", "day after day", "warn"),
    ("ru", "ru", "accusing", "violating", "accuse"),
    ("us", "us", "accusing", "violating", "accuse"),
    ("us", "us", "say", "breaches", "accuse"),
    (*STOLTENBERG, "told", "any sign", None),
    (*STOLTENBERG, "adding", "only reason", "accuse"),
    (*STOLTENBERG, "said", "still time", None),
    (*STOLTENBERG, "noting", "the speed", None),
    (*STOLTENBERG, "said", "Back in 1987", None),
    (*STOLTENBERG, "refused", "further details", "refuse-comment"),
    (*STOLTENBERG, "saying", "still focused", None),
    (*STOLTENBERG, "said", "shooting down", None),
]
WIRE = [
    (*STOLTENBERG, "says", "failed to make", None),
    (*STOLTENBERG, "says", "had not given up", None),
    (*STOLTENBERG, "warned", "day by day", "warn"),
    (*STOLTENBERG, "told", "any sign", None),
    (*STOLTENBERG, "adding", "only reason", "accuse"),
    (*STOLTENBERG, "said", "still time", None),
    (*STOLTENBERG, "pointing to", "the speed", None),
    (*STOLTENBERG, "said", "happened before", None),
    (*MISSION, "said", "used the meeting", None),
    (*MISSION, "say", "unjustified", None),
    (*MISSION, "calling for", "restraint", "urge"),
    (*MISSION, "warning", "real risks", "warn"),
    (*MISSION, "said", "not intended to deploy", "pledge"),
    ("us", "us", "say", "breaches", "accuse"),
    (*STOLTENBERG, "refused", "further details", "refuse-comment"),
    (*STOLTENBERG, "saying", "still focused", None),
    (*STOLTENBERG, "said", "shooting down", None),
    ("usa-whitehouse", "us", "announced", "ditch", "announce"),
    (*PUTIN, "said", "ready to drop", "threaten"),
    (*PUTIN, "accusing", "Washington", "accuse"),
    (*PUTIN, "said", "begin talks", None),
]

Said = tuple[Statement, ...]
Expected = list[tuple[str | None, str | None, str | None, str, str | None]]


def read(data: Path, name: str, prose_of: Callable[..., Prose], cues: statements.CueLexicon) -> tuple[str, Said]:
    text = next((data / "seeds").glob(name)).read_text("utf-8")
    return text, statements.find(prose_of(text, PUBLISHED), cues)


@pytest.mark.parametrize(("name", "expected"), [("000*", GARBLED), ("001*", WIRE)], ids=["garbled", "wire"])
def test_every_speech_act_is_found_and_none_invented(
    name: str, expected: Expected, data: Path, prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    text, found = read(data, name, prose_of, cues)
    assert len(found) == len(expected)
    for one, (actor, side, cue, words, stance) in zip(found, expected, strict=True):
        assert one.speaker is not None
        assert (one.speaker.actor, one.speaker.on_behalf_of) == (actor, side)
        assert (one.cue.text if one.cue else None) == cue
        assert words in " ".join(span.of(text) for span in one.content)
        assert stance is None or one.stance == stance


def test_accusing_each_other_gives_two_accusations(
    data: Path, prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    _, found = read(data, "000*", prose_of, cues)
    aimed = [
        (one.speaker.actor, one.targets) for one in found if one.speaker and one.cue and one.cue.text == "accusing"
    ]
    assert aimed == [("ru", ("us",)), ("us", ("ru",))]


def test_the_pledge_carries_its_condition(
    data: Path, prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    _, found = read(data, "001*", prose_of, cues)
    pledges = [one.condition for one in found if one.stance == "pledge"]
    assert [(c.relation, c.text[:36]) for c in pledges if c] == [("unless", "unless the US intermediate- and shor")]


def test_both_who_say_the_missile_breaches_the_accord_are_named(
    data: Path, prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    _, found = read(data, "001*", prose_of, cues)
    breach = next(one for one in found if one.cue and one.cue.text == "say" and len(one.co_speakers) == 1)
    assert breach.stance == "accuse"
    assert [speaker.actor for speaker in breach.co_speakers] == ["nato"]
    assert (breach.targets, breach.treaties) == (("ru",), ("inf",))
