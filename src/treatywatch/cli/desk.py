"""The desk at which a question is answered: opens the shelf and the record when they are needed, and not before."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from treatywatch.errors import RecordError, UnknownName

if TYPE_CHECKING:
    from treatywatch.cli.options import Question
    from treatywatch.findings.gathering import Findings
    from treatywatch.model.dating import Doubt
    from treatywatch.model.entry import EventEntry
    from treatywatch.model.law import Act, Treaty
    from treatywatch.record import Record
    from treatywatch.shelf import Shelf

DEFAULT_RECORD = Path("treatywatch.db")


class Desk:
    """A question, and what is needed to answer it."""

    def __init__(self, question: Question) -> None:
        self.question = question

    @cached_property
    def now(self) -> datetime:
        """The moment of the answer; SOURCE_DATE_EPOCH fixes it, so that pages can be built twice to the same bytes."""
        fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
        return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)

    @property
    def today(self) -> date:
        """Today, in UTC."""
        return self.now.date()

    @property
    def on(self) -> date:
        """The day asked about; today where none is."""
        return self.question.on or self.today

    @cached_property
    def shelf(self) -> Shelf:
        """The shelf, with the user's own files laid over it."""
        from treatywatch.shelf import open_shelf

        return open_shelf(self.question.shelf)

    @property
    def record_path(self) -> Path:
        """Where the record is, or would be."""
        return self.question.record or DEFAULT_RECORD

    @cached_property
    def record_if_any(self) -> Record | None:
        """The record, or None where there is none; a reading command never makes one."""
        if not self.record_path.exists():
            if self.question.record:
                print(
                    f"treatywatch: {self.record_path}: no record here; answering from the shelf alone", file=sys.stderr
                )
            return None
        from treatywatch.record import Record

        return Record.open(self.record_path)

    @property
    def record(self) -> Record:
        """The record; a question that needs one and finds none fails."""
        if not self.record_path.exists():
            raise RecordError(
                f"{self.record_path}: found no record, expected one; make it with 'treatywatch read PATH…' or name it with --record"
            )
        found = self.record_if_any
        assert found is not None
        return found

    @cached_property
    def findings(self) -> Findings:
        """What the reports of the record tell together, from what was public by the day that --known names."""
        from treatywatch.findings.gathering import find

        return find(self.record, self.shelf, self.question.known)

    @cached_property
    def accepted(self) -> dict[str, tuple[Act, ...]]:
        """The reported acts that a person accepted, by treaty; none where there is no record."""
        if self.record_if_any is None:
            return {}
        from treatywatch.findings.gathering import find_accepted

        return find_accepted(self.record, self.question.known)

    @cached_property
    def doubts(self) -> dict[str, Doubt]:
        """Why days of reports are doubted, by the report, where nobody dispelled it; none where there is no record."""
        if self.record_if_any is None:
            return {}
        from treatywatch.findings.dispelling import standing_doubts

        return standing_doubts(self.record)

    def law(self, treaty: str) -> Treaty:
        """The treaty as the shelf has it, with the acts of the record that a person accepted among its own."""
        from treatywatch.rulebook import load_treaty

        law = load_treaty(self.shelf, treaty)
        if not self.accepted:
            return law
        from treatywatch.findings.gathering import with_accepted

        return with_accepted(law, self.accepted)

    def reported(self, law: Treaty) -> tuple[EventEntry, ...]:
        """The acts of a treaty that reports tell and nothing settles; none where there is no record."""
        if self.record_if_any is None:
            return ()
        from treatywatch.findings.gathering import find_reported

        return find_reported(self.record, self.shelf, law, self.on, self.question.known)

    def stamp(self) -> dict[str, Any]:
        """What every answer carries: when it was computed, and from which shelf and record."""
        from treatywatch.shapes.days import moment

        return {
            "as_of": moment(self.now),
            "shelf": self.shelf.version,
            "record": str(self.record_path) if self.record_path.exists() else None,
        }

    def treaty_id(self, name: str) -> str:
        """The id of a treaty from an id, an alias or a name."""
        return self.shelf.resolve("treaty", name, self.question.on)

    def actor_id(self, name: str, on: date | None = None) -> str:
        """The id of a state, an organisation, a person or an office, as it is meant on the day asked about."""
        day = on or self.on
        try:
            return self.shelf.resolve("actor", name, day)
        except UnknownName:
            try:
                return self.shelf.resolve("office", name, day)
            except UnknownName:
                pass
            raise

    @property
    def treaty(self) -> str | None:
        """The treaty asked about with --treaty, if any."""
        return self.treaty_id(self.question.treaty) if self.question.treaty else None

    @property
    def actor(self) -> str | None:
        """The actor asked about with --actor, if any."""
        return self.actor_id(self.question.actor) if self.question.actor else None
