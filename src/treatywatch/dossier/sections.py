"""The page's sections as rows: the timeline, the speakers, the lineage of reports, and the lede."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from treatywatch.dossier.material import Material
from treatywatch.dossier.words import day, deed, in_sentence, listed, opening, some
from treatywatch.model.entry import EventEntry, StatementEntry
from treatywatch.model.law import Act, ChronologyItem, View
from treatywatch.model.passage import Passage
from treatywatch.model.regime import Deadline, Standing
from treatywatch.model.vocabulary import Operation, Phase, Position, SourceKind, StandingKind

SETTLING = frozenset({SourceKind.OFFICIAL, SourceKind.REGISTER})

HOW = ("settled", "press", "history", "reported")
"""What stands behind a line of the timeline, the firmest first."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the timeline. `how`: settled (an act with an official source), press, history, or reported (by the record's reports)."""

    sort: date
    day: str
    how: str
    says: str
    sources: tuple[str, ...] = ()
    verified: bool = True
    lines: int | None = None
    days: tuple[tuple[str, str], ...] = ()
    views: tuple[View, ...] = ()
    evidence: tuple[Passage, ...] = ()
    id: str = ""
    tags: tuple[str, ...] = ()


def timeline(material: Material) -> tuple[Moment, ...]:
    """Acts, history and reported events, by day. An event that an act settles is that act's evidence, and no line of its own."""
    known = material.asked.known
    acts = [act for act in material.law.acts if _shown(act, material.asked.on, known)]
    moments = [_of_act(material, act, [entry for entry in material.events if act.id in entry.acts]) for act in acts]
    covered = {(act.own_day.earliest, frozenset(act.actors)) for act in acts if act.own_day}
    moments += [
        _of_history(material, item)
        for item in material.chronology
        if (item.day.earliest, frozenset(item.actors)) not in covered
    ]
    moments += [_of_event(material, entry) for entry in material.events if not entry.acts]
    return tuple(sorted(moments, key=lambda moment: (moment.sort, HOW.index(moment.how), moment.id)))


def _shown(act: Act, on: date, known: date | None) -> bool:
    if act.own_day is None or act.own_day.earliest > on:
        return False
    return known is None or (act.public is not None and act.public <= known)


def _of_act(material: Material, act: Act, told_by: Sequence[EventEntry]) -> Moment:
    own = act.own_day
    assert own is not None
    days = [
        (word, value) for word in ("announced", "notified", "received", "effective") if (value := getattr(act, word))
    ]
    return Moment(
        sort=own.earliest,
        day=day(own),
        how="settled" if act.source_kind in SETTLING else "press",
        says=act.says,
        sources=_sources(material, act.source),
        verified=act.verified,
        days=tuple((word, day(value)) for word, value in days) if len(days) > 1 else (),
        views=act.views,
        evidence=tuple(passage for entry in told_by for passage in entry.evidence),
        id=f"act:{material.law.id}:{act.id}",
        tags=(act.kind.value,),
    )


def _sources(material: Material, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(material.law.reference(name) or name) for name in names)


def _of_history(material: Material, item: ChronologyItem) -> Moment:
    return Moment(
        sort=item.day.earliest,
        day=("about " if item.approximate else "") + day(item.day),
        how="history",
        says=item.says,
        sources=_sources(material, item.source),
        verified=item.verified,
        id=f"history:{material.law.id}:{item.id}",
    )


def _of_event(material: Material, entry: EventEntry) -> Moment:
    event = entry.event
    first = (event.day.best or event.day.earliest or event.day.latest) if event.day else None
    position = entry.members[0].assertion.position
    who = listed(material.name(actor) for actor in event.actors) or "nobody named"
    toward = f" toward {listed(material.name(each) for each in event.targets)}" if event.targets else ""
    denied = "" if position is Position.AFFIRMS else f" ({position.value})"
    return Moment(
        sort=first or material.asked.on,
        day=day(event.day),
        how="reported",
        says=f"{opening(deed(event.kind.value))}: {who}{toward}{denied}",
        lines=entry.lines,
        evidence=entry.evidence,
        id=entry.id,
        tags=(event.modality.value,),
    )


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of the treaty, or one that recurs: then `first` and `last` are apart, and `times` counts."""

    first: Deadline
    last: Deadline
    times: int


def dues(material: Material) -> tuple[Due, ...]:
    """The deadlines by day; those that recur and stand alike share a row."""
    together: dict[tuple[str, str, str | None], list[Deadline]] = {}
    for row in material.deadlines:
        together.setdefault((row.what, row.state.value, row.actor), []).append(row)
    return tuple(
        sorted((Due(rows[0], rows[-1], len(rows)) for rows in together.values()), key=lambda due: due.first.due)
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with what is reported of it, latest first."""

    name: str
    of: str | None
    statements: tuple[StatementEntry, ...] = field(default=())


