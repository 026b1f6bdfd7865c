"""Attributions that point back: "This was announced by the minister" after the sentence that says what."""

from __future__ import annotations

from treatywatch.language.prose import Prose
from treatywatch.model.passage import Span
from treatywatch.statements.clauses import children
from treatywatch.statements.drafts import Draft
from treatywatch.statements.parsed import trim

_POINTING = frozenset(["this", "that", "it"])
_TELLING = frozenset(
    ["announce", "say", "state", "report", "confirm", "declare", "disclose", "reveal", "tell", "note", "reiterate"]
)


def point_back(prose: Prose, draft: Draft) -> None:
    """Give an attribution in the passive whose subject only points ("this", "it") the sentence before it, of the same paragraph."""
    if draft.content or not draft.passive or draft.anchor is None or draft.entry is None or draft.sentence == 0:
        return
    told = children(draft.anchor, "nsubjpass")
    if draft.negated or draft.entry.cue not in _TELLING:
        return
    if not told or told[0].lower_ not in _POINTING or told[0].dep_ == "relcl" or not draft.entry.frame("clause"):
        return
    before, here = prose.sentences[draft.sentence - 1], prose.sentences[draft.sentence]
    if "\n" in prose.text[before.end : here.start] or told[0].idx > _OPENING:
        return
    content = trim(prose.text, before.start, before.end)
    if content is not None:
        draft.content = [Span(content.start, content.end)]
        draft.frame = draft.entry.frame("clause")


_OPENING = 12
"""Characters before the pointing word at most ("Earlier, this was …")."""
