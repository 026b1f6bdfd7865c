"""Who, against whom, which treaty, which weapon, where: the arguments of an event."""

from __future__ import annotations

from collections.abc import Iterable

from treatywatch.events.fillers import ADDRESSING
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.trees import (
    Token,
    ancestors,
    children,
    direct_object,
    doer,
    first,
    is_verb,
    joined,
    lemma,
    preposition,
    subject,
)
from treatywatch.model.vocabulary import EventKind

SELF_ACTING = frozenset(
    {EventKind.EXPIRE, EventKind.ENTER_INTO_FORCE, EventKind.TERMINATE, EventKind.OPEN_FOR_SIGNATURE}
)
"""Kinds whose grammatical subject is the treaty: no actor is read off it."""

MEETING = frozenset({EventKind.TALKS})
TARGETED = {EventKind.SANCTION: ("on", "against"), EventKind.INSPECT: (), EventKind.DEPLOY: ("against",)}
_OF_WHAT = frozenset({EventKind.SANCTION, EventKind.INSPECT, EventKind.PUBLISH_FINDING, EventKind.TALKS})
"""Kinds whose noun has after "of" what it is done to, or who meets; others have the actor there ("the return of Russia to it")."""
_TOGETHER = frozenset({EventKind.SIGN, EventKind.ADOPT, EventKind.AGREE_MEASURES, EventKind.AMEND})
"""Kinds that states do with one another ("the deal, struck between Iran and six powers")."""
_PAIRS = frozenset(
    {
        "side",
        "country",
        "power",
        "party",
        "nation",
        "state",
        "superpower",
        "rival",
        "neighbour",
        "neighbor",
        "government",
    }
)
_ATTENDING = frozenset({"attend", "join"})
_OCCASIONS = frozenset({"summit", "meeting", "conference"})


