"""The table of transitions: whole, free of contradictions, and the only place where anything changes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind
from treatywatch.regime import TRANSITIONS
from treatywatch.regime.transitions import INHERITED, SAME, Aspect, When, transition

_VOCABULARY = {Aspect.PHASE: Phase, Aspect.STANDING: StandingKind, Aspect.OPERATION: Operation}
_NOBODYS_NOTICE = (
    EventKind.VOTE,
    EventKind.SIGN_LAW,
    EventKind.APPROVE,
    EventKind.ANNOUNCE_WITHDRAWAL,
    EventKind.ANNOUNCE_SUSPENSION,
    EventKind.COUNTER_MEASURE,
)


def test_every_row_speaks_the_vocabulary() -> None:
    for row in TRANSITIONS:
        words = {str(word) for word in _VOCABULARY[row.aspect]}
        assert str(row.before) in words
        assert str(row.after) in words | {INHERITED, SAME}
        assert row.rule


def test_no_two_rows_answer_the_same_question() -> None:
    cells = Counter((row.aspect, row.act, str(row.before), row.when) for row in TRANSITIONS)
    assert [cell for cell, count in cells.items() if count > 1] == []


def test_a_row_for_always_has_no_rival() -> None:
    always = {(row.aspect, row.act, str(row.before)) for row in TRANSITIONS if row.when is When.ALWAYS}
    others = {(row.aspect, row.act, str(row.before)) for row in TRANSITIONS if row.when is not When.ALWAYS}
    assert always & others == set()


@pytest.mark.parametrize("kind", _NOBODYS_NOTICE)
def test_acts_that_are_no_notice_change_nothing(kind: EventKind) -> None:
    rows = [row for row in TRANSITIONS if row.act is kind]
    assert rows
    assert {row.after for row in rows} == {SAME}


def test_a_missing_cell_changes_nothing() -> None:
    assert transition(Aspect.STANDING, EventKind.REVOKE_NOTICE, StandingKind.PARTY, frozenset()) is None


def test_no_treaty_is_named_in_the_code(root: Path) -> None:
    names = {path.parent.name for path in (root / "treaties").glob("*/treaty.yml")}
    rooms = ("regime", "rulebook", "model")
    for room in rooms:
        for path in (root / "src" / "treatywatch" / room).glob("*.py"):
            text = path.read_text(encoding="utf-8")
            code = "\n".join(line for line in text.splitlines() if '"""' not in line and "`" not in line)
            for name in names:
                assert f'"{name}"' not in code, f"{path}: {name}"
