"""Who, against whom, which treaty, which weapon, where: the arguments of an event."""

from __future__ import annotations

from treatywatch.events.bodies import body_of_talks, with_wholes
from treatywatch.events.company import Company, sides_of_name
from treatywatch.events.groups import among, both, of_unnamed_states, only, the_allies, the_state
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.noun_days import CONDUCTING
from treatywatch.events.subjects import agent, bound, direct_object, doer, passive, subject
from treatywatch.events.talk_roles import SIDE_ROLES
from treatywatch.events.trees import Token, ancestors, children, first, is_verb, joined, lemma, preposition
from treatywatch.model.vocabulary import EventKind, Modality

SELF_ACTING = frozenset(
    {EventKind.EXPIRE, EventKind.ENTER_INTO_FORCE, EventKind.TERMINATE, EventKind.OPEN_FOR_SIGNATURE}
)
"""Kinds whose grammatical subject is the treaty: no actor is read off it."""

MEETING = frozenset({EventKind.TALKS})
TARGETED = {EventKind.SANCTION: ("on", "against"), EventKind.INSPECT: (), EventKind.DEPLOY: ("against",)}
_OF_STATES = frozenset({EventKind.TEST})
"""Kinds that only states do: a body before their noun ("following its tests") is another one's."""
_BY_ITS_OWNER = frozenset({EventKind.TEST, EventKind.DEPLOY, EventKind.DESTROY, EventKind.ADOPT, EventKind.SANCTION})
"""Kinds that are done by whose thing it is, where nobody is told to act."""
_OF_WHAT = frozenset({EventKind.SANCTION, EventKind.INSPECT, EventKind.PUBLISH_FINDING, EventKind.TALKS})
"""Kinds whose noun has after "of" what it is done to, or who meets; others have the actor there ("the return of Russia to it")."""
_TOGETHER = frozenset({EventKind.SIGN, EventKind.ADOPT, EventKind.AGREE_MEASURES, EventKind.AMEND, EventKind.EXTEND})
"""Kinds that states do with one another ("the deal, struck between Iran and six powers")."""
_ARTICLED = frozenset({EventKind.SIGN, EventKind.EXTEND, EventKind.AMEND, EventKind.SUPERSEDE})
"""Kinds whose noun, told by "the" without its owner, is seldom the act of the clause's subject alone ("since the signing of it")."""
_LIFTS = frozenset(
    {"lift", "ease", "remove", "suspend", "relax", "maintain", "keep", "extend", "renew", "waive", "loosen", "end"}
)
_IN_CHAMBERS = frozenset({EventKind.APPROVE, EventKind.VOTE, EventKind.RATIFY})
_IN_BODIES = frozenset({EventKind.ADOPT, EventKind.APPROVE, EventKind.VOTE, EventKind.SANCTION})
_OVER = frozenset({"over", "because", "due", "like"})
"""What stands behind these is what somebody reacts to."""
_HELD_SOMEWHERE = frozenset({"summit", "meeting", "conference"})
_ATTENDING = frozenset({"attend", "join"})


_ENGAGED = frozenset({"lock", "engage", "involve", "embroil", "immerse", "entangle", "schedule", "due", "set"})
"""Verbs whose passive tells who takes part ("are locked in talks")."""


