"""Stories: which reports copy which, whose text it was, and how many lines of reporting that leaves."""

from treatywatch.stories.grouping import find_story, group
from treatywatch.stories.joining import Stories
from treatywatch.stories.kinship import Kinship, Share, compare

__all__ = ["Kinship", "Share", "Stories", "compare", "find_story", "group"]
