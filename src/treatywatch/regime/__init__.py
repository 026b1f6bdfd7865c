"""The regime: where a treaty stands on a day, what its rules make of an act, and why. Pure: values in, values out."""

from treatywatch.regime.deadlines import calendar
from treatywatch.regime.evaluation import evaluate, standing_of
from treatywatch.regime.transitions import TRANSITIONS

__all__ = ["TRANSITIONS", "calendar", "evaluate", "standing_of"]
