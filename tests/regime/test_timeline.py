"""The quick way to an answer gives what folding afresh gives, whatever the day and whatever is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch.dates import Period
from treatywatch.model.law import Act, Treaty
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import evaluate
from treatywatch.regime.days import as_known, knowledge, public_acts
from treatywatch.regime.effects import effects
from treatywatch.regime.evaluation import evaluate_afresh
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import open_shelf

from .conftest import act, made_up, withdrawal

_SHELF = open_shelf()
_TREATIES = [load_treaty(_SHELF, id) for id in _SHELF.treaty_ids()]
_ANY_DAY = st.dates(min_value=date(1960, 1, 1), max_value=date(2040, 12, 31))
_KINDS = (
    EventKind.NOTIFY_WITHDRAWAL,
    EventKind.REVOKE_NOTICE,
    EventKind.SUSPEND,
    EventKind.RESUME,
    EventKind.COUNTER_MEASURE,
    EventKind.TERMINATE,
    EventKind.ANNOUNCE_WITHDRAWAL,
)


def _eventful(treaty: Treaty) -> list[date]:
    """The days around which answers change: those of effects, and those on which something became public."""
    days = {effect.day for effect in effects(treaty, treaty.acts, None)}
    days |= {public for one in treaty.acts if (public := one.public) is not None}
    days |= {view.since.latest for one in treaty.acts for view in one.views}
    return sorted(days) or [date(2000, 1, 1)]


_EVENTFUL = {treaty.id: _eventful(treaty) for treaty in _TREATIES}


@st.composite
def _questions(draw: st.DrawFn) -> tuple[Treaty, date, date | None, date | None]:
    """A treaty and days to ask about: any, or one next to a day on which something changes."""
    treaty = draw(st.sampled_from(_TREATIES))
    near = st.builds(
        lambda day, shift: day + timedelta(days=shift), st.sampled_from(_EVENTFUL[treaty.id]), st.integers(-1, 1)
    )
    some = st.one_of(near, _ANY_DAY)
    return treaty, draw(some), draw(st.one_of(st.none(), some)), draw(st.one_of(st.none(), some))


@settings(deadline=None, max_examples=100)
@given(_questions())
def test_the_timeline_answers_as_folding_afresh_does(
    question: tuple[Treaty, date, date | None, date | None],
) -> None:
    treaty, on, known, today = question
    assert evaluate(treaty, treaty.acts, on, known, today) == evaluate_afresh(treaty, (), on, known, today)


@st.composite
def _made_up(draw: st.DrawFn) -> Treaty:
    """A treaty between two sides with notices, suspensions and their like in any order."""
    days = draw(st.lists(st.dates(date(2001, 1, 1), date(2006, 1, 1)), max_size=6))
    acts = tuple(
        act(
            f"act-{place}",
            draw(st.sampled_from(_KINDS)),
            (draw(st.sampled_from(["us", "ru", "by"])),),
            day.isoformat(),
            public_on=None,
        )
        for place, day in enumerate(days)
    )
    return made_up((withdrawal(Period(months=6)),), acts)


@settings(deadline=None, max_examples=60)
@given(
    _made_up(),
    st.lists(
        st.tuples(
            st.dates(date(1999, 1, 1), date(2007, 1, 1)), st.none() | st.dates(date(1999, 1, 1), date(2007, 1, 1))
        ),
        min_size=1,
        max_size=6,
    ),
)
def test_made_up_treaties_too_and_in_any_order_of_questions(
    treaty: Treaty, asked: list[tuple[date, date | None]]
) -> None:
    for on, known in asked:
        assert evaluate(treaty, treaty.acts, on, known) == evaluate_afresh(treaty, (), on, known, None)


@pytest.mark.parametrize("treaty", _TREATIES, ids=lambda treaty: treaty.id)
def test_each_change_of_a_treaty_is_told_on_its_day_and_not_before(treaty: Treaty) -> None:
    days = _EVENTFUL[treaty.id]
    for day in days[:: max(1, len(days) // 3)]:
        for on in (day - timedelta(days=1), day):
            assert evaluate(treaty, treaty.acts, on) == evaluate_afresh(treaty, (), on, None, None)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(_TREATIES), _ANY_DAY)
def test_what_was_known_is_one_object_until_something_becomes_public(treaty: Treaty, known: date) -> None:
    then, acts = knowledge(treaty, known)
    assert (then, acts) == (as_known(treaty, known), public_acts(treaty, (), known))
    later = min((public for one in treaty.acts if (public := one.public) and public > known), default=known)
    if later - known > timedelta(days=1) and not any(one.views for one in treaty.acts) and not treaty.bound_readings:
        assert knowledge(treaty, later - timedelta(days=1))[1] is acts or treaty.hindrances


def test_the_shelf_holds_what_the_property_needs() -> None:
    told: list[Act] = [one for treaty in _TREATIES for one in treaty.acts]
    assert any(one.views for one in told)
    assert any(treaty.hindrances for treaty in _TREATIES)
    assert any(one.public_on for one in told)
