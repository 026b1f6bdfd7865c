"""How far an indirect content reaches: what the reporter adds is left out, what the speaker goes on to say is taken in."""

from __future__ import annotations

import re
from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import children, infinitive, modal, own_subject
from treatywatch.statements.drafts import Draft
from treatywatch.statements.parsed import Parsed, has_verb, trim

_LIKEWISE = re.compile(r", as (?:have|has|had|did|do|does|is|was|are|were|will|would)\b")
"""`said it was ready, as have its allies`: a comparison in the reporter's own voice."""

_DASHES = frozenset(["--", "—", "–", "-"])


def settle_extent(parsed: Parsed, draft: Draft) -> None:
    """Cut the reporter's closing asides off a clause, and add what stands behind a colon."""
    if draft.frame is None or not draft.content or draft.cue is None:
        return
    if draft.frame.kind.endswith("infinitive"):
        draft.content[-1] = _to_reason(parsed, _to_purpose(parsed, _to_quoted(parsed, draft.content[-1])))
    if not draft.frame.kind.endswith("clause"):
        return
    last = draft.content[-1]
    if last.start < draft.cue.end:
        return
    end = min(
        _before_likewise(parsed, last),
        _before_dash(parsed, last),
        _at_closing_mark(parsed, draft, last),
        _before_occasion(parsed, last),
    )
    if end == last.end:
        end = _behind_colon(parsed, end)
    end = _carried_on(parsed, draft, _whole_word(parsed, end))
    settled = trim(parsed.text, last.start, end)
    draft.content[-1] = settled or last
    first = draft.content[0]
    if first.start >= draft.cue.end:
        start = _behind_that(parsed, draft, first.start)
        draft.content[0] = trim(parsed.text, start, first.end) or Span(start, first.end)


_NEXT_DEED = re.compile(r"[,;]? (?:and|but) (?:\w+ly )?(?=\w)")


def _at_closing_mark(parsed: Parsed, draft: Draft, content: Span) -> int:
    """`told them “we will go” and mocked the others`: the end of a quoted sentence, where a verb in the tense of one above goes on."""
    quotation = parsed.quoted_at(content.start)
    if quotation is None or quotation.end >= content.end or not has_verb(parsed, content.start, quotation.end):
        return content.end
    joint = _NEXT_DEED.match(parsed.text, quotation.end, content.end)
    following = next((t for t in parsed.doc if joint is not None and t.idx + parsed.offset == joint.end()), None)
    over = [token.tag_ for token in (draft.anchor, *draft.anchor.ancestors) if token.tag_ in _TENSES]
    return quotation.end if following is not None and following.tag_ in over else content.end


_TENSES = frozenset(["VBD", "VBZ", "VBP"])


_REASON = re.compile(r" (?:\w+ )?because\b")


def _to_reason(parsed: Parsed, content: Span) -> Span:
    """`urged them to stay away because they could not be trusted`: the reason right behind what is asked."""
    behind = _REASON.match(parsed.text, content.end, parsed.end)
    end = re.compile("[,;—–]").search(parsed.text, content.end, parsed.end) if behind else None
    whole = trim(parsed.text, content.start, end.start() if end else parsed.end) if behind else None
    return whole or content


_AND_QUOTED = re.compile(r",? (?:and|or|but) (?=[“\"‘])")


def _to_quoted(parsed: Parsed, content: Span) -> Span:
    """`urged them to keep the pact and “show restraint”`: the quoted words that an "and" joins to what is asked."""
    joint = _AND_QUOTED.match(parsed.text, content.end, parsed.end)
    quotation = parsed.quoted_at(joint.end()) if joint else None
    return Span(content.start, quotation.end) if quotation is not None else content


_PURPOSE = re.compile(r",? so (?:that|as to)\b")


def _to_purpose(parsed: Parsed, content: Span) -> Span:
    """`urged them to ratify it so that work could begin`: the purpose is part of what is asked."""
    if not _PURPOSE.match(parsed.text, content.end, parsed.end):
        return content
    return trim(parsed.text, content.start, parsed.end) or content


