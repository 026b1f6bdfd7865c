"""Quotations behind a colon without a cue: reactions in a row ("ISRAELI PRIME MINISTER X: “…”"), a deed that leads in what is said."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft
from treatywatch.statements.headlines import ROLE

_LABEL = re.compile(
    r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*(?:[-–—]\s*)?)?"
    r"(?P<name>(?:[A-Z]\.)*[A-Z][^:\n“\"!?]{2,110}?)(?P<colon>:)\s*(?=\S)"
)
"""What opens a paragraph before a colon, behind the hour of a live blog."""

_LEADING_IN = re.compile(
    r"(?P<name>He|he|She|she|[Tt]he [a-z]+(?: [a-z]+)?|(?:(?:[A-Z][a-z]*\.|[A-Z][\w’'-]+|of|for|the|al|de|van|von) ?){1,7})"
    r"(?:,[^:;\n“\"]{2,80},)? "
    r"(?P<deed>(?!said\b|says\b)[a-z]+(?:ed|s|d|t|k)\b[^:;.!?\n“\"]{0,90})(?P<colon>:)\s*$"
)
"""A sentence whose deed leads in what is said ("X, a survivor, addressed the conference after the vote: “…”")."""

_BEARERS = re.compile(
    r"\b(?:banner|placard|poster|sign|slogan|headline|title|caption|plaque|inscription|t-shirt|graffiti)s?\b"
)
"""Things that bear words of nobody's."""

_ASIDE = re.compile(r",\s|\s\(|\s(?:on|in|at|to|speaking|writing|via|told|from)\s|\s[-–—]\s")
"""Where the words end that name the speaker ("…, on Twitter:", "… in a message to Tehran:")."""

_LONGEST_LINE = 10
"""Words of a name that stands in a line of its own, over what is said."""
_SOMEBODY = ("person", "office", "actor")


def reaction(prose: Prose, quotation: Quotation) -> Draft | None:
    """The attribution of a quotation by the label that opens its paragraph, or by the name in the line above; None where neither is."""
    start, end = prose.paragraphs[quotation.paragraph]
    label = _LABEL.match(prose.text, start, end)
    told = _labelled(prose, quotation, label) if label is not None and label.end() <= quotation.start else None
    if told is not None:
        return told
    return _under_name(prose, quotation) if quotation.start == start else _led_in(prose, quotation)


def entries(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of entries that name a speaker before the colon and quote a word or two of what he says ("14:41 Kremlin: the
    remarks are “harmful”"), where nothing else in the entry's sentence is said by anybody.
    """
    added: list[Draft] = []
    for quotation in prose.quotations:
        label = _LABEL.match(prose.text, *prose.paragraphs[quotation.paragraph])
        index = prose.sentence_at(quotation.start)
        if label is None or index is None or label.end() >= quotation.start:
            continue
        sentence = prose.sentences[index]
        taken = any(
            sentence.start <= part.start < sentence.end for draft in drafts for part in (draft.clause, *draft.content)
        )
        told = _labelled(prose, quotation, label) if not taken and label.start() == sentence.start else None
        if told is not None and not any(told.content[0].overlaps(part) for one in added for part in one.content):
            added.append(told)
    return sorted([*drafts, *added], key=lambda draft: (draft.clause.start, draft.clause.end)) if added else drafts


def _led_in(prose: Prose, quotation: Quotation) -> Draft | None:
    """`The official was noncommittal: “We will look at it.”`: who opens the sentence that ends in the colon."""
    index = prose.sentence_at(quotation.start)
    if index is None or quotation.inner_end - quotation.inner_start < _SHORTEST:
        return None
    start = prose.sentences[index].start
    opening = _OPENING.match(prose.text, start, quotation.start)
    match = _LEADING_IN.match(prose.text, opening.end() if opening else start, quotation.start)
    if match is None or _BEARERS.search(match.group("deed")):
        return None
    name = Span(match.start("name"), match.start("name") + len(match.group("name").rstrip()))
    words = name.of(prose.text)
    known = (
        words.lower() in ("he", "she")
        or prose.cast.scene.within(name.start, name.end, *_SOMEBODY)
        or ROLE.search(words)
    )
    if not known and not (" " in words and words.istitle()):
        return None
    cue = Span(*match.span("colon"))
    content = [Span(quotation.start, quotation.end)]
    return Draft(index, None, cue, None, [name], Span(name.start, cue.end), content=content)


_SHORTEST = 12
"""Letters of what is led in so at least."""

_OPENING = re.compile(
    r"(?:(?:Asked|Pressed|Questioned|Speaking|In|On|At|After|But|And|Later|Then|Yet)\b[^,:;\n“\"]{0,80}, |(?:But|And|Yet|Then) )"
    r"(?=[A-Z]|the )"
)
"""A scene before the name ("Asked about the test, the official was brief: “…”")."""


def _labelled(prose: Prose, quotation: Quotation, label: re.Match[str]) -> Draft | None:
    name = _name(prose, label.start("name"), label.end("name"), _SOMEBODY)
    index = prose.sentence_at(quotation.start)
    if name is None or index is None:
        return None
    cue = Span(*label.span("colon"))
    content = Span(quotation.start, quotation.end)
    if label.end() < quotation.start:  # "the deal “will only embolden Tehran” and …": the whole sentence is his
        content = Span(label.end(), max(quotation.end, prose.sentences[index].end))
        content = Span(content.start, content.start + len(content.of(prose.text).rstrip(" .")))
    return Draft(index, None, cue, None, [name], Span(name.start, cue.end), content=[content])


def _under_name(prose: Prose, quotation: Quotation) -> Draft | None:
    """`GERMAN CHANCELLOR ANGELA MERKEL`, and what she says in the paragraph below."""
    if quotation.paragraph == 0:
        return None
    start, end = prose.paragraphs[quotation.paragraph - 1]
    line = prose.text[start:end]
    if len(line.split()) > _LONGEST_LINE or line.rstrip()[-1:] in '.!?,;"”' or not line[:1].isupper():
        return None
    name = _name(prose, start, end, ("person",))
    index = prose.sentence_at(quotation.start)
    if name is None or index is None or (name.end < end and prose.text[name.end] not in ",("):
        return None
    return Draft(index, None, None, None, [name], name, content=[Span(quotation.start, quotation.end)])


def _name(prose: Prose, start: int, end: int, kinds: tuple[str, ...]) -> Span | None:
    """The words that name somebody at the head of a label: up to the first aside behind a name; None where nobody is named."""
    named = prose.cast.scene.within(start, end, *kinds)
    asides = _ASIDE.finditer(prose.text, start, end)
    aside = next((a for a in asides if not named or any(m.end <= a.start() for m in named)), None)
    stop = aside.start() if aside is not None else end
    last = max((m.end for m in named if m.end <= stop), default=None)
    if last is None or (aside is None and last < stop):
        last = _in_capitals(prose.text, start, stop)
    return Span(start, last) if last is not None else None


_FEWEST = 3
"""Words of a name in capitals that nobody knows, its title included ("HOUSE SPEAKER JOHN BOEHNER"): shorter ones may be headings."""


def _in_capitals(text: str, start: int, stop: int) -> int | None:
    words = text[start:stop].split()
    return stop if len(words) >= _FEWEST and text[start:stop].isupper() else None
