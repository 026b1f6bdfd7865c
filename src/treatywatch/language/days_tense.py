"""Which way a day is told: back or ahead. Read off the words of the clause around it, no parse needed."""

from __future__ import annotations

import re

from treatywatch.language.days_words import MONTHS, WEEKDAYS


def _word_set(words: str) -> frozenset[str]:
    """The words of a list joined by bars."""
    return frozenset(words.split("|"))


PAST, FUTURE, PRESENT = "past", "future", "present"

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|[,;:—\"“”]|--|\n")
_CLAUSE_END = frozenset({";", "\n", "—", "--"})
_SUBORDINATORS = frozenset(
    {
        "that",
        "which",
        "who",
        "after",
        "because",
        "while",
        "when",
        "since",
        "until",
        "unless",
        "if",
        "though",
        "although",
    }
)
_MODALS = frozenset(
    {"will", "would", "shall", "should", "must", "may", "might", "can", "could", "won't", "'ll", "wouldn't"}
)
_AHEAD = _word_set(
    r"becomes|begins|comes|convenes|deadline|due|ends|enters|expected|expire|expires|heads|holds|hosts|lapses|looming|"
    r"meets|opens|planned|plans|resumes|scheduled|slated|starts|takes|travels|upcoming|visits|votes"
)
_BE = frozenset({"is", "are", "be", "am"})
_HAVE_BEEN = frozenset({"was", "were", "had", "has", "have", "did", "been"})
_IRREGULAR = _word_set(
    r"agreed|ate|became|began|bought|broke|brought|built|came|chose|crept|cut|drank|drew|"
    r"drove|fell|felt|fled|flew|fought|found|froze|gave|got|grew|heard|held|hit|hurt|kept|"
    r"knew|laid|launched|lay|led|left|let|lost|made|meant|met|overtook|paid|put|quit|ran|"
    r"read|rode|rose|said|sang|sank|sat|saw|sent|set|shot|showed|shut|signed|sold|sought|"
    r"spent|split|spoke|stood|stopped|struck|sued|swept|swore|taught|thought|threw|told|took|"
    r"tore|understood|underwent|went|wept|withdrew|won|wore|wrote"
)
_SAME_BASE = frozenset(["cut", "put", "quit", "hit", "set", "read", "let", "hurt", "shut", "split"])
_NOT_PAST = _word_set(
    r"alleged|armed|bed|breed|exceed|feed|indeed|need|proceed|red|seed|shed|so-called|speed|"
    r"succeed|united"
)
_RESOLVED = _word_set(r"agreed|decided|voted|vowed|pledged|promised|threatened|refused|declined|offered|opted|chose")
"""Pasts that tell the news of a day: "agreed to suspend it on Sunday" was agreed then."""
_HELD = _word_set(
    r"meet|hold|resume|begin|start|convene|visit|travel|talk|return|launch|discuss|attend|fly|open|go|end|sign|vote|gather|sit|"
    r"reconvene|leave|arrive|come|send|take|deliver|submit|present|speak|reopen|restart|continue|host|join|let|allow|be|give"
)
"""What is set for a day ("agreed to meet on Friday")."""
_INFINITIVE = frozenset({"to"})
_NO_VERB = _word_set(
    r"a|about|all|an|and|as|at|but|by|early|for|from|her|him|his|in|it|its|last|late|"
    r"next|of|on|or|over|some|that|the|their|them|these|this|those|to|us|with"
)
_NO_VERB = _NO_VERB | frozenset(MONTHS) | frozenset(WEEKDAYS)
_HEADLINE = 0.8
"""A line with a larger share of its long words written large is a heading ("Putin to Visit Minsk on Friday")."""
_HELD_AHEAD = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:meeting|summit|talks|vote|session|hearing|election|deadline|conference|round)"
)


def _is_past(word: str) -> bool:
    return word in _IRREGULAR or (len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST)


def _words(text: str) -> list[str]:
    """The words, lower case; what is written large after "to" stays so: a place or a name, no infinitive ("flew to Berlin")."""
    found: list[str] = []
    told = [match.group().replace("’", "'") for match in _WORD.finditer(text)]
    long = [word for word in told if len(word) > 3]
    heading = sum(word[0].isupper() for word in long) > _HEADLINE * len(long)
    for word in told:
        kept = word[0].isupper() and not heading and bool(found) and found[-1] == "to"
        found.append(word if kept else word.lower())
    return found


