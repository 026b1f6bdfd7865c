"""Every command explains itself, and only commands that work are listed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from treatywatch.cli.main import COMMANDS

Ask = Callable[..., Any]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples_of_itself(ask: Ask, command: str) -> None:
    answer = ask(command, "--help")
    assert answer.code == 0
    assert "Examples:" in answer.out
    assert re.search(rf"treatywatch {command}\b", answer.out.partition("Examples:")[2])


def test_the_program_lists_its_commands_each_with_a_sentence(ask: Ask) -> None:
    answer = ask("--help")
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S.+[^.]\.$", answer.out, re.MULTILINE), (
            command
        )  # a whole sentence, not cut short


@pytest.mark.parametrize("later", ["serve", "export"])
def test_commands_that_do_not_work_yet_are_not_listed(ask: Ask, later: str) -> None:
    assert ask(later).code == 2
    assert not re.search(rf"^  {later} ", ask("--help").out, re.MULTILINE)


def test_the_version_tells_program_schemas_and_shelf(ask: Ask) -> None:
    assert re.fullmatch(r"treatywatch \S+ \(schemas \d+, shelf [0-9a-f]+\)\n", ask("--version").out)


def test_completion_is_shipped(program: Ask) -> None:
    answer = program(_TREATYWATCH_COMPLETE="bash_complete", COMP_WORDS="treatywatch st", COMP_CWORD="1")
    assert "status" in answer.out
    assert "stories" in answer.out
