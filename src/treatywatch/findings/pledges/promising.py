"""What counts as a pledge, and whose it is: said to be one, announced in a pledge's words, or an offer that was accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from treatywatch.findings.gathering import Findings
from treatywatch.findings.pledges.conditions import without_condition
from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import said_by
from treatywatch.language.sentences import split
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import StatementEntry, ToldStatement
from treatywatch.model.vocabulary import Stance

_ANNOUNCING = frozenset({Stance.ANNOUNCE, Stance.REPORT, Stance.ASSESS, Stance.REJECT})
_MENACING = frozenset({Stance.THREATEN, Stance.WARN, Stance.OTHER})
_DENIED = 5
"""Words before a promise in which it is denied ("denied that it had promised"); by eye."""
_OPENING = 45
"""Characters in which a content that is a noun says what is left off ("a one-year halt to …"); by eye."""
_FIRST = 9
"""Characters before a name that opens a promise ("that the …")."""
_AND = re.compile(
    r"(?:\s*(?:,\s*)?\band\s+|\s*,\s+(?=to\s))"
    r"(?=(?:also\s+|then\s+)?(to\s+|not\s+to\s+|never\s+to\s+|would\s+|will\s+)?(\w+))",
    re.IGNORECASE,
)
_LIST = re.compile(
    r",\s+(?:to\s+\w+\s|(?!(?:the|an?|its|his|her|their|which|who|whose|that|as|but|in|on|at|by|if|when|while|after|before|because|"
    r"according|\w+ing|\w+ed|said|says|he|she|it|they|and|or|so|then|also)\b)[a-z][\w-]*(?:\s+[a-z][\w-]*){0,4}?(?:,|\s+and)\s)",
)
"""How a list goes on that a reading cut at its first comma: `…, to let in inspectors and to ratify`, `…, missile launches and …`."""
_INFINITIVE = re.compile(r"(?:s|ing|ed|ion|ment|ance)$", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|to|with|from|near|for|by|of|on)\s+(?:the\s+)?$", re.IGNORECASE)


class Promising:
    """Finds the promises in statements, with one lexicon and one shelf."""

    def __init__(self, found: Findings, words: PledgeLexicon, sides: Sides) -> None:
        self.found, self.words, self.sides = found, words, sides

    def promised(self, entry: StatementEntry, on: date | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who promises in a statement, and the promises one by one; nothing where it is no pledge."""
        by, content = self.sides.of_entry(entry), entry.content + _cut_off(entry)
        if not by:
            by, content = self._told_of(entry)
        if not by or entry.statement.negated or self._is_unmade(entry):
            return (), ()
        if not self._pledges(entry, by, without_condition(entry, content), on):
            return (), ()
        return by, tuple(self._parts(content))

    def _is_unmade(self, entry: StatementEntry) -> bool:
        """Whether a promise is refused or denied in its own sentence: `refused to refrain`, `denied that it had promised`."""
        cue, told = entry.statement.cue, entry.members[0]
        if cue is None or told.statement != entry.statement:
            return False
        if self.words.words("refusing").match(cue.text):
            return True
        before = told.told.text[told.statement.evidence.start : cue.start].split()[-_DENIED:]
        return entry.statement.stance is Stance.PLEDGE and bool(self.words.words("denying").search(" ".join(before)))

    def _pledges(self, entry: StatementEntry, by: tuple[str, ...], content: str, on: date | None) -> bool:
        stance = entry.statement.stance
        if self._is_only_talk(content):
            return False
        if stance is Stance.PLEDGE or not self.sides.of_entry(entry):
            return not self._is_past(content) and not self._is_of_another(content, by)
        if stance is Stance.OFFER:
            said = any(self._accepts(each, entry, by, on) for each in self.found.statements)
            taken = said or any(self._is_told_accepted(told, by) for told in entry.members)
            return taken or (not self._is_offered(entry) and self._announces_own(entry, by, content))
        if stance is Stance.DENY:
            return self._announces(content, by, "intending")
        if stance in _MENACING:
            return self._forgoes(content, by)
        own = stance in _ANNOUNCING and not self._is_of_another(content, by)
        return own and self._announces_own(entry, by, content)

    def _forgoes(self, content: str, by: tuple[str, ...]) -> bool:
        """`Would halt all tests`, `will forswear the use of …`: what others fear is left off, however firmly it is said."""
        plain = self.sides.without_names(content)
        for told in self.words.words("going_on").finditer(content):
            left_off = self.words.words("restraint").match(plain[told.end() :].lstrip())
            acts = self.words.acts_in(plain[told.end() :]) if left_off else ()
            if acts and acts[0] in self.words.file.unfriendly and self._is_own(content[: told.start()], by):
                return not self._is_past(content) and not self.words.takes_back(content)
        never = self.words.words("renouncing").search(content)
        act = self.words.opening_act(plain[never.end() :]) if never else None
        own = never is not None and act in self.words.file.unfriendly and self._is_own(content[: never.start()], by)
        return own and not self._is_past(content) and not self._is_of_another(content, by)

    def _announces_own(self, entry: StatementEntry, by: tuple[str, ...], content: str) -> bool:
        announced = self._announces(content, by, "promising") or self._leaves_off(entry, by)
        return announced or self._undertakes(content, by) or self._forgoes(content, by)

    def _is_offered(self, entry: StatementEntry) -> bool:
        """Whether something is offered in so many words, or put as a question of readiness."""
        cue = entry.statement.cue.text if entry.statement.cue else ""
        return bool(self.words.words("offering").search(f"{cue} {entry.content}"))

    def _is_only_talk(self, content: str) -> bool:
        """Whether what is to come is only to be spoken of, or striven for: `would discuss the reduction of …`."""
        to_come = self.words.words("going_on").search(content)
        opening = to_come.end() if to_come else (3 if content.startswith("to ") else None)
        if opening is None or self.words.words("talking").match(content[opening:].lstrip()) is None:
            return False
        return re.search(r"\b(?:and|but)\s+(?:would|will|to|not)\s", content[opening:]) is None

    def _is_past(self, content: str) -> bool:
        """`Has always abided by its moratorium`, `could begin to extend it`: praised for what was done, or only thought of."""
        so_far = self.words.words("so_far").search(content)
        if so_far is not None:
            return self.words.words("going_on").search(content, so_far.end()) is None
        perhaps = next((one for one in self.words.words("perhaps").finditer(content) if one.group() != "May"), None)
        acts = self.words.acts_in(content[: perhaps.start()]) if perhaps else ()
        return perhaps is not None and not acts and not self.words.words("restraint").search(content[: perhaps.start()])

    def _is_of_another(self, content: str, by: tuple[str, ...]) -> bool:
        """Whether the content opens with what another side will do: nobody pledges another's deeds."""
        opening = next((side for mention, side in self.sides.mentions(content) if mention.start <= _FIRST), None)
        return opening is not None and opening not in by

    def _announces(self, content: str, by: tuple[str, ...], name: str) -> bool:
        """`Said that Russia would not deploy such missiles`: the speaker's own omission of a known act, told as to come."""
        told = self.words.words(name).search(content)
        if not told or self._is_past(content) or self.words.takes_back(content):
            return False
        rest = re.sub(r"^\s*(?:to|of)\s+", "", content[told.end() :]).lstrip()
        if self.words.words("unpromising").match(rest):
            return False
        acts = self.words.acts_in(self.sides.without_names(content[told.start() :]))
        leading = [side for _, side in self.sides.mentions(content[: told.start()])]
        return bool(acts) and (not leading or leading[-1] in by)

    def _leaves_off(self, entry: StatementEntry, by: tuple[str, ...]) -> bool:
        """`Announced a one-year halt to nuclear tests`, `that it was halting the deployment`: an act that others fear is left off."""
        content = entry.content
        told = self.words.words("restraint").search(content[:_OPENING])
        if entry.statement.stance is not Stance.ANNOUNCE or not told:
            return False
        if self._is_past(content) or self.words.takes_back(content):
            return False
        acts = self.words.acts_in(self.sides.without_names(content[told.end() :]))
        return self._is_own(content[: told.start()], by) and bool(acts) and acts[0] in self.words.file.unfriendly

    def _undertakes(self, content: str, by: tuple[str, ...]) -> bool:
        """`Will destroy its shells`, `would go on observing the limits`: the speaker's own deed that others ask for, told as to come."""
        if self._is_past(content) or self.words.takes_back(content):
            return False
        plain = self.sides.without_names(content)
        told = self.words.words("going_on").finditer(content)
        friendly = self.words.file.friendly
        return any(
            self.words.opening_act(plain[one.end() :]) in friendly and self._is_own(content[: one.start()], by)
            for one in told
        )

    def _is_own(self, before: str, by: tuple[str, ...]) -> bool:
        """Whether the words before a verb name nobody but the speaker's side as who does it."""
        named = [side for mention, side in self.sides.mentions(before) if not _placed(before, mention)]
        return not named or named[-1] in by

    def _told_of(self, entry: StatementEntry) -> tuple[tuple[str, ...], str]:
        """Of a speaker whose side is not known: who is told to promise in what is said, or to do it, and the promise."""
        content = entry.content
        vowed = self.words.words("vowing").search(content)
        if vowed is not None:
            rest = content[vowed.end() :]
            doing = [side for mention, side in self.sides.mentions(rest) if mention.start <= _FIRST]
            before = [
                side for mention, side in self.sides.mentions(content[: vowed.start()]) if not _placed(content, mention)
            ]
            if rest.strip() and (doing or before):
                return tuple((doing or before[-1:])[:1]), rest
        if entry.statement.speaker is None or entry.statement.stance is not Stance.PLEDGE:
            return (), content
        named = [side for mention, side in self.sides.mentions(content) if mention.start <= _FIRST]
        return tuple(named[:1]), content

    def _parts(self, content: str) -> Iterator[str]:
        """The promises that a content joins by `and`: each opens with a known act."""
        start = 0
        for match in _AND.finditer(content):
            rest = content[match.end() :]
            marked, verb = match[1], match[2]
            act = self.words.opening_act(rest)
            if act is None or (marked is None and _INFINITIVE.search(verb)):
                continue
            if marked is None and self.words.words("negation").search(content[start : match.start()]):
                continue
            if self.words.acts_in(content[start : match.start()]) and not self.words.ends_with_act(
                content[: match.start()]
            ):
                yield content[start : match.start()]
                start = match.end()
        yield content[start:]

    def _accepts(self, each: StatementEntry, offer: StatementEntry, by: tuple[str, ...], on: date | None) -> bool:
        """Whether another side accepts an offer: in words of acceptance, later or in the same report."""
        who, day, made = self.sides.of_entry(each), said_by(each), said_by(offer)
        if not who or set(who) & set(by) or (on and day and day > on) or (day and made and day < made):
            return False
        cue = each.statement.cue.text if each.statement.cue else ""
        text = f"{cue} {each.content}"
        if each.statement.negated or self.words.words("unaccepted").search(text):
            return False
        named = set(self.sides.named(each.statement.targets)) | {side for _, side in self.sides.mentions(each.content)}
        near = bool(set(each.reports) & set(offer.reports)) or bool(named & set(by))
        return near and bool(self.words.words("acceptance").search(text))

    def _is_told_accepted(self, offer: ToldStatement, by: tuple[str, ...]) -> bool:
        """Whether the report that tells an offer tells in its own voice that another side took it."""
        for sentence in split(offer.told.text):
            if sentence.start < offer.statement.evidence.end:
                continue
            text = offer.told.text[sentence.start : sentence.end]
            taken = self.words.words("acceptance").search(text)
            if (
                taken is None
                or self.words.words("unaccepted").search(text)
                or self.words.words("not_yet").search(text[: taken.end()])
            ):
                continue
            named = [side for _, side in self.sides.mentions(text[: taken.start()])]
            if named and named[0] not in by and self.words.words("offers").search(text[taken.end() :]):
                return True
        return False


def _cut_off(entry: StatementEntry) -> str:
    """What is left of the sentence where a list that a promise tells was cut at its first comma."""
    told = next((one for one in entry.members if one.statement == entry.statement), entry.members[0])
    end = max((span.end for span in told.statement.content), default=0)
    tail = told.told.text[end : max(end, told.statement.evidence.end)]
    cut = entry.statement.stance is Stance.PLEDGE and entry.content.startswith("to ") and _LIST.match(tail)
    return tail.rstrip(" .") if cut else ""


def _placed(content: str, mention: Mention) -> bool:
    return _PLACE.search(content[: mention.start]) is not None
