"""Acts on what is no treaty: a programme, tests, enrichment, inspections, a moratorium that a state has set itself."""

from __future__ import annotations

from treatywatch.events.matching import Matcher, Trigger
from treatywatch.model.vocabulary import EventKind

_KINDS = frozenset({EventKind.SUSPEND, EventKind.RESUME, EventKind.TERMINATE, EventKind.EXTEND, EventKind.EXPIRE})
_ROLES = ("object", "clause-object", "of", "subject", "by")
_CLASSES = ("programme", "programme-run", "testing", "moratorium", "halt", "sanctions")
_OF_TREATIES = ("treaty", "participation", "compliance", "inspection")


def of_a_programme(trigger: Trigger, matcher: Matcher) -> bool:
    """As in "suspended its enrichment of uranium", "ended its moratorium": such an act is under no treaty that is only told near it."""
    if trigger.kind not in _KINDS:
        return False
    told = [trigger.roles[name] for name in _ROLES if name in trigger.roles]
    if any(matcher.treaties(one) or matcher.fits(one, name, trigger.token) for one in told for name in _OF_TREATIES):
        return False
    return "clause" in trigger.roles or any(matcher.fits(one, name, trigger.token) for one in told for name in _CLASSES)
