"""Claims about the treaty as a whole: in force, no longer, never; the year by which it is called; since when it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.findings.claims import acts, wording
from treatywatch.findings.claims.acting import subject_of
from treatywatch.findings.claims.claimed import Act
from treatywatch.findings.claims.library import ENDED, Law
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.annotation import DayMention
from treatywatch.model.finding import Verdict
from treatywatch.model.regime import RegimeState
from treatywatch.model.vocabulary import EventKind, Modality, Phase

_SUBJECT = re.compile(
    r"[\s,)]+(?:itself\s)?(?:which\s|that\s)?"
    r"(?:[^,;.]{3,60},\s)?"
    r"(?:(?:is|was|remains?|remained|has|have|had|been|still|not|never|no longer|yet|to|since|now|currently|stays?)\s)+"
)
_INTO = r"(?:in)?to\s(?:force|effect)"
_RIGHT_AFTER = 10
"""Characters from the words for signing to the treaty signed ("the ", "the 1987 ")."""
_ON = re.compile(
    r"[\s,]+(?:back\s|again\s|formally\s)?(?:(?:in|on|from|since|as of|between|during|late in|early in)\s)?(?:the\s|that\s)?"
)
"""What may stand between the words for an act and its day."""
_PLACE = re.compile(r"\s(?:in|at)\s(?:the\s)?[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){0,2}(?=,?\s(?:in|on)\s)")
_TITLED = re.compile(r"(?:(?:,\s|\s)?(?:and\s)?(?:the\s)?(?:[\w.]+\s){0,2})?")
"""What may stand before each of several persons who signed: a conjunction and a title."""
_BY = re.compile(r"\sby\s(?:the\s)?")
_BOUNDED = re.compile(
    r",?\s(?:only\s|right\s)?(?:since|from|until|till|through|throughout|up to|at the time|then|between\s\d+|for\s\w+\syears)\b"
)
"""After "in force": when it was is told too, so that what is so today says nothing."""
_NEVER = re.compile(
    rf"(?:(?:has|have|'s)\s(?:still\s)?(?:never|not)\s(?:yet\s|formally\s|actually\s)?(?:(?:entered|come|gone)\s{_INTO}|taken\seffect)"
    rf"|(?:but|and|which|that|it)?\s?never\s(?:formally\s|actually\s)?(?:(?:entered|came|went)\s{_INTO}|took\seffect)"
    rf"|without\s(?:ever|once)\s(?:(?:having\s)?(?:entering|entered|coming|come|going|gone)\s{_INTO}|taking\seffect)"
    rf"|(?:still\s)?(?:awaits|is\sawaiting|waits\sfor|is\swaiting\sfor)\s(?:its\s)?entry\s{_INTO}"
    rf"|(?:is|are|has)\syet\sto\s(?:(?:enter|come|go)\s{_INTO}|take\seffect))"
)
"""It is not in force on the day of the report. "Would not enter into force until …" is not this."""
_NEGATED = re.compile(r"\b(?:not|never|no longer)\b")
_LIVE = (Phase.IN_FORCE, Phase.PROVISIONALLY_APPLIED)
_YEAR_BEFORE = re.compile(
    r"(?<![\w-])((?:19|20)\d\d)(?:'s)?\s(?:(?!and|or|to|the|of|in|by|on|at|when|that|which|a|as|but|after|before)[a-z-]+\s){0,3}$"
)
_ROUGH_YEARS = 3
"""How many years an act from memory may be off at most."""
_TO_COME = re.compile(r"(?:to|will|would|due|set)\s")
"""Before the end of a treaty: it is told as to come, and judged only while a notice runs."""
_UNTIL = re.compile(r"(?<![\w-])(?:until|till|through|to)\s$")


def read(page: Page) -> Iterator[Judged]:
    """The claims about force and years in all sentences."""
    for low, high in page.sentences:
        yield from _standing(page, low, high)
        yield from _never(page, low, high)
        yield from _named_years(page, low, high)
        yield from _since(page, low, high)
        yield from _nominal(page, low, high)
        yield from _put_under(page, low, high)
        yield from _prolonged(page, low, high)


def _standing(page: Page, low: int, high: int) -> Iterator[Judged]:
    """`remains in force`, `is no longer in force`."""
    day = page.told_on
    for match in page.lexicon.words("force_standing").finditer(page.plain, low, high):
        named = [one for one in page.treaties(low, high) if 0 <= one.start < match.start() and len(one.ids) == 1]
        if day is None or not named or _BOUNDED.match(page.plain, match.end(), high):
            continue
        between = page.plain[named[-1].end : match.start()]
        law = page.library.law(named[-1].ids[0])
        if law is None or not _SUBJECT.fullmatch(between):
            continue
        denied = bool(_NEGATED.search(between))
        yield from _judged(page, law, (named[-1].start, match.end()), denied, law.on(day))


def _judged(page: Page, law: Law, span: tuple[int, int], denied: bool, state: RegimeState) -> Iterator[Judged]:
    live = state.phase in _LIVE
    if not live and state.phase not in (*ENDED, Phase.SIGNED, Phase.NEGOTIATING):
        return
    verdict = Verdict.CONSISTENT if live != denied else Verdict.CONTRADICTS
    since = f", since {state.phase_since.isoformat()}" if state.phase_since else ""
    fact = f"{law.treaty.short} is {state.phase.value} on {state.on.isoformat()}{since}."
    claim = f"{law.treaty.short}: {'not ' if denied else ''}in force"
    yield page.judged(span, "standing", law, claim, verdict, fact, state.grounds, (state.id,))


def _never(page: Page, low: int, high: int) -> Iterator[Judged]:
    """`has never entered into force`."""
    for match in _NEVER.finditer(page.plain, low, high):
        law = page.treaty_at(low, high, match.start())
        day = page.told_on
        if law is None or (day is None and law.when((EventKind.ENTER_INTO_FORCE,))):
            continue
        entered = [one for one in law.when((EventKind.ENTER_INTO_FORCE,)) if one.aspect == "effective"]
        done = bool(entered) and (day is None or entered[0].day.earliest <= day)
        state = law.on(day or max(one.day.latest for one in law.occasions))
        if done and not entered[0].sure:
            continue
        fact = (
            wording.sentence(page, law, entered[0])
            if done
            else f"{law.treaty.short} is {state.phase.value} on {state.on.isoformat()}."
        )
        verdict = Verdict.CONTRADICTS if done else Verdict.CONSISTENT
        grounds = entered[0].grounds if done else state.grounds
        yield page.judged(
            match.span(), "standing", law, f"{law.treaty.short}: never in force", verdict, fact, grounds, (state.id,)
        )


def _named_years(page: Page, low: int, high: int) -> Iterator[Judged]:
    """`the 1972 Anti-Ballistic Missile Treaty`: the year of its making, or of its entry into force."""
    for one in page.treaties(low, high):
        match = (
            _YEAR_BEFORE.search(page.plain, max(low, one.start - 40), max(low, one.start)) if one.start >= 0 else None
        )
        law = page.library.law(one.ids[0]) if match and len(one.ids) == 1 else None
        if match is None or law is None:
            continue
        year = int(match.group(1))
        made = (EventKind.SIGN, EventKind.ADOPT, EventKind.OPEN_FOR_SIGNATURE, EventKind.ENTER_INTO_FORCE)
        days = [each for each in law.when(made) if each.aspect == "effective" and (law.treaty.sides or not each.actors)]
        fitting = [each for each in days if each.day.earliest.year == year]
        slack = 0 if law.treaty.sides else 1
        far = any(each.sure for each in days) and all(
            abs(each.day.earliest.year - year) > (slack if each.sure else _ROUGH_YEARS) for each in days
        )
        if not fitting and (not far or _a_year_of_its_life(law, year)):
            continue
        verdict = Verdict.CONSISTENT if fitting else Verdict.CONTRADICTS
        told = fitting[:1] or days[:2]
        fact = " ".join(wording.sentence(page, law, each) for each in told)
        rests = [each for one_day in told for each in one_day.rests_on]
        grounds = [ground for each in told for ground in each.grounds]
        claim = f"{law.treaty.short}: of {year}"
        yield page.judged((match.start(1), one.end), "year", law, claim, verdict, fact, grounds, rests)


def _a_year_of_its_life(law: Law, year: int) -> bool:
    """Whether something else happened to the treaty in that year (an amendment, a protocol): the year may be that one's."""
    return any(
        one.day.earliest.year <= year <= one.day.latest.year
        for one in law.occasions
        if law.treaty.sides or not one.actors
    )


