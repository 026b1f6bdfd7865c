"""Days told by counting: "a week after …", "in 60 days", "ten days later"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from treatywatch.dates import UncertainDay
from treatywatch.events.bare_days import month_from
from treatywatch.events.matching import Matcher
from treatywatch.events.trees import Token, ancestors, is_verb, lemma
from treatywatch.language.days import to_uncertain
from treatywatch.model.annotation import DayMention

_RELATION = re.compile(
    r"^[ \t\n]*(?:to the day |(?:have|has|had) (?:passed|elapsed|gone by) )?(after|before|since)\b(?!\sthat[\s,.;])",
    re.IGNORECASE,
)
_SEQUEL = re.compile(
    r"(?:(?<=\s)|^)(later|afterwards?|on|after that|earlier|prior|before(?: that)?)[,.;]?$", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\s(later|afterwards?|on|after that|earlier|prior|before(?: that)?)(?=[,.;)]|\s(?:and|it|the|in|by)\b|$)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_STEPS = {"D": 1, "W": 7}
_SENTENCES_BACK = 2
"""Sentences back within which "ten days later" finds the day that it counts from; own reports."""


class Days(Protocol):
    """The days of one sentence, each with the word that it hangs on."""

    matcher: Matcher
    days: list[tuple[DayMention, Token]]

    def all(self) -> Sequence[DayMention]:
        """Every expression of the sentence."""

    def owner(self, day: DayMention) -> Token | None:
        """The verb or noun that the expression hangs on."""


def by_relation(clock: Days, trigger: Token) -> UncertainDay | None:
    """As in "X, a week after Y": Y's day from X's, where X tells one or is the report's own day."""
    for day in clock.all():
        length = _LENGTH.fullmatch(day.value) if day.type == "DURATION" else None
        word = _RELATION.match(clock.matcher.prose.text[day.end : day.end + 30])
        if length is None or word is None or not _governs(clock, day, trigger):
            continue
        sign = -1 if word[1].lower() != "before" else 1
        base = _day_above(clock, trigger) or _taken_up(clock, trigger)
        if base is not None:
            return _shifted_span(base, int(length[1]), length[2], sign)
        on = clock.matcher.prose.on
        return _from_the_news(on, int(length[1]), length[2], sign) if on is not None else None
    return None


def _shifted_span(base: UncertainDay, count: int, unit: str, sign: int) -> UncertainDay | None:
    """The span so far from a day, or from a month or a year ("in July, a month after …", "in early 2020, two weeks before …")."""
    if base.earliest is None or base.latest is None:
        return None
    first = _shifted(base.earliest, count, unit, sign)
    if base.best is not None or first is None or unit not in _STEPS:
        return first
    last = _shifted(base.latest, count, unit, sign)
    if last is None or first.earliest is None or last.latest is None:
        return None
    span = f"{first.earliest.isoformat()}/{last.latest.isoformat()}"
    return UncertainDay(span, first.earliest, last.latest, None, "relative")


def _from_the_news(on: date, count: int, unit: str, sign: int) -> UncertainDay | None:
    """As in "The move came a day after …": counted from a report's news, which is of its day or of the day before."""
    told = _shifted(on, count, unit, sign)
    if told is None or unit != "D" or told.best is None:
        return told
    first = told.best - timedelta(days=1)
    return UncertainDay(f"{first.isoformat()}/{told.best.isoformat()}", first, told.best, None, "relative")


def _taken_up(clock: Days, trigger: Token) -> UncertainDay | None:
    """As in "signed it on Friday. It was passed two weeks after …": the last exact day before, of what the clause above speaks again."""
    above = next((one for one in ancestors(trigger) if is_verb(one)), None)
    who = next((child for child in above.children if child.dep_ in ("nsubj", "nsubjpass")), None) if above else None
    index = clock.matcher.sentence
    if who is None or index == 0 or not _speaks_again(who):
        return None
    before = clock.matcher.prose.sentences[index - 1]
    told = [to_uncertain(day) for day in clock.matcher.prose.days if before.start <= day.start < before.end]
    exact = [day for day in told if day.best is not None]
    return exact[-1] if exact else None


def _speaks_again(who: Token) -> bool:
    return who.lower_ in ("it", "this", "that", "they") or (
        any(child.lower_ in ("the", "this", "that", "its", "their", "his", "her") for child in who.children)
        and who.pos_ == "NOUN"
    )


def by_sequel(clock: Days, holders: Sequence[Token]) -> UncertainDay | None:
    """As in "It left on 3 May and tested a bomb ten days later": counted from the last day told before."""
    held = {token.i for token in holders}
    for day in clock.all():
        length = _LENGTH.fullmatch(day.value) if day.type == "DURATION" else None
        sign = _direction(clock, day)
        owner = clock.owner(day)
        if length is None or sign is None or owner is None or owner.i not in held:
            continue
        base = _told_before(clock, day)
        if base is None or base.earliest is None or (base.earliest != base.latest and length[2] in _STEPS):
            return None
        return _shifted(base.earliest, int(length[1]), length[2], sign)
    return None


