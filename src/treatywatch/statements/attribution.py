"""The speech acts of one parsed sentence: who, by which cue, with which complement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.statements.clauses import (
    VERBAL,
    agent,
    children,
    conjuncts,
    infinitive,
    is_passive,
    modal,
    name_tokens,
    negation,
    own_subject,
    patient,
    span_of,
    subject,
)
from treatywatch.statements.drafts import Draft
from treatywatch.statements.frames import Filled, fill, particle
from treatywatch.statements.lexicon import CueEntry, CueLexicon

COMMENT = frozenset(
    [
        "say",
        "comment",
        "elaborate",
        "confirm",
        "specify",
        "answer",
        "reveal",
        "disclose",
        "speculate",
        "respond",
        "explain",
        "reply",
    ]
)
"""What one declines or refuses to do when one refuses comment."""

_HANDED_OUT = frozenset(
    ["give", "provide", "offer", "discuss", "name", "identify", "detail", "release", "go", "be", "talk", "speak"]
)
_DETAILS = frozenset(
    [
        *(
            "detail",
            "details",
            "comment",
            "comments",
            "information",
            "figure",
            "figures",
            "explanation",
            "answer",
            "answers",
        ),
        *(
            "reason",
            "reasons",
            "timeline",
            "estimate",
            "name",
            "names",
            "specifics",
            "particulars",
            "number",
            "numbers",
            "evidence",
        ),
        *("into", "about", "on", "drawn", "quoted", "named", "identified"),
    ]
)
"""With these words, handing out nothing is refusing comment; refusing to give aid is not."""

_UNREAL = frozenset(
    [
        *("want", "expect", "plan", "hope", "need", "decline", "refuse", "fail", "ask", "intend", "wish", "hesitate"),
        *("urge", "like", "prepare", "try", "pretend", "tend", "invite", "require", "stop"),
    ]
)
"""Verbs whose infinitive tells a speech act that has not been performed."""

_NOT_YET = frozenset(["will", "'ll", "may", "might", "should", "must", "shall", "can", "could", "ca"])
"""Modals under which a speech act has not been performed ("could not certify")."""

_LIGHT = frozenset(
    [
        "make",
        "issue",
        "give",
        "renew",
        "repeat",
        "voice",
        "express",
        "release",
        "deliver",
        "send",
        "sound",
        "level",
        "reiterate",
    ]
)
"""Verbs that add nothing to their noun ("issued a warning that …"): their subject speaks."""

EXCHANGES = frozenset(["trade", "exchange", "swap"])
"""Verbs that make their object mutual ("traded accusations")."""

_MUTE = frozenset(
    [
        *(
            "law",
            "bill",
            "step",
            "move",
            "missile",
            "system",
            "measure",
            "talk",
            "test",
            "launch",
            "suspension",
            "withdrawal",
        ),
        *(
            "deployment",
            "crisis",
            "violation",
            "event",
            "case",
            "site",
            "weapon",
            "decree",
            "vote",
            "deal",
            "range",
            "attack",
        ),
    ]
)
"""Things that confirm, suggest or signal without saying anything."""

_NOT_SPEAKING = frozenset(["i", "you", "me", "us", "one", "there", "this", "what", "nothing"])
_CLAUSE_PARTS = frozenset(
    [
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "npadvmod",
        "prep",
        "dative",
        "prt",
        "dobj",
        "agent",
        "nsubj",
        "nsubjpass",
        "oprd",
        "mark",
    ]
)
_LOOSE = frozenset(["npadvmod", "prep", "advmod", "mark"])
"""Parts that belong to the attribution only behind the verb; before it they may belong to an interrupted content."""

_EDGE = ",;:.–—- \t\n"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its parse; `offset` turns a token's place into a place in the text."""

    index: int
    offset: int
    doc: Any
    text: str
    quotations: tuple[Quotation, ...] = ()

    def quoted(self, token: Any) -> Quotation | None:
        """The quotation that the token stands in, if any."""
        at = token.idx + self.offset
        return next((q for q in self.quotations if q.start <= at < q.end and not q.single), None)

    def span(self, tokens: Iterable[Any]) -> Span:
        """The tokens' span in the text."""
        return span_of(tokens, self.offset)

    def name(self, noun: Any) -> Span:
        """The words that name somebody, without an abbreviation in brackets behind them."""
        span = self.span(name_tokens(noun))
        bracket = self.text.find(" (", span.start, span.end)
        return Span(span.start, bracket) if bracket > span.start and ")" not in self.text[bracket : span.end] else span

    @property
    def end(self) -> int:
        """The end of the parsed part, as an offset in the text."""
        return self.offset + len(self.doc.text)


