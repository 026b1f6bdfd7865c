"""The program: finds the command, asks it, and turns errors into words and exit codes (0 done, 1 failed, 2 usage, 3 some refused)."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from treatywatch.cli.options import all_options, question_of
from treatywatch.errors import TreatywatchError, UsageError

COMMANDS = (
    "read",
    "annotate",
    "treaties",
    "systems",
    "actors",
    "outlets",
    "status",
    "reckon",
    "calendar",
    "statements",
    "events",
    "stories",
    "disputes",
    "pledges",
    "compare",
    "check",
    "why",
    "search",
    "review",
    "dossier",
    "changes",
    "verify",
    "backup",
    "migrate",
    "lint",
    "schema",
    "demo",
)
"""In the order of the contract; each is the `command` of the module of its name."""

INTERRUPTED = 130
"""128 + SIGINT, as shells report a program that was stopped with Ctrl-C."""

EPILOG = """\b
Examples:
  treatywatch demo
  treatywatch status inf --on 2019-07-05
  treatywatch read ./reports --published 2019-07-05
  treatywatch dossier inf -o inf.html

\b
Completion (bash; zsh and fish alike):
  eval "$(_TREATYWATCH_COMPLETE=bash_source treatywatch)"
"""


class Commands(click.Group):
    """The commands, each imported only when it is asked for, so that `status` starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the contract."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"treatywatch.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Ask the command; a reader that closed the pipe has had enough, and is no error."""
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
            return answer
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from treatywatch import __version__
    from treatywatch.shapes import schema
    from treatywatch.shelf import open_shelf

    click.echo(f"treatywatch {__version__} (schemas {schema.VERSION}, shelf {open_shelf().version})")
    ctx.exit()


@click.command(
    cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Say the versions of program, schemas and shelf.",
)
@all_options
def program(**given: Any) -> None:
    """A sourced, computable record of arms-control treaties.

    Who said and did what, when, under which article; and where each treaty stands on a day, why, who disputes it, and what comes next.
    Options given here hold for the command too.
    """
    click.get_current_context().obj = question_of(given)


def _wants_json(arguments: Sequence[str]) -> bool:
    """Whether an error goes to standard output as JSON. Read from the arguments, since they may be what is wrong."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--format"):
            value = argument.partition("=")[2] or (arguments[place + 1] if place + 1 < len(arguments) else "")
            return value in ("json", "jsonl")
    return not sys.stdout.isatty()


def _tell(error: TreatywatchError, arguments: Sequence[str], hint: str = "") -> None:
    """Say what is wrong: in words on standard error, and as JSON on standard output where that is the format."""
    from treatywatch.shapes.escape import visible

    words = visible(str(error), keep="\n")
    click.echo(f"treatywatch: {words}{hint}", err=True)
    if _wants_json(arguments):
        import json

        from treatywatch.shapes.faults import failure

        click.echo(json.dumps(failure(error), ensure_ascii=False))


def _usage_hint(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "treatywatch"
    return f"\ntry '{command} --help'"


def main(arguments: Sequence[str]) -> int:
    """Run the program with these arguments and answer its exit code."""
    try:
        code = program.main(args=list(arguments), prog_name="treatywatch", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.UsageError as error:
        from treatywatch.cli.usage import in_words

        _tell(UsageError(in_words(error)), arguments, _usage_hint(error))
        return 2
    except UsageError as error:
        _tell(error, arguments)
        return 2
    except TreatywatchError as error:
        _tell(error, arguments)
        return 1
    except click.ClickException as error:
        _tell(TreatywatchError(error.format_message()), arguments)
        return 1
    except OSError as error:
        from treatywatch.cli.usage import of_the_disk

        _tell(TreatywatchError(of_the_disk(error)), arguments)
        return 1
    except (click.Abort, KeyboardInterrupt):
        click.echo("treatywatch: interrupted; what was kept stays whole", err=True)
        return INTERRUPTED


def run() -> NoReturn:
    """The console entry."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a file name that is no text, or a terminal of another encoding, must not end the run
            reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
