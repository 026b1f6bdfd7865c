"""Which surnames in a text are people of the shelf, and whose: by whole names, titles, and who held office on the day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from treatywatch.language.names_context import NAME_OPENERS, SURNAMES_THAT_ARE_WORDS
from treatywatch.language.names_reading import Hits, Reading

_BEFORE = re.compile(r"([\w.'-]+)\s$")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|General|President|Minister|Secretary|Senator|Sen|Ambassador|Chancellor|Premier|Marshal|Admiral|Colonel|"
    r"president|minister|leader|secretary|chancellor|premier|chief|boss|envoy|spokesman|spokeswoman|spokesperson|adviser|ambassador|negotiator)"
    r"\.?,?\s$"
)


def settle_people(hits: list[Hits], folded: str, on: date | None) -> list[Hits]:
    """The hits without surnames that mean nobody of the shelf here, and with each surname's readings narrowed to the persons meant."""
    named = {r.id for hit in hits for r in hit.readings if r.kind == "person" and (hit.whole or " " in r.form)}
    kept = []
    for hit in hits:
        people = [r for r in hit.readings if r.kind == "person"]
        if len(people) < len(hit.readings) or hit.whole or any(" " in r.form for r in people):
            kept.append(hit)
            continue
        meant = _meant(hit, people, named, folded, on)
        if meant:
            kept.append(replace(hit, readings=meant))
    return kept


def _meant(hit: Hits, people: list[Reading], named: set[str], folded: str, on: date | None) -> tuple[Reading, ...]:
    """The persons that a lone surname may mean: those named in full in the text, else the only holder of office on the day."""
    before = _BEFORE.search(folded[max(0, hit.start - 24) : hit.start])
    if before and _given_name(before.group(1)):
        return ()
    full = tuple(r for r in people if r.id in named)
    if full:
        return full
    titled = bool(_TITLED.search(folded[max(0, hit.start - 20) : hit.start]))
    if not titled and (folded[hit.start : hit.end] in SURNAMES_THAT_ARE_WORDS or hit.near):
        return _confident_near(hit, people, on) if hit.near else ()
    current = tuple(r for r in people if on is None or r.low <= on < r.high)
    pool = current or tuple(people)
    return pool if len({r.id for r in pool}) == 1 or titled else ()


def _confident_near(hit: Hits, people: list[Reading], on: date | None) -> tuple[Reading, ...]:
    """A misspelt lone surname counts where it is long and its only bearer is in office on the day."""
    current = tuple(r for r in people if on is not None and r.low <= on < r.high)
    return current if hit.end - hit.start >= 9 and len({r.id for r in current}) == 1 else ()


def _given_name(word: str) -> bool:
    """Whether the word before a surname looks like somebody's given name."""
    plain = word.rstrip(".")
    if not plain[:1].isupper() or "'" in word or plain.lower() in NAME_OPENERS or plain.isupper():
        return False
    return plain.isalpha()