def find_drafts(parsed: Parsed, cues: CueLexicon) -> list[Draft]:
    """The drafts of one sentence, in the order of their cues."""
    found: list[Draft] = []
    silent: set[int] = set()
    for token in parsed.doc:
        if token.i in silent:
            continue
        draft = _draft(parsed, token, cues)
        if draft is not None:
            if draft.refuses_comment:
                silent.update(child.i for child in children(token, "xcomp"))
            found.append(draft)
    return [draft for draft in found if not _only_carries(draft, found)]


def _only_carries(draft: Draft, found: list[Draft]) -> bool:
    """`repeated its threat to …`: the verb adds nothing to the act that its object names."""
    if draft.anchor.lemma_.lower() not in _LIGHT or draft.frame is None or draft.frame.kind != "object":
        return False
    return any(other.anchor.pos_ == "NOUN" and other.anchor.head == draft.anchor for other in found)


def _draft(parsed: Parsed, token: Any, cues: CueLexicon) -> Draft | None:
    form = token.lower_
    if form in cues.verbs and (_is_verb(token) or hidden_participle(token)):
        return _verb(parsed, token, cues.verbs[form])
    if form in cues.nouns and token.pos_ == "NOUN":
        return _noun(parsed, token, cues.nouns[form])
    if form in cues.phrases:
        return _phrase(parsed, token, cues.phrases[form])
    return None


def _is_verb(token: Any) -> bool:
    if token.dep_ in ("amod", "compound", "aux", "auxpass"):
        return False
    if token.pos_ in VERBAL:
        return True
    return token.pos_ in ("NOUN", "PROPN") and any(child.dep_ in ("nsubj", "ccomp") for child in token.children)


def hidden_participle(token: Any) -> bool:
    """`calling for restraint and warning of risks`: a participle that the parser took for a noun beside the other's object."""
    if token.tag_ != "NN" or token.dep_ != "conj" or not token.lower_.endswith("ing"):
        return False
    if any(child.dep_ in ("det", "amod", "poss", "compound") for child in token.children):
        return False
    return any(over.tag_ == "VBG" for over in token.ancestors)


# --- Verbs -------------------------------------------------------------------------------------------------------


def _verb(parsed: Parsed, verb: Any, entries: list[CueEntry]) -> Draft | None:
    fitting = [entry for entry in entries if particle(entry, verb)]
    fitting.sort(key=lambda entry: -len(entry.cue.split()))
    if not fitting or not _performed(verb):
        return None
    entry, filled = _best(fitting, verb)
    passive = is_passive(verb)
    speaker = agent(verb) if passive else _outside_quotation(parsed, verb, subject(verb))
    if speaker is None or not _can_speak(speaker):
        return None
    speakers = [parsed.name(noun) for noun in conjuncts(speaker)]
    cue = parsed.span(_cue_tokens(verb, entry))
    draft = Draft(parsed.index, verb, cue, entry, speakers, cue, passive=passive, negated=negation(verb))
    taken = set(filled.content) if filled else set()
    draft.clause = _clause(parsed, verb, speaker, taken)
    draft.pronoun = _relative_pronoun(parsed, verb, speaker)
    if filled:
        _take(parsed, draft, filled)
    elif not passive and (verb.tag_ != "VBG" or own_subject(verb) is not None):
        _take_fronted(parsed, draft, verb)
    draft.via = _through_whom(parsed, verb)
    if passive and draft.whom is None and patient(verb) is not None:
        draft.whom = parsed.span(name_tokens(patient(verb)))
    if not _comments(draft, verb, filled, parsed):
        return None
    return draft


