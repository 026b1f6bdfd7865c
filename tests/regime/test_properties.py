"""What must hold of every answer, whatever the day and whatever is known."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.dates import PlainDay
from treatywatch.model.law import Act, Treaty
from treatywatch.model.vocabulary import EventKind, Phase, StandingKind
from treatywatch.regime import calendar, evaluate, explain, reckon
from treatywatch.regime.days import day_of
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

from .conftest import act

_SHELF = open_shelf()
_TREATIES = [load_treaty(_SHELF, id) for id in _SHELF.treaty_ids()]
_TREATY = st.sampled_from(_TREATIES)
_DAY = st.dates(min_value=date(1985, 1, 1), max_value=date(2028, 12, 31))
_KINDS = (
    EventKind.NOTIFY_WITHDRAWAL,
    EventKind.REVOKE_NOTICE,
    EventKind.SUSPEND,
    EventKind.RESUME,
    EventKind.TERMINATE,
    EventKind.EXTEND,
    EventKind.COUNTER_MEASURE,
    EventKind.VOTE,
)


@st.composite
def _acts(draw: st.DrawFn) -> Act:
    """Any act of one of the sides, of any day."""
    kind = draw(st.sampled_from(_KINDS))
    on = draw(_DAY)
    return act(f"drawn-{on}", kind, (draw(st.sampled_from(["us", "ru", "su"])),), on.isoformat())


@settings(deadline=None, max_examples=150)
@given(_TREATY, _DAY, _DAY, _acts(), st.integers(1, 2000))
def test_an_act_made_public_later_never_changes_an_earlier_answer(
    treaty: Treaty, on: date, known: date, extra: Act, late: int
) -> None:
    hidden = replace(extra, public_on=PlainDay.of(known + timedelta(days=late)))
    assert evaluate(treaty, (hidden,), on, known) == evaluate(treaty, (), on, known)
    assert calendar(treaty, (hidden,), on, known) == calendar(treaty, (), on, known)


@settings(deadline=None, max_examples=60)
@given(_TREATY, _DAY, st.lists(_acts(), max_size=4, unique_by=lambda one: one.id), st.randoms(use_true_random=False))
def test_the_order_of_loading_is_irrelevant(treaty: Treaty, on: date, extra: list[Act], chance: random.Random) -> None:
    shuffled = list(treaty.acts)
    chance.shuffle(shuffled)
    other = replace(treaty, acts=tuple(shuffled))
    added = list(extra)
    chance.shuffle(added)
    assert evaluate(other, added, on) == evaluate(treaty, extra, on)


@settings(deadline=None, max_examples=100)
@given(_TREATY, _DAY, st.one_of(st.none(), _DAY))
def test_every_row_leads_to_an_article_or_an_act_with_source(treaty: Treaty, on: date, known: date | None) -> None:
    state = evaluate(treaty, (), on, known)
    told = [row.grounds for row in state.participants]
    told += [clock.grounds for clock in state.clocks]
    told += [reading.grounds for reading in state.readings]
    for grounds in told:
        assert all(ground.article or ground.act or ground.source for ground in grounds)
        assert any(ground.source for ground in grounds)


@settings(deadline=None, max_examples=60)
@given(_TREATY, _DAY, st.one_of(st.none(), _DAY))
def test_every_answer_explains_itself_by_its_id_alone(treaty: Treaty, on: date, known: date | None) -> None:
    state = evaluate(treaty, (), on, known)
    ids = [state.id]
    ids += [row.id for row in state.participants]
    ids += [clock.id for clock in state.clocks]
    ids += [reading.id for reading in state.readings]
    assert len(ids) == len(set(ids))
    for id in ids:
        assert explain(treaty, None, id) == explain(treaty, state, id)


@settings(deadline=None, max_examples=100)
@given(_TREATY, _DAY, st.sampled_from(list(EventKind)), st.sampled_from([None, "us", "ru", "fi"]))
def test_reckoning_refuses_or_names_its_reading(treaty: Treaty, on: date, kind: EventKind, actor: str | None) -> None:
    answer = reckon(treaty, kind, on, actor)
    days = {candidate.effective for candidate in answer.candidates}
    assert all(candidate.reading for candidate in answer.candidates)
    assert answer.effective is None or answer.effective in days
    assert answer.rule
    if answer.effective is None:
        assert len(days) > 1 or answer.conditions or answer.grounds or not days


@settings(deadline=None, max_examples=60)
@given(_TREATY, _DAY)
def test_a_known_day_that_reaches_the_question_gives_no_projection(treaty: Treaty, on: date) -> None:
    assert evaluate(treaty, (), on, known=on).projected is False


@settings(deadline=None, max_examples=60)
@given(_TREATY, _DAY, _acts())
def test_an_act_changes_nothing_before_its_day(treaty: Treaty, on: date, extra: Act) -> None:
    starts = day_of(extra)
    assert starts is not None
    if on < starts and extra.kind is not EventKind.EXTEND:
        assert evaluate(treaty, (extra,), on) == evaluate(treaty, (), on)


_OVER = (Phase.EXPIRED, Phase.TERMINATED, Phase.SUPERSEDED)


@pytest.mark.parametrize("treaty", _TREATIES, ids=lambda treaty: treaty.id)
def test_no_participant_comes_back_after_the_end(treaty: Treaty) -> None:
    state = evaluate(treaty, (), date(2028, 1, 1))
    left = {row.standing for row in state.participants}
    doubted = {StandingKind.CONTESTED} if any(one.phase not in _OVER for one in state.readings) else set()
    assert state.phase not in _OVER or left <= {StandingKind.FORMER, StandingKind.SIGNATORY, *doubted}
