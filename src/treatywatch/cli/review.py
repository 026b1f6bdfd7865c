"""`review`: a person accepts, corrects, rejects and links what the machine read; both readings are kept, all undoable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import any_day, asks
from treatywatch.cli.review_history import judgements_about, subject_of
from treatywatch.cli.review_judging import NONE, REVIEWER, enter, judge, link_or_unlink
from treatywatch.errors import UnknownName, UsageError
from treatywatch.model.vocabulary import EventKind, Modality, Position, Stance

if TYPE_CHECKING:
    from collections.abc import Callable


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

    Judgements whose passage is no longer read as it was judged come before all: they decide nothing until someone judges anew. Then
    reports whose day is doubted.
    """
    from treatywatch.cli.answer import Table, counted, give, short
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
                row["evidence"][0]["exact"] if row["evidence"] else "",
                short(row["id"]),
            )
            for row in rows
        ],
        counted(len(rows), "reading") + " to review",
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
  treatywatch review accept report:9e8d7c6b --by "R. Khan" --because "the page is of that day"
""",
)
@click.argument("identity", metavar="ID")
@_signed
@asks()
def accept(desk: Desk, identity: str, by: str | None, because: str | None) -> None:
    """Accept the event or statement ID. An act under a treaty, told with its actor and a plain day, moves the standing.

    Of a report whose day is doubted: the day that it carries is right.
    """
    from treatywatch.model.judgement import Verb

    judge(desk, Verb.ACCEPT, identity, by, because)


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

    judge(desk, Verb.REJECT, identity, by, because)


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

    judge(desk, Verb.CORRECT, identity, by, because, given)


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

    link_or_unlink(desk, Verb.LINK, identity, other, by, because)


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

    link_or_unlink(desk, Verb.UNLINK, identity, other, by, because)


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
    enter(desk, Verb.UNDO, by, because, undoes=int(wanted))


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
    from treatywatch.cli.answer import Table, counted, give

    rows = [{**row, **desk.stamp()} for row in judgements_about(desk, identity)]
    table = Table(
        ("id", "on", "by", "verb", "of", "fields", "because", "counts"),
        [
            (
                row["id"],
                row["on"],
                row["by"],
                row["verb"],
                subject_of(row),
                [f"{name} {text or NONE}" for name, text in row["fields"].items()],
                row["because"],
                "no longer read so" if not row["attached"] else "yes" if row["counts"] else "undone",
            )
            for row in rows
        ],
        counted(len(rows), "judgement"),
        long=("of",),
    )
    give(desk.question.format, rows, lambda: table)
