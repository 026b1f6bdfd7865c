"""The alias gate: every name of the shelf found in a text in one pass, ranked for the report's day.

An Aho-Corasick automaton (Aho & Corasick 1975) reads the folded text; what it finds is then held against word boundaries,
case, day and neighbours. Mentions never overlap (the longest name wins) and their offsets index the text as given.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from ahocorasick_rs import AhoCorasick, MatchKind

from treatywatch.language import names_context as context
from treatywatch.language.names_bearers import Bearers, broken
from treatywatch.language.names_folding import case_fits, fold, lower, spellings
from treatywatch.language.names_owned import without_others
from treatywatch.language.names_people import Terms, settle_people, terms_of
from treatywatch.language.names_reading import Hits, NameLike, Names, Reading, key, reading_of, spaced
from treatywatch.language.names_spelling import Neighbours
from treatywatch.language.names_successors import is_heir, just_taken_over, told_of_before
from treatywatch.model.annotation import Mention

_NEEDS_THE = frozenset({"North", "Six", "Twelve", "States", "Alliance", "South", "Union", "Queen", "King"})
_INFLECTED = ("adjective", "demonym", "press")
_BROKEN = re.compile(r" (n|an|ian)(?=s?\b)(?!')")
_PLURAL = re.compile(r"s(?!\w)")
_WORD = re.compile(r"[A-Z][A-Za-z]{6,}")


class Gazetteer:
    """All names of a shelf, ready to be found in any number of texts."""

    def __init__(
        self, names: Iterable[NameLike], terms: Terms | None = None, choices: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """`terms`: when each person held office; `choices`: the ids that an ambiguous text can mean, the likelier first; none
        for a word that is no name of the shelf, however like one it looks.
        """
        self._readings: dict[str, list[Reading]] = {}
        self._defaults: set[tuple[str, str]] = set()
        self._owners: Mapping[str, str] = {}
        self._states: Collection[str] = ()
        self._terms = terms or {}
        for name in names:
            for form in spellings(name.text, name.kind):
                if form not in _NEEDS_THE:
                    self._readings.setdefault(key(form), []).append(reading_of(name, form))
        self._offer(choices or {})
        self._others = frozenset(text for text, ids in (choices or {}).items() if not ids)
        self._patterns = list(self._readings)
        self._lists = list(self._readings.values())
        automaton = [" " + pattern for pattern in self._patterns]
        self._automaton = AhoCorasick(automaton, matchkind=MatchKind.Standard) if automaton else None
        self._bearers = Bearers(r for readings in self._lists for r in readings)
        self._hints = _hint_words(self._lists)
        single = (r for readings in self._lists for r in readings if " " not in r.form and r.form.isalpha())
        self._neighbours = Neighbours(r.form for r in single if r.kind in ("person", "actor") and r.form.istitle())

    @classmethod
    def of(cls, shelf: Names) -> Gazetteer:
        """The gazetteer of a shelf."""
        choices = {entry.text: entry.candidates for entry in shelf.ambiguous_texts}
        found, bodies = cls(shelf.names(), terms_of(shelf.offices), choices), shelf.organisations.items()
        found._defaults = {(key(one.text), one.default) for one in shelf.ambiguous_texts if one.default}
        found._owners = {i: body.state for i, body in bodies if body.kind == "state-organ" and body.state}
        found._states = frozenset(shelf.states)
        return found

    def _offer(self, choices: Mapping[str, Sequence[str]]) -> None:
        """Add the readings that only the list of ambiguous texts knows ("Brussels": the EU, NATO), in its order."""
        kinds = {r.id: r.kind for readings in self._readings.values() for r in readings}
        for text, ids in choices.items():
            readings = self._readings.get(key(text), [])
            own = next((r for r in readings if r.form == text), None)
            if own is None or own.kind != "actor" or own.organ:
                continue
            missing = [replace(own, id=i) for i in ids if kinds.get(i) == "actor" and all(r.id != i for r in readings)]
            order = {i: n for n, i in enumerate(ids)}
            readings[:] = sorted([*readings, *missing], key=lambda r: order.get(r.id, 99)) if missing else readings

    def find(self, text: str, on: date | None = None) -> tuple[Mention, ...]:
        """The names in `text`, in order, read on the day `on` (None: any day). Never raises."""
        folded = fold(text)
        lowered = lower(folded)
        hits = list(self._hits(folded))
        hits.extend(broken(folded, self._readings, _covered(hits)))
        inside = {
            place for hit in hits if " " in folded[hit.start : hit.end] for place in range(hit.start + 1, hit.end)
        }
        hits = [hit if hit.start in inside else self._with_own_given_name(folded, hit) for hit in hits]
        hits.extend(self._bearers.misspelt(text, folded, _covered(hits)))
        hits.extend(self._misspelt(folded, hits))
        settled = settle_people(_longest(hits), text, folded, on, self._terms)
        told = Counter(i for hit in settled for i in {r.id for r in hit.readings})
        systems = [hit for hit in settled if hit.readings[0].kind == "system"]
        armed = {hit.readings[0].id for hit in systems if context.near_weapon(text, hit.start, hit.end)}
        mentions = (self._mention(text, lowered, hit, on, told, armed) for hit in settled)
        return without_others(text, [m for m in mentions if m is not None], self._owners, self._states)

    def _hits(self, folded: str) -> Iterator[Hits]:
        """Places where an alias fits."""
        if self._automaton is None:
            return
        plain = spaced(folded)
        haystack = " " + lower(plain) + " "
        shouted = _shouted_lines(folded)
        for index, start, stop in self._automaton.find_matches_as_indexes(haystack, overlapping=True):
            end = stop - 1  # the haystack opens with one space more than the text, the pattern too
            following = folded[end : end + 1]
            if following != "s" and (following.isalnum() or following == "_"):
                continue
            readings = self._fitting(plain, index, start, end, shouted)
            if readings:
                end = _stretched(folded, start, end, readings, self._readings)
                if not folded[end : end + 1].isalnum():
                    yield Hits(start, end, readings)

    def _fitting(
        self, plain: str, index: int, start: int, end: int, shouted: list[tuple[int, int]]
    ) -> tuple[Reading, ...]:
        found = plain[start:end]
        loud = bool(shouted) and any(low <= start < high for low, high in shouted)
        if loud and context.pronoun_in_capitals(plain, start, found):
            return ()
        modifies = found.startswith("The ") and key(found[4:]) in self._readings and context.goes_on(plain, end)
        fitting = (r for r in self._lists[index] if case_fits(r.plain, found, loud, r.lone))
        return tuple(r for r in fitting if not (modifies and r.kind == "outlet"))

    def _misspelt(self, folded: str, hits: list[Hits]) -> Iterator[Hits]:
        """Long capitalised words that are one edit away from exactly one known name."""
        taken = _covered(hits)
        for word in _WORD.finditer(folded):
            if word.start() in taken:
                continue
            readings = self._near_readings(word.group())
            if readings:
                start, whole = _with_given_name(folded, word.start(), self._readings, readings)
                yield Hits(start, word.end(), whole or readings, near=True, whole=bool(whole))

    def _with_own_given_name(self, folded: str, hit: Hits) -> Hits:
        """A lone surname with the given name before it, where that is its bearer's in another spelling or with a patronymic."""
        if hit.whole or any(r.kind != "person" or " " in r.form for r in hit.readings):
            return hit
        whole = self._bearers.confirmed(folded, hit.start, hit.readings)
        return hit if whole is None else replace(hit, start=whole[0], readings=whole[1], whole=True)

    def _near_readings(self, word: str) -> tuple[Reading, ...]:
        """What the neighbours of a word mean, where they all mean the same ("Gorbachev", "Gorbachyov"); nothing for another known word."""
        if word in self._others:
            return ()
        known = [[r for r in self._readings[key(near)] if r.form == near] for near in self._neighbours.of(word)]
        shared = set.intersection(*({r.id for r in readings} for readings in known)) if known else set()
        return tuple(r for readings in known for r in readings if r.id in shared)

    def _mention(
        self, text: str, lowered: str, hit: Hits, on: date | None, told: Counter[str], armed: Set[str]
    ) -> Mention | None:
        """The mention of a hit, its readings ranked; None where the words around it say that it is no name of the shelf.

        `armed`: the systems that stand beside words of weapons somewhere in the text ("Iskander missiles … sent Iskanders there").
        """
        ranked = self._ranked(hit, lowered, on, told)
        best = ranked[0]
        if best.kind == "treaty" and on is not None and on < best.low:
            return None  # "START III" of 1999 is not the treaty that was so called ten years later
        exact = text[hit.start : hit.end]
        kind = best.kind
        if kind == "actor":
            if context.part_of_another_name(text, hit.start, hit.end, best.form):
                return None
            if best.ambiguous and best.alias_kind == "press" and context.owned(text, hit.start, best.form):
                return None
            if best.alias_kind == "metonym" and _as_place(text, hit, best):
                kind = "place"
        if kind == "outlet" and context.opens_a_name(text, hit.start, hit.end):
            return None
        if kind == "system" and best.form.isalpha() and best.id not in armed:
            return None
        ids = dict.fromkeys(i for r in ranked for i in ((r.organ, r.id) if r.organ else (r.id,)))
        return Mention(
            hit.start, hit.end, kind, next(iter(ids)), exact, tuple(ids), "near" if hit.near else best.alias_kind
        )

    def _ranked(self, hit: Hits, lowered: str, on: date | None, told: Counter[str]) -> list[Reading]:
        """Readings that hold on the day first, then those whose other names' words stand in the text, then the unambiguous.

        A name that a newer treaty took over is the older one's beside an older year, and where no day is known.
        """
        holding = [r for r in hit.readings if r.holds(on)] or list(hit.readings)
        holding = [r for r in holding if not (is_heir(r) and told_of_before(r, lowered, hit))] or holding
        if len({r.id for r in holding}) == 1:
            return holding
        if hit.whole:
            return holding
        usual = [r for r in holding if (key(r.form), r.id) in self._defaults]
        if usual:  # "China" in a report that names Taiwan too
            return [*usual, *(r for r in holding if r not in usual)]
        return sorted(
            holding,
            key=lambda r: (
                -self._support(r, lowered) - told[r.id],
                not just_taken_over(r, on),
                on is None and is_heir(r),
                r.ambiguous,
                -r.high.toordinal(),
            ),
        )

    def _support(self, reading: Reading, lowered: str) -> int:
        """How many words of the reading's other names the rest of the text has."""
        own = set(reading.form.lower().split())
        return sum(1 for word in self._hints.get(reading.id, ()) if word not in own and word in lowered)


