"""Who does what another did before: "Estonia and Latvia followed suit in May", "Poland is expected to do the same"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.dates import UncertainDay
from treatywatch.events import counted
from treatywatch.language.days import to_uncertain
from treatywatch.language.prose import Prose
from treatywatch.model.event import Assertion
from treatywatch.model.vocabulary import EventKind, Modality, Position

_SUIT = re.compile(
    r"\b(?P<ahead>(?:(?:will|would|shall)|(?:(?:is|are|was|were)\s(?:expected|set|due|poised|preparing|about)|plans?|intends?|vowed)\sto)\s"
    r"(?:soon\s|also\s)?)?(?:follow(?P<past>ed)?\ssuit|(?P<did>did|has\sdone|have\sdone|had\sdone|do)\s(?:the\ssame|likewise))\b|"
    r"\b(?P<soon>(?:will|would|(?:(?:is|are|was|were)\s(?:expected|set|due|likely|about)|plans?|intends?)\sto)\s(?:soon\s|also\s)?follow)"
    r"(?=[.;]|\s(?:by|in|on|soon|next|within|later|this|before)\b)|"
    r"\b(?P<so>did|has\sdone|have\sdone|had\sdone)\sso\b|"
    r"\b(?P<next>followed)(?=[.;]|,?\s(?:on|in|later|hours|days|weeks|months|years|a\s(?:day|week|month|year)|the\s(?:next|following|same))\b)|"
    r"(?:(?:has|have|had)\s)?(?P<refused>refused?|declined?|failed|yet)\sto\s(?:do\s(?:so|likewise|the\ssame)|follow\ssuit)\b|"
    r"\b(?:has|have|had|did|do|does)\s?(?P<not>not|n[’']t)\s(?:yet\s)?(?:done?\s(?:so|likewise|the\ssame)|followed\ssuit|follow\ssuit)\b|"
    r"\b(?:has|have|had|did)(?P<short>\snot|n[’']t)(?=\s*[.;])"
)
_BEHIND_BY = re.compile(
    r"\b(?:was|were)\s(?:(?:quickly|soon|then|later|promptly|swiftly|immediately)\s)*(?:followed|joined)\s(?:suit\s)?(?:\w+\s)?by\s(?:the\s)?"
    r"(?P<who>[A-Z][^.;:!?]{2,80})"
)
"""As in "Canada was followed by Norway and South Africa": who did it next stands behind."""
_OF_STATES = frozenset(
    {
        EventKind.SIGN,
        EventKind.RATIFY,
        EventKind.ACCEDE,
        EventKind.WITHDRAW,
        EventKind.ANNOUNCE_WITHDRAWAL,
        EventKind.NOTIFY_WITHDRAWAL,
        EventKind.SUSPEND,
        EventKind.ANNOUNCE_SUSPENSION,
        EventKind.RESUME,
        EventKind.REVOKE_RATIFICATION,
        EventKind.APPROVE,
        EventKind.SIGN_LAW,
        EventKind.SANCTION,
        EventKind.TEST,
        EventKind.DEPLOY,
    }
)
"""Kinds of acts in which one state follows another."""
_REACH = 300
"""Characters between an act and the words that say that another did it too; own sentences."""
_BEHIND = 30
_UNREAL = re.compile(
    r"\b(?:if|unless|until|whether|as\slong\sas|provided|never|not|n[’']t|nor|neither|no|none|would|should|could)\b[^,;]*$",
    re.IGNORECASE,
)
"""What makes "did so" no deed: a condition, a denial, a wish."""
_HOURS = re.compile(
    r"\b(?:hours|minutes)\s(?:later|after|before|earlier)\b|\b(?:the|that)\ssame\s(?:day|afternoon|evening)\b",
    re.IGNORECASE,
)
_YEAR = 366
_CLOSE = 80
"""Characters within which what is followed stands right before, however old ("ratified it in 2000; Washington has yet to do so")."""


def followed(prose: Prose, assertions: Sequence[Assertion]) -> Iterator[Assertion]:
    """The last act told before, once more, for those who follow."""
    told = 0
    for match in _SUIT.finditer(prose.text):
        index = prose.sentence_at(match.start())
        if index is None or not _told(match):
            continue
        sentence = prose.sentences[index]
        if (match["so"] or match["soon"]) and (
            _UNREAL.search(prose.text, sentence.start, match.start()) or _of_here(match, assertions, sentence.start)
        ):
            continue
        here = max(
            [told_at(one) + 1 for one in assertions if sentence.start <= told_at(one) < match.start()],
            default=sentence.start,
        )
        low, told = max(here, told), match.end()
        who = prose.cast.actors(low, match.start())
        act = _act(assertions, match.start(), who)
        if act is None:
            continue
        actors = tuple(one for one in who if one not in act.event.actors)
        day = (
            None
            if _denied(match)
            else _counted(prose, low, match, act.event.day) or _day(prose, low, match, sentence.end)
        )
        event = replace(act.event, actors=actors, modality=_modality(match), day=day, parts=(), condition=None)
        at = f"assertion:{event.kind.value}:{match.start()}"
        position = Position.DENIES if _denied(match) else Position.AFFIRMS
        yield Assertion(at, event, sentence.start, sentence.end, position, None)
    yield from _next_ones(prose, assertions)


def _of_here(match: re.Match[str], assertions: Sequence[Assertion], low: int) -> bool:
    """Whether "did so" follows an act of its own sentence, where it mostly only adds how that was done."""
    return match["so"] == "did" and any(low <= told_at(one) < match.start() for one in assertions)


def _next_ones(prose: Prose, assertions: Sequence[Assertion]) -> Iterator[Assertion]:
    """The last act told before, once more, for those who are told to have come next, on its day."""
    for match in _BEHIND_BY.finditer(prose.text):
        index, act = (
            prose.sentence_at(match.start()),
            _act(assertions, match.start(), prose.cast.actors(*match.span("who"))),
        )
        states = prose.cast.scene.directory.states
        told = prose.cast.actors(*match.span("who"))
        actors = tuple(one for one in told if one in states)
        if act is None or index is None or not actors or len(actors) < len(told):
            continue
        sentence = prose.sentences[index]
        event = replace(act.event, actors=actors, parts=(), condition=None)
        at = f"assertion:{event.kind.value}:{match.start('who')}"
        yield Assertion(at, event, sentence.start, sentence.end, Position.AFFIRMS, None)


def _denied(match: re.Match[str]) -> bool:
    return bool(match["refused"] or match["not"] or match["short"])


def _told(match: re.Match[str]) -> bool:
    """Whether it is told to be done, to come or not to be done ("if they do the same" is neither)."""
    return bool(
        match["ahead"]
        or match["past"]
        or match["soon"]
        or match["next"]
        or match["so"]
        or match["did"] not in (None, "do")
        or _denied(match)
    )


def _modality(match: re.Match[str]) -> Modality:
    if _denied(match):
        return Modality.DENIED
    return Modality.PLANNED if match["ahead"] or match["soon"] else Modality.HAPPENED


def _act(assertions: Sequence[Assertion], at: int, who: Sequence[str]) -> Assertion | None:
    """The last act told before that those who follow have not done themselves."""
    near = [one for one in assertions if 0 < at - told_at(one) <= _REACH and one.event.actors]
    near = [one for one in near if at - told_at(one) <= _CLOSE or not _long_over(one, near)]
    others = [one for one in near if set(who) - set(one.event.actors)]
    last = max(others, key=told_at, default=None)
    return last if last is not None and last.event.kind in _OF_STATES else None


def _counted(prose: Prose, low: int, match: re.Match[str], base: UncertainDay | None) -> UncertainDay | None:
    """As in "Honduras ratified it on Saturday, a day after Jamaica had done so", "Hours later China followed": from the act's day."""
    if base is None or base.best is None:
        return None
    if _HOURS.search(prose.text, max(0, low - _BEHIND), match.end() + _BEHIND):
        return base
    for day in prose.days:
        if day.type == "DURATION" and max(0, low - _BEHIND) <= day.start < match.end() + _BEHIND:
            found = counted.from_day(prose.text, day, base.best)
            if found is not None:
                return found
    return None


def _long_over(act: Assertion, others: Sequence[Assertion]) -> bool:
    """As in "suspended the pact, which they signed in 1987": what the background tells is not what is followed."""
    day = act.event.day
    if day is None or day.latest is None:
        return False
    later = (one.event.day for one in others if one.event.kind in _OF_STATES)
    return any(
        one is not None and one.earliest is not None and (one.earliest - day.latest).days > _YEAR for one in later
    )


def _day(prose: Prose, low: int, match: re.Match[str], high: int) -> UncertainDay | None:
    """The day behind the words, else the one that opens their clause."""
    near = [
        day
        for day in prose.days
        if day.type == "DATE" and low <= day.start < min(high, match.end() + _BEHIND) and day.earliest is not None
    ]
    return to_uncertain(near[-1]) if near else None


def told_at(assertion: Assertion) -> int:
    """Where the word of action stands."""
    return int(assertion.id.rpartition(":")[2])
