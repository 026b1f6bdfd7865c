"""Every name on the shelf: what may be met in a text or typed by a user, the id that it means, and on which days."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from treatywatch.dates import PlainDay
from treatywatch.model.actor import Alias, Office, Organisation, Outlet, State, Tenure
from treatywatch.model.noun import noun
from treatywatch.model.system import System
from treatywatch.shelf import strict
from treatywatch.shelf.trees import Tree


class Name(NamedTuple):
    """A name and the one id that it may mean.

    `kind`: treaty, system, actor (state or organisation), office, person, outlet. `since`/`until` bound the days on which it is used
    so, half-open, generously where only a month or year is known. `ambiguous`: it can mean something else, on the shelf or off
    it. `via` is the organ that a metonym names. `alias_kind`: name, official, abbrev, press, adjective, demonym, metonym, foreign,
    title, variant, surname, designation or folded (without its accents).
    """

    text: str
    kind: str
    id: str
    since: date | None = None
    until: date | None = None
    ambiguous: bool = False
    via: str | None = None
    alias_kind: str = "name"

    def means_on(self, day: date) -> bool:
        """Whether the name is used so on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def meets(self, other: Name) -> bool:
        """Whether both names are in use on one day."""
        since = max(self.since or date.min, other.since or date.min)
        return since < min(self.until or date.max, other.until or date.max)


@noun(frozen=True, slots=True)
class NamedTreaty:
    """A treaty by its names: the shelf may hold no articles and no acts of it."""

    id: str
    name: str
    short: str | None = None
    source: str = ""
    verified: bool = False
    aliases: tuple[Alias, ...] = ()


def treaty_names(tree: Tree, file: str) -> NamedTreaty:
    """The names of a treaty that has a folder, read from its treaty file without the rest of it."""
    wanted = {"id", "name", "short", "source", "verified", "aliases"}
    part = {key: value for key, value in tree.items() if key in wanted} if isinstance(tree, dict) else tree
    return strict.decode(part, NamedTreaty, file)


@noun(frozen=True, slots=True)
class AmbiguousText:
    """A text that can mean several ids (`candidates`) or things that are not on the shelf (`others`), and the rule that decides.

    `default` is the id that is meant where nothing tells otherwise.
    """

    text: str
    candidates: tuple[str, ...] = ()
    default: str | None = None
    others: tuple[str, ...] = ()
    rule: str | None = None


