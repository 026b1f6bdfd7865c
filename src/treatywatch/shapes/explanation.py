"""Explanations: the tree of `why`."""

from __future__ import annotations

from typing import Any

from treatywatch.model.regime import Reason
from treatywatch.shapes.grounds import grounds


def explanation(reason: Reason) -> dict[str, Any]:
    """A tree of `{"id","says","grounds","because"}`."""
    return {
        "id": reason.id,
        "says": reason.says,
        "grounds": grounds(reason.grounds),
        "because": [explanation(each) for each in reason.because],
    }
