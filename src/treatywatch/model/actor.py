"""Actors: states, organisations, offices and who held them when. Intervals are half-open: on a handover day the successor counts."""

from __future__ import annotations

from treatywatch.dates import PlainDay
from treatywatch.model.noun import noun


@noun(frozen=True, slots=True)
class Alias:
    """A name in running text. `kind`: name, official, former-name, adjective, demonym, metonym, abbrev, press, foreign, title.

    `since`/`until` bound the days on which it means this actor; `ambiguous` marks names that can mean something else; `via` is
    the state organ that a metonym names ("the Pentagon").
    """

    text: str
    kind: str
    since: PlainDay | None = None
    until: PlainDay | None = None
    ambiguous: bool = False
    via: str | None = None


@noun(frozen=True, slots=True)
class State:
    """A state, present or past. `continuator` and `successors` are told of dissolved states only."""

    id: str
    name: str
    alpha3: str
    source: str
    verified: bool
    official_name: str | None = None
    capital: str | None = None
    since: PlainDay | None = None
    until: PlainDay | None = None
    continuator: str | None = None
    successors: tuple[str, ...] = ()
    predecessor: str | None = None
    aliases: tuple[Alias, ...] = ()


@noun(frozen=True, slots=True)
class Member:
    """A state's membership of an organisation, `[since, until)`."""

    state: str
    since: PlainDay | None = None
    until: PlainDay | None = None


@noun(frozen=True, slots=True)
class Organisation:
    """An organisation, or a state's organ (then `state` is the state it belongs to)."""

    id: str
    name: str
    kind: str
    source: str
    verified: bool
    state: str | None = None
    parent: str | None = None
    successor: str | None = None
    since: PlainDay | None = None
    until: PlainDay | None = None
    members: tuple[Member, ...] = ()
    aliases: tuple[Alias, ...] = ()


@noun(frozen=True, slots=True)
class Tenure:
    """Who held an office, `[since, until)`; an open end means in office when last confirmed.

    `verified_fields` narrows `verified` to what was read in the source (since, until, person, …); empty means both days.
    `approximate`: the days are likely right to the precision they show, and were not checked.
    """

    person: str
    name: str
    surname: str
    since: PlainDay | None
    until: PlainDay | None
    source: str
    verified: bool
    capacity: str = "substantive"
    variants: tuple[str, ...] = ()
    verified_fields: tuple[str, ...] = ()
    approximate: bool = False
    last_confirmed: PlainDay | None = None
    note: str | None = None


@noun(frozen=True, slots=True)
class Office:
    """An office of an actor (a state or an organisation), with its titles in running text and its holders."""

    id: str
    actor: str
    title: str
    source: str
    verified: bool
    titles: tuple[str, ...] = ()
    ambiguous_titles: tuple[str, ...] = ()
    kind: str | None = None
    coverage: str = "full"
    dated_titles: tuple[Alias, ...] = ()
    since: PlainDay | None = None
    until: PlainDay | None = None
    single_holder: bool = True
    holders: tuple[Tenure, ...] = ()


@noun(frozen=True, slots=True)
class Outlet:
    """A brand that publishes. `credits` and `datelines` are the forms in which copy credits it (CITY, Month, D as placeholders).

    `joint_credits` name it beside a wire whose copy it worked in ("Le Monde with AFP"); `carries` are the wires that it runs.
    `credits_seen` are the forms met in news copy. `organisation` is whose site it is, where no country's.
    """

    id: str
    name: str
    kind: str
    source: str
    verified: bool
    country: str | None = None
    owner: str | None = None
    state_relation: str | None = None
    is_wire: bool = False
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    organisation: str | None = None
    joint_credits: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    credits_seen: tuple[str, ...] = ()
    verified_fields: tuple[str, ...] = ()
