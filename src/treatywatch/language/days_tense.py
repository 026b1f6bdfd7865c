"""Which way a day is told: back or ahead. Read off the words of the clause around it, no parse needed."""

from __future__ import annotations

import re

from treatywatch.language.days_words import MONTHS, WEEKDAYS

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
_AHEAD = frozenset(
    {
        "due",
        "scheduled",
        "slated",
        "upcoming",
        "planned",
        "plans",
        "expires",
        "expire",
        "looming",
        "deadline",
        "begins",
        "starts",
        "opens",
        "expected",
        "takes",
        "becomes",
        "comes",
        "enters",
        "lapses",
        "ends",
    }
)
_BE = frozenset({"is", "are", "be", "am"})
_HAVE_BEEN = frozenset({"was", "were", "had", "has", "have", "did", "been"})
_IRREGULAR = frozenset(
    ["said", "told", "met", "held", "took", "gave", "went", "came", "left", "made", "began", "broke", "brought", "built", "bought", "chose", "cut", "drew", "fell", "felt", "fought", "flew", "found", "froze", "got", "grew", "heard", "hit", "kept", "knew", "laid", "led", "lost", "meant", "paid", "put", "quit", "ran", "rose", "saw", "sent", "set", "shot", "showed", "shut", "signed", "sought", "spoke", "stood", "stopped", "struck", "took", "thought", "threw", "understood", "won", "wrote", "agreed", "became", "withdrew", "overtook", "underwent", "spent", "sat", "sold", "lay", "tore", "stood", "swept", "crept", "drank", "ate", "wept", "taught", "hurt", "read", "let", "split", "swore", "wore", "drove", "rode", "sank", "sang", "fled", "sued", "launched"]
)
_SAME_BASE = frozenset(["cut", "put", "quit", "hit", "set", "read", "let", "hurt", "shut", "split"])
_NOT_PAST = frozenset(
    ["need", "speed", "indeed", "feed", "seed", "exceed", "proceed", "succeed", "breed", "united", "red", "bed", "shed", "alleged", "armed", "so-called"]
)
_INFINITIVE = frozenset({"to"})
_NO_VERB = frozenset(
    ["a", "an", "the", "on", "in", "at", "by", "of", "for", "from", "with", "to", "and", "or", "but", "as", "its", "their", "his", "her", "this", "that", "these", "those", "last", "next", "late", "early", "about", "over", "all", "some", "us", "him", "them", "it"]
)
_NO_VERB = _NO_VERB | frozenset(MONTHS) | frozenset(WEEKDAYS)
_HELD_AHEAD = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:meeting|summit|talks|vote|session|hearing|election|deadline|conference|round)"
)


def _is_past(word: str) -> bool:
    return word in _IRREGULAR or (len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST)


def _words(text: str) -> list[str]:
    return [match.group().lower().replace("’", "'") for match in _WORD.finditer(text)]


def _group(words: list[str], index: int) -> str | None:
    """The tense of the verb group that ends at `index`, read with the up to four words before it."""
    word = words[index]
    before = words[max(0, index - 4) : index]
    if word in _MODALS:
        return FUTURE
    if word in _AHEAD:
        return PAST if {"was", "were", "had"} & set(before[-2:]) and word != "due" else FUTURE
    if _is_past(word) or word in _HAVE_BEEN:
        return _past_group(word, before)
    if before and before[-1] in _INFINITIVE and word not in _NO_VERB and word.isalpha():
        return _infinitive(before)
    if before and before[-1] in _MODALS:
        return FUTURE
    if word in _BE:
        return PRESENT
    if word.endswith("ing") and {"is", "are"} & set(before[-2:]):
        return PRESENT
    return None


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
            found = None
        else:
            found = _group(words, index)
        if found:
            return found
    return None


def tense_around(text: str, start: int, end: int, low: int, high: int) -> str | None:
    """PAST, FUTURE, PRESENT or None for the day told in `[start, end)` of the sentence `[low, high)`.

    The nearest verb before the day decides; where the day opens its sentence or clause, the first verb after it.
    """
    if text[end : end + 1] in ("'", "’") and not _HELD_AHEAD.match(text[end : end + 40]):
        return PAST
    before = _clause_before(_words(text[low:start]))
    after = _words(text[end:high])
    lead = before[-1] if before else ""
    opens = len([word for word in before if word.isalpha()]) <= 2 or (len(before) > 1 and before[-2:-1] == [","])
    forward = _scan(after[:25], range(min(25, len(after))))
    backward = _scan(before, range(len(before) - 1, -1, -1))
    if lead == "until" and backward == PAST and {"gave", "given", "give", "deadline", "extended"} & set(before):
        return FUTURE
    if lead == "by" and backward in (None, PRESENT):
        return FUTURE
    if before[-3:-1] == ["soon", "as"] or before[-3:] in (["as", "soon", "as"], ["as", "early", "as"]):
        return FUTURE
    if before and _is_past(before[-1]):
        return _group(before, len(before) - 1)
    if opens:
        return forward or backward
    return backward or forward
