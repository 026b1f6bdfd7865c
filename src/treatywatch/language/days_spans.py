"""Years, quarters, halves, seasons, decades, centuries and fiscal years."""

from __future__ import annotations

import re
from datetime import date

from treatywatch.language import days_value as values
from treatywatch.language.days_frame import Found, Frame, Match, Rule
from treatywatch.language.days_patterns import COUNTED_WORD, DASH, ORDINAL, SEASON, YEAR, S
from treatywatch.language.days_tense import PAST
from treatywatch.language.days_words import COUNTED, NUMBER_WORDS, ORDINALS, SEASONS

_NUMBERED = re.compile(
    r"(?:\b(?:articles?|resolutions?|sections?|paragraphs?|chapters?|annex|protocol|flight|no|nos|number|unscr|rooms?|pages?|pp?|pier|gate|rule|form|case|unit|site|serial|boeing"
    r"|route"
    r"|project|version|model|order|law|bill|decree|h\.?r|s\.?res)\.?[ \t]*(?:no\.?[ \t]*)?(?:\d+(?:[ \t](?:to|and)[ \t]|,[ \t]))*"
    r"|[#$€£№\d][.,]?|(?<!\d{4})/|\w-)$",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"[ \t-]?(?:km|kms|kilomet|miles?\b|met(?:re|er)s?\b|kg\b|kilogram|tonnes?\b|tons?\b|pounds?\b|feet\b|ft\b|mm\b|mw\b|megawatt|"
    r"kilotons?|dollars?\b|euros?\b|percent|per[ \t]cent|%|,\d|\.\d|gmt\b|utc\b|hours\b|hrs?\b|people\b|points?\b)",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    r"[ \t]+(?:[a-z-]+[ \t]+){0,2}(?:warheads|missiles|launchers|troops|soldiers|weapons|bombs|tanks|aircraft|inspections|inspectors"
    r"|workers"
    r"|personnel|civilians|deaths|cases|delegates|centrifuges|participants|vehicles|bombers|silos|victims|refugees|members|shares|jobs)\b"
)
_LED = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|through|before|after|during|for|between|and|early|late|mid|the|late[ \t]in|year|summer|spring"
    r"|winter|autumn|fall|circa|c\.)[ \t\n(]*$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:about|some|nearly|almost|over|than|least|most|roughly|approximately|to|another)[ \t]+$", re.IGNORECASE
)


def is_year(match: Match, frame: Frame) -> bool:
    """Whether four digits are a year: article, resolution and missile numbers, ranges and counts are not."""
    before, after = frame.text[max(0, match.start() - 30) : match.start()], frame.text[match.end() : match.end() + 50]
    if _NUMBERED.search(before) and not re.search(r"(?i)\b(?:mid|pre|post|early|late)-$", before):
        return False
    if _UNIT_AFTER.match(after):
        return False
    if _COUNTED_AFTER.match(after):
        return bool(re.search(r"(?i)\b(?:in|since|by|until|the)[ \t]+$", before)) and not _HEDGED.search(before)
    return bool(_LED.search(before)) or not re.match(r"[ \t]+[a-z]+s\b", after) or not _HEDGED.search(before)


