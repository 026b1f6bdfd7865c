"""Tables of participants: the acts that a row tells, and the rows that contradict themselves or name what nobody knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from treatywatch.dates import PlainDay
from treatywatch.model.law import Treaty
from treatywatch.model.participation import Consent, Participation, ToldDays, Words
from treatywatch.model.vocabulary import EventKind, SourceKind, StandingKind
from treatywatch.regime import evaluate
from treatywatch.rulebook import load_all, load_treaty
from treatywatch.rulebook.participants import acts_of, faults_of
from treatywatch.shelf import open_shelf

_COUNTED = (StandingKind.PARTY, StandingKind.WITHDRAWING, StandingKind.CONTRACTING, StandingKind.CONTESTED)
_DAY, _LATER = PlainDay.parse("2001-02-03"), PlainDay.parse("2002-03-04")


@pytest.fixture(scope="module")
def treaty() -> Treaty:
    return replace(load_treaty(open_shelf(), "ccw"), acts=(), participants=())


def _rules(treaty: Treaty, *rows: Participation) -> list[tuple[str, str]]:
    return [(fault.field, fault.rule) for fault in faults_of(rows, treaty, "table.csv")]


def test_a_row_tells_signature_and_deposit(treaty: Treaty) -> None:
    row = Participation(actor="fr", kind=Consent.RATIFICATION, signed=_DAY, deposited=_LATER, verified=True)
    signs, ratifies = acts_of((row,), (), treaty)
    assert (signs.kind, signs.effective) == (EventKind.SIGN, _DAY)
    assert (ratifies.kind, ratifies.effective, ratifies.verified) == (EventKind.RATIFY, _LATER, True)
    assert ratifies.source_kind is SourceKind.OFFICIAL


def test_an_act_told_in_the_file_of_acts_is_not_doubled(treaty: Treaty) -> None:
    row = Participation(actor="fr", signed=_DAY)
    (told,) = acts_of((row,), (), treaty)
    assert not tuple(acts_of((row,), (told,), treaty))


def test_a_ratification_at_home_is_told_apart_from_its_deposit(treaty: Treaty) -> None:
    row = Participation(actor="fr", kind=Consent.RATIFICATION, ratified=_DAY, deposited=_LATER)
    assert [(act.kind, act.effective) for act in acts_of((row,), (), treaty)] == [
        (EventKind.APPROVE, _DAY),
        (EventKind.RATIFY, _LATER),
    ]


def test_a_succession_works_from_its_date_and_is_public_with_its_notification(treaty: Treaty) -> None:
    row = Participation(actor="ba", kind=Consent.SUCCESSION, deposited=_LATER, in_force=_DAY)
    (act,) = acts_of((row,), (), treaty)
    assert (act.kind, act.effective, act.public) == (EventKind.SUCCEED, _DAY, _LATER.latest)


def test_a_continuation_takes_over_on_the_day_on_which_its_predecessor_ended(treaty: Treaty) -> None:
    rows = (
        Participation(actor="su", kind=Consent.RATIFICATION, deposited=_DAY, ended=_LATER),
        Participation(actor="ru", kind=Consent.CONTINUATION, of="su"),
    )
    assert [act.effective for act in acts_of(rows, (), treaty) if act.actors == ("ru",)] == [_LATER]


def test_a_participant_stands_in_one_row(treaty: Treaty) -> None:
    row = Participation(actor="fr", signed=_DAY)
    assert ("actor", "participant-twice") in _rules(treaty, row, row)


def test_a_deposit_has_a_kind_and_a_kind_has_a_day(treaty: Treaty) -> None:
    assert _rules(treaty, Participation(actor="fr", deposited=_DAY)) == [("kind", "participant-kind")]
    assert _rules(treaty, Participation(actor="fr", kind=Consent.ACCESSION)) == [("deposited", "participant-kind")]


def test_a_continuation_names_a_row_of_the_table(treaty: Treaty) -> None:
    nobody = Participation(actor="ru", kind=Consent.CONTINUATION)
    stranger = replace(nobody, of="su")
    assert ("of", "participant-kind") in _rules(treaty, nobody)
    assert ("of", "predecessor") in _rules(treaty, stranger)


def test_a_deposit_before_the_signature_is_refused(treaty: Treaty) -> None:
    row = Participation(actor="fr", kind=Consent.RATIFICATION, signed=_LATER, deposited=_DAY)
    assert _rules(treaty, row) == [("deposited", "participant-order")]


def test_sources_and_publishers_are_references_of_the_treaty(treaty: Treaty) -> None:
    row = Participation(actor="fr", kind=Consent.ACCESSION, deposited=_DAY, in_force=_LATER)
    assert _rules(treaty, replace(row, in_force_by="untc")) == []
    assert _rules(treaty, replace(row, in_force_by="nobody")) == [("in_force_by", "participant-source")]
    assert _rules(treaty, replace(row, source=Words(items=("nobody",)))) == [("source", "participant-source")]
    assert _rules(replace(treaty, coverage=None), row) == [("source", "participant-source")]


def test_days_told_by_others_name_their_teller() -> None:
    assert [one.by for one in ToldDays.parse("1981-11-01 dutch-register; 1985-06-17 ieadb").items] == [
        "dutch-register",
        "ieadb",
    ]
    with pytest.raises(ValueError, match="expected a day and who gives it"):
        ToldDays.parse("1981-11-01")


def test_a_complete_table_has_as_many_parties_as_its_source_counts() -> None:
    for one in load_all(open_shelf()):
        if one.coverage is not None and one.coverage.complete:
            uncounted = {row.actor for row in one.participants if row.disputed_by is not None}
            rows = evaluate(one, (), one.coverage.as_of.latest).participants
            counted = [row for row in rows if row.standing in _COUNTED and row.actor not in uncounted]
            assert len(counted) == one.coverage.parties, one.id
            assert one.coverage.expected in (None, one.coverage.parties), one.id