class Arguments:
    """Reads the arguments of the triggers of one sentence."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher

    def actors(self, trigger: Trigger) -> tuple[str, ...]:
        """The states and organisations that act, in the order of the text."""
        if trigger.kind in SELF_ACTING and "object" not in trigger.roles:
            return ()
        token = trigger.token
        found = self._of_noun(token, trigger.kind) if trigger.nominal else self._of_verb(token, trigger)
        return tuple(dict.fromkeys(found))

    def _of_verb(self, verb: Token, trigger: Trigger) -> list[str]:
        found = self._mean(doer(verb))
        if trigger.kind in MEETING:
            found += self._mean(preposition(verb, "with")) + self._mean(direct_object(verb))
        if trigger.kind in _TOGETHER:
            for word in ("with", "between", "among"):
                found += self._mean(preposition(verb, word))
        if not found and "object" in trigger.roles:
            found = self._owner(trigger.roles["object"])
        if not found and trigger.kind is EventKind.SANCTION and "subject" in trigger.roles:
            found = self._of_noun(trigger.roles["subject"], trigger.kind)
        return found

    def _owner(self, noun: Token) -> list[str]:
        """As in "its participation", "Russia's missiles", "the withdrawal of South Africa": whose it is, where nobody is told to act."""
        owner = first(children(noun, "poss"))
        if owner is not None:
            return [] if _any_state(owner) else list(self.matcher.actors(owner))
        of = self._own_of(noun)
        return list(self.matcher.actors_of(of)) if of is not None and self.matcher.names_state(of) else []

    def _of_noun(self, noun: Token, kind: EventKind) -> list[str]:
        found, place = self._before_noun(noun, kind)
        found += self._mean(preposition(noun, "by"))
        if kind in MEETING:
            for word in ("between", "with", "among", "of"):
                found += self._mean(preposition(noun, word))
        of = self._own_of(noun)
        if kind not in _OF_WHAT and of is not None and self.matcher.names_state(of):
            found += self._mean(of)
        if kind is EventKind.VOTE:
            found += self._mean(preposition(noun, "in"))
        closed = kind in MEETING and (preposition(noun, "between") is not None or self._of_others(noun))
        if not closed and (not found or kind in MEETING):
            found = self._governing(noun) + found
        if kind in MEETING and len(set(found)) == 1:
            found += self._addressed(noun) or self._visited(noun)
        return found if len(set(found)) > 1 else place + found

    def _visited(self, noun: Token) -> list[str]:
        """As in "will visit Ankara for talks", "will travel to Seoul for consultations"."""
        verb = noun.head.head
        if noun.head.lower_ != "for" or not is_verb(verb):
            return []
        there = [] if children(noun, "det") else self._mean(preposition(verb, "to"))
        return self._mean(direct_object(verb)) + there

    def _addressed(self, noun: Token) -> list[str]:
        """As in "told Kerry in a call", "urged Japan at their meeting": the other side is whom the verb speaks to."""
        verb = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during", "at") or lemma(verb) not in ADDRESSING:
            return []
        return self._mean(direct_object(verb))

    def _before_noun(self, noun: Token, kind: EventKind) -> tuple[list[str], list[str]]:
        """Who is told before the noun, and apart from them the states that may only be where talks are about or held."""
        found: list[str] = self.matcher.group(noun) if kind in MEETING else []
        place: list[str] = []
        for child in children(noun, "poss", "compound", "amod", "nmod"):
            if child.ent_type_ in ("DATE", "TIME"):
                continue  # "Monday's meeting"
            if kind in MEETING and child.dep_ == "compound" and child.ent_type_ == "GPE":
                place += [] if self.matcher.is_city(child) else self._mean(child)
            elif not self.matcher.fits(child, "summit", noun):
                found += self._mean(child)
        return found, place

    def _of_others(self, noun: Token) -> bool:
        """As in "a meeting of the council": its members meet, and who attends it with them."""
        return self._own_of(noun) is not None and lemma(noun.head) not in _ATTENDING

    def _own_of(self, noun: Token) -> Token | None:
        """The noun after an "of" that hangs on this very noun."""
        return next(
            (part for prep in children(noun, "prep") if prep.lower_ == "of" for part in children(prep, "pobj")), None
        )

    def _governing(self, noun: Token) -> list[str]:
        """The subject of the verb that carries the noun ("NATO held talks"), or that it hangs on ("warned …, after talks")."""
        for verb in (above for above in ancestors(noun) if is_verb(above)):
            who = doer(verb)
            if (
                who is not None
                and who.i != noun.i
                and (verb.dep_ == "relcl" or noun.i not in {token.i for token in who.subtree})
            ):
                found = self._mean(who)
                if found or lemma(who) == "it" or verb.dep_ not in ("advcl", "ccomp"):
                    return found
            elif verb.dep_ not in ("advcl", "pcomp", "prep", "conj", "xcomp", "ccomp"):
                return []
        return []

    def _mean(self, token: Token | None) -> list[str]:
        """The actors that a phrase means, its coordinated parts included; "both sides" falls back on the two told last."""
        if token is None:
            return []
        if (
            token.pos_ in ("NOUN", "PRON")
            and lemma(token) in ("it", "that", "this", "there")
            and token.dep_ in ("expl",)
        ):
            return []
        if token.pos_ == "PRON" and _any_state(token):
            return []
        found: list[str] = []
        for part in self.matcher.listed(token):
            found += self.matcher.actors(part)
        if not found or token.tag_ in ("NNS", "NNPS"):  # "Presidents Obama and Medvedev"
            named = [part for other in children(token, "appos") for part in joined(other)]
            found += [actor for part in named for actor in self.matcher.actors(part)]
        if not found and _both(token):
            found = self.matcher.last_two(token)
        if not found and token.pos_ == "NOUN":
            found = self._owner(token)
        return found

    def targets(self, trigger: Trigger) -> tuple[str, ...]:
        """Whom it is done to: who is sanctioned, whose site is inspected."""
        if trigger.kind not in TARGETED:
            return ()
        found: list[str] = []
        for word in TARGETED[trigger.kind]:
            found += self._mean(preposition(trigger.token, word))
            found += [actor for role in trigger.roles.values() for actor in self._mean(preposition(role, word))]
        if not found and trigger.kind is not EventKind.DEPLOY and not trigger.nominal:
            found += self._mean(direct_object(trigger.token))
        actors = self.actors(trigger)
        return tuple(actor for actor in dict.fromkeys(found) if actor not in actors)

    def treaty(self, trigger: Trigger) -> str | None:
        """The treaty that it is about: named by the frame's arguments, else below the trigger, else alone in the sentence."""
        for token in self._treaty_holders(trigger):
            found = self.matcher.treaties(token)
            if found:
                return found[0]
        below = self._in_subtree(trigger.token)
        if below:
            return below[0]
        if trigger.kind in MEETING and not trigger.nominal and _aside(trigger.token):
            return None
        if trigger.kind is EventKind.WITHDRAW and not ("effective" in trigger.roles or "announced" in trigger.roles):
            return None
        if trigger.kind in _ABOUT_TREATIES and not (trigger.nominal and lemma(trigger.token) in _OCCASIONS):
            return self._alone_in_sentence()
        return None

    def _treaty_holders(self, trigger: Trigger) -> Iterable[Token]:
        yield from trigger.roles.values()
        if not trigger.nominal:
            own = direct_object(trigger.token)
            if own is not None:
                yield own
            if trigger.kind in SELF_ACTING:
                who = subject(trigger.token)
                if who is not None:
                    yield who

    def _in_subtree(self, token: Token) -> tuple[str, ...]:
        if token.pos_ not in ("VERB", "AUX"):
            return self.matcher.treaties(token)
        tokens = [part for part in token.subtree if not part.is_space]
        end = tokens[-1].idx + len(tokens[-1].text) if tokens else token.idx + len(token.text)
        return tuple(self.matcher.prose.cast.treaties(token.idx + self.matcher.offset, end + self.matcher.offset))

    def _alone_in_sentence(self) -> str | None:
        sentence = self.matcher.prose.sentences[self.matcher.sentence]
        found = dict.fromkeys(self.matcher.prose.cast.treaties(sentence.start, sentence.end))
        return next(iter(found)) if len(found) == 1 else None