def read_year(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "1987", "the 1987 treaty", "2011-2013": one expression per year."""
    if not is_year(match, frame):
        return ()
    last = match.groupdict().get("last")
    first = Found.of(match.start("year"), match.end("year"), match["year"])
    if last is None:
        return (first,)
    full = last if len(last) == 4 else match["year"][:2] + last
    if int(full) <= int(match["year"]):
        return (first,) if len(last) == 2 else (first, Found.of(match.start("last"), match.end("last"), full))
    return first, Found.of(match.start("last"), match.end("last"), full)


def read_spelled_year(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "nineteen ninety-six", "the year two thousand"."""
    words = re.split(r"[- \t]+", match["words"].lower())
    rest = sum(NUMBER_WORDS.get(word, 0) for word in words)
    century = 2000 if match["century"].lower().startswith("two") else 1900
    return (Found.of(match.start(), match.end(), f"{century + rest:04d}"),)


def read_decade(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the 1980s", "the '90s", "the nineties"."""
    if match["decade"]:
        value = match["decade"][:-1]
    elif match["short"]:
        value = ("20" if match["short"] in "01" else "19") + match["short"]
    else:
        value = "19" + str(
            {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8}.get(
                match["word"].lower(), 9
            )
        )
    return (Found.of(match.start(), match.end(), f"{value}X"),)


def read_century(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the 20th century"; centuries are counted by their hundreds, as TIMEX3 does."""
    number = int(match["number"]) if match["number"] else COUNTED[match["word"].lower().replace(" ", "-")]
    return (Found.of(match.start(), match.end(), f"{number - 1:02d}XX"),) if 1 <= number <= 30 else ()


def _quarter_year(frame: Frame, match: Match, part: int, length: int) -> int | None:
    """The year of "the third quarter" without one: the last that has begun, or the next where told ahead."""
    base = frame.base
    if base is None:
        return None
    starts = [values.safe_date(base.year + step, (part - 1) * length + 1, 1) for step in (-1, 0, 1)]
    picked = frame.pick(starts, PAST)
    return picked.year if picked else base.year


_RELATIVE_YEAR = {
    "last": -1,
    "previous": -1,
    "year-earlier": -1,
    "year-ago": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
}


def _told_year(match: Match, frame: Frame) -> int | None:
    for name in ("year", "year2"):
        if match.groupdict().get(name):
            return int(match[name])
    groups = match.groupdict()
    which = groups.get("whichyear") or groups.get("whichyear2")
    if which and frame.base:
        return frame.base.year + _RELATIVE_YEAR[which.lower().split()[-1]]
    return frame.base.year if groups.get("theyear") and frame.base else None


def read_quarter(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "the third quarter of 2019", "third-quarter", "Q3 2019", "the first half of next year", "last year's third quarter".

    The bounds of a fiscal quarter begin three months earlier, as the US federal year does (31 U.S.C. 1102), and end with the
    calendar quarter.
    """
    half = bool(match["half"])
    if match["ordinal"] and match["ordinal"].lower() in _CLOSING:
        part = 2 if half else 4
    else:
        part = int(match["digit"]) if match["digit"] else ORDINALS[match["ordinal"].lower()]
    if part > (2 if half else 4):
        return ()
    year = _told_year(match, frame)
    ago = bool(match["ago"])
    if year is None:
        year = _quarter_year(frame, match, part, 6 if half else 3)
        year = year - 1 if year is not None and ago else year
    letter = "H" if half else "Q"
    value = f"{year:04d}-{letter}{part}" if year else f"XXXX-{letter}{part}"
    earliest, latest = values.bounds_of(value)
    if match.groupdict().get("fiscal") and earliest:
        earliest = values.shift_months(earliest, -3)
    return (Found.of(match.start(), match.end(), value, (earliest, latest)),)


_CLOSING = frozenset({"last", "final", "closing"})


def _season_year(frame: Frame, match: Match, season: str, base: date) -> int:
    which = (match["which"] or "").lower()
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    if which in ("last", "this past", "past"):
        return base.year - (2 if season == "WI" and base.month < 3 else base.month < start + 3)
    if which in ("next", "this coming", "the coming", "coming"):
        return base.year + (base.month >= start)
    if which == "this":
        return base.year - (season == "WI" and base.month < 4)
    picked = frame.pick(
        [values.safe_date(base.year + step, start, 1) for step in (-1, 0, 1)], frame.tense(match.start(), match.end())
    )
    return picked.year if picked else base.year


def read_season(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "last fall", "the summer of 2018", "in the spring"; "the fall of the Wall" is no season."""
    season = SEASONS[match["season"].lower()]
    if match["year"]:
        year = int(match["year"])
        bounds = values.season_bounds(year, season)
        if season == "WI":
            bounds = (values.safe_date(year, 1, 1), bounds[1])
        return (Found.of(match.start(), match.end(), f"{year:04d}-{season}", bounds),)
    if not match["which"] and not match["lead"]:
        return ()
    if re.match(r"[ \t]+of[ \t]", frame.text[match.end() : match.end() + 6]):
        return ()
    if frame.base is None:
        return (Found.of(match.start(), match.end(), f"XXXX-{season}"),)
    year = _season_year(frame, match, season, frame.base)
    return (Found.of(match.start(), match.end(), f"{year:04d}-{season}"),)


def read_fiscal(match: Match, frame: Frame) -> tuple[Found, ...]:
    """As in "fiscal 2020", "FY2020", "the current fiscal year": named by the year in which it ends; bounds hold the US federal
    one (from 1 October of the year before) and the calendar year.
    """
    if match["year"]:
        year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    elif frame.base is None:
        return (Found.of(match.start(), match.end(), "XXXX"),)
    else:
        year = frame.base.year + {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(
            (match["which"] or "").lower(), 0
        )
    return (
        Found.of(
            match.start(),
            match.end(),
            f"{year:04d}",
            (values.safe_date(year - 1, 10, 1), values.safe_date(year, 12, 31)),
        ),
    )


_WHICH_YEAR = r"(?P<whichyear>(?i:last|this|next|the current|the previous|year-earlier|year-ago))"
RULES: tuple[Rule, ...] = (
    Rule(
        "part",
        re.compile(
            rf"(?i:\b(?:the{S})?fiscal{S}year{S}|\bfiscal[ -]|\bFY[ -]?|\bfinancial{S}year{S})(?P<year>{YEAR}|(?<=FY)\d\d)\b(?P<which>)"
        ),
        read_fiscal,
    ),
    Rule(
        "part",
        re.compile(
            rf"\b(?i:(?:the{S})?(?:(?P<which>last|previous|next|coming|current|this|latest){S})?(?:fiscal|financial){S}year)\b(?!{S}(?:19|20)\d\d)(?P<year>(?!))?"
        ),
        read_fiscal,
    ),
    Rule(
        "part",
        re.compile(
            rf"\b(?i:(?:(?:the{S})?{_WHICH_YEAR}(?:['’]s)?{S}|(?:the{S})?(?P<year>{YEAR}){S})?(?:the{S})?(?P<ago>(?:comparable{S})?year-(?:ago|earlier){S})?"
            rf"(?:fiscal[ -])?(?P<ordinal>{ORDINAL}|(?:last|final|closing)(?={S}(?:quarter|half){S}of))[ -](?:quarter"
            rf"|(?P<half>half)(?={S}of)))\b(?P<digit>(?!))?"
            rf"(?:{S}(?:of|in){S}(?:the{S}year{S})?(?P<fiscal>(?i:fiscal{S}(?:year{S})?|FY[ -]?))?"
            rf"(?:(?P<year2>{YEAR})\b|{_WHICH_YEAR.replace('whichyear', 'whichyear2')}{S}year\b|(?P<theyear>the{S}year\b)))?"
        ),
        read_quarter,
    ),
    Rule(
        "part",
        re.compile(
            rf"\bQ(?P<digit>[1-4])(?:{S}(?:of{S})?(?P<fiscal>(?i:fiscal{S}(?:year{S})?|FY[ -]?))?(?P<year>{YEAR}))?\b"
            r"(?P<half>(?!))?(?P<ago>(?!))?(?P<ordinal>(?!))?"
        ),
        read_quarter,
    ),
    Rule(
        "season",
        re.compile(
            rf"\b(?:(?i:(?P<which>last|this{S}past|this{S}coming|this|next|past|the{S}coming){S})|(?i:(?P<lead>the|in|early|late|mid|by|since){S}(?:the{S})?))?"
            rf"(?P<season>{SEASON})\b(?:{S}(?:of{S})?(?P<year>{YEAR})\b)?"
        ),
        read_season,
    ),
    Rule(
        "spelled",
        re.compile(
            rf"\b(?P<century>nineteen|two{S}thousand){S}?(?P<words>[a-z]+ty(?:[- ][a-z]+)?|[a-z]+teen)\b(?<=[a-z])",
            re.IGNORECASE,
        ),
        read_spelled_year,
    ),
    Rule(
        "spelled",
        re.compile(rf"\bthe{S}year{S}(?P<century>two{S}thousand)(?P<words>)", re.IGNORECASE),
        read_spelled_year,
    ),
    Rule(
        "decade",
        re.compile(
            rf"(?:\b(?P<decade>(?:1[89]\d|20\d)0)['’]?s\b|['’](?P<short>\d)0s\b"
            rf"|\bthe{S}(?:early{S}|late{S}|mid-)?(?P<word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b)",
            re.IGNORECASE,
        ),
        read_decade,
    ),
    Rule(
        "decade",
        re.compile(
            rf"\b(?:the[ \t])?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{COUNTED_WORD}))[ -]century\b",
            re.IGNORECASE,
        ),
        read_century,
    ),
    Rule(
        "digit",
        re.compile(
            rf"(?<![\w.,])(?:the{S}year{S})?(?P<year>{YEAR})(?:(?:{DASH}|/(?={YEAR}))(?P<last>{YEAR}|\d\d)(?![\d-]))?(?![\d\w])(?!-(?:\d|foot|pound|mile|km))"
        ),
        read_year,
    ),
    Rule(
        "digit",
        re.compile(rf"(?<=mid-|pre-)(?P<year>{YEAR})\b(?!s)|(?<=post-)(?:(?P<last>(?!)))?(?:{YEAR})\b"),
        lambda m, f: (Found.of(m.start(), m.end(), m.group()),),
    ),
)
