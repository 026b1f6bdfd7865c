"""Whether a treaty's name in a text means the treaty itself, or another instrument that is told by it.

"Amendments to the ABM Treaty", "the adapted CFE Treaty", "New START talks" and "the Threshold Test Ban Treaty" (where the shelf
knows "Test Ban Treaty") have other days and other parties than the treaty whose name stands in them.
"""

from __future__ import annotations

import re

from treatywatch.findings.claims.lexicon import ClaimLexicon

_LED = r"(?<![\w-])@\s(?:to|of|on|for|in|with|from)\s(?:the\s)?(?:\d{4}\s)?$"
_MARKED = r"(?<![\w-])@\s(?:\d{4}\s)?$"
_FOLLOWED = r"(?:(?:'s|')?\s|(?:'s|')\s(?:[a-z]+\s){1,2})@(?![\w-])"
_LONGER_NAME = re.compile(r"(?:^|\s)(?:[Tt]he|[Aa]n?)\s((?:[A-Z][a-z]+\s){1,3})$")
_BEFORE = 60
"""Characters before a name in which what it belongs to is sought."""


def means_another(text: str, plain: str, low: int, start: int, end: int, lexicon: ClaimLexicon) -> bool:
    """Whether the name at `[start, end)` of a sentence that begins at `low` is only part of what tells another instrument."""
    before = plain[max(low, start - _BEFORE) : start]
    if lexicon.pattern("other_instruments", _LED).search(before) or lexicon.pattern("other_marks", _MARKED).search(
        before
    ):
        return True
    return bool(lexicon.pattern("other_instruments", _FOLLOWED).match(plain, end))


def longer_name(text: str, low: int, start: int) -> tuple[int, int] | None:
    """The capitalised words right before a name after an article, which may make it another's: offsets, or None."""
    found = _LONGER_NAME.search(text, max(low, start - _BEFORE), start)
    return found.span(1) if found else None
