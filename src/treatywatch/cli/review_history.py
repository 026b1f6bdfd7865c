"""The history of judgements: all of them, or those about one thing, with whether they count and still hold on to their passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from treatywatch.cli.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatywatch.model.judgement import Judgement


def subject_of(row: dict[str, Any]) -> str:
    """What a judgement is about, in a line: the judgement that it undoes, or the kind and the words of its first passage, or the report."""
    if row["undoes"]:
        return str(row["undoes"])
    first = row["anchors"][0] if row["anchors"] else None
    return f"{first['kind']}: {first['evidence']['exact'] or first['evidence']['report']}" if first else ""


def judgements_about(desk: Desk, identity: str | None) -> list[dict[str, Any]]:
    """All judgements as they are shown, or those about the thing `identity`. Raises UnknownName or AmbiguousName."""
    from treatywatch.findings.review import undone
    from treatywatch.shapes.review import judgement

    judgements = desk.record.judgements()
    gone, loose = undone(judgements), desk.findings.loose
    wanted = judgements
    if identity is not None:
        about = _about(desk, identity)
        wanted = tuple(one for one in judgements if about(one))
    return [judgement(one, one.number not in gone, [anchor for each, anchor in loose if each == one]) for one in wanted]


def _about(desk: Desk, identity: str) -> Callable[[Judgement], bool]:
    """Whether a judgement is the one named, undoes it, or is about the passages of what is named."""
    from treatywatch.cli.review_subjects import Subjects

    if identity.startswith("review:"):
        return lambda one: identity in (one.id, f"review:{one.undoes}")
    anchors = Subjects(desk).anchors(Subjects(desk).named(identity))
    places = {(each.noun, each.report, each.start, each.end) for each in anchors}
    own = {
        one.number
        for one in desk.record.judgements()
        if any((each.noun, each.report, each.start, each.end) in places for each in one.anchors)
    }
    return lambda one: one.number in own or one.undoes in own
