"""The grammar of relative expressions, and the whole list of rules in the order in which ties are decided."""

from __future__ import annotations

import re

from treatywatch.language import days_lengths as lengths
from treatywatch.language import days_occasions, days_rules, days_spans
from treatywatch.language import days_relative as relative
from treatywatch.language.days_frame import Found, Frame, Match, Reader, Rule
from treatywatch.language.days_patterns import COUNT, LONG_UNIT, MONTH_FULL, PART, SEASON, UNIT, WEEKDAY, S


def _rule(pattern: str, read: Reader, near: str = "unit") -> Rule:
    return Rule(near, re.compile(pattern, re.IGNORECASE), read)


def _reference(value: str) -> Reader:
    def read(match: Match, frame: Frame) -> tuple[Found, ...]:
        low = high = frame.base
        bounds = {"PRESENT_REF": (low, high), "PAST_REF": (None, high), "FUTURE_REF": (low, None)}[value]
        return (Found.of(match.start(), match.end(), value, bounds),)

    return read


_THE = rf"(?:the{S})?"
_RELATIVE: tuple[Rule, ...] = (
    _rule(
        rf"\b(?:the{S}(?P<shift>day{S}(?:after|before)){S})?(?P<word>today|yesterday|tomorrow|tonight|overnight"
        rf"|this(?={S}{PART})|last(?={S}night|{S}evening))(?:{S}(?P<part>{PART}))?\b(?P<part2>(?!))?(?!['’]s{S}(?:world|technology))",
        relative.read_deictic,
        "deictic",
    ),
    _rule(
        rf"(?<!his )(?<!her )(?<!their )(?<!its )\b(?P<which>last|this|next"
        rf"|the{S}(?:past|previous|coming|following|current|next|last|preceding)|coming"
        rf"|previous|current|following)"
        rf"{S}(?P<unit>week(?:end)?|month|year|quarter|decade|century|day)\b(?!-)(?!s)",
        relative.read_unit,
    ),
    _rule(rf"\b(?:over|during|at|this|on|of|for)?(?<= |\n)?the{S}weekend\b", relative.read_weekend, "weekend"),
    _rule(
        rf"\b(?P<count>{COUNT})[ -](?:more{S})?(?P<unit>{UNIT})s?{S}(?:or{S}(?:so|more){S})?ago\b",
        relative.read_ago,
        "ago",
    ),
    _rule(
        rf"\b(?P<count>{COUNT}){S}(?P<unit>{UNIT})s?{S}(?:from{S}|(?=hence))(?P<word>now|today|tomorrow|hence)\b",
        relative.read_from_now,
        "from now",
    ),
    _rule(rf"\b(?:the{S}|a{S})?year-(?:ago|earlier)\b(?!{S}(?:quarter|period))", relative.read_year_ago),
    _rule(
        rf"\b(?P<part>earlier|later|early|late|sometime){S}(?:(?:in|on|during){S})?the{S}(?P<unit>day|week|month|year|quarter|decade)\b",
        relative.read_within_unit,
    ),
    _rule(
        rf"\b(?:(?P<which>the{S}(?:next|following|previous)|that(?:{S}same)?|the{S}same){S}(?P<part>{PART})"
        rf"|the{S}(?P<part2>{PART}){S}(?P<after>before|after))\b",
        relative.read_next_part,
        "part of day",
    ),
    _rule(rf"\bhalf(?:{S}an?{S}|-)(?P<one>(?!))?(?P<unit>hour|day|month|year|decade|century)\b", lengths.read_half),
    _rule(
        rf"\b(?P<one>an?|one){S}(?P<unit>minute|hour|day|month|year|decade|century){S}and{S}a{S}half\b",
        lengths.read_half,
    ),
    _rule(r"\b(?P<unit>hour|day|week|month|year|decade)(?P<many>s)?(?:-|(?<!s))long\b", lengths.read_long),
    _rule(
        rf"(?<!the )(?<!of )\b(?P<span>(?P<unit>hour|day|week|month|year)s){S}(?:before|after|earlier|later|ago)\b",
        lengths.read_bare_plural,
    ),
    _rule(
        rf"\b(?P<span>(?P<count>{COUNT}){S}(?P<unit>{LONG_UNIT}|hour)s?){S}(?:or{S}so{S})?(?P<word>earlier|later|after|before|prior)\b",
        relative.read_anchored,
        "anchor",
    ),
    _rule(
        rf"(?:(?<=the )|(?<=in )|(?<=over )|(?<=for )|(?<=these )|\b(?!last))(?P<which>last|past|next|coming"
        rf"|previous|first|final|recent|latest|opening|closing)"
        rf"{S}(?P<count>{COUNT}){S}(?:more{S})?(?P<unit>{UNIT})s\b(?:{S}or{S}so\b)?",
        lengths.read_stretch,
        "stretch",
    ),
    _rule(
        rf"\b(?P<span>{_THE}(?P<which>recent|coming|past|next|last|previous){S}(?P<unit>hour|day|week|month|year|decade)s)\b",
        lengths.read_bare_plural,
    ),
    _rule(
        rf"\b(?:a{S})?(?P<count>{COUNT})(?P<half>{S}1/2|(?:{S}|-)and(?:{S}|-)(?:a|one)(?:{S}|-)half)?(?:{S}|-)(?:more{S}|full{S}"
        rf"|whole{S}|long{S}|consecutive{S}"
        rf"|straight{S}|trading{S}|working{S}|business{S}|additional{S})?(?P<unit>{UNIT})s?(?:-long)?\b",
        lengths.read_duration,
    ),
    _rule(
        rf"\b(?:for|of|in|over|many|within|after|took|takes?|take)(?:{S}the)?{S}(?P<span>(?P<unit>hour|day|week"
        rf"|month|year|decade|centurie)s)\b(?!{S}(?:later|earlier)?{S}?old|{S}\d)",
        lengths.read_bare_plural,
    ),
    _rule(
        rf"\b(?:(?P<adverb>(?-i:(?![A-Z]\w+{S}[A-Z]))(?:daily|nightly|weekly|fortnightly|monthly|quarterly|hourly|annual(?:ly)?|yearly"
        rf"|biennial|semi-?annual))"
        rf"|(?:every|each)(?:{S}(?P<count>other|{COUNT}))?{S}(?:(?P<unit>{UNIT})s?|(?P<weekday>{WEEKDAY})s?"
        rf"|(?P<month>{MONTH_FULL})|(?P<season>{SEASON}))(?:{S}{PART})?"
        rf")\b",
        lengths.read_set,
        "adverb",
    ),
    _rule(rf"(?<=on )(?P<weekday>{WEEKDAY})s\b", lengths.read_set, "adverb"),
    _rule(
        rf"(?:(?<=once )|(?<=twice )|(?<=times ))(?P<span>a{S}(?P<unit>day|week|month|year))\b",
        lengths.read_set,
        "adverb",
    ),
    _rule(
        rf"\b(?:the{S}(?P<part>end|middle|beginning|start){S}of{S}(?:the|(?P<that>that)){S}"
        rf"|(?P<part2>year)(?:['’]s)?[ -](?=end)(?P<x>))(?P<unit>year|month|week|quarter|decade|end)\b",
        relative.read_part_of_unit,
    ),
    _rule(
        rf"\bthe{S}(?:full{S}|whole{S}|entire{S})?(?P<unit>year)\b(?!{S}(?:\d|of\b|before|after|earlier|in{S}which))",
        relative.read_the_year,
    ),
    _rule(rf"\b(?:that|the{S}same|that{S}same){S}(?P<unit>day|week|month|year)\b", relative.read_that),
    _rule(
        rf"\bthe{S}(?P<unit>day|week|month|year){S}(?P<word>before|earlier|after)\b(?!{S}(?:yesterday|tomorrow))",
        relative.read_day_before,
    ),
    _rule(
        rf"\b(?:the|its){S}(?:latest|(?:comparable{S}|corresponding{S})?(?P<ago>year-(?:ago"
        rf"|earlier)))?{S}?(?:fiscal{S})?(?:quarter|(?<=latest )period|(?<=earlier )period|(?<=ago )period)\b",
        relative.read_the_quarter,
    ),
    _rule(
        rf"\b(?:right{S}now|now|currently|these{S}days|nowadays|at{S}(?:present|the{S}moment)|current|for{S}the{S}time{S}being)\b",
        _reference("PRESENT_REF"),
        "reference",
    ),
    _rule(
        rf"\b(?:(?:more{S}|most{S})?recent(?:ly)?|in{S}the{S}past(?!{S}(?:{COUNT}|{UNIT}s?|half)\b)|not{S}long{S}ago"
        rf"|long{S}ago|(?<!in )the{S}past(?!{S}\w))\b",
        _reference("PAST_REF"),
        "reference",
    ),
    _rule(
        rf"\b(?:very{S}soon|quite{S}soon|(?<!as )soon(?!{S}after|{S}as)|in{S}the{S}(?:near{S})?future"
        rf"|the{S}(?:near{S}|foreseeable{S})?future(?!{S}of)|(?<=in )future|(?<=for )future|shortly(?!{S}(?:after"
        rf"|before)))\b",
        _reference("FUTURE_REF"),
        "reference",
    ),
)

RULES: tuple[Rule, ...] = (*days_rules.RULES, *days_occasions.RULES, *days_spans.RULES, *_RELATIVE)
"""Earlier rules win where two match the same characters."""
