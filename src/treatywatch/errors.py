"""The one error tree. Every message says *where: found X, expected Y; do Z*, in one lower-case sentence."""

from __future__ import annotations

from dataclasses import dataclass


class TreatywatchError(Exception):
    """The root of all errors that Treatywatch raises on purpose; the command line shows them without a traceback."""


class UsageError(TreatywatchError):
    """The question cannot be asked this way (exit code 2)."""


class AmbiguousName(UsageError):
    """A name fits several ids; the choices are listed."""

    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        self.name, self.choices = name, choices
        super().__init__(f"{name!r}: found {len(choices)} readings, expected one; say {' or '.join(choices)}")


class UnknownName(UsageError):
    """A name fits nothing on the shelf."""


class DayError(TreatywatchError, ValueError):
    """A day that cannot be: not a calendar day, or not in a form that we read."""


class AmbiguousDay(DayError):
    """Month arithmetic with no single answer (31 August + 6 months)."""


class RecordError(TreatywatchError):
    """The record is missing, of another schema, or cannot be written."""


class RefusedError(TreatywatchError):
    """One input cannot be read; `reason` is shown and counted, and the rest is read."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a data file: where it stands, what was found, what was expected."""

    file: str
    line: int
    field: str
    found: str
    expected: str
    rule: str
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: found {self.found}, expected {self.expected}"


class ShelfError(TreatywatchError):
    """A data file of the shelf is broken; carries every fault found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
