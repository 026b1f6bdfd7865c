"""Days of acts, and which acts are public by a day."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from treatywatch.model.law import Act, Treaty

T = TypeVar("T")

_KEPT = 160
"""How many answers of each function are kept: four states of knowledge of every treaty on the shelf."""


def day_of(act: Act) -> date | None:
    """The day from which an act has its own effect: effective, else notified, received or announced.

    Of a month or a year only its last day is certain.
    """
    day = act.effective or act.notified or act.received or act.announced
    return day.latest if day else None


def public_acts(treaty: Treaty, acts: Iterable[Act], known: date | None) -> tuple[Act, ...]:
    """The treaty's own acts and accepted ones, each once, public on or before `known`, by day and id; views held later are left out."""
    all_acts = {act.id: act for act in (*acts, *treaty.acts)}.values()
    counted = (act for act in all_acts if known is None or act.public is None or act.public <= known)
    if known is not None:
        counted = (_viewed(act, known) if act.views else act for act in counted)
    return tuple(sorted(counted, key=lambda act: (day_of(act) or date.max, act.id)))


def _viewed(act: Act, known: date) -> Act:
    return replace(act, views=tuple(view for view in act.views if view.since.latest <= known))


def knowledge(treaty: Treaty, known: date | None) -> tuple[Treaty, tuple[Act, ...]]:
    """The treaty and its own acts as they were known: the same two objects for all days between which nothing became public.

    So whatever is reckoned from them alone can be kept by their identity.
    """
    breaks = _breaks(treaty, ())
    cell = len(breaks) if known is None else bisect_right(breaks, known)
    key = (id(treaty), cell)
    found = _KNOWN.get(key)
    if found is None:
        by = None if cell == len(breaks) else known
        found = _KNOWN[key] = (treaty, as_known(treaty, by), public_acts(treaty, (), by))
        if len(_KNOWN) > _KEPT:
            _KNOWN.popitem(last=False)
    return found[1:]


_KNOWN: OrderedDict[tuple[int, int], tuple[Treaty, Treaty, tuple[Act, ...]]] = OrderedDict()


def as_known(treaty: Treaty, known: date | None) -> Treaty:
    """The treaty without what came to hold an exit back only after `known`."""
    if known is None or not treaty.hindrances:
        return treaty
    return replace(treaty, hindrances=tuple(one for one in treaty.hindrances if one.since.latest <= known))


def remembered(function: Callable[[Treaty, tuple[Act, ...]], T]) -> Callable[[Treaty, tuple[Act, ...]], T]:
    """Keep the last answers of a pure function of a treaty and acts, told apart by identity: to hash a treaty costs more than to answer."""
    kept: OrderedDict[tuple[int, int], tuple[Treaty, tuple[Act, ...], T]] = OrderedDict()

    def answer(treaty: Treaty, acts: tuple[Act, ...]) -> T:
        key = (id(treaty), id(acts))
        found = kept.get(key)
        if found is None:
            found = kept[key] = (treaty, acts, function(treaty, acts))
            if len(kept) > _KEPT:
                kept.popitem(last=False)
        return found[2]

    return answer


@remembered
def _breaks(treaty: Treaty, _: tuple[Act, ...]) -> tuple[date, ...]:
    """The days on which something about the treaty became public: an act, a view of one, a reading of who is bound, a hindrance."""
    return tuple(sorted(set(public_days(treaty))))


def public_days(treaty: Treaty) -> Iterator[date]:
    """The days on which something about the treaty became public, in no order."""
    for act in treaty.acts:
        if (public := act.public) is not None:
            yield public
        yield from (view.since.latest for view in act.views)
    yield from (one.since.latest for one in treaty.bound_readings)
    yield from (one.since.latest for one in treaty.hindrances)
