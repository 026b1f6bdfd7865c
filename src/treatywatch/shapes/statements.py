"""Statements: by offsets, as `annotate` gives them, and as text, as the record does."""

from __future__ import annotations

from typing import Any

from treatywatch.model.entry import StatementEntry
from treatywatch.model.statement import Condition, Speaker, Statement
from treatywatch.shapes.days import uncertain
from treatywatch.shapes.grounds import evidence
from treatywatch.shapes.review import review


def speaker(who: Speaker) -> dict[str, Any]:
    """A speaker without offsets."""
    return {"name": who.name, "actor": who.actor, "office": who.office, "on_behalf_of": who.on_behalf_of}


def placed_speaker(who: Speaker) -> dict[str, Any]:
    """A speaker with the offsets of the words that tell it (a pronoun's, where it is told by pronoun)."""
    return {**speaker(who), "start": who.start, "end": who.end}


def _placed_condition(condition: Condition | None) -> dict[str, Any] | None:
    if condition is None:
        return None
    return {"start": condition.start, "end": condition.end, "text": condition.text, "relation": condition.relation}


def _about(statement: Statement) -> dict[str, Any]:
    """The fields that both forms share, in the order of the contract."""
    return {
        "addressee": statement.addressee,
        "targets": list(statement.targets),
        "articles": list(statement.articles),
        "treaties": list(statement.treaties),
        "systems": list(statement.systems),
    }


def placed_statement(statement: Statement) -> dict[str, Any]:
    """A statement of one text, by offsets into it."""
    cue = statement.cue
    return {
        "id": statement.id,
        "speaker": placed_speaker(statement.speaker) if statement.speaker else None,
        "co_speakers": [placed_speaker(who) for who in statement.co_speakers],
        "via": [placed_speaker(who) for who in statement.via],
        "within": statement.within,
        "cue": {"start": cue.start, "end": cue.end, "text": cue.text} if cue else None,
        "content": [[span.start, span.end] for span in statement.content],
        "kind": statement.kind.value,
        "stance": statement.stance.value,
        "negated": statement.negated,
        "condition": _placed_condition(statement.condition),
        **_about(statement),
    }


def told_statement(entry: StatementEntry) -> dict[str, Any]:
    """A statement of the record: as text, with its day, reports, number of independent lines, and evidence.

    `doubted`: the reports of it whose day is doubted.
    """
    statement = entry.statement
    condition = statement.condition
    return {
        "id": entry.id,
        "speaker": speaker(statement.speaker) if statement.speaker else None,
        "co_speakers": [speaker(who) for who in statement.co_speakers],
        "via": [speaker(who) for who in statement.via],
        "within": statement.within,
        "cue": {"text": statement.cue.text} if statement.cue else None,
        "content": entry.content,
        "kind": statement.kind.value,
        "stance": statement.stance.value,
        "negated": statement.negated,
        "condition": {"text": condition.text, "relation": condition.relation} if condition else None,
        **_about(statement),
        "said_on": uncertain(statement.said_on),
        "reports": list(entry.reports),
        "lines": entry.lines,
        "evidence": [evidence(passage) for passage in entry.evidence],
        "review": review(entry.review),
        "doubted": list(entry.doubted),
    }
