"""Direct quotations: which cue each belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable

from treatywatch.language.prose import Prose
from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.statements.continued import goes_on
from treatywatch.statements.drafts import Draft
from treatywatch.statements.signatures import signature

_FAR = 90
"""Characters that may stand between a cue and the quotation that it introduces."""


def attach(
    prose: Prose,
    drafts: list[Draft],
    again: Callable[[list[Quotation]], list[Draft]],
    by_words: Callable[[Quotation], Draft | None] = lambda _: None,
) -> list[Draft]:
    """Give every quotation to its cue; add drafts for quotations that go on without one. The drafts come back in order.

    `again` reads the sentences of quotations without an owner once more, and tells what attributions it finds; `by_words` looks for one
    beside a quotation by its words alone.
    """
    inner = [draft for draft in drafts if _inside_quotation(prose, draft)]
    drafts = [draft for draft in drafts if draft not in inner]
    orphans = [quotation for quotation in prose.quotations if _settle(prose, quotation, drafts) is None]
    orphans = [quotation for quotation in orphans if is_utterance(prose.text, quotation)]
    found = again(orphans) if orphans else []
    for quotation in orphans:
        owner = _beside(prose, quotation, found)
        signed = (
            (signature(prose, quotation) or by_words(quotation) or _behind_colon(prose, quotation, drafts))
            if owner is None
            else None
        )
        if signed is not None:
            drafts.append(signed)
        elif owner is None:
            goes_on(prose, quotation, drafts)
        else:
            owner.content = sorted([Span(quotation.start, quotation.end), *(owner.content if owner in drafts else [])])
            drafts += [] if owner in drafts else [owner]
    drafts += _told_on(prose, inner, drafts)
    return sorted(drafts, key=lambda draft: (draft.clause.start, draft.clause.end))


def _behind_colon(prose: Prose, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """`Macron voiced doubts about the bill: “It is flawed.”`: the words of who has just been reported in the same sentence."""
    before = prose.text[: quotation.start].rstrip(" ")
    index = prose.sentence_at(quotation.start)
    told = [d for d in drafts if d.content and d.speakers and d.content[-1].end == len(before) - 1 and not d.via]
    if not before.endswith(":") or not told:
        return None
    owner, colon = told[-1], Span(len(before) - 1, len(before))
    index = owner.sentence if index is None else index
    whole = [Span(quotation.start, quotation.end)]
    return Draft(index, None, colon, None, list(owner.speakers), colon, content=whole, pronoun=owner.pronoun)


def _told_on(prose: Prose, inner: list[Draft], outer: list[Draft]) -> list[Draft]:
    """What somebody quoted says that somebody else said ("Moscow has told us that …"): it stands within what he says."""
    kept = []
    for draft in inner:
        holders = [other for other in outer if draft.cue and other.holds(draft.cue)]
        if not holders or not draft.content or not _by_name(prose, draft):
            continue
        if draft.entry is not None and draft.entry.cue in ("think", "believe"):
            continue  # what somebody quoted holds for another's mind is not what that one said
        if draft.parent is None or draft.parent not in inner:
            draft.parent = min(holders, key=lambda other: sum(part.end - part.start for part in other.content))
        kept.append(draft)
    return [draft for draft in kept if draft.parent in outer or draft.parent in kept]


_OWNED = re.compile(r"(?:my|your|our|his|her|its|their)\b", re.IGNORECASE)
"""What somebody quoted calls his own or another's names nobody who spoke ("your first request of Putin needs to be …")."""


def _by_name(prose: Prose, draft: Draft) -> bool:
    """Whether a name of the shelf, not a pronoun, tells the speaker, and a clause what is said."""
    named = ("actor", "person", "office")
    told = all(
        any(s.start <= m.start and m.end <= s.end for m in prose.mentions if m.kind in named) for s in draft.speakers
    )
    told = told and not any(_OWNED.match(s.of(prose.text)) for s in draft.speakers)
    return told and draft.frame is not None and draft.frame.kind in ("clause", "object-clause", "object-of", "object")


