"""Claims about acts: who signed, ratified, suspended, left, and when; put beside the days of the shelf's acts.

Announced, notified and effective are different days (the field's oldest trap): "withdrew" means the day of effect, "announced"
that of the announcement. A suspension has several days (announced, decreed, made law), and each of them is one. Whatever is
only threatened, conditional or denied is judged as to what it asserts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from treatywatch.findings.claims import evidence, strangers, wording
from treatywatch.findings.claims.apart import surely_apart
from treatywatch.findings.claims.candidates import FITTING, candidates, surely_known
from treatywatch.findings.claims.claimed import Act, K, fits
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.event import Assertion
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind, Modality, Position

_DAY_OFF = (
    K.EXPIRE,
    K.TERMINATE,
    K.ANNOUNCE_WITHDRAWAL,
    K.NOTIFY_WITHDRAWAL,
    K.ANNOUNCE_SUSPENSION,
    K.SUSPEND,
    K.EXTEND,
)
"""A day more or less is no slip here: a term that ends with a day is over from the next; acts are told across time zones."""

_BESIDE = 70
"""Characters of a claim in which day and verb belong together for sure."""
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|warned|warns|added|recalled|noted|argued|claimed|accused|urged|promised|threatened)\b"
)


def read(page: Page) -> Iterator[Judged]:
    """The claims about acts, from the events that the text asserts."""
    for assertion in page.happened:
        if assertion.position is Position.AFFIRMS and assertion.event.kind in FITTING:
            yield from _read(page, assertion)


def _read(page: Page, assertion: Assertion) -> Iterator[Judged]:
    event = assertion.event
    law = page.library.law(event.treaty) if event.treaty else _of_body(page, assertion)
    if law is None or event.modality is Modality.DENIED:
        return
    actors = tuple(one for one in event.actors if page.library.is_state(one))
    for place in evidence.places(page, assertion):
        if _hangs_on_another(page, law, place.span[0]):
            continue
        if not page.names_itself(law.treaty.id, *page.sentence_at(place.span[0])) or _of_another(
            page, event.kind, place.span
        ):
            continue
        act = Act(event.kind, actors, event.modality, place.day, place.span)
        found = _best_reading(page, law, act) if event.actors == () or actors else None
        if found is not None:
            yield found


def _best_reading(page: Page, law: Law, act: Act) -> Judged | None:
    """The verdict on an act of the treaty; where the sentence names it by a name of several, the reading that fits, if one does."""
    low, high = page.sentence_at(act.span[0])
    told = [one.ids for one in page.treaties(low, high) if law.treaty.id in one.ids]
    others = [each for ids in told for each in ids if each != law.treaty.id] if (law.treaty.id,) not in told else []
    found = judge(page, law, act)
    for other in others:
        rival = page.library.law(other)
        judged = judge(page, rival, act) if rival is not None else None
        if judged is not None and judged.verdict is Verdict.CONSISTENT:
            return judged
    return found if not others or (found is not None and found.verdict is Verdict.CONSISTENT) else None


_WHICH = re.compile(r",\s(?:which|that)\s(?:(?:had|has|was|is|itself|formally|finally)\s)*$")


def _hangs_on_another(page: Page, law: Law, at: int) -> bool:
    """Whether the words at `at` stand in a relative clause upon another treaty ("the successor of START I, which expired in 2009")."""
    low, _ = page.sentence_at(at)
    which = _WHICH.search(page.plain, low, at)
    named = [one for one in page.prose.mentions if which and one.kind == "treaty" and one.end == which.start()]
    return bool(named) and law.treaty.id not in (named[0].id, *named[0].candidates)


def _of_another(page: Page, kind: EventKind, span: tuple[int, int]) -> bool:
    """Whether what is told happened to another instrument than the treaty ("its protocol took effect"), or to a consent alone."""
    low, _ = page.sentence_at(span[0])
    before = page.lexicon.pattern(
        "other_instruments", r"(?<![\w-])@\s(?:(?:was|were|has|had|have|been|is|also|then)\s)*$"
    )
    if before.search(page.plain[low : span[0]]):
        return True
    names = ("taking_back", "consent_back") if kind is not K.REVOKE_RATIFICATION else ("taking_back",)
    return any(page.lexicon.words(name).search(page.plain, *page.sentence_at(span[0])) for name in names)


def _of_body(page: Page, assertion: Assertion) -> Law | None:
    """The treaty of the body that is left, where the event names no treaty."""
    body = page.body_at(assertion.start, assertion.end) if assertion.event.kind is K.WITHDRAW else None
    return page.library.law(body[0]) if body else None


def judge(page: Page, law: Law, act: Act) -> Judged | None:
    """The verdict on a claim about an act; None where it cannot be judged. What the sentence itself disowns contradicts nothing."""
    found = _judge(page, law, act)
    if found is not None and found.verdict is Verdict.CONTRADICTS and (page.disowned(*act.span) or _misread(page, act)):
        return None
    return found


_SIGNED_UP = re.compile(r"sign(?:s|ed|ing)?\sup\b")
_DENIED = re.compile(r"\b(?:no longer|not|never|n't)\s(?:\w+\s)?$")
_PARTICIPLE = re.compile(
    r"(?:^|[,(–—-]\s?)(?:signed|adopted|agreed|concluded|opened|negotiated|ratified|approved|announced|extended|drafted|first|finalised)\b[^,;.]{0,60}$"
)
_JUST_BEFORE = 20
"""Characters before a claim in which it is denied."""
_NOBODY = re.compile(r"\b(?:neither|nor|none)\b")
_NOTHING_NEXT = re.compile(r"\s(?:neither|nothing|none|no|nobody)\b")
_AND_LEAVES = re.compile(r"\band\s(?:\w+\s){0,2}?(?:leaves?|leaving|left|quits?|exits?|withdraws?|withdrew|departs?)\b")


def _misread(page: Page, act: Act) -> bool:
    """Whether the words from the act to its day deny it, or tell another act nearer to the day ("gave notice and leaves in March")."""
    words = page.plain[slice(*act.span)]
    if act.day is not None and (_of_participle(page, act, act.day) or _in_brackets(page, act, act.day)):
        return True
    if act.kind is K.SIGN and _SIGNED_UP.match(words):
        return True  # who signs up to a treaty may sign or join it
    if _DENIED.search(page.plain, max(0, act.span[0] - _JUST_BEFORE), act.span[0]):
        return True
    noticing = act.kind in (K.NOTIFY_WITHDRAWAL, K.ANNOUNCE_WITHDRAWAL)
    nothing = _NOBODY.search(words) or _NOTHING_NEXT.match(page.plain, act.span[1])
    return bool(nothing or (noticing and _AND_LEAVES.search(words)))


def _in_brackets(page: Page, act: Act, day: ToldDay) -> bool:
    """Whether a bracket closes, or another state is named in one, between the day and the words for the act."""
    return day.start == act.span[0] and ")" in page.plain[day.end : act.span[1]]


def _of_participle(page: Page, act: Act, day: ToldDay) -> bool:
    """Whether the day before the words for an act is that of a participle which ends with it ("adopted in 2017, entered into force")."""
    if day.start != act.span[0] or not page.plain.startswith((",", ")"), day.end):
        return False
    low, _ = page.sentence_at(day.start)
    found = _PARTICIPLE.search(page.plain, low, day.start)
    own = page.lexicon.triggers.get(act.kind)
    return found is not None and not (own and own.search(found.group()))


def _judge(page: Page, law: Law, act: Act) -> Judged | None:
    stranger = strangers.by_nobody(page, law, act)
    if stranger is not None:
        return stranger
    if act.day is not None and (act.day.dated or act.day.earliest):
        return _dated(page, law, act, act.day)
    return None


# --- When ------------------------------------------------------------------------------------------------------------


def _dated(page: Page, law: Law, act: Act, day: ToldDay) -> Judged | None:
    known = candidates(page, law, act)
    fitting = [one for one in known if fits(day, one.day, act.kind in _DAY_OFF)]
    sayable = surely_known(known, day) and not any(
        one.open and one.kind is K.WITHDRAW and _near(day, one) for one in known
    )
    if fitting:
        disputed = act.kind is K.WITHDRAW and fitting[0].open and day.earliest == day.latest
        disputed = disputed or _only_announced(act, fitting, known)
        return wording.verdict_of(
            page, law, act, Verdict.UNKNOWN if disputed else Verdict.CONSISTENT, fitting[:1], known
        )
    if not act.asserted or day.loose or not (day.dated or _far_from_all(page, act, day, known)):
        return None
    if not known:
        return strangers.never(page, law, act)
    if not sayable or _said_between(page, act) or not surely_apart(page, law, act, day, known):
        return wording.verdict_of(page, law, act, Verdict.UNKNOWN, known, known) if day.year else None
    return wording.verdict_of(page, law, act, Verdict.CONTRADICTS, known, wording.confused(law, act))


_DOUBTED = timedelta(days=400)
"""Days around a disputed exit within which another day may be somebody's reading of it."""


