"""All transitions, in one table: what an act makes of a phase, a standing or an operation, and on which ground.

The documentation's diagrams are drawn from this table (docs/); nothing else in the program changes a phase, a standing or an
operation. An act that finds no row changes nothing: a vote, a law at home, an announcement and a counter-measure have rows only
where the table says out loud that they leave things as they are. The pattern is h11's: transitions as data, diagrams from data.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from treatywatch.model.noun import noun
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind

INHERITED: Final = "inherited"
"""The successor takes what its predecessor had."""

SAME: Final = "same"
"""The act is noted and changes nothing."""


class Aspect(StrEnum):
    """What a transition changes."""

    PHASE = "phase"
    STANDING = "standing"
    OPERATION = "operation"


class When(StrEnum):
    """Under which circumstance a row applies."""

    ALWAYS = "always"
    WHOLE = "whole treaty"
    PART = "part of the treaty"
    FORESEEN = "foreseen by a clause"
    FORESEEN_IN_PART = "foreseen by a clause, of a part"
    NOT_FORESEEN = "foreseen by no clause"
    HEIR = "successor in every reading"
    HEIR_IN_SOME = "successor in some readings only"
    PREDECESSOR = "the state that ended"
    OWN_NOTICE = "by its own succession"
    NOT_IN_FORCE = "the treaty is not in force yet"
    SOME_READINGS = "in some readings only"
    ALL_READINGS = "undisputed"
    BINDING = "a treaty"
    COMMITMENT = "a commitment that does not bind in law"


@noun(frozen=True, slots=True)
class Transition:
    """One row: `act`, met in `before`, leads to `after` (or INHERITED, SAME), under `when`, on the ground `rule`."""

    aspect: Aspect
    act: EventKind
    before: str
    after: str
    when: When
    rule: str


def _rows(
    aspect: Aspect, act: EventKind, before: Iterable[str], after: str, rule: str, when: When = When.ALWAYS
) -> list[Transition]:
    return [Transition(aspect, act, each, after, when, rule) for each in before]


_K, _P, _S, _O = EventKind, Phase, StandingKind, Operation
_PHASE, _STANDING, _OPERATION = Aspect.PHASE, Aspect.STANDING, Aspect.OPERATION
_UNBOUND = (_S.NONE, _S.SIGNATORY, _S.CONTRACTING, _S.PROVISIONAL)
_LIVE = (_S.PARTY, _S.WITHDRAWING, _S.CONTESTED, _S.PARTICIPANT)
_HELD = (_O.FULL, _O.SUSPENDED, _O.PARTLY_SUSPENDED, _O.CLAIMED_SUSPENDED)
_ENDS = ((_K.TERMINATE, _P.TERMINATED), (_K.EXPIRE, _P.EXPIRED), (_K.SUPERSEDE, _P.SUPERSEDED))

TRANSITIONS: Final[tuple[Transition, ...]] = (
    # --- The treaty as a whole
    *_rows(_PHASE, _K.SIGN, [_P.NEGOTIATING], _P.SIGNED, "signed, not yet in force (VCLT 10, 18)"),
    *_rows(_PHASE, _K.OPEN_FOR_SIGNATURE, [_P.NEGOTIATING], _P.SIGNED, "open for signature, not yet in force"),
    *_rows(
        _PHASE,
        _K.APPLY_PROVISIONALLY,
        [_P.SIGNED],
        _P.PROVISIONALLY_APPLIED,
        "applied provisionally (VCLT 25)",
        When.WHOLE,
    ),
    *_rows(
        _PHASE, _K.APPLY_PROVISIONALLY, [_P.SIGNED], SAME, "some provisions applied provisionally (VCLT 25)", When.PART
    ),
    *_rows(
        _PHASE,
        _K.ENTER_INTO_FORCE,
        [_P.NEGOTIATING, _P.SIGNED, _P.PROVISIONALLY_APPLIED],
        _P.IN_FORCE,
        "entered into force as its clause says (VCLT 24)",
    ),
    *(
        row
        for act, after in _ENDS
        for row in _rows(_PHASE, act, [_P.IN_FORCE], after, "the treaty has ended (VCLT 54, 59, 70)")
    ),
    # --- A participant's standing
    *_rows(_STANDING, _K.SIGN, [_S.NONE], _S.SIGNATORY, "signed: not to defeat the treaty's purpose (VCLT 18)"),
    *_rows(
        _STANDING,
        _K.RATIFY,
        [_S.NONE, _S.SIGNATORY],
        _S.CONTRACTING,
        "consented to be bound, not bound yet (VCLT 2, 14)",
    ),
    *_rows(_STANDING, _K.ACCEDE, [_S.NONE, _S.SIGNATORY], _S.CONTRACTING, "acceded, not bound yet (VCLT 2, 15)"),
    *(
        row
        for act in (_K.RATIFY, _K.ACCEDE)
        for row in _rows(_STANDING, act, [_S.FORMER], _S.CONTRACTING, "had left, and consents anew (VCLT 2, 14, 15)")
    ),
    *_rows(
        _STANDING,
        _K.APPLY_PROVISIONALLY,
        [_S.NONE, _S.SIGNATORY, _S.CONTRACTING],
        _S.PROVISIONAL,
        "applies the treaty provisionally (VCLT 25)",
        When.WHOLE,
    ),
    *_rows(
        _STANDING,
        _K.APPLY_PROVISIONALLY,
        [_S.SIGNATORY, _S.CONTRACTING],
        SAME,
        "applies some provisions provisionally (VCLT 25)",
        When.PART,
    ),
    *_rows(
        _STANDING,
        _K.ENTER_INTO_FORCE,
        _UNBOUND,
        _S.CONTESTED,
        "bound in some readings only: the days that are told differ",
        When.SOME_READINGS,
    ),
    *_rows(
        _STANDING,
        _K.ENTER_INTO_FORCE,
        _UNBOUND,
        _S.PARTICIPANT,
        "takes part in a commitment that does not bind in law",
        When.COMMITMENT,
    ),
    *_rows(
        _STANDING,
        _K.ENTER_INTO_FORCE,
        (*_UNBOUND, _S.CONTESTED),
        _S.PARTY,
        "bound since the treaty is in force for it (VCLT 2, 24)",
        When.BINDING,
    ),
    *_rows(
        _STANDING,
        _K.SUCCEED,
        _UNBOUND,
        _S.CONTESTED,
        "bound by succession in some readings only: the days that are told differ",
        When.SOME_READINGS,
    ),
    *_rows(
        _STANDING,
        _K.SUCCEED,
        [_S.NONE, _S.SIGNATORY],
        _S.CONTRACTING,
        "succeeds to a treaty that is not in force yet",
        When.NOT_IN_FORCE,
    ),
    *_rows(
        _STANDING,
        _K.SUCCEED,
        (*_UNBOUND, _S.CONTESTED),
        _S.PARTY,
        "bound by succession, which waits for no rule of the treaty",
        When.OWN_NOTICE,
    ),
    *_rows(_STANDING, _K.SUCCEED, [_S.NONE], INHERITED, "takes its predecessor's place", When.HEIR),
    *_rows(
        _STANDING,
        _K.SUCCEED,
        [_S.NONE],
        _S.CONTESTED,
        "takes its predecessor's place in some readings only",
        When.HEIR_IN_SOME,
    ),
    *_rows(
        _STANDING,
        _K.SUCCEED,
        (*_UNBOUND[1:], *_LIVE),
        _S.FORMER,
        "the state has ended; others took its place",
        When.PREDECESSOR,
    ),
    *_rows(
        _STANDING, _K.NOTIFY_WITHDRAWAL, [_S.PARTY], _S.WITHDRAWING, "gave notice: still a party until it takes effect"
    ),
    *_rows(
        _STANDING, _K.REVOKE_NOTICE, [_S.WITHDRAWING], _S.PARTY, "revoked its notice before it took effect (VCLT 68)"
    ),
    *_rows(_STANDING, _K.HALT_NOTICE, [_S.WITHDRAWING], _S.PARTY, "halted its notice before it took effect (VCLT 68)"),
    *_rows(
        _STANDING,
        _K.WITHDRAW,
        [_S.PARTY, _S.WITHDRAWING],
        _S.CONTESTED,
        "whether, or since when, its notice took effect is disputed",
        When.SOME_READINGS,
    ),
    *_rows(
        _STANDING,
        _K.WITHDRAW,
        [_S.PARTY, _S.WITHDRAWING, _S.CONTESTED, _S.PARTICIPANT],
        _S.FORMER,
        "has left: its notice took effect (VCLT 54, 70)",
        When.ALL_READINGS,
    ),
    *(
        row
        for act, _ in _ENDS
        for row in (
            *_rows(_STANDING, act, _LIVE, _S.CONTESTED, "whether it has ended is disputed", When.SOME_READINGS),
            *_rows(
                _STANDING,
                act,
                _LIVE,
                _S.FORMER,
                "the treaty has ended, for all its parties (VCLT 70)",
                When.ALL_READINGS,
            ),
        )
    ),
    *_rows(_STANDING, _K.UNSIGN, [_S.SIGNATORY], SAME, "a signatory that said it will not ratify (VCLT 18(a))"),
    *_rows(
        _STANDING, _K.REVOKE_RATIFICATION, [_S.CONTRACTING], _S.SIGNATORY, "took back its consent; its signature stands"
    ),
    *(
        row
        for act in (_K.SUSPEND, _K.RESUME, _K.COUNTER_MEASURE)
        for row in _rows(
            _STANDING, act, [_S.PARTY, _S.WITHDRAWING], SAME, "a suspended party is still a party (VCLT 57, 72)"
        )
    ),
    *(
        row
        for act in (_K.ANNOUNCE_WITHDRAWAL, _K.ANNOUNCE_SUSPENSION, _K.VOTE, _K.SIGN_LAW, _K.APPROVE)
        for row in _rows(
            _STANDING, act, [_S.PARTY, _S.WITHDRAWING], SAME, "an announcement, a vote or a law is no notice"
        )
    ),
    # --- Whether its obligations operate
    *_rows(_OPERATION, _K.ENTER_INTO_FORCE, [_O.NONE], _O.FULL, "bound in full since entry into force (VCLT 26)"),
    *_rows(_OPERATION, _K.SUCCEED, [_O.NONE], _O.FULL, "bound in full by succession (VCLT 26)", When.OWN_NOTICE),
    *_rows(_OPERATION, _K.SUCCEED, [_O.NONE], INHERITED, "takes its predecessor's place", When.HEIR),
    *_rows(_OPERATION, _K.SUCCEED, [_O.NONE], INHERITED, "takes its predecessor's place, if at all", When.HEIR_IN_SOME),
    *_rows(_OPERATION, _K.SUCCEED, _HELD, _O.NONE, "the state has ended", When.PREDECESSOR),
    *_rows(
        _OPERATION,
        _K.SUSPEND,
        [_O.FULL],
        _O.PARTLY_SUSPENDED,
        "suspended in part, as a clause foresees (VCLT 57)",
        When.FORESEEN_IN_PART,
    ),
    *_rows(
        _OPERATION,
        _K.SUSPEND,
        [_O.FULL, _O.PARTLY_SUSPENDED],
        _O.SUSPENDED,
        "suspended as the treaty foresees (VCLT 57)",
        When.FORESEEN,
    ),
    *_rows(
        _OPERATION,
        _K.SUSPEND,
        [_O.FULL],
        _O.CLAIMED_SUSPENDED,
        "no clause foresees a suspension: it is a claim (VCLT 42(2), 57, 60, 65)",
        When.NOT_FORESEEN,
    ),
    *_rows(
        _OPERATION,
        _K.SUSPEND,
        [_O.CLAIMED_SUSPENDED],
        SAME,
        "the claim is made again (VCLT 42(2), 57, 60, 65)",
        When.NOT_FORESEEN,
    ),
    *_rows(_OPERATION, _K.COUNTER_MEASURE, _HELD, SAME, "a counter-measure suspends no treaty"),
    *_rows(
        _OPERATION,
        _K.RESUME,
        [_O.SUSPENDED, _O.PARTLY_SUSPENDED, _O.CLAIMED_SUSPENDED],
        _O.FULL,
        "operation resumed (VCLT 72)",
    ),
    *_rows(_OPERATION, _K.WITHDRAW, _HELD, SAME, "whether it is still bound is disputed", When.SOME_READINGS),
    *_rows(_OPERATION, _K.WITHDRAW, _HELD, _O.NONE, "no longer bound (VCLT 70)", When.ALL_READINGS),
    *(
        row
        for act, _ in _ENDS
        for row in (
            *_rows(_OPERATION, act, _HELD, SAME, "whether it is still bound is disputed", When.SOME_READINGS),
            *_rows(_OPERATION, act, _HELD, _O.NONE, "no longer bound (VCLT 70)", When.ALL_READINGS),
        )
    ),
)

_INDEX: Final[dict[tuple[Aspect, EventKind, str], tuple[Transition, ...]]] = {}
for _row in TRANSITIONS:
    _cell = (_row.aspect, _row.act, str(_row.before))
    _INDEX[_cell] = (*_INDEX.get(_cell, ()), _row)


def transition(aspect: Aspect, act: EventKind, before: str, circumstances: frozenset[When]) -> Transition | None:
    """The row for an act met in `before` under these circumstances; None where the act changes nothing."""
    for row in _INDEX.get((aspect, act, str(before)), ()):
        if row.when is When.ALWAYS or row.when in circumstances:
            return row
    return None
