"""Find the statements of one text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from treatywatch.language.prose import Prose
from treatywatch.language.sentences import Sentence
from treatywatch.model.passage import Span
from treatywatch.model.statement import Cue, Speaker, Statement
from treatywatch.model.vocabulary import QuoteKind, Stance
from treatywatch.statements.attribution import Parsed, find_drafts
from treatywatch.statements.chains import settle
from treatywatch.statements.conditions import find_condition
from treatywatch.statements.drafts import Draft
from treatywatch.statements.lexicon import CueLexicon
from treatywatch.statements.quotes import attach
from treatywatch.statements.stances import judge

_ARTICLE = re.compile(r"\bArticles?\s+((?:[IVX]+|\d+)(?:\.\d+)?(?:\s*(?:,|and|or|to)\s*(?:[IVX]+|\d+)(?:\.\d+)?)*)\b")


def gate(prose: Prose, cues: CueLexicon) -> Collection[int]:
    """The sentences worth parsing for statements: those with a cue that is not wholly inside a quotation."""
    return [i for i, sentence in enumerate(prose.sentences) if _may_speak(prose, sentence, cues)]


def _may_speak(prose: Prose, sentence: Sentence, cues: CueLexicon) -> bool:
    if any(q.start <= sentence.start and sentence.end <= q.end for q in prose.quotations):
        return False
    return cues.any_in(sentence.of(prose.text))


def find(prose: Prose, cues: CueLexicon) -> tuple[Statement, ...]:
    """The statements of a text, in order. Never raises, whatever the text."""
    wanted = gate(prose, cues)
    prose.prepare(wanted)
    drafts: list[Draft] = []
    for index in wanted:
        doc = prose.parse(index)
        if doc is not None:
            parsed = Parsed(index, prose.sentences[index].start, doc, prose.text, prose.quotations)
            drafts.extend(settle(parsed, find_drafts(parsed, cues)))
    drafts = [draft for draft in attach(prose, drafts) if draft.content]
    return tuple(_statement(prose, draft, number, drafts) for number, draft in enumerate(drafts))


def _statement(prose: Prose, draft: Draft, number: int, drafts: list[Draft]) -> Statement:
    text = prose.text
    speakers = [prose.cast.speaker(span.start, span.end) for span in draft.speakers]
    if speakers and draft.pronoun and 0 <= draft.pronoun.start - (speakers[0].end or 0) <= 2:
        speakers[0] = replace(speakers[0], end=draft.pronoun.end)
    cue = Cue(draft.cue.start, draft.cue.end, draft.cue.of(text)) if draft.cue else None
    parent = drafts.index(draft.parent) if draft.parent in drafts else None
    return Statement(
        id=f"statement:{number + 1}",
        speaker=speakers[0] if speakers else None,
        cue=cue,
        content=tuple(draft.content),
        kind=quote_kind(prose, draft.content),
        stance=judge(text, draft),
        evidence=_evidence(prose, draft),
        negated=draft.negated,
        condition=find_condition(text, draft.content),
        co_speakers=tuple(speakers[1:]),
        via=tuple(prose.cast.speaker(span.start, span.end) for span in draft.via),
        within=f"statement:{parent + 1}" if parent is not None else None,
        addressee=draft.whom.of(text) if draft.whom and draft.whom_is_addressee else None,
        targets=_targets(prose, draft, speakers),
        articles=_articles(text, draft.content),
        treaties=_ids(prose.cast.treaties, draft.content),
        systems=_ids(prose.cast.systems, draft.content),
    )


def quote_kind(prose: Prose, content: list[Span]) -> QuoteKind:
    """Direct where nearly every letter stands in quotation marks, mixed where some does."""
    quoted = total = 0
    for span in content:
        for at in range(span.start, span.end):
            if prose.text[at].isalnum():
                total += 1
                quoted += any(
                    q.start <= at < q.end for q in prose.quotations if q.start < span.end and q.end > span.start
                )
    if not quoted:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if quoted >= 0.9 * total else QuoteKind.MIXED


def _evidence(prose: Prose, draft: Draft) -> Span:
    """The sentences that carry the statement, from the first to the last."""
    parts = [*draft.content, draft.clause]
    first = prose.sentence_at(min(part.start for part in parts))
    last = prose.sentence_at(max(part.end for part in parts) - 1)
    assert first is not None
    assert last is not None
    return Span(prose.sentences[first].start, prose.sentences[last].end)


_AIMED = frozenset(
    [Stance.ACCUSE, Stance.THREATEN, Stance.URGE, Stance.DEMAND, Stance.WARN, Stance.REJECT, Stance.OFFER]
)


def _targets(prose: Prose, draft: Draft, speakers: list[Speaker]) -> tuple[str, ...]:
    """Whom the act is aimed at: the frame's object."""
    if draft.whom is None or judge(prose.text, draft) not in _AIMED:
        return ()
    own = {speaker.on_behalf_of for speaker in speakers}
    return tuple(actor for actor in prose.cast.actors(draft.whom.start, draft.whom.end) if actor not in own)


def _articles(text: str, content: list[Span]) -> tuple[str, ...]:
    found = [match.group(1) for span in content for match in _ARTICLE.finditer(text, span.start, span.end)]
    return tuple(
        dict.fromkeys(number for group in found for number in re.findall(r"[IVX]+(?:\.\d+)?|\d+(?:\.\d+)?", group))
    )


def _ids(look, content: list[Span]) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    return tuple(dict.fromkeys(found for span in content for found in look(span.start, span.end)))
