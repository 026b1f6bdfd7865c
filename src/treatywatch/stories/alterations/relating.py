"""How two reports are related by lineage, as the room of stories sees it for many."""

from __future__ import annotations

from collections.abc import Mapping

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Membership, Report
from treatywatch.model.vocabulary import Relation
from treatywatch.stories.grouping import group
from treatywatch.stories.kinship import compare
from treatywatch.stories.prose import read_prose


def relate(a: Report, b: Report, outlets: Mapping[str, Outlet]) -> tuple[Relation, float]:
    """The relation of two reports, and the share of the shorter one's prose that stands word for word in the other (0 to 1)."""
    kinship = compare(read_prose(a.text), read_prose(b.text))
    containment = round(max(kinship.exact, kinship.whole), 3)
    if a.text == b.text:
        return Relation.SAME, 1.0
    for story in group((a, b), outlets):
        if len(story.members) == 2:
            return _told(story.members, {a.id, b.id}), containment
    return Relation.UNRELATED, containment


def _told(members: tuple[Membership, ...], ids: set[str]) -> Relation:
    """What one report is to the other; of two copies of a text that is not here, what both are."""
    for member in members:
        if member.of in ids:
            return member.relation
    return next((one.relation for one in members if one.relation is not Relation.ORIGINAL), Relation.UNKNOWN)
