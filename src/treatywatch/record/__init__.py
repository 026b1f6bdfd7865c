"""The record: one SQLite file, appended to and never altered. Nothing derived (stories, standings) is stored in it."""

from treatywatch.record.record import Known, Record

__all__ = ["Known", "Record"]
