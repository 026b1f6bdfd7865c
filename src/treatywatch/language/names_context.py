"""What the words around a name say about it: a place, part of another name, or one of several readings."""

from __future__ import annotations

import re

from treatywatch.language.names_folding import words

_NAMED_AFTER = re.compile(
    r"\s(?:Action Plan|Plan of Action|Principles|Guidelines|Communiqu[eé]|Process|Format|"
    r"Treaty|Treaties|Post|Times|Examiner|Agreements?|Charter|Documents?|Conventions?|Final Act|Memorandum|Protocols?|Wall|"
    r"Club|Declaration|Accords?|Air Show|(?:State )?(?:Institute|University)|Review|Tribune|Herald|Monument|Dulles|Oblast|Stock|"
    r"Marathon|Olympics?|Convention|Center for|Capitals|Nationals|Redskins|Castle|Bridge|Philharmonic|Opera|Zoo|Airport|Hilton|Dynamo)\b"
)
"""A capital before these is part of another name ("Washington Treaty", "Vienna Document", "Moscow Times")."""

_NAMED_BEFORE = re.compile(
    r"\b(?:Charter|Treaty|Pact|Peace|Club|Convention|Declaration|Protocol|Congress|Battle|Siege|Archbishop|Bishop|Mayor|University|Sea|Gulf|Bay|Straits?)\sof\s$"
)
"""A capital after these is part of another name ("the Charter of Paris")."""

_STATE_OF_THE_UNION = re.compile(r"(?:,?\s(?:state\b|D\.?C\.?))")
_GIVEN_NAMES = re.compile(r"\b(?:George|Denzel|Booker T\.|Kerry|Michael|Jim|Vernon|Paris|Irving)\s$")
_CONTINENT = re.compile(r"\b(?:South|Latin|North|Central|Native|African|Bank of|Captain)\s$")
_PLACE_BEFORE = re.compile(
    r"\b(?i:in|at|near|outside|around|across|over|leave|left|leaving|via)\s(?:(?:downtown|central|nearby|neighbouring|southern|northern)\s)?"
    r"(?:(?!(?:Jan|Feb|March|April|May\b|June|July|Aug|Sept|Oct|Nov|Dec)[a-z.]*\s)[A-Z][\w.]+(?:,\s|\sand\s|\sor\s)){0,3}$"
)
_TRUST_BEFORE = re.compile(
    r"\b(?:trust|confidence|faith|interest|concern|hope|alarm|fears?|anger|officials?|policymakers|leaders|lawmakers|"
    r"legislators|politicians|authorities|regime|rulers|leadership|government|administration|ministers|generals|hawks|hard-?liners|"
    r"strategists|parliament|ministry|military)\sin\s$",
    re.I,
)
_JOURNEY = re.compile(
    r"\b(?:visit|visits|visited|visiting|trip|trips|flew|fly|flies|flying|flight|travel\w*|arriv\w+|went|gone|go|going|return\w*|came|come|tour|summit|"
    r"meeting|talks|conference|headquarters|back|way|road|route|train|plane|bound|drove|drive|driving|rode|headed|heading|sailed|moved|journey\w*)\s"
    r"(?:(?:back|home|from|via|and|[A-Z][\w.]+,?)\s){0,4}(?:to|in|into|at|for|from)\s(?:[A-Z][\w.]+(?:,\s|\sand\s)){0,2}$"
)
_SITE_BEFORE = re.compile(
    r"\b(?:(?:north|south|east|west|kilomet\w+|miles?|km|outskirts|suburbs?|centre|center|heart|streets?|city|airport|port|capital)\s"
    r"(?:of|from)|through)\s$"
)
"""A direction, a distance or a part of a town before its name ("12 miles north of Moscow")."""

_SITE_AFTER = re.compile(
    r"(?:['’]s)?\s(?:[a-z]+\s)?(?:residents?|suburbs?|airports?|metro|subway|apartments?|flats?|hotels?|streets?|hospitals?|mayor|theat(?:re|er)s?|museums?|"
    r"stadium|restaurants?|caf[eé]s?|bureau|correspondents?|skyline|neighbou?rhoods?|taxi|prison|university|summit|conference|round|weather|"
    r"traffic|bookshop|bookstore|cathedral|housewife|pensioner|schools?|shops?|station)\b"
)
"""What a town has, and what is held in one ("Kyiv's metro", "the Hanoi summit")."""

