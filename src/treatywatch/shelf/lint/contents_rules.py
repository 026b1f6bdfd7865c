"""Rules on single nouns: closed words, claims that say something, credits of wires, marks of verification."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from treatywatch.model.actor import Alias, Organisation, Outlet, Tenure
from treatywatch.model.system import Claim, System
from treatywatch.shelf.lint.rule import Files, Found
from treatywatch.shelf.trees import Path

_ALIAS_KINDS = "name official former-name adjective demonym metonym abbrev press foreign title"
_ORGANISATION_KINDS = """
    state-organ organ treaty-body forum regional-organisation think-tank agency group alliance ngo regime verification union
    world-organisation research conference talks humanitarian consortium partnership
"""
_OUTLET_KINDS = "wire newspaper broadcaster online official think-tank state-media aggregator"


def _closed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORDS: dict[type, dict[str, frozenset[str]]] = {
    Alias: {"kind": _closed(_ALIAS_KINDS)},
    Organisation: {"kind": _closed(_ORGANISATION_KINDS)},
    Tenure: {"capacity": _closed("substantive acting caretaker")},
    Outlet: {"kind": _closed(_OUTLET_KINDS), "state_relation": _closed("state public private-or-other")},
    System: {"launch_mode": _closed("ground sea air space")},
    Claim: {"basis": _closed("claim test use estimate"), "exclusive": _closed("low high")},
}
"""The closed words of the shelf's files."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*\Z")
_MEMORY = "general knowledge"


def words(files: Files) -> Iterator[Found]:
    """Words outside the closed lists, and what is called verified although nothing was read."""
    for file, steps, noun in files.parts:
        yield from _words_of(file, steps, noun)
        if getattr(noun, "verified", None) is True and getattr(noun, "source", None) == _MEMORY:
            yield Found(
                file, (*steps, "verified"), "true, resting on general knowledge", "false", "verified-from-memory"
            )


def _words_of(path: str, steps: Path, value: Any) -> Iterator[Found]:
    for name, known in _WORDS.get(type(value), {}).items():
        held = getattr(value, name)
        for word in held if isinstance(held, tuple) else (held,):
            if word is not None and word not in known:
                yield Found(path, (*steps, name), repr(word), f"one of {', '.join(sorted(known))}", "not-in-vocabulary")


def claims(files: Files) -> Iterator[Found]:
    """Claims that say nothing, or whose numbers have no unit or the wrong order."""
    for path, system in files.of(System):
        for index, claim in enumerate(system.claims):
            for field, found, expected in _claim(claim):
                yield Found(path, ("claims", index, field), found, expected, "claim")


def _claim(claim: Claim) -> Iterator[tuple[str, str, str]]:
    number = claim.low is not None or claim.high is not None
    if not number and claim.value is None:
        yield "attribute", "neither value nor number", "value, low or high"
    if number and claim.unit is None:
        yield "attribute", "a number without unit", "a unit such as km"
    if claim.low is not None and claim.high is not None and claim.low > claim.high:
        yield "low", f"{claim.low:g} above high {claim.high:g}", "low not above high"
    for bound in claim.exclusive:
        if getattr(claim, bound, None) is None:
            yield "exclusive", f"{bound} without a number", "only bounds that are told"


def outlets(files: Files) -> Iterator[Found]:
    """Domains of two outlets, wires that nothing credits, odd language tags."""
    owners: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for path, outlet in files.of(Outlet):
        for index, domain in enumerate(outlet.domains):
            owners[domain].append((path, index))
        for index, language in enumerate(outlet.languages):
            if not _LANGUAGE.match(language):
                yield Found(path, ("languages", index), repr(language), "a language tag such as en", "language")
        if outlet.is_wire and not outlet.credits and not outlet.datelines:
            yield Found(
                path, ("is_wire",), "a wire without credits or datelines", "how copy credits it", "wire", "warning"
            )
    for domain, places in owners.items():
        for path, index in places[1:]:
            yield Found(
                path,
                ("domains", index),
                f"{domain!r}, also of {places[0][0]}",
                "a domain of one outlet",
                "shared-domain",
            )
