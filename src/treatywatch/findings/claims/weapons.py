"""The treaty under which a sentence tells of weapons, by its name or by the class that it speaks of, and what was destroyed under it."""

from __future__ import annotations

import re
from datetime import date

from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Page
from treatywatch.model.clause import Definition
from treatywatch.model.vocabulary import EventKind


def law_of(page: Page, low: int, high: int) -> Law | None:
    """The treaty whose classes of weapons the sentence speaks of: named, or told by the class."""
    named = [one for one in page.treaties(low, high) if len(one.ids) == 1]
    laws = {one.ids[0] for one in named}
    if laws:
        found = [law for one in laws if (law := page.library.law(one)) and law.destruction]
        return found[0] if len(found) == 1 else None
    return next(
        (law for one in _told_in(page) if (law := page.library.law(one)) and _class_in(page, law, low, high)), None
    )


def _told_in(page: Page) -> tuple[str, ...]:
    """The treaties that the text names."""
    return tuple(dict.fromkeys(one.id for one in page.prose.mentions if one.kind == "treaty"))


def _class_in(page: Page, law: Law, low: int, high: int) -> bool:
    """Whether the sentence names a class that the treaty defines by its range ("intermediate-range missiles")."""
    if law.destruction is None:
        return False
    terms = [one.term for one in law.treaty.clauses if isinstance(one, Definition) and one.range]
    text = page.plain[low:high].replace("-", " ")
    return any(re.search(rf"{term.split('-')[0].split()[0]}\s(?:range|and)\b", text) for term in terms) or any(
        one.id in {row.system for row in law.destruction.types}
        for one in page.prose.cast.scene.within(low, high, "system")
    )


def last_destroyed(law: Law, whose: frozenset[str] | None) -> date | None:
    """The day of the last destruction, as the shelf's acts have it."""
    done = [one.day.latest for one in law.when((EventKind.DESTROY,)) if whose is None or set(one.actors) & whose]
    return max(done, default=None)
