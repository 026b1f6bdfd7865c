"""Acts on what is no treaty: a programme, tests, enrichment, inspections, a moratorium that a state has set itself."""

from __future__ import annotations

from collections.abc import Collection

from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.trees import ancestors
from treatywatch.model.vocabulary import EventKind

_KINDS = frozenset({EventKind.SUSPEND, EventKind.RESUME, EventKind.TERMINATE, EventKind.EXTEND, EventKind.EXPIRE})
_ROLES = ("object", "clause-object", "of", "subject", "by")
_CLASSES = ("programme", "programme-run", "testing", "moratorium", "halt", "sanctions")
_STEPS = 2
"""Words between a weapon and those that it is one of ("seven missiles, including one")."""
_OF_TREATIES = ("treaty", "participation", "compliance", "inspection")


def of_a_programme(trigger: Trigger, matcher: Matcher) -> bool:
    """As in "suspended its enrichment of uranium", "ended its moratorium": such an act is under no treaty that is only told near it."""
    if trigger.kind not in _KINDS:
        return False
    told = [trigger.roles[name] for name in _ROLES if name in trigger.roles]
    if any(matcher.treaties(one) or matcher.fits(one, name, trigger.token) for one in told for name in _OF_TREATIES):
        return False
    return "clause" in trigger.roles or any(matcher.fits(one, name, trigger.token) for one in told for name in _CLASSES)


def flown_on(trigger: Trigger, tried: Collection[int]) -> bool:
    """As in "fired a rocket that flew over Japan", "launched seven, including one that failed": what a weapon `tried` before, by the
    places of its words in the sentence, does by itself is the same test.
    """
    flying = trigger.roles.get("subject")
    if trigger.kind is not EventKind.TEST or flying is None or trigger.nominal or "object" in trigger.roles:
        return False
    return any(word.i in tried for word in (flying, *list(ancestors(flying))[:_STEPS]))
