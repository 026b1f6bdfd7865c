"""The degraded reader: without a parse, direct quotations beside a cue are found by their pattern, and nothing else."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft
from treatywatch.statements.lexicon import CueEntry, CueLexicon
from treatywatch.statements.quotes import is_utterance

_WORD = r"(?:[A-Z][a-z]{0,3}\.|[A-Z][\w’'-]*)"
_NAME = (
    r"(?:(?:[Tt]he|[Aa]n?)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
    rf"|{_WORD}(?:\s+(?:of|for|the|de|van|{_WORD})){{0,6}}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
)
_AFTER = re.compile(
    rf",?\s*(?:(?P<speaker>{_NAME})\s+(?:[a-z]+ly\s+|also\s+|has\s+|had\s+)?(?P<cue>[a-z]+)\b"
    rf"|(?P<cue2>[a-z]+)\s+(?P<speaker2>{_NAME}))"
)
_BEFORE = re.compile(
    rf"(?P<speaker>{_NAME})\s+(?:also\s+|has\s+|had\s+)?(?P<cue>[a-z]+)(?:\s+[\w’'-]+){{0,4}}\s*[,:]\s*$"
)


def find_by_pattern(prose: Prose, cues: CueLexicon) -> list[Draft]:
    """Drafts of direct quotations with their attribution just behind or before them."""
    found = []
    for quotation in prose.quotations:
        if is_utterance(prose.text, quotation):
            draft = _before(prose, quotation, cues) or _after(prose, quotation, cues)
            if draft is not None:
                found.append(draft)
    return found


def beside(prose: Prose, quotation: Quotation, cues: CueLexicon, names: frozenset[str]) -> Draft | None:
    """The attribution right beside a quotation, by its words alone, where a name or a pronoun speaks and the verb is one of `names`."""
    draft = _before(prose, quotation, cues) or _after(prose, quotation, cues)
    if draft is None or draft.entry is None or draft.entry.cue not in names:
        return None
    words = draft.speakers[0].of(prose.text)
    low, high = min(draft.clause.end, quotation.end), max(draft.clause.start, quotation.start)
    if (
        draft.cue is not None
        and draft.cue.of(prose.text) == draft.entry.cue
        and words.lower() not in ("they", "we", "i", "you")
    ):
        return None  # "suggested that he tell Putin: “…”": a bare verb behind one who is to say it
    owned = words.endswith(("'s", "’s")) or words.lower() in ("his", "her", "its", "their", "my", "our")
    if owned or "\n" in prose.text[low:high]:
        return None
    return draft if words[0].isupper() or words.split()[0] in ("he", "she", "they", "the") else None


_LONG = 40
"""Letters of a quotation that a bare name may introduce: shorter ones are titles ("Iran Nuclear Deal: “What Next”")."""

_COLON = re.compile(
    rf"(?P<speaker>{_NAME}|(?:[A-Z][\w’'-]* )?[a-z ]{{0,30}}{_NAME})(?: [^:,.;\n]{{0,45}})?(?P<cue>:)\s*$"
)


_NAMED = re.compile(
    r"(?:^|\s[-–—*•]\s|[.!?]\s)(?P<speaker>[A-Z][\w.’'-]+(?: (?:de|van|von|al|bin|el|and|[A-Z][\w.’'-]*)){1,4}):\s*$"
)
"""A name of several words right before the colon: "– Philip Bump: “…”"."""


def behind_colon(prose: Prose, quotation: Quotation) -> Draft | None:
    """`Peskov was blunt: “…”`, `Kremlin spokesman Dmitry Peskov: “…”`: who opens the sentence, where he is known to be somebody."""
    index = prose.sentence_at(quotation.start)
    if index is None:
        return None
    start = prose.sentences[index].start
    lone = _NAMED.search(prose.text[start : quotation.start])
    if lone is not None and quotation.inner_end - quotation.inner_start > _LONG:
        name = Span(start + lone.start("speaker"), start + lone.end("speaker"))
        colon = Span(name.end, name.end + 1)
        return Draft(
            index,
            None,
            colon,
            None,
            [name],
            Span(name.start, colon.end),
            content=[Span(quotation.start, quotation.end)],
        )
    match = _COLON.match(prose.text, start, quotation.start)
    named = ("actor", "person", "office")
    ends = [m.end for m in prose.mentions if m.kind in named and start <= m.start < quotation.start] if match else []
    if match is None or (not ends and match.group("speaker").lower() not in ("he", "she")):
        return None
    name = Span(*match.span("speaker"))
    if ends and ends[-1] == match.start("cue"):
        name = Span(start, ends[-1])  # the whole label is a name with its title
    inside = [end for end in ends if name.start < end <= name.end]
    if not inside and name.of(prose.text).lower() not in ("he", "she"):
        return None
    cue = Span(*match.span("cue"))
    name = Span(name.start, max(inside, default=name.end))
    return Draft(
        index, None, cue, None, [name], Span(name.start, cue.end), content=[Span(quotation.start, quotation.end)]
    )


def _after(prose: Prose, quotation: Quotation, cues: CueLexicon) -> Draft | None:
    match = _AFTER.match(prose.text, quotation.end)
    closed = prose.text[quotation.inner_start : quotation.inner_end].rstrip().endswith(".")
    if match is None or closed:
        return None
    which = "" if match.group("cue") else "2"
    return _draft(prose, quotation, match, f"speaker{which}", f"cue{which}", cues)


def _before(prose: Prose, quotation: Quotation, cues: CueLexicon) -> Draft | None:
    index = prose.sentence_at(quotation.start)
    if index is None:
        return None
    match = _BEFORE.search(prose.text, prose.sentences[index].start, quotation.start)
    return _draft(prose, quotation, match, "speaker", "cue", cues) if match else None


def _draft(
    prose: Prose, quotation: Quotation, match: re.Match[str], speaker: str, cue: str, cues: CueLexicon
) -> Draft | None:
    entry = _quoting(cues, match.group(cue))
    index = prose.sentence_at(match.start(cue))
    if entry is None or index is None:
        return None
    name, word = Span(*match.span(speaker)), Span(*match.span(cue))
    clause = Span(min(name.start, word.start), max(name.end, word.end))
    content = [Span(quotation.start, quotation.end)]
    return Draft(index, None, word, entry, [name], clause, entry.frame("quote"), content)


def _quoting(cues: CueLexicon, word: str) -> CueEntry | None:
    """The entry of a verb that introduces quotations."""
    return next((entry for entry in cues.verbs.get(word.lower(), []) if entry.frame("quote")), None)
