"""What a clause says about its verb: tense and auxiliaries, negation, conditions, doubt. Nothing here knows the lexicon."""

from __future__ import annotations

import re

from treatywatch.events.tenses import tense_mood
from treatywatch.events.trees import Token, ancestors, chain_verb, children, first, is_verb, lemma
from treatywatch.model.vocabulary import Modality

_PROVIDED = frozenset({"provided", "providing", "supposing", "assuming"})
_CONDITIONS = ("if", "unless", "until", "provided", "providing", "once")
_SAID = frozenset(
    (
        "say",
        "announce",
        "declare",
        "tell",
        "add",
        "confirm",
        "decide",
        "pledge",
        "state",
        "note",
        "insist",
        "vow",
        "predict",
        "forecast",
        "expect",
        "indicate",
        "signal",
        "report",
        "inform",
        "assure",
        "reiterate",
        "reveal",
        "disclose",
        "write",
        "explain",
        "promise",
    )
)
"""Verbs under which "would" is a plan told afterwards ("said it would leave")."""
_MERE_SIGNS = frozenset({"sign", "evidence", "indication", "hint", "likelihood", "chance", "hope", "prospect"})


def has_condition(verb: Token, words: tuple[str, ...] = ("if", "unless")) -> bool:
    """Whether a conditional clause hangs on the verb."""
    return condition_clause(verb, words) is not None


def condition_clause(verb: Token, words: tuple[str, ...] = ()) -> Token | None:
    """The head of the conditional clause that hangs on the verb, if any."""
    wanted = words or _CONDITIONS
    for clause in children(verb, "advcl", "prep"):
        marks = [child for child in clause.children if child.dep_ in ("mark", "advmod") and child.lower_ in wanted]
        if marks:
            return clause
    return _inverted_clause(verb) if "if" in wanted else None


def _inverted_clause(verb: Token) -> Token | None:
    """As in "would negotiate, should Washington lift the sanctions": the clause, which the parser may hang on "said"."""
    beside = children(verb.head, "ccomp") if verb.dep_ == "ccomp" else []
    clauses = [*children(verb, "advcl", "ccomp"), *beside]
    return first([clause for clause in clauses if clause.i > verb.i and _inverted(clause)])


def condition_mark(verb: Token) -> str | None:
    """As in "if" or "unless" where the verb stands in such a clause itself, "whether" where the clause asks; else None."""
    if _inverted(verb):
        return "if"
    for token in (verb, *ancestors(verb)):
        if token.i == verb.i or token.dep_ in ("advcl", "ccomp", "pcomp"):
            marks = [child.lower_ for child in token.children if child.dep_ in ("mark", "advmod")]
            found = next((mark for mark in marks if mark in ("if", "unless", "whether")), None)
            if found:
                return str(found)
        if token.dep_ in ("ROOT", "ccomp", "relcl", "acl", "advcl"):
            return "if" if token.dep_ == "ccomp" and token.head.lower_ in _PROVIDED else None
    return None


def _inverted(verb: Token) -> bool:
    """As in "Had Russia destroyed the missiles, …": the auxiliary before the subject is a condition, or a question."""
    who = first(children(verb, "nsubj", "nsubjpass"))
    return who is not None and any(
        child.dep_ in ("aux", "auxpass") and child.i < who.i and child.lower_ in ("had", "should", "were")
        for child in verb.children
    )


def mere_sign(verb: Token) -> bool:
    """As in "no sign of Russia returning to compliance": a sign of an act is no act."""
    for above in list(ancestors(verb))[:5]:
        if above.pos_ == "NOUN" and lemma(above) in _MERE_SIGNS:
            return True
        if above.dep_ in ("ROOT", "ccomp", "relcl", "advcl"):
            return False
    return False


def wished_modal(verb: Token) -> bool:
    """As in "should leave", "must destroy": what ought to be is no event."""
    shares = verb.tag_ == "VB" and not children(verb, "nsubj", "nsubjpass")  # not "can reach it, and they fired one"
    return any(
        child.dep_ == "aux" and child.lower_ in ("should", "must", "ought", "can")
        for token in ((verb, chain_verb(verb)) if shares else (verb,))
        for child in token.children
    )


