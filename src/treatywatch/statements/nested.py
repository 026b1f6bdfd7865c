"""What is told within what somebody else says: it counts where another one, who is known, is told to have said it."""

from __future__ import annotations

from treatywatch.language.prose import Prose
from treatywatch.model.statement import Speaker
from treatywatch.statements.drafts import Draft

_BELIEFS = frozenset(
    ["believe", "think", "feel", "see", "view", "doubt", "recognise", "recognize", "anticipate", "conclude"]
)
"""Cues by which a speaker tells his own side's mind ("the ministry said Russia believes …")."""


_PRONOUNS = frozenset(["he", "she", "it", "they"])

_ASIDES = frozenset(["relcl", "advcl"])
"""Clauses that the reporter may have put into what somebody says ("the inquiry, which he has called a hoax")."""


def told_apart(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """Without those within another's words that nobody known is told for, or the speaker himself ("said it was rejecting the draft").

    On 92 news texts labelled by hand three of four such statements were false alarms, against one of eight that stand alone.
    """
    kept = [draft for draft in drafts if draft.parent is None or _another_speaks(prose, draft, draft.parent)]
    for draft in kept:
        while draft.parent is not None and draft.parent not in kept:
            draft.parent = draft.parent.parent
    return kept


def _another_speaks(prose: Prose, draft: Draft, holder: Draft) -> bool:
    mine, theirs = _speakers(prose, draft), _speakers(prose, holder)
    if not any(_known(one) for one in mine):
        return False
    opens = bool(holder.content) and draft.clause.start == holder.content[0].start
    if draft.anchor is not None and draft.anchor.dep_ in _ASIDES and not opens:
        return True
    named = {one.actor or one.name for one in mine} & {one.actor or one.name for one in theirs}
    own_side = {one.on_behalf_of for one in mine if one.on_behalf_of} & {one.on_behalf_of for one in theirs}
    told = draft.frame is not None and draft.frame.kind in ("clause", "object-clause", "quote")
    if not told and all(one.of(prose.text).lower() in _PRONOUNS for one in draft.speakers):
        return False  # "the spokesman said it regretted the vote"
    return not (named or own_side) or (told and not (named and draft.entry is not None and draft.entry.cue in _BELIEFS))


def _known(speaker: Speaker) -> bool:
    """Whether the speaker is told by name or as one of whom the reader knows ("the minister", not "some delegates")."""
    one = speaker.name.lower().startswith("the ") and not speaker.name.endswith("s")
    return bool(speaker.actor or speaker.on_behalf_of or speaker.name[:1].isupper() or one)


def _speakers(prose: Prose, draft: Draft) -> list[Speaker]:
    return [one for span in draft.speakers for one in prose.cast.speakers(span.start, span.end)]
