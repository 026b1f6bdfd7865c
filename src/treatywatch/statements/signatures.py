"""Quotations that are signed: "…" – Sergei Lavrov."""

from __future__ import annotations

import re

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.statements.drafts import Draft

_SIGNED = re.compile(
    r"\s*(?P<dash>--|[-–—])\s*(?P<name>(?:[A-Z][\w.’'-]*|of|the|for)(?:,? (?:[A-Z][\w.’'-]*|of|the|for)){0,7}?)\s*(?=[.,;]?\s*$|[.,;] )",
)
"""A dash and a name behind a quotation; what follows the name is what describes him, to the end of the paragraph."""


def signature(prose: Prose, quotation: Quotation) -> Draft | None:
    """The attribution of a quotation that fills its paragraph but for the dash and the name behind it; None where there is none."""
    start, end = prose.paragraphs[quotation.paragraph]
    if quotation.start != start:
        return None
    match = _SIGNED.match(prose.text, quotation.end, end)
    if match is None or any(stop in prose.text[match.end() + 1 : end] for stop in (". ", "? ", "! ")):
        return None
    name, dash = (
        Span(match.start("name"), match.start("name") + len(match.group("name").rstrip("."))),
        Span(*match.span("dash")),
    )
    index = prose.sentence_at(dash.start)
    if index is None or not name.of(prose.text)[:1].isupper():
        return None
    return Draft(
        index, None, dash, None, [name], Span(dash.start, name.end), content=[Span(quotation.start, quotation.end)]
    )
