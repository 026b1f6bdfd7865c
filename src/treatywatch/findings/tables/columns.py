"""Columns of other people's tables: what each holds, guessed from its name or said by the user; and of what kind the table is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from treatywatch.errors import UsageError

Kind = Literal["treaties", "acts", "participants"]

DAYS = (
    "adopted",
    "signed",
    "ratified",
    "deposited",
    "in_force",
    "notice",
    "exit",
    "ended",
    "day",
    "effective",
    "as_of",
)
"""Fields that hold days."""

FIELDS: Mapping[str, str] = {
    "treaty": "the treaty: an id, a name, an abbreviation",
    "title": "another name of the treaty",
    "participant": "the state: a code or a name",
    "kind": "how it consented: ratification, accession, succession …",
    "status": "in force, never in force, terminated …; of a state: party, signatory, withdrawn …",
    "never": "yes where the treaty is said never to have entered into force",
    "adopted": "the day of adoption",
    "signed": "the day of signature, of a treaty or by the state; of a treaty also its opening for signature",
    "ratified": "the day of ratification at home",
    "deposited": "the day of the deposit of its instrument",
    "in_force": "the day of entry into force, of the treaty or for the state",
    "notice": "the day of its notice of withdrawal",
    "exit": "the day on which its exit took effect",
    "ended": "the day on which the treaty ended",
    "as_of": "the day of which the row's status holds",
    "place": "the depositary, where there are several",
    "act": "what was done: sign, ratify, notify-withdrawal …",
    "day": "the day of the act",
    "effective": "the day from which the act has effect",
}
"""What a column can hold."""

_NAMES: Mapping[str, str] = {
    "treaty": (
        "treaty;treaty id;treatyid;treaty name;treaty title;agreement;agreement name;instrument;"
        "name treaty;accord;convention"
    ),
    "title": (
        "title;name;full name;full title;official name;official title;long name;short name;short title;"
        "acronym;abbreviation;id;alias;other names"
    ),
    "participant": (
        "participant;state;country;actor;party name;state name;country name;statename;countryname;"
        "state id;stateid;country code;iso3;iso 3;iso alpha 3;alpha 3;iso;ccode;cown;stateabb;member;"
        "member state;state party"
    ),
    "kind": (
        "kind;deposit kind;consent;consent kind;consent type;instrument type;type consent;"
        "type ratification;form consent;procedure;action type"
    ),
    "status": (
        "status;state play;current status;treaty status;legal status;standing;membership;participation;"
        "participation status;in force status;party status"
    ),
    "never": "never;never in force;never entered into force;never entered force;not in force;never into force",
    "adopted": "adopted;adoption;adoption year;year adopted;concluded;conclusion;agreed;text adopted",
    "signed": (
        "state signature;statesignature;signed;signature;sign;sig;tsig;opened signature;opened;"
        "opening signature;opening;open signature;signing;year signed;signature year;signed year"
    ),
    "ratified": "ratified home;national ratification;domestic ratification",
    "deposited": (
        "state rat;state ratification;staterat;deposited;deposit;ratified;ratification;ratify;rat;trat;"
        "accession;ratification accession;ratification or accession;consent to be bound;consent be bound;"
        "instrument deposited;deposit instrument;acceded;"
        "ratification acceptance approval accession succession;year ratified;ratification year"
    ),
    "in_force": (
        "state force;stateforce;in force;entry into force;entered into force;entry force;eif;force;teif;"
        "in force since;in force from;effective since;into force;entered force;force year;year in force;"
        "entry into force year;in force year;bound since;bound from;came into force"
    ),
    "notice": (
        "notice;withdrawal notice;notice withdrawal;notified;notification withdrawal;notified withdrawal;"
        "denunciation notified"
    ),
    "exit": (
        "state end;stateend;state withdrawal;exit;withdrawal;withdrew;withdrawn;denunciation;denounced;"
        "tend;left;withdrawal effective;exit effective;membership ended"
    ),
    "ended": (
        "ended;end;terminated;termination;expired;expiry;expires;lapsed;lapse;term;in force until;until;"
        "expiration;end year;year ended"
    ),
    "as_of": "as of;asof;status as of;as at;checked;last checked;last updated;updated;coded",
    "act": "act;event;action;what;event kind;event type;act kind;type act",
    "day": "day;act day;event day;happened",
    "effective": "effective;effect;takes effect;effective from;in effect;effect from",
    "place": "depositary;place;depository;place deposit;capital",
}
"""Common names of columns, normalised; those before come first where several columns would fit."""
_SYNONYMS = {name: field for field, names in _NAMES.items() for name in names.split(";")}
_RANK = {name: rank for names in _NAMES.values() for rank, name in enumerate(names.split(";"))}
_IDLE = frozenset({"date", "dates", "of", "the", "on", "for", "dt", "a", "an", "to", "is"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field stands in which column (places from 0), and what kind of table that makes."""

    kind: Kind
    places: Mapping[str, int]
    header: tuple[str, ...]
    guessed: tuple[str, ...]

    def column(self, field: str) -> str:
        """The name of the column that holds a field; the field itself where none does."""
        return self.header[self.places[field]] if field in self.places else field

    def says(self) -> str:
        """What was taken for what, in one line."""
        pairs = ", ".join(
            f"{self.header[place]} = {field}" for field, place in sorted(self.places.items(), key=itemgetter(1))
        )
        how = f"guessed for {', '.join(self.guessed)}" if self.guessed else "as you said"
        return f"read as a table of {self.kind}: {pairs} ({how})"


