"""Speech told by a label: the turns of transcripts and interviews ("MODERATOR: …", "Q: …")."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft
from treatywatch.statements.headlines import NO_SPEAKER, headline

_TURN = re.compile(r"[\"“]?([A-Z][A-Z .'’-]{2,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}|[QA]):(?:\s+|$)")
"""The label of a turn, before its words or on a line of its own."""
_FIRST = frozenset(["we", "our", "my", "i"])
_OTHERS = frozenset([*_FIRST, "he", "she", "it", "they"])
"""Who speaks of himself in a turn is told by its label; who is meant by the others, the turn seldom tells."""
_VOICES = 2
"""Labels that take turns at least: one that only repeats itself is a list's ("Credit: …")."""
_TURNS_OF_A_TRANSCRIPT = 3
"""So many labelled turns make a transcript; fewer are datelines or lists."""


def labelled(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of labels added. What a turn holds belongs to its speaker, so drafts inside a turn stand within it."""
    turns = _turns(prose)
    added = turns or headline(prose, drafts)
    if not added:
        return drafts
    kept = [draft for draft in drafts if draft.cue is not None or not turns]
    left = []
    for draft in kept:
        holder = next((turn for turn in added if draft.cue and turn.holds(draft.cue)), None)
        if turns and all(one.of(prose.text).lower() in (_OTHERS if holder else _FIRST) for one in draft.speakers):
            continue
        if holder is not None and draft.parent is None:
            draft.parent = holder
        left.append(draft)
    return sorted([*added, *left], key=lambda draft: (draft.clause.start, draft.clause.end))


def _turns(prose: Prose) -> list[Draft]:
    """One draft for each turn of a transcript: from its label to the next one."""
    starts = [
        (i, match) for i, (start, end) in enumerate(prose.paragraphs) if (match := _TURN.match(prose.text, start, end))
    ]
    labels = {i for i, _ in starts}
    starts = [(i, m) for i, m in starts if m.group(1).lower() not in NO_SPEAKER and _told_in(prose, i, m, labels)]
    names = {match.group(1).split()[-1].casefold() for _, match in starts}  # "KATE BOULDUAN" is later "BOULDUAN"
    if len(starts) < _TURNS_OF_A_TRANSCRIPT or not _taken_in_turns(prose, len(starts), len(names)):
        return []
    if sum(_is_entry(_told_in(prose, i, match, labels)) for i, match in starts) * 2 > len(starts):
        return []
    found = []
    for number, (paragraph, match) in enumerate(starts):
        following = starts[number + 1][0] if number + 1 < len(starts) else len(prose.paragraphs)
        alone = match.end() >= prose.paragraphs[paragraph][1]
        last = min(following, paragraph + 1 + alone if number + 1 == len(starts) else following) - 1
        label = Span(match.start(1), match.end(1))
        cue = Span(match.end(1), match.end(1) + 1)
        parts = [(match.end(), prose.paragraphs[paragraph][1]), *prose.paragraphs[paragraph + 1 : last + 1]]
        content = [
            Span(low, high) for low, high in parts if low < high and prose.text[low:high].strip()[:1] not in "(["
        ]
        index = prose.sentence_at(match.start()) or 0
        found.append(Draft(index, None, cue, None, [label], Span(label.start, cue.end), content=content))
    return found


def _told_in(prose: Prose, paragraph: int, label: re.Match[str], labels: set[int]) -> str:
    """The words behind a label, or of the paragraph below one that stands alone; none where another label stands there."""
    if label.end() < prose.paragraphs[paragraph][1]:
        return prose.text[label.end() : prose.paragraphs[paragraph][1]]
    if paragraph + 1 in labels or paragraph + 1 >= len(prose.paragraphs):
        return ""
    return prose.text[slice(*prose.paragraphs[paragraph + 1])]


def _is_entry(told: str) -> bool:
    """Whether a label tells a number ("Delegates: 1,501") or a few words without a stop ("Location: the old port"), as a list does."""
    words = re.findall(r"\w+", told)
    return not any(word.isalpha() for word in words) or (len(words) <= _ENTRY and told.rstrip()[-1:].isalnum())


_ENTRY = 6
"""Words of such an entry at most; turns of a transcript end in a stop, or are longer."""


def _taken_in_turns(prose: Prose, turns: int, names: int) -> bool:
    """Whether some speak again: few names for the turns, or one that comes again where nearly every paragraph is a turn."""
    if names < _VOICES:
        return False
    return names <= turns * 0.7 or (names < turns and turns >= len(prose.paragraphs) * 0.6)