def _through_whom(parsed: Parsed, verb: Any) -> list[Span]:
    """`Interfax quoted him as saying`, `was quoted by Interfax as saying`: who passes it on."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.head.pos_ not in VERBAL:
        return []
    quoting = verb.head.head
    carrier = agent(quoting) if is_passive(quoting) else own_subject(quoting)
    return [parsed.span(name_tokens(carrier))] if carrier is not None else []


def _relative_pronoun(parsed: Parsed, verb: Any, speaker: Any) -> Span | None:
    """The "who" that stands for the speaker just behind the name."""
    told = own_subject(verb)
    if told is None or told == speaker or told.lower_ not in ("who", "which", "that"):
        return None
    return parsed.span([told])


def _outside_quotation(parsed: Parsed, verb: Any, speaker: Any) -> Any:
    """The subject; where the parser took it from the quoted words, the noun that stands beside the verb instead."""
    if speaker is None or parsed.quoted(speaker) is None or parsed.quoted(verb) is not None:
        return speaker
    beside = [
        child
        for child in verb.children
        if child.dep_ in ("nsubj", "dobj", "attr", "npadvmod", "appos", "dep") and parsed.quoted(child) is None
    ]
    return beside[0] if beside else None


def _best(entries: list[CueEntry], verb: Any) -> tuple[CueEntry, Filled | None]:
    for entry in entries:
        filled = fill(entry, verb)
        if filled is not None:
            return entry, filled
    return entries[0], None


def _performed(verb: Any) -> bool:
    """Whether the speech act took place: no future or possible one, and none that was only wanted."""
    if modal(verb) in _NOT_YET:
        return False
    if (
        verb.lemma_.lower() == "ask"
        and verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("acl", "advcl")
        and own_subject(verb) is None
    ):
        return False  # "asked whether …, she said": somebody else asked
    if infinitive(verb) and verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        head = verb.head
        return head.lemma_.lower() not in _UNREAL and verb.dep_ in ("xcomp", "advcl") and head.pos_ in VERBAL
    return True


def _can_speak(noun: Any) -> bool:
    if (noun.lower_ in _NOT_SPEAKING and noun.text != "US") or noun.pos_ in ("NUM", "ADP", "SCONJ", "PUNCT"):
        return False
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in _MUTE:
        return False
    return noun.pos_ not in VERBAL or noun.dep_ in ("nsubj", "nsubjpass")


def _cue_tokens(verb: Any, entry: CueEntry) -> list[Any]:
    count = len(entry.cue.split())
    return [verb.doc[i] for i in range(verb.i, verb.i + count)]


def _clause(parsed: Parsed, verb: Any, speaker: Any, taken: set[Any]) -> Span:
    """The words of the attribution itself, without its content."""
    tokens = [verb]
    for child in verb.children:
        if child.dep_ in _CLAUSE_PARTS and child not in taken and (child.i > verb.i or child.dep_ not in _LOOSE):
            tokens.extend(token for token in child.subtree if token not in taken)
    if speaker.head == verb:
        tokens.extend(name_tokens(speaker))
    tokens.extend(child for child in children(verb, "mark") if child.lower_ == "as")
    return parsed.span(_adjacent(tokens, verb))


def _adjacent(tokens: list[Any], verb: Any) -> list[Any]:
    """Those tokens that hang together with the verb (commas apart)."""
    places = {token.i for token in tokens}
    doc = verb.doc
    low = high = verb.i
    while low > 0 and (low - 1 in places or (doc[low - 1].is_punct and doc[low - 1].text == "," and low - 2 in places)):
        low -= 1
    while high + 1 < len(doc) and (high + 1 in places or (doc[high + 1].text == "," and high + 2 in places)):
        high += 1
    return [doc[low], doc[high]]


def _take(parsed: Parsed, draft: Draft, filled: Filled) -> None:
    verb = draft.anchor
    draft.frame = filled.frame
    # Words before the verb that belong to its content are a fronted "what" or the patient of a passive.
    tokens = [token for token in filled.content if token != verb and (draft.passive or token.i > verb.i)]
    draft.content = spans(parsed, _without_opening_day(tokens))
    if filled.whom is not None:
        draft.whom = parsed.span(name_tokens(filled.whom))
        draft.whom_is_addressee = filled.addressed
    _goes_on(parsed, draft, verb, filled)
    relative = _relative(verb)
    if relative is not None and filled.frame.kind == "clause":
        draft.content.insert(0, parsed.span(name_tokens(relative)))


def _without_opening_day(tokens: list[Any]) -> list[Any]:
    """`said on Monday it would …`: a day between cue and clause dates the saying."""
    listed = sorted(tokens, key=lambda token: token.i)
    at = 1 if listed and listed[0].lower_ == "on" else 0
    end = at
    while end < len(listed) and listed[end].ent_type_ in ("DATE", "TIME"):
        end += 1
    return listed[end:] if end > at and end < len(listed) else listed


def _goes_on(parsed: Parsed, draft: Draft, verb: Any, filled: Filled) -> None:
    """`says she hopes to win, but she knows …`: a clause coordinated with the cue that goes on with the content's own pronoun."""
    if filled.frame.kind not in ("clause", "object-clause") or not draft.content:
        return
    told = {t.lower_ for t in filled.content if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ == "PRON"}
    for clause in children(verb, "conj"):
        inner = own_subject(clause)
        if inner is not None and inner.lower_ in told and not any(c.dep_ == "ccomp" for c in clause.children):
            tokens = [*filled.content, *clause.subtree]
            draft.content = [parsed.span([t for t in tokens if t.i > verb.i and not t.is_punct])]


