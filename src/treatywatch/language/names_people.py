"""Which surnames in a text are people of the shelf, and whose: by whole names, titles, and who held office on the day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from treatywatch.language.names_context import NAME_OPENERS, SURNAMES_OF_LEADERS, SURNAMES_THAT_ARE_WORDS
from treatywatch.language.names_reading import Hits, Reading
from treatywatch.model.actor import Office

_DASH = re.compile(r"[-–—/]")
_BEFORE = re.compile(r"([\w.'-]+)\s$")
TITLED = re.compile(
    r"\b(?:Presidents|Ministers|Mr|Mrs|Ms|Dr|Gen|General|President|Minister|Secretary|Senator|Sen|Ambassador|Chancellor|Premier|Marshal|Admiral|Colonel|"
    r"president|minister|leader|secretary|chancellor|premier|chief|boss|envoy|spokesman|spokeswoman|spokesperson|adviser|ambassador|negotiator)"
    r"\.?,?\s$"
)


_GIVEN_BEFORE = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|"
    r"Administration|White|Cabinet|Government|Says?|Said)[A-Z][a-z]{2,}(?=,? [a-z]|'s |\.$)"
)
"""After a lone surname: the surname of somebody whose given name it is."""


_APOSTROPHE = re.compile(r"['’][A-Z]")

Terms: TypeAlias = Mapping[str, Sequence[tuple[date, date, bool]]]
"""When each person held office: `[first day, day after the last)`, and whether it was at the head of a state or an organisation."""

_HEADS = re.compile(
    r"-(?:president|prime-minister|premier|chancellor|general-secretary|secretary-general|head-of-state|supreme-leader|monarch)$"
)
_REMEMBERED = 10 * 366
"""Days out of office after which a lone surname no longer tells who is meant, heads of states and organisations apart."""

_NEVER = 10**6


def terms_of(offices: Mapping[str, Office]) -> dict[str, list[tuple[date, date, bool]]]:
    """The terms in office of every person on the shelf."""
    terms: dict[str, list[tuple[date, date, bool]]] = {}
    for office in offices.values():
        for tenure in office.holders:
            low = tenure.since.earliest if tenure.since else date.min
            high = tenure.until.latest if tenure.until else date.max
            terms.setdefault(tenure.person, []).append((low, high, bool(_HEADS.search(office.id))))
    return terms


def _away(person: str, on: date, terms: Terms) -> int:
    """Days between `on` and the person's nearest day in office; 0 while in office."""
    gaps = [max((low - on).days, (on - high).days + 1, 0) for low, high, _ in terms.get(person, ())]
    return min(gaps, default=_NEVER)


def settle_people(hits: list[Hits], text: str, folded: str, on: date | None, terms: Terms) -> list[Hits]:
    """The hits without surnames that mean nobody of the shelf here, and with each surname's readings narrowed to the persons meant.

    `folded` is `text` with every dash as a space, of the same length.
    """
    pairs = _paired(hits, text)
    named = {r.id for hit in hits for r in hit.readings if r.kind == "person" and (hit.whole or " " in r.form)}
    kept = []
    for hit in hits:
        people = [r for r in hit.readings if r.kind == "person"]
        if len(people) < len(hit.readings) or hit.whole or any(" " in r.form for r in people):
            kept.append(hit)
            continue
        alone = hit.start not in pairs and _names_another(hit, folded)
        meant = () if alone else _meant(hit, people, named, folded, on, terms, hit.start in pairs)
        if meant:
            kept.append(replace(hit, readings=meant))
    return kept


def _paired(hits: list[Hits], text: str) -> set[int]:
    """Where surnames stand that a dash joins to another's ("the Trump-Putin summit"): neither is the other's given name."""
    surnames = [hit for hit in hits if all(r.kind == "person" for r in hit.readings)]
    joined = [(a, b) for a, b in pairwise(surnames) if _DASH.fullmatch(text, a.end, b.start)]
    return {hit.start for pair in joined for hit in pair}


def _names_another(hit: Hits, folded: str) -> bool:
    """Whether somebody's given name stands before the surname ("Ivanka Trump"), or the word is a given name ("Kerry Brown, a fellow")."""
    before = _BEFORE.search(folded[max(0, hit.start - 24) : hit.start])
    return bool((before and _given_name(before.group(1))) or _GIVEN_BEFORE.match(folded, hit.end))


def _meant(
    hit: Hits, people: list[Reading], named: set[str], folded: str, on: date | None, terms: Terms, paired: bool
) -> tuple[Reading, ...]:
    """The persons that a lone surname may mean: those named in full in the text, else those in or nearest to office on the day."""
    if folded[hit.start : hit.end] in SURNAMES_THAT_ARE_WORDS and re.match(
        r" [A-Z][a-z]+(?! (?:said|told))", folded[hit.end : hit.end + 24]
    ):
        return ()  # part of a longer name ("Kim Jang-soo")
    if _APOSTROPHE.match(folded, hit.end) and hit.end - hit.start <= 2:
        return ()  # the first letter of another name ("O'Malley")
    full = tuple(r for r in people if r.id in named)
    if full:
        return full
    titled = paired or bool(TITLED.search(folded[max(0, hit.start - 20) : hit.start]))
    common = folded[hit.start : hit.end] in SURNAMES_THAT_ARE_WORDS
    if hit.near and (hit.end - hit.start < _LONG or on is None):
        return ()
    pool = _nearest(people, on, terms)
    return (
        pool
        if titled or (not common and len({r.id for r in pool}) == 1) or _lone_holder(pool, on, terms, common)
        else ()
    )


_LONG = 9
"""A misspelt lone surname counts from this length on ("Stoltenburg")."""


def _nearest(people: list[Reading], on: date | None, terms: Terms) -> tuple[Reading, ...]:
    """The bearers in office on the day, else those nearest to it."""
    if on is None:
        return tuple(people)
    if not terms:
        return tuple(r for r in people if r.low <= on < r.high) or tuple(people)
    away = {r.id: _away(r.id, on, terms) for r in people}
    least = min(away.values())
    nearest = tuple(r for r in people if away[r.id] == least)
    return (
        nearest if least <= _REMEMBERED else tuple(r for r in nearest if any(head for *_, head in terms.get(r.id, ())))
    )


def _lone_holder(pool: tuple[Reading, ...], on: date | None, terms: Terms, common: bool) -> bool:
    """Whether a common surname still tells one person: the only bearer in office, and the surname no everyday word."""
    if on is None or len({r.id for r in pool}) != 1 or not common:
        return False
    return _away(pool[0].id, on, terms) == 0 and pool[0].form in SURNAMES_OF_LEADERS


def _given_name(word: str) -> bool:
    """Whether the word before a surname looks like somebody's given name."""
    plain = word.rstrip(".")
    if word.endswith(".") and len(plain) > 1:
        return False  # the end of a sentence
    if not plain[:1].isupper() or "'" in word or plain.lower() in NAME_OPENERS or plain.isupper():
        return False
    return plain.isalpha()
