"""Claims about acts that are told of the treaty with who did them: `ratified by the United States in 1997`, `left by Russia in June`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims import acts
from treatywatch.findings.claims.acting import subject_of
from treatywatch.findings.claims.claimed import Act
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.vocabulary import Modality

_BY = re.compile(r"\sby\s(?:the\s)?")
_AND = re.compile(r"(?:,|\sand)\s(?:the\s)?")
_ON = re.compile(r"[\s,]+(?:(?:in|on)\s)?(?:the\s)?")
_BOTH = re.compile(r"both(?:\s(?:sides|countries|parties|powers|states))?\b")


def read(page: Page) -> Iterator[Judged]:
    """The claims of that form in all sentences."""
    for low, high in page.sentences:
        for kind, words in page.lexicon.file.done_by.items():
            for match in page.lexicon.pattern(words, r"(?<![\w-])@(?=\sby\s)").finditer(page.plain, low, high):
                law = subject_of(page, low, match.start())
                told = _actors(page, law, match.end(), high) if law else None
                mention = next(iter(page.days(told[1], high)), None) if told else None
                if (
                    law is None
                    or told is None
                    or mention is None
                    or not _ON.fullmatch(page.plain, told[1], mention.start)
                ):
                    continue
                day = ToldDay.of(mention, page.plain, page.lexicon)
                span = match.start(), mention.end
                for actors in told[0]:
                    found = acts.judge(page, law, Act(kind, actors, Modality.HAPPENED, day, span))
                    if found is not None:
                        yield found


def _actors(page: Page, law: Law, start: int, high: int) -> tuple[list[tuple[str, ...]], int] | None:
    """Each of those who did it, and where the words for them end; of both sides of a treaty, the first of each."""
    by = _BY.match(page.plain, start, high)
    if by is None:
        return None
    both = _BOTH.match(page.plain, by.end(), high)
    if both is not None and law.treaty.sides:
        return [(side.members[0].actor,) for side in law.treaty.sides], both.end()
    found: list[tuple[str, ...]] = []
    at = by.end()
    for one in page.states(by.end(), high):
        joint = _AND.fullmatch(page.plain, at, one.start)
        actor = page.state_of(one)
        if actor is None or not (one.start == at or (found and joint)):
            break
        found.append((actor,))
        at = one.end
    return (found, at) if found else None
