"""From a draft to a statement: names, days, stance, targets and conditions are resolved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile

from treatywatch.dates import UncertainDay
from treatywatch.language.days import to_uncertain
from treatywatch.language.prose import Prose
from treatywatch.model.annotation import DayMention
from treatywatch.model.passage import Span
from treatywatch.model.statement import Cue, Speaker, Statement
from treatywatch.model.vocabulary import Stance
from treatywatch.statements.clauses import VERBAL
from treatywatch.statements.conditions import find_condition
from treatywatch.statements.continued import quote_kind
from treatywatch.statements.drafts import Draft
from treatywatch.statements.lexicon import CueLexicon
from treatywatch.statements.stances import judge
from treatywatch.statements.targets import find_targets, is_mutual

_ARTICLE = re.compile(
    r"\bArt(?:icles?|s?\.)\s+((?:[IVX]+|\d+)(?:[.(]\d+\)?)?(?:\s*(?:,|and|or|to)\s*(?:[IVX]+|\d+)(?:[.(]\d+\)?)?)*)(?![\w.]*\s+of\s+the\s+[Cc]onstitution)"
)
_OF_ONE = re.compile(r"(?:his|her|their|its|my|our)\s", re.IGNORECASE)
"""Words that tell somebody by whose he is: it is not the owner who is told ("told his hosts")."""
_NUMBER = re.compile(r"[IVX]+(?:[.(]\d+)?|\d+(?:[.(]\d+)?")


def finish(prose: Prose, drafts: list[Draft], cues: CueLexicon) -> Iterator[list[Statement]]:
    """The statements of each draft: one, or one from each side of a mutual act. Ids count through the text."""
    ids: dict[int, str] = {}
    count = 0
    for draft in drafts:
        ids[id(draft)] = f"statement:{count + 1}"
        count += len(_sides(prose, draft)) or 1
    for draft in drafts:
        parent = ids.get(id(draft.parent)) if draft.parent is not None else None
        yield _statements(prose, draft, cues, ids[id(draft)], parent)


def _statements(prose: Prose, draft: Draft, cues: CueLexicon, name: str, parent: str | None) -> list[Statement]:
    speakers = _speakers(prose, draft)
    one = _statement(prose, draft, cues, name, parent, speakers)
    sides = _sides(prose, draft)
    if not sides:
        return [one]
    number = int(name.partition(":")[2])
    return [
        replace(one, id=f"statement:{number + i}", speaker=speaker, co_speakers=(), targets=targets)
        for i, (speaker, targets) in enumerate(sides)
    ]


def _speakers(prose: Prose, draft: Draft) -> list[Speaker]:
    speakers = [one for span in draft.speakers for one in prose.cast.speakers(span.start, span.end)]
    if speakers and draft.pronoun and 0 <= draft.pronoun.start - (speakers[0].end or 0) <= 2:
        speakers[0] = replace(speakers[0], end=draft.pronoun.end)
    elif len(speakers) == 1 and draft.pronoun and (speakers[0].end or 0) < draft.pronoun.start:
        speakers[0] = replace(speakers[0], start=draft.pronoun.start, end=draft.pronoun.end)
    return speakers


def _sides(prose: Prose, draft: Draft) -> list[tuple[Speaker, tuple[str, ...]]]:
    """Who says it of whom where the act is mutual ("accused each other"); nothing where it is not, or the sides are unclear."""
    if not is_mutual(prose.text, draft):
        return []
    named = [(prose.cast.speaker(s.start, s.end), prose.cast.actors(s.start, s.end)) for s in draft.speakers]
    if len(named) == 1 and len(named[0][1]) == 2:
        speaker, actors = named[0]
        named = [(replace(speaker, actor=actor, on_behalf_of=actor), (actor,)) for actor in actors]
    if len(named) < 2 or not all(actors for _, actors in named):
        return []
    return [
        (speaker, tuple(a for other, theirs in named if other is not speaker for a in theirs if a not in actors))
        for speaker, actors in named
    ]


def _statement(
    prose: Prose, draft: Draft, cues: CueLexicon, name: str, parent: str | None, speakers: list[Speaker]
) -> Statement:
    text = prose.text
    condition = find_condition(text, draft.content)
    known = any(one.actor or one.on_behalf_of for one in speakers)
    stance = judge(text, draft, cues, condition, _own_side(prose, speakers), known=known)
    return Statement(
        id=name,
        speaker=speakers[0],
        cue=Cue(draft.cue.start, draft.cue.end, draft.cue.of(text)) if draft.cue else None,
        content=tuple(draft.content),
        kind=quote_kind(prose, draft.content),
        stance=stance,
        evidence=_evidence(prose, draft),
        negated=draft.negated and stance is not Stance.REFUSE_COMMENT,
        condition=condition,
        co_speakers=tuple(speakers[1:]),
        via=tuple(_carrier(prose, span) for span in draft.via),
        within=parent,
        addressee=_addressee(prose, draft),
        targets=find_targets(prose, draft, stance, speakers),
        articles=_articles(text, draft.content),
        treaties=_ids(prose.cast.treaties, draft.content),
        systems=_ids(prose.cast.systems, draft.content),
        said_on=_said_on(prose, draft),
    )


def _carrier(prose: Prose, span: Span) -> Speaker:
    """Who passes a statement on; an outlet is known by its id."""
    carrier = prose.cast.speaker(span.start, span.end)
    outlets = [m.id for m in prose.cast.scene.within(span.start, span.end, "outlet")]
    return replace(carrier, actor=outlets[0]) if carrier.actor is None and outlets else carrier


def _own_side(prose: Prose, speakers: list[Speaker]) -> Callable[[int, int], bool | None]:
    """Whether the last name in some words is the speaker's own side; None where no state or organisation is named."""
    sides = {side for one in speakers for side in (one.actor, one.on_behalf_of) if side}

    def own(start: int, end: int) -> bool | None:
        named = prose.cast.scene.within(start, end, "actor", "office", "person")
        if not named:
            return None
        meant = {named[-1].id, *prose.cast.actors(named[-1].start, named[-1].end)}
        return not sides.isdisjoint(meant)

    return own


