"""Full text over reports and statements: what is indexed, how a question is read, and what is found."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

_WORD = re.compile(r'"([^"]*)"?|(\S+)')
_SIGNS = re.compile(r"\w+", re.UNICODE)
OPEN, CLOSE = "\x02", "\x03"
"""What stands before and after a found word in a snippet; no kept text carries these signs."""
_SNIPPET_WORDS = 24
_TITLE_WEIGHT = 4.0
"""How much more a word counts in a title than in the text (bm25); a title says in ten words what a report of 500 is about."""

_LATEST = "(s.reading IS NULL OR s.reading = (SELECT max(number) FROM readings WHERE report = s.report))"
_FIND = f"""
    SELECT s.number, s.report, s.id, -bm25(search_index, {_TITLE_WEIGHT}, 1.0) AS score
    FROM search_index JOIN searchable AS s ON s.number = search_index.rowid
    WHERE search_index MATCH ? AND {_LATEST}
"""
_SHOW = f"""
    SELECT s.noun, s.first, s.after,
           snippet(search_index, -1, '{OPEN}', '{CLOSE}', '…', {_SNIPPET_WORDS})
    FROM search_index JOIN searchable AS s ON s.number = search_index.rowid
    WHERE search_index MATCH ? AND search_index.rowid = ?
"""
"""A snippet is cut only for what is shown: it costs a hundred times what finding does."""
_NAMED = """
    AND EXISTS (SELECT 1 FROM mentions AS m
                WHERE m.reading = (SELECT max(number) FROM readings WHERE report = s.report)
                  AND m.first >= s.first AND m.after <= s.after
                  AND json_extract(m.body, '$.kind') = ? AND json_extract(m.body, '$.id') = ?)
"""


Wanted: TypeAlias = Callable[[str, str], bool]
"""Whether a hit is wanted, by its report's id and its own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A report or a statement that was found, with the words around and a score (bm25; more is better)."""

    noun: str
    id: str
    report: str
    start: int
    end: int
    snippet: str
    score: float


def match_of(words: str) -> str:
    """The question in FTS5's own language: every word wanted, quoted words as a phrase, a final `*` for a beginning.

    Any other sign only divides words, so that no question can be an error. Empty where there is no word at all.
    """
    found = (_term(phrase or word) for phrase, word in _WORD.findall(words))
    return " AND ".join(term for term in found if term)


def _term(told: str) -> str:
    words = _SIGNS.findall(told)
    if not words:
        return ""
    return f'"{" ".join(words)}"' + ("*" if told.endswith("*") else "")


def find(
    connection: sqlite3.Connection, words: str, treaty: str | None, actor: str | None, wanted: Wanted
) -> Iterator[Hit]:
    """What the words find, best first; with `treaty` or `actor`, where the text found names it; of these, what is wanted."""
    match = match_of(words)
    if not match:
        return
    query, values = _FIND, [match]
    for kind, name in (("treaty", treaty), ("actor", actor)):
        if name is not None:
            query, values = query + _NAMED, [*values, kind, name]
    found = connection.execute(f"{query} ORDER BY score DESC, s.number", values).fetchall()
    for number, report, identity, score in found:
        if wanted(report, identity):
            noun, first, after, snippet = connection.execute(_SHOW, (match, number)).fetchone()
            yield Hit(noun, identity, report, first, after, snippet, score)


def index_report(connection: sqlite3.Connection, report: str) -> None:
    """Make the words of a report findable."""
    _index(connection, "'report', id, id, NULL, coalesce(title, ''), 0, length(text) FROM reports WHERE id = ?", report)


def index_statements(connection: sqlite3.Connection, reading: int) -> None:
    """Make the sentences of a reading's statements findable."""
    _index(
        connection,
        "'statement', json_extract(body, '$.id'), report, reading, '', first, after "
        "FROM statements JOIN readings ON number = reading WHERE reading = ? ORDER BY place",
        reading,
    )


def _index(connection: sqlite3.Connection, rows: str, of: str | int) -> None:
    before = connection.execute("SELECT coalesce(max(number), 0) FROM searchable").fetchone()[0]
    connection.execute(f"INSERT INTO searchable (noun, id, report, reading, title, first, after) SELECT {rows}", (of,))
    connection.execute(
        "INSERT INTO search_index (rowid, title, words) SELECT number, title, words FROM search_words WHERE number > ?",
        (before,),
    )
