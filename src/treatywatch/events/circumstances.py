"""Which weapon, where and on what condition: the circumstances of an event."""

from __future__ import annotations

from treatywatch.events.clauses import condition_clause
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.trees import Token, ancestors, children, is_verb
from treatywatch.model.statement import Condition
from treatywatch.model.vocabulary import EventKind

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_IN = frozenset({"in", "at", "near"})
_UNDOING = frozenset({EventKind.REVOKE_RATIFICATION, EventKind.REVOKE_NOTICE, EventKind.HALT_NOTICE, EventKind.UNSIGN})
_ABOUT_WEAPONS = frozenset({EventKind.DEPLOY, EventKind.TEST, EventKind.DESTROY, EventKind.INSPECT, EventKind.TALKS})


class Circumstances:
    """Reads weapons and places of the triggers of one sentence."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher

    def systems(self, trigger: Trigger) -> tuple[str, ...]:
        """The weapon systems in what it is done to."""
        if trigger.kind not in _ABOUT_WEAPONS:
            return ()
        tokens = [*trigger.roles.values()] or [trigger.token]
        found: list[str] = []
        for token in tokens:
            named = self.matcher.prose.cast.systems(*self.matcher.span(token))
            indefinite = any(child.lower_ in ("a", "an") for child in token.children)
            found += [] if indefinite and not self._names_system(token) else named
        return tuple(dict.fromkeys(found))

    def condition(self, head: Token) -> Condition | None:
        """The clause on which the act hangs ("if", "unless", "should …"), with its words."""
        clause = condition_clause(head) if is_verb(head) else None
        if clause is None:
            return None
        tokens = [token for token in clause.subtree if not token.is_space]
        while tokens and tokens[-1].is_punct:
            tokens.pop()
        if not tokens:
            return None
        start, end = tokens[0].idx + self.matcher.offset, tokens[-1].idx + len(tokens[-1].text) + self.matcher.offset
        text = self.matcher.prose.text[start:end]
        relation = next(
            (token.lower_ for token in tokens if token.lower_ in ("unless", "if", "until", "provided", "once")), "if"
        )
        return Condition(start, end, text, relation)

    def _names_system(self, token: Token) -> bool:
        """Whether a weapon's name stands in the phrase ("an Oreshnik missile"); "a new missile" is none told before."""
        start, end = self.matcher.span(token)
        return any(m.kind == "system" and start <= m.start and m.end <= end for m in self.matcher.prose.mentions)

    def day_of_undone(self, trigger: Trigger) -> bool:
        """As in "rescinded its 2000 decision to ratify it": the only day told is that of what is undone."""
        undone = trigger.roles.get("object")
        if trigger.kind not in _UNDOING or undone is None:
            return False
        own = [child for child in children(undone, "nummod", "compound", "poss", "nmod") if child.ent_type_ == "DATE"]
        sentence = self.matcher.prose.sentences[self.matcher.sentence]
        days = [day for day in self.matcher.prose.days if sentence.start <= day.start < sentence.end]
        return bool(own) and len(days) == 1

    def place(self, trigger: Trigger) -> str | None:
        """Where it happened: the place after "in" or "at" that hangs on the trigger or on the verb that carries it."""
        tokens = [trigger.token]
        if trigger.nominal:
            tokens += [above for above in ancestors(trigger.token) if is_verb(above)][:1]
        for token in tokens:
            found = self._place_under(token)
            if found:
                return found
        return None

    def _place_under(self, token: Token) -> str | None:
        preps = [
            part for part in token.subtree if part.dep_ == "prep" and part.lower_ in _IN and _own_phrase(part, token)
        ]
        for prep in preps:
            for noun in children(prep, "pobj"):
                inner = [deep for deep in children(noun, "prep") if deep.lower_ in _IN]
                for candidate in [*(deep for one in inner for deep in children(one, "pobj")), noun]:
                    if self._is_place(candidate):
                        return str(self.matcher.doc[candidate.left_edge.i : candidate.i + 1].text).removeprefix("the ")
        return None

    def _is_place(self, token: Token) -> bool:
        if self.matcher.fits(token, "treaty", token) or self.matcher.fits(token, "weapon", token):
            return False
        return token.ent_type_ in _PLACES if token.ent_type_ else bool(token.pos_ == "PROPN")


def _own_phrase(prep: Token, top: Token) -> bool:
    """Whether no other verb stands between the preposition and the trigger."""
    for above in ancestors(prep):
        if above.i == top.i:
            return True
        if is_verb(above) or above.dep_ in ("relcl", "acl", "appos"):
            return False
    return False