def voices(material: Material) -> tuple[Voice, ...]:
    """The statements by speaker; who speaks most comes first, whoever is unnamed last."""
    keyed = sorted(material.statements, key=lambda entry: (_speaker_name(material, entry), _said(entry)))
    found = []
    for name, group in groupby(keyed, key=lambda entry: _speaker_name(material, entry)):
        entries = tuple(sorted(group, key=_said))
        speaker = entries[0].statement.speaker
        whom = speaker.on_behalf_of if speaker and speaker.on_behalf_of != speaker.actor else None
        found.append(Voice(name or "Speaker not told", material.name(whom) if whom else None, entries))
    return tuple(
        sorted(found, key=lambda voice: (voice.name == "Speaker not told", -len(voice.statements), voice.name))
    )


def _speaker_name(material: Material, entry: StatementEntry) -> str:
    speaker = entry.statement.speaker
    if speaker is None:
        return ""
    return material.name(speaker.actor) if speaker.actor else speaker.name


def _said(entry: StatementEntry) -> tuple[date, str]:
    said = entry.statement.said_on
    return (said.best or said.earliest or said.latest or date.max) if said else date.max, entry.id


def lede(material: Material) -> tuple[str, ...]:
    """Where the treaty stands, in sentences made from the computed state; participants of whom the same is to be said share one."""
    state = material.state
    phase = opening(state.phase.value.replace("-", " "))
    word = "on" if state.phase in (Phase.EXPIRED, Phase.TERMINATED, Phase.SUPERSEDED) else "since"
    since = f" {word} {day(state.phase_since)}" if state.phase_since else ""
    sentences = [f"{phase}; it never entered into force." if state.never_in_force else f"{phase}{since}."]
    said: dict[str, list[str]] = {}
    kept = dict.fromkeys(actor for one in state.observed for actor in one.actors)
    if kept:
        said["says that it keeps to the treaty without being bound"] = [
            in_sentence(material.name(each)) for each in kept
        ]
    for row in state.participants:
        if predicate := _predicate(material, row):
            said.setdefault(predicate, []).append(in_sentence(material.name(row.actor)))
    return (*sentences, *(opening(_agreeing(some(names), predicate, len(names))) for predicate, names in said.items()))


def _predicate(material: Material, row: Standing) -> str:
    """What is to be said of a participant, where it is more than that it is bound or not."""
    parts = []
    if row.standing is StandingKind.WITHDRAWING:
        parts.append("is withdrawing" + (f", effective {day(row.until)}," if row.until else ""))
    if row.standing is StandingKind.CONTESTED:
        return "is bound or not, depending on the reading"
    if row.operation is Operation.CLAIMED_SUSPENDED:
        parts.append("says that it has suspended its obligations")
    elif row.operation in (Operation.SUSPENDED, Operation.PARTLY_SUSPENDED):
        parts.append("has its obligations " + row.operation.value.replace("-", " "))
    if parts and row.disputed_by:
        parts[-1] += f", which {some(in_sentence(material.name(each)) for each in row.disputed_by)} disputes"
    return listed(parts)


def _agreeing(subject: str, predicate: str, count: int) -> str:
    """Subject and predicate as a sentence, the verb in the plural where several share it."""
    plain = predicate.replace(",  and", " and")
    if count > 1:
        plain = (
            plain.replace("is ", "are ", 1)
            .replace("says that it has", "say that they have")
            .replace("says that it keeps", "say that they keep")
            .replace(" its ", " their ")
        )
    return f"{subject} {plain.removesuffix(',')}."
