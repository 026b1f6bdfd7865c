"""Zones: which clock a place or an abbreviation keeps, and on which day a moment falls where a report is written.

The offsets of places come from the IANA time zone database, which knows the summer times and reforms of the past; where it is
not installed no place has an offset, and a moment keeps the day of its own stamp.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from treatywatch.language.days_patterns import MONTH
from treatywatch.language.days_words import MONTHS, OFFSETS, SEATS

_REGIONS = ("Europe", "Asia", "America", "US", "Africa", "Australia", "Pacific")
_HEAD = 600
"""Characters of a text in which its dateline is looked for: a headline and a byline may stand before it."""

_DATELINE = re.compile(
    rf"(?:^|\n)[ \t]*(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){{0,2}})(?:, [A-Z][A-Za-z. ]{{1,20}})??"
    rf"(?:,? (?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH})))?(?:,? \d{{4}})?"
    r"(?: ?\([A-Za-z /.-]{2,30}\))? ?(?:--|[-–—])[ \t\n]"
)


@lru_cache(maxsize=256)
def _zone(place: str) -> ZoneInfo | None:
    """The zone of a city ("Moscow"), a seat known under another city's name ("Washington"), or a US zone ("Eastern")."""
    named = SEATS.get(place.casefold())
    names = [named] if named else [f"{region}/{place.title().replace(' ', '_')}" for region in _REGIONS]
    for name in names:
        try:
            return ZoneInfo(name)
        except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError below
            continue
        except KeyError:
            continue
    return None


def offset_of(zone: str, day: date) -> timedelta | None:
    """The offset from UTC of "GMT", "EDT", "Moscow time" on `day`; None where it is not known ("local time")."""
    words = re.sub(r"(?:['’]s)?\s+time$", "", zone.strip())
    if words.upper() in OFFSETS:
        return timedelta(hours=OFFSETS[words.upper()])
    found = _zone(words) if words.lower() != "local" else None
    return found.utcoffset(datetime(day.year, day.month, day.day, 12)) if found else None


def day_where_written(text: str, moment: datetime) -> date:
    """The calendar day that `moment` (with its zone) falls on where the text's dateline says that it was written.

    The zone of the dateline's place decides ("MOSCOW"); where it is not known, a day printed in the dateline that the moment
    has reached somewhere on earth; else the stamp's own zone.
    """
    match = _DATELINE.search(text[:_HEAD])
    if match is None:
        return moment.date()
    zone = _zone(match["place"].rstrip("."))
    try:
        if zone is not None:
            return moment.astimezone(zone).date()
        printed = _printed(match, moment)
    except (OverflowError, ValueError):  # at the calendar's very ends
        return moment.date()
    return printed or moment.date()


def _printed(match: re.Match[str], moment: datetime) -> date | None:
    """The dateline's own day, if the moment falls on it in some zone (UTC-12 to UTC+14)."""
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if month is None:
        return None
    told = (MONTHS[month.lower().rstrip(".")], int(day))
    utc = moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())
    reached = [(utc + timedelta(hours=hours)).date() for hours in (-12, 0, 14)]
    return next((one for one in reached if (one.month, one.day) == told), None)
