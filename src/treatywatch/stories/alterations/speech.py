"""Whose word something is: frames of speech, speakers exchanged, attributions dropped or added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.stories.alterations import names
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import Words, words_in
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.tokens import CONTENT, NAME, Reading, Token

_COVERED = 0.5
"""Share of what a frame tells that the other passage must tell too, before its attribution counts as dropped."""
_ALWAYS = frozenset({"call", "describe", "announce", "report", "quote", "cite", "deny", "confirm"})
"""Verbs that report without a clause of their own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame of speech: its verb (or "according"), the head of the speaker, what is said. `clause`: told by a whole clause."""

    cue: Token
    speaker: Token | None
    content: tuple[Token, ...]
    clause: bool


def frames(reading: Reading, words: Words) -> list[Frame]:
    """The frames of speech of a passage, in order."""
    return [frame for token in reading.tokens if (frame := _frame(reading, token, words)) is not None]


def _frame(reading: Reading, token: Token, words: Words) -> Frame | None:
    if token.lemma == "accord" and token.pos in ("VERB", "ADP", "SCONJ"):
        return _according(reading, token)
    if token.pos != "VERB" or token.lemma not in words.reporting:
        return None
    return _verbal(reading, token)


def _according(reading: Reading, token: Token) -> Frame | None:
    speaker = next(
        (
            one
            for child in reading.children(token)
            if child.lemma == "to"
            for one in reading.children(child)
            if one.dep == "pobj"
        ),
        None,
    )
    if speaker is None:
        return None
    inside = {one.place for one in reading.subtree(token)}
    content = tuple(one for one in reading.tokens if one.place not in inside)
    return Frame(token, speaker, content, True)


def _verbal(reading: Reading, token: Token) -> Frame | None:
    children = list(reading.children(token))
    speaker = next((one for one in children if one.dep == "nsubj"), None) or _by(reading, token)
    if any(one.dep == "nsubjpass" for one in children) and _by(reading, token) is None:
        return None
    clauses = [one for one in children if one.dep in ("ccomp", "parataxis") or (one.dep == "dobj" and one.quoted)]
    if not clauses and token.dep == "parataxis":
        clauses = [reading.head(token)]
    if not clauses and token.lemma not in _ALWAYS and not _quotes(reading, token):
        return None
    own = {one.place for one in reading.subtree(speaker)} | {token.place} if speaker else {token.place}
    roots = clauses or [token]
    inside = {one.place for root in roots for one in reading.subtree(root)} - own
    if token.dep == "parataxis" and clauses:
        inside -= {one.place for one in reading.subtree(token)}
    return Frame(
        token, speaker, tuple(reading.tokens[place] for place in sorted(inside)), bool(clauses) and speaker is not None
    )


def _quotes(reading: Reading, token: Token) -> bool:
    return any(one.quoted for one in reading.subtree(token)) and not token.quoted


def _by(reading: Reading, token: Token) -> Token | None:
    for child in reading.children(token):
        if child.dep == "agent":
            return next((one for one in reading.children(child) if one.dep == "pobj"), None)
    return None


def compare_attribution(pairing: Pairing) -> Iterator[Alteration]:
    """Attributions that only one passage has."""
    yield from _dropped(pairing)
    for one in _dropped(pairing.turned()):
        yield Alteration(one.kind, one.b, one.a, one.meaning, one.at_b, one.at_a)


def _dropped(pairing: Pairing) -> Iterator[Alteration]:
    theirs = frames(pairing.b, pairing.words)
    if theirs or any(token.quoted for token in pairing.b.tokens):
        return
    for frame in frames(pairing.a, pairing.words):
        if not frame.clause or frame.speaker is None or pairing.matching.partner(frame.cue) is not None:
            continue
        content = [one for one in frame.content if one.sort != "mark" and one.sort != "function" and one.sort != "part"]
        met = sum(one.place in pairing.matching.of_a for one in content)
        if content and met >= _COVERED * len(content) and not _impersonal(frame.speaker):
            sure = pairing.complete and (not _acts(pairing, frame.speaker) or _of_itself(pairing, frame))
            meaning = Meaning.CHANGED if sure else Meaning.UNCLEAR
            told = [*speaker_words(pairing.a, frame.speaker), frame.cue]
            yield altered_words(Kind.ATTRIBUTION, (pairing.a, told), (pairing.b, []), meaning)
            return


def _acts(pairing: Pairing, speaker: Token) -> bool:
    """Whether the other passage tells what the speaker did, which may be to say so ("put the toll at 31")."""
    partner = pairing.matching.partner(speaker)
    return partner is not None and partner.dep in ("nsubj", "agent", "pobj")


def _of_itself(pairing: Pairing, frame: Frame) -> bool:
    """Whether a speaker tells of itself what the other passage tells as a fact ("Chad says it has none", "Chad has none")."""
    partner = pairing.matching.partner(frame.speaker) if frame.speaker else None
    pronouns = [one for one in frame.content if one.pos == "PRON" and one.dep == "nsubj"]
    verbs = [pairing.a.head(one) for one in pronouns]
    there = pairing.b.head(partner) if partner else None
    return there is not None and any(
        pairing.matching.partner(verb) is there or (verb.pos == there.pos == "AUX" and verb.lemma == there.lemma)
        for verb in verbs
    )


def _impersonal(speaker: Token) -> bool:
    return speaker.lemma in ("it", "there", "one")


def speaker_words(reading: Reading, speaker: Token) -> list[Token]:
    """A speaker with the words that describe it, without relative clauses."""
    return reading.subtree(speaker, frozenset({"relcl", "acl", "appos", "advcl", "punct"}))


def matched_frames(pairing: Pairing) -> Iterator[tuple[Frame, Frame]]:
    """Frames of both passages that tell the same: those that share most of what is said."""
    mine, theirs = frames(pairing.a, pairing.words), frames(pairing.b, pairing.words)
    scored = sorted(
        ((-_common(pairing, one, other), i, j) for i, one in enumerate(mine) for j, other in enumerate(theirs)),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, i, j in scored:
        if score < 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield mine[i], theirs[j]


def _common(pairing: Pairing, one: Frame, other: Frame) -> float:
    inside = {token.place for token in other.content}
    content = [token for token in one.content if token.place in pairing.matching.of_a]
    met = sum(pairing.matching.of_a[token.place] in inside for token in content)
    alike = 0.5 if one.cue.lemma == other.cue.lemma else 0.0
    total = max(len(content), sum(place in pairing.matching.of_b for place in inside), 1)
    return met / total + (alike if met else 0.0)


def compare_speakers(pairing: Pairing) -> Iterator[Alteration]:
    """The same words in another mouth."""
    for one, other in matched_frames(pairing):
        if one.speaker is None or other.speaker is None:
            continue
        meaning = _other_speaker(pairing, one.speaker, other.speaker)
        if meaning is not None:
            a, b = speaker_words(pairing.a, one.speaker), speaker_words(pairing.b, other.speaker)
            yield altered_words(Kind.SPEAKER, (pairing.a, a), (pairing.b, b), meaning)


def _other_speaker(pairing: Pairing, x: Token, y: Token) -> Meaning | None:
    """Whether two speakers are surely two (changed), perhaps (unclear), or may be one (None)."""
    if "PRON" in (x.pos, y.pos):
        return None
    mine, theirs = _names(pairing.a, x), _names(pairing.b, y)
    heads = _heads_alike(pairing.words, x, y)
    if mine and theirs:
        if any(names.likeness(one, other) for one in mine for other in theirs) or _one_office(pairing, x, y):
            if x.sort == y.sort == CONTENT and not heads:
                return _by_offices(pairing.words, x, y)
            return None
        return Meaning.CHANGED
    if mine or theirs:
        return None
    if x.lemma == y.lemma:
        return _by_modifiers(pairing, x, y)
    return None if heads else Meaning.UNCLEAR


def _names(reading: Reading, speaker: Token) -> list[Token]:
    """The names of a speaker, also those that an apposition tells ("the envoy, Sergei Ivanov")."""
    return [one for one in reading.subtree(speaker, frozenset({"relcl", "acl", "advcl"})) if one.sort == NAME]


def _one_office(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether two speakers are told by one common noun ("Trump's adviser", "U.S. adviser John Bolton")."""
    mine, theirs = (
        {one.lemma for one in speaker_words(reading, token) if one.sort == CONTENT and one.pos == "NOUN"}
        for reading, token in ((pairing.a, x), (pairing.b, y))
    )
    return x.sort != y.sort and bool(mine & theirs)


def _heads_alike(words: Words, x: Token, y: Token) -> bool:
    return x.lemma == y.lemma or words.same(x.lemma, y.lemma) or words.akin(x.lemma, y.lemma)


def _by_offices(words: Words, x: Token, y: Token) -> Meaning | None:
    return None if words.same(x.lemma, y.lemma) else Meaning.UNCLEAR


def _by_modifiers(pairing: Pairing, x: Token, y: Token) -> Meaning | None:
    """Such as "The defence ministry", "the foreign ministry"."""
    mine, theirs = (
        {one.lemma for one in reading.children(token) if one.sort == CONTENT and one.dep in ("amod", "compound")}
        for reading, token in ((pairing.a, x), (pairing.b, y))
    )
    if not mine or not theirs or any(_one_word(pairing.words, one, other) for one in mine for other in theirs):
        return None
    return Meaning.CHANGED if x.lemma in words_in(pairing.words.own.organs) else Meaning.UNCLEAR


def _one_word(words: Words, one: str, other: str) -> bool:
    return one == other or words.same(one, other) or words.akin(one, other)
