"""Tables as they come: encodings, delimiters, broken rows, columns under many names; what cannot be read is refused with words."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from treatywatch.errors import UsageError
from treatywatch.findings.tables import Asked, lint_table
from treatywatch.findings.tables.columns import columns_of
from treatywatch.findings.tables.records import delimiter_of, records_of
from treatywatch.shelf import Shelf

from .conftest import ON, Lint

_WRONG = "state,ratified,entry into force\nCôte d’Ivoire,1995-12-18,1997-04-29\nAFG,2003-09-24,2003-09-24\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends_make_no_difference(
    lint: Lint, encoding: str, delimiter: str, ending: str
) -> None:
    table = _WRONG.replace(",", delimiter).replace("\n", ending).encode(encoding)
    assert [(one.line, one.rule) for one in lint(table, treaty="cwc")] == [(3, "deposit-day-in-force")]


def test_a_line_in_another_encoding_costs_no_row(lint: Lint) -> None:
    table = "state,deposited\nCôte d’Ivoire,1995-13-40\n".encode() + "Côte d’Ivoire,1995-14-40\n".encode("cp1252")
    assert [one.rule for one in lint(table, treaty="cwc")] == ["impossible-day", "duplicate-row", "impossible-day"]


def test_a_bad_row_is_told_and_the_rest_is_read(lint: Lint) -> None:
    table = (
        'state,deposited,in force\nAFG,2003-09-24\n"ALB,1994-05-11,1997-04-29\nAFG,2003-09-24,2003-09-24\nDZA,1,2,3\n'
    )
    found = [(one.line, one.rule) for one in lint(table, treaty="cwc")]
    assert found == [(2, "table-width"), (3, "table-syntax"), (4, "deposit-day-in-force"), (5, "table-width")]


def test_a_quoted_cell_may_run_over_lines(lint: Lint) -> None:
    table = 'state,note,deposited,in force\nALB,"two\nlines, and ""words""",1994-05-11,1997-04-29\nAFG,,2003-09-24,2003-09-24\n'
    assert [(one.line, one.rule) for one in lint(table, treaty="cwc")] == [(4, "deposit-day-in-force")]


def test_a_spreadsheets_word_on_its_delimiter_is_heard(lint: Lint) -> None:
    table = "sep=;\nstate;deposited;in force\nAFG;2003-09-24;2003-09-24\n"
    assert [(one.line, one.rule) for one in lint(table, treaty="cwc")] == [(3, "deposit-day-in-force")]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (b"", "found nothing, expected a first line"),
        (b"PK\x03\x04\x14\x00", "found binary data, expected a table as text"),
        (b"a,b\n1,2\n", "say --map COLUMN=treaty"),
        (b"state,signed\nAFG,1993-01-14\n", "say --treaty TREATY"),
        (b"treaty,colour\nNPT,red\n", "expected one that holds days or a status"),
    ],
)
def test_what_is_no_table_of_ours_is_refused_with_words(lint: Lint, table: bytes, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        lint(table)


def test_a_column_that_is_not_there_is_refused_with_those_that_are(lint: Lint) -> None:
    with pytest.raises(UsageError, match="found no column 'Joined', expected one of state, signed"):
        lint("state,signed\nAFG,1993-01-14\n", treaty="cwc", said={"Joined": "deposited"})
    with pytest.raises(UsageError, match="--map signed: found 'when', expected one of treaty"):
        lint("state,signed\nAFG,1993-01-14\n", treaty="cwc", said={"signed": "when"})


def test_what_the_user_says_of_a_column_counts(lint: Lint) -> None:
    table = "who,when,force\nAFG,2003-09-24,2003-09-24\n"
    said = {"who": "participant", "when": "deposited"}
    assert [one.rule for one in lint(table, treaty="cwc", said=said)] == ["deposit-day-in-force"]
    assert lint(table, treaty="cwc", said={**said, "force": "ignore"}) == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("manyID,treatyID,stateID,Title,Begin,End,Signature,Force,stateSignature,stateRat,stateForce,stateWithdrawal",
         {"participant": "stateID", "treaty": "treatyID", "title": "Title", "signed": "stateSignature",
          "deposited": "stateRat", "in_force": "stateForce", "exit": "stateWithdrawal"}),
        ("Title,Begin,End,Signature,Force,Term", {"treaty": "Title", "signed": "Signature", "in_force": "Force", "ended": "End"}),
        ("Participant,Action,Date,Depositary", {"participant": "Participant", "act": "Action", "day": "Date", "place": "Depositary"}),
        ("Country,Date of signature,Date of ratification,Date of entry into force",
         {"participant": "Country", "signed": "Date of signature", "deposited": "Date of ratification",
          "in_force": "Date of entry into force"}),
        ("Treaty name,Date adopted,EIF,Current status",
         {"treaty": "Treaty name", "adopted": "Date adopted",
          "in_force": "EIF", "status": "Current status"}),
    ],
)  # fmt: skip
def test_common_columns_are_known_by_their_names(header: str, expected: dict[str, str]) -> None:
    columns = columns_of(header.split(","), "t", None, {}, "npt")
    found = {field: columns.header[place] for field, place in columns.places.items()}
    assert {field: found.get(field) for field in expected} == expected


def test_the_guess_is_told_in_words(shelf: Shelf) -> None:
    lines: list[str] = []
    table = io.BytesIO(b"Treaty name,EIF\nNPT,1970-03-05\nUnheard of,\n")
    assert list(lint_table(table, "t.csv", shelf, Asked(), ON, lines.append)) == []
    assert (
        lines[0]
        == "t.csv: read as a table of treaties: Treaty name = treaty, EIF = in_force (guessed for Treaty name, EIF)"
    )
    assert lines[-1] == "t.csv: 2 rows read, 1 of them of a treaty on the shelf; the others beside themselves alone"


def test_records_stream() -> None:
    def endless() -> Iterator[str]:
        yield "a,b\n"
        while True:
            yield '1,"2"\n'

    records = records_of(endless())
    assert [next(records).line for _ in range(1000)][-1] == 1000


def test_the_delimiter_is_the_commonest_outside_of_quotation_marks() -> None:
    assert delimiter_of('"a,b,c,d";e;f') == ";"
    assert delimiter_of("alone") == ","


def test_a_yes_in_the_column_of_days_is_a_status(lint: Lint) -> None:
    table = "treaty,in force\nNPT,yes\nCTBT,no\nINF Treaty,yes\n"
    assert [(one.line, one.rule) for one in lint(table)] == [(4, "in-force-after-its-end")]


def test_the_first_of_several_deposits_counts(lint: Lint) -> None:
    table = "state,action,date,depositary\n" + "".join(
        f"Albania,Accession,{day},{place}\n" for day, place in (("1990-09-28", "Washington"), ("1990-09-12", "London"))
    )
    assert lint(table, treaty="npt") == []
