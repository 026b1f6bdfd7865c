"""Headlines that speak by a name alone, interviews, and labels that are none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from treatywatch import statements
from treatywatch.dates import UncertainDay
from treatywatch.language.prose import Prose

pytestmark = pytest.mark.needs_model

PUBLISHED = UncertainDay.on(date(2021, 3, 1), "given")
BODY = "\n\nThe talks in Vienna went on until the evening, and no text was agreed."


def said(prose: Prose, cues: statements.CueLexicon) -> list[tuple[str, str]]:
    """Who says what, in the order of the text."""
    found = statements.find(prose, cues)
    return [(one.speaker.name, " / ".join(span.of(prose.text) for span in one.content)) for one in found if one.speaker]


@pytest.mark.parametrize(
    ("headline", "speaker", "content"),
    [
        ("Ryabkov: the pact is over", "Sergei Ryabkov", "the pact is over"),
        ("IAEA chief: inspectors turned away", "Rafael Grossi", "inspectors turned away"),
        ("Envoy Ryabkov at Geneva: no deal this year", "Sergei Ryabkov", "no deal this year"),
        ("No deal this year: Ryabkov", "Sergei Ryabkov", "No deal this year"),
        ("Missile fell into the sea – South Korea", "South Korea", "Missile fell into the sea"),
        ("Country to quit mine treaty: President", "President", "Country to quit mine treaty"),
    ],
)
def test_a_name_before_or_behind_a_headline_speaks(
    headline: str, speaker: str, content: str, prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    assert said(prose_of(headline + BODY, PUBLISHED), cues)[0] == (speaker, content)


@pytest.mark.parametrize(
    "headline",
    [
        "Iran and Israel: a long quarrel",
        "The Latest: a day of talks",
        "Timeline: the road to Vienna",
        "Big Win For Vienna: the day in pictures",
        "Exclusive: Iran",
    ],
)
def test_a_topic_before_a_colon_says_nothing(
    headline: str, prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    assert said(prose_of(headline + BODY, PUBLISHED), cues) == []


def test_questions_and_answers_are_turns(prose_of: Callable[..., Prose], cues: statements.CueLexicon) -> None:
    text = "Q: Will it hold?\n\nA: I think so.\n\nQ: And after that?\n\nA: After that we shall need another one."
    assert [who for who, _ in said(prose_of(text, PUBLISHED), cues)] == ["Q", "A", "Q", "A"]


def test_a_table_of_figures_is_no_transcript(prose_of: Callable[..., Prose], cues: statements.CueLexicon) -> None:
    text = "Warheads: 1,550.\n\nLaunchers: 800.\n\nWarheads: 1,540.\n\nLaunchers: 790."
    assert said(prose_of(text, PUBLISHED), cues) == []


CREDITS = "".join(
    f"Credit: The Press Pool\n\nThe ministers walk to the palace, Monday, March {day}, 2021.\n\n" for day in (1, 2, 3)
)
BROADCAST = """JANE ROE:

The pact bars such missiles by name.

JOHN DOE:

And still they were built.

JANE ROE:

I call it a breach. It hurts us all."""


def test_credits_between_captions_are_no_transcript(
    prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    assert said(prose_of(CREDITS, PUBLISHED), cues) == []


def test_labels_on_lines_of_their_own_make_a_transcript(
    prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    assert said(prose_of(BROADCAST, PUBLISHED), cues) == [
        ("JANE ROE", "The pact bars such missiles by name."),
        ("JOHN DOE", "And still they were built."),
        ("JANE ROE", "I call it a breach. It hurts us all."),
    ]


def test_a_list_of_topics_before_a_colon_speaks_nothing(
    prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    assert said(prose_of("Putin, Britain, World Cup: Your Monday Briefing" + BODY, PUBLISHED), cues) == []