_OWNER_AFTER = re.compile(r"['’]s\s(?!(?:[a-z]+\s)?(?:cent(?:re|er)s?|districts?|squares?|port|outskirts)\b)[a-z]")
"""A government that owns an act or a thing ("anger over Moscow's decision")."""

_VENUE_AFTER = re.compile(r"\s(?:talks|meetings?|negotiations|process|consultations|gathering|forum|session)\b")
_DETERMINED = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Tt]his|[Tt]hose|[Tt]hese|last|next|recent|latest|failed|['’]s)\s(?:[a-z]+\s)?$"
)
_SEAT_BEFORE = re.compile(
    r"\b(?:outside|near|around|behind|left|leaving|entered|entering|opposite)\s(?:of\s)?(?:[Tt]he\s)?$"
)
_SEAT_HOSTS = re.compile(
    r"\b(?:met|meet|meeting|meetings|ceremony|signed|dinner|lunch|reception|received|arrived|talks|hosted|appeared|appearance|spoke|speaking|gathered)\s"
    r"(?:\w+\s){0,4}?(?:at|in)\s(?:[Tt]he\s)?$"
)
_SEAT_AFTER = re.compile(
    r"(?:['’]s)?\s(?:[A-Z][\w.'’]*\s|[a-z]+\s){0,2}?(?:walls?|halls?|Halls?|palace|Palace|towers?|Tower|grounds|lawn|gates?|"
    r"[Gg]arden|briefing room|car park|parking lot|cathedral|steps|driveway|roof|fence|doors?)\b"
)
"""Parts of a palace or an office building ("the Kremlin wall"): then it is no government."""

_DATELINE_AFTER = re.compile(r"(?:/[A-Z]+)?\s*(?:,[^\n.]{0,40})?(?:\([\w /.-]{2,24}\))?\s*(?:--|[-–—:])\s")
_BASED = re.compile(r"[-–‑ ]based\b")
_CITY_OF_GEORGIA = re.compile(r"\b(?!Tbilisi|Batumi|Sukhumi|Gori|Poti)[A-Z][a-z]+,\s$")

_SURNAME_AFTER = re.compile(r"\s([A-Z][a-z]+)\b")
_AFTER_OUTLETS = words(
    """News Agency Agencies Television Radio Online World English Times Post Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January
    February March April May June July August September October November December Magazine Daily
    Weekly International Network Service"""
)


def opens_a_name(text: str, start: int, end: int) -> bool:
    """Whether an outlet at `[start, end)` only opens another name ("Tasnim Aslam", "the National Security Council")."""
    following = _SURNAME_AFTER.match(text, end)
    if following is None or following.group(1) in _AFTER_OUTLETS:
        return False
    found = text[start:end]
    article, _, word = found.rpartition(" ")
    return article in ("", "the", "The") and not word.isupper()


_PAPER_AFTER = re.compile(
    r"\s(?:newspapers?|daily|website|magazine|said|says|reported|reports|wrote|writes|quoted|quotes|has|had|is|was|in|on|and|also|that|which)\b"
)


def goes_on(text: str, end: int) -> bool:
    """Whether a noun follows what a paper is called by too ("The Australian government")."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha() and not _PAPER_AFTER.match(text, end)


_WEAPON_WORDS = re.compile(
    r"\b(?:missiles?|rockets?|weapons?|launchers?|interceptors?|batter(?:y|ies)|radars?|warheads?|systems?|range|INF|treaty|torpedo|arsenal|nuclear|"
    r"ballistic|cruise|deploy\w*|fir(?:ed|es|ing)|launch(?:ed|es|ing)|ICBMs?|bombers?|hypersonic)\b",
    re.I,
)


_OF_ANOTHER_BEFORE = re.compile(r"\b(?:[A-Z]\w*(?:['’]s?)?(?<!day)|[Pp]arty|[Ww]orld)\s$")
_OF_ANOTHER_AFTER = re.compile(r"\s(?:of\b|[Pp]arty|leaders?\b|president\b|workers|MPs?\b|government)|-(?:led|ruled)")
"""Around a congress that is none of lawmakers, or a party ("the National People's Congress", "the Congress party")."""


_MEMBERS_AFTER = re.compile(r"\s(?:Part(?:y|ies)|Signator(?:y|ies)|Members?)\b", re.I)
"""As in "the Conference of the States Parties"."""


_OF_OTHERS = re.compile(r"\s(?:of|between|among|with)\b")


def part_of_another_name(text: str, start: int, end: int, name: str) -> bool:
    """Whether an actor's name or metonym at `[start, end)` belongs to another name ("Washington Post", "South America")."""
    after, before = text[end : end + 24], text[max(0, start - 24) : start]
    if _NAMED_AFTER.match(after) or _NAMED_BEFORE.search(before):
        return True
    if name.startswith("America") and _CONTINENT.search(before):
        return True
    if name in ("Congress", "the Congress") and (_OF_ANOTHER_BEFORE.search(before) or _OF_ANOTHER_AFTER.match(after)):
        return True
    if name.lower() == "the alliance" and _OF_OTHERS.match(after):
        return True
    if name == "the States" and _MEMBERS_AFTER.match(after):
        return True
    return _of_a_region(text, name, before, after) or _of_a_person(name, before, after)