def _relative(verb: Any) -> Any:
    """`a system that the allies say breaches …`: the noun that the said clause is about."""
    if verb.dep_ != "relcl" or own_subject(verb) is None or own_subject(verb).lower_ in ("who", "which", "that"):
        return None
    return verb.head if verb.head.pos_ in ("NOUN", "PROPN") else None


def _take_fronted(parsed: Parsed, draft: Draft, verb: Any) -> None:
    """Content that stands before the attribution ("…, officials said"), or around it ("The treaty, he said, is dead")."""
    if draft.entry is None or modal(verb) or not any(frame.kind in ("clause", "quote") for frame in draft.entry.frames):
        return
    left = [child for child in children(verb, "ccomp", "xcomp") if child.i < verb.i]
    if left:
        inside = draft.clause
        tokens = [
            token
            for token in left[0].subtree
            if not inside.start <= token.idx + parsed.offset < inside.end and token != verb
        ]
        draft.content = spans(parsed, tokens + _interrupted(parsed, draft, verb))
    elif draft.entry.frame("clause"):
        draft.content = _around(parsed, draft.clause)
    if draft.content:
        draft.frame = draft.entry.frame("clause") or draft.entry.frame("quote")
    address(parsed, draft)


def address(parsed: Parsed, draft: Draft) -> None:
    """Who is told, where the content does not stand behind the cue ("…," he told reporters)."""
    if draft.entry is None or not draft.entry.frame("object-quote"):
        return
    told = [child for child in children(draft.anchor, "dobj", "dative") if child.i > draft.anchor.i]
    if told:
        draft.whom, draft.whom_is_addressee = parsed.span(name_tokens(told[0])), True


