"""Claims that a state became or ceased to be a party on a day, put beside the acts by which it did."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.findings.claims import acts
from treatywatch.findings.claims.claimed import Act
from treatywatch.findings.claims.lexicon import WHOLE
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.findings.claims.subjects import end_of, object_of, subjects, turn_of
from treatywatch.model.vocabulary import Modality


def read(page: Page) -> Iterator[Judged]:
    """`Lithuania ceased to be a party in March 2025`, `has been a party since 1994`."""
    pattern = page.lexicon.pattern(page.lexicon.file.party.party, WHOLE)
    for low, high in page.sentences:
        for match in pattern.finditer(page.plain, low, high):
            told = subjects(page, low, match.start())
            law = object_of(page, low, high, match.end(), False) if told else None
            end = end_of(page, high, match.end())
            turn = turn_of(page, told[1], end, high) if told and law else None
            if told is None or law is None or turn is None:
                continue
            actors = tuple(actor for one in told[0] if (actor := page.state_of(one)))
            day = ToldDay.of(turn[1], page.plain, page.lexicon)
            span = told[0][0].start, turn[1].end
            found = (
                acts.judge(page, law, Act(turn[0], actors, Modality.HAPPENED, day, span)) if len(actors) == 1 else None
            )
            if found is not None:
                yield found
