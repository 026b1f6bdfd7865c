"""Credits: who reports what another said ("Tass reported, citing a source in the ministry, that …")."""

from __future__ import annotations

from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft
from treatywatch.statements.parsed import Parsed

EDGE = " ,;:-—–\t\n"
"""What may stand between the parts of a sentence and belongs to none of them."""

_SOURCES = frozenset(
    [
        *(
            "source",
            "sources",
            "official",
            "officials",
            "diplomat",
            "diplomats",
            "person",
            "people",
            "agency",
            "agencies",
        ),
        *(
            "ministry",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "officer",
            "officers",
            "expert",
            "experts",
            "aide",
            "aides",
        ),
        *(
            "lawmaker",
            "lawmakers",
            "minister",
            "adviser",
            "advisers",
            "analyst",
            "analysts",
            "witnesses",
            "media",
            "newspaper",
        ),
    ]
)


def credit(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """`Tass reported, citing a source in the ministry, that …`: the one cited speaks, through the one who cites."""
    kept = [draft for draft in drafts if not _cites(draft)]
    for citing in drafts:
        if not _cites(citing) or citing.whom is None or citing.cue is None:
            continue
        hosts = [d for d in kept if d.cue and d.cue.start < citing.cue.start and not d.passive and d.content]
        hosts = hosts or [d for d in kept if d.content and d.speakers == citing.speakers][:1]
        if not _speaks(citing):
            kept.append(citing)
        if not hosts or not _speaks(citing):
            continue
        host = hosts[-1]
        host.via = [*host.via, *host.speakers]
        host.speakers, host.pronoun = [citing.whom], None
        host.content = [part for part in (_after(parsed, part, citing) for part in host.content) if part is not None]
    return sorted(kept, key=lambda draft: draft.cue.start if draft.cue else 0)


def _cites(draft: Draft) -> bool:
    return draft.entry is not None and draft.entry.cue in ("cite", "quote") and draft.anchor.tag_ == "VBG"


def _speaks(citing: Draft) -> bool:
    """Whether what is cited is somebody, not a reason."""
    nouns = [child for child in citing.anchor.children if child.dep_ == "dobj"]
    return any(noun.lower_ in _SOURCES or noun.ent_type_ in ("PERSON", "ORG", "GPE") for noun in nouns)


def _after(parsed: Parsed, part: Span, citing: Draft) -> Span | None:
    """The content without the words that cite."""
    assert citing.cue
    assert citing.whom
    if not part.start <= citing.cue.start < part.end:
        return part
    before = parsed.text[part.start : citing.cue.start].rstrip(EDGE)
    if any(map(str.isalnum, before)):
        return Span(part.start, part.start + len(before))
    whole = max([citing.whom.end, *(c.end for c in citing.content)])
    rest = parsed.text[whole : part.end]
    cut = len(rest) - len(rest.lstrip(EDGE).removeprefix("that "))
    return Span(whole + cut, part.end) if any(map(str.isalnum, rest)) else None
