"""The building blocks of the day grammar, as regular expressions over the words of `days_words`."""

from __future__ import annotations

import re

from treatywatch.language.days_words import COUNTED, MONTHS, NUMBER_WORDS, ORDINALS, SEASONS, WEEKDAYS


def _names(words: list[str]) -> str:
    forms = [form for word in words for form in (word.capitalize(), word.upper())]
    return "|".join(sorted(forms, key=len, reverse=True))


_FULL = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_LOWER = "|".join(name for name in _FULL if name not in ("may", "march"))
S = r"(?:[ \t\u00a0]+\n?[ \t]*|\n[ \t]*)"
"""White space within an expression: never a blank line."""
MONTH_FULL = rf"(?:{_names(_FULL)})"
MONTH = rf"(?:{MONTH_FULL}|{_LOWER}|(?:{_names([m for m in MONTHS if m not in _FULL])})\b\.?)"
WEEKDAY = rf"(?:{_names([name for name in WEEKDAYS if name.endswith('day')])})"
WEEKDAY_ANY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
YEAR = r"(?:1[89]\d\d|20\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
DASH = rf"(?:{S})?[-–—](?:{S})?"
UNIT = r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
LONG_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
SEASON = rf"(?:{'|'.join(SEASONS)})"
ORDINAL = rf"(?:{'|'.join(ORDINALS)})"
COUNTED_WORD = rf"(?:{'|'.join(word.replace('-', '[- ]') for word in sorted(COUNTED, key=len, reverse=True))})"
_NUMERAL = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:a{S}|one{S}|two{S}|three{S})?(?:hundred|dozen|thousand)(?:{S}and{S}{_NUMERAL})?"
    rf"|{_NUMERAL}(?:[- ]{_NUMERAL})?)"
)
VAGUE = rf"(?:a{S}(?:good{S})?few|several|many|some|a{S}couple{S}(?:of)?|a{S}number{S}of|few|couple{S}of)"
COUNT = rf"(?:{VAGUE}|{NUMBER}|an?|another|an{S}additional)"
PART = r"(?:morning|midday|afternoon|evening|night|dawn)"
ZONE = (
    r"(?:GMT|UTC|EST|EDT|CET|CEST|EET|EEST|CST|CDT|MST|MDT|MSK|PST|PDT|BST|KST|JST|IST|local time"
    r"|(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:['’]s)? time)"
)
CLOCK = (
    rf"(?:(?P<hour>\d{{1,2}})(?::(?P<minute>\d{{2}}))?{S}?(?P<half>[ap]\.?m\b\.?)|(?P<noon>noon|midnight|midday)"
    rf"|(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)(?={S}(?:{ZONE}|hours))|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d))"
    rf"(?:{S}(?:{ZONE}|hours)\b)?"
)

MODIFIER = re.compile(
    rf"(?:\b(?P<part>(?:the{S})?(?:very{S})?(?:start|beginning|outset|middle|end|close|turn)(?={S}of)|early|late|earlier|later|mid|sometime)"
    rf"(?:{S}(?:in|on|of)|-)?(?:{S}the)?{S}?|\bthe{S}|\b(?:about|around|nearly|almost|approximately|roughly|at{S}least|at{S}most|up{S}to|over"
    rf"|more{S}than|less{S}than|no{S}more{S}than|just{S}over|just{S}under|within|as{S}much{S}as)(?:{S}the)?{S})$",
    re.IGNORECASE,
)
"""What stands before an expression and belongs to it ("the end of", "early", "nearly")."""

PARTS = {
    "early": "early",
    "earlier": "early",
    "late": "late",
    "later": "late",
    "mid": "mid",
    "middle": "mid",
    "start": "start",
    "beginning": "start",
    "outset": "start",
    "end": "end",
    "close": "end",
}

REACH = 80
"""Characters on each side of a trigger that a rule is shown: the longest expression is well below."""
