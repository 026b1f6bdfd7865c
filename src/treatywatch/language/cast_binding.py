"""What a pronoun is bound to inside its own sentence, before anything told earlier is weighed.

The constraints are those of binding and control (Chomsky, Lectures on Government and Binding, 1981): the object of "persuade X to …"
is the subject of what follows, the subject of a fronted clause that of the main one, and whoever only stands inside a fronted phrase
without a subject of its own is not.
"""

from __future__ import annotations

import re

from treatywatch.language.cast_referents import Referent, Referents
from treatywatch.language.cast_scene import MODIFIERS, Scene

FRONTED = re.compile(
    r"\W*(?:in|on|at|during|after|before|while|as|for|with|despite|although|though|since|throughout|from|when|by|through|under|citing|"
    r"following|like|unlike|given|because\sof|\w{3,}ing)\s"
)
_OBJECT = re.compile(
    r"\b(?:(?:call|press|appeal|push|wait|ask)\w*\s(?:for|on|to|upon)|urg\w+|ask\w*|accus\w+|blam\w+|warn\w*|told|tell\w*|forc\w+|allow\w*|"
    r"persuad\w+|condemn\w*|criticis\w+|criticiz\w+|against|sanctions\son|pressure\son|requir\w+|oblig\w+|enabl\w+|help\w*|let|prevent\w*)\s$"
)
_DOES_ITSELF = re.compile(
    r"[a-z]+\s(?:[a-z]+ly\s|also\s|never\s|no\slonger\s)?(?:would|will|could|can|cannot|may|might|should|must|has|had|was|is|are|were|did|does|"
    r"intend\w*|plan\w*|want\w*|need\w*|[a-z]+ed)\b"
)
"""After a pronoun: it is the subject of a clause ("warned it would answer")."""
_CONTROL = re.compile(
    r"\b(?:persuad|urg|press|ask|forc|allow|compel|convinc|order|requir|permit|enabl|help|warn|want|expect|call\w*\son|push|invit|"
    r"oblig|authori[sz]|encourag|appeal\w*\sto|demand\w*\sthat|insist\w*\sthat|propos\w*\sthat|request\w*\sthat|"
    r"pressur|tell|told|gett|get|got|bar|induc|lead|led|prompt|caus|implor)\w*\s(?:for\s)?(?:the\s)?$"
)
"""Before the name of whom somebody wants to do something."""
_DOES = re.compile(r"\s(?:not\s)?(?:to\s)(?:not\s)?[a-z]+\b(?:(?!,\swh)[^;:\"“”]){0,60}$")
"""Between that name and the pronoun: what it is to do."""
_BLAMED = re.compile(
    r"\b(?:accus|blam|critici|condemn|prais|suspect|fault|punish|charg|thank|commend|scold|rebuk|censur|denounc|slam|blast|hail|applaud|"
    r"prevent|stop|block|bar|ban|dissuad|discourag|keep|kept)\w*\s(?:the\s)?$"
)
_DID = re.compile(r"\s(?:of|for|with|from)\s(?:not\s|having\s)?[a-z]+\b[^;:,\"“”]{0,60}$")
"""As in "blamed Washington for breaking its word"."""
_WARNED = re.compile(r"\b(?:warn|caution|threaten|remind|tell|told|notif|advis)\w*\s(?:the\s)?$")
_THREATENED = re.compile(r",?\s(?:[a-z]+,\s)?that\s(?:if|unless|should)\s$")
"""As in "warned Pyongyang that if it continues"."""
_CLAUSE = re.compile(
    r"\b(?:because|if|when|after|although|though|unless|since|while|once|until|as|before|whenever)\s(?:(?!,\s(?:he|she|it|they)\b)[^;:])*,\s$"
)
_CONJUNCTION = re.compile(
    r"\b(?:because|if|when|after|although|though|unless|since|while|once|until|as|before|whenever)\s"
)
_PARTICIPLE = re.compile(
    r"\W*(?:(?:while|after|before|when|by|on|without|in|upon|since)\s)?(?:[a-z]+ly\s)?(?:(?!during)\w{2,}ing|asked|flanked|joined|accompanied|seated|"
    r"backed|pressed|questioned|urged|quoted|told|speaking)\b[^;:\"“”]*,\s$"
)
"""A fronted phrase without a subject ("Standing alongside Mr Kravchuk, he", "Asked by Reuters, she")."""


def bound(referents: Referents, word: str, start: int) -> Referent | None:
    """What the sentence itself binds an "it", "its", "they" or "their" to; None where it leaves that open."""
    return (
        _ahead(referents, start)
        or _joined(referents, word, start)
        or _controlled(referents, start)
        or _of_clause(referents, start)
        or _adjective(referents, word, start)
    )


def _ahead(referents: Referents, start: int) -> Referent | None:
    """`Through its decision, the Council …`: the subject behind a fronted phrase that names nobody else."""
    scene = referents.scene
    low, high = scene.sentence_span(scene.sentence_of(start))
    comma = scene.plain.find(",", start, high)
    if comma < 0 or not FRONTED.match(scene.plain, low, start) or "," in scene.plain[low:start]:
        return None
    if _here(referents, start, "body", "plural", "person", "thing") or _subject_between(scene, low, comma):
        return None
    first = next((r for r in referents.all if comma < r.start < high and r.sort in ("body", "plural", "person")), None)
    near = first is not None and first.start - comma <= _ARTICLE + 2 and not first.quoted
    return first if first is not None and near and first.sort == "body" and first.subject else None


