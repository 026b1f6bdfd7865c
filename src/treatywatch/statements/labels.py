"""Speech told by a label: transcripts ("MODERATOR: …") and headlines ("Ryabkov: talks are over")."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft

_TURN = re.compile(r"[\"“]?([A-Z][A-Z .'’-]{2,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s")
_HEADLINE = re.compile(
    r"((?:[A-Z][\w.'’-]*|of|for|the)(?: (?:[A-Z][\w.'’-]*|of|for|the)){0,5})(?: to (?P<told>[A-Z][\w.'’ -]{1,30}))?:\s+(?=\S)"
)
_NO_SPEAKER = frozenset(
    [
        *(
            "exclusive",
            "opinion",
            "watch",
            "video",
            "analysis",
            "breaking",
            "live",
            "update",
            "factbox",
            "timeline",
            "explainer",
        ),
        *(
            "background",
            "note",
            "photo",
            "source",
            "sources",
            "photos",
            "read",
            "editorial",
            "commentary",
            "interview",
            "review",
        ),
        *(
            "report",
            "feature",
            "special",
            "podcast",
            "related",
            "key points",
            "highlights",
            "context",
            "q",
            "a",
            "caption",
        ),
        *("editor's note", "correction", "advisory", "date", "place", "contact", "tags", "by", "from", "to", "subject"),
    ]
)
_OF_A_TITLE = frozenset(["For", "In", "On", "At", "After", "To", "With", "From", "Over", "Against"])
"""Capitalised prepositions of a headline, not of a name ("Big Win For Bernie: …")."""
_FIRST = frozenset(["we", "our", "my", "i"])
_TURNS_OF_A_TRANSCRIPT = 3
"""So many labelled turns make a transcript; fewer are datelines or lists."""


def labelled(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of labels added. What a turn holds belongs to its speaker, so drafts inside a turn stand within it."""
    turns = _turns(prose)
    added = turns or _headline(prose, drafts)
    if not added:
        return drafts
    kept = [draft for draft in drafts if draft.cue is not None or not turns]
    kept = [
        draft for draft in kept if not (turns and all(one.of(prose.text).lower() in _FIRST for one in draft.speakers))
    ]
    for draft in kept:
        holder = next((turn for turn in added if draft.cue and turn.holds(draft.cue)), None)
        if holder is not None and draft.parent is None:
            draft.parent = holder
    return sorted([*added, *kept], key=lambda draft: (draft.clause.start, draft.clause.end))


def _turns(prose: Prose) -> list[Draft]:
    """One draft for each turn of a transcript: from its label to the next one."""
    starts = [
        (i, match) for i, (start, end) in enumerate(prose.paragraphs) if (match := _TURN.match(prose.text, start, end))
    ]
    starts = [(i, m) for i, m in starts if m.group(1).lower() not in _NO_SPEAKER and m.end() < prose.paragraphs[i][1]]
    names = {match.group(1).split()[-1].casefold() for _, match in starts}  # "KATE BOULDUAN" is later "BOULDUAN"
    if len(starts) < _TURNS_OF_A_TRANSCRIPT or len(names) > len(starts) * 0.7:
        return []
    found = []
    for number, (paragraph, match) in enumerate(starts):
        following = starts[number + 1][0] if number + 1 < len(starts) else len(prose.paragraphs)
        last = min(following, paragraph + 1 if number + 1 == len(starts) else following) - 1
        label = Span(match.start(1), match.end(1))
        cue = Span(match.end(1), match.end(1) + 1)
        parts = [(match.end(), prose.paragraphs[paragraph][1]), *prose.paragraphs[paragraph + 1 : last + 1]]
        content = [
            Span(low, high) for low, high in parts if low < high and prose.text[low:high].strip()[:1] not in "(["
        ]
        index = prose.sentence_at(match.start()) or 0
        found.append(Draft(index, None, cue, None, [label], Span(label.start, cue.end), content=content))
    return found


def _headline(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """`Ryabkov: talks are over`, as the first line of a report, where the name before the colon is a name."""
    if not prose.paragraphs:
        return []
    start, end = prose.paragraphs[0]
    match = _HEADLINE.match(prose.text, start, end)
    if match is None or len(prose.paragraphs) < 2 or "\n" in prose.text[start:end]:
        return []
    label = Span(match.start(1), match.end(1))
    if match.group(1).lower() in _NO_SPEAKER or match.group(1).isupper() or not _is_name(prose, label):
        return []
    if not _OF_A_TITLE.isdisjoint(match.group(1).split()):
        return []
    content = Span(match.end(), start + len(prose.text[start:end].rstrip(" .")))
    if any(draft.cue and draft.clause.start < content.start for draft in drafts) or content.start >= content.end:
        return []
    colon = prose.text.index(":", match.end(1))
    cue = Span(colon, colon + 1)
    return [Draft(0, None, cue, None, [label], Span(label.start, cue.end), content=[content])]


def _is_name(prose: Prose, label: Span) -> bool:
    """Whether the label names somebody: on the shelf, or by a word that the report uses again as a name."""
    if any(m.kind in ("actor", "office", "person", "outlet") and m.end == label.end for m in prose.mentions):
        return True
    word = label.of(prose.text).split()[-1]
    return re.search(r"(?<![.!?:]\s)(?<=\w\s)" + re.escape(word) + r"\b", prose.text[label.end :]) is not None
