"""What is said, clause by clause: who would do it, in what mood, how it hangs on the rest.

By words, not by the parse: most sentences of a long quotation are never parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias

from treatywatch.model.passage import Span

Person: TypeAlias = Literal["self", "you", "other", "all", "thing"]
Mood: TypeAlias = Literal["will", "must", "should", "may", "can", "state", "plain", "imperative", "question"]
Own: TypeAlias = Callable[[int, int], bool | None]
"""Whether the last name in some words is the speaker's own side; None where nobody is named."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a content. `verb` is where its predicate begins (behind the modal), `opener` the word that subordinates it.

    `who` is its subject as the speaker sees it: the own side, the addressed or another state, everybody, or a thing. `state` is a form of
    "be" with an adjective or a noun.
    """

    start: int
    end: int
    who: Person
    mood: Mood
    verb: int
    opener: str
    negated: bool
    direct: bool


_OPENERS = (
    *(
        "only if",
        "even if",
        "if",
        "unless",
        "until",
        "till",
        "as long as",
        "so long as",
        "provided that",
        "provided",
    ),
    *("providing", "on condition that", "in case", "because", "although", "though", "while", "whereas", "when", "once"),
    *("before", "after", "since", "that", "which", "who", "whose", "where", "whom", "in exchange for", "in return for"),
)
CONDITIONAL = frozenset([*_OPENERS[:13], "when", "once", "before", "after", "though", "although", "should"])
"""Openers of what is not itself said to be so: conditions, concessions and times."""

_SUBJECTS = (
    r"the|an?|any|this|that|these|those|such|its|their|his|her|our|your|both|it|they|we|he|she|you|(?-i:[A-Z])[\w-]+"
)
INVERTED = rf"\bshould\s+(?=(?:{_SUBJECTS})\b)"
"""A "should" that stands for "if": its subject follows, not its verb."""

_BREAK = re.compile(
    r"(?P<hard>[.!?;:](?=[\s\"”']|$)|\s[—–-]{1,2}\s)"
    r"|(?P<soft>,\s+(?=(?:but|and|or|so|yet|nor|not)\b))"
    r"|(?P<sub>(?<!\bhas )(?<!\bhave )(?<!\bhad )\b(?:" + "|".join(sorted(_OPENERS, key=len, reverse=True)) + r")\b)"
    rf"|(?P<inverted>(?<![\w'] )\bshould (?=[\w']+ \w+)|{INVERTED})",
    re.IGNORECASE,
)
_MARKERS: tuple[tuple[Mood, str], ...] = (
    (
        "will",
        r"(?:will|won't|shall|shan't|would|wouldn't|\w+'(?:ll|d)|(?:is|are|am|was|were|'re|'m|'s) (?:not )?going to)",
    ),
    ("will", r"(?:is|are|was|were) (?:not )?(?:intended|planning|preparing) to"),
    ("will", r"(?:intends?(?: not)? to|intended to|(?<!no )(?<!any )plans? to|planned to)"),
    ("should", r"(?:shouldn't|should|ought(?: not)? to|had better|best not)"),
    ("must", r"(?:must|mustn't|has to|have to|had to|needs to|needed to|need to|needn't)"),
    ("can", r"(?:can|cannot|can't|could|couldn't)"),
)
_MARKER = re.compile(
    "|".join(f"(?P<m{i}>\\b{words}(?!\\w))" for i, (_, words) in enumerate(_MARKERS)) + r"|(?P<may>\b(?:may|might)\b)"
)
_PERFECT = re.compile(
    r"\s+(?:not )?(?:be able to\b|have (?:\w+ly )?(?:\w+ed|\w+en|been|gone|done|had|made|put|known|come|struck|got|left|lost|met"
    r"|sent|told|won)\b)"
)
"""Behind "must" or "should": what is inferred or regretted, not asked for ("must have struck the reef", "should be able to")."""

_UNFULFILLED = re.compile(r"(?:would|'d|wouldn't) (?:not |never )?have (?!to\b)\w+")
"""What would have been: a supposition, neither plan nor promise ("would have laughed")."""

_BE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|isn't|aren't|wasn't|weren't|remains?|remained|became|becomes|become)\b"
    r"|(?<=\bi)'m\b|(?<=\bwe)'re\b|(?<=\bthey)'re\b|(?<=\byou)'re\b|(?<=\b[hi][et])'s\b|(?<=\bshe)'s\b|(?<=\bthat)'s\b|(?<=\bthere)'s\b"
)
_OTHER_FINITE = re.compile(r"\b(?:has|have|had|hasn't|haven't|hadn't|does|did|do|don't|doesn't|didn't)\b|'ve\b")
_NO_STATE = re.compile(
    r"\s*(?:now |also |still |already |just |last |first |since |\w+ly |not |never |no longer |all |both )*"
    r"(?:\w+ed\b|\w+ing\b|(?:held|made|sent|put|built|found|set|cut|left|taken|given|seen|done|shown|drawn|brought|begun|lost|met"
    r"|struck|shot|blown|hidden|taken|torn|flown|thrown|sunk|cast|dealt|fed|fought|sought|taught|caught|bought|brought|thought|bound|told|sold|paid|kept|laid|led|read|written|hit|hurt|shut|felt|split|spread|gone|fallen|flown|broken|spent|won|run|under|in|at|on|from|to|between)\b)"
)
_NEGATOR = re.compile(r"\b(?:not|never|no longer|neither|nor|no|none|nobody|cannot)\b|n't\b")

_SELF = re.compile(r"\b(?:i|we|our|my|us)\b|\b(?:this|our|my) (?:government|country|administration|nation|house)\b")
_YOU = re.compile(r"\byou(?:r)?\b")
_THIRD = re.compile(r"(?:^|\b)(?:he|she|it|they|his|her|its|their)\b")
_ALL = re.compile(
    r"\b(?:both|all|every(?:one|body)?|each|nobody|no one|parties|sides|powers|the world|nations|countries|states|mankind|humanity"
    r"|(?:international )?community|others|governments|allies|leaders|members|delegations)\b"
)
_LEADS = re.compile(
    r"(?:\s|[\"“”'‘,]|\b(?:that|and|but|or|so|yet|nor|today|now|however|therefore|instead|meanwhile|then|please|yes|no,|well,)\b)*"
)


def clauses(text: str, content: Sequence[Span], own: Own) -> list[Clause]:
    """The clauses of a content, in order."""
    found: list[Clause] = []
    for span in content:
        direct = text[span.start] in "\"“”'‘"
        before: Clause | None = None
        for start, end, opener, fresh in _segments(text, span):
            clause = _clause(text, Span(start, end), opener, own, None if fresh else before, direct=direct)
            found.append(clause)
            before = clause
    return found


def _segments(text: str, span: Span) -> Iterator[tuple[int, int, str, bool]]:
    """Start, end, opener of each segment, and whether it opens a sentence."""
    start, opener, fresh, at = span.start, "", True, span.start
    while True:
        match = _BREAK.search(text, at, span.end)
        comma = text.find(", ", start, match.start() if match else span.end)
        if opener and _leads_sentence(text, span, start, opener) and comma > start:
            if text[start:comma].strip():
                yield start, comma, opener, fresh
            start, opener, fresh, at = comma + 1, "", True, comma + 1
            continue
        stop = match.start() if match else span.end
        if re.search(r"\w", text[start:stop]):
            yield start, stop, opener, fresh
            fresh = False
        if match is None:
            return
        fresh = fresh or match.lastgroup == "hard"
        opener = match.group().strip().lower() if match.lastgroup in ("sub", "inverted") else ""
        start = at = match.end()


def _leads_sentence(text: str, span: Span, start: int, opener: str) -> bool:
    before = text[span.start : start].rstrip()
    before = before[: len(before) - len(opener)].rstrip(" \"“”'‘")
    return not before or before[-1] in ".!?;:,—–" or before.endswith((" but", " that", "But", " and"))


def _clause(text: str, span: Span, opener: str, own: Own, before: Clause | None, *, direct: bool) -> Clause:
    lead = _LEADS.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    words = text[start : span.end].replace("’", "'")
    low = words.lower()
    mood, at, behind = _mood(words, low)
    subject = low[:at] + _contracted(low, at)
    if _FRONTED_NO.fullmatch(subject):
        at = behind + len(re.match(r"(?:\W*\w+){0,3}", low[behind:]).group())  # type: ignore[union-attr]
        subject = low[behind:at]
    named = own(start, start + at) if at < len(low) else _first_named(text, start, span.end, own)
    if at == len(low):
        subject = " ".join(low.split()[:_SUBJECT_WORDS])
    who = _person(subject, named, before, direct=direct, first=before is None)
    if opener in _RELATIVE or (opener == "that" and _OF_A_NOUN.search(text[max(0, span.start - 40) : span.start])):
        who, mood = (who, mood) if re.search(r"\w", subject) else ("thing", "plain")
    if mood == "must" and direct and low[at:behind] == "had to":
        mood = "plain"  # in one's own words a past, in reported speech a "must"
    if mood == "plain" and _imperative(low, direct):
        mood, who, behind = "imperative", "you", 0
    if _ASKS.match(text, span.end):
        mood = "question"
    return Clause(start, span.end, who, mood, start + behind, opener, _negated(low, at, behind), direct)


_FRONTED_NO = re.compile(
    r"\W*(?:under no circumstances|never(?: again)?|nor|neither|at no time|in no way|only then)\W*"
)
"""What turns subject and modal round ("Under no circumstances will Oslo …")."""

_ASKS = re.compile(r"[^.!?;]*\?")
"""Whether the sentence that goes on here ends in a question mark."""

_SUBJECT_WORDS = 4
"""Words at the head of a clause without auxiliary that are searched for its subject."""

_RELATIVE = frozenset(["which", "who", "whose", "where", "whom"])
_OF_A_NOUN = re.compile(
    r"\b(?:a|an|the|its|his|their|our|any|no|this|of|and|\w+al|\w+ive)\s+\w+\s+that\W*$", re.IGNORECASE
)
"""A "that" behind a noun: what it opens describes the noun, and is not said for itself ("a bill that would …")."""


def _first_named(text: str, start: int, end: int, own: Own) -> bool | None:
    """Whose name stands first among the head words of a clause, where no auxiliary tells where its subject ends."""
    for word in islice(re.finditer(r"[\w’'-]+", text[start:end]), _SUBJECT_WORDS + 1):
        if word.group()[0].isupper():
            named = own(start, start + word.end())
            if named is not None:
                return named
    return None


def _contracted(low: str, at: int) -> str:
    match = re.match(r"(\w+)'(?:ll|d|re|m|ve)\b", low[at:])
    return " " + match.group(1) if match else ""


def _mood(words: str, low: str) -> tuple[Mood, int, int]:
    """The mood, where its marker begins and where the predicate behind it does."""
    match = _MARKER.search(words) or _MARKER.search(low[:1] + words[1:])
    be = _BE.search(low)
    if match is not None and not (be and be.start() < match.start() and "going to" not in match.group()):
        mood: Mood = "may" if match.lastgroup == "may" else _MARKERS[int((match.lastgroup or "m0")[1:])][0]
        if (mood in ("must", "should") and _PERFECT.match(low, match.end())) or _UNFULFILLED.match(low, match.start()):
            mood = "may"
        return mood, match.start(), match.end()
    finite = _OTHER_FINITE.search(low)
    if be is not None and (finite is None or be.start() < finite.start() or finite.end() + 1 >= be.start()):
        start = min(be.start(), finite.start()) if finite is not None and finite.end() + 1 >= be.start() else be.start()
        return ("plain" if _NO_STATE.match(low, be.end()) else "state"), start, be.end()
    if finite is not None:
        return "plain", finite.start(), finite.end()
    return "plain", _head(low), _head(low)


def _head(low: str) -> int:
    """Where a predicate without auxiliary begins, as far as words tell: behind a leading pronoun, else the middle is unknown."""
    match = re.match(r"(?:i|we|you|he|she|it|they)\b\s*(?:\w+ly\s+)?", low)
    return match.end() if match else len(low)


def _person(subject: str, named: bool | None, before: Clause | None, *, direct: bool, first: bool) -> Person:
    if not re.search(r"\w", subject):
        return before.who if before is not None else "self" if named else "thing"
    if _SELF.search(subject):
        return "self"
    if _YOU.search(subject):
        return "you"
    if named is not None:
        return "self" if named else "other"
    if _THIRD.search(subject):
        return _third(subject, before, direct=direct, first=first)
    return "all" if _ALL.search(subject) else "thing"


def _third(subject: str, before: Clause | None, *, direct: bool, first: bool) -> Person:
    """A third person told in one's own words is the other side; in reported speech the speaker, where no one else was named."""
    if direct:
        return "thing" if re.search(r"\bits?\b", subject) else "other"
    if first or (before is not None and before.who in ("self", "thing")):
        return "self"
    return "other" if before is not None and before.who == "other" else "self"


_SUBJECTLESS = re.compile(
    r"(?:let|give|stop|leave|hand|release|free|return|come|go|take|put|keep|trust|ratify|sign|answer|tell|show|open|end|withdraw|destroy"
    r"|do not|don't|never|halt|lift|pull|drop|abandon|make|get|join|respect|honou?r|accept|choose|cease|prove|start"
    r"|save|act|stand|face)\b(?! (?:of|is|are|was|were|has|have|had|will|would)\b)"
)
"""Verbs with which a command or an appeal opens in direct speech; a closed list, since any noun could pass for a verb."""


def _imperative(low: str, direct: bool) -> bool:
    return bool(_SUBJECTLESS.match(low)) and (direct or low.startswith(("let ", "give ", "hand ", "stop ")))


def _negated(low: str, at: int, behind: int) -> bool:
    """Whether the clause as a whole is negated: before the marker, in it, or right behind it ("will not", "will conduct no tests")."""
    near = re.match(r"\W*(?:\w+\W+){0,2}", low[behind:])
    window = low[:behind] + (near.group() if near else "")
    del at
    return bool(_NEGATOR.search(re.sub(r"\bnot only\b|\bno doubt\b|\bno choice\b", "", window)))
