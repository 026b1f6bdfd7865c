"""Claims about standing: who is a party, bound, a signatory, or none of these; who never signed or ratified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from treatywatch.findings.claims.lexicon import WHOLE
from treatywatch.findings.claims.library import Law, loosely
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.findings.claims.subjects import end_of, is_negated, object_of, subjects, turn_of
from treatywatch.model.annotation import Mention
from treatywatch.model.finding import Verdict
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Standing
from treatywatch.model.vocabulary import EventKind, StandingKind
from treatywatch.regime import row_of

K = StandingKind

BOUND = (K.PARTY, K.WITHDRAWING, K.PARTICIPANT, K.PROVISIONAL)
SIGNED = (*BOUND, K.SIGNATORY, K.CONTRACTING)

_PAST = re.compile(r"\b(?:was|were|became|become|been|had)\b")

_UNTIL = re.compile(r",?\s(?:only\s|right\s)?(?:until\b|till\b|up to\b|from\b|since\b|between\s\d)")

_SLACK = timedelta(days=400)
"""How long after the day of a table of participants it is still taken to hold."""


def read(page: Page) -> Iterator[Judged]:
    """The claims about standing in all sentences."""
    for low, high in page.sentences:
        for name, sort in (("party", "party"), ("signatory", "signatory")):
            for match in _words(page, name).finditer(page.plain, low, high):
                yield from _standing_at(page, low, high, match, sort)
        for match in _words(page, "joins").finditer(page.plain, low, high):
            yield from _joining_at(page, low, high, match)


def _words(page: Page, name: str) -> re.Pattern[str]:
    words: tuple[str, ...] = getattr(page.lexicon.file.party, name)
    return page.lexicon.pattern(words, WHOLE)


# --- Judging ---------------------------------------------------------------------------------------------------------


def _standing_at(page: Page, low: int, high: int, match: re.Match[str], sort: str) -> Iterator[Judged]:
    told = subjects(page, low, match.start())
    law = object_of(page, low, high, match.end(), False) if told else None
    if told is None or law is None:
        return
    states, between = told
    denied = is_negated(page, states[0].start, match.start(), low)
    wanted = BOUND if sort == "party" else SIGNED
    span = states[0].start, end_of(page, high, match.end())
    past = bool(_PAST.search(between))
    bounded = _UNTIL.match(page.plain, span[1], high)
    if bounded or (past and page.days(low, high)) or turn_of(page, between, span[1], high):
        return  # what was so at another time, or became so, is not judged as of today
    gone = bool(re.search(r"no longer|ceased", between))
    verdicts = [_verdict(page, law, state, wanted, denied, gone, past) for state in states]
    yield from _together(page, law, span, states, verdicts, f"{'not ' if denied else ''}{sort}")


def standing(page: Page, law: Law, span: tuple[int, int], states: list[Mention], denied: bool) -> Iterator[Judged]:
    """The verdict on the claim that states are, or are not, parties on the day of the report."""
    verdicts = [_verdict(page, law, state, BOUND, denied, False, False) for state in states]
    yield from _together(page, law, span, states, verdicts, f"{'not ' if denied else ''}party")


def _verdict(
    page: Page, law: Law, mention: Mention, wanted: tuple[StandingKind, ...], denied: bool, gone: bool, past: bool
) -> tuple[Verdict | None, Standing | None]:
    actor, day = page.state_of(mention), page.told_on or _last(law)
    if actor is None or not _coverage_holds(law, actor, day):
        return None, None
    row = row_on(law, actor, day)
    if row.standing is K.CONTESTED:
        return Verdict.UNKNOWN, row
    is_so = row.standing in wanted or (past and row.standing is K.FORMER)
    if row.standing in (K.CONTRACTING, K.PROVISIONAL) and wanted == BOUND:
        return None, row
    if gone and row.standing is K.NONE:
        return None, row
    if page.told_on is None and (row.standing is K.FORMER or (is_so and denied)):
        return None, row
    if is_so != denied:
        return Verdict.CONSISTENT, row
    return (Verdict.CONTRADICTS if known(law, actor) else Verdict.UNKNOWN), row


def _last(law: Law) -> date:
    """The last day that the shelf speaks of: the table's, or that of the last act."""
    if law.treaty.coverage:
        return law.treaty.coverage.as_of.latest
    return max(one.day.latest for one in law.occasions)


def _coverage_holds(law: Law, actor: str, day: date) -> bool:
    """Whether the shelf can tell the actor's standing: its table is complete, or has a row of the actor that was read."""
    coverage = law.treaty.coverage
    told = law.knows(actor) or any(row.actor == actor and row.verified for row in law.treaty.participants)
    return told and (coverage is None or day <= coverage.as_of.latest + _SLACK)


def known(law: Law, actor: str) -> bool:
    """Whether the row of an actor was read in a source; a state without a row is surely none where the table is complete."""
    row = next((one for one in law.treaty.participants if one.actor == actor), None)
    return row is None or row.verified


