"""`schema`: the JSON Schemas of the shapes."""

from __future__ import annotations

import click

from treatywatch.cli.desk import Desk
from treatywatch.cli.options import asks


@click.command(
    short_help="The JSON Schemas of all answers.",
    epilog="""\b
Examples:
  treatywatch schema
  treatywatch schema status > status.schema.json
""",
)
@click.argument("name", required=False)
@asks()
def command(desk: Desk, name: str | None) -> None:
    """Print the JSON Schema of a shape; without NAME, list the shapes.

    A schema is one document of draft 2020-12 that needs no other file.
    """
    from treatywatch.cli.answer import Table, give, print_json
    from treatywatch.shapes import schema

    if name is not None:
        print_json(schema.schema(name), indent=2)
        return
    listed = [{"name": each, "says": schema.title(each)} for each in schema.names()]
    give(
        desk.question.format,
        listed,
        lambda: Table(("schema", "is"), [(row["name"], row["says"]) for row in listed], "Shapes"),
    )
