"""Disputes: who accuses whom of what, who answers what, and what the law would say under each account."""

from treatywatch.findings.disputes.gathering import Dispute, find_disputes
from treatywatch.findings.disputes.lexicon import DisputeLexicon, load_dispute_words
from treatywatch.findings.disputes.readings import LawReading, readings_of

__all__ = [
    "Dispute",
    "DisputeLexicon",
    "LawReading",
    "find_disputes",
    "load_dispute_words",
    "readings_of",
]