_CARRIES_ON = re.compile(
    r",? (?:and|but) that\b"
    r"|[,”\"]* (?:and|or) [“\"](?=[a-z])"
    r"|,? but (?:also|only|not|rather)\b"
    r"|, (?:so|given|such as|including|especially|particularly|not|or|because)\b"
    r"|, (?:compared (?:to|with)|based on)\b"
    r"| (?:because|unless|until)\b"
    r"|,?[”\"] (?:compared|if|because|unless|until|to|from|as a|in|for|of|on|with|that|when)\b"
)
"""Words behind a content that can only go on with it: the reporter's own comment never opens so."""


def _carried_on(parsed: Parsed, draft: Draft, end: int) -> int:
    """The end of the sentence, where a word goes on with the clause that the parser ended before it."""
    if not (_CARRIES_ON.match(parsed.text, end, parsed.end) or _lists_on(parsed, end)):
        return end
    rest = [token for token in parsed.doc if token.idx + parsed.offset >= end]
    dashed = next(
        (t.idx + parsed.offset for t in rest if t.text in _DASHES and t.idx + parsed.offset > end), parsed.end
    )
    return min(dashed, parsed.end)


def _lists_on(parsed: Parsed, end: int) -> bool:
    """`needed to buy launchers, train the crews and …`: a bare infinitive behind the comma is one of a row."""
    behind = [token for token in parsed.doc if token.idx + parsed.offset >= end and not token.is_quote][:2]
    listed = len(behind) == 2 and behind[0].text == "," and behind[1].tag_ == "VB" and not infinitive(behind[1])
    return listed and own_subject(behind[1]) is None


def _whole_word(parsed: Parsed, end: int) -> int:
    """The end of the sentence, where the parser broke the content off inside a word ("re-|flagged")."""
    text = parsed.text
    torn = end < parsed.end and (text[end].isalnum() or (text[end] in "-–" and text[end + 1 : end + 2].isalnum()))
    return parsed.end if torn and text[end - 1].isalnum() else end


def _behind_that(parsed: Parsed, draft: Draft, start: int) -> int:
    """Where the clause behind a spoken "that" begins, if the parser lost its subject ("said that the violence in … could …")."""
    first = next((token for token in parsed.doc if token.idx + parsed.offset >= start), None)
    if first is None or draft.cue is None:
        return start
    if first.tag_ not in ("MD", "VBZ", "VBD", "VBP"):
        return _behind_cue(parsed, draft, start)
    for token in parsed.doc:
        at: int = token.idx + parsed.offset
        if draft.cue.end <= at < start and token.lower_ == "that" and token.dep_ in ("mark", "det"):
            return at + len("that ")
    return _behind_cue(parsed, draft, start)


_SUBORDINATE = re.compile(r"\s+(?:just because|only because|because|no matter|whether or not|even if|if|unless)\b")


def _behind_cue(parsed: Parsed, draft: Draft, start: int) -> int:
    """`said just because nothing was seen did not mean …`, `says no matter what he does, …`: a clause right behind the cue opens
    what is said.
    """
    assert draft.cue
    found = _SUBORDINATE.match(parsed.text, draft.cue.end, start)
    return start if found is None else draft.cue.end + len(found.group()) - len(found.group().lstrip())


def _before_likewise(parsed: Parsed, content: Span) -> int:
    found = _LIKEWISE.search(parsed.text, content.start, content.end)
    return found.start() if found else content.end


_OCCASION = re.compile(
    r",[”\"]? (?:(?:just|only|barely|mere|some|less than|more than|about) )*(?:an?|one|two|three|four|five|six|\d+)? ?"
    r"(?:minutes?|hours?|days?|weeks?|months?) (?:after|before|ahead of) "
)
"""`said that he saw a foe in it, days after a bitter meeting`: when it was said."""