def _since(page: Page, low: int, high: int) -> Iterator[Judged]:
    """`in force since 1975`, `entered into force on 1 June`: a day told right after the words for an act of the treaty as a whole."""
    for kind in page.lexicon.file.dated:
        for match in page.lexicon.dated[kind].finditer(page.plain, low, high):
            mention = _day_after(page, _past_agent(page, match.end(), high), high)
            law = subject_of(page, low, match.start()) if mention else None
            if mention is not None and law is not None:
                yield from _act(page, law, kind, match.start(), mention)


def _put_under(page: Page, low: int, high: int) -> Iterator[Judged]:
    """`put their names to SALT II in June 1979`: the day of a signature told by what the pen does."""
    for match in page.lexicon.words("signers_did").finditer(page.plain, low, high):
        named = [one for one in page.treaties(match.end(), high) if 0 <= one.start - match.end() <= _RIGHT_AFTER][:1]
        mention = _day_after(page, named[0].end, high) if named and len(named[0].ids) == 1 else None
        law = page.library.law(named[0].ids[0]) if mention is not None else None
        if law is not None and mention is not None and law.treaty.sides:
            yield from _act(page, law, EventKind.SIGN, match.start(), mention)


def _act(page: Page, law: Law, kind: EventKind, start: int, mention: DayMention) -> Iterator[Judged]:
    """The verdict on an act of the treaty as a whole, told from `start` to its day."""
    day = ToldDay.of(mention, page.plain, page.lexicon)
    if _UNTIL.search(page.plain[start : mention.start]):
        day = replace(day, loose=False)  # "ran until 1991": the end itself is told
    if kind is EventKind.EXPIRE and not law.when((EventKind.EXPIRE,)):
        words = page.plain[start : mention.start]
        kind = (
            EventKind.TERMINATE if "laps" in words or "out" in words else kind
        )  # what was left is loosely said to lapse
    ending = kind is EventKind.TERMINATE and _TO_COME.match(page.plain, start) is not None
    modality = Modality.PLANNED if ending else Modality.HAPPENED
    found = acts.judge(page, law, Act(kind, (), modality, day, (start, mention.end)))
    if found is not None:
        yield found


