"""Days told by their number in words, by a feast, or by the turn of a century."""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, date

from treatywatch.language import days_value as values
from treatywatch.language.days_frame import Found, Frame, Match, Rule
from treatywatch.language.days_patterns import COUNTED_WORD, DAY, MONTH, YEAR, S
from treatywatch.language.days_tense import FUTURE
from treatywatch.language.days_words import COUNTED, HOLIDAYS, MONTHS


def read_counted_day(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the eighth day of December 1987", "this 8th day of April, 2010", "March eighth"."""
    month = MONTHS[match["month"].lower().rstrip(".")]
    number = int(match["day"]) if match["day"] else COUNTED[re.sub(r"\s", "-", match["word"].lower())]
    if match["year"]:
        day = values.safe_date(int(match["year"]), month, number)
        return (Found.of(match.start(), match.end(), day.isoformat()),) if day else ()
    if values.safe_date(2000, month, number) is None:
        return ()
    day = frame.year_of(month, number, frame.tense(match.start(), match.end()))
    value = day.isoformat() if day else f"XXXX-{month:02d}-{number:02d}"
    return (Found.of(match.start(), match.end(), value),)


def _feast(name: str, year: int) -> date | None:
    """The day of a feast in `year`; Thanksgiving is the fourth Thursday of November (5 U.S.C. 6103)."""
    if name.startswith("thanksgiving"):
        return (
            date(year, 11, 22 + (calendar.THURSDAY - date(year, 11, 22).weekday()) % 7) if 1 <= year <= 9999 else None
        )
    month, day = HOLIDAYS[name]
    return values.safe_date(year, month, day)


def read_feast(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "on Christmas Day", "New Year's Eve 2019", "last Thanksgiving": the year that the tense asks for."""
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))
    if match["year"]:
        day = _feast(name, int(match["year"]))
        return (Found.of(match.start(), match.end(), day.isoformat()),) if day else ()
    if frame.base is None:
        month, day_number = HOLIDAYS[name]
        value = f"XXXX-{month:02d}" + ("" if name.startswith("thanksgiving") else f"-{day_number:02d}")
        return (Found.of(match.start(), match.end(), value),)
    which, year = (match["which"] or "").lower(), frame.base.year
    days = [day for step in (-1, 0, 1) if (day := _feast(name, year + step))]
    if which in ("last", "this past"):
        days = [day for day in days if day < frame.base][-1:]
    elif which == "next":
        days = [day for day in days if day > frame.base][:1]
    day = frame.pick(days, frame.tense(match.start(), match.end()))
    return (Found.of(match.start(), match.end(), day.isoformat()),) if day else ()


def read_turn_of_century(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "at the turn of the century": the full hundred nearest to the report's year, the one gone by unless told ahead;
    bounds of five years on each side, which is what the phrase is used for.
    """
    if frame.base is None:
        return ()
    year = (frame.base.year + 25) // 100 * 100
    if frame.tense(match.start(), match.end()) == FUTURE and year <= frame.base.year:
        year += 100
    if year > MAXYEAR:
        return ()
    bounds = values.safe_date(year - 5, 1, 1), values.safe_date(year + 5, 12, 31)
    return (Found.of(match.start(), match.end(), f"{year:04d}", bounds),)


_NAMES = "|".join(
    re.escape(name).replace(r"\ ", S).replace("'", "['’]") for name in sorted(HOLIDAYS, key=len, reverse=True)
)
_YEAR = rf"(?:,?{S}(?P<year>{YEAR})\b)?"
RULES: tuple[Rule, ...] = (
    Rule(
        "month",
        re.compile(
            rf"\b(?:(?i:the|this){S})?(?:(?P<day>{DAY})(?:st|nd|rd|th){S}day{S}of|(?P<word>(?i:{COUNTED_WORD}))"
            rf"(?:{S}day)?{S}of){S}(?P<month>{MONTH})(?![a-z]){_YEAR}"
        ),
        read_counted_day,
    ),
    Rule(
        "month",
        re.compile(rf"\b(?P<month>{MONTH}){S}(?:the{S})?(?P<word>(?i:{COUNTED_WORD}))\b(?P<day>(?!))?{_YEAR}"),
        read_counted_day,
    ),
    Rule(
        "feast",
        re.compile(
            rf"\b(?:(?P<which>last|this past|next){S})?(?P<name>{_NAMES})(?!['’]|[a-z]){_YEAR}(?!{S}(?:tree|card|Island))",
            re.IGNORECASE,
        ),
        read_feast,
    ),
    Rule("decade", re.compile(rf"\bthe{S}turn{S}of{S}the{S}century\b", re.IGNORECASE), read_turn_of_century),
)