def _evidence(prose: Prose, draft: Draft) -> Span:
    """The sentences that carry the statement, from the first to the last."""
    parts = [*draft.content, draft.clause]
    low, high = min(part.start for part in parts), max(part.end for part in parts)
    first, last = prose.sentence_at(low), prose.sentence_at(high - 1)
    start = prose.sentences[first].start if first is not None else low
    return Span(start, prose.sentences[last].end if last is not None else high)


def _addressee(prose: Prose, draft: Draft) -> str | None:
    """Who is told: the state or organisation where one is meant, else the words."""
    if draft.whom is None or not draft.whom_is_addressee:
        return None
    words = draft.whom.of(prose.text)
    actors = () if _OF_ONE.match(words) else prose.cast.actors(draft.whom.start, draft.whom.end)
    return actors[0] if len(actors) == 1 else words


def _articles(text: str, content: list[Span]) -> tuple[str, ...]:
    found = [match.group(1) for span in content for match in _ARTICLE.finditer(text, span.start, span.end)]
    numbers = (number.replace("(", ".") for group in found for number in _NUMBER.findall(group))
    return tuple(dict.fromkeys(numbers))


def _ids(look: Callable[[int, int], tuple[str, ...]], content: list[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for span in content for found in look(span.start, span.end)))


def _said_on(prose: Prose, draft: Draft) -> UncertainDay | None:
    """The day that the attribution itself tells ("warned on Friday"), not one of its content."""
    if draft.anchor is None:
        return None
    sentence = prose.sentences[draft.sentence]
    first = bisect_left(prose.days, sentence.start, key=lambda day: day.start)
    for day in takewhile(lambda day: day.start < sentence.end, prose.days[first:]):
        if day.type not in ("DATE", "TIME") or day.earliest is None or draft.holds(Span(day.start, day.end)):
            continue
        if _between(draft, day) or _hangs_on(draft, day.start - sentence.start):
            return to_uncertain(day)
    return None


def _between(draft: Draft, day: DayMention) -> bool:
    """Whether the day stands between the attribution and the content behind it ("said on Monday it would …")."""
    behind = [part.start for part in draft.content if part.start >= draft.clause.end]
    return bool(behind) and draft.clause.end <= day.start and day.end <= min(behind)


def _hangs_on(draft: Draft, at: int) -> bool:
    """Whether the first verb over the words of the day is the cue (or its infinitive: "refused to say on Friday")."""
    doc = draft.anchor.doc
    token = next((t for t in doc[max(0, at // 20) :] if t.idx + len(t) > at), None)
    if token is None:
        return False
    for over in token.ancestors:
        if over == draft.anchor:
            return True
        if over.pos_ in VERBAL and not (over.dep_ == "xcomp" and over.head == draft.anchor):
            return False
    return False