_ABOUT_TREATIES = frozenset(
    {
        EventKind.TALKS,
        EventKind.SIGN_LAW,
        EventKind.VOTE,
        EventKind.APPROVE,
        EventKind.SUSPEND,
        EventKind.RESUME,
        EventKind.NOTIFY_WITHDRAWAL,
        EventKind.ANNOUNCE_WITHDRAWAL,
        EventKind.ANNOUNCE_SUSPENSION,
        EventKind.RATIFY,
        EventKind.ENTER_INTO_FORCE,
        EventKind.INSPECT,
        EventKind.REVOKE_RATIFICATION,
        EventKind.WITHDRAW,
    }
)


def _aside(verb: Token) -> bool:
    """As in "cleared the treaty two days before Reagan was to meet Gorbachev": a clause of its own."""
    while verb.dep_ in ("xcomp", "conj") and is_verb(verb.head):
        verb = verb.head
    return bool(verb.dep_ in ("advcl", "relcl", "acl"))


def _any_state(token: Token) -> bool:
    """As in "a state becomes a party thirty days after it has deposited …": no state in particular."""
    for above in ancestors(token):
        who = subject(above) if is_verb(above) else None
        if who is not None and lemma(who) in ("state", "party", "country", "member", "government"):
            return any(child.lower_ in ("a", "any", "each", "every") for child in who.children)
    return False


def _both(token: Token) -> bool:
    """As in "both sides", "the two countries", "both"."""
    if token.lower_ == "both":
        return True
    return lemma(token) in _PAIRS and any(child.lower_ in ("both", "two", "their") for child in token.children)
