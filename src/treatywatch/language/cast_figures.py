"""Figures: one person each, with every place where he or she is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from treatywatch.language.cast_scene import Scene
from treatywatch.language.cast_titles import Title
from treatywatch.language.names_folding import words

FAMILY_FIRST = words(
    """Kim Li Ri Pak Park Choe Choi Wang Zhang Lee Yang Hu Wen Wu Liu Chen Jiang Xi Moon Yoon Kang Han Hong Chung
    Jo Paek Cho Jang Hwang Suh Song
    Fu Geng Hua Zhao Qian Qin Sha Shen Tang Lin Liang Sun Zhu Ma Ban Roh Ahn Jeong Nguyen"""
)
"""Chinese, Korean and Vietnamese family names, which come first."""

_SPEECH = re.compile(
    r"(?:,\s(?:an?|the|who|whose|head|director|chief|senior|former|deputy|speaking|asked)\s[^,.;:\"“”\n]{2,90},"
    r"|,\sfor\s(?:his|her|its|their)\spart,)?"
    r"[,\s]{1,2}(?:(?:has|had|have|also|later|then|again|repeatedly|earlier|himself|herself|who|on\s\w+day|meanwhile)\s){0,3}"
    r"(?:shouted|thanked|thanks|apologised|apologized|praised|praises|condemned|condemns|hailed|joked|quipped|cited|cites|proposed|proposes|offered|offers|"
    r"spelled\sout|pointed\sout|points\sout|made\sclear|agreed|disagreed|blamed|blames|raised|spoke|adds|notes|agrees|believes|defended|blasted|slammed|"
    r"likened|compared|ruled|sought|voiced|expressed|thinks|described|describes|hinted|answered|stresses|emphasised|emphasized|underlined|lamented|"
    r"said|says|told|tells|added|adds|warned|warns|argued|argues|noted|insisted|insists|announced|declared|stated|called|urged|accused|denied|"
    r"dismissed|rejected|claimed|claims|replied|responded|wrote|tweeted|promised|vowed|stressed|confirmed|criticised|criticized|explained|predicted|"
    r"suggested|asked|acknowledged|conceded|pledged|refused|welcomed|demanded|threatened|signed|met|flew|announces|vows|warns|accuses|calls|urges|"
    r"reiterated|repeated|maintained(?=\s(?:that|he|she|it|they|the)\b)|remarked|observed|cautioned|concluded|continued|complained|commented|hinted|recalled|reported)\b"
)


@dataclass(slots=True)
class Figure:
    """One person. `slug` is the shelf's id (None for people whom only the text knows); `titles` stand beside the name."""

    name: str
    slug: str | None
    places: list[tuple[int, int]]
    titles: list[Title] = field(default_factory=list)
    gender: str | None = None
    family_first: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name; the first, where the family name comes first ("Kim Jang-soo")."""
        return self.name.split()[0] if self.family_first and self.name.strip() else surname_of(self.name)


def surname_of(name: str) -> str:
    """The last word of a name; the first, where the family name comes first."""
    parts = name.split() or [name]
    return parts[0] if parts[0] in FAMILY_FIRST else parts[-1]


def speaks(scene: Scene, end: int) -> bool:
    """Whether a verb of speaking follows the words that end there."""
    return bool(_SPEECH.match(scene.plain, end))