def _of_a_region(text: str, name: str, before: str, after: str) -> bool:
    """Whether a name is a direction, a region or a realm that is no more ("the North African kingdom", "the former Soviet republic")."""
    if name.lower() in ("the north", "the south"):
        return bool(_REGION_AFTER.match(after)) or (name.lower() == "the south" and "Korea" not in text)
    if name == "Georgia":
        return bool(_CITY_OF_GEORGIA.search(before))
    return name == "Soviet" and bool(_ONCE_BEFORE.search(before) and _REALM_AFTER.match(after))


def _of_a_person(name: str, before: str, after: str) -> bool:
    if name not in ("Washington", "Georgia", "Jordan", "Chad"):
        return False
    return bool(_GIVEN_NAMES.search(before) or (name == "Washington" and _STATE_OF_THE_UNION.match(after)))


_REGION_AFTER = re.compile(r"[ -](?!Korea)[A-Z]")
_ONCE_BEFORE = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Pp]ost|[Oo]ne-?time|[Oo]nce)[ -]$")
_REALM_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:republics?|states?|nations?|countr(?:y|ies)|bloc|space|territor(?:y|ies)|lands?|neighbou?rs?|regions?)\b"
)
"""What was part of a state that is no more ("the former Soviet republic")."""


_OWNER = re.compile(r"(?:[\w.]['’]s?|\b[A-Z]\w+(?:i|an|ish|ese|ch|sh))\s$")


def owned(text: str, start: int, name: str) -> bool:
    """Whether a name of several words at `start` is that of the owner told before it ("Turkey's National Security Council")."""
    return " " in name and bool(_OWNER.search(text[max(0, start - 30) : start]))


