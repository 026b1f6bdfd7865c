"""Headlines that speak by a name alone: "Ryabkov: talks are over", "IAEA chief: deal is dead", "Deal is dead: Zarif"."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft

_LEADING = re.compile(
    r"(?P<label>(?:(?:Sen|Rep|Gov|Gen|Adm|Amb|Dr|Mr|Mrs|Ms|Prof)\. )?[A-Z][^:.!?\n]{1,60}?)"
    r"(?: to (?P<told>[A-Z][\w.'’ -]{1,30}))?:\s+(?=\S)"
)
_TRAILING = re.compile(r"(?::|\s[-–—]{1,2})\s(?P<label>[A-Z][\w.'’ -]{1,40})$")
_PLACED = re.compile(r"\s(?:at|in|on)\s(?:the\s)?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*$")
"""Where a speaker spoke ("Mukasey at RNC: …")."""
ROLE = re.compile(
    r"\b(?:chief|head|boss|leader|minister|president|premier|chancellor|secretary|ambassador|envoy|negotiator|spokes(?:man|woman|person)"
    r"|officials?|diplomats?|sources?|generals?|commander|advis[eo]rs?|experts?|analysts?|lawmakers?|senators?|inspectors?|ministry"
    r"|agency|watchdog|military|army|media|police|report|study|poll|survey|PM|FM|MP|CEO|AG)$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 7
"""Words of a label at most."""
NO_SPEAKER = frozenset(
    [
        *(
            "exclusive",
            "the latest",
            "newsletter",
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
            "transcript",
            "full transcript",
            "full text",
            "text",
            "fact check",
            "fact sheet",
            "factsheet",
            "q&a",
            "profile",
            "obituary",
            "chronology",
            "report card",
            "in pictures",
            "as it happened",
            "press release",
            "remarks",
            "column",
            "letters",
            "quotes",
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
            "feature",
            "special",
            "podcast",
            "related",
            "key points",
            "highlights",
            "context",
            "caption",
        ),
        *("editor's note", "correction", "advisory", "date", "place", "contact", "tags", "by", "from", "to", "subject"),
        *(
            "credit",
            "credits",
            "image",
            "images",
            "photo credit",
            "image credit",
            "photograph",
            "picture",
            "pictures",
            "illustration",
        ),
        *(
            "courtesy",
            "copyright",
            "media",
            "file",
            "file photo",
            "gallery",
            "slideshow",
            "recommended video",
            "now playing",
        ),
        *(
            "updated",
            "last updated",
            "published",
            "posted",
            "created",
            "filed under",
            "written by",
            "reported by",
            "edited by",
        ),
        *(
            "read more",
            "read also",
            "see also",
            "also read",
            "more",
            "watch live",
            "listen",
            "next",
            "previous",
            "up next",
        ),
        *(
            "topic",
            "topics",
            "tag",
            "keywords",
            "category",
            "categories",
            "section",
            "location",
            "address",
            "website",
            "email",
        ),
        *(
            "phone",
            "tel",
            "follow us",
            "share",
            "share this",
            "recommended",
            "trending",
            "more on this",
            "related story",
        ),
        *("related stories", "related articles", "related content", "quiz", "why it matters", "the backdrop"),
        *("what", "when", "where", "who", "why", "how", "time", "venue", "price", "rating", "format", "length", "isbn"),
    ]
)
_LONGEST = 22
"""Words of a headline at most: a longer first line is a paragraph behind a dateline ("Tokyo: …")."""
_OF_A_TITLE = frozenset(["For", "In", "On", "At", "After", "To", "With", "From", "Over", "Against"])
"""Capitalised prepositions of a headline, not of a name ("Big Win For Bernie: …")."""


def headline(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """The speech of a headline whose speaker stands before a colon, or behind a colon or dash; nothing where no name stands there."""
    if len(prose.paragraphs) < 2:
        return []
    start, end = prose.paragraphs[0]
    end = start + len(prose.text[start:end].rstrip(" ."))
    if "\n" in prose.text[start:end] or len(prose.text[start:end].split()) > _LONGEST:
        return []
    return _leading(prose, drafts, start, end) or _trailing(prose, drafts, start, end)


def _leading(prose: Prose, drafts: list[Draft], start: int, end: int) -> list[Draft]:
    match = _LEADING.match(prose.text, start, end)
    if match is None:
        return []
    colon = prose.text.index(":", match.end("label"))
    placed = _PLACED.search(prose.text, start, match.end("label"))
    label = Span(start, placed.start() if placed else match.end("label"))
    content = Span(match.end(), end)
    if not _speaks(prose, label) or content.start >= content.end:
        return []
    if any(draft.cue and draft.clause.start < content.start for draft in drafts):
        return []
    if _is_topic(prose, drafts, label, end):
        return []
    cue = Span(colon, colon + 1)
    return [Draft(0, None, cue, None, [label], Span(label.start, cue.end), content=[content])]


_RELEASE = re.compile(r"\((?:[A-Z][\w.]+,? ?){1,4}\d*\)\s*[-–—]{1,2}\s")
"""The dateline of a campaigner's release: "(New York) – "."""


