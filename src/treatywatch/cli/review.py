"""`review`: a person accepts, corrects, rejects and links what the machine read; both readings are kept, all undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import any_day, asks
from treatywatch.dates import PlainDay
from treatywatch.errors import UnknownName, UsageError
from treatywatch.model.vocabulary import EventKind, Modality, Position, Stance

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatywatch.model.judgement import Anchor, Judgement, Verb

REVIEWER = "TREATYWATCH_REVIEWER"
NONE = "none"


@click.group(
    short_help="Accept, correct, reject or link what the machine read.",
    epilog="""\b
Examples:
  treatywatch review list --treaty inf
  treatywatch review accept event:1f2e3d4c --by "R. Khan" --because "the depositary's note says so"
  treatywatch review correct event:1f2e3d4c --day 2019-02-02 --by "R. Khan"
  treatywatch review undo 7 --by "R. Khan"
""",
)
def command() -> None:
    """Judge what the machine read: accepted acts move the standing, rejected readings vanish from the answers.

    Nothing is overwritten: the machine's reading stays beside the judgement, which is dated, signed and can be undone. Name yourself
    with --by or TREATYWATCH_REVIEWER.
    """


def _signed(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every judgement."""
    because = click.option("--because", metavar="WHY", help="A note on the reason, kept with the judgement.")
    by = click.option("--by", envvar=REVIEWER, metavar="NAME", help=f"Who judges (or {REVIEWER}).")
    return by(because(function))


@command.command(
    "list",
    short_help="What nobody has reviewed, most consequential first.",
    epilog="""\b
Examples:
  treatywatch review list
  treatywatch review list --treaty inf --format csv
""",
)
@asks("known", "treaty")
def list_(desk: Desk) -> None:
    """List unreviewed readings: unsettled acts under a treaty first, those with more lines before others, then statements.

    Judgements whose passage is no longer read as it was judged come before all: they decide nothing until someone judges anew.
    """
    from treatywatch.cli.answer import Table, give, short
    from treatywatch.shapes.review import queue

    rows = [row for row in queue(desk.findings) if desk.treaty is None or desk.treaty in row["treaties"]]
    table = Table(
        ("why", "says", "treaty", "day", "lines", "as told", "id"),
        [
            (
                row["why"],
                row["says"],
                row["treaties"],
                row["day"]["edtf"] if row["day"] else "",
                row["lines"],
                row["evidence"][0]["exact"],
                short(row["id"]),
            )
            for row in rows
        ],
        f"{len(rows)} readings to review",
        empty="nothing to review",
        long=("as told",),
    )
    give(desk.question.format, [{**row, **desk.stamp()} for row in rows], lambda: table)


@command.command(
    "accept",
    short_help="Take a reading for true; an accepted act moves the standing.",
    epilog="""\b
Examples:
  treatywatch review accept event:1f2e3d4c --by "R. Khan"
""",
)
@click.argument("identity", metavar="ID")
@_signed
@asks()
def accept(desk: Desk, identity: str, by: str | None, because: str | None) -> None:
    """Accept the event or statement ID. An act under a treaty, told with its actor and a plain day, moves the standing."""
    from treatywatch.model.judgement import Verb

    _judge(desk, Verb.ACCEPT, identity, by, because)


@command.command(
    "reject",
    short_help="A reading is wrong: leave it out of the answers.",
    epilog="""\b
Examples:
  treatywatch review reject event:1f2e3d4c --because "it is a question, not a report" --by "R. Khan"
""",
)
@click.argument("identity", metavar="ID")
@_signed
@asks()
def reject(desk: Desk, identity: str, by: str | None, because: str | None) -> None:
    """Reject the event or statement ID: answers leave it out; `why ID` and `review history` still show it."""
    from treatywatch.model.judgement import Verb

    _judge(desk, Verb.REJECT, identity, by, because)


@command.command(
    "correct",
    short_help="Set right what a reading tells.",
    epilog="""\b
Examples:
  treatywatch review correct event:1f2e3d4c --kind notify-withdrawal --day 2019-02-02 --by "R. Khan"
  treatywatch review correct statement:5a6b7c8d --speaker Stoltenberg --stance warn --by "R. Khan"
""",
)
@click.argument("identity", metavar="ID")
@click.option("--kind", type=click.Choice([one.value for one in EventKind]), metavar="KIND", help="The event's kind.")
@click.option("--actor", multiple=True, metavar="ACTOR", help="Who acts; may be repeated; 'none' for nobody.")
@click.option("--target", multiple=True, metavar="ACTOR", help="Toward whom; may be repeated; 'none' for nobody.")
@click.option("--treaty", metavar="TREATY", help="Under which treaty; 'none' for none.")
@click.option("--system", multiple=True, metavar="SYSTEM", help="Which weapon; may be repeated; 'none' for none.")
@click.option("--day", callback=any_day, metavar="DAY", help="On which day (a month or a year will do).")
@click.option("--place", metavar="PLACE", help="Where; 'none' for nowhere told.")
@click.option("--modality", type=click.Choice([one.value for one in Modality]), help="Whether it is told as done.")
@click.option("--position", type=click.Choice([one.value for one in Position]), help="Whether the text affirms it.")
@click.option(
    "--stance", type=click.Choice([one.value for one in Stance]), metavar="STANCE", help="The statement's stance."
)
@click.option("--speaker", metavar="ACTOR", help="Who speaks; 'none' for somebody unknown.")
@click.option("--negated", type=click.Choice(["yes", "no"]), help="Whether the statement is negated.")
@_signed
@asks()
def correct(desk: Desk, identity: str, by: str | None, because: str | None, **given: Any) -> None:
    """Correct fields of the event or statement ID; what is not named stays as the machine read it.

    A correction alone moves no standing: accept it too.
    """
    from treatywatch.model.judgement import Verb

    _judge(desk, Verb.CORRECT, identity, by, because, given)