def told_as_place(text: str, start: int, end: int) -> bool:
    """Whether a capital at `[start, end)` is a place ("talks in Moscow", "flew to Washington", a dateline) and no government."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    if _BASED.match(after) or _JOURNEY.search(before) or _SITE_BEFORE.search(before) or _SITE_AFTER.match(after):
        return True
    if _VENUE_AFTER.match(after) and _DETERMINED.search(before):
        return True
    if _PLACE_BEFORE.search(before):
        return not (_TRUST_BEFORE.search(before) or _OWNER_AFTER.match(after))
    line = text[text.rfind("\n", 0, start) + 1 : end]
    return line.isupper() and len(line) < 40 and bool(_DATELINE_AFTER.match(after))


def told_as_building(text: str, start: int, end: int) -> bool:
    """Whether a seat of government at `[start, end)` is the building ("met at the White House", "the Kremlin wall") and no government."""
    before = text[max(0, start - 60) : start]
    return bool(_SEAT_BEFORE.search(before) or _SEAT_HOSTS.search(before) or _SEAT_AFTER.match(text[end : end + 60]))


def near_weapon(text: str, start: int, end: int) -> bool:
    """Whether words of weapons stand close to `[start, end)`."""
    return bool(_WEAPON_WORDS.search(text, max(0, start - 120), min(len(text), end + 120)))


_US_BEFORE = frozenset({"LET", "TELL", "GIVE", "JOIN", "MAKE", "HELP", "ASK", "LETS"})


def pronoun_in_capitals(text: str, start: int, found: str) -> bool:
    """Whether "US" in a line all in capitals is the pronoun ("LET US TALK")."""
    words = text[max(0, start - 12) : start].split()
    return found == "US" and bool(words) and words[-1] in _US_BEFORE


NAME_OPENERS = words(
    """mr mrs ms dr gen general president prime minister secretary senator sen rep ambassador admiral adm marshal colonel
    chancellor premier comrade king queen prince director chairman chairwoman chair leader chief boss envoy spokesman
    spokeswoman spokesperson adviser monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december but and when while as if after before because since that what
    why how who although though however meanwhile then so for on in at by with from to of the a an both neither nor or not
    only even mr. mrs. ms. dr. gen. sen. rep. lt. col. adm. republican democrat presidents ministers secretaries messrs
    leaders vice deputy says said told under his her their its our this these those did does do is was are will would can
    could yet should has have had no near after among amid against between beyond beside besides behind beneath above
    below across along around about despite during following inside outside like unlike over under past since through
    throughout toward towards until till upon within without via per once ever never again also perhaps maybe still
    instead indeed later earlier recently meantime yesterday today tomorrow tonight here there where whether who whom
    whose which just much many most some any all each every other another such few several now thus hence he she it they
    we you i my your asked speaking visiting incoming outgoing current new old young top former ex late longtime senior
    junior acting veteran agent patrol sergeant sgt corporal detective inspector mayor governor archbishop bishop
    cardinal pope rabbi imam ayatollah reverend rev father sister sheikh prince princess emperor professor prof doctor
    sir dame lord lady justice judge attorney lawyer editor columnist reporter correspondent journalist author host
    anchor activist economist historian analyst candidate nominee congressman congresswoman councilman reps sens govs
    gov msgr cpt capt maj brig lieutenant major captain commander photo by"""
)
"""Words in capitals that may stand before a surname without being a given name."""

SURNAMES_THAT_ARE_WORDS = words(
    """May March Straw Hunt Major King Power Young Short Fox Moon Price Day Hill Wood Burns Gates Lord Will Cook Brown Green
    Black White Rice Bush Ford Grant Rose Field Stone Banks Church Knight Marshall Justice Best Long Love Little Park Lake
    Rivers Page Read Sharp Wang Li Le Ri Pak Choe Han No Roh Song Hong Kim An Ma Ball Bell Waters Chase Case Pavel Paul
    Martin Thomas Scott George Charles Pan Man Son Sun Dec Jan Mark Frank Guy Hope Art Bill Rob Grace Dean Duke Earl Bishop
    Pope Cardinal Marin Said Saad Ali Hassan Hussein Mohammad Khan Singh Sharif Jones Smith Johnson Miller Davis Wilson
    Taylor Moore Clark Lewis Walker Hall Allen Wright Baker Adams Nelson Carter Mitchell Turner Parker Collins Stewart
    Morris Rogers Reed Cooper Bailey Kelly Howard Ward Watson Brooks Gray James Bennett Ross Henderson Coleman Jenkins Perry
    Powell Patterson Hughes Washington Butler Simmons Foster Bryant Alexander Russell Griffin Hayes Myers Hamilton Graham
    Sullivan Wallace West Cole Hicks Owens Ryan Fischer Fisher Hoffmann Hoffman Herzog Blair Crowe Vance Lie Heath Eden
    Laird Mason Owen Lodge Shannon Hale Key English Evans Lloyd Earle Casey Webster Colby Davies Lange Payne Wong Carr Abbott Fraser Kok
    Blok Begin Chu Richardson Abraham Campbell Hook Brill Sherman Steinberg Dan Ho Sin Ja Franco Salih Rashid Aziz Maher
    Moussa Abdullah Fahd Salman Saud Nasser Nott Pym Clifford Schmidt Strauss Schumann Chen Ji Hua Huang Tanaka Suzuki
    Goldberg Stevenson Cardoso Castro"""
)
"""Surnames that are English words or too common: they count only beside a title, or where the whole name stands in the text."""

SURNAMES_OF_LEADERS = words(
    "Bush Rice Powell Blair Vance Herzog Fischer Rumsfeld Hammond Wallace Carter Baker Perry Cohen Johnson Sharif Schmidt Castro"
    " Wilson Heath Eden Howard Abbott Nasser Brown"
)
"""Of these, the ones that tell the person by themselves while he or she is in office."""
