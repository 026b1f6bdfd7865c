"""Weapon and defence systems: names in every nomenclature, and every attribute as somebody's claim."""

from __future__ import annotations

from treatywatch.dates import PlainDay
from treatywatch.model.noun import noun


@noun(frozen=True, slots=True)
class Claim:
    """What somebody says of a system: `low`/`high` bound a number in `unit` (None: open); `value` carries words instead.

    `exclusive` names the bounds that the number itself does not reach (“under 500 km”: high). `target` is what an interceptor is
    said to stop, or not. `basis` is claim, test, use or estimate. `by` is told in words, `holder` is its actor's id where clear.
    """

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
    exclusive: tuple[str, ...] = ()
    target: str | None = None
    basis: str = "claim"


@noun(frozen=True, slots=True)
class System:
    """A weapon or defence system. `names` are (nomenclature, name) pairs; `aliases` the forms met in running text.

    `owner` and `co_owners` are actor ids; `ambiguous_aliases` are forms that mean other things too ("Stone", "Iskander").

    `launch_mode`: ground, sea, air, space or several; `type` in plain words (cruise missile, ballistic missile interceptor).
    `since` and `until` bound the days on which its names mean it, where another system bore one of them at another time.
    """

    id: str
    name: str
    type: str
    owner: str
    names: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    ambiguous_aliases: tuple[str, ...] = ()
    co_owners: tuple[str, ...] = ()
    not_to_confuse_with: tuple[str, ...] = ()
    launch_mode: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    treaty_role: str | None = None
    since: PlainDay | None = None
    until: PlainDay | None = None
    note: str | None = None
