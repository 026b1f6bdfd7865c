"""Judgements in and out of the record's tables."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from treatywatch.model.judgement import Anchor, Judgement, Verb


def insert(connection: sqlite3.Connection, judgement: Judgement) -> int:
    """Enter a judgement with its anchors; its own number is not looked at, the new one is answered."""
    cursor = connection.execute(
        "INSERT INTO judgements (verb, by, because, fields, undoes, entered_on) VALUES (?, ?, ?, ?, ?, ?)",
        (
            *(judgement.verb.value, judgement.by, judgement.because),
            *(json.dumps(dict(judgement.fields), ensure_ascii=False), judgement.undoes, judgement.on.isoformat()),
        ),
    )
    number = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, place, one.side, one.noun, one.report, one.start, one.end, one.exact, one.kind, one.body)
            for place, one in enumerate(judgement.anchors)
        ],
    )
    return number


def select(connection: sqlite3.Connection) -> tuple[Judgement, ...]:
    """All judgements in the order of entry, those that were undone among them."""
    rows = connection.execute(
        "SELECT number, verb, by, entered_on, because, fields, undoes FROM judgements ORDER BY number"
    ).fetchall()
    if not rows:
        return ()
    anchors: dict[int, list[Anchor]] = {}
    for number, *told in connection.execute(
        "SELECT judgement, noun, report, first, after, exact, kind, body, side FROM anchors ORDER BY judgement, place"
    ):
        anchors.setdefault(number, []).append(Anchor(*told))
    return tuple(
        Judgement(
            *(number, Verb(verb), by, date.fromisoformat(on), because),
            anchors=tuple(anchors.get(number, ())),
            fields=tuple(json.loads(fields).items()),
            undoes=undoes,
        )
        for number, verb, by, on, because, fields, undoes in rows
    )
