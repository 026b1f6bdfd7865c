"""The stance of a statement: the cue's own, unless the frame or the content makes it another speech act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from treatywatch.model.statement import Condition
from treatywatch.model.vocabulary import Stance
from treatywatch.statements.drafts import Draft
from treatywatch.statements.lexicon import CueLexicon, StanceFile, StanceRule
from treatywatch.statements.utterances import CONDITIONAL, Clause, Own, Person, clauses

_NEUTRAL = frozenset([Stance.REPORT, Stance.ANNOUNCE, Stance.ASSESS, Stance.WARN])
_YIELDS_TO: dict[Stance, frozenset[Stance]] = {
    Stance.ANNOUNCE: frozenset([Stance.ACCUSE, Stance.THREATEN]),
    Stance.WARN: frozenset([Stance.THREATEN]),
    Stance.ASSESS: frozenset(Stance) - {Stance.REPORT, Stance.ANNOUNCE, Stance.OTHER, Stance.WARN},
}
"""What outweighs a cue that already says something: an announced withdrawal stays announced."""

_COMMENT = re.compile(r"(?:comment|respond|elaborate|say|specify|give|disclose|discuss|provide|confirm|reply|tell)\b")
_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|if|whether|accus\w+ of|den(?:y|ies|ied))\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE
)
_NOT = re.compile(
    r"(?:\b(?:not(?! only)|never|no|nobody|without|neither|nor|cannot|denies|denied)\b|n't\b)(?:\W+[\w’-]+){0,8}\W*$"
)


_WEAK = frozenset([Stance.ASSESS, Stance.ANNOUNCE])
_CLAUSES = frozenset(["clause", "that", "wh", "quote", "object-clause", "object-quote", "source"])
"""Frames whose content is a sentence: only of these is a judgement or a plan read from the grammar."""


def judge(
    text: str, draft: Draft, cues: CueLexicon, condition: Condition | None, own: Own, *, known: bool = True
) -> Stance:
    """The stance of the draft. `own(start, end)` tells whether words of the content name the speaker's side (None: nobody).

    `known`: whether the speaker's side is known; an official of an unknown one speaks of his own side's plans.
    """
    if draft.entry is None:
        base = Stance.REPORT
    else:
        base = (draft.frame.stance if draft.frame else None) or draft.entry.stance
        if draft.refuses_comment or (
            draft.negated and _COMMENT.match(draft.entry.cue) and not _denies_a_clause(text, draft)
        ):
            return Stance.REFUSE_COMMENT
        if base is Stance.REFUSE_COMMENT:
            return Stance.REJECT
        if draft.entry.cue in cues.stances.keeps:
            return base
    if base not in _NEUTRAL:
        return base
    words = draft.speakers[0].of(text).lower() if draft.speakers else ""
    official = any(word in words for word in cues.stances.officials)
    said = _Said(text, clauses(text, draft.content, own), condition, known or official, official and not known)
    told = _first_rule(said, cues.stances)
    if told is None or told not in _YIELDS_TO.get(base, frozenset(Stance)) or (told in _WEAK and not _is_clause(draft)):
        return base
    return told


_ASKED = re.compile(r"\s*(?:whether|if|who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)


def _denies_a_clause(text: str, draft: Draft) -> bool:
    """`has never said that it would leave`: the act did not take place; what is not told is a question ("did not say when")."""
    if (
        draft.frame is None
        or draft.frame.kind != "clause"
        or draft.entry is None
        or draft.entry.cue not in ("say", "tell")
    ):
        return False
    return not any(_ASKED.match(text, part.start) for part in draft.content[:1])


def _is_clause(draft: Draft) -> bool:
    return draft.frame is None or draft.frame.kind in _CLAUSES


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said, and by whom: `official` speaks for a side, `assume_own` where that side is not known."""

    text: str
    clauses: list[Clause]
    condition: Condition | None
    official: bool
    assume_own: bool

    @property
    def asserted(self) -> list[Clause]:
        """The clauses that are themselves said to be so."""
        return [clause for clause in self.clauses if clause.opener not in CONDITIONAL] or self.clauses

    def person(self, clause: Clause) -> Person:
        return "self" if self.assume_own and clause.who == "other" and clause.mood == "will" else clause.who


def _first_rule(said: _Said, stances: StanceFile) -> Stance | None:
    told = [(one, said.text[one.start : one.end].replace("’", "'").lower()) for one in said.asserted]
    for rule in stances.rules:
        if _about(said, rule) and any(_fits(said, clause, words, rule, stances) for clause, words in told):
            return rule.stance
    return None


def _about(said: _Said, rule: StanceRule) -> bool:
    """Whether the rule is about such a content as a whole."""
    if rule.condition and (said.condition is None or said.condition.relation not in rule.condition):
        return False
    if rule.at == "whole" and not all(clause.mood == "question" for clause in said.clauses):
        return False
    return said.official or not rule.official


def _fits(said: _Said, clause: Clause, words: str, rule: StanceRule, stances: StanceFile) -> bool:
    if (rule.who and said.person(clause) not in rule.who) or (rule.mood and clause.mood not in rule.mood):
        return False
    if rule.direct is not None and rule.direct != clause.direct:
        return False
    if not rule.words:
        return rule.negated is None or rule.negated == clause.negated
    pattern = _pattern(tuple(map(stances.words.__getitem__, rule.words)))
    return any(_stands(words, match, clause, rule) for match in pattern.finditer(words))


def _stands(words: str, match: re.Match[str], clause: Clause, rule: StanceRule) -> bool:
    """Whether a match stands where the rule wants it, with the polarity that it wants."""
    verb = clause.verb - clause.start
    if rule.mood and clause.mood in ("will", "must", "should", "may", "can") and match.end() <= verb:
        return False
    if rule.at == "start" and match.start() > 0:
        return False
    if rule.at == "verb" and not _is_verb(words, match.start(), verb):
        return False
    before = words[: match.start()]
    if rule.stance is Stance.ACCUSE and _ALLEGED.search(before):
        return False
    return rule.negated is None or rule.negated == bool(_NOT.search(before))


_FILLERS = re.compile(
    r"\W*(?:(?:\w+ly|has|have|had|also|still|again|not|never|been|do|does|did|too|now|always|strongly)\W+){0,4}"
)
_LONGEST_SUBJECT = 6
"""Words that may stand before a verb whose subject is a name; calibrated on own sentences."""


def _is_verb(words: str, at: int, verb: int) -> bool:
    """Whether the word at `at` is the first verb: behind the modal or the pronoun, adverbs apart."""
    if verb < len(words) and verb <= at:
        return bool(_FILLERS.fullmatch(words[verb:at]))
    return len(words[:at].split()) <= _LONGEST_SUBJECT


@cache
def _pattern(classes: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """One pattern for classes of phrases: `*` is any ending, `…` up to five words; "not" is also "n't" and "cannot"."""
    phrases = sorted((phrase for phrases in classes for phrase in phrases), key=len, reverse=True)
    return re.compile("|".join(map(_phrase, phrases)))


def _phrase(phrase: str) -> str:
    words = [_word(word) for word in phrase.split()]
    joined = r"\s+".join(words).replace(r"\s+…\s+", r"(?:\s+\S+){0,5}?\s+")
    return joined


def _word(word: str) -> str:
    if word == "…":
        return word
    if word == "not":
        return r"(?:\b(?:can)?not\b|n't\b)"
    return r"\b" + re.escape(word.removesuffix("*")) + (r"[\w-]*" if word.endswith("*") else r"\b")
