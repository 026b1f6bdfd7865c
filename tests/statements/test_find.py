"""Properties of all statements, and the readings that a single sentence cannot show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from treatywatch import statements
from treatywatch.language.prose import Prose
from treatywatch.model.statement import Statement
from treatywatch.model.vocabulary import QuoteKind

pytestmark = pytest.mark.needs_model

PIECES = st.sampled_from(
    [
        *(
            "Lavrov said",
            "he said",
            "said Putin",
            "the ministry",
            "Russia",
            "NATO",
            "accused",
            "each other",
            "of",
            "that",
        ),
        *(
            '"We will',
            'not leave,"',
            "“",
            "”",
            "'",
            '"',
            ".",
            ",",
            ":",
            "\n\n",
            "\n",
            "unless",
            "according to",
            "warned",
        ),
        *(
            "adding that",
            "calling for",
            "THE TREATY IS DEAD",
            "Putin:",
            "BRUSSELS (AP) -",
            "\x00",
            "\x1b[31m",
            "…",
            "- ",
            "U.S.",
        ),
        *(
            "refused to",
            "comment",
            "the US and NATO say",
            "breaches the accord",
            "on Friday",
            "«",
            "»",
            "''",
            "by",
            "citing",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200)

Find = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="session")
def find(prose_of: Callable[..., Prose], cues: statements.CueLexicon) -> Find:
    return lambda text: statements.find(prose_of(text, None), cues)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_no_text_raises_and_all_offsets_lie_in_it(text: str, find: Find) -> None:
    found = find(text)
    ids = [one.id for one in found]
    assert len(set(ids)) == len(ids)
    for one in found:
        assert one.content
        assert one.speaker is not None
        assert one.within is None or (one.within in ids and one.within != one.id)
        for span in (*one.content, one.evidence):
            assert 0 <= span.start < span.end <= len(text)
        assert all(one.evidence.start <= span.start and span.end <= one.evidence.end for span in one.content)
        if one.cue:
            assert text[one.cue.start : one.cue.end] == one.cue.text
        if one.condition:
            assert text[one.condition.start : one.condition.end] == one.condition.text


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_the_degraded_reader_never_raises(
    text: str, degraded_prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    for one in statements.find(degraded_prose_of(text, None), cues):
        assert one.kind is QuoteKind.DIRECT or one.content


def test_a_paragraph_of_ten_thousand_words_without_a_full_stop_is_read(find: Find) -> None:
    find("Lavrov said that the list went on and " * 1250)


def test_a_quotation_in_the_next_paragraph_without_a_cue_goes_on(find: Find) -> None:
    text = "“We have waited for years,” Lavrov said.\n\n“Nobody has answered us.”\n\nThe talks in Geneva ended on a sunny afternoon."
    (said,) = find(text)
    assert said.speaker
    assert said.speaker.actor == "sergei-lavrov"
    assert [span.of(text) for span in said.content] == ["“We have waited for years,”", "“Nobody has answered us.”"]


def test_a_quotation_without_a_cue_after_an_indirect_sentence_is_a_statement_of_its_own(find: Find) -> None:
    text = "Lavrov said the talks were “a waste of time for everybody”.\n\n“Nobody has answered us.”"
    found = find(text)
    assert [one.speaker.actor for one in found if one.speaker] == ["sergei-lavrov", "sergei-lavrov"]
    assert [one.cue.text if one.cue else None for one in found] == ["said", None]


def test_a_heading_in_quotation_marks_is_said_by_nobody(find: Find) -> None:
    assert len(find("“We have waited for years,” Lavrov said.\n\n“WHO ANSWERS?”\n\nThe talks in Geneva ended.")) == 1


def test_a_quotation_opened_anew_in_each_paragraph_is_one_statement(find: Find) -> None:
    text = "Lavrov told a briefing: “We have waited for years.\n\n“Nobody has answered us,” and he left the room with his aides."
    (said,) = find(text)
    assert len(said.content) == 2


def test_an_odd_mark_leaves_the_other_quotations_alone(find: Find) -> None:
    text = '"We are ready," Putin said.\n\nThe range is 480 km, or "so they claim.\n\n"We doubt it," Jens Stoltenberg said.'
    assert [one.speaker.actor for one in find(text) if one.speaker] == ["vladimir-putin", "jens-stoltenberg"]


def test_a_torn_copy_of_a_sentence_says_nothing(find: Find) -> None:
    text = "Lavrov said the inspectors were on\nLavrov said the inspectors were on their way home. The talks went on."
    assert len(find(text)) == 1


def test_a_headline_with_a_colon_is_said_by_the_name_before_it(find: Find) -> None:
    found = find("Lavrov: deadline will not be met\n\nSergei Lavrov was in Minsk for a meeting of ministers.")
    assert [(one.speaker.actor, one.cue.text) for one in found if one.speaker and one.cue] == [("sergei-lavrov", ":")]


def test_the_turns_of_a_transcript_belong_to_their_speakers(find: Find) -> None:
    text = (
        "MODERATOR: Will you leave the treaty?\n\nLAVROV: We will not. Not before the others do.\n\n"
        "MODERATOR: Is that a promise?\n\nLAVROV: It is what I said.\n\nMODERATOR: Thank you."
    )
    top = [one for one in find(text) if one.within is None]
    assert [one.speaker.name if one.speaker else "" for one in top][1::2] == ["Sergei Lavrov", "Sergei Lavrov"] or [
        text[one.speaker.start : one.speaker.end] for one in top if one.speaker and one.speaker.start is not None
    ] == ["MODERATOR", "LAVROV", "MODERATOR", "LAVROV", "MODERATOR"]


def test_without_a_model_direct_quotations_are_still_found(
    degraded_prose_of: Callable[..., Prose], cues: statements.CueLexicon
) -> None:
    text = (
        "“The door is open,” said Jens Stoltenberg. Putin told reporters: “It is shut.” The mission said it would wait."
    )
    prose = degraded_prose_of(text, None)
    found = statements.find(prose, cues)
    assert prose.degraded
    assert [one.speaker.actor for one in found if one.speaker] == ["jens-stoltenberg", "vladimir-putin"]
    assert all(one.kind is QuoteKind.DIRECT for one in found)
