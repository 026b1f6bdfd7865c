"""Claims about how many ratifications bring a treaty into force: `took effect after fifty ratifications`, `once 65 states had ratified`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims.numbers import NUMBER, value_of
from treatywatch.findings.claims.occasions import READ
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.model.clause import EntryIntoForce
from treatywatch.model.finding import Verdict
from treatywatch.regime import grounds

_TENTHS = ("twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth")
ORDINAL_WORDS = {word: float(10 * number) for number, word in enumerate(_TENTHS, start=2)} | {
    f"{word[:-4]}y {unit}": float(10 * number + one)
    for number, word in enumerate(_TENTHS, start=2)
    for one, unit in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"), start=1
    )
}
"""“Sixtieth”, “sixty-fifth” (in plain text without its hyphen) and their like."""
_CONSENTED = (
    r"(?:states?|countries|nations|governments|signatories)\s(?:(?:have|had|has)\s)?(?:ratified|ratify|acceded|joined)"
    r"|ratifications?(?![\w-])|instruments\sof\sratification"
)
_TENS = "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True))
_NTH = (
    rf"((?:\d{{1,3}}(?=st|nd|rd|th))|{_TENS})(?:st|nd|rd|th)?\s(?:state(?:'s)?\s|country(?:'s)?\s)?"
    r"(?:ratif\w+|instrument|deposit|had ratified|to ratify)"
)
_NEEDED = re.compile(
    rf"\b(?:after|once|when|needs?|needed|requires?|required|with)\s(?:the\s)?(?:{_NTH}|({NUMBER})\s(?:{_CONSENTED}))"
    rf"|\b(?:the|all)\s({NUMBER})\s(?:{_CONSENTED})\s(?:that\s(?:were|are|is)\s)?(?:required|needed|necessary)"
    rf"|\bthreshold\sof\s({NUMBER})\s(?:{_CONSENTED})"
    rf"|\bafter\s(?:the\s)?{_NTH}"
)
"""So many have to consent, or had to. "More", "other" or "further" states are those that are still missing."""
_FORCE = re.compile(r"\b(?:into\s(?:force|effect)|(?:take|takes|took|taking)\seffect|in\sforce)\b")


def read(page: Page) -> Iterator[Judged]:
    """The claims of that form in all sentences."""
    for low, high in page.sentences:
        if _FORCE.search(page.plain, low, high) or "threshold" in page.plain[low:high]:
            for match in _NEEDED.finditer(page.plain, low, high):
                yield from _at(page, low, high, match)


def _at(page: Page, low: int, high: int, match: re.Match[str]) -> Iterator[Judged]:
    law = page.treaty_at(low, high, match.start())
    clause = next((one for one in law.treaty.clauses if isinstance(one, EntryIntoForce)), None) if law else None
    if law is None or clause is None or clause.by != "deposits" or not clause.deposits or clause.all_signatories:
        return
    group = match.lastindex or 1
    value = ORDINAL_WORDS[match[group]] if match[group] in ORDINAL_WORDS else value_of(match[group])
    fits = value == clause.deposits
    if not fits and clause.level not in READ and not clause.verified:
        return
    if page.disowned(*match.span()) or clause.named:
        return
    verdict = Verdict.CONSISTENT if fits else Verdict.CONTRADICTS
    fact = f"{law.treaty.short}, {clause.article}: {clause.deposits} ratifications. {clause.says}"
    claim = f"{law.treaty.short}: in force by {page.text[match.start(group) : match.end()]}"
    ids = (grounds.clause_id(law.treaty, clause),)
    told = (grounds.of_clause(law.treaty, clause),)
    yield page.judged((match.start(group), match.end()), "threshold", law, claim, verdict, fact, told, ids)
