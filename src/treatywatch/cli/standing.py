"""The parts of a treaty's standing as tables and lines; `status` and `demo` show them."""

from __future__ import annotations

from typing import Any

from treatywatch.cli.answer import Table


def basis(grounds: list[dict[str, Any]]) -> str:
    """The articles and acts behind a row, in short."""
    found = [each.get("article") or _act(each) or each.get("source") or "" for each in grounds]
    unverified = "" if all(each.get("verified", True) for each in grounds) else " (unverified)"
    return "; ".join(dict.fromkeys(text for text in found if text)) + unverified


def incomplete(told: dict[str, Any] | None) -> str:
    """That the table of participants behind an answer is incomplete, and what it lacks; nothing where it is complete."""
    if told is None or told["complete"]:
        return ""
    counted = f"{told['parties']} of {told['expected']}, " if told["expected"] else ""
    return f"the table of participants is incomplete ({counted}as of {told['as_of']}): {told['says']}"


def _act(ground: dict[str, Any]) -> str:
    """An act without the treaty, which the answer names."""
    return str(ground.get("act") or "").rpartition(":")[2]


def participants_table(answer: dict[str, Any]) -> Table:
    """Each participant's standing and operation; those of whom the same is true share a row."""
    together: dict[tuple[Any, ...], list[str]] = {}
    for row in answer["participants"]:
        told = (
            row["side"],
            row["standing"],
            row["operation"],
            ", ".join(row["toward"]),
            row["since"],
            row["until"],
            "yes" if row["projected"] else "",
            ", ".join(row["disputed_by"]),
            basis(row["grounds"]),
        )
        together.setdefault(told, []).append(row["actor"])
    rows = [(", ".join(actors), *told) for told, actors in together.items()]
    columns = (
        *("actor", "side", "standing", "operation", "toward", "since", "until", "projected"),
        *("disputed by", "because of"),
    )
    return Table(columns, rows, "Participants", empty="no participant", spare=("side", "toward", "because of"))


def clocks_table(answer: dict[str, Any]) -> Table:
    """The clocks that run, and what would stop them."""
    rows = [
        (
            row["due"] or " or ".join(row.get("candidates", [])),
            row["what"],
            row["actor"],
            row["stops_if"],
            basis(row["grounds"]),
        )
        for row in answer["clocks"]
    ]
    return Table(
        ("due", "what", "actor", "stops if", "because of"),
        rows,
        "Clocks",
        empty="no clock is running",
        long=("stops if",),
    )


def readings_table(answer: dict[str, Any]) -> Table:
    """How holders differ, each with what they hold."""
    rows = [(row["holder"], row["phase"], row.get("says", "")) for row in answer["readings"]]
    return Table(("holder", "phase", "holds"), rows, "Readings", empty="no holder reads it otherwise", long=("holds",))


def day_in_words(day: dict[str, Any] | None) -> str:
    """An uncertain day, short."""
    return "" if day is None else str(day["edtf"])


def reported_table(answer: dict[str, Any]) -> Table:
    """What reports tell that no act of the shelf settles."""
    rows = [
        (
            day_in_words(row["day"]),
            row["kind"],
            row["modality"],
            row["actors"],
            row["lines"],
            row["evidence"][0]["exact"],
        )
        for row in answer["reported"]
    ]
    return Table(
        ("day", "event", "modality", "actors", "lines", "as told"), rows, "Reported, not settled", long=("as told",)
    )
