"""Quotations told by a label of their own in the body: reactions in a row ("ISRAELI PRIME MINISTER X: “…”"), live coverage."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft

_LABEL = re.compile(
    r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*(?:[-–—]\s*)?)?"
    r"(?P<name>(?:[A-Z]\.)*[A-Z][^:\n“\"!?]{2,110}?)(?P<colon>:)\s*(?=\S)"
)
"""What opens a paragraph before a colon, behind the hour of a live blog."""

_ASIDE = re.compile(r",\s|\s\(|\s(?:on|in|at|to|speaking|writing|via|told|from)\s|\s[-–—]\s")
"""Where the words end that name the speaker ("…, on Twitter:", "… in a message to Tehran:")."""

_LONGEST_LINE = 10
"""Words of a name that stands in a line of its own, over what is said."""
_NAMES = ("person", "office")
_SOMEBODY = ("person", "office", "actor")


def reaction(prose: Prose, quotation: Quotation) -> Draft | None:
    """The attribution of a quotation by the label that opens its paragraph, or by the name in the line above; None where neither is."""
    start, end = prose.paragraphs[quotation.paragraph]
    label = _LABEL.match(prose.text, start, end)
    if label is not None and label.end() <= quotation.start:
        return _labelled(prose, quotation, label)
    return _under_name(prose, quotation) if quotation.start == start else None


def _labelled(prose: Prose, quotation: Quotation, label: re.Match[str]) -> Draft | None:
    name = _name(prose, label.start("name"), label.end("name"), _SOMEBODY if label.end() == quotation.start else _NAMES)
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