class Arguments:
    """Reads the arguments of the triggers of one sentence."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher, self.company = matcher, Company(matcher, self._mean)

    def actors(self, trigger: Trigger) -> tuple[str, ...]:
        """The states and organisations that act, in the order of the text."""
        acting = "subject" in trigger.roles and not self._ends_its_own(trigger)
        if trigger.kind in SELF_ACTING and (acting or "object" not in trigger.roles):
            return ()
        token = trigger.token
        found = self._of_noun(token, trigger.kind) if trigger.nominal else self._of_verb(token, trigger)
        if trigger.kind in _OF_STATES:
            found = [actor for actor in found if actor in self.matcher.prose.cast.scene.directory.states]
        if trigger.kind in _IN_BODIES:
            return with_wholes(found, self.matcher.prose.cast.scene.directory)
        return tuple(dict.fromkeys(found))

    def _ends_its_own(self, trigger: Trigger) -> bool:
        """As in "France ended its test programme": a state that ends what no treaty is."""
        return "object" in trigger.roles and self.matcher.fits(trigger.roles["subject"], "country", trigger.token)

    def _of_verb(self, verb: Token, trigger: Trigger) -> list[str]:
        freed = "no-longer" in trigger.roles and passive(verb)  # "Washington is no longer bound by it"
        found = self._mean(bound(verb, trigger.roles.get("object")) if freed else doer(verb))
        if trigger.kind in MEETING:
            found += self._mean(self.company.person(preposition(verb, "with"))) + self._mean(self.company.met(verb))
            found += [actor for name in SIDE_ROLES for actor in self._mean(trigger.roles.get(name))]
            found += self.company.on_the_way(verb) if len(set(found)) == 1 else []
        if trigger.kind in _TOGETHER:
            for word in ("with", "between", "among"):
                found += self._mean(preposition(verb, word))
            if verb.dep_ == "xcomp" and lemma(verb.head) == "agree":  # "agreed with Russia to extend it"
                found += self._mean(preposition(verb.head, "with"))
            found = found or self.company.anywhere(verb)
        flown = (
            "subject" if trigger.kind in (EventKind.TEST, EventKind.DEPLOY) else "object"
        )  # "A Minuteman III missile launched from the base", "American missiles arrived in Britain"
        done_to = trigger.roles.get("object") or trigger.roles.get(flown)
        if not found and done_to is not None:
            own = self._by_its_owner(trigger)
            found = self._owner(done_to) or (self._maker(done_to) or self._of_whose(done_to) if own else [])
        if trigger.kind is EventKind.INSPECT and trigger.told is Modality.DENIED and "object" in trigger.roles:
            found += self._mean(trigger.roles["object"])  # "expelled the IAEA's inspectors"
        return found or self._by_its_words(verb, trigger)

    def _by_its_words(self, verb: Token, trigger: Trigger) -> list[str]:
        """Who acts where only what is done tells it: whose report it is, who may lift the sanctions, whose sanctions they are; "The
        treaty cleared the Senate".
        """
        found = self._mean(trigger.roles.get("authored") or trigger.roles.get("trailing"))
        if "authored" in trigger.roles and trigger.roles["authored"].pos_ == "PRON":
            bodies = self.matcher.prose.cast.scene.directory.organisations
            found = [actor for actor in found if actor in bodies]  # "its first report" is a mission's
        if trigger.kind in _IN_CHAMBERS:
            chambers = [one for one in trigger.roles.values() if self.matcher.fits(one, "chamber", verb)]
            found = [actor for one in chambers for actor in self._mean(one)]
        if not found and trigger.kind is EventKind.SANCTION and verb.dep_ == "acl":
            found = self._lifting(verb.head)
        by = trigger.roles.get("subject") or trigger.roles.get("with")  # "was hit with American sanctions"
        if not found and trigger.kind is EventKind.SANCTION and by is not None:
            found = self._of_noun(by, trigger.kind)
        return found

    def _owner(self, noun: Token) -> list[str]:
        """As in "its participation", "Russia's missiles", "the withdrawal of South Africa": whose it is, where nobody is told to act."""
        owner = first(children(noun, "poss"))
        if owner is not None:
            return [] if _any_state(owner) else list(self.matcher.actors(owner))
        of = self._own_of(noun)
        return list(self.matcher.actors_of(of)) if of is not None and self.matcher.names_state(of) else []

    def _of_whose(self, noun: Token) -> list[str]:
        """As in "the last portion of Russia's stockpile was destroyed": whose it is is told above the word that it is called by."""
        phrase = [above for above in ancestors(noun) if above.pos_ in ("NOUN", "ADP")][:4]
        owners = [owner for above in phrase if above.pos_ == "NOUN" for owner in children(above, "poss")]
        return [actor for owner in owners for actor in self.matcher.actors(owner)]

    def _lifting(self, sanctions: Token) -> list[str]:
        """As in "the council will not lift the sanctions imposed in 1990": who may lift them imposed them."""
        verb = sanctions.head
        may = sanctions.dep_ in ("dobj", "nsubjpass") and is_verb(verb) and lemma(verb) in _LIFTS
        return self._mean(doer(verb)) if may else []

    def _by_its_owner(self, trigger: Trigger) -> bool:
        """Whether it is done by whose thing it is; "sanctioned Russian banks" is not."""
        imposed = trigger.kind is not EventKind.SANCTION or self.matcher.fits(
            trigger.roles["object"], "sanctions", trigger.token
        )
        return trigger.kind in _BY_ITS_OWNER and imposed

    def _maker(self, noun: Token) -> list[str]:
        """As in "a North Korean missile fired on Tuesday", "UN resolution 2118, adopted last week": whose it is by its name."""
        told = children(noun, "amod", "compound", "nmod")
        named = [actor for child in told for actor in self.matcher.actors(child)]
        return named or list(self.matcher.owners(noun))

    def _of_noun(self, noun: Token, kind: EventKind) -> list[str]:
        return self._doer_behind(noun) or self._around_noun(noun, kind)

    def _doer_behind(self, noun: Token) -> list[str]:
        """As in "condemned the test that North Korea said it conducted": who did it stands in the clause behind the noun."""
        for clause in children(noun, "relcl"):
            for verb in (*children(clause, "ccomp"), clause):
                if lemma(verb) in CONDUCTING and not children(verb, "auxpass"):
                    own = doer(verb)
                    own = doer(clause) if own is None or own.pos_ == "PRON" else own
                    return self._mean(own)
        return []

    def _around_noun(self, noun: Token, kind: EventKind) -> list[str]:
        found, place = self._before_noun(noun, kind)
        owned = bool(found) and all(child.pos_ != "PRON" for child in children(noun, "poss"))
        found += self._mean(preposition(noun, "by"))
        found += self._partners(noun, kind)
        of = self._own_of(noun)
        if kind not in _OF_WHAT and of is not None and (self.matcher.names_state(of) or kind is EventKind.VOTE):
            found += self._mean(of)
        if kind is EventKind.VOTE:
            found += self._mean(preposition(noun, "in"))
        closed = kind in MEETING and (preposition(noun, "between") is not None or self._of_others(noun))
        closed = closed or (kind in MEETING and owned and len(set(found)) > 1 and not self._carried(noun))
        closed = closed or (kind in _ARTICLED and any(child.lower_ == "the" for child in noun.children))
        if not found and kind in _BY_ITS_OWNER and of is not None and not self._carried(noun):
            found = self._owner(of) or self._maker(of)
        if not found and noun.dep_ == "pobj" and noun.head.lower_ == "for" and self._reacted_to(noun, kind):
            found = (
                self._mean(direct_object(noun.head.head)) if is_verb(noun.head.head) else []
            )  # "condemned it for a launch"
        if not closed and (not found or kind in MEETING) and not self._reacted_to(noun, kind):
            found = self._governing(noun) + found
        if kind in MEETING and len(set(found)) == 1:
            found += self.company.addressed(noun) or self.company.visited(noun)
        found = found if len(set(found)) > 1 else place + found
        return found or (self._maker(noun) if kind in _BY_ITS_OWNER - {EventKind.SANCTION, EventKind.ADOPT} else [])

    def _partners(self, noun: Token, kind: EventKind) -> list[str]:
        """With whom it is done, for what is done together."""
        if kind in MEETING:
            return self.company.beside(noun, self._carried(noun))
        words = ("between", "with", "among") if kind in _TOGETHER or kind is EventKind.EXERCISE else ()
        return [actor for word in words for actor in self._mean(preposition(noun, word))]

    def _carried(self, noun: Token) -> bool:
        """As in "completed the deployment of the system": the subject does what the noun tells, whoever made the thing."""
        light = self.matcher.actions.file.light
        return noun.dep_ == "dobj" and lemma(noun.head) in light.neutral and lemma(noun.head) not in light.reacting

    def _reacted_to(self, noun: Token, kind: EventKind) -> bool:
        """As in "condemned the test", "protested over the launch", "The talks follow a summit": the subject reacts to what another did."""
        words, light, verb = self.matcher.actions.file.deeds, self.matcher.actions.file.light, noun.head
        if noun.dep_ in ("dobj", "nsubjpass"):
            reacting = light.reacting if kind in MEETING else (*light.reacting, *words.factive, *words.judging)
            return lemma(verb) in reacting
        if noun.dep_ == "nsubj" and kind is EventKind.TEST:
            return bool(verb.dep_ == "ccomp")  # "Oslo confirmed that the launch took place"
        if noun.dep_ != "pobj" or kind in MEETING:
            return False
        table = words.verbs if is_verb(verb.head) else words.nouns
        return verb.lower_ in _OVER or lemma(verb.head) in table.get(verb.lower_, ())

    def _before_noun(self, noun: Token, kind: EventKind) -> tuple[list[str], list[str]]:
        """Who is told before the noun, and apart from them the states that may only be where talks are about or held."""
        found: list[str] = body_of_talks(noun, self.matcher.prose, self.matcher.offset) if kind in MEETING else []
        place: list[str] = []
        shared = children(noun.head, "poss") if noun.dep_ == "conj" and not children(noun, "poss", "det") else []
        for child in [*children(noun, "poss", "compound", "amod", "nmod"), *shared]:
            if child.ent_type_ in ("DATE", "TIME"):
                continue  # "Monday's meeting"
            if kind in MEETING and child.dep_ == "compound" and child.ent_type_ == "GPE":
                place += [] if self.matcher.is_city(child) else self._mean(child)
            elif not self.matcher.fits(child, "summit", noun):
                found += [actor for side in sides_of_name(child) for actor in self._mean(side)]
        if kind in MEETING and noun.dep_ == "conj" and noun.head.pos_ == "PROPN" and children(noun, "poss"):
            found = list(self.matcher.actors(noun.head)) + found  # "Biden and Putin's summit"
        if lemma(noun) in _HELD_SOMEWHERE and len(place) == 1:
            place = []  # "the Singapore summit"
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
            who = subject(verb) if lemma(verb) in _ENGAGED else doer(verb)
            if who is not None and lemma(who) == "it" and noun.dep_ == "attr":
                return []  # "It is Monday's meeting with Putin that worries them"
            if (
                who is not None
                and who.i != noun.i
                and (verb.dep_ == "relcl" or noun.i not in {token.i for token in who.subtree})
            ):
                found = self._mean(who)
                if found or lemma(who) == "it" or verb.dep_ not in ("advcl", "ccomp"):
                    return found
            elif verb.dep_ not in ("advcl", "pcomp", "prep", "conj", "xcomp", "ccomp", "acl"):
                return []
        return []

    def _mean(self, token: Token | None) -> list[str]:
        """The actors that a phrase means, its coordinated parts included; "both sides" falls back on the two told last."""
        if token is None:
            return []
        if token.dep_ == "expl" or (
            token.pos_ == "PRON" and (_any_state(token) or of_unnamed_states(self.matcher, token))
        ):
            return []
        found: list[str] = list(the_state(self.matcher, token) or the_allies(self.matcher, token))
        for part in [] if found else only(self.matcher.listed(token)):
            found += self.matcher.actors(part)
        if not found or token.tag_ in ("NNS", "NNPS"):  # "Presidents Obama and Medvedev"
            named = [part for other in children(token, "appos") for part in joined(other)]
            found += [actor for part in named for actor in self.matcher.actors(part)]
        return (
            found
            or among(self.matcher, token)
            or (self.matcher.last_two(token) if both(token) else [])
            or self._led_by(token)
            or self._owner(token)
        )

    def _led_by(self, token: Token) -> list[str]:
        """As in "a delegation headed by Wendy Sherman", "a team led by Russian diplomats"."""
        led = [clause for clause in children(token, "acl") if lemma(clause) in ("head", "lead", "chair")]
        return [actor for clause in led for actor in self.matcher.actors_of(agent(clause))]

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


def _any_state(token: Token) -> bool:
    """As in "a state becomes a party thirty days after it has deposited …": no state in particular."""
    for above in ancestors(token):
        who = subject(above) if is_verb(above) else None
        if who is not None and lemma(who) in ("state", "party", "country", "member", "government"):
            return any(child.lower_ in ("a", "any", "each", "every") for child in who.children)
    return False
