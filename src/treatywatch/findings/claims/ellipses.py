"""Claims that leave unsaid what was said just before: `China did so the same year`, `and so did Israel`, `nor has Russia`.

The act, its treaty and whether it is denied are those of the nearest act told before, in the same sentence or the one before it. An
act told of another treaty, or something else that can be joined or left, in between ends the search: then nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treatywatch.findings.claims import acts
from treatywatch.findings.claims.claimed import Act, K
from treatywatch.findings.claims.lexicon import WHOLE
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.findings.claims.standings import joining
from treatywatch.model.annotation import DayMention, Mention
from treatywatch.model.vocabulary import EventKind, Modality

_DONE_SO = re.compile(
    r"(?:,?\s(?:which|who))?[\s,]+(?:has|have|had|itself|also|then|later|only|never|not)?\s?(?:(?:also|then|later|only|itself)\s)?"
    r"(?:did\sso|done\sso|followed(?:\ssuit)?|did\sthe\ssame|done\sthe\ssame)(?![\w-])"
)
"""After a state: it did what was told before."""
_SO_DID = re.compile(r"(?:^|[\s,;])(so|as|neither|nor)\s(?:did|has|have|had|does|do)\s(?:the\s|both\s)?$")
"""Before a state: it did, or did not, what was told before."""
_HAS_NOT = re.compile(r"[\s,]+(?:has|have|did|had)(?:\snot|n't|\snever)(?=\s?(?:[,.;]|$|\sand\s|\sbut\s))")
"""After a state, at the end of its clause: it did not."""
_HAS_DONE = r"\s(?:has|have)\s(?:now\s|already\s|also\s|since\s)?(@)(?=\s?[,.;]|$)"
"""After a state, of a verb of an act: it did, and what it did it to was told before ("China has ratified, …")."""
_AFTER_DAY = re.compile(r"(?:[,;]|,?\sand|,?\sbut|,\swhile)\s(?:the\s)?$")
_ON_DAY = re.compile(r"(?=\s(?:in|on)\s)")
_SAME_YEAR = re.compile(r"[\s,]+(?:in\s|within\s)?(?:the\ssame|that\s(?:same|very))\syear(?![\w-])")
_WHEN = re.compile(r"[\s,]+(?:suit\s)?(?:(?:only|back|later|again|formally|early|late)\s)?(?:(?:in|on)\s)?(?:the\s)?")
_NEGATED = re.compile(r"\b(?:not|never|neither|nor|none|\w+n't|refused|declined|failed|yet to)\b")
_NEAR = 25
"""Characters before an act in which it is denied, beyond what stands between state and verb."""
_BACK, _SENTENCES = 220, 2
"""Characters and sentences back from an ellipsis in which its act must be told; by eye."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The act that an ellipsis takes up: of which treaty, what, by the word that tells it, whether denied, and in which year."""

    law: Law
    kind: EventKind
    word: str
    denied: bool
    year: int | None
    sides: frozenset[str]


def read(page: Page) -> Iterator[Judged]:
    """The claims of that form in all sentences."""
    for low, high in page.sentences:
        for mention in page.states(low, high):
            if mention.alias_kind not in ("adjective", "demonym"):
                yield from _at(page, low, high, mention)


def _at(page: Page, low: int, high: int, mention: Mention) -> Iterator[Judged]:
    before = _SO_DID.search(page.plain[max(low, mention.start - 16) : mention.start])
    done = _DONE_SO.match(page.plain, mention.end, high)
    lacks = _HAS_NOT.match(page.plain, mention.end, high)
    bare = None if before or done or lacks else _bare(page, mention, high)
    matched = done or lacks or bare or (None if before else _gapped(page, low, mention, high))
    if before is None and matched is None:
        return
    at, end = (matched.start(), matched.end()) if matched else (mention.start, mention.end)
    told = _taken_up(page, low, at if bare else mention.start, bare.group(1) if bare else None)
    actor = page.state_of(mention)
    if told is None or actor is None or actor in told.sides or _follows_object(page, end, high):
        return
    denied = (before is not None and before.group(1) in ("nor", "neither")) or lacks is not None
    denied = denied or (done is not None and _NEGATED.search(done.group()) is not None)
    if before is not None and not denied and told.denied:
        return  # "so did" of what nobody did is not surely read
    yield from _judged(page, told, mention, actor, denied, end, high)


def _bare(page: Page, mention: Mention, high: int) -> re.Match[str] | None:
    """`Israel joined in 1995`: the verb of an act with a day in the place of its treaty."""
    for words in page.lexicon.file.elliptic.values():
        done = page.lexicon.pattern(words, _HAS_DONE).match(page.plain, mention.end, high)
        if done is not None:
            return done
        verb = page.lexicon.pattern(words, r"\s(@)(?![\w-])").match(page.plain, mention.end, high)
        if verb is not None:
            day = next(iter(page.days(verb.end(), high)), None)
            same = _SAME_YEAR.match(page.plain, verb.end(), high)
            return verb if same or (day and _WHEN.fullmatch(page.plain, verb.end(), day.start)) else None
    return None