def _near(day: ToldDay, one: Occasion) -> bool:
    if day.earliest is None or day.latest is None:
        return True
    return day.earliest - _DOUBTED <= one.day.latest and one.day.earliest <= day.latest + _DOUBTED


_SOON = timedelta(days=35)
"""Days from the announcement of a suspension to its decree within which press tells the one for the other (30 in March 2019)."""


def _only_announced(act: Act, fitting: Sequence[Occasion], known: Sequence[Occasion]) -> bool:
    """Whether "suspended" is told of the day on which a suspension was only announced, long before any took place."""
    done = [one.day.earliest for one in known if one.kind is K.SUSPEND and one.aspect == "effective"]
    return (
        act.kind is K.SUSPEND
        and bool(done)
        and all(one.kind is K.ANNOUNCE_SUSPENSION and one.day.latest + _SOON < min(done) for one in fitting)
    )


_FAR = timedelta(days=45)
"""A day told by its weekday, or as "last week", may be read a week wrong, not so far."""


def _far_from_all(page: Page, act: Act, day: ToldDay, known: Sequence[Occasion]) -> bool:
    """Whether a day told without the calendar, right beside its verb, lies far from every known one."""
    if act.kind not in (K.WITHDRAW, K.ENTER_INTO_FORCE, K.EXPIRE) or act.modality is not Modality.HAPPENED:
        return False
    if day.earliest is None or day.latest is None or act.span[1] - act.span[0] > _BESIDE:
        return False
    return all(one.day.latest + _FAR < day.earliest or day.latest + _FAR < one.day.earliest for one in known)


def _said_between(page: Page, act: Act) -> bool:
    """Whether somebody says something between the words for the act and the day: the day may be that of the saying."""
    announced = (K.ANNOUNCE_WITHDRAWAL, K.ANNOUNCE_SUSPENSION, K.NOTIFY_WITHDRAWAL)
    return act.kind not in announced and bool(_SAYING.search(page.plain, *act.span))
