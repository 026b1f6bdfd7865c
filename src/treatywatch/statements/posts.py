"""Posts set into a page, signed by their writer: "… — Donald J. Trump (@realDonaldTrump) July 16, 2018"."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft

_SIGNED = re.compile(r"(?P<dash>[-–—]{1,2})\s*(?P<name>[^\n()@—–]{2,60}?)\s*\(@\w+\)")
"""The line under a post: a dash, the writer's name and his account."""

_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S*|\s*…)+\s*$")
"""The addresses that close a post."""

_PRONOUNS = frozenset(["i", "we", "my", "our", "he", "she", "it", "they"])
"""Who speaks of himself so is told by the signature; who is meant by the others, a post of two lines seldom tells."""

_FEWEST = 2
"""Words of a post at least."""


def posts(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of signed posts added. What stands in a post is said within it, and what "I" says there is said by the post."""
    added = [post for i in range(len(prose.paragraphs)) if (post := _post(prose, i)) is not None]
    if not added:
        return drafts
    kept = []
    for draft in drafts:
        holder = next((post for post in added if _inside(draft, post)), None)
        if holder is not None and (draft.cue is None or _by_pronoun(prose, draft)):
            continue
        if holder is not None and draft.parent is None:
            draft.parent = holder
        kept.append(draft)
    return sorted([*added, *kept], key=lambda draft: (draft.clause.start, draft.clause.end))


def _post(prose: Prose, paragraph: int) -> Draft | None:
    start, end = prose.paragraphs[paragraph]
    match = _SIGNED.search(prose.text, start, end)
    if match is None:
        return None
    if not prose.text[start : match.start()].strip():
        if paragraph == 0:
            return None
        start, end = prose.paragraphs[paragraph - 1]
    else:
        end = match.start()
    if _SIGNED.search(prose.text, start, end):
        return None  # the post itself is missing: only its signature stands there
    words = prose.text[start:end]
    links = _LINKS.search(words)
    content = Span(start, start + len(words[: links.start() if links else None].rstrip()))
    index = prose.sentence_at(match.start("name"))
    if index is None or len(content.of(prose.text).split()) < _FEWEST:
        return None
    name, cue = Span(*match.span("name")), Span(*match.span("dash"))
    return Draft(index, None, cue, None, [name], Span(cue.start, match.end()), content=[content])


def _inside(draft: Draft, post: Draft) -> bool:
    return post.holds(draft.cue or draft.clause)


def _by_pronoun(prose: Prose, draft: Draft) -> bool:
    return all(one.of(prose.text).lower() in _PRONOUNS for one in draft.speakers)
