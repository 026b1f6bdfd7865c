"""Rules on ids and names: ids as the files are called and unique, no name twice for one id, shared names marked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from treatywatch.model.actor import Alias, Office, Organisation, Outlet, State
from treatywatch.model.law import Treaty
from treatywatch.model.system import System
from treatywatch.shelf.lint.rule import Files, Found
from treatywatch.shelf.names import AmbiguousText, Name, NamedTreaty, of_actor, of_system, of_treaty

_ID = re.compile(r"[a-z0-9]+([-+][a-z0-9]+)*\Z")
_NAMED = (State, Organisation, Office, Outlet, System)


def ids(files: Files) -> Iterator[Found]:
    """Ids that are not as their file is called, or that two actors share."""
    taken: dict[tuple[str, str], str] = {}
    for path, noun in files.nouns.items():
        if not isinstance(noun, (*_NAMED, Treaty)):
            continue
        parts = path.removesuffix(".yml").split("/")
        expected = parts[1] if isinstance(noun, Treaty) else parts[-1]
        if noun.id != expected:
            yield Found(path, ("id",), repr(noun.id), f"{expected!r}, as the file is called", "id")
        if not _ID.match(noun.id):
            yield Found(path, ("id",), repr(noun.id), "small letters, digits and hyphens", "id")
        space = "actors" if isinstance(noun, State | Organisation | Office) else type(noun).__name__
        first = taken.setdefault((space, noun.id), path)
        if first != path:
            yield Found(path, ("id",), f"{noun.id!r}, also of {first}", "an id of its own", "shared-id")
    yield from _persons(files, taken)
    yield from _named_treaties(files)


def _persons(files: Files, taken: Mapping[tuple[str, str], str]) -> Iterator[Found]:
    """Persons' ids must differ from those of other actors, and mean one name."""
    called: dict[str, str] = {}
    for path, office in files.of(Office):
        for index, tenure in enumerate(office.holders):
            steps = ("holders", index, "person")
            if ("actors", tenure.person) in taken:
                yield Found(
                    path,
                    steps,
                    f"{tenure.person!r}, also of {taken['actors', tenure.person]}",
                    "an id of its own",
                    "shared-id",
                )
            if called.setdefault(tenure.person, tenure.name) != tenure.name:
                found = f"{tenure.name!r} under the id of {called[tenure.person]!r}"
                yield Found(
                    path,
                    ("holders", index, "name"),
                    found,
                    "one name for one id (variants tell the others)",
                    "two-names",
                )


def _named_treaties(files: Files) -> Iterator[Found]:
    """A treaty with a folder tells its names there and nowhere else."""
    full = {treaty.id for _, treaty in files.of(Treaty)}
    listed = files.under("treaties/names.yml") or ()
    seen: set[str] = set()
    for index, treaty in enumerate(listed):
        if treaty.id in full or treaty.id in seen:
            where = f"treaties/{treaty.id}/treaty.yml" if treaty.id in full else "this file"
            yield Found(
                "treaties/names.yml",
                (index, "id"),
                f"{treaty.id!r}, also in {where}",
                "its names in one place",
                "shared-id",
            )
        seen.add(treaty.id)


def aliases(files: Files) -> Iterator[Found]:
    """A name told twice for one id on the same days."""
    for path, noun in files.nouns.items():
        if isinstance(noun, State | Organisation | Treaty):
            yield from _twice(path, ("aliases",), noun.aliases)
        elif isinstance(noun, System):
            yield from _texts_twice(path, "aliases", (*noun.aliases, *noun.ambiguous_aliases))
        elif isinstance(noun, Outlet):
            yield from _texts_twice(path, "aliases", noun.aliases)
        elif isinstance(noun, Office):
            yield from _texts_twice(path, "titles", (noun.title, *noun.titles))


def _twice(path: str, steps: tuple[str, ...], told: tuple[Alias, ...]) -> Iterator[Found]:
    for index, alias in enumerate(told):
        if any(alias.text == other.text and _meet(alias, other) for other in told[:index]):
            yield Found(
                path, (*steps, index, "text"), f"{alias.text!r} a second time", "each name once", "double-alias"
            )


def _meet(a: Alias, b: Alias) -> bool:
    starts = [day.earliest for day in (a.since, b.since) if day]
    ends = [day.earliest for day in (a.until, b.until) if day]
    return not starts or not ends or max(starts) < min(ends)


def _texts_twice(path: str, field: str, texts: tuple[str, ...]) -> Iterator[Found]:
    for index, text in enumerate(texts):
        if text in texts[:index]:
            yield Found(path, (field,), f"{text!r} a second time", "each name once", "double-alias")


def shared_names(files: Files) -> Iterator[Found]:
    """A name that two treaties, two systems or two actors have on one day must be marked ambiguous on both, or stand in ambiguous.yml.

    Organs that a metonym names (`via`) share their state's word by intention; persons' surnames are marked by themselves.
    """
    listed = {entry.text for entry in files.under("lexicon/en/ambiguous.yml") or () if isinstance(entry, AmbiguousText)}
    by_text: dict[tuple[str, str], list[tuple[str, Name]]] = defaultdict(list)
    for path, name in _names(files):
        by_text[name.kind, name.text].append((path, name))
    for (_, text), same in by_text.items():
        for index, (path, name) in enumerate(same):
            others = [
                other
                for _, other in same[:index]
                if other.id != name.id and name.meets(other) and not _organ(name, other)
            ]
            if others and text not in listed and not (name.ambiguous and all(other.ambiguous for other in others)):
                found = f"{text!r}, also of {others[0].id}, on the same days"
                yield Found(
                    path, (), found, "both marked ambiguous, or the text in lexicon/en/ambiguous.yml", "shared-name"
                )


def _organ(a: Name, b: Name) -> bool:
    return b.id == a.via or a.id == b.via


def _names(files: Files) -> Iterator[tuple[str, Name]]:
    for path, noun in files.nouns.items():
        if isinstance(noun, State | Organisation):
            yield from ((path, name) for name in of_actor(noun))
        elif isinstance(noun, System):
            yield from ((path, name) for name in of_system(noun))
        elif isinstance(noun, Treaty):
            named = NamedTreaty(noun.id, noun.name, noun.short, aliases=noun.aliases)
            yield from ((path, name) for name in of_treaty(named))
    for treaty in files.under("treaties/names.yml") or ():
        yield from (("treaties/names.yml", name) for name in of_treaty(treaty))
