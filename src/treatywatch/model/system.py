"""Weapon and defence systems: names in every nomenclature, and every attribute as somebody's claim."""

from __future__ import annotations

from dataclasses import dataclass

from treatywatch.dates import PlainDay


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of a system: `low`/`high` bound a number in `unit` (None: open); `value` carries words instead."""

    attribute: str
    by: str
    source: str
    verified: bool
    day: PlainDay | None = None
    value: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    holder: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class System:
    """A weapon or defence system. `names` are (nomenclature, name) pairs; `aliases` the forms met in running text.

    `launch_mode`: ground, sea, air, space or several; `type` in plain words (cruise missile, ballistic missile interceptor).
    """

    id: str
    name: str
    type: str
    owner: str
    names: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    not_to_confuse_with: tuple[str, ...] = ()
    launch_mode: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    treaty_role: str | None = None
    note: str | None = None
