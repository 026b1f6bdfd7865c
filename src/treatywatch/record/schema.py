"""The tables of a record, and what makes a file one. Every table is append-only: triggers refuse UPDATE and DELETE."""

APPLICATION_ID = 0x54575243
"""Marks the file as a record of this program (SQLite, PRAGMA application_id)."""
SCHEMA = 3
"""The version of the tables; `PRAGMA user_version` of a record. 2 added judgements and the full-text index, 3 doubts of a report's day."""

TABLES = {
    "reports": """
        id TEXT NOT NULL PRIMARY KEY,
        text TEXT NOT NULL,
        title TEXT,
        outlet TEXT,
        url TEXT,
        credit TEXT,
        language TEXT,
        path TEXT NOT NULL,
        entered_on TEXT NOT NULL
    """,
    "published": """
        number INTEGER PRIMARY KEY,
        report TEXT NOT NULL REFERENCES reports (id),
        day TEXT NOT NULL,
        how TEXT NOT NULL,
        entered_on TEXT NOT NULL
    """,
    "refusals": """
        number INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        reason TEXT NOT NULL,
        entered_on TEXT NOT NULL,
        UNIQUE (path, reason)
    """,
    "readings": """
        number INTEGER PRIMARY KEY,
        report TEXT NOT NULL REFERENCES reports (id),
        reader TEXT NOT NULL,
        published TEXT NOT NULL,
        refused TEXT,
        degraded INTEGER NOT NULL,
        entered_on TEXT NOT NULL,
        UNIQUE (report, reader, published)
    """,
}
"""The tables of schema 1, beside those of what a reading found."""

_JUDGING = {
    "judgements": """
        number INTEGER PRIMARY KEY,
        verb TEXT NOT NULL,
        by TEXT NOT NULL,
        because TEXT,
        fields TEXT NOT NULL,
        undoes INTEGER REFERENCES judgements (number),
        entered_on TEXT NOT NULL
    """,
    "anchors": """
        judgement INTEGER NOT NULL REFERENCES judgements (number),
        place INTEGER NOT NULL,
        side INTEGER NOT NULL,
        noun TEXT NOT NULL,
        report TEXT NOT NULL REFERENCES reports (id),
        first INTEGER NOT NULL,
        after INTEGER NOT NULL,
        exact TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (judgement, place)
    """,
    "searchable": """
        number INTEGER PRIMARY KEY,
        noun TEXT NOT NULL,
        id TEXT NOT NULL,
        report TEXT NOT NULL REFERENCES reports (id),
        reading INTEGER REFERENCES readings (number),
        title TEXT NOT NULL,
        first INTEGER NOT NULL,
        after INTEGER NOT NULL
    """,
}
"""`searchable` says what the full-text index holds: a report whole, a statement's sentences."""

_DOUBTING = {
    "doubts": """
        number INTEGER PRIMARY KEY,
        report TEXT NOT NULL REFERENCES reports (id),
        day TEXT NOT NULL,
        reader TEXT NOT NULL,
        body TEXT NOT NULL,
        entered_on TEXT NOT NULL
    """,
}
"""Why the day that a report was judged to be of is doubted; an empty body: no more. `day` as in `published`."""

ADDED = {2: _JUDGING, 3: _DOUBTING}
"""The tables that each later schema added."""

INDEXES = ("CREATE INDEX published_report ON published (report)",)
"""Without it, each report that is entered looks through the days of all others."""

SEARCH = (
    "CREATE INDEX searchable_report ON searchable (report)",
    "CREATE VIEW search_words AS SELECT s.number AS number, s.title AS title, substr(r.text, s.first + 1, s.after - s.first) AS words "
    "FROM searchable AS s JOIN reports AS r ON r.id = s.report",
    "CREATE VIRTUAL TABLE search_index USING fts5 "
    "(title, words, content = 'search_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2')",
)
"""The full-text index (SQLite FTS5, external content): it keeps no second copy of a text, and folds case and diacritics."""
_READ = """
        reading INTEGER NOT NULL REFERENCES readings (number),
        place INTEGER NOT NULL,
        first INTEGER NOT NULL,
        after INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (reading, place)
"""
"""What a reading found: `first` and `after` are offsets `[first, after)` in the report's text, `body` the noun as JSON."""

FOUND = ("statements", "assertions", "days", "mentions")


def script() -> tuple[str, ...]:
    """The commands that make an empty file a record."""
    made = (
        command for name, columns in (TABLES | dict.fromkeys(FOUND, _READ)).items() for command in _table(name, columns)
    )
    return (f"PRAGMA application_id = {APPLICATION_ID}", *made, *upgrade(1))


_EXTRAS = {2: (*INDEXES, *SEARCH), 3: ("CREATE INDEX doubts_report ON doubts (report)",)}
"""What each later schema added besides tables."""


def upgrade(version: int) -> tuple[str, ...]:
    """The commands that make a record of schema `version` one of the present schema, but for filling the full-text index."""
    steps = range(version + 1, SCHEMA + 1)
    made = (
        command
        for step in steps
        for command in (
            *(part for name, columns in ADDED[step].items() for part in _table(name, columns)),
            *_EXTRAS[step],
        )
    )
    return (*made, f"PRAGMA user_version = {SCHEMA}")


def _table(name: str, columns: str) -> tuple[str, ...]:
    refusals = (
        f"CREATE TRIGGER {name}_no_{action.lower()} BEFORE {action} ON {name} "
        f"BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
        for action in ("UPDATE", "DELETE")
    )
    return (f"CREATE TABLE {name} ({columns.strip()}) STRICT", *refusals)