def _gapped(page: Page, low: int, mention: Mention, high: int) -> re.Match[str] | None:
    """`…, North Korea in 1993`: a state and a day, right after the day of the clause whose verb it shares."""
    lead = _AFTER_DAY.search(page.plain[max(low, mention.start - 12) : mention.start])
    day_before = lead and any(one.end == mention.start - len(lead.group()) for one in page.days(low, mention.start))
    return _ON_DAY.match(page.plain, mention.end, high) if day_before else None


def _follows_object(page: Page, end: int, high: int) -> bool:
    """Whether a treaty follows at once, so that nothing is left unsaid."""
    return any(0 <= one.start - end < 12 for one in page.treaties(end, high))


def _taken_up(page: Page, low: int, at: int, verb: str | None) -> _Told | None:
    """The nearest act told before `at`; of a bare `verb` one of the same sort."""
    found = _acts_before(page, low, at, verb)
    if not found:
        return None
    done = [one for one in found if one[1] is not K.NOTIFY_WITHDRAWAL]  # a notice leads to what is done
    match, kind = max(done or found, key=lambda one: one[0].start())
    first, last = page.sentence_at(match.start())
    law = page.treaty_at(first, min(last, at), match.start())
    if law is None and kind is K.NOTIFY_WITHDRAWAL and not page.treaties(first, last):
        law = page.treaty_before(first)
    later = {one.ids for one in page.treaties(match.end(), at) if one.start >= 0}
    if law is None or any(ids != (law.treaty.id,) for ids in later):
        return None
    other = page.lexicon.words("joinable").search(page.plain, match.end(), at)
    if other is not None or (verb is not None and not _one_sort(page, kind, verb)):
        return None
    return _told_by(page, law, kind, match, min(last, at))


def _acts_before(page: Page, low: int, at: int, verb: str | None) -> list[tuple[re.Match[str], EventKind]]:
    """The words for acts in the stretch before `at` in which an ellipsis can take one up, with their kinds."""
    start = low
    for _ in range(_SENTENCES if verb is None else 1):
        start = page.sentence_at(max(0, start - 2))[0] if start else start
    return [
        (match, kind)
        for kind, words in page.lexicon.file.elliptic.items()
        for match in page.lexicon.pattern(words, WHOLE).finditer(page.plain, max(start, at - _BACK), at)
    ]


def _told_by(page: Page, law: Law, kind: EventKind, match: re.Match[str], end: int) -> _Told:
    """The act that a word tells: who did it, whether it is denied, in which year."""
    first, _ = page.sentence_at(match.start())
    states = page.states(first, match.start())
    reach = states[-1].start if states else match.start() - _NEAR
    denied = bool(_NEGATED.search(page.plain, max(first, reach), match.start()))
    days = [one for one in page.days(match.start(), end) if one.earliest and one.latest]
    year = days[0].earliest.year if days and days[0].earliest else None
    sides = frozenset(side for one in states if (side := page.state_of(one)))
    return _Told(law, kind, match.group(), denied, year, sides)


_SORTS = ((K.SIGN, K.RATIFY, K.ACCEDE, K.APPROVE), (K.WITHDRAW, K.NOTIFY_WITHDRAWAL), (K.SUSPEND,))
"""Kinds of acts of one sort: what joins a treaty, what leaves it, what suspends it."""


def _one_sort(page: Page, kind: EventKind, verb: str) -> bool:
    of_verb = next((one for one, words in page.lexicon.file.elliptic.items() if verb in words), None)
    return any(kind in sort and of_verb in sort for sort in _SORTS)


def _judged(
    page: Page, told: _Told, mention: Mention, actor: str, denied: bool, end: int, high: int
) -> Iterator[Judged]:
    day, stop = _day(page, told, end, high)
    kind = _kind_of(page, told, page.plain[mention.end : end])
    if day is None or denied or told.denied:
        if kind in (K.SIGN, K.RATIFY, K.ACCEDE) and not (day is None and kind is K.SIGN and denied != told.denied):
            span = (min(mention.start, stop), stop)
            yield from joining(page, told.law, span, [mention], denied or told.denied, _WORDS[kind])
        return
    found = acts.judge(page, told.law, Act(kind, (actor,), Modality.HAPPENED, day, (mention.start, stop)))
    if found is not None:
        yield found


_WORDS = {K.SIGN: "sign", K.RATIFY: "ratify", K.ACCEDE: "join"}


def _kind_of(page: Page, told: _Told, words: str) -> EventKind:
    """The kind of act: that of a bare verb, else the one taken up."""
    for kind, verbs in page.lexicon.file.elliptic.items():
        if page.lexicon.pattern(verbs, WHOLE).search(words):
            return kind
    return told.kind


def _day(page: Page, told: _Told, end: int, high: int) -> tuple[ToldDay | None, int]:
    """The day told after an ellipsis, or the year of the act that it takes up; and where the claim ends."""
    same = _SAME_YEAR.match(page.plain, end, high)
    if same is not None and told.year is not None:
        first, last = date(told.year, 1, 1), date(told.year, 12, 31)
        words = page.text[same.start() : same.end()].strip()
        return ToldDay(same.start(), same.end(), first, last, str(told.year), words, True, True, False), same.end()
    mention: DayMention | None = next(iter(page.days(end, high)), None)
    if mention is None or not _WHEN.fullmatch(page.plain, end, mention.start):
        return None, end
    return ToldDay.of(mention, page.plain, page.lexicon), mention.end