_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "ə": "e", "’": "'"}
)
_SPACE = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text without accents and with straight apostrophes (`Bērziņš` → `Berzins`); other scripts stay as they are."""
    if text.isascii():
        return text
    split = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in split if not "\u0300" <= c <= "\u036f"))


def key(text: str) -> str:
    """The form under which a typed name is looked up: folded, lower case, single spaces, no leading article."""
    plain = _SPACE.sub(" ", folded(text)).strip().casefold()
    return plain.removeprefix("the ")


def _first(day: PlainDay | None) -> date | None:
    return day.earliest if day else None


def _last(day: PlainDay | None) -> date | None:
    return day.latest if day else None


def of_actor(actor: State | Organisation) -> Iterator[Name]:
    """The names of a state or an organisation; its main name is always among them."""
    if all(alias.text != actor.name for alias in actor.aliases):
        yield Name(actor.name, "actor", actor.id, _first(actor.since), _last(actor.until))
    yield from _aliases("actor", actor.id, actor.aliases)


def of_treaty(treaty: NamedTreaty) -> Iterator[Name]:
    """The names of a treaty."""
    yield Name(treaty.name, "treaty", treaty.id)
    if treaty.short and treaty.short != treaty.name:
        yield Name(treaty.short, "treaty", treaty.id)
    yield from _aliases(
        "treaty", treaty.id, (alias for alias in treaty.aliases if alias.text not in (treaty.name, treaty.short))
    )


def _aliases(kind: str, id: str, aliases: Iterable[Alias]) -> Iterator[Name]:
    for alias in aliases:
        bounds = _first(alias.since), _last(alias.until)
        yield Name(alias.text, kind, id, *bounds, alias.ambiguous, alias.via, alias.kind)


def of_system(system: System) -> Iterator[Name]:
    """The names of a system in every nomenclature, and as met in running text."""
    told: dict[str, str] = {system.name: "name"}
    for text in (name for _, name in system.names):
        told.setdefault(text, "designation")
    for text in (*system.aliases, *system.ambiguous_aliases):
        told.setdefault(text, "press")
    loose = frozenset(system.ambiguous_aliases)
    bounds = _first(system.since), _last(system.until)
    yield from (
        Name(text, "system", system.id, *bounds, ambiguous=text in loose, alias_kind=kind)
        for text, kind in told.items()
    )


def of_outlet(outlet: Outlet) -> Iterator[Name]:
    """The names of an outlet."""
    yield Name(outlet.name, "outlet", outlet.id)
    yield from (Name(text, "outlet", outlet.id, alias_kind="press") for text in outlet.aliases if text != outlet.name)


def of_office(office: Office) -> Iterator[Name]:
    """The titles of an office, over its days."""
    bounds = _first(office.since), _last(office.until)
    plain = [text for text in dict.fromkeys((office.title, *office.titles)) if text not in office.ambiguous_titles]
    yield from (Name(text, "office", office.id, *bounds, alias_kind="title") for text in plain)
    yield from (Name(text, "office", office.id, *bounds, True, None, "title") for text in office.ambiguous_titles)
    yield from _aliases("office", office.id, office.dated_titles)


def of_persons(persons: Iterable[tuple[str, Iterable[tuple[str, Tenure]]]]) -> Iterator[Name]:
    """The names of persons, each told with the terms as (office, term): full names on any day, surnames from the first day in office.

    A surname stays in use after the last term (a former minister still speaks), so it has no end.
    """
    for person, terms in persons:
        yield from _of_person(person, [tenure for _, tenure in terms])


def _of_person(person: str, tenures: list[Tenure]) -> Iterator[Name]:
    names = dict.fromkeys(tenure.name for tenure in tenures)
    surnames = dict.fromkeys(tenure.surname for tenure in tenures)
    variants = dict.fromkeys(variant for tenure in tenures for variant in tenure.variants)
    started = [tenure.since.earliest for tenure in tenures if tenure.since]
    since = min(started) if len(started) == len(tenures) else None
    yield from (Name(text, "person", person) for text in names)
    rest = [text for text in variants if text not in names and text not in surnames]
    yield from (Name(text, "person", person, alias_kind="variant") for text in rest)
    single = [text for text in surnames if text not in names]
    yield from (Name(text, "person", person, since, None, False, None, "surname") for text in single)


def complete(names: Iterable[Name], ambiguous: Iterable[AmbiguousText]) -> tuple[Name, ...]:
    """The index: names without doubles, with their accentless forms, and `ambiguous` marked where a text has several readings."""
    found = _without_doubles(tuple(dict.fromkeys(names)))
    texts = {(name.text, name.kind, name.id) for name in found}
    plain = (
        name._replace(text=folded(name.text), alias_kind="folded") for name in found if folded(name.text) != name.text
    )
    found += [name for name in dict.fromkeys(plain) if (name.text, name.kind, name.id) not in texts]
    shared = {entry.text for entry in ambiguous} | _shared(found)
    return tuple(name._replace(ambiguous=True) if name.text in shared else name for name in found)


def to_rows(names: Iterable[Name]) -> list[list[object]]:
    """The names as plain rows for the compiled index."""
    return [[_plain(value) for value in name] for name in names]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def from_rows(rows: Iterable[list[Any]]) -> tuple[Name, ...]:
    """The names of a compiled index."""
    day = date.fromisoformat
    return tuple(
        Name(text, kind, id, since and day(since), until and day(until), ambiguous, via, alias_kind)
        for text, kind, id, since, until, ambiguous, via, alias_kind in rows
    )


def _without_doubles(names: tuple[Name, ...]) -> list[Name]:
    """Without the organ's copy of a metonym that a state has `via` it, and without a site of the same name as its owner."""
    told = {(name.text, name.via) for name in names if name.via}
    actors = {name.text for name in names if name.kind == "actor"}
    return [
        name
        for name in names
        if (name.text, name.id) not in told and not (name.kind == "outlet" and name.text in actors)
    ]


def _shared(names: Iterable[Name]) -> set[str]:
    """The texts that mean two ids on one day."""
    by_text: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_text[name.text].append(name)
    return {
        text
        for text, same in by_text.items()
        if any(a.id != b.id and a.meets(b) for index, a in enumerate(same) for b in same[index + 1 :])
    }
