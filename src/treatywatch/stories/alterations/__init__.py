"""What one report changed of another: passages side by side, each alteration named, with whether its meaning is kept."""

from treatywatch.stories.alterations.comparison import compare, compare_reports
from treatywatch.stories.alterations.kinds import Alteration, Comparison, Kind, Likeness, Meaning, Pair
from treatywatch.stories.alterations.sides import Comparer, Side, open_comparer
from treatywatch.stories.alterations.story import Change, Detail, Update, changes, details

__all__ = [
    "Alteration",
    "Change",
    "Comparer",
    "Comparison",
    "Detail",
    "Kind",
    "Likeness",
    "Meaning",
    "Pair",
    "Side",
    "Update",
    "changes",
    "compare",
    "compare_reports",
    "details",
    "open_comparer",
]
