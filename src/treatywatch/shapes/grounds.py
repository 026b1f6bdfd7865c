"""Evidence and grounds: exact passages, and the articles, acts and documents that an answer rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from treatywatch.model.passage import Ground, Passage


def evidence(passage: Passage) -> dict[str, Any]:
    """A passage as `{"report","start","end","exact","prefix","suffix"}`."""
    return {
        "report": passage.report,
        "start": passage.start,
        "end": passage.end,
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
    }


def ground(item: Ground) -> dict[str, Any]:
    """A ground with only the fields that it has."""
    told: dict[str, Any] = {
        "article": item.article,
        "act": item.act,
        "source": item.source,
        "source_kind": item.source_kind.value if item.source_kind else None,
        "verified": item.verified,
        "evidence": evidence(item.evidence) if item.evidence else None,
        "note": item.note,
    }
    return {key: value for key, value in told.items() if value is not None}


def grounds(items: Iterable[Ground]) -> list[dict[str, Any]]:
    """Grounds as an array, always."""
    return [told for told in map(ground, items) if told]
