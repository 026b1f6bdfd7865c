"""The shelf keeps what the collected facts say: nothing lost, no day changed, nothing verified that was not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from treatywatch.shelf import Shelf, open_shelf
from treatywatch.shelf.names import folded

pytestmark = pytest.mark.needs_data

RENAMED = {
    "AU": "african-union",
    "EC": "european-communities",
    "CD": "conference-on-disarmament",
    "AG": "australia-group",
}
STATES = {"SUN": "su", "DDR": "dd", "CSK": "cs", "SCG": "scg", "YUG": "yu", "FRY": "fry"}
"""Ids that are not the lower-case code: states that are no more, and organisations whose code is a state's."""

ADDED = ("vdr",)
"""States that tables of participants need beside the facts: South Vietnam signed four treaties."""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return open_shelf()


def facts(data: Path, name: str) -> Any:
    return json.loads((data / "facts" / f"{name}.json").read_text(encoding="utf-8"))


def test_every_state_is_there_with_its_names(data: Path, shelf: Shelf) -> None:
    told = [row for row in facts(data, "actors")["states"] if row["id"] != "EU"]
    for row in told:
        state = shelf.states[STATES.get(row["id"], row["alpha2"].lower())]
        assert state.name == row["name"]
        assert {alias["text"] for alias in row["aliases"]} <= {alias.text for alias in state.aliases}
        assert (str(state.since or ""), str(state.until or "")) == (row["from"] or "", row["to"] or "")
    assert len(shelf.states) == len(told) + len(ADDED)
    assert all(shelf.states[name] for name in ADDED)


def test_every_organisation_is_there_with_its_names(data: Path, shelf: Shelf) -> None:
    for row in facts(data, "actors")["organisations"]:
        organisation = shelf.organisations[RENAMED.get(row["id"], row["id"].lower())]
        assert {alias["text"] for alias in row["aliases"]} <= {alias.text for alias in organisation.aliases}


def test_every_term_is_there_with_its_days(data: Path, shelf: Shelf) -> None:
    for row in facts(data, "actors")["holders"]:
        terms = [
            term
            for term in shelf.offices[row["office"]].holders
            if (term.name, str(term.since), str(term.until or "")) == (row["person"], row["from"], row["to"] or "")
        ]
        assert len(terms) == 1, row
        assert terms[0].verified <= row["verified"]
        assert terms[0].approximate == row.get("approximate", False)


def test_every_outlet_is_there_with_its_domains(data: Path, shelf: Shelf) -> None:
    told = facts(data, "outlets")["outlets"]
    assert {row["id"] for row in told} == set(shelf.outlets)
    for row in told:
        outlet = shelf.outlets[row["id"]]
        assert (list(outlet.domains), outlet.is_wire, outlet.kind) == (row["domains"], row["is_wire"], row["kind"])
        assert outlet.verified <= row["verified"]


def test_every_wire_keeps_its_credits_and_datelines(data: Path, shelf: Shelf) -> None:
    for row in facts(data, "outlets")["outlets"]:
        outlet = shelf.outlets[row["id"]]
        if row["is_wire"]:
            assert set(outlet.credits) == {credit.strip() for credit in row["credit_patterns"]}
        assert list(outlet.datelines) == [line.strip() for line in row["dateline_patterns"]]


def test_every_range_is_a_claim_with_its_source(data: Path, shelf: Shelf) -> None:
    kept = {(claim.source, claim.attribute) for system in shelf.systems.values() for claim in system.claims}
    rows = [row for name in ("systems", "systems_more") for row in facts(data, name)["systems"]]
    ranges = [claim for row in rows + facts(data, "systems_more")["supplements"] for claim in row.get("ranges", [])]
    assert len(ranges) > 50
    assert all((claim["source"], "range") in kept for claim in ranges)
    engagements = [claim for row in rows for claim in row.get("engages", [])]
    assert {claim["source"] for claim in engagements} <= {source for source, _ in kept}


def test_every_eliminated_missile_is_counted(data: Path, shelf: Shelf) -> None:
    told = facts(data, "systems")["inf_elimination"]
    claims = [
        claim
        for system in shelf.systems.values()
        for claim in system.claims
        if claim.attribute == "eliminated-under-inf"
    ]
    assert sum(claim.low or 0 for claim in claims) == told["total"]


def test_a_persons_id_is_the_slug_of_the_name(shelf: Shelf) -> None:
    for office in shelf.offices.values():
        for term in office.holders:
            letters = folded(term.name).lower()
            assert term.person == re.sub(r"[^a-z0-9]+", "-", letters).strip("-"), term.name
