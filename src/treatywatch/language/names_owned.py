"""Whose ministry, senate or council a bare name is: "the Thai Ministry of Defence" is not Britain's, though Britain's is so called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from treatywatch.model.annotation import Mention

_BETWEEN = re.compile(
    r"(?:['’]s?)?\s(?:(?!and\b|or\b|the\b|to\b|in\b|of\b|with\b|by\b)[a-z-]+\s|(?:National|Federal|State|Supreme|Central|Lower|Upper|Joint)\s){0,2}|-"
)
"""Between an owner and what is owned ("Japan's lower House of Representatives")."""
_BEHIND = re.compile(r"\s(?:of|for)\s(?:the\s)?")
_ARTICLE = re.compile(r"(?:the|The|its|their)\s")
_ALL_STATES_HAVE = re.compile(
    r"(?:the |The )?(?:National |Supreme |State )?(?:Security Council|General Assembly|Commission|Council)|"
    r"(?:the |The )?(?:nuclear|atomic) (?:watchdog|agency)"
)
"""Bodies of organisations whose bare names states use too ("Belarus's Security Council")."""


def without_others(
    text: str, mentions: Sequence[Mention], owners: Mapping[str, str], states: Iterable[str]
) -> tuple[Mention, ...]:
    """The mentions without bare names of organs that the text gives to another state; `owners` tells the state of each organ.

    What the text has once given away ("the Polish Senate") is its also later ("the Senate"), until the own state's is told beside
    it; and a bare name in a text that never names the organ's state, but another one, is no name of it (those of the United
    States apart: its readers know them).
    """
    places = frozenset(states)
    named = {owners.get(m.id, m.id) for m in mentions if m.kind in ("actor", "place") and _tells(m, owners, places)}
    kept, given = list[Mention](), dict[str, str]()
    for index, mention in enumerate(mentions):
        if not _bare(mention, owners):
            kept.append(mention)
            continue
        bare = _ARTICLE.sub("", mention.text)
        own = owners.get(mention.id)
        owner = _owner(text, mentions, index, owners, places)
        if owner is not None and owner != own and {owner, own} != {"su", "ru"}:
            given[bare] = owner
        elif owner is None and (bare in given or _elsewhere(mention, own, named)):
            continue
        else:
            given.pop(bare, None)
            kept.append(mention)
    return tuple(kept)


def _tells(mention: Mention, owners: Mapping[str, str], states: frozenset[str]) -> bool:
    """Whether a mention names a state, or an organ by a name that no other has."""
    return mention.id in states or (mention.id in owners and not _GENERIC.search(mention.text))


_GENERIC = re.compile(
    r"^(?:[Tt]he )?(?:Ministry|Department|Foreign Office|Prime Minister's Office|House|Senate|Congress|Commons|Joint Chiefs|"
    r"(?:Supreme )?National Security Council|Security Council)\b"
)
"""Names of organs that tell no state, and that several states use."""


def _bare(mention: Mention, owners: Mapping[str, str]) -> bool:
    return mention.kind == "actor" and (mention.id in owners or bool(_ALL_STATES_HAVE.fullmatch(mention.text)))


def _owner(
    text: str, mentions: Sequence[Mention], index: int, owners: Mapping[str, str], states: frozenset[str]
) -> str | None:
    """The state whose adjective or possessive stands right before a name, or that "of" joins behind it."""
    mention = mentions[index]
    before = mentions[index - 1] if index else None
    if before is not None and before.kind in ("actor", "place") and before.id in states:
        gap = text[before.end : mention.start]
        modifies = before.alias_kind in ("adjective", "demonym") or "'" in gap or "’" in gap
        if _BETWEEN.fullmatch(gap) and (modifies or (gap == " " and _GENERIC.search(mention.text))):
            return before.id
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    if after is not None and after.kind in ("actor", "place") and after.id in states:
        return after.id if _BEHIND.fullmatch(text, mention.end, after.start) else None
    return None


def _elsewhere(mention: Mention, own: str | None, named: set[str]) -> bool:
    """Whether a generic name stands in a text that never names its state, but another."""
    return own not in (None, "us") and own not in named and bool(named) and bool(_GENERIC.search(mention.text))
