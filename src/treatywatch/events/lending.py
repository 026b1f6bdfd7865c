"""Days that the words around an act lend it: "when …", "later that day", the line of a chronology, a live blog's entry."""

from __future__ import annotations

import re

from treatywatch.dates import UncertainDay
from treatywatch.events.bare_days import gone
from treatywatch.events.tenses import told_as_past
from treatywatch.events.timing import Clock, usable
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.language.days import to_uncertain
from treatywatch.model.annotation import DayMention

_PART = r"(?:day|morning|afternoon|evening|night)"
_SAME_DAY = re.compile(
    rf"\b(?:(?:earlier|later)\s(?:in|on)\s(?:the\s|that\s)(?:same\s)?{_PART}|(?:earlier|later)\s(?:the\s|that\s)(?:same\s)?{_PART}|"
    rf"(?:on\s)?(?:the\s|that\s)(?:very\s)?same\s{_PART}|(?:on\s)?that\s{_PART}|(?:hours|minutes)\s(?:earlier|later|after(?:wards?)?(?=[,.;])|before(?=[,.;]))|thereupon|"
    r"at\sthe\s(?:same\s)?(?:ceremony|meeting|session))\b",
    re.IGNORECASE,
)
_TIMED_ENTRY = re.compile(
    r"\s*(?:[-–—•*]\s*)?(?:at\s)?[012]?\d[:.][0-5]\d\s?(?:[ap]\.?m\.?|GMT|UTC|CET|EST|BST|h)?\b", re.IGNORECASE
)
_MOTIONS = frozenset({"resolution", "motion", "measure", "text", "bill", "proposal", "treaty"})
_LAWS = frozenset({"law", "bill", "decree", "order", "legislation", "act"})
_THE_DAY = re.compile(r",?\s(?:the|its|their)\s(?:very\s|same\s)?day\b")
_DAYS_BACK = 2
"""Sentences back within which "the same day" finds its day; own reports."""


def lent(clock: Clock, head: Token, nominal: bool) -> UncertainDay | None:
    """The day that the clause above, the words "that day" or the entry of a list or a live blog lend to an act told without any."""
    carrier = (
        head.head if nominal and head.dep_ == "dobj" and is_verb(head.head) else None
    )  # "as the minister held talks"
    above = _of_the_clause_above(clock, carrier or head) if carrier is not None or not nominal else None
    if not nominal:
        above = above or _of_the_clause_below(clock, head) or _on_the_day(clock, head) or _of_the_law(clock, head)
    if above is not None:
        return to_uncertain(above)
    return _same_day(clock, head) or (None if nominal else _of_the_line(clock, head) or _of_the_entry(clock, head))


def _of_the_clause_above(clock: Clock, verb: Token) -> DayMention | None:
    """As in "became a party on Monday when its envoy deposited the instrument", "divided on Monday as they gathered to sign it"."""
    if verb.dep_ == "advcl" and is_verb(verb.head) and any(child.lower_ == "to" for child in children(verb, "aux")):
        verb = verb.head
    if not _led_by_when(verb) or verb.tag_ not in ("VBD", "VBN"):
        return None
    if verb.head.i < verb.i and verb.dep_ == "relcl":  # "in 1999, when it tested"
        at = verb.head.idx + len(verb.head.text) + clock.matcher.offset
        before = [day for day, owner in clock.days if owner.i == verb.head.i]
        return next((day for day, _ in clock.days if day.end == at), next(iter(before), None))
    if verb.dep_ != "advcl" or not is_verb(verb.head):
        return None
    return clock.attached(verb.head, False) or _taken_up(clock, verb.head)


def _taken_up(clock: Clock, verb: Token) -> DayMention | None:
    """As in "detonated a device on Friday. The test came as …": the last day of the sentence before, of which the subject speaks again."""
    who = next(iter(children(verb, "nsubj")), None)
    if lemma(verb) not in ("come", "happen", "occur", "follow") or who is None or clock.matcher.sentence == 0:
        return None
    if not any(child.lower_ in ("the", "this", "that") for child in who.children):
        return None
    before = clock.matcher.prose.sentences[clock.matcher.sentence - 1]
    told = [day for day in clock.matcher.prose.days if before.start <= day.start < before.end and usable(day)]
    exact = [day for day in told if day.earliest is not None and day.earliest == day.latest]
    return exact[-1] if exact else None


def _of_the_law(clock: Clock, verb: Token) -> DayMention | None:
    """As in "signed a decree on Saturday suspending its participation", "announced on Saturday that he had signed a decree that …"."""
    law = verb.head
    if verb.dep_ not in ("acl", "relcl") or lemma(law) not in _LAWS or law.dep_ not in ("dobj", "nsubjpass"):
        return None
    signed = law.head
    told = clock.attached(signed, False)
    if told is not None or signed.dep_ != "ccomp" or signed.tag_ not in ("VBD", "VBN"):
        return told
    return clock.attached(signed.head, False) if is_verb(signed.head) else None


