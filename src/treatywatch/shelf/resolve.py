"""From what a user types to an id: ids, codes and domains first, then names, by the day where one is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from treatywatch.errors import AmbiguousName, UnknownName, UsageError
from treatywatch.shelf.names import AmbiguousText, Name, key

KINDS: Mapping[str, frozenset[str]] = {
    "treaty": frozenset({"treaty"}),
    "system": frozenset({"system"}),
    "actor": frozenset({"actor", "person"}),
    "state": frozenset({"actor"}),
    "organisation": frozenset({"actor"}),
    "office": frozenset({"office"}),
    "person": frozenset({"person"}),
    "outlet": frozenset({"outlet"}),
}
"""What may be asked for, and the kinds of names that can answer it."""

_MAIN = frozenset({"name", "official", "abbrev", "designation"})
_NEAR_MARGIN = 12
_NEAR_SCORE = 70
"""Below this ratio, or so far under the best, a near name is no help; calibrated by typing names of the shelf with slips."""


class Codes(NamedTuple):
    """Other keys of ids: alpha-3 codes of states, domains of outlets."""

    states: Mapping[str, str]
    domains: Mapping[str, str]


class Resolver:
    """Answers names with ids. `ids` tells the known ids of the kind that is asked for."""

    def __init__(
        self,
        names: Iterable[Name],
        ids: Callable[[str], frozenset[str]],
        ambiguous: Iterable[AmbiguousText],
        codes: Codes,
    ) -> None:
        self._ids, self._codes = ids, codes
        self._by_key: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            self._by_key[key(name.text)].append(name)
        self._ambiguous = {key(entry.text): entry for entry in ambiguous}

    def resolve(self, kind: str, text: str, on: date | None) -> str:
        """The id that `text` means as a `kind`. Raises AmbiguousName with the choices, UnknownName with near names."""
        if kind not in KINDS:
            raise UsageError(f"kind: found {kind!r}, expected one of {', '.join(KINDS)}")
        typed = text.strip().casefold()
        if typed in self._ids(kind):
            return typed
        coded = self._code(kind, typed)
        if coded is not None:
            return coded
        choices = self._choices(kind, text, on) or self._spelled(kind, typed)
        if len(choices) > 1:
            raise AmbiguousName(text, choices)
        if not choices:
            raise UnknownName(self._unknown(kind, text))
        return choices[0]

    def _spelled(self, kind: str, typed: str) -> tuple[str, ...]:
        """Ids that are written like `typed` but for hyphens, low lines and spaces: tables write NEWSTART and CCW_P3."""
        letters = _letters(typed)
        return tuple(sorted(id for id in self._ids(kind) if _letters(id) == letters)) if letters else ()

    def _code(self, kind: str, typed: str) -> str | None:
        if kind in ("state", "actor"):
            return self._codes.states.get(typed)
        return self._codes.domains.get(typed.removeprefix("www.")) if kind == "outlet" else None

    def _choices(self, kind: str, text: str, on: date | None) -> tuple[str, ...]:
        """The ids that `text` may mean, one where the day, the rule or the name's own rank settles it."""
        known, looked_up = self._ids(kind), key(text)
        names = [_as_asked(name, kind) for name in self._by_key.get(looked_up, []) if name.kind in KINDS[kind]]
        names = [name for name in names if name.id in known]
        in_use = [name for name in names if (name.means_on(on) if on else name.until is None)] or names
        entry = self._ambiguous.get(looked_up)
        organs = {name.via for name in names}
        in_use = [name for name in in_use if name.id not in organs]
        unnamed = _ids_of(entry.candidates if entry else (), known) - {name.id for name in names} - organs
        if entry and entry.default in known and (unnamed or len({name.id for name in in_use}) > 1):
            return (entry.default,) if entry.default else ()
        main = {name.id for name in in_use if name.alias_kind in _MAIN}
        if not unnamed and len(main) == 1:
            return tuple(main)
        return tuple(dict.fromkeys((*(name.id for name in in_use), *sorted(unnamed))))

    def _unknown(self, kind: str, text: str) -> str:
        near = self._near(kind, text)
        hint = f"say {' or '.join(near)}" if near else f"treatywatch {_LISTS[kind]} lists them"
        return f"{text!r}: found no {kind} of this name, expected a name, alias or id; {hint}"

    def _near(self, kind: str, text: str) -> tuple[str, ...]:
        """Up to three ids whose names look like `text`, best first, those still in use before former ones."""
        from rapidfuzz import fuzz, process  # only wanted where nothing else answers, and slow to load

        known = self._ids(kind)
        rows = {
            k: [name for name in names if name.kind in KINDS[kind] and name.id in known]
            for k, names in self._by_key.items()
        }
        keys = [k for k, names in rows.items() if names]
        found = process.extract(key(text), keys, scorer=fuzz.ratio, limit=9, score_cutoff=_NEAR_SCORE)
        close = [choice for choice, score, _ in found if score >= found[0][1] - _NEAR_MARGIN]
        names = [name for choice in close for name in sorted(rows[choice], key=lambda name: name.until is not None)]
        return tuple(dict.fromkeys(name.id for name in names))[:3]


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _ids_of(candidates: Iterable[str], known: frozenset[str]) -> set[str]:
    return {id for id in candidates if id in known}


def _as_asked(name: Name, kind: str) -> Name:
    """A metonym asked for as an organisation means the organ that it names."""
    return name._replace(id=name.via, via=None) if kind == "organisation" and name.via else name


_LISTS = {
    "treaty": "treaties",
    "system": "systems",
    "actor": "actors",
    "state": "actors",
    "organisation": "actors",
    "office": "actors",
    "person": "actors",
    "outlet": "outlets",
}