def is_utterance(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is something said, not a quoted term or title: it ends in punctuation, or has four words."""
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    words = inner.split()
    if _is_title(text, quotation, words):
        return False
    return bool(inner) and (inner[-1] in ",.?!…—–" or len(words) >= 4)


_TITLE_WORDS = 6
_NAMED = re.compile(r"\b(?:titled|entitled|named|dubbed|headlined|captioned)\s+$")
_OF_A_PAPER = re.compile(
    r"\b(?:newspaper|daily|weekly|magazine|journal|website|tabloid|paper|film|book|novel|programme|program)\s+$"
)
"""Nouns whose name may stand in quotation marks ("the newspaper “Novaya gazeta,” says …")."""
_LONGEST_NAMING = 14
"""Characters of the longest word by which a title is told, with its space."""


def _is_title(text: str, quotation: Quotation, words: list[str]) -> bool:
    """The name of a programme or a paper, with the American comma or full stop ("told ABC’s “This Week.”")."""
    before = text[: quotation.start].rstrip(" ")[-1:]
    if len(words) <= _TITLE_WORDS and _OF_A_PAPER.search(
        text, max(0, quotation.start - _LONGEST_NAMING), quotation.start
    ):
        return True
    named = bool(_NAMED.search(text, max(0, quotation.start - _LONGEST_NAMING), quotation.start))
    short = (1 if named else 2) <= len(words) <= _TITLE_WORDS and words[-1][-1] in ",."
    return before.isalnum() and short and all(_capital(word) for word in words)


def _capital(word: str) -> bool:
    return word[0].isupper() or word in ("of", "the", "and", "in", "for", "to", "a", "with", "on", "&")


def _inside_quotation(prose: Prose, draft: Draft) -> bool:
    assert draft.cue is not None
    return any(q.start <= draft.cue.start and draft.cue.end <= q.end for q in prose.quotations)


def _settle(prose: Prose, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """The draft whose content the quotation is part of, or whose cue stands beside it."""
    whole = Span(quotation.start, quotation.end)
    owners = []
    before = _interrupted(prose, quotation, drafts)
    if before is not None:
        _give(drafts, before, whole)
        return before
    for draft in drafts:
        touching = [part for part in draft.content if part.overlaps(whole) or _runs_into(prose.text, part, whole)]
        if touching and not draft.clause.overlaps(whole):
            _widen(draft, touching, Span(_lead_in(prose, quotation, draft), quotation.end))
            owners.append(draft)
    if owners:
        return owners[0]
    if not is_utterance(prose.text, quotation):
        return None
    found = _beside(prose, quotation, drafts)
    if found is not None:
        # "said of Y" only tells the topic once the words themselves are there.
        topic = found.frame is not None and found.frame.kind in ("prep", "object-prep")
        found.content = [whole] if topic else sorted([*found.content, whole])
        if found.frame is None and found.entry is not None:
            found.frame = found.entry.frame("quote") or found.entry.frame("object-quote")
    return found


def _interrupted(prose: Prose, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """`“It is late,” he wrote in a note explaining his vote, “but we will go.”`: whose quotation goes on behind the attribution."""
    text, index = prose.text, prose.sentence_at(quotation.start)
    small = text[quotation.inner_start : quotation.inner_start + 1].islower()
    first = next(
        (q for q in prose.quotations if q.end <= quotation.start and prose.sentence_at(q.start) == index), None
    )
    if (
        first is None
        or not small
        or not text[: quotation.start].rstrip().endswith(",")
        or text[first.inner_end - 1] != ","
    ):
        return None
    held = [
        d
        for d in drafts
        if d.holds(Span(first.start, first.inner_end - 1)) and first.end <= d.clause.start < quotation.start
    ]
    return held[0] if held else None


def _give(drafts: list[Draft], owner: Draft, whole: Span) -> None:
    """Leave the quotation to its owner alone."""
    for draft in drafts:
        if draft is not owner:
            kept = [Span(part.start, min(part.end, whole.start)) for part in draft.content if part.start < whole.start]
            draft.content = kept + [part for part in draft.content if part.start >= whole.end]
    owner.content = sorted([*(part for part in owner.content if not part.overlaps(whole)), whole])


def _lead_in(prose: Prose, quotation: Quotation, draft: Draft) -> int:
    """Where the content begins, if the words that lead into a quotation of several sentences stand in an earlier one than the
    attribution behind it ("The nominees “were stiff. They …,” he said").
    """
    first = prose.sentence_at(quotation.start)
    before = prose.text[: quotation.start].rstrip(" ")
    leads = first is not None and first < draft.sentence and draft.clause.start >= quotation.end
    if not leads or first is None or not before[-1:].isalpha() or prose.sentences[first].start == quotation.start:
        return quotation.start
    return prose.sentences[first].start


def _runs_into(text: str, part: Span, quotation: Span) -> bool:
    """Whether a content runs into the quotation without a pause ("praised him for coming "despite everybody's advice"")."""
    return text[part.end : quotation.start] == " " and text[part.end - 1].isalnum()


def _widen(draft: Draft, touching: list[Span], whole: Span) -> None:
    """Let the content cover the quotation to its marks."""
    low = min(whole.start, *(part.start for part in touching))
    high = max(whole.end, *(part.end for part in touching))
    kept = [part for part in draft.content if part not in touching]
    draft.content = sorted([*kept, Span(low, high)])


def _beside(prose: Prose, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """The nearest cue that takes a quotation and stands just after it, or introduces it."""
    best: tuple[int, Draft] | None = None
    for draft in drafts:
        distance = _distance(prose, quotation, draft)
        if distance is not None and draft.takes_quote and (best is None or distance < best[0]):
            best = (distance, draft)
    return best[1] if best else None


_FEW = 4
_LEADING = frozenset(["by", "with", "in", "to", "on", "at", "from", "through", "under", "into"])
"""Words before a quoted piece that lead from the reporter's own words into it."""


def _mere_words(text: str, quotation: Quotation, gap: str) -> bool:
    """`agreed to outlaw the gases by “completely eliminating them.”`: a piece of a phrase, with words of the reporter's before it."""
    small = text[quotation.inner_start : quotation.inner_start + 1].islower()
    words = gap.split()
    return small and len(words) > _FEW and words[-1] in _LEADING


def _distance(prose: Prose, quotation: Quotation, draft: Draft) -> int | None:
    text = prose.text
    if draft.clause.start >= quotation.end:
        gap = text[quotation.end : draft.clause.start]
        closed = text[quotation.inner_start : quotation.inner_end].rstrip().endswith(".")
        if closed and text[draft.clause.end : draft.clause.end + 1] in (":", ","):
            return None  # "… ." He added: "…": the cue introduces the next one
        if (closed or gap.strip() == ".") and any(part.start >= draft.clause.end for part in draft.content):
            return None  # "… ." He said that …: the cue has its content behind it
        return len(gap) if len(gap.strip()) <= 1 and "\n" not in gap.strip(" ") else None
    if draft.clause.end <= quotation.start:
        gap = text[draft.clause.end : quotation.start]
        colon = gap.rstrip().endswith(":")
        if len(gap) > _FAR or ("\n" in gap and not colon) or any(stop in gap for stop in (". ", "? ", "! ")):
            return None
        if _mere_words(text, quotation, gap):
            return None
        # A cue that already has its content before it introduces nothing more, unless a comma or colon says so.
        if any(part.start >= draft.clause.start for part in draft.content) and not gap.strip().endswith((":", ",")):
            return None
        return 2 + len(gap)
    return None
