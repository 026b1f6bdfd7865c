"""The speech acts of one parsed sentence: who, by which cue, with which complement."""

from __future__ import annotations

from typing import Any

from treatywatch.statements.asides import without_comments
from treatywatch.statements.clauses import VERBAL, children, is_passive, negation, own_subject, patient
from treatywatch.statements.drafts import Draft
from treatywatch.statements.extents import coordinated, settle_extent
from treatywatch.statements.filled import Filled
from treatywatch.statements.frames import cue_tokens, fill, particle, side_by_side
from treatywatch.statements.fronted import as_told, closing_credit, openings, take_fronted
from treatywatch.statements.lexicon import CueEntry, CueLexicon
from treatywatch.statements.nominals import LIGHT, described, noun
from treatywatch.statements.papers import DOCUMENTS
from treatywatch.statements.parsed import Parsed, spans
from treatywatch.statements.phrases import conjuncts, name_tokens
from treatywatch.statements.placing import over_mute
from treatywatch.statements.predicates import relative_object
from treatywatch.statements.refusals import comments, neither_way, withheld
from treatywatch.statements.relatives import stands_before
from treatywatch.statements.silent import reports_nothing
from treatywatch.statements.sources import phrase
from treatywatch.statements.speakers import (
    find_speaker,
    quoted_as,
    relative_pronoun,
    through_whom,
)
from treatywatch.statements.speaking import by_nobody, not_yet, performed
from treatywatch.statements.voices import can_speak
from treatywatch.statements.wording import handed_on, words_of


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
    quoting = [quoted_as(draft.anchor) for draft in found]
    found = [draft for draft in found if draft.anchor not in quoting]  # "Tass quoted him as saying": one statement
    return [draft for draft in found if not (_only_carries(draft, found) or _names_the_document(draft, found))]


def _only_carries(draft: Draft, found: list[Draft]) -> bool:
    """`repeated its threat to …`: the verb adds nothing to the act that its object names."""
    if draft.anchor.lemma_.lower() not in LIGHT or draft.frame is None or draft.frame.kind != "object":
        return False
    return any(other.anchor.pos_ == "NOUN" and other.anchor.head == draft.anchor for other in found)


def _names_the_document(draft: Draft, found: list[Draft]) -> bool:
    """`said in its statement that …`: the noun tells where it was said, not another act."""
    noun = draft.anchor
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in DOCUMENTS or noun.dep_ != "pobj":
        return False
    return any(other.anchor == noun.head.head and other.cue != draft.cue for other in found)


def _draft(parsed: Parsed, token: Any, cues: CueLexicon) -> Draft | None:
    form = token.lower_
    if form in cues.nouns and described(token) and own_subject(token) is None:
        return noun(parsed, token, cues.nouns[form])  # "US claims that …", whatever the parser took "claims" for
    if form in cues.verbs and (_is_verb(token) or hidden_participle(token)):
        return _verb(parsed, token, cues.verbs[form])
    if form in cues.nouns and (token.pos_ == "NOUN" or token.dep_ == "dobj"):
        return noun(parsed, token, cues.nouns[form])
    if form in cues.verbs and token.tag_ == "NNS":
        return closing_credit(parsed, token, cues.verbs[form])
    if form in cues.phrases:
        return phrase(parsed, token, cues.phrases[form])
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


def _verb(parsed: Parsed, verb: Any, entries: list[CueEntry]) -> Draft | None:
    fitting = [entry for entry in entries if particle(entry, verb)]
    fitting.sort(key=lambda entry: -len(entry.cue.split()))
    if not fitting or not performed(verb):
        return None
    entry, filled = _best(fitting, verb)
    speaker, inverted = find_speaker(parsed, verb)
    speaker = over_mute(verb, speaker)
    if speaker is None or not can_speak(speaker) or reports_nothing(verb, entry):
        return None
    if inverted or _answers(verb, filled):
        filled = None
    passive = is_passive(verb)
    if filled and not passive and speaker in filled.content:
        return None  # who would speak of himself is no speaker ("in announcing the charges")
    draft = _opened(parsed, verb, entry, speaker, filled)
    if filled:
        _take(parsed, draft, filled)
    elif (not passive and not _aside(verb)) or as_told(verb):
        take_fronted(parsed, draft, verb)
    if passive and draft.whom is None and patient(verb) is not None:
        draft.whom = parsed.span(name_tokens(patient(verb)))
    draft.refuses_comment = draft.refuses_comment or neither_way(verb)
    kept = comments(draft, verb, filled, parsed) and not (draft.negated and withheld(entry, filled))
    return draft if kept else None


