"""Content that stands before the attribution, or around it."""

from __future__ import annotations

import re
from typing import Any

from treatywatch.model.passage import Span
from treatywatch.statements.clauses import children, infinitive, is_passive, modal, own_subject
from treatywatch.statements.drafts import Draft
from treatywatch.statements.filled import after_comma
from treatywatch.statements.interrupted import around, aside_behind, bracketed, resumed
from treatywatch.statements.lexicon import CueEntry
from treatywatch.statements.parsed import Parsed, has_verb, spans, trim
from treatywatch.statements.phrases import name_tokens
from treatywatch.statements.speakers import closing_name, quoted_as


def take_fronted(parsed: Parsed, draft: Draft, verb: Any) -> None:
    """Content that stands before the attribution ("…, officials said"), or around it ("The treaty, he said, is dead")."""
    if (
        draft.entry is None
        or modal(verb)
        or _reflexive(verb)
        or (verb.dep_ == "advcl" and infinitive(verb))  # "France won 4-2 to claim the cup"
        or not any(frame.kind in ("clause", "quote") for frame in draft.entry.frames)
    ):
        return
    passing = quoted_as(verb)
    over = children(passing, "ccomp", "xcomp") if passing is not None else []
    left = [child for child in (*children(verb, "ccomp", "xcomp"), *over) if child.i < verb.i]
    if parsed.text[parsed.offset : draft.clause.start].rstrip().endswith(";"):
        return  # "…; his ministry agreed": another sentence stands before
    if as_told(verb) and draft.entry.frame("clause"):
        draft.content = _matrix(parsed, draft, verb)
        draft.frame = draft.entry.frame("clause") if draft.content else None
        return
    word = _one_word(parsed, draft)
    if word is not None:
        draft.content = [word]
    elif left and _PAUSED.search(parsed.text, parsed.offset, _opening(draft)):
        inside = draft.clause
        tokens = [
            token
            for token in left[0].subtree
            if not inside.start <= token.idx + parsed.offset < inside.end and token != verb
        ]
        low = bracketed(parsed, inside)
        high = inside.end if aside_behind(parsed, inside) else parsed.end
        draft.content = spans(parsed, [token for token in tokens if low <= token.idx + parsed.offset < high])
        draft.content = _to_attribution(parsed, draft)
        draft.content += resumed(parsed, draft.content, inside)
    else:
        draft.content = _both_sides(parsed, draft, verb)
    draft.content = _spoken(parsed, draft)
    if draft.content:
        draft.frame = draft.entry.frame("clause") or draft.entry.frame("quote")
    address(parsed, draft)


def _both_sides(parsed: Parsed, draft: Draft, verb: Any) -> list[Span]:
    """What stands before an attribution, or around it, where the parser found no clause there."""
    if closing_name(verb) is not None and draft.cue is not None:
        whole = trim(parsed.text, parsed.offset, draft.cue.start)
        return [whole] if whole is not None else []
    clausal = draft.entry is not None and draft.entry.frame("clause") is not None
    if not (clausal or _between_commas(parsed, draft)) or _has_object(draft, verb):
        return draft.content
    return [] if _only_a_scene(parsed, draft, verb) else around(parsed, draft.clause)


def _between_commas(parsed: Parsed, draft: Draft) -> bool:
    """`The Government, he went on, stood by it`: a cue that only takes quotations, in the middle of what is said."""
    before = parsed.text[parsed.offset : draft.clause.start].rstrip()
    return before.endswith(",") and parsed.text[draft.clause.end : draft.clause.end + 1] == ","


_CONDITIONS = frozenset(["if", "unless", "until", "once", "should", "provided"])


def openings(parsed: Parsed, draft: Draft) -> list[Span]:
    """What opens the sentence before an attribution whose clause stands behind it: a condition ("If it stays, he said it would …"),
    or whatever stands there when commas set the attribution off ("At this stage, she said, it cannot …").
    """
    verb, at = draft.anchor, draft.clause.start
    if (
        own_subject(verb) is None
        or parsed.quoted(verb) is not None
        or draft.passive
        or parsed.text[parsed.offset : at].count('"') % 2
    ):
        return []
    marked = [c for c in children(verb, "advcl") if c.i < verb.i and c.left_edge.lower_ in _CONDITIONS]
    apart = parsed.text[draft.clause.end : draft.clause.end + 1] == "," and parsed.text[:at].rstrip().endswith(",")
    scenes = any(_tells_when(c) for c in children(verb, "advcl") if c.i < verb.i and c not in marked)
    opens = next((token for token in parsed.doc if token.is_alpha), verb)
    scenes = scenes or opens.lower_ in _SCENES or opens.tag_ in ("VBG", "VBN")  # "Asked why …, he responded, “…”"
    quoted = _opens_quotation(parsed, draft)
    if apart and not scenes and not quoted:  # "In an interview, he said, “…”"
        first = next((t for t in parsed.doc if t.is_alpha), None)
        low = first.idx + parsed.offset if first is not None and first.lower_ not in ("and", "but") else None
        whole = trim(parsed.text, low, at) if low is not None and low < at else None
        return [whole] if whole is not None and not any(whole.overlaps(part) for part in draft.content) else []
    told = [parsed.span(list(clause.subtree)) for clause in marked if clause.left_edge.i <= 1]
    return [span for span in told if span.end <= at and not any(span.overlaps(part) for part in draft.content)]