def _of_the_clause_below(clock: Clock, verb: Token) -> DayMention | None:
    """As in "signed it when it opened for signature last December", "signed it the day it opened for signature in June"."""
    if not told_as_past(verb):
        return None
    days = [noun for noun in children(verb, "npadvmod", "dobj") if lemma(noun) in ("day", "moment")]
    clauses = [clause for clause in children(verb, "advcl") if _led_by_when(clause, "when")]
    days += [noun for prep in children(verb, "prep") for noun in children(prep, "pobj") if lemma(noun) == "time"]
    clauses += [
        clause for noun in days for clause in children(noun, "relcl", "acl")
    ]  # "By the time it ended on Friday"
    return next((day for clause in clauses if told_as_past(clause) and (day := clock.attached(clause, False))), None)


def _led_by_when(verb: Token, *words: str) -> bool:
    return any(child.lower_ in (words or ("when", "as")) for child in children(verb, "advmod", "mark"))


def _on_the_day(clock: Clock, verb: Token) -> DayMention | None:
    """As in "on 20 September 2017, the day on which it was opened for signature"."""
    noun = verb.head
    if verb.dep_ not in ("relcl", "acl") or lemma(noun) not in ("day", "date"):
        return None
    end = noun.idx + len(noun.text) + clock.matcher.offset
    text = clock.matcher.prose.text
    return next((day for day in clock.all() if day.end < end and _THE_DAY.fullmatch(text, day.end, end)), None)


def _same_day(clock: Clock, head: Token) -> UncertainDay | None:
    """As in "later that day", "at the ceremony": the last exact day told before, in this sentence or the two before."""
    prose, index = clock.matcher.prose, clock.matcher.sentence
    sentence = prose.sentences[index]
    phrase = _SAME_DAY.search(prose.text, sentence.start, sentence.end)
    if phrase is None or not _hangs_on(clock, phrase.start(), head):
        return None
    low = prose.sentences[max(0, index - _DAYS_BACK)].start
    told = [
        day for day in prose.days if low <= day.start and day.end <= phrase.start() and day.type in ("DATE", "TIME")
    ]
    exact = [
        found for day in told if (found := to_uncertain(day)).earliest is not None and found.earliest == found.latest
    ]
    return exact[-1] if exact else None


def _hangs_on(clock: Clock, at: int, head: Token) -> bool:
    """Whether the words at `at` belong to the clause of `head`."""
    token = next((token for token in clock.matcher.doc if token.idx + clock.matcher.offset >= at), None)
    verbs = {head.i} | {above.i for above in list(ancestors(head))[:4] if is_verb(above)}
    above = next((one for one in ancestors(token) if is_verb(one)), None) if token is not None else None
    return above is not None and above.i in verbs


def _of_the_line(clock: Clock, verb: Token) -> UncertainDay | None:
    """In a chronology ("Aug. 2, 2019: the withdrawal takes effect; the treaty ends") the day of the line is that of all done there."""
    prose = clock.matcher.prose
    day = prose.entries.get(prose.sentences[clock.matcher.sentence].paragraph)
    plain = verb.tag_ in ("VBZ", "VBP", "VBD", "VBN") and not {child.lower_ for child in children(verb, "aux")} & {
        "had"
    }
    return to_uncertain(day) if day is not None and plain else None


def _of_the_entry(clock: Clock, verb: Token) -> UncertainDay | None:
    """In the entries of a live blog ("10:14 The North has fired …") what has just happened or goes on is of the report's day."""
    prose = clock.matcher.prose
    paragraph = prose.sentences[clock.matcher.sentence].paragraph
    start = next(one.start for one in prose.sentences if one.paragraph == paragraph)
    if prose.on is None or not _TIMED_ENTRY.match(prose.text, start) or any(day.type != "TIME" for day in clock.all()):
        return None
    words = {child.lower_ for child in children(verb, "aux", "auxpass")}
    now = verb.tag_ == "VBN" and words & {"has", "have", "'ve", "'s"} and not words & {"had"}
    going = verb.tag_ == "VBG" and words & {"is", "are", "'s", "'re"}
    return UncertainDay.on(prose.on, "relative") if now or going or verb.tag_ in ("VBZ", "VBP") else None


def of_when(clock: Clock, verb: Token, ahead: bool = False) -> UncertainDay | None:
    """As in "since Saturday, when it tested a missile", or (`ahead`) "in November, when it will leave": the day before the clause."""
    if verb.dep_ not in ("relcl", "advcl", "acl") or not any(child.lower_ == "when" for child in verb.children):
        return None
    at, on = verb.head.idx + clock.matcher.offset, clock.matcher.prose.on
    day = next((to_uncertain(told) for told, _ in clock.days if told.start <= at < told.end), None)
    return day if ahead or day is None or on is None or day.how != "relative" else gone(day, on, True)


def of_the_sitting(clock: Clock, verb: Token) -> UncertainDay | None:
    """As in "The resolution was adopted on Friday. Russia voted against the resolution": the day told just before of what is voted on."""
    motions = [
        token for token in verb.subtree if lemma(token) in _MOTIONS and any(c.lower_ == "the" for c in token.children)
    ]
    if not motions or clock.matcher.sentence == 0:
        return None
    prose = clock.matcher.prose
    before = prose.sentences[clock.matcher.sentence - 1]
    same = any(motion.lower_ in prose.text[before.start : before.end].lower() for motion in motions)
    told = [to_uncertain(day) for day in prose.days if before.start <= day.start < before.end and usable(day)]
    exact = [day for day in told if day.best is not None]
    return exact[0] if same and len(exact) == 1 else None
