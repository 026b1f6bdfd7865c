"""Persons of the shelf under another spelling: told by the given name beside the surname, or by how the surname sounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatywatch.language.names_folding import words
from treatywatch.language.names_people import TITLED
from treatywatch.language.names_reading import Hits, Reading
from treatywatch.language.names_romanised import sound, sounds
from treatywatch.language.names_spelling import Neighbours, one_edit

_WORD = re.compile(r"\b[A-Z][a-z]{4,}\b")
_CYRILLIC = re.compile(r"\b[А-ЯЁІЇЄҐ][а-яёіїєґ]{3,}\b")
_BEFORE = re.compile(
    r"(?<!\w)([^\W\d_]\w+)[ \u00a0-](?:(?:[^\W\d_]\w+(?:vich|wicz|vych|ovna|evna|witsch|вич|вна)|[A-ZА-Я]\.)[ \u00a0])?"
    r"(?:(?:al|el)[ -])?$"
)
"""The given name before a surname, also with a patronymic, an initial or the Arabic article between."""

_SHORTEST_SOUND = 6
"""Letters from which on a surname in another spelling counts with a title alone: shorter ones sound like too many words."""
_SLAVIC = re.compile(r"(?:[eoi](?:w|ff)|sk[iy]+j?|ow[ai]|tsch\w*|dsch\w*|enko|wili)$|[А-яЁё]$")
"""Endings that no English word has: such a surname counts alone."""
_SHORTEST_EDIT = 5


class Bearers:
    """The surnames and given names of the shelf's persons, found by sound."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        persons = [r for r in readings if r.kind == "person"]
        self._by_sound: dict[str, list[Reading]] = {}
        self._by_form: dict[str, list[Reading]] = {}
        self._given: dict[str, set[str]] = {}
        self._initials: dict[str, set[str]] = {}
        for reading in persons:
            parts = reading.form.split()
            self._initials.setdefault(reading.id, set()).update(
                p[0] for p in parts[1:-1] if p.endswith(".") or len(p) == 1
            )
            if len(parts) == 1 and len(reading.form) >= _SHORTEST_EDIT and reading.form.istitle():
                self._by_sound.setdefault(sound(reading.form), []).append(reading)
                self._by_form.setdefault(reading.form, []).append(reading)
            self._given.setdefault(reading.id, set()).update(part for part in parts[:-1] if len(part) > 2)
        self._neighbours = Neighbours(self._by_form, _SHORTEST_EDIT)

    def misspelt(self, text: str, folded: str, taken: set[int]) -> Iterator[Hits]:
        """Surnames in another spelling, where no name was found yet."""
        for word in _WORD.finditer(folded):
            if word.start() not in taken:
                yield from self._hit(folded, word.start(), word.end(), word.group())
        if _CYRILLIC.search(text):
            for word in _CYRILLIC.finditer(text):
                if word.start() not in taken:
                    yield from self._hit(text, word.start(), word.end(), word.group())

    def _hit(self, text: str, start: int, end: int, word: str) -> Iterator[Hits]:
        alike = self._alike(word)
        near = () if alike else tuple(r for form in self._neighbours.of(word) for r in self._by_form[form])
        whole = self.confirmed(text, start, alike or near)
        if whole is not None:
            yield Hits(whole[0], end, whole[1], near=True, whole=True)
        elif alike and len(word) >= _SHORTEST_SOUND:
            yield Hits(
                start, end, alike, near=not (_SLAVIC.search(word) or TITLED.search(text[max(0, start - 20) : start]))
            )

    def _alike(self, word: str) -> tuple[Reading, ...]:
        found = {id(r): r for said in sounds(word) for r in self._by_sound.get(said, ())}
        return tuple(found.values())

    def confirmed(self, text: str, start: int, readings: Sequence[Reading]) -> tuple[int, tuple[Reading, ...]] | None:
        """Where the whole name begins, and who bears it, if the given name before a surname is a bearer's, in whatever spelling."""
        before = _BEFORE.search(text, max(0, start - 40), start) if readings else None
        if before is None or not before.group(1)[0].isupper():
            return None
        initial = _INITIAL.search(before.group())
        bearers = tuple(
            r
            for r in readings
            if self._bears(r.id, before.group(1)) and not (initial and self._otherwise(r.id, initial.group(1)))
        )
        return (before.start(1), bearers) if bearers else None

    def _otherwise(self, person: str, initial: str) -> bool:
        """Whether a person is known with other middle initials ("George P. Bush")."""
        known = self._initials.get(person, set())
        return bool(known) and initial not in known

    def _bears(self, person: str, given: str) -> bool:
        said = sounds(given)
        return any(
            given == own or sound(own) in said or (len(own) >= _SHORTEST_EDIT and one_edit(given, own))
            for own in self._given.get(person, ())
        )


_INITIAL = re.compile(r"\s([A-Z])\.")
_SPLIT = re.compile(r"\b([A-Z][a-z]*)( |  )([a-z]{2,})\b|\b([A-Z])( )([A-Z]{2,})\b")
_WHOLE_WORDS = words(
    """am an and are as at be but by can did do does for from go had has have he her him his how if in is it its may me my no nor
    not now of off on one or our out own said say she so than that the them then they this to two up us was we were what when
    who will with you"""
)


def broken(folded: str, known: Mapping[str, Sequence[Reading]], taken: set[int]) -> Iterator[Hits]:
    """Names of one word that a line break or a fault of the set tore in two ("Tru mp", "N ATO")."""
    for match in _SPLIT.finditer(folded):
        first, second = match.group(1) or match.group(4), match.group(3) or match.group(6)
        if second in _WHOLE_WORDS or match.start() in taken or match.end() - 1 in taken:
            continue
        joined = first + second
        readings = tuple(r for r in known.get(joined.lower(), ()) if r.form == joined and r.kind in ("person", "actor"))
        if readings and len(joined) >= (5 if match.group(1) else 4) and first.lower() not in known:
            yield Hits(match.start(), match.end(), readings)
