"""The body that talks are called by: "the six-party talks", "the six-nation nuclear talks"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from treatywatch.events.trees import Token
from treatywatch.language.cast_directory import Directory
from treatywatch.language.prose import Prose

_NUMBERED = re.compile(r"\b(two|three|four|five|six|seven)-(?:party|nation|way|country|power)\b")
_NUMBERED_NAME = re.compile(r"\w+-\w+ talks")


def body_of_talks(noun: Token, prose: Prose, offset: int) -> list[str]:
    """The body that a noun of talks names itself, also with a word in between; `offset` is where its sentence starts."""
    start, end = noun.left_edge.idx + offset, noun.idx + len(noun.text) + offset
    last = noun.idx + offset
    named = [m.id for m in prose.mentions if m.kind == "actor" and start <= m.start and m.end > last and m.end <= end]
    return named or _numbered(prose.text[start:end].lower(), prose)


def _numbered(words: str, prose: Prose) -> list[str]:
    """As in "the six-nation nuclear talks": the body of that number that was there on the report's day."""
    number = _NUMBERED.search(words)
    on = prose.on
    if number is None:
        return []
    return [
        id
        for id, one in prose.cast.scene.directory.organisations.items()
        if any(
            _NUMBERED_NAME.fullmatch(alias.text.lower()) and alias.text.lower().startswith(number[1])
            for alias in one.aliases
        )
        and (on is None or one.since is None or one.since.earliest <= on)
        and (on is None or one.until is None or on <= one.until.latest)
    ][:1]


def with_wholes(actors: Iterable[str], directory: Directory) -> tuple[str, ...]:
    """The actors, each organ of an organisation followed by it: what the General Assembly adopts the United Nations adopt."""
    found: dict[str, None] = {}
    for actor in actors:
        found[actor] = None
        body = directory.organisations.get(actor)
        if body is not None and body.kind == "organ" and body.parent in directory.organisations:
            found[str(body.parent)] = None
    return tuple(found)