def _opens_quotation(parsed: Parsed, draft: Draft) -> bool:
    """Whether the content behind the attribution is a quotation with a beginning of its own ("In an interview, he said, “We …”")."""
    quotation = parsed.quoted_at(draft.content[0].start) if draft.content else None
    opens = next((char for char in parsed.text[parsed.offset : draft.clause.start] if not char.isspace()), "")
    return quotation is not None and parsed.text[quotation.inner_start].isupper() and opens not in "\"“'‘"


def _reflexive(verb: Any) -> bool:
    """`…, she said, are finding themselves …`: nothing is said by it."""
    return any(noun.lower_.endswith(("self", "selves")) for noun in children(verb, "dobj"))


def _to_attribution(parsed: Parsed, draft: Draft) -> list[Span]:
    """`The longer it takes, the worse it gets, he said`: what the parser left out between the clause and the attribution."""
    at, doc = _opening(draft), parsed.doc
    if len(doc) > 1 and doc[0].lower_ == "the" and doc[1].tag_ in ("RBR", "JJR"):
        whole = trim(parsed.text, parsed.offset, at)
        return [whole] if whole is not None else draft.content
    if len(draft.content) != 1 or draft.content[0].end >= at:
        return draft.content
    left_out = parsed.text[draft.content[0].end : at]
    if not left_out.startswith(",") or not has_verb(parsed, draft.content[0].end, at):
        return draft.content
    whole = trim(parsed.text, draft.content[0].start, at)
    return [whole] if whole is not None else draft.content


def _opening(draft: Draft) -> int:
    """Where the attribution begins, with the speaker whom an adverb parts from his verb ("my father often said")."""
    return min(
        [draft.clause.start, *(one.start for one in draft.speakers if 0 < draft.clause.start - one.end < _ADVERB)]
    )


_ADVERB = 25
"""Letters of an adverb between speaker and cue at most."""

_PAUSED = re.compile(r"[,”\"’'?!…—–-]\s*$")
"""What separates a content from an attribution behind it."""

_RESUMES = re.compile(r";\s|,\s(?=(?:by|because|unless|until|if|despite|rather|nor|so that|even|to)\b)")
"""What goes on with the content behind a direct quotation."""

_DASHES = ("—", "–", "--", "-")

_CONCEDES = re.compile(r",? (?:al)?though\b")


def _spoken(parsed: Parsed, draft: Draft) -> list[Span]:
    """The content without what the reporter goes on to tell: behind a direct quotation ("…," he said, and left the hall), behind
    an "although", and before the colon or dash that opens the quotation.
    """
    at = draft.clause.start
    quoted = next((q for q in parsed.quotations if parsed.text[q.end : at].strip() == "" and q.end <= at), None)
    found: list[Span] = []
    for part in draft.content:
        if quoted is not None and part.end <= quoted.start and parsed.text[part.end : quoted.start].strip() in _DASHES:
            continue  # "declined to name a goal — “I'll let you know,” he said": the reporter's words
        if part.start < at:
            colon = quoted is not None and parsed.text[: quoted.start].rstrip().endswith((":", "—", "–", " -", "--"))
            found.append(
                Span(quoted.start, part.end) if quoted and colon and part.start < quoted.start < part.end else part
            )
        elif quoted is None or _RESUMES.match(parsed.text, draft.clause.end, parsed.end):
            concession = _CONCEDES.search(parsed.text, part.start, part.end)
            found.append(
                Span(part.start, concession.start()) if concession and concession.start() > part.start else part
            )
        elif parsed.quoted_at(part.start) is not None:
            found.append(part)
    return found


def as_told(verb: Any) -> bool:
    """`As the agency reported, …`, `…, as he put it on Monday`: a clause with "as" around which the content stands."""
    marked = any(child.lower_ == "as" and child.dep_ in ("mark", "prep", "advmod") for child in verb.children)
    apart = verb.left_edge.i == 0 or verb.left_edge.nbor(-1).is_punct
    if is_passive(verb) and own_subject(verb) is None and not apart:
        return False  # "a ship as announced by Washington": it is said of the ship
    own = any(prep.i == verb.i + 1 and prep.lower_ in ("of", "about", "against") for prep in children(verb, "prep"))
    return bool(marked and verb.dep_ == "advcl" and not children(verb, "ccomp") and not own)


