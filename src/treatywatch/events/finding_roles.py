"""Roles of frames for findings and bargains that only the words around the trigger tell: who judges, on what, in exchange for what."""

from __future__ import annotations

import re
from collections.abc import Callable

from treatywatch.events.noun_roles import Names
from treatywatch.events.subjects import doer
from treatywatch.events.trees import Token, children, is_verb

_ARMS = re.compile(
    r"\b(?:nuclear|atomic|missiles?|warheads?|arms|disarm\w*|denucleari\w+|weapons?|rockets?|icbms?|treat(?:y|ies)|uranium|plutonium|"
    r"enrich\w*|centrifuges?|reactors?|safeguards|inspect\w*|non-?proliferation|mines?|landmines?|munitions?|troops|test.ban|"
    r"chemical|biological|toxins?|nerve|sarin|chlorine|novichok|mustard|militar\w+|arsenals?|stockpiles?|moratorium|launch(?:es|ers?)?|"
    r"bombers?|submarines?|silos?|intermediate-range|short-range|long-range|strategic|space|fissile|no-fly)\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:violat\w+|breach\w*|(?:non-?)?complian\w+|compl(?:y|ies|ied)|obligations?|commitments?|contraven\w+|in line with|adher\w+|"
    r"(?:has|had|have|was|were|is|are|been)\s[^.;]{0,60}?(?:us(?:ed|ing)|develop\w+|deploy\w+|test\w*|field\w+|produc\w+|possess\w*|"
    r"enrich\w+|stockpil\w+|build\w*|built|conceal\w*|hid\w*|weaponi\w+|continu\w+|halt\w*|carried out|exceed\w*|kept|retain\w*|"
    r"behind|responsible|guilty|capable)|"
    r"used|deployed|fielded|tested|produced|possess\w*|developed|halted|concealed|retained|exceeded|continued)\b",
    re.IGNORECASE,
)
"""What a judgement on arms tells of: a breach, compliance, something done with arms."""
_BARGAIN = re.compile(
    r"\bin (?:exchange|return)\b|\bas part of (?:a|the|an) (?:deal|agreement|accord|package)\b", re.IGNORECASE
)
_ORGANS = frozenset({"state-organ", "alliance", "union", "organ", "think-tank", "research"})


def _words(names: Names, token: Token) -> str:
    """The words under a token."""
    low, high = token.left_edge.idx, token.right_edge.idx + len(token.right_edge.text)
    return names.prose.text[low + names.offset : high + names.offset]


def _on_arms(names: Names, token: Token) -> list[Token]:
    """The token itself, where its sentence speaks of arms."""
    return [token] if _ARMS.search(str(token.doc.text)) else []


def _judged(names: Names, verb: Token) -> list[Token]:
    """As in "determined that Russia had used a nerve agent", "certified that Iran was in compliance": a clause that judges what is done
    with arms.
    """
    clauses = [clause for clause in children(verb, "ccomp", "xcomp", "advcl") if clause.i > verb.i]
    return [clause for clause in clauses if _JUDGED.search(words := _words(names, clause)) and _ARMS.search(words)]


def _judge(names: Names, verb: Token) -> list[Token]:
    """A state, an organ of one or an alliance that judges; no person, whose view may be his own."""
    who = doer(verb)
    if who is None or who.ent_type_ == "PERSON" or who.pos_ == "PRON":
        return []
    at = who.idx + names.offset
    if any(m.kind == "person" and m.start <= at < m.end for m in names.prose.mentions):
        return []
    return [who] if names.actors_of(who) else []


def _according(names: Names, noun: Token) -> list[Token]:
    """As in "according to the agency's report": whose report it is."""
    to = noun.head
    if (
        noun.dep_ != "pobj"
        or to.lower_ != "to"
        or (to.head.lower_ != "according" and to.nbor(-1).lower_ != "according")
    ):
        return []
    return authors(names, noun)


def authors(names: Names, report: Token) -> list[Token]:
    """Whose report it is: before it, behind "by" or "from"."""
    by = [
        noun
        for prep in children(report, "prep")
        if prep.lower_ in ("by", "from", "of")
        for noun in children(prep, "pobj")
    ]
    whose = [*children(report, "poss", "compound", "nmod", "amod"), *by]
    return [
        one for one in whose if names.actors_of(one) and (names.fits(one, "finder", report) or _official(names, one))
    ]


def _official(names: Names, word: Token) -> bool:
    """Whether a state, one of its organs or a research institute is named."""
    bodies = names.prose.cast.scene.directory.organisations
    states = names.prose.cast.scene.directory.states
    return any(a in states or (a in bodies and bodies[a].kind in _ORGANS) for a in names.actors_of(word))


def _bargained(names: Names, verb: Token) -> list[Token]:
    """As in "promised to freeze its reactors in exchange for aid": a promise for a price, on arms."""
    text = str(verb.doc.text)
    return [verb] if is_verb(verb) and _BARGAIN.search(text) and _ARMS.search(text) else []


def _governed_under(names: Names, noun: Token) -> list[Token]:
    """As in "Under a 2000 agreement, the two are to dispose of plutonium": the verb whose subject is held to a bargain."""
    verb = noun.head.head
    under = noun.dep_ == "pobj" and noun.head.lower_ in ("under", "by") and is_verb(verb)
    return [verb] if under and names.actors_of(doer(verb)) else []


FINDING_ROLES: dict[str, Callable[[Names, Token], list[Token]]] = {
    "on-arms": _on_arms,
    "judged": _judged,
    "judge": _judge,
    "according": _according,
    "bargained": _bargained,
    "governed-under": _governed_under,
}
