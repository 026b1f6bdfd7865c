"""The regime: where a treaty stands on a day, what its rules make of an act, and why. Pure: values in, values out.

Each verb is imported when it is first asked for, so that `status` does not pay for `reckon` and `why` (a command starts in 0.3 s).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from treatywatch.regime.cases import judge
    from treatywatch.regime.deadlines import calendar
    from treatywatch.regime.evaluation import evaluate, row_of
    from treatywatch.regime.explanation import explain, treaty_of
    from treatywatch.regime.limits import classes_of
    from treatywatch.regime.reckoning import reckon
    from treatywatch.regime.revising import revisions
    from treatywatch.regime.transitions import TRANSITIONS

__all__ = [
    "TRANSITIONS",
    "calendar",
    "classes_of",
    "evaluate",
    "explain",
    "judge",
    "reckon",
    "revisions",
    "row_of",
    "treaty_of",
]

_HOMES = {
    "TRANSITIONS": "transitions",
    "calendar": "deadlines",
    "classes_of": "limits",
    "evaluate": "evaluation",
    "explain": "explanation",
    "judge": "cases",
    "reckon": "reckoning",
    "revisions": "revising",
    "row_of": "evaluation",
    "treaty_of": "explanation",
}


def __getattr__(name: str) -> Any:
    """The verb `name`, from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
