"""Claims about where a treaty was signed or adopted: `signed in Geneva`, `met in Reykjavik to sign the treaty`; beside what the act tells.

Only towns of the lexicon's list are read, and only treaties whose act names its town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims import wording
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.model.finding import Verdict
from treatywatch.model.vocabulary import EventKind

_SIGNED = r"(?P<signed>signed|signing|signature|inked|opened for signature)"
_ADOPTED = r"(?P<adopted>adopted|adoption)"
_IN = r"(?:in|at)\s(?:the\s)?(?P<town>@)(?![\w-])"
_THEN = rf"\b(?:{_SIGNED}|{_ADOPTED})\b(?P<gap>[^;:()]{{0,70}}?)[\s,]{_IN}"
_MET = rf"\bmet\s{_IN}\sto\ssign\b(?P<gap>)"
_OTHER = re.compile(
    r"\b(?:said|told|says|after|before|while|when|and|which|that|who|met|talks|meeting|where|because|but|negotiat\w+|ratif\w+|approv\w+)\b"
)
"""Between the words for the act and the town: the town may be that of something else. "And" joins persons only."""
_PERSONS = re.compile(r"\bby\s[\w\s.]{3,40}\sand\s[\w\s.]{3,30}$|\bof\s[\w\s]{3,30}\sand\s[\w\s]{3,40}$")
_NAMED_IN = re.compile(r"\bin ((?:[A-Z]\w+)(?:(?:, | and | |)(?:[A-Z]\w+))*)")
_MADE = {"signed": (EventKind.SIGN, EventKind.OPEN_FOR_SIGNATURE), "adopted": (EventKind.ADOPT,)}


def read(page: Page) -> Iterator[Judged]:
    """The claims of that form in all sentences."""
    for low, high in page.sentences:
        for template in (_THEN, _MET):
            for match in page.lexicon.pattern("towns", template).finditer(page.plain, low, high):
                law = page.treaty_at(low, high, match.start())
                if law is not None and _is_of_act(match["gap"]):
                    yield from _judged(page, law, match)


def _is_of_act(gap: str) -> bool:
    """Whether nothing else is told between the words for the act and the town."""
    return not _OTHER.search(_PERSONS.sub("", gap))


def _judged(page: Page, law: Law, match: re.Match[str]) -> Iterator[Judged]:
    told = "adopted" if match.groupdict().get("adopted") else "signed"
    known = [
        (one, towns)
        for one in law.when(_MADE[told])
        if one.sure and not wording.is_row(law, one) and (towns := _towns(one))
    ]
    if not known or page.disowned(*match.span()):
        return
    town = match["town"]
    fits = [one for one, towns in known if town in towns.lower()]
    act = fits[0] if fits else known[0][0]
    verdict = Verdict.CONSISTENT if fits else Verdict.CONTRADICTS
    claim = f"{law.treaty.short}: {told} in {page.text[match.start('town') : match.end('town')]}"
    fact = wording.sentence(page, law, act)
    yield page.judged(match.span(), "place", law, claim, verdict, fact, act.grounds, act.rests_on)


def _towns(one: Occasion) -> str:
    """What the act says of its place; empty where it names none."""
    found = _NAMED_IN.search(one.says)
    return found.group(1) if found else ""
