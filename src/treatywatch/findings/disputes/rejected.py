"""Charges that are told only where they are rejected: `China rejected a U.S. report accusing it of tests`.

Who is named as the author of the charge accuses; who rejects it is accused, and has answered.
"""

from __future__ import annotations

import re

from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.disputes.wrongs import Wrongs
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import said_by
from treatywatch.model.entry import StatementEntry
from treatywatch.model.vocabulary import Stance

_WHOSE = re.compile(r"(?:['’]s?)?(?:\s[\w-]+){0,2}\s+$")
"""What stands between an author and the charge that is his: `U.S. intelligence reports`, `Washington's latest claim`."""
_BY = re.compile(r"\s(?:\w+\s)?(?:by|from|of)\s(?:the\s)?$")
"""What stands between a charge and its author: `the accusations levelled by Washington`."""


class Rejected:
    """Reads rejected charges with one lexicon."""

    def __init__(self, words: DisputeLexicon, sides: Sides) -> None:
        self.words, self.sides, self.wrongs = words, sides, Wrongs(words)

    def accuser(self, entry: StatementEntry, by: str) -> str | None:
        """Whose charge the side `by` rejects; None where the statement rejects none that tells a wrong."""
        statement, content = entry.statement, entry.content
        if statement.stance not in (Stance.DENY, Stance.REJECT) or statement.negated:
            return None
        charge = self.words.words("charges").search(content)
        if charge is None or not self._tells_wrong(entry, content[charge.end() :]):
            return None
        for mention, side in self.sides.mentions(content, said_by(entry)):
            before = content[mention.end : charge.start()] if mention.end <= charge.start() else None
            after = content[charge.end() : mention.start] if mention.start >= charge.end() else ""
            if side != by and ((before is not None and _WHOSE.fullmatch(before)) or _BY.fullmatch(after)):
                return side
        return None

    def _tells_wrong(self, entry: StatementEntry, told: str) -> bool:
        """Whether what the charge is about is a breach, a deed that a treaty forbids, or a weapon."""
        deeds = (self.wrongs.deed(told, treaty, loosely=True) for treaty in self.words.matters)
        return bool(self.wrongs.breach(told, loosely=True) or entry.statement.systems or any(deeds))