def _covered(hits: Iterable[Hits]) -> set[int]:
    """All places that names cover."""
    return {place for hit in hits for place in range(hit.start, hit.end)}


def _as_place(text: str, hit: Hits, best: Reading) -> bool:
    """Whether a capital or a seat of government is only where something is."""
    told = context.told_as_place if best.organ is None else context.told_as_building
    return told(text, hit.start, hit.end)


def _hint_words(lists: list[list[Reading]]) -> dict[str, frozenset[str]]:
    """The long words of each id's names, for the ids that share a name with another."""
    shared = {r.id for readings in lists if len({(r.kind, r.id) for r in readings}) > 1 for r in readings}
    words: dict[str, set[str]] = {i: set() for i in shared}
    for reading in (r for readings in lists for r in readings if r.id in shared):
        words[reading.id].update(w for w in reading.form.lower().split() if len(w) > 4)
    common = (
        {w for w in set().union(*words.values()) if sum(w in ws for ws in words.values()) > len(words) / 4}
        if words
        else set()
    )
    return {i: frozenset(ws - common) for i, ws in words.items()}


def _shouted_lines(folded: str) -> list[tuple[int, int]]:
    """Stretches between stops that are written all in capitals (three words or more)."""
    found = []
    for line in re.finditer(r"[^a-z]{12,}", folded):
        if line.group().count(" ") >= 2 and sum(map(str.isupper, line.group())) > 8:
            found.append(line.span())
    return found


