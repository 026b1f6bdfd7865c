"""Claims about how long after one act another came: `expired in December 2009, fifteen years after it had entered into force`.

The later act must be told with its day right before; the earlier one is the treaty's own on the shelf. People count such spans by the
calendar's years or by full ones, so that a year more or less (a month, of months) is not called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from treatywatch.findings.claims import wording
from treatywatch.findings.claims.claimed import Act, K
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.numbers import NUMBER, told_at
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind, Modality

_AFTER = re.compile(
    rf",\s(?:only\s|just\s)?(?P<count>{NUMBER}|a|an)\s(?P<unit>year|month)s?\safter\s"
    r"(?:(?:it|the\s(?:treaty|pact|accord|agreement|convention))\s(?:(?:had|was|had\sbeen|itself|first)\s)*|its\s)"
    r"(?P<act>entered\sinto\sforce|come\sinto\sforce|came\sinto\sforce|taken\seffect|took\seffect|entry\sinto\sforce|signed|signing|signature|given\snotice|gave\snotice|notice|notification)"
)
_KINDS = (
    ("sign", (K.SIGN,)),
    ("g", (K.NOTIFY_WITHDRAWAL,)),
    ("not", (K.NOTIFY_WITHDRAWAL,)),
    ("", (K.ENTER_INTO_FORCE,)),
)
_DAYS = {"year": 365.25, "month": 30.44}


def read(page: Page) -> Iterator[Judged]:
    """The claims of that form in all sentences."""
    for low, high in page.sentences:
        for match in _AFTER.finditer(page.plain, low, high):
            law = page.treaty_at(low, high, match.start())
            later = [one for one in page.days(low, match.start()) if one.end == match.start() and one.earliest]
            if law is None or not later or later[0].earliest is None or later[0].latest is None:
                continue
            yield from _judged(page, law, low, match, later[0].earliest, later[0].latest)


def _judged(page: Page, law: Law, low: int, match: re.Match[str], first: date, last: date) -> Iterator[Judged]:
    kinds: tuple[EventKind, ...] = next(kinds for word, kinds in _KINDS if match["act"].startswith(word))
    known = _known(page, law, kinds, low, match.start())
    if len({one.day for one in known}) != 1 or not known[0].sure or page.disowned(*match.span()):
        return
    number = (
        told_at(page.plain, match.start("count"), match.end("count"), low, page.lexicon) if _is_number(match) else None
    )
    count = number.value if number else 1.0
    unit = _DAYS[match["unit"]]
    least = (first - known[0].day.latest).days / unit - 1
    most = (last - known[0].day.earliest).days / unit + 1
    if number is not None and number.hedge:
        return
    verdict = Verdict.CONSISTENT if least <= count <= most else Verdict.CONTRADICTS
    mention = next(one for one in page.days(low, match.start()) if one.end == match.start())
    act = Act(
        kinds[0],
        (),
        Modality.HAPPENED,
        ToldDay.of(mention, page.plain, page.lexicon),
        (match.start("count"), match.end()),
    )
    yield wording.verdict_of(page, law, act, verdict, known[:1], ())


def _known(page: Page, law: Law, kinds: tuple[EventKind, ...], low: int, at: int) -> list[Occasion]:
    """The day that the span is counted from: that of the treaty as a whole, or of the notice of the one state that is told."""
    if kinds != (K.NOTIFY_WITHDRAWAL,):
        return [one for one in law.when(kinds) if one.aspect == "effective" and (law.treaty.sides or not one.actors)]
    actors = {actor for one in page.states(low, at) if (actor := page.state_of(one))}
    return [one for one in law.when(kinds, actors) if one.aspect == "notified"] if len(actors) == 1 else []


def _is_number(match: re.Match[str]) -> bool:
    return match["count"] not in ("a", "an")
