"""Where in a text an asserted event is claimed: the words that tell it, from its trigger to its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.findings.claims.page import Page, ToldDay
from treatywatch.model.annotation import DayMention
from treatywatch.model.event import Assertion
from treatywatch.model.vocabulary import EventKind


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a claim, and the day that they tell, if any."""

    span: tuple[int, int]
    day: ToldDay | None


def places(page: Page, assertion: Assertion) -> Iterator[Place]:
    """Where the event is claimed: beside each mention of its day; one without a day, in the sentence that asserts it.

    An event whose day stands nowhere in the text (it was reckoned from words such as "six months later") has no place.
    """
    event, day = assertion.event, assertion.event.told_day
    if day is None:
        span = _undated(page, assertion)
        if span is not None:
            yield Place(span, None)
        return
    chosen: dict[tuple[int, int], tuple[int, Place]] = {}
    for mention in page.prose.days:
        if mention.type in ("DATE", "TIME") and _is(mention, day.edtf, day.earliest, day.latest):
            low, high = page.sentence_at(mention.start)
            own = assertion.start <= mention.start < assertion.end
            found = between(page, event.kind, low, high, mention)
            if found is not None and (own or _tells(page, low, high, event.treaty)):
                place = Place(found[1], ToldDay.of(mention, page.plain, page.lexicon))
                chosen[low, high] = min(
                    chosen.get((low, high), (found[0], place)), (found[0], place), key=lambda one: one[0]
                )
    yield from (place for _, place in chosen.values())


def _is(mention: DayMention, value: str, earliest: object, latest: object) -> bool:
    if earliest is None or latest is None:
        return mention.value == value
    return mention.earliest == earliest and mention.latest == latest


def _tells(page: Page, low: int, high: int, treaty: str | None) -> bool:
    """Whether a sentence other than the asserting one speaks of the same treaty."""
    return any(treaty in one.ids for one in page.treaties(low, high))


def between(
    page: Page, kind: EventKind, low: int, high: int, mention: DayMention
) -> tuple[int, tuple[int, int]] | None:
    """From the kind's trigger nearest to the day, to the day, with their distance; None where the sentence has no trigger.

    A day after its verb is the rule, so that one before it counts as three times as far.
    """
    pattern = page.lexicon.triggers.get(kind)
    found = pattern.finditer(page.plain, low, high) if pattern else ()
    placed = [(_distance(one.start(), one.end(), mention), one) for one in found]
    if not placed:
        return None
    distance, nearest = min(placed, key=lambda one: one[0])
    return distance, (min(nearest.start(), mention.start), max(nearest.end(), mention.end))


def _distance(start: int, end: int, mention: DayMention) -> int:
    if start < mention.end and mention.start < end:
        return 0
    return mention.start - end if end <= mention.start else 3 * (start - mention.end)


def _undated(page: Page, assertion: Assertion) -> tuple[int, int] | None:
    """From the first trigger in the asserting sentence to the treaty that it names, else the trigger alone."""
    pattern = page.lexicon.triggers.get(assertion.event.kind)
    found = list(pattern.finditer(page.plain, assertion.start, assertion.end)) if pattern else []
    match = next((one for one in found if _is_done_by(page, assertion, one.start())), found[0] if found else None)
    if match is None:
        return None
    named = [one for one in page.treaties(assertion.start, assertion.end) if one.start >= 0]
    near = page.nearest(named, match.start())
    actors = [one for one in page.states(assertion.start, match.start())]
    start = min(match.start(), near.start if near else match.start(), *(one.start for one in actors[-1:]))
    return start, max(match.end(), near.end if near else match.end())


def _is_done_by(page: Page, assertion: Assertion, at: int) -> bool:
    """Whether the state named last before a trigger is one of those who act."""
    before = page.states(assertion.start, at)
    return bool(before) and page.state_of(before[-1]) in assertion.event.actors