def _interrupted(parsed: Parsed, draft: Draft, verb: Any) -> list[Any]:
    """`X fell, the agency said, and Y rose`: the clause coordinated with the attribution belongs to the content."""
    if not parsed.text[draft.clause.end : parsed.end].startswith(","):
        return []
    return [
        token
        for clause in children(verb, "conj")
        if own_subject(clause) is not None and not any(c.dep_ == "ccomp" for c in clause.children)
        for token in clause.subtree
    ]


def _around(parsed: Parsed, clause: Span) -> list[Span]:
    """The clauses before and after an attribution between commas."""
    left = parsed.text[parsed.offset : clause.start].rstrip(" \"”’'")
    right = parsed.text[clause.end : parsed.end]
    if not left.endswith((",", "—", "–", "-")):
        return []
    goes_on = right.startswith(",") and _has_verb(parsed, clause.end, parsed.end)
    if not goes_on and not _has_verb(parsed, parsed.offset, clause.start):
        return []
    found = [_trim(parsed.text, parsed.offset, clause.start)]
    if goes_on:
        found.append(_trim(parsed.text, clause.end, parsed.end))
    return [span for span in found if span is not None]


def _has_verb(parsed: Parsed, start: int, end: int) -> bool:
    return any(
        token.tag_ in ("VBZ", "VBD", "VBP", "MD") for token in parsed.doc if start <= token.idx + parsed.offset < end
    )


def _comments(draft: Draft, verb: Any, filled: Filled | None, parsed: Parsed) -> bool:
    """Settle what declining and refusing mean; False where they tell no speech act ("the rouble declined", "refused to pay")."""
    if verb.lemma_.lower() not in ("decline", "refuse"):
        return True
    inner = children(verb, "xcomp")
    if not inner or filled is None:
        return False
    if not _is_comment(inner[0]):
        return inner[0].lemma_.lower() in _OF_WORDS  # refusing to act is an act, refusing to negotiate is said
    draft.refuses_comment = True
    about = children(inner[0], "dobj", "ccomp") or [
        noun for prep in children(inner[0], "prep") if prep.lower_ in ("on", "about") for noun in children(prep, "pobj")
    ]
    if about:
        draft.content = spans(parsed, list(_without_days(about[0])))
    return True


_OF_WORDS = frozenset(
    [
        *(
            "negotiate",
            "renegotiate",
            "accept",
            "recognise",
            "recognize",
            "agree",
            "acknowledge",
            "apologise",
            "apologize",
        ),
        *(
            "consider",
            "endorse",
            "support",
            "back",
            "rule",
            "discuss",
            "talk",
            "commit",
            "promise",
            "pledge",
            "certify",
            "admit",
        ),
    ]
)


def _is_comment(inner: Any) -> bool:
    lemma = inner.lemma_.lower()
    if lemma in _HANDED_OUT:
        nearby = {token.lower_ for token in inner.children} | {lemma + "d"}
        return not _DETAILS.isdisjoint(nearby)
    return lemma in COMMENT


def _without_days(noun: Any) -> Iterator[Any]:
    """The subtree without a trailing "on Friday", which dates the act."""
    for token in noun.subtree:
        over = [token, *token.ancestors]
        if not any(
            t.dep_ == "prep" and any(c.ent_type_ == "DATE" for c in t.children) for t in over if noun.is_ancestor(t)
        ):
            yield token


# --- Nouns and prepositions --------------------------------------------------------------------------------------


def _noun(parsed: Parsed, noun: Any, entries: list[CueEntry]) -> Draft | None:
    """`his pledge to …`, `issued a warning that …`."""
    speaker = _owner(noun)
    if speaker is None or not _can_speak(speaker):
        return None
    entry = entries[0]
    cue = parsed.span([noun])
    for frame in entry.frames:
        inner = _noun_complement(frame.kind, frame.word, noun)
        if inner is not None:
            content = spans(parsed, [token for token in inner.subtree])
            names = [parsed.name(one) for one in conjuncts(speaker)]
            return Draft(parsed.index, noun, cue, entry, names, cue, frame, content, mutual=_mutual(noun))
    return None


