"""Charges and answers that a report tells in its own words, where no statement is read. No model is needed."""

from __future__ import annotations

from datetime import date

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.disputes import load_dispute_words
from treatywatch.findings.disputes.indictments import Indictments
from treatywatch.findings.disputes.reactions import Reactions
from treatywatch.findings.disputes.wrongs import Wrongs
from treatywatch.findings.retold import retold
from treatywatch.findings.sides import Sides
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import Told
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Stance
from treatywatch.shelf import open_shelf

SHELF = open_shelf()
WORDS, SIDES = load_dispute_words(SHELF), Sides(SHELF)
CHARGE = "Britain accused Syria on Monday of dropping chlorine bombs in breach of the Chemical Weapons Convention."


def told(text: str, day: str = "2017-04-06") -> Told:
    return Told("report:a", text, UncertainDay.from_plain(PlainDay.parse(day), "given"), None, None)


def answers(reaction: str, accuser: str = "gb", accused: str = "sy") -> list[str]:
    report = told(f"{CHARGE} {reaction}")
    who = Mention(0, 7, "actor", "gb", "Britain")
    content = Span(CHARGE.index("Syria"), len(CHARGE) - 1)
    claim = retold(report, Span(0, len(CHARGE)), (who, "gb"), Span(8, 15), content, Stance.ACCUSE).members[0]
    return [entry.content for entry in Reactions(WORDS, SIDES).to(claim, accuser, accused, 500)]


@pytest.mark.parametrize(
    "reaction",
    [
        "Damascus brushed the charge off.",
        "The Syrian government waved the accusation away.",
        "Damascus poured scorn on the claim.",
        "Damascus branded the allegation a malicious fabrication.",
        "The Syrian mission called the claim absurd.",
        "Damascus pleaded not guilty.",
        "Syria's denial came within hours.",
        "The claim was flatly denied by Damascus.",
        "The Syrian answer was curt: nonsense.",
        "Not so, said the Syrian envoy in Geneva.",
        "Those were rebel shells, retorted Syria's ambassador.",
    ],
)
def test_reaction_of_the_accused_is_an_answer(reaction: str) -> None:
    assert answers(reaction) == [reaction]


@pytest.mark.parametrize(
    "reaction",
    [
        "Damascus did not deny the charge.",
        "The Syrian foreign ministry declined to comment.",
        "France dismissed the Syrian army's report on the war.",
        "Damascus rejected the Turkish charge.",
        "Damascus rejected an offer of grain from Kazakhstan.",
        "London called the claim well founded.",
        "The Syrian foreign minister is due in Moscow on Thursday.",
    ],
)
def test_what_is_no_reaction_to_the_charge_is_no_answer(reaction: str) -> None:
    assert answers(reaction) == []


def test_reaction_in_the_sentence_of_the_charge_is_an_answer_and_its_content_is_not() -> None:
    text = "Britain says that Syria rejected inspections in breach of the convention, which Damascus denies."
    report = told(text)
    content = Span(text.index("Syria"), text.index(", which"))
    claim = retold(
        report, Span(0, len(text)), (Mention(0, 7, "actor", "gb", "Britain"), "gb"), Span(8, 12), content, Stance.ACCUSE
    )
    found = list(Reactions(WORDS, SIDES).to(claim.members[0], "gb", "sy", 500))
    assert [entry.statement.cue.text for entry in found if entry.statement.cue] == ["denies"]


@pytest.mark.parametrize(
    ("text", "side", "content"),
    [
        (
            "The United States lodged a formal complaint on Monday that Russia had breached the INF Treaty.",
            "us",
            "Russia had breached the INF Treaty",
        ),
        ("France told the meeting it had evidence that Iran violates the treaty.", "fr", "Iran violates the treaty"),
        (
            "The board of the International Atomic Energy Agency found Iran in breach of its safeguards.",
            "iaea",
            "Iran in breach of its safeguards",
        ),
        (
            "Britain formally declared Syria to be in violation of the convention.",
            "gb",
            "Syria to be in violation of the convention",
        ),
    ],
)
def test_charge_told_by_a_report_has_its_accuser_and_its_words(text: str, side: str, content: str) -> None:
    found = [entry for entry in Indictments(WORDS, SIDES).told([told(text)]) if entry.content == content]
    assert [SIDES.of_entry(entry) for entry in found[:1]] == [(side,)]


@pytest.mark.parametrize(
    "text",
    [
        "Britain did not find that Syria had violated the convention.",
        "Should Britain find that Syria violates the convention, it will act.",
        "Observers wondered about the convention.",
    ],
)
def test_charge_that_is_not_made_is_none(text: str) -> None:
    assert list(Indictments(WORDS, SIDES).told([told(text)])) == []


@pytest.mark.parametrize(
    "content", ["it had broken no treaty", "Iran violated nothing", "it had breached none of its pledges"]
)
def test_breach_of_nothing_is_no_breach(content: str) -> None:
    assert Wrongs(WORDS).breach(content, loosely=True) is None


def test_breach_before_a_successor_is_in_force_is_one_of_the_older_treaty() -> None:
    assert SIDES.binding("new-start", date(2010, 7, 30)) == "start-1"
    assert SIDES.binding("new-start", date(2014, 7, 30)) == "new-start"
    assert SIDES.binding("salt-2", date(1984, 1, 24)) == "salt-2"


def test_weapon_belongs_to_the_state_that_its_owner_was_on_the_day() -> None:
    assert SIDES.owners("krasnoyarsk", date(1985, 6, 1)) == ("su",)


def test_office_and_its_holder_are_one_mention_of_their_side() -> None:
    named = list(SIDES.mentions("accused Russian President Vladimir Putin of lying", date(2018, 3, 1)))
    assert [(mention.text, side) for mention, side in named] == [("Russian President Vladimir Putin", "ru")]