def counterfactual(verb: Token) -> bool:
    """As in "the treaty would have run out on Friday": what did not come about."""
    words = {child.lower_ for child in children(verb, "aux")}
    return "have" in words and bool(words & {"would", "could", "should", "might", "'d", "’d"})


def subjunctive(verb: Token) -> bool:
    """As in "with the proviso that no papers be exchanged", "on condition that it be ratified": what is asked for."""
    be = any(child.dep_ == "auxpass" and child.lower_ == "be" for child in verb.children)
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    return be and that and not any(child.dep_ == "aux" for child in verb.children)


def as_a_rule(verb: Token) -> bool:
    """As in "a protocol under which the agency conducts inspections": what is done again and again, by right."""
    present = verb.tag_ in ("VBZ", "VBP") and not children(verb, "aux", "auxpass")
    preps = [
        child for child in children(verb, "prep") if child.lower_ in ("under", "by", "through") and child.i < verb.i
    ]
    return present and verb.dep_ == "relcl" and any(c.tag_ == "WDT" for prep in preps for c in children(prep, "pobj"))


def able_if(verb: Token) -> bool:
    """As in "if the balance is upset, we can leave it"."""
    can = any(child.dep_ == "aux" and child.lower_ == "can" for child in verb.children)
    return can and has_condition(verb, ("if", "unless", "should"))


def gerund_noun(verb: Token) -> bool:
    """As in "Quitting the pact would be a mistake": an act only spoken of."""
    alone = verb.tag_ == "VBG" and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    colon = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ":"
    return alone and (verb.dep_ in ("csubj", "nsubj", "appos", "attr", "dep", "ROOT") or colon)


def backshifted(verb: Token) -> bool:
    """As in "said it would leave": a plan told afterwards."""
    top = chain_verb(verb)
    words = {child.lower_ for token in (verb, top) for child in token.children if child.dep_ == "aux"}
    if "would" not in words or has_condition(verb, ("if", "unless")):
        return False
    return (top.dep_ == "ccomp" and (lemma(top.head) in _SAID or warned(top))) or (
        top.dep_ in ("acl", "relcl", "conj") and "would" in words
    )


def warned(verb: Token) -> bool:
    """As in "warned it would deploy": the warner's own act is a threat."""
    top = chain_verb(verb)
    if top.dep_ != "ccomp" or lemma(top.head) not in ("warn", "threaten"):
        return False
    own = first(children(top, "nsubj"))
    return own is not None and own.lower_ in ("it", "he", "she", "they", "we", "i")


def announced_as_plan(verb: Token) -> bool:
    """As in "announced that it was giving up its weapons"."""
    return verb.dep_ == "ccomp" and lemma(verb.head) in ("announce", "declare") and verb.head.tag_ in ("VBD", "VBN")


def questioned(verb: Token) -> bool:
    """Whether the act stands beneath a doubt ("questioned whether", "doubts that", "alleged")."""
    return any(lemma(above) in ("doubt", "question", "dispute") for above in ancestors(verb))


_WAITING = frozenset({"until", "till", "once", "after", "when", "unless", "before"})
_RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "newest", "youngest", "only", "next"}
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|[a-z-]+(?:ieth|enth|ghth|inth|elfth)")


def goes_on(verb: Token) -> bool:
    """As in "went on to ratify it"."""
    return lemma(verb) == "go" and any(
        child.lower_ == "on" and child.dep_ in ("prt", "prep") for child in verb.children
    )


def still_to_come(verb: Token, marks: set[str]) -> bool:
    """As in "will not be exchanged until the chamber has approved it", "takes effect once notice has been given"."""
    if verb.dep_ != "advcl" or not marks & _WAITING or not is_verb(verb.head):
        return False
    words = {child.lower_ for child in children(verb, "aux", "auxpass")}
    above = tense_mood(verb.head)
    ahead = above in (Modality.PLANNED, Modality.HYPOTHETICAL) or verb.head.tag_ in ("VBZ", "VBP")
    return bool(words & {"has", "have", "is", "are"}) and ahead


