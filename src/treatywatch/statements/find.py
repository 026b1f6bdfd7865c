"""Find the statements of one text."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import chain, pairwise

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.language.sentences import Sentence
from treatywatch.model.statement import Statement
from treatywatch.statements.attribution import find_drafts
from treatywatch.statements.back import point_back
from treatywatch.statements.chains import settle
from treatywatch.statements.drafts import Draft
from treatywatch.statements.finish import finish
from treatywatch.statements.labels import labelled
from treatywatch.statements.lexicon import CueLexicon
from treatywatch.statements.nested import told_apart
from treatywatch.statements.parsed import Parsed
from treatywatch.statements.patterns import behind_colon, beside, find_by_pattern
from treatywatch.statements.posts import posts
from treatywatch.statements.predicatives import told_by_noun
from treatywatch.statements.quotes import attach
from treatywatch.statements.reactions import entries, reaction
from treatywatch.statements.unquoted import read_unquoted

_PLAIN = frozenset(["say", "add", "tell", "write", "tweet", "reply", "ask", "warn", "explain"])
"""Verbs by which an attribution is told from its words alone, where the parser found none beside a quotation."""

_TORN_WORDS = 5
"""A line of so many words that another sentence repeats and completes is a torn copy of it (a caption cut short)."""


def gate(prose: Prose, cues: CueLexicon) -> Collection[int]:
    """The sentences worth parsing for statements: those with a cue."""
    torn = _torn(prose)
    return [i for i, one in enumerate(prose.sentences) if i not in torn and _may_speak(prose, one, cues)]


def _may_speak(prose: Prose, sentence: Sentence, cues: CueLexicon) -> bool:
    if any(q.start <= sentence.start and sentence.end <= q.end for q in prose.quotations):
        # Inside a quotation only those count who are named: see `quotes`.
        named = any(sentence.start <= m.start < sentence.end and m.kind in ("actor", "person") for m in prose.mentions)
        return named and cues.any_in(sentence.of(prose.text))
    return cues.any_in(sentence.of(prose.text))


def _torn(prose: Prose) -> set[int]:
    """Sentences that stop short where another one of the text, beginning alike, goes on."""
    found = set()
    texts = sorted((sentence.of(prose.text), i) for i, sentence in enumerate(prose.sentences))
    for (text, i), (following, _) in pairwise(texts):
        short = text[-1].isalnum() and len(text.split()) >= _TORN_WORDS
        if short and following.startswith(text) and len(following) > len(text) + 1:
            found.add(i)
    return found


def find(prose: Prose, cues: CueLexicon) -> tuple[Statement, ...]:
    """The statements of a text, in the order of their attributions. Never raises, whatever the text."""
    drafts = find_by_pattern(prose, cues) if prose.degraded else _by_parse(prose, cues)
    again = (lambda orphans: read_unquoted(prose, orphans, cues)) if not prose.degraded else (lambda orphans: [])
    readings: tuple[Callable[[Quotation], Draft | None], ...] = (
        lambda quotation: beside(prose, quotation, cues, _PLAIN),
        lambda quotation: told_by_noun(prose, quotation),
        lambda quotation: behind_colon(prose, quotation),
        lambda quotation: reaction(prose, quotation),
    )
    by_words = lambda quotation: next(  # noqa: E731
        (draft for find_one in readings if (draft := find_one(quotation)) is not None), None
    )
    said = attach(prose, drafts, again, by_words if not prose.degraded else lambda _: None)
    said = posts(prose, labelled(prose, said if prose.degraded else entries(prose, said)))
    for draft in said:
        point_back(prose, draft)
    said = told_apart(prose, [draft for draft in said if draft.content and draft.speakers])
    return tuple(chain.from_iterable(finish(prose, said, cues)))


def _by_parse(prose: Prose, cues: CueLexicon) -> list[Draft]:
    wanted = gate(prose, cues)
    prose.prepare(wanted)
    drafts: list[Draft] = []
    for index in wanted:
        doc = prose.parse(index)
        if doc is not None:
            parsed = Parsed(index, prose.sentences[index].start, doc, prose.text, prose.quotations)
            drafts.extend(settle(parsed, find_drafts(parsed, cues)))
    return drafts
