"""The check of one text: every reader of claims over it, each claim once, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from treatywatch.findings.claims import (
    acts,
    articles,
    bodies,
    deadlines,
    destroyed_counts,
    destroyed_days,
    ellipses,
    exits,
    firsts,
    forces,
    framed,
    framed_firsts,
    framed_signers,
    framed_standings,
    headcounts,
    intervals,
    limits,
    passives,
    periods,
    places,
    ranges,
    signatures,
    signers,
    standings,
    thresholds,
    turns,
)
from treatywatch.findings.claims.lexicon import ClaimLexicon
from treatywatch.findings.claims.library import Library
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.language.cast_directory import Directory
from treatywatch.language.prose import Prose
from treatywatch.model.event import Assertion
from treatywatch.model.finding import Finding, Verdict
from treatywatch.model.passage import Passage

READERS = (
    acts.read,
    bodies.read,
    standings.read,
    turns.read,
    passives.read,
    signatures.read,
    forces.read,
    headcounts.read,
    firsts.read,
    ranges.read,
    limits.read,
    destroyed_counts.read,
    destroyed_days.read,
    periods.read,
    articles.read,
    deadlines.read,
    ellipses.read,
    exits.read,
    thresholds.read,
    intervals.read,
    framed.read,
    framed_standings.read,
    framed_firsts.read,
    places.read,
)


def check_prose(
    report: str,
    prose: Prose,
    happened: Iterable[Assertion],
    library: Library,
    lexicon: ClaimLexicon,
    directory: Directory,
    on: date | None = None,
) -> tuple[Finding, ...]:
    """Put the claims of a text beside the law. `on`: the day as of which it tells what is, where not the report's own."""
    page = Page(prose, tuple(happened), library, lexicon, on)
    judged = [one for reader in READERS for one in reader(page)]
    judged += signers.read(page, directory)
    judged += framed_signers.read(page, directory)
    return tuple(_finding(report, page, one) for one in sorted(_distinct(judged), key=lambda one: (one.span, one.kind)))


def _distinct(judged: list[Judged]) -> Iterator[Judged]:
    """Each claim once: of the same words and kind the graver verdict; a claim inside another of the same kind and verdict is that one."""
    kept: list[Judged] = []
    grave = {Verdict.CONTRADICTS: 0, Verdict.UNKNOWN: 1, Verdict.CONSISTENT: 2}
    for one in sorted(judged, key=lambda one: (grave[one.verdict], one.span.start - one.span.end)):
        if not any(
            other.treaty == one.treaty
            and other.kind == one.kind
            and other.span.overlaps(one.span)
            and _same(other, one)
            for other in kept
        ):
            kept.append(one)
    yield from (
        one for one in kept if one.kind != "place" or one.verdict is not Verdict.CONSISTENT or _alone(one, kept)
    )


def _alone(place: Judged, kept: list[Judged]) -> bool:
    """Whether nothing else is claimed in the words that tell a place rightly: else it is part of that claim."""
    return not any(other is not place and other.span.overlaps(place.span) for other in kept)


def _same(kept: Judged, one: Judged) -> bool:
    inside = kept.span.start <= one.span.start and one.span.end <= kept.span.end
    return kept.span == one.span or (inside and kept.verdict == one.verdict)


def _finding(report: str, page: Page, one: Judged) -> Finding:
    rests = "+".join(one.rests_on[:3])
    identity = f"finding:{report.rpartition(':')[2][:16]}:{one.span.start}-{one.span.end}:{one.kind}" + (
        f":{rests}" if rests else ""
    )
    passage = Passage.cut(report, page.text, one.span)
    return Finding(identity, one.kind, one.treaty, one.claim, passage, one.verdict, one.fact, one.grounds, one.rests_on)