def from_day(text: str, term: DayMention, base: date) -> UncertainDay | None:
    """As in "a week earlier", "two days after France had": the day so far from `base`; None where the words tell no direction."""
    length = _LENGTH.fullmatch(term.value)
    word = _SEQUEL.search(term.text) or _BEHIND.match(text, term.end, term.end + 14)
    led = _RELATION.match(text[term.end : term.end + 14])
    if length is None or (word is None and led is None):
        return None
    earlier = (
        word[1].lower().startswith(("earlier", "before", "prior")) if word else bool(led and led[1].lower() != "before")
    )
    return _shifted(base, int(length[1]), length[2], -1 if earlier else 1)


def _direction(clock: Days, day: DayMention) -> int | None:
    """1 for what is told as later, −1 for what is told as earlier, None where neither is said."""
    text = clock.matcher.prose.text
    word = _SEQUEL.search(day.text) or _BEHIND.match(text, day.end, day.end + 14)
    if word is None:
        return None
    return -1 if word[1].lower().startswith(("earlier", "before", "prior")) else 1


def _told_before(clock: Days, day: DayMention) -> UncertainDay | None:
    """The last day told before the expression, in its sentence or just before."""
    prose, index = clock.matcher.prose, clock.matcher.sentence
    low = prose.sentences[max(0, index - _SENTENCES_BACK)].start
    told = [to_uncertain(one) for one in prose.days if low <= one.start < day.start and one.type == "DATE"]
    told = [one for one in told if one.earliest is not None]
    exact = [one for one in told if one.best is not None]
    return (exact or told)[-1] if told else None


def from_now(clock: Days, trigger: Token) -> UncertainDay | None:
    """As in "would suspend it in 60 days": counted from the day on which that is said, else from the report's."""
    for day in clock.all():
        length = _LENGTH.fullmatch(day.value)
        before = clock.matcher.prose.text[max(0, day.start - 4) : day.start].lower()
        if day.type != "DURATION" or not length or not re.search(r"\bin $", before):
            continue
        owner = clock.owner(day)
        base = _counted_before(clock, day) or _base(clock, trigger)
        near = {trigger.i, *(child.i for child in trigger.children)}
        near |= {trigger.head.i} if trigger.dep_ == "nsubj" else set()  # "The withdrawal takes effect in six months"
        if owner is not None and base is not None and owner.i in near:
            return _shifted(base, int(length[1]), length[2], 1)
    return None


def _counted_before(clock: Days, term: DayMention) -> date | None:
    """The day from which the sentence before counts the same term ("said on Tuesday … gave it 60 days")."""
    index = clock.matcher.sentence
    if index == 0:
        return None
    sentence = clock.matcher.prose.sentences[index - 1]
    days = [d for d in clock.matcher.prose.days if sentence.start <= d.start < sentence.end]
    exact = [d.earliest for d in days if d.type == "DATE" and d.earliest is not None and d.earliest == d.latest]
    return exact[0] if len(exact) == 1 and any(d.value == term.value for d in days) else None


def _base(clock: Days, trigger: Token) -> date | None:
    """The exact day of the clause above, else the report's day."""
    above = _day_above(clock, trigger)
    return above.best if above is not None and above.best is not None else clock.matcher.prose.on


def _day_above(clock: Days, trigger: Token) -> UncertainDay | None:
    for above in ancestors(trigger):
        if is_verb(above):
            told = next((day for day, owner in clock.days if owner.i == above.i and day.earliest is not None), None)
            if told is not None:
                return to_uncertain(told)
    return None


def _governs(clock: Days, day: DayMention, trigger: Token) -> bool:
    """Whether the act is the first verb, or the noun, after "a week after"."""
    local = day.end - clock.matcher.offset
    after = [
        token
        for token in clock.matcher.doc
        if token.idx >= local and (is_verb(token) and token.dep_ not in ("aux", "auxpass"))
    ]
    if after and lemma(after[0]) == "be" and trigger.head.i == after[0].i:
        after.pop(0)  # "two days before it was to lapse"
    if after and after[0].i == trigger.i:
        return True
    if after and trigger.dep_ == "xcomp" and after[0].i == trigger.head.i and lemma(after[0]) in ("begin", "start"):
        return True  # "a week after the first missiles began arriving"
    if len(after) > 1 and after[0].i == trigger.head.i and lemma(after[0]) in ("pass", "elapse", "go"):
        return bool(after[1].i == trigger.i)
    gap = [token for token in clock.matcher.doc if local <= token.idx < trigger.idx]
    short = len(gap) <= 8 and not any(is_verb(token) for token in gap)
    return bool(trigger.pos_ == "NOUN" and trigger.idx > local and short)


def _shifted(base: date, count: int, unit: str, sign: int) -> UncertainDay | None:
    """The unit so far from the report's day: "a week after" is told of a week, not of a day."""
    try:
        if unit in _STEPS:
            day = base + timedelta(days=sign * count * _STEPS[unit])
            if unit == "D":
                return UncertainDay.on(day, "relative")
            monday = day - timedelta(days=day.weekday())
            sunday = monday + timedelta(days=6)
            return UncertainDay(f"{monday.isoformat()}/{sunday.isoformat()}", monday, sunday, None, "relative")
        months = base.year * 12 + base.month - 1 + sign * count * (12 if unit == "Y" else 1)
        year, month = divmod(months, 12)
        if unit == "Y":
            return UncertainDay(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), None, "relative")
        return month_from(date(year, month + 1, 1))
    except (ValueError, OverflowError):
        return None