def _day_after(page: Page, end: int, high: int) -> DayMention | None:
    """The day that follows at once, or after a preposition."""
    following = page.days(end, high)[:1]
    return next((one for one in following if _leads_to(page, end, one.start)), None)


def _leads_to(page: Page, end: int, start: int) -> bool:
    """Whether only a preposition, or a place with its own, stands between the words for an act and its day ("signed in Dublin in …")."""
    place = _PLACE.match(page.text, end, start)
    return _ON.fullmatch(page.plain, place.end() if place else end, start) is not None


def _past_agent(page: Page, end: int, high: int) -> int:
    """As in "replaced by New START in 2011", "signed by Bush and Putin in 2002": where the words for who did it end."""
    by = _BY.match(page.plain, end, high)
    if by is None:
        return end
    named = [one for one in page.treaties(end, high) if 0 <= one.start - by.end() <= 5]
    if named:
        return named[0].end
    at = by.end()
    for one in page.prose.cast.scene.within(at, high, "person", "office"):
        if not _TITLED.fullmatch(page.plain, at, one.start):
            break
        at = one.end
    return at if at > by.end() else end


def _nominal(page: Page, low: int, high: int) -> Iterator[Judged]:
    """`the expiry of New START on 5 February 2026`, `the treaty's entry into force in 1988`."""
    for one in page.treaties(low, high):
        law = page.library.law(one.ids[0]) if len(one.ids) == 1 and one.start >= 0 else None
        for kind, nouns in page.lexicon.file.dated_nouns.items() if law else ():
            before = page.lexicon.pattern(nouns, r"(?<![\w-])@\sof\s(?:the\s)?(?:\d{4}\s)?$").search(
                page.plain[low : one.start]
            )
            after = page.lexicon.pattern(nouns, r"(?:'s|')?\s@(?![\w-])").match(page.plain, one.end)
            end = one.end if before else after.end() if after else None
            mention = _day_after(page, end, high) if end is not None else None
            if law is not None and mention is not None:
                yield from _act(page, law, kind, low + before.start() if before else one.start, mention)


def _prolonged(page: Page, low: int, high: int) -> Iterator[Judged]:
    """`extended … until 5 February 2026`: the day on which the prolonged term ends."""
    for match in page.lexicon.words("extending").finditer(page.plain, low, high):
        law = page.treaty_at(low, high, match.start())
        for mention in page.days(match.end(), min(high, match.end() + 80)):
            until = _UNTIL.search(page.plain[match.end() : mention.start])
            if law is None or until is None:
                continue
            day = replace(ToldDay.of(mention, page.plain, page.lexicon), loose=False)
            claim = Act(EventKind.EXPIRE, (), Modality.PLANNED, day, (match.end() + until.start(), mention.end))
            found = acts.judge(page, law, claim) if law.when((EventKind.EXTEND,)) else None
            if found is not None:
                yield found
