"""A reported claim beside the rule: what a text says of the law, what the shelf's rule or act says, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from treatywatch.model.passage import Ground, Passage


class Verdict(StrEnum):
    """`contradicts` only where the claim is surely read and the fact surely known; `unknown` where either is open or disputed."""

    CONSISTENT = "consistent"
    CONTRADICTS = "contradicts"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim and its verdict. `fact`: one sentence of what the rule or the act says; `rests_on`: ids that `why` explains.

    `kind` is the kind of claim (`act`, `standing`, `range`, …), `treaty` the treaty that it speaks of.
    """

    id: str
    kind: str
    treaty: str
    claim: str
    evidence: Passage
    verdict: Verdict
    fact: str
    grounds: tuple[Ground, ...]
    rests_on: tuple[str, ...] = ()
