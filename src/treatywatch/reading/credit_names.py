"""The names under which copy credits outlets, drawn from the forms that the shelf lists (`(AFP)`, `Source: AFP`, `© AFP`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from treatywatch.model.actor import Outlet

_PLACEHOLDERS = re.compile(r"\b(?:YYYY|CITY|Month|Mon|MONTH|D)\b|…")
_TRIM = re.compile(r"^(?:[\s(\[/©=•–—-]|\b(?:Source|Copyright|with|via|By|and)\b:?)+|[\s)\]/.:=–—-]+$", re.IGNORECASE)


def credit_names(outlets: Mapping[str, Outlet]) -> dict[str, str]:
    """Credit names with their outlet. A name that two outlets claim is the one's whose id, or wire, it is; else nobody's."""
    claims: dict[str, set[str]] = {}
    for outlet in outlets.values():
        own = {outlet.name, *outlet.aliases}
        listed = outlet.credits if outlet.is_wire else ()
        for name in own | {_bare_name(form) for form in listed}:
            if len(name) >= 2 and name[0].isalpha() and not _PLACEHOLDERS.search(name):
                claims.setdefault(name, set()).add(outlet.id)
    folded: dict[str, set[str]] = {}
    for name, ids in claims.items():
        folded.setdefault(name.casefold(), set()).update(ids)
    named = {name: _owner(name, folded[name.casefold()], outlets) for name in claims}
    return {name: outlet for name, outlet in named.items() if outlet}


def _owner(name: str, ids: set[str], outlets: Mapping[str, Outlet]) -> str | None:
    if len(ids) == 1:
        return next(iter(ids))
    if name.casefold() in ids:
        return name.casefold()
    wires = [one for one in ids if outlets[one].is_wire]
    return wires[0] if len(wires) == 1 else None


def credits_pictures(outlet: Outlet) -> bool:
    """Whether copy credits pictures to it (`AP Photo/…`, `REUTERS/…`): then brackets at a paragraph's end may mean a picture."""
    return any(form.endswith("/") and not form.startswith("/") for form in outlet.credits)


def _bare_name(form: str) -> str:
    return _TRIM.sub("", form).strip()


def credit_templates(outlets: Mapping[str, Outlet]) -> Iterator[tuple[re.Pattern[str], str]]:
    """Foot lines with a placeholder (`Reporting by …`), of wires only: the form itself tells whose they are."""
    for outlet in outlets.values():
        for form in outlet.credits if outlet.is_wire else ():
            fixed = form.strip().rstrip("…").strip()
            if "…" in form and len(fixed.split()) >= 2 and not form.strip().startswith("…"):
                yield re.compile(rf"^\(?{re.escape(fixed)}\s"), outlet.id
