"""The directory: offices, their titles and holders, organs and states, indexed once for all reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from treatywatch.language.cast_lexicon import CastLexicon
from treatywatch.model.actor import Office, Organisation, State, Tenure
from treatywatch.model.system import System

_T = TypeVar("_T")
SOVIET_END = date(1991, 12, 26)
"""From this day on Moscow speaks for Russia (the last sitting of the Supreme Soviet)."""

_KIN = {
    "leader": ("leader", "supreme leader", "general secretary", "president", "chancellor", "prime minister", "chief"),
    "president": ("president",),
    "chancellor": ("chancellor", "prime minister"),
    "prime minister": ("prime minister", "chancellor"),
    "chief": ("chief", "leader"),
    "minister": (),
}
"""Roles that one word can mean, in the order in which they are tried."""

_HEADS = ("head-of-state-government", "head-of-state", "party-leader", "head-of-government")
"""Kinds of office that meet as equals at a summit."""


class ShelfLike(Protocol):
    """The part of the shelf that the cast reads."""

    @property
    def states(self) -> Mapping[str, State]:
        """States by id."""

    @property
    def organisations(self) -> Mapping[str, Organisation]:
        """Organisations and organs by id."""

    @property
    def offices(self) -> Mapping[str, Office]:
        """Offices by id."""

    @property
    def systems(self) -> Mapping[str, System]:
        """Weapon systems by id."""

    def decode(self, relative: str, cls: type[_T]) -> _T:
        """One data file, decoded."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office with one term in it."""

    office: Office
    tenure: Tenure

    def covers(self, on: date) -> bool:
        """Whether the term holds on the day (a bare month or year as the end counts to its last day)."""
        since, until = self.tenure.since, self.tenure.until
        return (since is None or since.earliest <= on) and (until is None or on < until.latest or _vague(until, on))

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of the term."""
        since, until = self.tenure.since, self.tenure.until
        return (since.earliest.year if since else 0, until.latest.year if until else 9999)


def _told_in(office: Office, words: tuple[str, ...]) -> bool:
    return not words or any(word in title.lower() for title in (office.title, *office.titles) for word in words)


def _vague(until: object, on: date) -> bool:
    earliest, latest = getattr(until, "earliest", on), getattr(until, "latest", on)
    return bool(earliest != latest and on <= latest)


class Directory:
    """Who can be meant: read once from the shelf, shared by all reports."""

    def __init__(
        self,
        states: Mapping[str, State],
        organisations: Mapping[str, Organisation],
        offices: Mapping[str, Office],
        lexicon: CastLexicon,
        systems: Mapping[str, System] | None = None,
    ) -> None:
        self.systems: Mapping[str, System] = systems or {}
        self.states, self.organisations, self.offices, self.lexicon = states, organisations, offices, lexicon
        self.terms: dict[str, list[Held]] = {}
        self._roles: dict[tuple[str, str], list[Office]] = {}
        for office in offices.values():
            for tenure in office.holders:
                self.terms.setdefault(tenure.person, []).append(Held(office, tenure))
            for role in dict.fromkeys(self._roles_of(office)):
                self._roles.setdefault((office.actor, role), []).append(office)

    @classmethod
    def of(cls, shelf: ShelfLike) -> Directory:
        """The directory of a shelf."""
        lexicon = shelf.decode("lexicon/en/cast.yml", CastLexicon)
        return cls(shelf.states, shelf.organisations, shelf.offices, lexicon, shelf.systems)

    def _roles_of(self, office: Office) -> Iterator[str]:
        """The roles that an office's titles name; the last role of a title is its head."""
        for title in office.titles:
            plain = title.lower().replace("-", " ")
            if plain.startswith("former") or " to " in plain or " in " in plain:
                continue
            found = [
                m for m in self.lexicon.role_pattern.finditer(plain) if not plain[: m.start()].endswith("'s ")
            ] or []
            for match in found[-1:] if not plain.startswith(("head of", "chief of")) else found[:1]:
                role = self.lexicon.role_of.get(match.group())
                if role and not ("deputy" in plain and "deputy" not in role) and self._telling(role, office.actor):
                    yield role

    def _telling(self, role: str, actor: str) -> bool:
        """Whether a role tells an office by itself: a "chief" or "boss" is one of an organisation only."""
        return role not in ("official", "minister") and not (role == "chief" and self.kind_of(actor) == "state")

    def state_of(self, actor: str) -> str:
        """The state of a state's organ; any other id is its own answer."""
        body = self.organisations.get(actor)
        return body.state if body is not None and body.state and body.kind not in ("think-tank", "research") else actor

    def kind_of(self, actor: str) -> str:
        """The kind of an organisation, `state` for states, '' for what is unknown."""
        if actor in self.states:
            return "state"
        return self.organisations[actor].kind if actor in self.organisations else ""

    def name_of(self, person: str) -> str | None:
        """A person's full name."""
        terms = self.terms.get(person)
        return terms[0].tenure.name if terms else None

    def held_on(self, person: str, on: date | None) -> list[Held]:
        """The terms that a person serves on the day (all, where none is known)."""
        return [held for held in self.terms.get(person, ()) if on is None or held.covers(on)]

    def holder(self, office: Office, on: date) -> Held | None:
        """Who held an office on the day; None where nobody is known, or where several share it."""
        held = [h for h in (Held(office, t) for t in office.holders) if h.covers(on)]
        if not office.single_holder and len(held) != 1:
            return None
        return held[-1] if held else None

    def office(self, actor: str, role: str, on: date | None) -> Office | None:
        """The actor's office of that role which is filled on the day; the only one, where no day is known."""
        if actor == "ru" and on is not None and on < SOVIET_END:
            actor = "su"
        if role == "chief" and actor in self.states:
            return None
        for kin in _KIN.get(role, (role,)):
            offices = self._roles.get((actor, kin), [])
            filled = [o for o in offices if on is None or self.holder(o, on)]
            heads = [o for o in filled if o.kind == "head-of-organisation"]
            if role == "leader" and len(filled) == 1 and self._ceremonial(filled[0]):
                continue
            if len(filled) == 1 or (heads and kin == "chief"):
                return heads[0] if heads else filled[0]
        return None

    def _ceremonial(self, office: Office) -> bool:
        """Whether an office is a president's who does not govern: then the leader is the head of government."""
        return office.kind in ("head-of-state", "ceremonial-head") and office.actor in self.lexicon.ceremonial

    def holder_of_kind(self, actor: str, kind: str | None, on: date) -> Held | None:
        """Who held, on the day, the actor's only office of a kind ("foreign-minister"); heads of state and of government are one kind."""
        if actor == "ru" and on < SOVIET_END:
            actor = "su"
        kinds = _HEADS if kind in _HEADS else (kind,)
        offices = [o for o in self.offices.values() if o.actor == actor and o.kind in kinds and not self._ceremonial(o)]
        ranked = sorted(offices, key=lambda o: (o.kind != kind, _HEADS.index(o.kind or "") if o.kind in _HEADS else 0))
        return next((held for held in (self.holder(o, on) for o in ranked) if held), None)

    def spokesman_of(self, office: str) -> Office | None:
        """The office of who speaks for the holder of an office: a president's is not the foreign minister's."""
        head = self.offices.get(office)
        if head is None:
            return None
        kind = "head" if head.kind in _HEADS else head.kind or ""
        words = self.lexicon.spokesmen.get(kind, ())
        found = [o for o in self._roles.get((head.actor, "spokesman"), ()) if _told_in(o, words)]
        return found[0] if len(found) == 1 else None

    def names_role(self, office: Office, role: str) -> bool:
        """Whether a role word can mean the office ("leader" and "president" both mean a president's)."""
        kin = (role, *_KIN.get(role, ()))
        if role == "minister":
            kin = ("foreign minister", "defence minister", "deputy foreign minister", "prime minister")
        return any(office in self._roles.get((office.actor, k), ()) for k in kin)
