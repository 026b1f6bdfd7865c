"""Stories: which reports copy which, whose text it was, and how many lines of reporting that leaves."""

from treatywatch.stories.group import group
from treatywatch.stories.kinship import Kinship, compare

__all__ = ["Kinship", "compare", "group"]
