"""What each data file must hold."""

from __future__ import annotations

import re
from typing import Any

from treatywatch.model.actor import Office, Organisation, Outlet, State
from treatywatch.model.case import Case
from treatywatch.model.holdings import Declaration, Destruction
from treatywatch.model.law import Act, ChronologyItem, GeneralLaw, Treaty
from treatywatch.model.participation import Participation
from treatywatch.model.system import System
from treatywatch.shelf.names import AmbiguousText, NamedTreaty

_CONTENTS: tuple[tuple[re.Pattern[str], Any], ...] = tuple(
    (re.compile(pattern), cls)
    for pattern, cls in (
        (r"actors/states/[^/]+\.yml", State),
        (r"actors/organisations/[^/]+\.yml", Organisation),
        (r"actors/offices/[^/]+\.yml", Office),
        (r"outlets/[^/]+\.yml", Outlet),
        (r"systems/[^/]+\.yml", System),
        (r"treaties/[^/]+/treaty\.yml", Treaty),
        (r"treaties/[^/]+/acts\.yml", tuple[Act, ...]),
        (r"treaties/[^/]+/participants\.csv", tuple[Participation, ...]),
        (r"treaties/[^/]+/chronology\.yml", tuple[ChronologyItem, ...]),
        (r"treaties/[^/]+/cases\.yml", tuple[Case, ...]),
        (r"treaties/[^/]+/holdings\.yml", tuple[Declaration, ...]),
        (r"treaties/[^/]+/destroyed\.yml", Destruction),
        (r"treaties/general-law\.yml", GeneralLaw),
        (r"treaties/names\.yml", tuple[NamedTreaty, ...]),
        (r"lexicon/[^/]+/ambiguous\.yml", tuple[AmbiguousText, ...]),
    )
)

LEXICON = re.compile(r"lexicon/[a-z]{2}/(?:actions/)?[a-z-]+\.yml")
"""Other files of the lexicon: their readers say what they hold."""


def contents(path: str) -> Any:
    """The type that a file decodes into; None where no file is expected."""
    return next((cls for pattern, cls in _CONTENTS if pattern.fullmatch(path)), None)
