"""Events: what a report says to have happened, to come, or not to have happened."""

from treatywatch.events.gate import gate
from treatywatch.events.lexicon import ActionLexicon, load_actions
from treatywatch.events.recognition import recognise

__all__ = ["ActionLexicon", "gate", "load_actions", "recognise"]
