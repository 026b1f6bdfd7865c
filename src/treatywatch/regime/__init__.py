"""The regime: where a treaty stands on a day, what its rules make of an act, and why. Pure: values in, values out."""

from treatywatch.regime.cases import judge
from treatywatch.regime.deadlines import calendar
from treatywatch.regime.evaluation import evaluate, standing_of
from treatywatch.regime.explanation import explain, treaty_of
from treatywatch.regime.reckoning import reckon
from treatywatch.regime.transitions import TRANSITIONS

__all__ = ["TRANSITIONS", "calendar", "evaluate", "explain", "judge", "reckon", "standing_of", "treaty_of"]
