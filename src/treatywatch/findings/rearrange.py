"""Stories as a person put them: a report linked to a story, or taken out of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.findings.review import REPORT
from treatywatch.model.judgement import Judgement, Verb
from treatywatch.model.report import Line, Membership, Story
from treatywatch.model.vocabulary import Relation


def rearranged(stories: tuple[Story, ...], judgements: Sequence[Judgement]) -> tuple[Story, ...]:
    """The stories after the judgements that link reports to them or unlink them.

    The anchors of side 0 are the report, those of side 1 the reports of the story as it was judged: the story is the one that
    now holds most of them.
    """
    for judgement in judgements:
        if judgement.verb in (Verb.LINK, Verb.UNLINK) and any(one.noun == REPORT for one in judgement.anchors):
            stories = _moved(stories, judgement)
    return stories


def _moved(stories: tuple[Story, ...], judgement: Judgement) -> tuple[Story, ...]:
    moved = next((one.report for one in judgement.anchors if one.side == 0), "")
    others = {one.report for one in judgement.anchors if one.side == 1} - {moved}
    home = max(stories, key=lambda each: sum(one.report in others for one in each.members), default=None)
    old = next((each for each in stories if any(one.report == moved for one in each.members)), None)
    if home is None or old is None or not any(one.report in others for one in home.members):
        return stories
    if (home is old) is (judgement.verb is Verb.LINK):
        return stories  # it is where it was put, or no longer where it was taken out of
    because = f"{'put here' if judgement.verb is Verb.LINK else 'taken out'} by {judgement.by} ({judgement.id})"
    member = next(one for one in old.members if one.report == moved)
    line = next((one for one in old.lines if moved in one.reports), None)
    rest = _without(old, moved)
    if judgement.verb is Verb.UNLINK:
        alone = replace(member, relation=Relation.ORIGINAL, of=None, because=(because,))
        origin = member.credit.outlet if member.credit else None
        made = Story(f"story:{moved.partition(':')[2]}", origin, (Line(origin, (moved,)),), (alone,))
        return tuple(each for story in stories for each in ((rest, made) if story is old else (story,)) if each)
    joined = _with(home, replace(member, because=(*member.because, because)), line)
    placed = {id(home): joined, id(old): rest}
    return tuple(each for story in stories if (each := placed.get(id(story), story)))


def _without(story: Story, report: str) -> Story | None:
    """The story without a report; None where nothing is left."""
    lines = tuple(
        replace(line, reports=left)
        for line in story.lines
        if (left := tuple(one for one in line.reports if one != report))
    )
    members = tuple(one for one in story.members if one.report != report)
    return replace(story, lines=lines, members=members) if members else None


def _with(story: Story, member: Membership, line: Line | None) -> Story:
    """The story with a report that keeps its own line: to be about the same is not to be a copy."""
    origin = line.origin if line else None
    beside = next((one for one in story.lines if origin is not None and one.origin == origin), None)
    own = Line(origin, (member.report,), line.inferred) if line else None
    if beside is not None:
        joined = replace(beside, reports=(*beside.reports, member.report))
        lines = tuple(joined if one is beside else one for one in story.lines)
    else:
        lines = (*story.lines, own) if own else story.lines
    return replace(story, lines=lines, members=(*story.members, member))