def ranked(verb: Token) -> Token | None:
    """As in "became the first country to leave": the verb whose mood the infinitive has."""
    noun = verb.head
    if verb.dep_ in ("xcomp", "advcl") and lemma(verb.head) in ("be", "become"):
        noun = first(children(verb.head, "attr")) or verb
    elif verb.dep_ not in ("acl", "relcl") or noun.dep_ not in ("attr", "nsubj") or not is_verb(noun.head):
        return None
    elif noun.dep_ == "nsubj" and (lemma(noun.head) != "be" or not children(noun.head, "attr")):
        return None  # "The two countries to vote against it were Russia and China"
    ranks = (noun, *noun.children)
    if not any(word.lower_ in _RANKS or _ORDINAL.fullmatch(word.lower_) or word.dep_ == "nummod" for word in ranks):
        return None
    return noun.head if any(child.lower_ == "to" for child in verb.children) else None


def foretold(verb: Token) -> bool:
    """Whether it is told as to come, or as what could come under a condition ("could leave if …")."""
    clauses = [clause for token in (verb, chain_verb(verb)) for clause in children(token, "advcl")]
    supposed = any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for a in clauses for c in a.children)
    modals = ("will", "would", "'ll", "could", "may", "might") if supposed else ("will", "would", "'ll")
    return any(child.lower_ in modals for token in (verb, chain_verb(verb)) for child in token.children)


_IN_EFFECT = frozenset({"effect", "effective", "force", "final", "official", "definitive"})


def takes_effect(verb: Token) -> bool:
    """As in "takes effect", "becomes effective", "comes into force", "became final", "was completed"."""
    if lemma(verb) in ("complete", "finalise", "finalize", "formalise", "formalize"):
        return any(child.dep_ == "auxpass" for child in verb.children)
    words = {child.lower_ for child in verb.children} | {
        deep.lower_ for prep in children(verb, "prep") for deep in prep.children
    }
    return lemma(verb) in ("take", "become", "come", "enter", "go", "be") and bool(words & _IN_EFFECT)


def dated_noun(noun: Token) -> bool:
    """As in "the May 12 deadline", "May 12 is the deadline"."""
    before = [*children(noun, "compound", "nummod", "nmod", "amod", "poss"), *children(noun.head, "nsubj")]
    return any(token.ent_type_ == "DATE" for token in before)


def effect_of(verb: Token) -> Token | None:
    """As in "its decision to withdraw will come into force on Friday": the verb by which what is decided takes effect."""
    noun = verb.head
    infinitive = any(child.lower_ == "to" for child in children(verb, "aux"))
    if not infinitive or verb.dep_ not in ("acl", "relcl") or noun.dep_ != "nsubj" or not is_verb(noun.head):
        return None
    return noun.head if takes_effect(noun.head) else None


def looked_forward_to(verb: Token) -> bool:
    """As in "look forward to seeing it enter into force"."""
    above = verb.head.head
    return verb.dep_ == "pcomp" and any(child.lower_ == "forward" for child in (*above.children, verb.head))


def in_order(governor: Token) -> bool:
    """As in "in order to pass it"."""
    return bool(governor.lower_ == "order" and governor.dep_ == "pobj" and governor.head.lower_ == "in")


def rules_out(governor: Token) -> bool:
    """As in "ruled out signing it", where "rule" alone is what a court does."""
    return lemma(governor) == "rule" and any(child.lower_ == "out" for child in children(governor, "prt", "advmod"))


def of_such_as(verb: Token) -> bool:
    """As in "Countries which have signed the treaty agree to …": whoever does so is meant, no act of anybody."""
    noun = verb.head
    told = any(child.dep_ in ("det", "nummod", "poss", "amod", "compound") for child in noun.children)
    return verb.dep_ == "relcl" and noun.tag_ == "NNS" and noun.i < verb.i and not told


def of_rules(verb: Token) -> bool:
    """As in "States ratify it by depositing …": what is done as a rule, in the bare present."""
    return verb.tag_ in ("VBP", "VBZ") and not children(verb, "aux", "auxpass")


def shares_day(trigger: Token, above: Token) -> bool:
    """Whether a coordinated or controlled verb has no subject of its own, and so shares the day of the one above.

    What has been done since is not of that day ("was amended in 1999 and has been ratified by four").
    """
    if children(trigger, "nsubj", "nsubjpass") or above.i >= trigger.i + 60:
        return False
    return _perfect(above) or not (_perfect(trigger) and above.tag_ in ("VBD", "VBN"))


def _perfect(verb: Token) -> bool:
    return any(aux.lower_ in ("has", "have") for aux in children(verb, "aux"))
