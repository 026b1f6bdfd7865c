"""Quotations without a cue of their own: who goes on speaking."""

from __future__ import annotations

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import QuoteKind
from treatywatch.statements.drafts import Draft

_NEAR = 6
"""Characters that may stand between a quotation and the attribution behind it."""

_HEADING_WORDS = 8
"""Longest heading in single marks."""


def goes_on(prose: Prose, quotation: Quotation, drafts: list[Draft]) -> None:
    """A quotation without a cue that opens its sentence: whoever spoke last goes on, in the same paragraph or in one of its own."""
    index = prose.sentence_at(quotation.start)
    if index is None or prose.sentences[index].start != quotation.start:
        return
    following = _told_next(prose, quotation, drafts)
    if following is not None:
        whole = Span(quotation.start, quotation.end)
        drafts.append(Draft(index, None, None, None, list(following.speakers), whole, content=[whole]))
        return
    last = _last_speech(quotation.start, drafts)
    if last is None:
        return
    whole = Span(quotation.start, quotation.end)
    since = prose.paragraphs[quotation.paragraph][0]
    if quotation.continued or (
        _ended(last, quotation.start) > since and quote_kind(prose, last.content) is not QuoteKind.INDIRECT
    ):
        last.content = sorted([*last.content, whole])
        return
    if _ended(last, quotation.start) > since:
        drafts.append(Draft(index, None, None, None, list(last.speakers), whole, content=[whole], via=list(last.via)))
        return
    start, end = prose.paragraphs[quotation.paragraph]
    alone = quotation.start == start and end - quotation.end <= 2
    near = quotation.paragraph > 0 and _ended(last, quotation.start) > prose.paragraphs[quotation.paragraph - 1][0]
    if not near or not alone or _heading(prose.text, quotation):
        return
    if quote_kind(prose, last.content) is QuoteKind.DIRECT:
        last.content = sorted([*last.content, whole])
        return
    drafts.append(Draft(index, None, None, None, list(last.speakers), whole, content=[whole], via=list(last.via)))


def _told_next(prose: Prose, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """`“We came to stay.” Kerry said that …`: who is named right behind a quotation that opens its paragraph, and speaks on."""
    start, end = prose.paragraphs[quotation.paragraph]
    if quotation.start != start:
        return None
    behind = [
        d for d in drafts if d.cue and d.anchor is not None and quotation.end < d.clause.start < end and d.speakers
    ]
    first = min(behind, key=lambda d: d.clause.start, default=None)
    if first is None or first.cue is None or first.clause.start - quotation.end > _NEAR:
        return None
    name, inverted = first.speakers[0].of(prose.text), first.speakers[0].start > first.cue.start
    before = any(part.end <= first.clause.start or prose.text[part.start] in "“\"'‘" for part in first.content)
    return None if inverted or before or name.lower() in _PRONOUNS or not name[:1].isupper() else first


_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i"])


def _ended(draft: Draft, limit: int) -> int:
    """Where the draft's words before `limit` end."""
    return max((part.end for part in (draft.clause, *draft.content) if part.start < limit), default=-1)


def _last_speech(limit: int, drafts: list[Draft]) -> Draft | None:
    """The last draft before `limit` by somebody who can go on speaking: of its sentence the one that the others hang on, or one that
    goes on for the same speaker.
    """
    told = [one for one in drafts if one.clause.start < limit and one.content and _is_verbal(one)]
    if not told:
        return None
    last = max(told, key=lambda one: (_ended(one, limit), one.clause.start))
    beside = [one for one in told if one.sentence == last.sentence and one.anchor is not None]
    if last.anchor is None or not beside:
        return last
    main = min(beside, key=lambda one: (one.parent is not None, sum(1 for _ in one.anchor.ancestors), one.clause.start))
    if any(part.end <= main.clause.start for part in main.content):
        return main  # "…," he said, speaking of the treaty. "…"
    same = [one for one in beside if one.speakers == main.speakers and one.parent is None]
    return max(same, key=lambda one: one.clause.start) if same else main


def _is_verbal(draft: Draft) -> bool:
    """Whether a verb, a label or a preposition reports it, not a noun ("his pledge to …")."""
    return draft.entry is None or draft.entry.pos != "noun"


def _heading(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a heading in marks: in capitals, or a few words that open in capitals without a pause at their end."""
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    words = inner.split()
    return inner.isupper() or (len(words) <= _HEADING_WORDS and quotation.single)


def quote_kind(prose: Prose, content: list[Span]) -> QuoteKind:
    """Direct where nearly every letter stands in quotation marks, mixed where some does."""
    quoted = total = 0
    for span in content:
        inside = [q for q in prose.quotations if q.start < span.end and q.end > span.start]
        letters = [at for at in range(span.start, span.end) if prose.text[at].isalnum()]
        total += len(letters)
        quoted += sum(any(q.start <= at < q.end for q in inside) for at in letters) if inside else 0
    if not quoted:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if quoted >= 0.9 * total else QuoteKind.MIXED
