"""Faults in data files, and questions that could not be answered."""

from __future__ import annotations

from typing import Any

from treatywatch.errors import AmbiguousName, Fault, ShelfError, TreatywatchError, UsageError


def fault(found: Fault) -> dict[str, Any]:
    """One line of `lint`."""
    return {
        "file": found.file,
        "line": found.line,
        "field": found.field,
        "found": found.found,
        "expected": found.expected,
        "rule": found.rule,
        "severity": found.severity,
    }


def failure(error: TreatywatchError) -> dict[str, Any]:
    """`{"error": {…}}`: the kind of error, its message, the exit code, and the choices where a name fits several ids."""
    told: dict[str, Any] = {
        "kind": type(error).__name__,
        "message": str(error),
        "exit_code": 2 if isinstance(error, UsageError) else 1,
    }
    if isinstance(error, AmbiguousName):
        told["choices"] = list(error.choices)
    if isinstance(error, ShelfError):
        told["faults"] = [fault(found) for found in error.faults]
    return {"error": told}