def _matrix(parsed: Parsed, draft: Draft, verb: Any) -> list[Span]:
    """The clause that a clause with "as" hangs on, without that clause and without a conjunction before it."""
    whole = next((over for over in verb.ancestors if _has_subject(over)), None)
    if whole is None or draft.cue is None:
        return []
    inside = set(verb.subtree)
    tokens = [token for token in whole.subtree if token not in inside]
    while tokens and (tokens[0].dep_ == "cc" or tokens[0].is_punct):
        tokens = tokens[1:]
    return [
        span for span in spans(parsed, tokens) if has_verb(parsed, span.start, span.end) or span.end < draft.cue.start
    ]


def _has_object(draft: Draft, verb: Any) -> bool:
    """`After the speech, reporters shouted several questions`: an object fills the verb, nothing before it is said."""
    if any(child.i > verb.i and infinitive(child) and not after_comma(child) for child in children(verb, "xcomp")):
        return True  # "in ratifying the pact, Libya agreed to host a station"
    if draft.entry is None or any(frame.kind.startswith("object") for frame in draft.entry.frames):
        return False
    return any(
        child.i > verb.i and not child.ent_type_ and child.lower_ not in ("so", "that", "this", "it")
        for child in children(verb, "dobj")
    )


def _has_subject(clause: Any) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in clause.children)


_SCENES = frozenset(["after", "before", "when", "while", "as", "since", "asked"])


def _only_a_scene(parsed: Parsed, draft: Draft, verb: Any) -> bool:
    """`Weighing in on the debate, he agreed`, `Asked if …, most said yes`: what stands before tells when, or on what occasion."""
    if parsed.text[draft.clause.end : parsed.end].startswith((",", ";")) and has_verb(
        parsed, draft.clause.end, parsed.end
    ):
        return False
    scenes = [child for child in children(verb, "advcl") if child.i < verb.i and _tells_when(child)]
    covered = {token for scene in scenes for token in scene.subtree if not _holds_main_clause(scene)}
    before = [t for t in verb.doc if t.idx + parsed.offset < draft.clause.start and t.pos_ in ("VERB", "AUX")]
    return bool(scenes) and all(token in covered for token in before)


def _holds_main_clause(scene: Any) -> bool:
    """`As they prepared to speak, a girl was hurt, police said`: the parser hung the main clause on the verb of the scene."""
    tokens = list(scene.subtree)
    pause = next((token.i for token in tokens if token.text == "," and token.i > scene.i), None)
    if pause is None:
        return False
    return any(
        t.i > pause and own_subject(t) is not None and own_subject(t).i > pause and t.dep_ != "relcl" for t in tokens
    )


def _tells_when(clause: Any) -> bool:
    opens = next(iter(clause.subtree)).lower_ in _SCENES
    return opens or (clause.tag_ in ("VBG", "VBN") and own_subject(clause) is None)


def _one_word(parsed: Parsed, draft: Draft) -> Span | None:
    """`Asked whether …, he said "Yes".`: a quotation right behind the cue that ends the sentence."""
    for quotation in parsed.quotations:
        words = parsed.text[quotation.inner_start : quotation.inner_end].split()
        if len(words) > 1 and all(word[0].isupper() for word in words):
            continue  # "said in his book, “An American Son.”"
        gap = parsed.text[draft.clause.end : quotation.start]
        at_cue = draft.cue is not None and draft.clause.end <= draft.cue.end
        near = gap.strip(" ,:") == "" and (at_cue or gap.strip() != "")
        if quotation.start >= draft.clause.end and near and quotation.end <= parsed.end:
            return (
                Span(quotation.start, quotation.end)
                if not parsed.text[quotation.end : parsed.end].strip(" .!?")
                else None
            )
    return None


def closing_credit(parsed: Parsed, token: Any, entries: list[CueEntry]) -> Draft | None:
    """`…, the paper reports.` at the end of a sentence, where the parser took the verb for a plural noun."""
    doc, first = token.doc, token.left_edge
    closes = token.i + 1 >= len(doc) or doc[token.i + 1].text in (".", "!", "?")
    entry = next((entry for entry in entries if entry.frame("clause")), None)
    if entry is None or not closes or first.i in (0, token.i) or doc[first.i - 1].text != ",":
        return None
    cue, speaker = parsed.span([token]), parsed.span([first, doc[token.i - 1]])
    content = trim(parsed.text, parsed.offset, speaker.start)
    if content is None or not has_verb(parsed, parsed.offset, speaker.start):
        return None
    clause = Span(speaker.start, cue.end)
    return Draft(parsed.index, token, cue, entry, [speaker], clause, entry.frame("clause"), [content])


def address(parsed: Parsed, draft: Draft) -> None:
    """Who is told, where the content does not stand behind the cue ("…," he told reporters)."""
    if draft.entry is None or not draft.entry.frame("object-quote"):
        return
    told = [child for child in children(draft.anchor, "dobj", "dative") if child.i > draft.anchor.i]
    if told:
        draft.whom, draft.whom_is_addressee = parsed.span(name_tokens(told[0])), True