def _group(words: list[str], index: int) -> str | None:
    """The tense of the verb group that ends at `index`, read with the up to four words before it."""
    word = words[index]
    before = words[max(0, index - 4) : index]
    if word in _MODALS:
        return FUTURE
    if word in _AHEAD:
        return _looking_ahead(word, before)
    if _is_past(word) or word in _HAVE_BEEN:
        return _past_group(word, before)
    if before and before[-1] in _INFINITIVE and word not in _NO_VERB and word.isalpha() and word.islower():
        return PAST if before[-2:-1] and before[-2] in _RESOLVED and word not in _HELD else _infinitive(before)
    if before and before[-1] in _MODALS:
        return FUTURE
    if word in _BE:
        return PRESENT
    if word.endswith("ing") and {"is", "are"} & set(before[-2:]):
        return PRESENT
    return None


def _looking_ahead(word: str, before: list[str]) -> str:
    """As in "is due", "starts", "was scheduled"; a deadline that somebody missed lies back."""
    if word == "deadline" and any(_is_past(one) for one in before):
        return PAST
    return PAST if {"was", "were", "had"} & set(before[-2:]) and word != "due" else FUTURE


def _past_group(word: str, before: list[str]) -> str:
    tail = before[-3:]
    if word == "set" and {"is", "are", "be"} & set(tail):
        return FUTURE
    if set(tail) & _MODALS and not {"said", "told"} & set(tail):
        return FUTURE
    if before and before[-1] in _INFINITIVE and word in _SAME_BASE:
        return _infinitive(before)
    if "be" in tail:
        return FUTURE
    return PAST


def _infinitive(before: list[str]) -> str:
    """As in "is to meet", "plans to meet" look ahead; "failed to meet" looks back."""
    lead = before[-2] if len(before) > 1 else ""
    if "had" in before and lead in ("due", "scheduled", "expected", "set", "planned", "supposed"):
        return PAST
    if lead in ("plans", "intention", "decision", "bill") and {
        "announced",
        "unveiled",
        "voted",
        "passed",
        "signed",
    } & set(before):
        return PAST
    return PAST if lead in ("failed", "managed", "continued", "began", "started", "refused", "declined") else FUTURE


def _clause_before(words: list[str]) -> list[str]:
    for index in range(len(words) - 1, -1, -1):
        if words[index] in _CLAUSE_END:
            return words[index + 1 :]
    return words


def _scan(words: list[str], order: range) -> str | None:
    for index in order:
        if words[index] in _SUBORDINATORS and index < len(words) - 1 and order.step < 0:
            continue
        found = _group(words, index)
        if found:
            return found
    return None


_GIVEN = frozenset({"gave", "given", "give", "deadline", "extended", "has", "have"})


def _led_ahead(before: list[str], backward: str | None) -> bool:
    """Whether the words right before the day look ahead: "has until Tuesday", "by Friday", "as soon as", "next in"."""
    lead = before[-1] if before else ""
    effective = (before[-2:-1] == ["effective"] and lead in ("in", "on", "from", "as")) or lead == "effective"
    if effective and not {"became", "was", "been", "took", "made"} & set(before[-4:]):
        return True
    if lead in ("in", "on") and before[-2:-1] == ["next"]:
        return True
    if lead == "until" and backward == PAST and _GIVEN & set(before):
        return True
    if lead == "by" and backward in (None, PRESENT):
        return True
    return before[-3:-1] == ["soon", "as"] or before[-3:] in (["as", "soon", "as"], ["as", "early", "as"])


def tense_around(text: str, start: int, end: int, low: int, high: int) -> str | None:
    """PAST, FUTURE, PRESENT or None for the day told in `[start, end)` of the sentence `[low, high)`.

    The nearest verb before the day decides; where the day opens its sentence or clause, the first verb after it.
    """
    genitive = text[end : end + 1] in ("'", "’")
    if genitive and not _HELD_AHEAD.match(text[end : end + 40]):
        return PAST
    before = _clause_before(_words(text[low:start]))
    after = _words(text[end:high])
    forward = _scan(after[:25], range(min(25, len(after))))
    backward = _scan(before, range(len(before) - 1, -1, -1))
    if genitive:  # "Monday's summit": its own verb stands behind it
        return (forward if forward == FUTURE else backward) or FUTURE
    if _led_ahead(before, backward):
        return FUTURE
    if before and _is_past(before[-1]):
        return _group(before, len(before) - 1)
    opens = len([word for word in before if word.isalpha()]) <= 2 or (len(before) > 1 and before[-2:-1] == [","])
    return (forward or backward) if opens else (backward or forward)