def row_on(law: Law, actor: str, day: date) -> Standing:
    """The row of an actor on a day; of Russia also the Soviet Union's, where that stands in its place."""
    state = law.on(day)
    rows = [row for one in sorted(loosely([actor])) if (row := state.participant(one)) is not None]
    if not rows:
        return row_of(state, law.treaty, actor)
    return next((row for row in rows if row.actor == actor), rows[0])


def _together(
    page: Page,
    law: Law,
    span: tuple[int, int],
    states: list[Mention],
    verdicts: list[tuple[Verdict | None, Standing | None]],
    says: str,
) -> Iterator[Judged]:
    """One claim about several states: it contradicts where one of them surely is not as told, and fits only where all are."""
    told = [(verdict, row, state) for (verdict, row), state in zip(verdicts, states, strict=True) if verdict and row]
    if not told or len(told) < len(states):
        return
    order = (Verdict.CONTRADICTS, Verdict.UNKNOWN, Verdict.CONSISTENT)
    verdict, row, _ = min(told, key=lambda one: order.index(one[0]))
    facts = (
        [in_words(page, law, one) for _, one, _ in told]
        if verdict is Verdict.CONSISTENT
        else [in_words(page, law, row)]
    )
    rows = [one for _, one, _ in told] if verdict is Verdict.CONSISTENT else [row]
    claim = f"{law.treaty.short}: {page.library.names(dict.fromkeys(one.actor for _, one, _ in told))}: {says}"
    grounds = tuple(dict.fromkeys(ground for one in rows for ground in one.grounds))
    yield page.judged(span, "standing", law, claim, verdict, " ".join(facts), grounds, [one.id for one in rows])


def in_words(page: Page, law: Law, row: Standing) -> str:
    """A standing as a sentence."""
    name, on = page.library.name(row.actor), row.id.rsplit(":", 1)[-1]
    since = f", since {row.since.isoformat()}" if row.since else ""
    words = {K.NONE: "is no participant", K.FORMER: "is no longer a party"}.get(
        row.standing, f"is {row.standing.value}"
    )
    return f"{law.treaty.short}: {name} {words} on {on}{since}."


def standing_in_words(page: Page, law: Law, actor: str, day: date) -> tuple[str, tuple[Ground, ...], tuple[str, ...]]:
    """An actor's standing on a day: the sentence, its grounds, and the id that `why` explains."""
    row = row_on(law, actor, day)
    return in_words(page, law, row), row.grounds, (row.id,)


# --- Signed, ratified, joined, or not --------------------------------------------------------------------------------


def _joining_at(page: Page, low: int, high: int, match: re.Match[str]) -> Iterator[Judged]:
    """`has signed but not ratified`, `never joined`, `has ratified`: as of the report's day. Dated ones are read as acts."""
    told = subjects(page, low, match.start())
    law = object_of(page, low, high, match.end(), True) if told else None
    if told is None or law is None:
        return
    states, _ = told
    denied = is_negated(page, states[0].start, match.start(), low)
    if page.days(match.start(), min(high, match.end() + 80)) and not denied:
        return
    yield from joining(page, law, (states[0].start, end_of(page, high, match.end())), states, denied, match.group())


def joining(
    page: Page, law: Law, span: tuple[int, int], states: list[Mention], denied: bool, sort: str
) -> Iterator[Judged]:
    """The verdict on the claim that states have, or have not, done what makes them signatories or parties; `sort` is its verb."""
    wanted = SIGNED if sort.startswith("sign") else BOUND
    verdicts = [_joined(page, law, state, wanted, denied, sort) for state in states]
    yield from _together(page, law, span, states, verdicts, f"{'not ' if denied else ''}{sort}")


def _joined(
    page: Page, law: Law, mention: Mention, wanted: tuple[StandingKind, ...], denied: bool, sort: str
) -> tuple[Verdict | None, Standing | None]:
    actor, day = page.state_of(mention), page.told_on or _last(law)
    if actor is None or not _coverage_holds(law, actor, day):
        return None, None
    row = row_on(law, actor, day)
    done = row.standing in (*wanted, K.FORMER, K.CONTESTED, K.CONTRACTING) or _revoked(law, actor, sort)
    if sort.startswith("sign") and not denied and not law.when((EventKind.SIGN,), (actor,)) and done:
        return None, row
    if page.told_on is None and done and denied:
        return None, row
    if done != denied:
        return Verdict.CONSISTENT, row
    return (Verdict.CONTRADICTS if known(law, actor) else Verdict.UNKNOWN), row


def _revoked(law: Law, actor: str, sort: str) -> bool:
    """Whether a consent once given has been revoked, so that "ratified" is still true of the past."""
    return not sort.startswith("sign") and any(
        actor in one.actors for one in law.when((EventKind.REVOKE_RATIFICATION,))
    )
