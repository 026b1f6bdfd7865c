"""Words by which the mood of an act is told, beside those that the lexicon lists: what a clause or an infinitive hangs on."""

from __future__ import annotations

DOUBTING = frozenset({"doubt", "wonder"})
"""What is doubted as done is questioned, not skipped."""
WHATEVER = frozenset({"whatever", "whichever", "whoever", "whenever"})
GOING = frozenset({"travel", "fly", "go", "head", "arrive", "come", "return", "visit", "sit", "gather"})
COMING_TOGETHER = frozenset(
    {"meet", "gather", "convene", "assemble", "notify", "line", "queue", "flock", "file", "troop", "stream"}
)
CROSSING = frozenset({"cross", "break", "join", "unite", "rally", "defy", "band"})
VOTING = frozenset({"vote", "approve", "back", "defeat", "reject", "ratify", "pass"})
STEPS = frozenset({"step", "move", "action", "measure", "effort", "attempt"})
"""What is taken or made towards an act: not taken, the act is not done."""
BILLS = frozenset({"bill", "law", "legislation", "motion", "draft", "decree", "resolution", "plan"})
DRAFTING = frozenset({"prepare", "draft", "draw", "introduce", "table", "submit", "write", "debate"})
SENT = frozenset({"stay", "remain", "return", "arrive", "send", "dispatch", "travel", "fly"})
INFINITIVES = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "dobj", "pobj", "relcl"})
MEANS = frozenset({"by", "through", "with", "in"})
BARE_PLANS = frozenset({"planned", "hypothetical", "threatened"})
UNDER_WAY = frozenset({"process", "midst", "course", "middle", "act"})
OF_NOUNS = frozenset({"planned", "denied", "threatened"})
"""What nouns before "of leaving" or "to leave" make of the act: plans, refusals, threats."""
MEANING = frozenset({"mean", "imply", "signify", "entail"})
TREATIES = frozenset({"treaty", "pact", "convention", "accord", "protocol"})
"""What is for something to be done, and does nothing itself."""
CHECKING = frozenset({"verify", "certify", "ensure", "check", "determine", "prove", "guarantee"})
INSISTING = frozenset({"insist", "demand", "propose", "suggest", "recommend", "ask", "request", "urge", "require"})
SEEMING = frozenset(
    {
        "appear",
        "seem",
        "believe",
        "think",
        "report",
        "say",
        "suspect",
        "know",
        "allege",
        "understand",
        "claim",
        "estimate",
    }
)
"""Verbs that tell with "to have" what is held to have been done."""
DUE = frozenset({"be", "due", "schedule", "suppose", "mean", "slate"})
"""Words that with "to have" tell what was to be done and was not."""
OTHERWISE = frozenset({"otherwise", "else"})
"""Adverbs that make a plan hang on what was told before ("Otherwise it will leave")."""
DENYING = frozenset({"deny", "refute", "denial"})
"""Words that deny a clause; others ("fail", "refuse") take none."""
TRYING = frozenset({"seek", "try", "attempt"})
FORBIDDING = frozenset({"warn", "warning", "caution", "order", "plea", "instruction", "threat"})
SEEING = frozenset({"see", "watch", "hear", "witness"})
MEETING = frozenset({"meet", "talk", "confer", "negotiate", "discuss", "consult"})
LENDING = frozenset({"advcl", "pcomp", "acl", "conj", "relcl", "xcomp"})
