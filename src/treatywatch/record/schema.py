"""The tables of a record, and what makes a file one. Every table is append-only: triggers refuse UPDATE and DELETE."""

APPLICATION_ID = 0x54575243
"""Marks the file as a record of this program (SQLite, PRAGMA application_id)."""
SCHEMA = 1
"""The version of the tables; `PRAGMA user_version` of a record."""

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
    commands = [f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {SCHEMA}"]
    for name, columns in (TABLES | dict.fromkeys(FOUND, _READ)).items():
        commands.append(f"CREATE TABLE {name} ({columns.strip()}) STRICT")
        commands.extend(
            f"CREATE TRIGGER {name}_no_{action.lower()} BEFORE {action} ON {name} "
            f"BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
            for action in ("UPDATE", "DELETE")
        )
    return tuple(commands)
