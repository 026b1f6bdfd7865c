"""What the law would say under each account: a class by each side's figure, the treaty's standing by each side's view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treatywatch.findings.disputes.gathering import Dispute
from treatywatch.model.law import Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import Phase
from treatywatch.regime import classes_of, evaluate
from treatywatch.shelf import Shelf


@dataclass(frozen=True, slots=True)
class LawReading:
    """One account and what follows from it. `holder` is None of a third party's figure, which `by` tells in words.

    A reading of a weapon has `system`, `figure`, `fit`, `classes` and `banned_by`; one of the treaty as a whole has `phase`.
    """

    id: str
    holder: str | None
    by: str
    says: str
    grounds: tuple[Ground, ...]
    system: str | None = None
    figure: str | None = None
    fit: str | None = None
    classes: tuple[str, ...] = ()
    banned_by: tuple[str, ...] = ()
    phase: Phase | None = None


def readings_of(dispute: Dispute, law: Treaty, shelf: Shelf, on: date, known: date | None) -> tuple[LawReading, ...]:
    """The accounts of a dispute side by side, none ruled on: figures of its systems, and the parties' views of the treaty."""
    return (*_of_systems(dispute, law, shelf), *_of_treaty(dispute, law, on, known))


def _of_systems(dispute: Dispute, law: Treaty, shelf: Shelf) -> Iterator[LawReading]:
    for system in dispute.systems:
        if system not in shelf.systems:
            continue
        for answer in classes_of(law, shelf.systems[system]):
            yield LawReading(
                id=answer.id,
                holder=answer.holder,
                by=answer.by,
                says=answer.says,
                grounds=answer.grounds,
                system=system,
                figure=answer.figure,
                fit=answer.fit.value,
                classes=answer.classes,
                banned_by=answer.banned_by,
            )


def _of_treaty(dispute: Dispute, law: Treaty, on: date, known: date | None) -> Iterator[LawReading]:
    for view in evaluate(law, law.acts, on, known).readings:
        if view.holder in (dispute.by, dispute.against):
            yield LawReading(view.id, view.holder, view.holder, view.says, view.grounds, phase=view.phase)
