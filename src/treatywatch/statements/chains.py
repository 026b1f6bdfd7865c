"""How the speech acts of one sentence stand to each other: side by side, one within the other, or one through the other."""

from __future__ import annotations

from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import VERBAL, own_subject, tense
from treatywatch.statements.conditions import reach as reach_of
from treatywatch.statements.credits import EDGE, credit
from treatywatch.statements.drafts import Draft
from treatywatch.statements.filled import ANSWERS
from treatywatch.statements.parsed import Parsed
from treatywatch.statements.phrases import name_tokens
from treatywatch.statements.raising import BELIEFS, matrix_of
from treatywatch.statements.speakers import beside


def settle(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Raise participles to the main clause, cut them out of its content, and mark what is said within another statement."""
    drafts = credit(parsed, drafts)
    for draft in drafts:
        matrix = matrix_of(draft, drafts)
        if matrix is not None:
            draft.raised = True
            draft.speakers, draft.pronoun = list(matrix.speakers), matrix.pronoun
            _cut(parsed, matrix, _from_auxiliary(parsed, draft))
        beside = _beside(parsed, draft, drafts)
        if beside is not None:
            _cut(parsed, beside, draft.clause)
    drafts = [draft for draft in drafts if not (_leads_in(draft, drafts) or _own_belief(parsed, draft, drafts))]
    for draft in drafts:
        _answer(parsed, draft, drafts)
    for draft in drafts:
        _close(parsed, draft, drafts)
        _take_condition(parsed, draft, drafts)
        _leave_to_closing(parsed, draft, drafts)
    drafts = _pass_on(parsed, [draft for draft in drafts if not _told_again(parsed, draft, drafts)])
    _nest(drafts)
    return drafts


def _close(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> None:
    """`A said X, reported Tass.`: who closes the sentence behind the verb is no part of what the other said."""
    if draft.cue is None or not draft.speakers or draft.speakers[0].start < draft.cue.end:
        return
    if not any(map(str.isalnum, parsed.text[draft.speakers[-1].end : parsed.end])):
        for other in drafts:
            if other is not draft and other.cue and other.cue.end < draft.cue.start and other.holds(draft.cue):
                _cut(parsed, other, draft.cue)


def _from_auxiliary(parsed: Parsed, draft: Draft) -> Span | None:
    """The cue with the "has" before it ("and has drawn attention to")."""
    before = [child for child in draft.anchor.children if child.dep_ == "aux" and child.i < draft.anchor.i]
    return draft.cue if draft.cue is None or not before else parsed.span([before[0], draft.anchor])


def _nest(drafts: list[Draft]) -> None:
    """Give each attribution the smallest content that holds it."""
    for draft in drafts:
        holders = [other for other in drafts if draft.cue and other.holds(draft.cue) and not _within(other, draft)]
        if holders:
            draft.parent = min(holders, key=lambda other: sum(part.end - part.start for part in other.content))


def _leave_to_closing(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> None:
    """`…, the minister said, Interfax reported`: the closing attribution holds the one before it, and is not its content."""
    if draft.cue is None or not draft.content or draft.content[-1].end > draft.clause.start:
        return
    if any(map(str.isalnum, parsed.text[draft.clause.end : parsed.end])):
        return
    for other in drafts:
        behind = [part for part in other.content if part.start >= other.clause.end]
        if other is draft or not any(part.start <= draft.cue.start < part.end for part in behind):
            continue
        before = [part for part in other.content if part.end <= other.clause.start]
        reach = other.clause.end if tense(draft.anchor) is not None else other.clause.start
        if before and draft.content[-1].end <= reach:
            other.content = before
            draft.content[-1] = Span(draft.content[-1].start, other.clause.end)


def _told_again(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> bool:
    """`Paul disagrees: “It is a mistake,” he tells the paper`: a second attribution, by a pronoun, of the quotation that the first one
    introduces; the first keeps the quotation alone.
    """
    if (
        draft.cue is None
        or not draft.speakers
        or draft.speakers[0].of(parsed.text).lower() not in ("he", "she", "it", "they")
    ):
        return False
    for other in drafts:
        held = [
            part
            for part in other.content
            if other is not draft and part.start >= other.clause.end and part.start <= draft.cue.start < part.end
        ]
        quotation = parsed.quoted_at(held[0].start) if held else None
        if (
            quotation is not None
            and parsed.text[quotation.end : draft.clause.start].strip() == ""
            and quotation.end <= draft.clause.start
        ):
            other.content = [Span(held[0].start, quotation.end)]
            return True
    return False


_MOST = 0.6
"""Share of a source's content that one attribution in it must cover to be what the source passes on."""


def _pass_on(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """`"…," the minister said, according to Tass`: the minister speaks, through Tass."""
    passed: list[Draft] = []
    for source in drafts:
        if source.frame is None or source.frame.kind != "source" or not source.content:
            continue
        held = [
            d for d in drafts if d is not source and d.cue and source.holds(d.cue) and d.cue.end <= source.clause.start
        ]
        inner = [d for d in held if _fills(parsed, d, source)] or [d for d in drafts if _through(d, source)]
        if inner:
            inner[0].via = [*inner[0].via, *source.speakers]
            if inner[0].holds(source.clause):
                _cut(parsed, inner[0], source.clause)
            passed.append(source)
    return [draft for draft in drafts if draft not in passed]


def _through(draft: Draft, source: Draft) -> bool:
    """`The minister said, according to Tass, that …`: a source between an attribution and its content."""
    if draft is source or draft.cue is None or not draft.content or not source.content:
        return False
    between = draft.cue.end <= source.clause.start and source.clause.end <= draft.content[0].start
    return between and source.content[-1].end == draft.content[-1].end


def _fills(parsed: Parsed, draft: Draft, source: Draft) -> bool:
    """Whether the attribution with its content makes up most of what the source is told for."""
    content = draft.content or _quoted_beside(parsed, draft)
    told = [draft.clause, *content] if content else []
    covered = {at for span in told for at in range(span.start, span.end)}
    whole = [at for span in source.content for at in range(span.start, span.end) if parsed.text[at].isalnum()]
    return sum(at in covered for at in whole) >= _MOST * len(whole)


def _quoted_beside(parsed: Parsed, draft: Draft) -> list[Span]:
    """The quotations of the sentence, which a cue without content is about to get."""
    inside = (q for q in parsed.quotations if parsed.offset <= q.start and q.end <= parsed.end)
    return [Span(q.start, q.end) for q in inside if draft.takes_quote]


def _answer(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> None:
    """`…, which the North denies`: what stands before is what it answers, and no longer part of the other's words."""
    verb = draft.anchor
    which = [child for child in verb.children if child.lower_ == "which" and child.dep_ in ("dobj", "nsubjpass")]
    if (
        verb.lemma_.lower() not in ANSWERS
        or verb.dep_ != "relcl"
        or not which
        or which[0].i == 0
        or which[0].nbor(-1).text != ","
    ):
        return
    at = parsed.span([which[0]])
    holders = [other for other in drafts if other is not draft and other.holds(at)]
    for other in holders:
        _cut(parsed, other, at)
    whole = list(holders[-1].content) if holders else [Span(parsed.offset, parsed.span([which[0].nbor(-1)]).start)]
    draft.content = [parsed.span(name_tokens(verb.head))] if verb.head.lemma_.lower() in _CHARGES else whole
    draft.frame = draft.frame or (draft.entry.frames[0] if draft.entry else None)


_CHARGES = frozenset(
    [
        "allegation",
        "accusation",
        "charge",
        "claim",
        "report",
        "proposal",
        "offer",
        "demand",
        "rumour",
        "rumor",
        "suggestion",
    ]
)
"""Nouns that are themselves what is answered ("the allegations, which he denies")."""


def _own_belief(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> bool:
    """`warned they believe the attacks go on`: what a speaker says that he believes is said once."""
    if draft.anchor.lemma_.lower() not in BELIEFS or draft.cue is None or not draft.speakers:
        return False
    if draft.speakers[0].of(parsed.text).lower() not in ("he", "she", "it", "they", "we", "i"):
        return False
    over = set(draft.anchor.ancestors) if draft.anchor.dep_ == "advcl" else set()
    return any(other is not draft and (other.holds(draft.cue) or other.anchor in over) for other in drafts)


def _leads_in(draft: Draft, drafts: list[Draft]) -> bool:
    """`Announcing the step, he said …`: a participle before the attribution only tells on what occasion."""
    verb = draft.anchor
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or draft.frame is None or draft.frame.kind != "object":
        return False
    return any(other.anchor == verb.head and other.anchor.i > verb.i for other in drafts)


def _take_condition(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> None:
    """`threatened to leave if …`: the condition is on what is threatened, wherever the parser hung it."""
    if not draft.content or draft.cue is None or draft.content[-1].start < draft.cue.end:
        return
    last = draft.content[-1]
    following = [other.clause.start for other in drafts if other.clause.start >= last.end]
    end = reach_of(parsed.text, last.end, min([parsed.end, *following]))
    draft.content[-1] = Span(last.start, end)


def _within(draft: Draft | None, holder: Draft) -> bool:
    """Whether the draft is the holder or stands within it."""
    while draft is not None:
        if draft is holder:
            return True
        draft = draft.parent
    return False


def _beside(parsed: Parsed, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """`A said X, and B warned Y`: a coordinated attribution with a subject of its own, behind a comma and a conjunction."""
    verb = draft.anchor
    apart = own_subject(verb) or beside(verb)
    beside_it = verb.dep_ == "conj" or _contrasted(verb)
    if not beside_it or draft.passive or apart is None or draft.cue is None:
        return None
    before = parsed.text[parsed.offset : draft.clause.start].rstrip()
    pause = before.endswith((", and", ", but", " while", "; and", ";")) or own_subject(verb) is None
    if not pause and not _another_tense(draft, before):
        return None
    holding = [
        d
        for d in drafts
        if d is not draft and d.holds(draft.cue) and d.frame and (d.frame.kind.endswith("clause") or _contrasted(verb))
    ]
    return holding[0] if holding else None


def _contrasted(verb: Any) -> bool:
    """`A said X, while B said Y`."""
    return verb.dep_ == "advcl" and any(
        mark.dep_ == "mark" and mark.lower_ in ("while", "whereas") for mark in verb.children
    )


def _another_tense(draft: Draft, before: str) -> bool:
    """`A said X is lost and B accused Y`: a second cue in the tense of the first, which is not that of the content between."""
    verb = draft.anchor
    over = next((token for token in verb.ancestors if token.pos_ in VERBAL and token.dep_ != "conj"), None)
    if over is None or over.dep_ != "ccomp" or not before.endswith((" and", " but", " while")):
        return False
    first = next((token.tag_ for token in (over, *over.children) if token.tag_ in _FINITE), None)
    return over.head.tag_ == verb.tag_ and first is not None and first != verb.tag_


_FINITE = frozenset(["VBZ", "VBD", "VBP", "MD"])


def _cut(parsed: Parsed, matrix: Draft, at: Span | None) -> None:
    """Take what stands from `at` on out of the main clause's content."""
    if at is None:
        return
    kept: list[Span] = []
    for part in matrix.content:
        if part.start <= at.start < part.end:
            before = parsed.text[part.start : at.start].rstrip(EDGE)
            for word in (" and", " but", " while"):
                before = before.removesuffix(word).rstrip(EDGE)
            if before:
                kept.append(Span(part.start, part.start + len(before)))
        elif part.start < at.start:
            kept.append(part)
    matrix.content = kept
