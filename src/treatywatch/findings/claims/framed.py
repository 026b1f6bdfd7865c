"""Claims about acts whose day stands apart from their words: `it was in June 1988 that …`, `did not take effect until …`, `1988 saw …`.

Each construction is a frame (see `framing`) around a clause that tells an act, in the forms that the lexicon gives of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from treatywatch.findings.claims import acts
from treatywatch.findings.claims.claimed import Act
from treatywatch.findings.claims.framing import Frame, Slot, frame_of, law_of
from treatywatch.findings.claims.lexicon import ActForms, alternatives
from treatywatch.findings.claims.page import Judged, Page, ToldDay
from treatywatch.model.vocabulary import EventKind, Modality

_SOFT = r"(?:(?:formally|officially|finally|only|first|then|itself|actually|legally|both|also|at last|in fact) )*"
_ON = r"(?:back )?(?:in|on|during|from) (?:the )?(?:(?:year|month|spring|summer|autumn|fall|winter|course|early days|end) of )?"
_CAME = (
    r"(?: itself)? (?:only |finally |formally )?(?:came|come|took place|happened|occurred|followed|fell|was|is|dates?|dated|"
    r"is dated|was completed|came about)(?: only| finally| formally| late| back)? (?:to |in |on |from |as late as |as early as )?(?:the )?"
)
_FRONT = r"(?:^|[;:–—] ?|[,;.] (?:and|but|then) |^(?:and|but|then) |\" ?|“)"
"""Where a clause begins."""
_ASIDE = r"(?:, [^,;.TAD]{3,60},)?"

OF_TREATY: tuple[str, ...] = (
    rf"it was (?:(?:only )?{_ON}|(?:not until|not before|only) (?:in )?(?:the )?)D,? (?:that|when) T {_SOFT}(?:@past)",
    rf"\bD (?:was|is|marks|marked) the (?:day|date|month|year|moment|week)(?: (?:in|on) which| when| that)? T {_SOFT}(?:@past)",
    rf"\bD (?:also )?(?:saw|brought|witnessed|marked) (?:T {_SOFT}(?:@bare)|(?:the )?{_SOFT}(?:@noun) of T|T's {_SOFT}(?:@noun))",
    rf"\bT{_ASIDE} (?:did|does|would|could) not {_SOFT}(?:@bare) (?:until|till|before) {_SOFT}(?:late |early )?(?:in )?(?:the )?D",
    rf"\b(?:not until|only in|only on|only) D did T {_SOFT}(?:@bare)",
    rf"{_FRONT}(?:in|on) (?:the )?D,? T {_SOFT}(?:@past)",
    r"\b(?:@having) (?:in|on|back in|as late as|as early as) (?:the )?D, T\b",
    rf"\bsince D, when T {_SOFT}(?:@past)",
    rf"(?:the )?(?:@noun) of T{_ASIDE}{_CAME}D",
    rf"(?:T'|T's|\bits) (?:own )?(?:@noun){_ASIDE}{_CAME}D",
    rf"(?:^|[•*] ?|\n)D ?[:–—-] ?T,? {_SOFT}(?:@present)\b",
)
"""Frames of acts of a treaty as a whole."""

OF_STATE: tuple[str, ...] = (
    rf"it was (?:(?:only )?{_ON}|(?:not until|not before|only) (?:in )?(?:the )?)D,? (?:that|when) A {_SOFT}(?:@past) T",
    rf"it was A,? (?:that|who|which) {_SOFT}(?:@past) T (?:in |on )D",
    rf"\bD (?:was|is|marks|marked) the (?:day|date|month|year|moment|week)(?: (?:in|on) which| when| that)? A {_SOFT}(?:@past) T",
    rf"\bD (?:also )?(?:saw|brought|witnessed|marked) (?:A {_SOFT}(?:@bare)|(?:A'|A's|the J|J) {_SOFT}(?:@noun)) T",
    rf"\bA{_ASIDE} (?:did|does|would|could) not {_SOFT}(?:@bare) T (?:until|till|before) {_SOFT}(?:late |early )?(?:in )?(?:the )?D",
    rf"\b(?:not until|only in|only on|only) D did A {_SOFT}(?:@bare) T",
    rf"(?:A'|A's|\bthe J|\bJ) {_SOFT}(?:@noun) T{_ASIDE}{_CAME}D",
    rf"(?:A'|A's|\bthe J|\bJ) {_SOFT}D (?:@noun) T\b",
    rf"\bsince D, when A {_SOFT}(?:@past) T",
    r"\bA (?:was|is|had been|became) the (?:first|second|third|last) (?:\w+ ){0,3}?to (?:@bare) T,? (?:in|on) (?:the )?D",
    rf"\bA (?:has|have) {_SOFT}(?:@past) T since (?:the )?D",
    rf"{_FRONT}(?:in|on) (?:the )?D,? A {_SOFT}(?:@past) T",
    r"\b(?:@having) T (?:in|on|back in|as late as|as early as) (?:the )?D, A\b",
    rf"(?:^|[•*] ?|\n)D ?[:–—-] ?A,? {_SOFT}(?:@present) T",
    r"\b(?:the|a) D (?:@noun) T by A",
    rf"(?:A'|A's|\bthe J|\bJ) {_SOFT}(?:@noun) T, {_SOFT}(?:given|served|submitted|deposited|handed in|made) (?:in|on) (?:the )?D",
    rf"\bT,? which (?:A|it|they) {_SOFT}(?:@past)(?: [^,;.TAD]{{1,40}}?)? (?:in|on) (?:the )?D",
)
"""Frames of acts of states."""

_LASTING = rf"\bT{_ASIDE} (?:has|have) (?:thus |now |therefore |already )?(?:@) since (?:the )?D"
_OPERATIVE = rf"\bT,[^.;T]{{3,60}}?\b(?:but|and|then|yet) (?:@) {_SOFT}(?:since|from) (?:the )?D"
_STAYING = (
    rf"\bA(?:,? which|,? who)?,? {_SOFT}(?:@) T(?: {_SOFT})?,? ?(?:only |right up )?(?:until|till|up to) (?:the )?D"
)
_FROM_TO = rf"\bT{_ASIDE}(?: was| had been|,)? in (?:force|effect) (?:from|between) D (?:to|until|till|through|and) D"
_BELONGING = rf"\bA(?:,? which| has been|,? itself| is)?,? {_SOFT}(?:@) T,? since (?:the )?D"
_ENDING = rf"\bA(?:'s|') (?:membership|participation) (?:of|in) T {_SOFT}(?:@) (?:in|on) (?:the )?D"
_LOST = rf"\bT {_SOFT}(?:@) A,? (?:in|on) (?:the )?D"
_ALONE = rf"\bA(?:,? which)? (?:had |has )?{_SOFT}(?:@) (?:in|on) (?:the )?D"
"""A state that left, where the treaty is the one that was told before."""
_BOUND = (
    ("staying", _STAYING, EventKind.WITHDRAW),
    ("belonging", _BELONGING, EventKind.ACCEDE),
    ("member_ended", _ENDING, EventKind.WITHDRAW),
    ("gone", _ALONE, EventKind.WITHDRAW),
    ("losing", _LOST, EventKind.WITHDRAW),
)
"""Lists of the lexicon, the frames around them, and what is told by them."""


def read(page: Page) -> Iterator[Judged]:
    """The claims of these forms in all sentences."""
    for low, high in page.sentences:
        if next(iter(page.days(low, high)), None) is None:
            continue
        frame = frame_of(page, low, high)
        for kind, pattern in _patterns(page, "told_of_treaty", OF_TREATY):
            for match in pattern.finditer(frame.text):
                yield from _of_treaty(page, frame, kind, match)
        for kind, pattern in _patterns(page, "told_of_state", OF_STATE):
            for match in pattern.finditer(frame.text):
                yield from _of_states(page, frame, kind, match)
        yield from _spans(page, frame)


def _patterns(page: Page, name: str, frames: tuple[str, ...]) -> tuple[tuple[EventKind, re.Pattern[str]], ...]:
    forms: Mapping[EventKind, ActForms] = getattr(page.lexicon.file, name)
    return tuple((kind, _compiled(frames, each)) for kind, each in forms.items())


@lru_cache(maxsize=64)
def _compiled(frames: tuple[str, ...], forms: ActForms) -> re.Pattern[str]:
    """One pattern of all frames with the forms of one act in them."""
    joined = "|".join(frames)
    for name in ("past", "bare", "present", "noun", "having"):
        joined = joined.replace(f"@{name}", alternatives(getattr(forms, name)).replace(r"\s+", " "))
    return re.compile(joined)


def _spans(page: Page, frame: Frame) -> Iterator[Judged]:
    """From when, or until when, a treaty was in force, or a state was bound by it."""
    for kind, words in page.lexicon.file.lasting_since.items():
        for match in page.lexicon.pattern(words, _LASTING).finditer(frame.text):
            yield from _of_treaty(page, frame, kind, match)
    for match in page.lexicon.pattern("operative", _OPERATIVE).finditer(frame.text):
        yield from _of_treaty(page, frame, EventKind.ENTER_INTO_FORCE, match, last=True)
    for match in re.finditer(_FROM_TO, frame.text):
        yield from _of_treaty(page, frame, EventKind.TERMINATE, match, last=True)
    for name, template, kind in _BOUND:
        for match in page.lexicon.pattern(name, template).finditer(frame.text):
            if name != "gone" or not page.lexicon.words("joinable").search(page.plain, *_since_before(page, frame)):
                yield from _of_states(page, frame, kind, match)


def _since_before(page: Page, frame: Frame) -> tuple[int, int]:
    """The sentence and the one before it."""
    return page.sentence_at(max(0, frame.low - 2))[0], frame.high


def _of_treaty(page: Page, frame: Frame, kind: EventKind, match: re.Match[str], last: bool = False) -> Iterator[Judged]:
    law = law_of(page, frame, next(iter(frame.within(match, "T")), None))
    if law is not None:
        yield from _told(
            page, frame, Act(kind, (), Modality.HAPPENED, None, frame.span(match)), match, law.treaty.id, last
        )


def _of_states(page: Page, frame: Frame, kind: EventKind, match: re.Match[str]) -> Iterator[Judged]:
    law = law_of(page, frame, next(iter(frame.within(match, "T")), None))
    told = [*frame.within(match, "A"), *frame.within(match, "J")][:1] or _only_before(frame, match)
    for one in told[0].mentions if law and told else ():
        actor = page.state_of(one)
        if law is not None and actor is not None:
            act = Act(kind, (actor,), Modality.HAPPENED, None, frame.span(match))
            yield from _told(page, frame, act, match, law.treaty.id)


def _only_before(frame: Frame, match: re.Match[str]) -> list[Slot]:
    """The one state that the sentence names before a match: what "it" is in "…, which it ratified in 2013"."""
    before = [slot for at, slot in frame.slots.items() if at < match.start() and slot.letter == "A"]
    return before if len(before) == 1 else []


def _told(
    page: Page, frame: Frame, act: Act, match: re.Match[str], treaty: str, last: bool = False
) -> Iterator[Judged]:
    """The verdict on an act with the day of the frame; "until" and "before" belong to the frame, and leave nothing open."""
    law, days = page.library.law(treaty), frame.within(match, "D")
    mention = days[-1 if last else 0].day if days else None
    if law is None or mention is None:
        return
    day = replace(ToldDay.of(mention, page.plain, page.lexicon), loose=False)
    found = acts.judge(page, law, replace(act, day=day))
    if found is not None:
        yield found
