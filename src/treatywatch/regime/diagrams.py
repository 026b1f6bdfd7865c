"""The documentation's page of transitions, drawn from the one table that the evaluation runs on.

`python -m treatywatch.regime.diagrams > docs/transitions.md` writes it anew; a test holds the page to the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from treatywatch.model.vocabulary import Operation, Phase, StandingKind
from treatywatch.regime.transitions import INHERITED, SAME, TRANSITIONS, Aspect, Transition, When

_HEAD = """\
# Transitions

Everything that an act can change stands in one table, `src/treatywatch/regime/transitions.py`. This page is drawn from it, diagrams
and tables alike; do not edit it by hand. After a change of the table:

```console
$ python -m treatywatch.regime.diagrams > docs/transitions.md
```

A diagram shows which act leads where. The table beneath it tells in which circumstance, and on which ground: an article of the
Vienna Convention on the Law of Treaties (VCLT) where it gives the rule. An act without a row for what it meets changes nothing. Where
several rows fit, the first in the table's order counts.
"""

_ASPECTS: Mapping[Aspect, tuple[str, str, str]] = {
    Aspect.PHASE: (
        "The treaty as a whole",
        "Its phase is one for all participants.",
        Phase.NEGOTIATING.value,
    ),
    Aspect.STANDING: (
        "A participant's standing",
        "Whether, and how, one state is bound. Nobody's standing changes by an announcement, a vote or a law at home.",
        StandingKind.NONE.value,
    ),
    Aspect.OPERATION: (
        "Whether its obligations operate",
        "Beside the standing: whoever suspends is still a party.",
        Operation.NONE.value,
    ),
}


_BOUND = frozenset({StandingKind.PARTY, StandingKind.WITHDRAWING, StandingKind.CONTESTED, StandingKind.PARTICIPANT})
"""Standings that only the second of the two diagrams leaves."""


def page() -> str:
    """The whole page, in Markdown with Mermaid diagrams."""
    return "\n".join((_HEAD, *(_section(aspect) for aspect in _ASPECTS)))


def _section(aspect: Aspect) -> str:
    title, about, first = _ASPECTS[aspect]
    rows = [row for row in TRANSITIONS if row.aspect is aspect]
    noted = [row for row in rows if row.after == SAME]
    changing = [row for row in rows if row.after != SAME]
    parts = [f"## {title}\n", f"{about}\n", *_pictures(changing, first), _table(changing)]
    if noted:
        parts.append("Noted, and said out loud that they change nothing:\n")
        parts.append(_table(noted, with_after=False))
    return "\n".join(parts)


def _pictures(rows: list[Transition], first: str) -> Iterator[str]:
    """One diagram, or two where both ways in and ways out of being bound would crowd one."""
    bound = [row for row in rows if str(row.before) in _BOUND or row.after == StandingKind.FORMER]
    if not bound:
        yield _fenced(diagram(rows, first))
        return
    yield "Ways in:\n"
    yield _fenced(diagram((row for row in rows if row not in bound), first))
    yield "While it is bound, and ways out:\n"
    yield _fenced(diagram(bound, StandingKind.PARTY.value))


def diagram(rows: Iterable[Transition], first: str) -> str:
    """A Mermaid state diagram of the rows that change something; arrows between the same two states are one, with all their acts."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.after != SAME:
            acts = arrows.setdefault((str(row.before), str(row.after)), [])
            if row.act.value not in acts:
                acts.append(row.act.value)
    states = dict.fromkeys((first, *(state for pair in arrows for state in pair)))
    lines = ["stateDiagram-v2", "    direction LR"]
    lines += [f'    state "{_shown(state)}" as {_name(state)}' for state in states]
    lines.append(f"    [*] --> {_name(first)}")
    lines += [f"    {_name(one)} --> {_name(other)}: {', '.join(acts)}" for (one, other), acts in arrows.items()]
    return "\n".join(lines)


def _name(state: str) -> str:
    """The state as Mermaid names it: no hyphens, and none of its own words."""
    return f"s_{state.replace('-', '_')}"


def _shown(state: str) -> str:
    return "what its predecessor had" if state == INHERITED else state


def _fenced(mermaid: str) -> str:
    return f"```mermaid\n{mermaid}\n```\n"


def _table(rows: Iterable[Transition], with_after: bool = True) -> str:
    """The rows as a table; those that differ in nothing but what the act meets share a line."""
    head = ["act", "meets", "leads to", "when", "ground"]
    lines = [_line(one for one in head if with_after or one != "leads to")]
    lines.append("|---" * (5 if with_after else 4) + "|")
    for row, before in _together(rows):
        cells = [row.act.value, ", ".join(before), _shown(str(row.after)), _circumstance(row.when), row.rule]
        lines.append(_line(cell for place, cell in enumerate(cells) if with_after or place != 2))
    return "\n".join(lines) + "\n"


def _together(rows: Iterable[Transition]) -> Iterator[tuple[Transition, list[str]]]:
    """Each act with an outcome, a circumstance and a ground once, with all that it may meet."""
    found: dict[tuple[str, str, str, str], tuple[Transition, list[str]]] = {}
    for row in rows:
        key = (row.act.value, str(row.after), row.when.value, row.rule)
        found.setdefault(key, (row, []))[1].append(str(row.before))
    yield from found.values()


def _circumstance(when: When) -> str:
    return "" if when is When.ALWAYS else when.value


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    print(page(), end="")
