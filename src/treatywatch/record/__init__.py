"""The record: one SQLite file, appended to and never altered. Nothing derived (stories, standings) is stored in it."""

from treatywatch.record.migrating import migrate
from treatywatch.record.record import Known, Record
from treatywatch.record.searching import Hit

__all__ = ["Hit", "Known", "Record", "migrate"]