def objective(referents: Referents, start: int) -> Referent | None:
    """Who asks, blames or warns the one whom a pronoun means ("Council …, calling for it to return"): never that one himself."""
    plain = referents.scene.plain
    if not _OBJECT.search(plain, max(0, start - 30), start) or _DOES_ITSELF.match(plain, start):
        return None
    main = [r for r in _here(referents, start, "body") if r.parsed and r.main and r.subject]
    return main[-1] if main else None


def owned_by_a_thing(referents: Referents, word: str, start: int) -> bool:
    """`The treaty was ratified by 24 of its signatories`: the subject is neither a body nor people, and no body was named since."""
    scene = referents.scene
    if word != "its" or _here(referents, start, "body", "plural", "person", "office"):
        return False
    low = scene.sentence_span(scene.sentence_of(start))[0]
    told = [s for s in scene.subjects if low <= s.head < start and s.main]
    return bool(told) and told[-1].kind == "common" and not referents.speaks_for_itself(told[-1])


def barred(scene: Scene, start: int) -> tuple[int, int]:
    """The stretch of a fronted phrase without a subject right before a pronoun: nobody named in it is meant; empty where there is none."""
    low = scene.sentence_span(scene.sentence_of(start))[0]
    without = _PARTICIPLE.fullmatch(scene.plain, low, start) and not _subject_between(scene, low, start)
    return (low, start) if without else (start, start)


def _here(referents: Referents, start: int, *sorts: str) -> list[Referent]:
    index = referents.scene.sentence_of(start)
    quoted = referents.scene.quoted(start)
    return [
        r
        for r in referents.of_sentence(index)
        if r.end <= start and r.sort in sorts and referents.scene.quoted(r.start) == quoted
    ]


def _joined(referents: Referents, word: str, start: int) -> Referent | None:
    """`accused Washington and its allies`, `Russia's war and its withdrawal`: whose is what "and" joins to a name or to what is its."""
    before = _here(referents, start, "body") if word in ("its", "their") else []
    if not before or not _AND_ITS.search(referents.scene.plain, max(0, start - _JOINING), start):
        return None
    owners = [r for r in before if r.possessive and not _subject_between(referents.scene, r.end, start)]
    if owners:
        return owners[-1]
    return before[-1] if _AND.fullmatch(referents.scene.plain, before[-1].end, start) else None


def _subject_between(scene: Scene, low: int, high: int) -> bool:
    """Whether a clause begins between two places."""
    return any(low <= s.start < high for s in scene.subjects)


_JOINING = 30
"""Characters before a pronoun within which "and" joins it to an owner: the longest wording of `_AND_ITS`."""
_AND_ITS = re.compile(r"\b(?:and|or|nor)\s(?:of\s|for\s|by\s|to\s)?(?:all\sof\s|some\sof\s|most\sof\s)?$")
_AND = re.compile(r"\s(?:and|or|with|nor)\s(?:all\sof\s|some\sof\s|most\sof\s)?")


def _controlled(referents: Referents, start: int) -> Referent | None:
    """`persuaded North Korea to take its step`: who is to do it."""
    plain = referents.scene.plain
    for referent in reversed(_here(referents, start, "body")):
        if _THREATENED.match(plain, referent.end, start) and _WARNED.search(
            plain, max(0, referent.start - 30), referent.start
        ):
            return referent
        if _DID.match(plain, referent.end, start) and _BLAMED.search(
            plain, max(0, referent.start - 30), referent.start
        ):
            return referent
        if not _DOES.match(plain, referent.end, start):
            continue
        return referent if _CONTROL.search(plain, max(0, referent.start - 30), referent.start) else None
    return None


def _of_clause(referents: Referents, start: int) -> Referent | None:
    """`because Moscow had no consent, it should leave`: the subject of the clause in front."""
    scene = referents.scene
    low = scene.sentence_span(scene.sentence_of(start))[0]
    clause = _CLAUSE.search(scene.plain, low, start)
    if clause is None:
        return None
    conjunction = list(_CONJUNCTION.finditer(scene.plain, clause.start(), start))[-1]
    inside = [
        r for r in _here(referents, start, "body") if r.start >= conjunction.end() and r.subject and not r.possessive
    ]
    first = inside[0] if inside else None
    return first if first is not None and first.start - conjunction.end() <= _ARTICLE else None


_ARTICLE = 4
"""Characters between a conjunction and its subject ("the ")."""


def _adjective(referents: Referents, word: str, start: int) -> Referent | None:
    """`The North Korean agreement to suspend its withdrawal`: whose it is, where the sentence names nobody else before."""
    scene = referents.scene
    if word not in ("its", "their") or _here(referents, start, "body", "plural", "person", "thing"):
        return None
    low = scene.sentence_span(scene.sentence_of(start))[0]
    told = [m for m in scene.within(low, start, "actor") if m.alias_kind in MODIFIERS]
    if len({scene.state_of(m) for m in told}) != 1:
        return None
    first = told[0]
    return Referent(first.start, first.end, "body", scene.sentence_of(start), True, False, False, False, actor=first.id)
