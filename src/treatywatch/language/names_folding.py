"""Spelling and case of names: what may differ between a name on the shelf and the same name in print.

Folding maps one character to one character, so that offsets in the folded text are offsets in the text.
"""

from __future__ import annotations

import re
import unicodedata

_LOOKALIKES = dict(zip("АВЕКМНОРСТУХаеорсух", "ABEKMHOPCTYXaeopcyx", strict=True))
_DASHES = "-‐‑‒–—−­"
_QUOTES = "’‘ʼ´`′"
_SPACES = "\t\n\r\f\v\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u2028\u2029\u3000"


def _table() -> dict[int, str]:
    table = {ord(a): b for a, b in _LOOKALIKES.items()}
    table.update({ord(c): " " for c in _DASHES + _SPACES})
    table.update({ord(c): "'" for c in _QUOTES})
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    table.update({ord(a): b for a, b in zip("øØłŁđĐıİ", "oOlLdDiI", strict=True)})
    return table


_FOLD = _table()


def fold(text: str) -> str:
    """The text with accents, dashes, white space, apostrophes and Cyrillic look-alikes made plain, character by character."""
    return text.translate(_FOLD)


def lower(folded: str) -> str:
    """Lower case of the same length (a character whose lower case is longer stays as it is)."""
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def words(listed: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(listed.split())


GENERIC = words(
    """treaty convention agreement accord pact arrangement protocol memorandum nuclear weapon weapons missile missiles arms control
    test ban intermediate range shorter forces force strategic offensive reduction reductions limitation conventional armed open skies outer
    space chemical biological mine mines trade non proliferation prohibition cluster munitions comprehensive joint plan action
    ministry minister foreign defence defense department office mission council commission committee agency administration
    government parliament house senate congress general secretary president prime deputy vice chief head leader spokesman
    spokeswoman spokesperson ambassador envoy representative permanent director chairman assistant under undersecretary
    national security adviser advisor affairs external interior state staff army military side delegation embassy alliance
    new interim limited anti personnel system systems the of and on for to in from"""
)
"""Words of names that print also writes in lower case ("the Intermediate-range nuclear forces treaty", "foreign ministry")."""

_WORD_ACRONYMS = frozenset(
    {"START", "SALT", "SORT", "WHO", "ACT", "FAS", "ICAN", "LAS", "PIR", "ATT", "CAN", "AID", "ARMS"}
)
"""Acronyms that are words: told from these by their capitals, so they count in capitals alone, and never in a line all in capitals."""


def _token_fits(alias: str, found: str, shouted: bool) -> bool:
    if alias == found or (alias.islower() and found.lower() == alias and found[0].isupper()):
        return True
    if alias.isupper() and len(alias) > 1:
        return len(alias) >= 4 and alias not in _WORD_ACRONYMS and found == alias.capitalize()
    if len(alias) >= 6 and not alias[1:].islower() and found == alias.capitalize():
        return True  # "Elbaradei"
    return (shouted or len(found) >= 5) and found.isupper() and found == alias.upper()


def case_fits(alias: str, found: str, shouted: bool, lone_lower: bool = False) -> bool:
    """Whether `found` may be the name `alias` (both folded, equal but for case).

    `shouted`: the line is all in capitals; `lone_lower`: the name may stand wholly in lower case where all its words are generic.
    """
    if alias == found:
        return not (shouted and alias in _WORD_ACRONYMS)
    anchored = False
    pairs = list(zip(alias.split(" "), found.split(" "), strict=False))
    for wanted, met in pairs:
        if _token_fits(wanted, met, shouted):
            anchored = anchored or not met.islower()
        elif not (wanted.lower() == met and met in GENERIC) and not _title_of_acronym(wanted, met, len(pairs)):
            return False
    return anchored or alias.islower() or lone_lower


def _title_of_acronym(alias: str, found: str, words: int) -> bool:
    """An acronym in British style, inside a longer name ("New Start", "Salt II")."""
    return words > 1 and alias in _WORD_ACRONYMS and found == alias.capitalize()


_ROMAN = {"I": "1", "II": "2", "III": "3", "1": "I", "2": "II", "3": "III"}


def spellings(alias: str, kind: str) -> set[str]:
    """The folded forms under which a name is looked up: with and without "the", hyphens, Roman numbers."""
    plain = " ".join(fold(alias).split())
    forms = {plain}
    if plain.startswith("the ") and plain[4:5].isupper() and kind != "office":
        forms.add(plain[4:])
    forms |= {form.replace("'s ", "s ") for form in tuple(forms) if "'s " in form}  # "Peoples Republic"
    if kind in ("system", "treaty"):
        words = plain.split(" ")
        if len(words) > 1 and words[-1] in _ROMAN and not words[0].isdigit():
            forms.add(" ".join([*words[:-1], _ROMAN[words[-1]]]))
    if kind == "system":
        for form in tuple(forms):
            forms |= _joined(form)
    return {form for form in forms if form}


def _joined(form: str) -> set[str]:
    """Joined and split designations: "SSC8" and "9M 729" for SSC-8 and 9M729."""
    forms = set()
    if re.fullmatch(r"[A-Z]{1,4} \d+[A-Z]?", form):
        forms.add(form.replace(" ", ""))
    split = re.fullmatch(r"(\d+[A-Z])(\d+)", form)
    if split:
        forms.add(" ".join(split.groups()))
    return forms
