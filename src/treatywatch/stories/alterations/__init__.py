"""What one report changed of another: passages side by side, each alteration named, with whether its meaning is kept."""

from treatywatch.stories.alterations.comparison import Comparer, Side, compare, compare_reports, open_comparer
from treatywatch.stories.alterations.kinds import Alteration, Comparison, Kind, Likeness, Meaning, Pair

__all__ = [
    "Alteration",
    "Comparer",
    "Comparison",
    "Kind",
    "Likeness",
    "Meaning",
    "Pair",
    "Side",
    "compare",
    "compare_reports",
    "open_comparer",
]
