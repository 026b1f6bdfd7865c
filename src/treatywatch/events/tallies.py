"""Counts of votes: "by 122 votes to one", "71-26", "without a dissenting vote", "by a two-thirds majority"."""

from __future__ import annotations

import re

from treatywatch.events.trees import Token, is_verb

_NUMBER = r"(?:\d{1,3}|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNT = re.compile(
    rf"\b\d{{1,3}}\s?[-–—]\s?\d{{1,3}}\b(?!\s?[-–—]?\s?(?:km|kilomet|mile|year|member|nation|day|month|degree))"
    rf"|\b(?:votes?|vote of|tally of|count of|margin of)\s+\d{{1,3}}\b|\b\d{{1,3}}\s+(?:votes?\s+)?to\s+{_NUMBER}\b"
    r"|\bunanimous(?:ly)?\b|\bwithout (?:a (?:dissenting )?vote|dissent|debate|opposition|objection)"
    r"|\b(?:two-thirds|two thirds|three-fifths|overwhelming|wide|narrow|slim|large|comfortable|lopsided|big|razor-thin|simple)"
    r" (?:majority|margin|vote)"
    rf"|\b{_NUMBER} (?:dissenting |more |too few )?votes?\b|\b\d{{1,3}} (?:deput|lawmaker|member|legislator|senator|state|countr|nation"
    r"|delegate|mp)"
    rf"\w* (?:in favou?r|for|against|voting)|\b{_NUMBER} (?:in favou?r|against|abstain|abstention)",
    re.IGNORECASE,
)
_REACH = 90
"""Characters behind a verb within which the count of its vote stands; own sentences."""


def tally(names: object, verb: Token) -> list[Token]:
    """The verb, where the votes are counted behind it in its own clause."""
    low = verb.idx + len(verb.text)
    found = _COUNT.search(verb.doc.text[low : low + _REACH])
    if found is None:
        return []
    at = low + found.start()
    between = [token for token in verb.doc if low <= token.idx < at]
    others = [token for token in between if is_verb(token) and token.dep_ in ("conj", "ROOT", "ccomp", "relcl")]
    return [] if others else [verb]