def columns_of(
    header: Sequence[str], file: str, kind: Kind | None, said: Mapping[str, str], treaty: str | None
) -> Columns:
    """Find each field's column. `said`: what the user told, column to field. Raises UsageError where that cannot be done."""
    names = tuple(name.strip().lstrip("\ufeff") for name in header)
    places = _said(names, file, said)
    guessed = _guess(names, places)
    if "treaty" not in places and "title" in places and (treaty is None or "participant" not in places):
        places["treaty"] = places.pop("title")
    chosen = kind or _kind_of(places)
    _check(chosen, places, names, file, treaty)
    return Columns(chosen, places, names, tuple(names[place] for place in guessed))


def _said(names: tuple[str, ...], file: str, said: Mapping[str, str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for column, field in said.items():
        if column not in names:
            raise UsageError(f"{file}: found no column {column!r}, expected one of {', '.join(names)}; correct --map")
        if field not in FIELDS and field != "ignore":
            raise UsageError(f"--map {column}: found {field!r}, expected one of {', '.join(FIELDS)} or ignore")
        places[f"ignore {column}" if field == "ignore" else field] = names.index(column)
    return places


def _guess(names: tuple[str, ...], places: dict[str, int]) -> list[int]:
    """Add the fields that names of columns tell; leave none of what the user said to be ignored."""
    taken, guessed = set(places.values()), []
    known = sorted((_RANK[key], place, _SYNONYMS[key]) for place, name in enumerate(names) if (key := _key(name)))
    for _, place, field in known:
        if place not in taken and field not in places:
            places[field] = place
            guessed.append(place)
            taken.add(place)
    for ignored in [field for field in places if field.startswith("ignore ")]:
        del places[ignored]
    return sorted(guessed)


def _key(name: str) -> str:
    """The normalised name that a column's name matches, or nothing."""
    for text in (name, _CAMEL.sub(" ", name)):
        words = [word for word in re.split(r"[\W_]+", text.casefold()) if word]
        for key in (" ".join(words), " ".join(word for word in words if word not in _IDLE)):
            if key in _SYNONYMS:
                return key
    return "day" if name.strip().casefold() == "date" else ""


def _kind_of(places: Mapping[str, int]) -> Kind:
    if "act" in places and ("day" in places or "effective" in places):
        return "acts"
    return "participants" if "participant" in places else "treaties"


_NEEDS: Mapping[str, tuple[str, ...]] = {
    "treaties": ("treaty",),
    "acts": ("act", "day"),
    "participants": ("participant",),
}


def _check(kind: Kind, places: Mapping[str, int], names: tuple[str, ...], file: str, treaty: str | None) -> None:
    """Refuse a table from which nothing could be told."""
    for field in _NEEDS[kind]:
        if field not in places:
            raise UsageError(
                f"{file}: found columns {', '.join(names)}, expected one that holds {FIELDS[field]}; say --map COLUMN={field}"
            )
    if kind != "treaties" and treaty is None and "treaty" not in places:
        raise UsageError(
            f"{file}: found no column that names the treaty, expected one; say --treaty TREATY or --map COLUMN=treaty"
        )
    if not any(field in places for field in (*DAYS, "status", "never")):
        told = ", ".join(names)
        raise UsageError(
            f"{file}: found columns {told}, expected one that holds days or a status; say --map COLUMN=in_force"
        )
