"""Findings: reported claims beside the rules, as `check` gives them."""

from __future__ import annotations

from typing import Any

from treatywatch.model.finding import Finding
from treatywatch.shapes.grounds import evidence, grounds


def finding(one: Finding, path: str) -> dict[str, Any]:
    """One claim with its verdict; `path` is the file that it stands in."""
    return {
        "id": one.id,
        "claim": one.claim,
        "evidence": evidence(one.evidence),
        "verdict": one.verdict.value,
        "fact": one.fact,
        "grounds": grounds(one.grounds),
        "kind": one.kind,
        "treaty": one.treaty,
        "path": path,
    }
