"""Pledges: who promised what under which condition, and what came of it."""

from treatywatch.findings.pledges.following import follow
from treatywatch.findings.pledges.gathering import find_pledges
from treatywatch.findings.pledges.lexicon import PledgeLexicon, load_pledge_words
from treatywatch.findings.pledges.nouns import Clause, Move, Pledge, PledgeState

__all__ = [
    "Clause",
    "Move",
    "Pledge",
    "PledgeLexicon",
    "PledgeState",
    "find_pledges",
    "follow",
    "load_pledge_words",
]