def _stretched(
    folded: str, start: int, end: int, readings: tuple[Reading, ...], known: dict[str, list[Reading]]
) -> int:
    """The end of the name with its plural ("SS-20s", "Iranians"), or with a letter broken off ("Russia n")."""
    if folded[end : end + 1] not in (" ", "s"):
        return end
    broken = _BROKEN.match(folded, end)
    if broken and key(folded[start:end] + broken.group(1)) in known:
        end = broken.end()
    if _PLURAL.match(folded, end) and any(_inflected(r) for r in readings):
        return end + 1
    return end


def _inflected(reading: Reading) -> bool:
    """Whether the name takes a plural."""
    return reading.kind == "system" or (reading.kind == "actor" and reading.alias_kind in _INFLECTED)


def _with_given_name(
    folded: str, start: int, known: dict[str, list[Reading]], readings: tuple[Reading, ...]
) -> tuple[int, tuple[Reading, ...]]:
    """Where the whole name begins, and the persons so named, if the given name before a misspelt surname makes one; else nothing."""
    before = re.search(r"([A-Z][\w.]+) $", folded[max(0, start - 20) : start])
    if not before:
        return start, ()
    wholes = {r.id for reading in readings for r in known.get(key(f"{before.group(1)} {reading.form}"), ())}
    confirmed = tuple(r for r in readings if r.id in wholes)
    return (start - len(before.group()), confirmed) if confirmed else (start, ())


def _longest(hits: list[Hits]) -> list[Hits]:
    """The hits in order, without overlap: longer ones first, then earlier ones."""
    merged: dict[tuple[int, int], Hits] = {}
    for hit in hits:
        key = (hit.start, hit.end)
        merged[key] = hit if key not in merged else merged[key].joined(hit)
    taken: set[int] = set()
    kept = []
    for hit in sorted(merged.values(), key=lambda h: (h.start - h.end, h.start)):
        if hit.start not in taken and hit.end - 1 not in taken:
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)