def _mutual(noun: Any) -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in EXCHANGES


def _owner(noun: Any) -> Any:
    owner = children(noun, "poss")
    if owner:
        return owner[0]
    light = noun.head.lemma_.lower() in _LIGHT | EXCHANGES
    if noun.dep_ == "dobj" and light and _performed(noun.head):
        return subject(noun.head)
    by = agent(noun)
    return by


def _noun_complement(kind: str, word: str | None, noun: Any) -> Any:
    if kind == "infinitive":
        return next((c for c in children(noun, "acl", "xcomp") if infinitive(c)), None)
    if kind == "clause":
        clauses = children(noun, "acl", "ccomp", "relcl")
        return next((c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)), None)
    for prep in children(noun, "prep"):
        if prep.lower_ == word:
            return next(iter(children(prep, "pobj", "pcomp")), None)
    return None


def _phrase(parsed: Parsed, token: Any, entries: list[CueEntry]) -> Draft | None:
    """`according to X`: X speaks, and the clause around it is the content."""
    doc = token.doc
    for entry in entries:
        words = entry.cue.split()
        piece = [doc[i] for i in range(token.i, min(token.i + len(words), len(doc)))]
        if [t.lower_ for t in piece] != words:
            continue
        noun = next((t for t in doc[piece[-1].i + 1 :] if t.dep_ == "pobj" and t.head in piece), None)
        if noun is None:
            return None
        cue = parsed.span(piece)
        clause = parsed.span([*piece, *[t for t in noun.subtree if t.i > piece[-1].i]])
        names = [parsed.name(one) for one in conjuncts(noun)]
        draft = Draft(parsed.index, token, cue, entry, names, clause, entry.frames[0])
        draft.content = _rest(parsed, clause)
        return draft
    return None


_CONJUNCTION = re.compile(r"\b(?:that|but|while|because|although|where|which|whereas),?\s*$")


def _rest(parsed: Parsed, phrase: Span) -> list[Span]:
    """The sentence without the phrase: what follows an opening one, what precedes a later one (and goes on after a comma)."""
    before = parsed.text[parsed.offset : phrase.start]
    opening = len(re.findall(r"\w+", before)) <= 2 or bool(_CONJUNCTION.search(before))
    found: list[Span | None] = []
    if not opening:
        found.append(_trim(parsed.text, parsed.offset, phrase.start))
    goes_on = parsed.text[phrase.end : parsed.end].lstrip("\"”’'").startswith(",")
    if opening or (goes_on and _has_verb(parsed, phrase.end, parsed.end)):
        found.append(_trim(parsed.text, phrase.end, parsed.end))
    return [span for span in found if span is not None]


# --- Spans -------------------------------------------------------------------------------------------------------


def spans(parsed: Parsed, tokens: list[Any]) -> list[Span]:
    """The tokens as few spans, joined over punctuation, without "that" and punctuation at the ends."""
    places = sorted({token.i for token in tokens})
    runs: list[list[int]] = []
    for place in places:
        if runs and all(parsed.doc[i].is_punct or parsed.doc[i].is_space for i in range(runs[-1][1] + 1, place)):
            runs[-1][1] = place
        else:
            runs.append([place, place])
    found = []
    for low, high in runs:
        first, last = parsed.doc[low], parsed.doc[high]
        piece = _trim(parsed.text, first.idx + parsed.offset, last.idx + len(last) + parsed.offset)
        if piece is not None:
            found.append(piece)
    return found


def _trim(text: str, start: int, end: int) -> Span | None:
    """Without white space, commas, full stops and a leading "that" at the ends; None where no letter is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    if text[start : start + 5].lower() == "that " and start + 5 < end:
        start += 5
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if any(map(str.isalnum, text[start:end])) else None
