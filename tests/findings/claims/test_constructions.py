"""The same claim in many constructions: each is told to contradict where it is wrong, and never where it is right."""

from __future__ import annotations

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.language.prose import Source
from treatywatch.model.finding import Verdict
from treatywatch.pipeline import Reader, check_many

pytestmark = pytest.mark.needs_model

# What is told with {} in it, the day of the report, what is right and what is wrong in the gap.
FORCE = ("2015-05-20", "March 1970", "July 1968")
SIGNED = ("2017-05-20", "December 1987", "June 1988")
LEFT = ("2023-05-20", "November 2020", "May 2020")
ENDED = ("2012-05-20", "December 2009", "December 2007")
JOINED = ("2015-05-20", "March 1992", "June 1970")
SIGNERS = ("2017-05-20", "Ronald Reagan and Mikhail Gorbachev", "Jimmy Carter and Leonid Brezhnev")
WARHEADS = ("2022-05-20", "1,550", "1,800")
NOTICE = ("2017-05-20", "six months", "three months")
TERM = ("2007-05-20", "15 years", "20 years")
PARTY = ("2015-05-20", "Iran", "India")
STRANGER = ("2015-05-20", "Israel", "Iran")
TOWN = ("2022-05-20", "Prague", "Helsinki")
RATIFIED = ("2023-05-20", "50", "60")

TOLD = [
    (FORCE, "It was in {} that the NPT entered into force."),
    (FORCE, "The NPT did not enter into force until {}."),
    (FORCE, "Only in {} did the NPT take effect."),
    (FORCE, "{} saw the NPT enter into force."),
    (FORCE, "The NPT has bound its parties since {}."),
    (FORCE, "The entry into force of the NPT came in {}."),
    (FORCE, "The NPT is a landmark. Its entry into force came in {}."),
    (FORCE, "The NPT has been in force only since {}."),
    (FORCE, "{}: The NPT enters into force"),
    (SIGNED, "It was in {} that the INF Treaty was signed."),
    (SIGNED, "{} saw the signing of the INF Treaty."),
    (SIGNED, "The signing of the INF Treaty took place in {}."),
    (LEFT, "It was in {} that the United States left the Open Skies Treaty."),
    (LEFT, "The United States' departure from the Open Skies Treaty came in {}."),
    (LEFT, "The United States remained in the Open Skies Treaty until {}."),
    (LEFT, "The United States, a party to the Open Skies Treaty until {}, has said little since."),
    (LEFT, "The United States' membership of the Open Skies Treaty ended in {}."),
    (LEFT, "Having left the Open Skies Treaty in {}, the United States kept silent."),
    (LEFT, "The Open Skies Treaty has had a hard decade. The United States left in {}."),
    (LEFT, "The Open Skies Treaty lost the United States in {}."),
    (ENDED, "START I has been defunct since {}."),
    (ENDED, "START I was in force from 1994 to {}."),
    (ENDED, "The expiry of START I came in {}."),
    (JOINED, "China has been a party to the NPT since {}."),
    (JOINED, "China did not join the NPT until {}."),
    (JOINED, "The NPT, which China ratified in {}, is well known."),
    (SIGNERS, "The INF Treaty, which {} signed, is well known."),
    (SIGNERS, "{}, who signed the INF Treaty, are well known."),
    (SIGNERS, "The INF Treaty bears the signatures of {}."),
    (SIGNERS, "It was {} who signed the INF Treaty."),
    (WARHEADS, "The {} deployed warheads allowed under New START are well known."),
    (WARHEADS, "New START's {}-warhead limit is well known."),
    (WARHEADS, "New START forbids either side to have more than {} deployed warheads."),
    (WARHEADS, "Neither side may exceed {} deployed warheads under New START."),
    (WARHEADS, "Deployed warheads are limited by New START to {} on each side."),
    (NOTICE, "The notice period of the INF Treaty is {}."),
    (NOTICE, "Leaving the INF Treaty takes {}."),
    (NOTICE, "Under the INF Treaty, {} must pass before a withdrawal takes effect."),
    (TERM, "The duration of START I was {}."),
    (TERM, "START I was signed for a period of {}."),
    (PARTY, "As a party to the NPT, {} must report every year."),
    (PARTY, "{} belongs to the NPT."),
    (PARTY, "Parties to the NPT such as {} must report every year."),
    (STRANGER, "{} remains outside the NPT."),
    (STRANGER, "{} has yet to ratify the NPT."),
    (STRANGER, "{} is one of the few states outside the NPT."),
    (STRANGER, "States that have not joined the NPT, such as {}, protested."),
    (TOWN, "Obama and Medvedev met in {} to sign New START."),
    (TOWN, "The signing of New START in {} was a turning point."),
    (RATIFIED, "The threshold of {} ratifications for the TPNW was reached, and it took effect."),
]
HARMLESS = [
    (
        "2018-06-01",
        "The treaty, adopted in July 2017, enters into force once 50 states have ratified it: the TPNW waits for 42.",
    ),
    ("2021-03-01", "The TPNW, adopted in July 2017, entered into force 90 days after the fiftieth ratification."),
    ("2012-05-20", "START I was in force until December 2009."),
    ("2021-04-11", "Since it came into force in 2002, eight countries have joined the Open Skies Treaty."),
    ("2016-09-20", "Opened for signature in 1968, the NPT entered into force in 1970."),
    (
        "2016-08-20",
        "India has never signed the NPT, while North Korea was a party but announced its withdrawal from the NPT in 2003.",
    ),
    ("2022-05-20", "The New START limit of 700 launchers is met by both."),
    ("2023-05-20", "Russia signed up to the CTBT in June 2000."),
    ("2023-05-20", "Whether it was in 1997 that the CTBT entered into force, as the student wrote, nobody asked."),
]


def _contradicted(rows: list[tuple[str, str]], reader: Reader) -> list[bool]:
    told = [
        (f"report:{number}", Source(text[:1].upper() + text[1:], UncertainDay.from_plain(PlainDay.parse(day), "given")))
        for number, (day, text) in enumerate(rows)
    ]
    return [any(one.verdict is Verdict.CONTRADICTS for one in found) for found in check_many(told, reader)]


def test_a_wrong_claim_contradicts_in_every_construction(claim_reader: Reader) -> None:
    rows = [(day, told.format(wrong)) for (day, _, wrong), told in TOLD]
    assert [text for (_, text), found in zip(rows, _contradicted(rows, claim_reader), strict=True) if not found] == []


def test_the_same_claim_told_rightly_contradicts_in_none(claim_reader: Reader) -> None:
    rows = [(day, told.format(right)) for (day, right, _), told in TOLD]
    assert [text for (_, text), found in zip(rows, _contradicted(rows, claim_reader), strict=True) if found] == []


def test_what_only_resembles_a_claim_contradicts_nothing(claim_reader: Reader) -> None:
    assert [
        text for (_, text), found in zip(HARMLESS, _contradicted(HARMLESS, claim_reader), strict=True) if found
    ] == []
