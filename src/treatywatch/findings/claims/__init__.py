"""Claims about the law and its history, found in a text and put beside the shelf's rules and acts.

Precision comes first: what is not surely understood is no claim, what is disputed is `unknown`, and only a claim that is surely
read is told to contradict a fact that is surely known.
"""

from treatywatch.findings.claims.checking import check_prose
from treatywatch.findings.claims.lexicon import ClaimLexicon, load_claims
from treatywatch.findings.claims.library import Library

__all__ = ["ClaimLexicon", "Library", "check_prose", "load_claims"]
