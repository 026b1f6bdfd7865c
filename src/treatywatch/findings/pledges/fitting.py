"""Whether a deed is the one that a clause speaks of: wholly, perhaps, or not.

*Perhaps* is kept apart because nobody here decides whether launchers on an island in Asia stand in "the corresponding region".
"""

from __future__ import annotations

from enum import IntEnum

from treatywatch.findings.pledges.deeds import Deed
from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.pledges.nouns import Clause, Pledge
from treatywatch.findings.sides import Sides

_LAST = 2
"""Words of an object that must be told again for it to be the same; by eye."""


class Fit(IntEnum):
    """How a deed fits a clause."""

    NO = 0
    PERHAPS = 1
    WHOLLY = 2


class Fitter:
    """Compares deeds with the clauses of pledges."""

    def __init__(self, words: PledgeLexicon, sides: Sides) -> None:
        self.words, self.sides = words, sides

    def fit(self, clause: Clause, deed: Deed, pledge: Pledge) -> Fit:
        """How the deed's thing and place fit the clause's; the lesser of the two counts."""
        return min(self._thing(clause, deed, pledge), self._place(clause, deed, pledge))

    def _thing(self, clause: Clause, deed: Deed, pledge: Pledge) -> Fit:
        told = set(deed.systems)
        if told and clause.systems:
            return Fit.WHOLLY if told & set(clause.systems) else Fit.NO
        kinds = " ".join(self.sides.kind_of(system) for system in sorted(told))
        classes = self.words.classes_in(f"{deed.text} {kinds}")
        if clause.classes and classes:
            return Fit.WHOLLY if clause.classes & classes else Fit.NO
        if self._of_one_matter(deed, pledge) or _names_object(clause, deed):
            return Fit.WHOLLY
        return Fit.PERHAPS if not clause.classes and not clause.systems else Fit.NO

    def _of_one_matter(self, deed: Deed, pledge: Pledge) -> bool:
        reports = {report for entry in pledge.statements for report in entry.reports}
        return bool(deed.treaties & set(pledge.treaties)) or bool(set(deed.reports) & reports)

    def _place(self, clause: Clause, deed: Deed, pledge: Pledge) -> Fit:
        wanted = pledge.parsed.place if clause.there else clause.place
        if wanted is None:
            return Fit.PERHAPS if clause.there and deed.place else Fit.WHOLLY
        if wanted.casefold() in f"{deed.place or ''} {deed.text}".casefold():
            return Fit.WHOLLY
        if deed.place is None and not clause.there:
            return Fit.WHOLLY
        return Fit.PERHAPS if clause.there or self.words.words("broad").fullmatch(wanted) else Fit.NO


def _names_object(clause: Clause, deed: Deed) -> bool:
    """Whether a deed is told with the very words for what the clause's act is done to ("the additional protocol")."""
    words = clause.object.casefold().split()[-_LAST:]
    return len(words) == _LAST and " ".join(words) in " ".join(deed.text.casefold().split())
