"""Which line of a plain text is its headline."""

from __future__ import annotations

import re

LONGEST_TITLE = 160
"""Characters; headlines of the Helsinki set are below 140."""
_END_OF_SENTENCE = re.compile(r"[.!:;,]$")
_DATELINE = re.compile(r"^[A-Z][A-Z .,/'-]{3,40}(?:\([^)]*\))?\s*(?:[:—–-]|--)\s")


def find_title(text: str) -> str | None:
    """The first line, where it reads like a headline and a longer text follows; it stays part of the text as well."""
    lines = text.strip("\n").split("\n")
    first = lines[0].strip()
    if not _like_headline(first):
        return None
    following = next((line.strip() for line in lines[1:] if line.strip()), "")
    if not following:
        return None
    stands_alone = len(lines) > 1 and not lines[1].strip()
    return first if stands_alone or len(following) > 1.5 * len(first) or len(following) < 60 else None


def _like_headline(line: str) -> bool:
    if not 8 <= len(line) <= LONGEST_TITLE or len(line.split()) < 2:
        return False
    return not _END_OF_SENTENCE.search(line) and not _DATELINE.match(line)