def _is_topic(prose: Prose, drafts: list[Draft], label: Span, end: int) -> bool:
    """`Syria: Report Confirms Attack`, `Oslo: States sign ban`: the name of a state alone tells what it is about where somebody else speaks
    behind it, or a campaigner's release follows; a capital tells where, if the report comes from there.
    """
    place = any(m.kind == "actor" and m.start == label.start and m.end == label.end for m in prose.mentions)
    if not place:
        return False
    spoken = any(draft.cue and label.end < draft.cue.start < end for draft in drafts)
    bodies = [prose.text[start:stop] for start, stop in prose.paragraphs[1:3]]
    there = re.compile(re.escape(label.of(prose.text)) + r"[^.\n]{0,25}\s[-–—]{1,2}\s", re.IGNORECASE)
    return spoken or any(_RELEASE.match(body) or there.match(body) for body in bodies)


def _trailing(prose: Prose, drafts: list[Draft], start: int, end: int) -> list[Draft]:
    """`Deal is dead: Zarif`, `Iran close to bomb – Israel`: the name that closes the headline."""
    match = _TRAILING.search(prose.text, start, end)
    if match is None or any(draft.cue and draft.cue.start < end for draft in drafts):
        return []
    label, content = Span(*match.span("label")), Span(start, match.start())
    named = any(m.kind in _NAMES and m.start == label.start and m.end == label.end for m in prose.mentions)
    role = named or (ROLE.search(prose.text, label.start, label.end) is not None and _speaks(prose, label))
    if not role or len(content.of(prose.text).split()) < _SHORTEST:
        return []
    at = prose.text.index(match.group().strip()[0], match.start())
    cue = Span(at, at + 1)
    return [Draft(0, None, cue, None, [label], Span(cue.start, label.end), content=[content])]


_NAMES = ("actor", "office", "person")
_SHORTEST = 3
"""Words of what a closing name says at least ("Exclusive: Iran" says nothing)."""


def _speaks(prose: Prose, label: Span) -> bool:
    """Whether the label names somebody: on the shelf, by a role, or by a word that the report uses again as a name."""
    words = label.of(prose.text).split()
    if label.of(prose.text).lower() in NO_SPEAKER or label.of(prose.text).isupper() or len(words) > _LONGEST_LABEL:
        return False
    if not _OF_A_TITLE.isdisjoint(words) or {"and", "vs", "v", "&"} & set(words) or label.of(prose.text).count(",") > 1:
        return False
    if any(m.kind in _NAMES and m.end == label.end for m in prose.mentions):
        return True
    if ROLE.search(prose.text, label.start, label.end):
        return True
    if not all(word[0].isupper() or word in ("of", "for", "the") for word in words):
        return False
    return re.search(r"(?<![.!?:]\s)(?<=\w\s)" + re.escape(words[-1]) + r"\b", prose.text[label.end :]) is not None
