"""Disputes: who accuses whom of what, the answers, and what the law would say under each account."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from treatywatch.findings.disputes import Dispute, LawReading
from treatywatch.shapes.grounds import grounds
from treatywatch.shapes.statements import told_statement


def dispute(row: Dispute, readings: Iterable[LawReading] = ()) -> dict[str, Any]:
    """One row of the matrix: claim and answers as statements in the order in which they were made."""
    return {
        "id": row.id,
        "treaty": row.treaty,
        "by": row.by,
        "against": row.against,
        "about": {"systems": list(row.systems), "articles": list(row.articles)},
        "claim": [told_statement(entry) for entry in row.claim],
        "answers": [told_statement(entry) for entry in row.answers],
        "last_word": told_statement(row.last_word) if row.last_word else None,
        "lines": row.lines,
        "answer_lines": row.answer_lines,
        "counter": list(row.counter),
        "readings": [reading(one) for one in readings],
    }


def reading(one: LawReading) -> dict[str, Any]:
    """One account and what follows from it; of a weapon `phase` is null, of the treaty as a whole `system`, `figure` and `fit` are."""
    return {
        "id": one.id,
        "holder": one.holder,
        "by": one.by,
        "says": one.says,
        "system": one.system,
        "figure": one.figure,
        "fit": one.fit,
        "classes": list(one.classes),
        "banned_by": list(one.banned_by),
        "phase": one.phase.value if one.phase else None,
        "grounds": grounds(one.grounds),
    }