def _before_occasion(parsed: Parsed, content: Span) -> int:
    """Where the words begin that tell how long after something it was said; behind a quotation or a clause, where no other follows."""
    found = _OCCASION.search(parsed.text, content.start, content.end)
    if found is None or parsed.quoted_at(found.end()) is not None or "," in parsed.text[found.end() : content.end]:
        return content.end
    closing = 1 if parsed.text[found.start() + 1] in '”"' else 0
    return found.start() + 1 + closing


def _before_dash(parsed: Parsed, content: Span) -> int:
    """The place of a dash behind which a noun with its own clause sums up what was said ("-- remarks that …")."""
    for token in parsed.doc:
        at: int = token.idx + parsed.offset
        if token.text in _DASHES and content.start < at < content.end and _sums_up(parsed, token, content.end):
            return at
    return content.end


def _sums_up(parsed: Parsed, dash: Any, end: int) -> bool:
    first = dash.doc[dash.i + 1] if dash.i + 1 < len(dash.doc) else None
    if first is None or any(t.text in _DASHES for t in dash.doc[dash.i + 1 :]):
        return False
    for noun in (first, *first.ancestors):
        if noun.pos_ == "NOUN" and noun.left_edge == first and any(c.dep_ == "relcl" for c in noun.children):
            last = noun.right_edge
            return bool(last.idx + len(last) + parsed.offset >= end)
    return False


def _behind_colon(parsed: Parsed, end: int) -> int:
    """The end of the sentence, where a colon behind the content opens a clause that is no quotation."""
    rest = parsed.text[end : parsed.end]
    if not rest.startswith(": ") or rest[2:3] in "\"“'‘" or not has_verb(parsed, end, parsed.end):
        return end
    return parsed.end


def coordinated(verb: Any, told: set[str]) -> list[Any]:
    """Clauses coordinated with the cue that go on with the content: by its own pronoun ("says she hopes to win, but she knows …"),
    or by a "would" behind a past cue ("said the talks had failed, and the allies would need …").
    """
    return [clause for clause in children(verb, "conj") if _goes_on(verb, clause, told) or _finite_behind(verb, clause)]


def _finite_behind(verb: Any, clause: Any) -> bool:
    """`saying he had hoped for one but would now take the other`: a finite verb cannot stand beside a participle."""
    if verb.tag_ != "VBG" or own_subject(clause) is not None or clause.i < verb.i or children(verb, "aux"):
        return False
    return clause.tag_ in ("VBD", "VBZ", "VBP") or modal(clause) is not None


_NAMED = frozenset(["PERSON", "ORG", "GPE", "NORP"])


def _alike(verb: Any, clause: Any) -> bool:
    """`added that it is so everywhere, and the stock was near the estimate`: a clause that may be said like the one before it. Where that
    one stands in the past perfect or under "would", a plain past is the reporter's ("said it had failed, and the delegations left").
    """
    before = [c for c in children(verb, "ccomp") if verb.i < c.i < clause.i]
    told = own_subject(clause)
    if (
        told is not None
        and told.ent_type_ in _NAMED
        and clause.tag_ == "VBD"
        and any(c.tag_ in ("VBZ", "VBP") for c in before)
    ):
        return False  # "said it is ready, and Guatemala expressed its wish to join"
    shifted = any(aux.lower_ in ("had", "would") for said in before for aux in children(said, "aux"))
    return bool(before) and not (shifted and clause.tag_ == "VBD" and not children(clause, "aux"))


def _goes_on(verb: Any, clause: Any, told: set[str]) -> bool:
    inner = own_subject(clause)
    if inner is None or any(c.dep_ == "ccomp" for c in clause.children):
        return False
    if verb.tag_ in ("VBD", "VBN") and modal(clause) == "would":
        return True
    if verb.tag_ == "VBD" and any(c.lower_ == "and" for c in children(verb, "cc")) and _alike(verb, clause):
        return True
    perfect = any(c.lower_ in ("has", "have") for c in children(clause, "aux"))
    return inner.lower_ in told and not perfect
