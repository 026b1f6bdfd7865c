"""The shelf's actors, outlets and systems; every attribute of a system is told with who claims it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from treatywatch.model.actor import Alias, Office, Organisation, Outlet, State, Tenure
from treatywatch.model.system import Claim, System
from treatywatch.shapes.days import plain


def alias(name: Alias) -> dict[str, Any]:
    """A name in running text, with the days on which it means this actor."""
    return {
        "text": name.text,
        "kind": name.kind,
        "since": plain(name.since),
        "until": plain(name.until),
        "ambiguous": name.ambiguous,
        "via": name.via,
    }


def state(actor: State) -> dict[str, Any]:
    """A state, present or past."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": "state",
        "official_name": actor.official_name,
        "alpha3": actor.alpha3,
        "capital": actor.capital,
        "since": plain(actor.since),
        "until": plain(actor.until),
        "continuator": actor.continuator,
        "successors": list(actor.successors),
        "aliases": [alias(name) for name in actor.aliases],
        "source": actor.source,
        "verified": actor.verified,
    }


def organisation(actor: Organisation) -> dict[str, Any]:
    """An organisation, or an organ of a state; `form` is its sort (ministry, alliance, …)."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": "organisation",
        "form": actor.kind,
        "state": actor.state,
        "since": plain(actor.since),
        "until": plain(actor.until),
        "aliases": [alias(name) for name in actor.aliases],
        "source": actor.source,
        "verified": actor.verified,
    }


def tenure(held: Tenure) -> dict[str, Any]:
    """Who held an office; on a handover day the successor counts."""
    return {
        "person": held.person,
        "name": held.name,
        "since": plain(held.since),
        "until": plain(held.until),
        "capacity": held.capacity,
        "source": held.source,
        "verified": held.verified,
    }


def office(post: Office) -> dict[str, Any]:
    """An office with its holders by day."""
    return {
        "id": post.id,
        "name": post.title,
        "kind": "office",
        "actor": post.actor,
        "titles": list(post.titles),
        "ambiguous_titles": list(post.ambiguous_titles),
        "holders": [tenure(held) for held in post.holders],
        "source": post.source,
        "verified": post.verified,
    }


def person(identity: str, held: Iterable[tuple[Office, Tenure]]) -> dict[str, Any]:
    """A person as the holder of offices."""
    rows = list(held)
    return {
        "id": identity,
        "name": rows[0][1].name,
        "kind": "person",
        "offices": [
            {"office": post.id, "title": post.title, "actor": post.actor, **tenure(term)} for post, term in rows
        ],
    }


def outlet(brand: Outlet) -> dict[str, Any]:
    """A brand that publishes; `credits` and `datelines` are the forms in which copy credits it."""
    return {
        "id": brand.id,
        "name": brand.name,
        "kind": brand.kind,
        "country": brand.country,
        "owner": brand.owner,
        "state_relation": brand.state_relation,
        "is_wire": brand.is_wire,
        "domains": list(brand.domains),
        "languages": list(brand.languages),
        "credits": list(brand.credits),
        "datelines": list(brand.datelines),
        "aliases": list(brand.aliases),
        "source": brand.source,
        "verified": brand.verified,
    }


def claim(said: Claim) -> dict[str, Any]:
    """What somebody says of a system, in words and in bounds; open bounds are null."""
    return {
        "attribute": said.attribute,
        "by": said.by,
        "holder": said.holder,
        "says": claimed(said),
        "day": plain(said.day),
        "value": said.value,
        "low": said.low,
        "high": said.high,
        "unit": said.unit,
        "note": said.note,
        "source": said.source,
        "verified": said.verified,
    }


def system(weapon: System) -> dict[str, Any]:
    """A weapon or defence system, with its names in every nomenclature and the claims about it."""
    return {
        "id": weapon.id,
        "name": weapon.name,
        "type": weapon.type,
        "owner": weapon.owner,
        "names": [{"nomenclature": kind, "name": name} for kind, name in weapon.names],
        "aliases": list(weapon.aliases),
        "not_to_confuse_with": list(weapon.not_to_confuse_with),
        "launch_mode": list(weapon.launch_mode),
        "treaty_role": weapon.treaty_role,
        "note": weapon.note,
        "claims": [claim(said) for said in weapon.claims],
    }


def claimed(said: Claim) -> str:
    """A claimed value in words: its own where they carry the figure, else its bounds with their unit."""
    low, high, unit = said.low, said.high, said.unit or ""
    if (low is None and high is None) or (said.value and any(sign.isdigit() for sign in said.value)):
        return said.value or ""
    if low == high:
        bounds = f"{low:,g}"
    elif low is None:
        bounds = f"up to {high:,g}"
    elif high is None:
        bounds = f"{low:,g} or more"
    else:
        bounds = f"{low:,g} to {high:,g}"
    return " ".join(part for part in (bounds, unit, said.value) if part)