@command.command(
    "link",
    short_help="Two readings are one; a speaker is an actor; a report is of a story.",
    epilog="""\b
Examples:
  treatywatch review link event:1f2e3d4c event:5a6b7c8d --by "R. Khan"
  treatywatch review link statement:5a6b7c8d Stoltenberg --by "R. Khan"
  treatywatch review link report:9e8d7c6b story:1a2b3c4d --by "R. Khan"
""",
)
@click.argument("identity", metavar="ID")
@click.argument("other", metavar="OTHER")
@_signed
@asks()
def link(desk: Desk, identity: str, other: str, by: str | None, because: str | None) -> None:
    """Link ID with OTHER: two events or two statements are one; a statement's speaker is an actor; a report belongs to a story."""
    from treatywatch.model.judgement import Verb

    _link(desk, Verb.LINK, identity, other, by, because)


@command.command(
    "unlink",
    short_help="Tell apart what was taken for one.",
    epilog="""\b
Examples:
  treatywatch review unlink event:1f2e3d4c report:9e8d7c6b --by "R. Khan"
  treatywatch review unlink report:9e8d7c6b story:1a2b3c4d --by "R. Khan"
""",
)
@click.argument("identity", metavar="ID")
@click.argument("other", metavar="OTHER")
@_signed
@asks()
def unlink(desk: Desk, identity: str, other: str, by: str | None, because: str | None) -> None:
    """Unlink ID from OTHER: two events or statements; an event and what one report tells; a speaker and an actor; a report and a story."""
    from treatywatch.model.judgement import Verb

    _link(desk, Verb.UNLINK, identity, other, by, because)


@command.command(
    "undo",
    short_help="Take a judgement back.",
    epilog="""\b
Examples:
  treatywatch review undo 7 --by "R. Khan"
""",
)
@click.argument("number", metavar="N")
@_signed
@asks()
def undo(desk: Desk, number: str, by: str | None, because: str | None) -> None:
    """Undo judgement N (its number, or review:N). An undoing can be undone, too."""
    from treatywatch.findings.review import undone
    from treatywatch.model.judgement import Verb

    wanted = number.removeprefix("review:")
    judgements = {str(one.number): one for one in desk.record.judgements()}
    if wanted not in judgements:
        raise UnknownName(f"{number}: found no such judgement in {desk.record_path}; see: review history")
    if int(wanted) in undone(tuple(judgements.values())):
        raise UsageError(f"{number}: found a judgement that is undone already; see: review history")
    _enter(desk, Verb.UNDO, by, because, undoes=int(wanted))


@command.command(
    "history",
    short_help="All judgements, those undone among them.",
    epilog="""\b
Examples:
  treatywatch review history
  treatywatch review history event:1f2e3d4c
""",
)
@click.argument("identity", required=False, metavar="[ID]")
@asks()
def history(desk: Desk, identity: str | None) -> None:
    """Show every judgement with who, when and why, whether it counts, and whether its passage is still read so."""
    from treatywatch.cli.answer import Table, give

    rows = [{**row, **desk.stamp()} for row in _history(desk, identity)]
    table = Table(
        ("id", "on", "by", "verb", "of", "fields", "because", "counts"),
        [
            (
                row["id"],
                row["on"],
                row["by"],
                row["verb"],
                _of(row),
                [f"{name} {text or NONE}" for name, text in row["fields"].items()],
                row["because"],
                "no longer read so" if not row["attached"] else "yes" if row["counts"] else "undone",
            )
            for row in rows
        ],
        f"{len(rows)} judgements",
        long=("of",),
    )
    give(desk.question.format, rows, lambda: table)


def _of(row: dict[str, Any]) -> str:
    if row["undoes"]:
        return str(row["undoes"])
    first = row["anchors"][0] if row["anchors"] else None
    return f"{first['kind']}: {first['evidence']['exact']}" if first else ""


def _history(desk: Desk, identity: str | None) -> list[dict[str, Any]]:
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


# --- Judging ---------------------------------------------------------------------------------------------------------


def _judge(
    desk: Desk, verb: Verb, identity: str, by: str | None, because: str | None, given: dict[str, Any] | None = None
) -> None:
    from treatywatch.cli.review_subjects import Subjects

    subjects = Subjects(desk)
    subject = subjects.reading(identity)
    fields = _fields(desk, subject.noun, given) if given is not None else ()
    _enter(desk, verb, by, because, subjects.anchors(subject), fields, subject.id)


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


def _link(desk: Desk, verb: Verb, identity: str, other: str, by: str | None, because: str | None) -> None:
    from treatywatch.cli.review_subjects import Subjects
    from treatywatch.model.judgement import Verb as Verbs

    subjects = Subjects(desk)
    one = subjects.named(identity)
    if one.noun == "statement" and other.partition(":")[0] not in ("statement", "report"):
        actor = desk.actor_id(other) if verb is Verbs.LINK else ""
        _enter(desk, verb, by, because, subjects.anchors(one), (("speaker", actor),), one.id)
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
    _enter(desk, verb, by, because, anchors, (), one.id)


def _enter(
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
