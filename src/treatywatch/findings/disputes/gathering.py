"""From accusations to disputes: a row for each accuser and accused about one matter, with the answers and the last word."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from treatywatch.findings.disputes.answering import Answering, Claim
from treatywatch.findings.disputes.charges import Charge, Charges
from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.gathering import Findings
from treatywatch.findings.lines import count_lines
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import place_in_text, said_by, tellings
from treatywatch.model.entry import StatementEntry


@dataclass(frozen=True, slots=True)
class Dispute:
    """One side accuses another about one matter: a system, or a treaty where no system is told.

    `lines` and `answer_lines` count the independent lines behind the claim and the answers, None where lineage is unknown.
    `counter` names the rows in which the accused accuses the accuser under the same treaty or about the same system.
    """

    id: str
    treaty: str | None
    by: str
    against: str
    systems: tuple[str, ...]
    articles: tuple[str, ...]
    claim: tuple[StatementEntry, ...]
    answers: tuple[StatementEntry, ...]
    last_word: StatementEntry | None
    lines: int | None
    answer_lines: int | None
    counter: tuple[str, ...] = ()


def find_disputes(found: Findings, words: DisputeLexicon, sides: Sides, on: date | None = None) -> tuple[Dispute, ...]:
    """The disputes that the record tells by the day `on`, in the order in which they were opened."""
    told = [entry for entry in found.statements if on is None or (said_by(entry) or date.min) <= on]
    charges = Charges(found, words, sides)
    answering = Answering(words, sides, charges.main, told)
    texts = [one for one in tellings(found) if on is None or not one.published or (one.published.latest or on) <= on]
    rows = [_dispute(group, answering) for group in _matters(charges.of(told, texts))]
    return tuple(_countered(row, rows) for row in rows)


def _matters(charges: Iterable[Charge]) -> list[list[Charge]]:
    """The charges by accuser, accused and matter; one that names no system joins what is told under its treaty."""
    ordered = sorted(charges, key=lambda charge: not charge.systems)
    groups: list[list[Charge]] = []
    for charge in ordered:
        homes = [group for group in groups if _one_matter(group, charge)]
        if homes:
            max(homes, key=lambda group: (_nearness(group, charge), len(group))).append(charge)
        else:
            groups.append([charge])
    return sorted(groups, key=lambda group: min(_order(charge.entry) for charge in group))


def _one_matter(group: Sequence[Charge], charge: Charge) -> bool:
    first = group[0]
    if (first.by, first.against) != (charge.by, charge.against):
        return False
    systems = {system for one in group for system in one.systems}
    if systems and charge.systems:
        return bool(systems & set(charge.systems))
    treaties = {one.treaty for one in group if one.treaty}
    return charge.treaty in treaties if charge.treaty and treaties else _nearness(group, charge) > 0


def _nearness(group: Sequence[Charge], charge: Charge) -> int:
    """How many reports a charge shares with a matter."""
    return len(set(charge.entry.reports) & {report for one in group for report in one.entry.reports})


def _dispute(group: Sequence[Charge], answering: Answering) -> Dispute:
    first = group[0]
    claim = _in_order(charge.entry for charge in group)
    systems = tuple(dict.fromkeys(system for charge in group for system in charge.systems))
    treaties = tuple(dict.fromkeys(charge.treaty for charge in group if charge.treaty))
    asked = Claim(first.by, first.against, claim, frozenset(systems), frozenset(treaties), answering.words)
    answers = _in_order((*answering.to(asked), *(charge.entry for charge in group if charge.rejected)))
    systems = systems or _answered_about(answers, first.against, answering.sides, asked.opened)
    digest = hashlib.sha256(
        f"{first.by} {first.against} {'+'.join(sorted(systems)) or first.treaty}".encode()
    ).hexdigest()
    words = sorted((*claim, *answers), key=_order)
    return Dispute(
        id=f"dispute:{digest[:16]}",
        treaty=_most(treaties, group),
        by=first.by,
        against=first.against,
        systems=systems,
        articles=tuple(dict.fromkeys(one for entry in claim for one in entry.statement.articles)),
        claim=claim,
        answers=answers,
        last_word=words[-1] if words else None,
        lines=_lines(claim),
        answer_lines=_lines(answers) if answers else 0,
    )


def _answered_about(answers: Iterable[StatementEntry], accused: str, sides: Sides, day: date | None) -> tuple[str, ...]:
    """The accused's own systems that its answers name, where the charge only described one ("a huge radar near …")."""
    named = (system for entry in answers for system in entry.statement.systems)
    return tuple(dict.fromkeys(system for system in named if accused in sides.owners(system, day)))


def _most(treaties: Sequence[str], group: Sequence[Charge]) -> str | None:
    """The treaty that most of the charges name."""
    counted: Mapping[str, int] = {one: sum(charge.treaty == one for charge in group) for one in treaties}
    return max(treaties, key=lambda one: counted[one]) if treaties else None


def _lines(entries: Iterable[StatementEntry]) -> int | None:
    return count_lines(member.told for entry in entries for member in entry.members)


def _in_order(entries: Iterable[StatementEntry]) -> tuple[StatementEntry, ...]:
    unique = {entry.id: entry for entry in entries}
    return tuple(sorted(unique.values(), key=_order))


def _order(entry: StatementEntry) -> tuple[date, tuple[str, int]]:
    return said_by(entry) or date.min, place_in_text(entry)


def _countered(row: Dispute, rows: Iterable[Dispute]) -> Dispute:
    others = (
        other.id
        for other in rows
        if (other.by, other.against) == (row.against, row.by)
        and (set(other.systems) & set(row.systems) or (other.treaty is not None and other.treaty == row.treaty))
    )
    return replace(row, counter=tuple(others))
