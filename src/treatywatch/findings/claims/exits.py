"""Claims that a state is, or will be, out of a treaty: `is out of the convention since Saturday`, `will be out of it by May`.

"By" a day is fulfilled by any exit up to it. Where no treaty or no state follows, it is the one that was told just before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims import acts, wording
from treatywatch.findings.claims.candidates import candidates, surely_known
from treatywatch.findings.claims.claimed import Act, K
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import Modality

_OUT = re.compile(
    r"\b(?:(?P<now>is|are|was|were|has\sbeen|have\sbeen|had\sbeen)|(?P<later>(?:will|would|to|should)\sbe))"
    r"\s(?:now\s|fully\s|formally\s|officially\s|finally\s)?out(?![\w-])"
)
_OUT_OF = re.compile(r"\sof\s(?:the\s|it\b)?(?:\d{4}\s)?")
_WHEN = re.compile(r"[\s,]+(?:(?:in|on|by|since|as of|from|before)\s)?(?:the\s)?")
_IT = re.compile(r"(?:^|[\s,;])(?:it|the country|they)\s$")


def read(page: Page) -> Iterator[Judged]:
    """The claims of that form in all sentences."""
    for low, high in page.sentences:
        for match in _OUT.finditer(page.plain, low, high):
            law, end = _left(page, low, high, match.end())
            mention = next(iter(page.days(end, high)), None)
            actors = _leavers(page, low, match.start())
            if law is None or mention is None or not actors or not _WHEN.fullmatch(page.plain, end, mention.start):
                continue
            day = ToldDay.of(mention, page.plain, page.lexicon)
            modality = Modality.PLANNED if match["later"] else Modality.HAPPENED
            by = re.search(r"\b(?:by|before)\s(?:the\s)?$", page.plain[end : mention.start])
            for actor, start in actors:
                act = Act(K.WITHDRAW, (actor,), modality, day, (start, mention.end))
                found = _by(page, law, act, day) if by else acts.judge(page, law, act)
                if found is not None:
                    yield found


def _left(page: Page, low: int, high: int, end: int) -> tuple[Law | None, int]:
    """The treaty that is left, named after "out of" or told just before, and where its words end."""
    of = _OUT_OF.match(page.plain, end, high)
    if of is None:
        return page.treaty_at(low, high, end) or page.treaty_before(low), end
    named = [one for one in page.treaties(of.start(), high) if 0 <= one.start - of.end() < 4]
    if named:
        return page.law_of(named[0]), named[0].end
    return (page.treaty_before(low), of.end()) if page.plain[of.start() : of.end()].endswith("it") else (None, end)


def _leavers(page: Page, low: int, at: int) -> list[tuple[str, int]]:
    """Each state that is out, with the offset of the claim: the subject right before, or the one state of the sentence before."""
    named = [one for one in page.states(low, at) if one.alias_kind not in ("adjective", "demonym")]
    if named and at - named[-1].end <= 1:
        joined = [named.pop()]
        while named and re.fullmatch(r",?\s(?:and\s)?(?:the\s)?", page.plain[named[-1].end : joined[0].start]):
            joined.insert(0, named.pop())
        return [(actor, one.start) for one in joined if (actor := page.state_of(one))]
    if named or not _IT.search(page.plain[max(low - 1, 0) : at]):
        return []
    before = page.sentence_at(max(0, low - 2))
    states = {page.state_of(one) for one in page.states(*before)} if before[1] <= low else set()
    only = states.pop() if len(states) == 1 else None
    return [(only, low)] if only else []


def _by(page: Page, law: Law, act: Act, day: ToldDay) -> Judged | None:
    """The verdict on "out by" a day: wrong where every exit that may be meant comes later."""
    known = candidates(page, law, act)
    if not known or day.latest is None or page.disowned(*act.span):
        return None
    if any(one.day.earliest <= day.latest for one in known):
        fitting = [one for one in known if one.day.earliest <= day.latest]
        return wording.verdict_of(page, law, act, Verdict.CONSISTENT, fitting[-1:], ())
    told_on, noticed = page.told_on, law.when((K.NOTIFY_WITHDRAWAL,), act.actors)
    running = told_on is not None and any(one.sure and one.day.earliest <= told_on for one in noticed)
    if not running or any(one.open for one in known) or not surely_known(known, day):
        return None
    return wording.verdict_of(page, law, act, Verdict.CONTRADICTS, known, wording.confused(law, act))
