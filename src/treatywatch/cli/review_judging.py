"""Judging: what a person decided about a reading is entered, with what it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from treatywatch.cli.desk import Desk
from treatywatch.dates import PlainDay
from treatywatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatywatch.model.judgement import Anchor, Verb

REVIEWER = "TREATYWATCH_REVIEWER"
"""The variable that names who judges."""
NONE = "none"
"""The word that empties a field."""


def judge(
    desk: Desk, verb: Verb, identity: str, by: str | None, because: str | None, given: dict[str, Any] | None = None
) -> None:
    """Enter an acceptance, a rejection or a correction (with its fields `given`) of the reading `identity`; of a report, an
    acceptance of its doubted day.

    Raises UsageError where nobody judges, or where a field is named that the reading has not; UnknownName, AmbiguousName.
    """
    from treatywatch.cli.review_subjects import Subjects

    subjects = Subjects(desk)
    named = subjects.named(identity)
    if named.noun == "report" and verb.value == "accept":
        enter(desk, verb, by, because, (_doubted_day(desk, named.id),), (), named.id)
        return
    subject = subjects.reading(identity)
    fields = _fields(desk, subject.noun, given) if given is not None else ()
    enter(desk, verb, by, because, subjects.anchors(subject), fields, subject.id)


def _doubted_day(desk: Desk, report: str) -> Anchor:
    """The anchor on the day that a report carries. Raises UsageError where nobody doubts it."""
    from treatywatch.findings.dispelling import anchor_day

    day = desk.record.published(report)
    if day is None or report not in desk.doubts:
        raise UsageError(
            f"{report}: found a report whose day nobody doubts, expected a doubted one, or an event or a statement; "
            "give it another day with: treatywatch read PATH --published DAY"
        )
    return anchor_day(report, day)


def _fields(desk: Desk, noun: str, given: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The corrected fields as plain text, names made ids. Raises UsageError for a field that the noun has not."""
    from treatywatch.findings.correcting import EVENT_FIELDS, STATEMENT_FIELDS

    known = EVENT_FIELDS if noun == "event" else STATEMENT_FIELDS
    told = {name: value for name, value in given.items() if value not in (None, ())}
    if not told:
        raise UsageError(f"review correct: found no field, expected one of --{', --'.join(known)}")
    if wrong := [name for name in told if name not in known]:
        raise UsageError(f"review correct: found --{wrong[0]} for {noun}, expected one of --{', --'.join(known)}")
    return tuple((name, _plain_text(desk, name, value)) for name, value in told.items())


def _plain_text(desk: Desk, name: str, value: Any) -> str:
    if isinstance(value, PlainDay):
        return str(value)
    words = value if isinstance(value, tuple) else (value,)
    if words == (NONE,):
        return ""
    resolvers: dict[str, Callable[[str], str]] = {
        "actor": desk.actor_id,
        "target": desk.actor_id,
        "speaker": desk.actor_id,
        "treaty": desk.treaty_id,
        "system": lambda name: desk.shelf.resolve("system", name, None),
    }
    return " ".join(resolvers.get(name, str)(word) for word in words)


def link_or_unlink(desk: Desk, verb: Verb, identity: str, other: str, by: str | None, because: str | None) -> None:
    """Enter that two things belong together, or do not: readings, a statement and who speaks, a report and a story.

    Raises UsageError for two things of kinds that cannot be linked.
    """
    from treatywatch.cli.review_subjects import Subjects
    from treatywatch.model.judgement import Verb as Verbs

    subjects = Subjects(desk)
    one = subjects.named(identity)
    if one.noun == "statement" and other.partition(":")[0] not in ("statement", "report"):
        actor = desk.actor_id(other) if verb is Verbs.LINK else ""
        enter(desk, verb, by, because, subjects.anchors(one), (("speaker", actor),), one.id)
        return
    two = subjects.named(other)
    pair = (one.noun, two.noun)
    if pair in (("event", "event"), ("statement", "statement"), ("report", "story")):
        anchors = (*subjects.anchors(one), *subjects.anchors(two, 1))
    elif one.entry is not None and two.noun == "report" and verb is Verbs.UNLINK:
        told = frozenset(two.reports)
        rest = frozenset(one.reports) - told
        if not rest or not told & frozenset(one.reports):
            raise UsageError(
                f"{other}: found no telling of {identity} to tell apart, expected one of several reports of it"
            )
        anchors = (*subjects.anchors(one, of=rest), *subjects.anchors(one, 1, told))
    else:
        raise UsageError(
            f"review {verb.value}: found {pair[0]} and {pair[1]}, "
            "expected two events, two statements, a statement and an actor, or a report and a story"
        )
    enter(desk, verb, by, because, anchors, (), one.id)


def enter(
    desk: Desk,
    verb: Verb,
    by: str | None,
    because: str | None,
    anchors: tuple[Anchor, ...] = (),
    fields: tuple[tuple[str, str], ...] = (),
    subject: str | None = None,
    undoes: int | None = None,
) -> None:
    """Enter the judgement, and tell what it moves."""
    from treatywatch.cli.answer import Page, give
    from treatywatch.cli.moved import moved
    from treatywatch.model.judgement import Judgement
    from treatywatch.record import Record
    from treatywatch.shapes.review import judgement

    if not (by or "").strip():
        raise UsageError(
            f"review {verb.value}: found nobody who judges, expected a name; say --by NAME or set {REVIEWER}"
        )
    assert by is not None
    _ = desk.accepted  # as of before the judgement: looked up now, compared below
    asked = Judgement(0, verb, by.strip(), desk.today, because, anchors, fields, undoes)
    with Record.open(desk.record_path, create=True) as record:
        entered = record.judge(asked)
    after = Desk(desk.question)
    rows = moved(desk, after)
    idle = _why_idle(after, subject) if verb.value == "accept" and not rows else None
    answer = {**judgement(entered, True), "subject": subject, "moves": rows, "moves_nothing": idle, **desk.stamp()}
    page = Page([(f"{entered.id}: {verb.value} {subject or f'review:{undoes}'} by {entered.by}", "bold")])
    page.add(*(_move(row) for row in rows), *([f"no standing moves: {idle}"] if idle else []))
    give(desk.question.format, answer, lambda: page, lambda: [answer])


def _move(row: dict[str, Any]) -> str:
    who = f" {row['actor']}" if row["actor"] else ""
    return f"{row['treaty']}{who}: {row['aspect']} {row['before'] or 'none'} → {row['after'] or 'none'}"


def _why_idle(desk: Desk, subject: str | None) -> str | None:
    """Why an acceptance moves nothing today, in words; None where it is no event."""
    from treatywatch.findings.accepted import ACCEPTED, why_no_act

    entry = next((one for one in desk.findings.events if one.id == subject), None)
    if entry is None:
        return None
    if reason := why_no_act(entry):
        return reason
    told = [act for act in entry.acts if not act.startswith(ACCEPTED)]
    return f"act:{entry.event.treaty}:{told[0]} settles it already" if told else "it changes nothing as of today"