def _opened(parsed: Parsed, verb: Any, entry: CueEntry, speaker: Any, filled: Filled | None) -> Draft:
    """The draft with its cue and its speakers, before its content is known."""
    cue = parsed.span(side_by_side(cue_tokens(entry, verb)))
    speakers = [parsed.name(noun) for noun in conjuncts(speaker)]
    draft = Draft(
        parsed.index,
        verb,
        cue,
        entry,
        speakers,
        cue,
        passive=is_passive(verb),
        negated=negation(verb) or by_nobody(verb) or not_yet(verb),
    )
    draft.clause = words_of(parsed, verb, speaker, set(filled.content) if filled else set())
    draft.pronoun = relative_pronoun(parsed, verb, speaker)
    draft.via = through_whom(parsed, verb)
    return draft


def _answers(verb: Any, filled: Filled | None) -> bool:
    """`responded to the tweet`: what it answers is not its content."""
    to = filled is not None and filled.frame.kind == "prep" and filled.frame.word == "to"
    return to and verb.lemma_.lower() in ("respond", "reply") and not (negation(verb) or by_nobody(verb))


def _aside(verb: Any) -> bool:
    """A participle, or the verb of a clause with "who": what stands before it is not its content."""
    told = own_subject(verb)
    if relative_object(verb) is not None:
        return True
    if told is None:
        return bool(verb.tag_ == "VBG") and not handed_on(verb)
    return bool(verb.dep_ == "relcl" and told.lower_ in ("who", "which", "that"))


def _best(entries: list[CueEntry], verb: Any) -> tuple[CueEntry, Filled | None]:
    for entry in entries:
        filled = fill(entry, verb)
        if filled is not None:
            return entry, filled
    return entries[0], None


def _take(parsed: Parsed, draft: Draft, filled: Filled) -> None:
    verb = draft.anchor
    draft.frame = filled.frame
    # Words before the verb that belong to its content are a fronted "what" or the patient of a passive.
    tokens = [
        token
        for token in filled.content
        if token != verb and (draft.passive or token.i > verb.i or filled.whom == verb.head)
    ]
    own = cue_tokens(draft.entry, verb)[1:] if draft.entry else []
    tokens = [token for token in tokens if token not in own]  # "made it clear that …"
    tokens += _torn_off(verb, filled)
    draft.content = spans(parsed, without_comments(filled, _without_opening_day(tokens)))
    if filled.whom is not None:
        draft.whom = parsed.span(name_tokens(filled.whom))
        draft.whom_is_addressee = filled.addressed
    _goes_on(parsed, draft, verb, filled)
    settle_extent(parsed, draft)
    if filled.frame.kind == "clause":
        draft.content = [*openings(parsed, draft), *draft.content]
    relative = stands_before(verb, filled)
    if relative is not None:
        draft.content.insert(0, parsed.span(name_tokens(relative)))


def _torn_off(verb: Any, filled: Filled) -> list[Any]:
    """`says there's evidence Russia is …`: the rest of a clause that the parser took for a second one, without a pause between."""
    if filled.frame.kind not in ("clause", "object-clause") or not filled.content:
        return []
    end = max(token.i for token in filled.content)
    found: list[Any] = []
    for clause in children(verb, "ccomp"):
        edge, apart = clause.left_edge, verb.doc[end].is_punct
        if clause not in filled.content and edge.i == end + 1 and not (edge.is_punct or apart):
            found.extend(clause.subtree)
            end = clause.right_edge.i
    return found


def _without_opening_day(tokens: list[Any]) -> list[Any]:
    """`said on Monday it would …`: a day between cue and clause dates the saying."""
    listed = sorted(tokens, key=lambda token: token.i)
    at = 1 if listed and listed[0].lower_ == "on" else 0
    end = at
    while end < len(listed) and listed[end].ent_type_ in ("DATE", "TIME"):
        end += 1
    owns = any(token.tag_ == "POS" for token in listed[at : end + 1])  # "condemned Monday's meeting"
    return listed[end:] if end > at and end < len(listed) and not owns else listed


def _goes_on(parsed: Parsed, draft: Draft, verb: Any, filled: Filled) -> None:
    """A clause coordinated with the cue that goes on with the content."""
    if filled.frame.kind not in ("clause", "object-clause") or not draft.content:
        return
    told = {t.lower_ for t in filled.content if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ == "PRON"}
    for clause in coordinated(verb, told):
        tokens = [*filled.content, *clause.subtree]
        draft.content = [parsed.span([t for t in tokens if t.i > verb.i and not t.is_punct])]
