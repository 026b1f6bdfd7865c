"""Claims about who did something first, alone or after another, told around the treaty: `the first country to leave it was Russia`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.findings.claims.firsts import DOING, alone, first, in_order
from treatywatch.findings.claims.framing import Frame, frame_of, law_of
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.model.vocabulary import EventKind

_ONE = r"(?:state |country |party |member |nation |power |government |signatory |one )*"
_FIRST = rf"\bthe first (?:of the \w+ )?{_ONE}to (?:have )?(?:@) T,? (?:was|is|had been) A\b"
_ONLY = rf"\bA (?:is|was|remains|became) (?:still |so far )?the only {_ONE}(?:to have|to|that has|which has) (?:@) T\b"
_ONLY_IS = rf"\bthe only {_ONE}(?:to have|that has|which has) (?:@) T,? (?:is|remains|was) A\b"
_FOLLOWED = r"\bA (?:first )?(?:@) T,? (?:(?:and )?(?:was |soon )*followed (?:\w+ )*by|and then|and later|then) A\b"
_SPAN = r"\bA (?:@) T(?: [^,;.TA]{1,40})?,? (?:[\w-]+ ){1,2}(?:year|month|week|day)s? "
_NO_OTHER_ACT = r"(?! (?:vot|sign|announc|gave|told))"
_SPAN_BEFORE = rf"{_SPAN}(?:before|ahead of|earlier than) A{_NO_OTHER_ACT}"
_SPAN_AFTER = rf"{_SPAN}(?:after|later than) A{_NO_OTHER_ACT}"
_AFTER = r"\bA (?:@) T,? (?:only )?(?:after|once) A (?:had (?:done so|left|gone|quit|withdrawn|ratified|joined)|did|left|quit)\b"
_AS_FIRST = rf"\bA (?:@) T,? (?:as )?the first {_ONE}to do so\b"

TEMPLATES = (_FIRST, _ONLY, _ONLY_IS, _FOLLOWED, _AFTER, _AS_FIRST, _SPAN_BEFORE, _SPAN_AFTER)


def read(page: Page) -> Iterator[Judged]:
    """The claims of these forms in all sentences."""
    for low, high in page.sentences:
        if not page.states(low, high):
            continue
        frame = frame_of(page, low, high)
        for kind in DOING:
            for template in TEMPLATES:
                for match in page.lexicon.pattern(page.lexicon.file.first_acts[kind], template).finditer(frame.text):
                    yield from _claim(page, frame, kind, template, match)


def _claim(page: Page, frame: Frame, kind: EventKind, template: str, match: re.Match[str]) -> Iterator[Judged]:
    law = law_of(page, frame, next(iter(frame.within(match, "T")), None))
    states = [slot.mentions[-1] for slot in frame.within(match, "A")]
    actor = page.state_of(states[0]) if states else None
    span = frame.span(match)
    if law is None or actor is None or "resolution" in law.treaty.form or page.disowned(*span):
        return
    if template in (_FIRST, _AS_FIRST):
        yield from first(page, law, kind, actor, span)
    elif template in (_ONLY, _ONLY_IS):
        yield from alone(page, law, kind, actor, span)
    elif len(states) > 1:
        yield from in_order(
            page, law, kind, (states[0], states[1]), span, "after" if template in (_AFTER, _SPAN_AFTER) else "before"
        )
