"""Claims about standing that are told around the treaty: `as a party to the NPT, Iran`, `has yet to ratify it`, `remains outside`.

What is told of another time, as a question, on a condition or as somebody's doubt is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from treatywatch.findings.claims.framing import Frame, frame_of, law_of
from treatywatch.findings.claims.lexicon import ClaimLexicon, alternatives
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.findings.claims.standings import joining, standing
from treatywatch.model.finding import Verdict

_OF = r"(?:to|of|in|under|by|with)"
_STATES = r"(?:states|countries|nations|powers|governments)"
_LACKING = r"(?:that|which|who) (?:has|have) (?:still |yet )?(?:not|never)"
_SUCH = r",? (?:such as|like|including|among them|notably|for instance|for example|chief among them)"

PARTY = (
    rf"\bas (?:an?|one of the|another|itself a) (?:\w+ ){{0,2}}?(?:@party) {_OF} T, A",
    rf"\bbeing an? (?:@party) {_OF} T, A",
    r"\bA (?:also |still |now )?belongs? to T",
    rf"\bA (?:is|are|remains?|figures?|counts?) (?:also |still )?(?:among|one of|part of) (?:the )?(?:\w+ ){{0,2}}?(?:@party) {_OF} T",
    rf"(?:@party) {_OF} T{_SUCH} A",
    r"\bT (?:also |still )?(?:binds|obliges|commits) A",
    r"\bT (?:also |still )?(?:counts|numbers) A among its",
    r"\bA(?:'s|') membership (?:of|in) T(?! (?:ended|ceased|laps|expir|came|would|will|was|had|has|is|began))",
    rf"\bA\b(?! (?:said|says|told))[^.;TADJ]{{1,60}} (?:as|because|since|for|given that) (?:it|they) (?:is|are) (?:@party) {_OF} T",
    r"\bT,? to which A (?:is|are|was|were)(?: also| both| all| then| once)* (?:@party)\b",
    r"\bT,? to which A (?:also )?belong(?:s|ed)?\b",
    r"\bA(?:,| is| was| remains) the only (?:[\w-]+ ){1,3}(?:in|of|to) T\b",
)
"""A state is told to be a party."""

STRANGER = (
    r"\bA (?:is|are|remains?|stays?|stands?|(?:has|have) (?:always |so far )?(?:remained|stayed|kept)) (?:still )?(?:outside|out of)"
    r" (?:of )?T",
    rf"\bA,? (?:itself )?(?:is |are |remains? )?(?:an?|the) (?:@strangers) {_OF} T",
    rf"\bA (?:is|are) (?:among|one of) (?:the )?(?:\w+ ){{0,3}}{_STATES} (?:that (?:are|remain|stay) |still |left )?outside (?:of )?T",
    rf"\bA (?:is|are|remains?) no (?:@party) {_OF} T",
    r"\bA (?:does|do) not belong to T",
    rf"\bA (?:is|are) not (?:among|one of) (?:the )?(?:\w+ ){{0,2}}?(?:@party) {_OF} T",
    rf"{_STATES} outside (?:of )?T{_SUCH} A",
)
"""A state is told to be none."""

ABSTAINED = (
    r"\bA (?:has|have) (?:yet|still) to (?:@bare) (?:T|it\b)",
    r"\bA (?:still |also |so far )?(?:refuses?|declines?|(?:has|have) (?:so far |always |consistently )?(?:refused|declined)|is unwilling)"
    r" to (?:@bare) (?:T|it\b)",
    r"\bA(?:'s|') (?:continued |long |stubborn )?(?:failure|refusal|reluctance|unwillingness) to (?:@bare) (?:T|it\b)",
    rf"\bA (?:is|are) (?:among|one of) (?:the )?(?:\w+ ){{0,3}}{_STATES} {_LACKING} (?:@done) T",
    rf"{_STATES} {_LACKING} (?:@done) T{_SUCH} A",
    r"\bA (?:has |have )?(?:long ago )?signed T,? (?:but|though|and|yet|although)(?: has| have)? (?:never|not|not yet) (?:@done)"
    r"(?= it\b|[.,;]|$)",
    r"\bA\b[^.;TADJ]{1,60} T without (?:ever )?having (?:@done) it",
)
"""A state is told not to have signed, ratified or joined."""

_TIMED = re.compile(r",? (?:since|until|till|from|in|on|between|before|after|by|as of)(?: the)? D|,? D")
"""After a standing: it is told of another day than the report's."""
_SUPPOSED = re.compile(
    r"\b(?:if|unless|should|once|whether|until|before|were|wants?|urged?|urges|hopes?|that|would|could|may|might) (?:the )?$"
)


JOINED = (
    r"\b(?:only then|then|so|not only|and so) (?:did|has|have) A (?:@bare) T\b",
    r"\bT,? which A (?:has |have |had )?(?:@done)(?=[,.;]|$| under| long| without)",
)
"""A state is told to have signed, ratified or joined."""


def read(page: Page) -> Iterator[Judged]:
    """The claims of these forms in all sentences."""
    for low, high in page.sentences:
        if page.text[low:high].rstrip("\"'” )").endswith("?") or not page.states(low, high):
            continue
        frame = frame_of(page, low, high)
        for sort, pattern in zip(("party", "stranger", "abstained", "joined"), _patterns(page.lexicon), strict=True):
            for match in pattern.finditer(frame.text):
                timed = frame.within(match, "D") or _TIMED.match(frame.text, match.end())
                if not timed and not _SUPPOSED.search(frame.text[: match.start()]):
                    yield from _claim(page, frame, match, sort)


@lru_cache(maxsize=8)
def _patterns(lexicon: ClaimLexicon) -> tuple[re.Pattern[str], ...]:
    """The patterns with the words of the lexicon in them."""
    words = {
        "party": lexicon.file.party.party,
        "strangers": lexicon.file.joining.strangers,
        "bare": lexicon.file.joining.bare,
        "done": lexicon.file.joining.done,
    }
    made = []
    for frames in (PARTY, STRANGER, ABSTAINED, JOINED):
        joined = "|".join(frames)
        for name, listed in words.items():
            joined = joined.replace(f"@{name}", alternatives(listed).replace(r"\s+", " "))
        made.append(re.compile(joined))
    return tuple(made)


def _claim(page: Page, frame: Frame, match: re.Match[str], sort: str) -> Iterator[Judged]:
    law = law_of(page, frame, next(iter(frame.within(match, "T")), None))
    states = next((list(slot.mentions) for slot in frame.within(match, "A")), [])
    span = frame.span(match)
    if law is None or not states:
        return
    if sort in ("abstained", "joined"):
        done = re.findall(r"\b(?:sign|ratif|accede|join|accept|become|adhere|put)", match.group())
        verb = "sign" if done and done[-1] in ("sign", "put") else "ratify"
        found = joining(page, law, span, states, sort == "abstained", verb)
    else:
        found = standing(page, law, span, states, sort == "stranger")
    yield from (one for one in found if one.verdict is not Verdict.CONTRADICTS or not page.disowned(*span))
