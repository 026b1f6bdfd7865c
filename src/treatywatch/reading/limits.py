"""How much of one input is read before it is refused: reading must end, whatever it is given."""

LARGEST_INPUT = 20_000_000
"""Bytes; a longer file is refused unread (the longest articles of our measuring sets are below 1 MB)."""

LARGEST_PAGE = 2_000_000
"""Characters of markup, scripts and styles left out: the largest of 119 benchmark pages has 0.2 million; extraction slows with size."""

PDF_PAGES = 200
"""Pages of one PDF; a report has a few, a book is not a report."""

PDF_SECONDS = 20.0
"""Seconds after which no further page of a PDF is begun."""

LARGEST_TEXT = 2_000_000
"""Characters of kept text; the longest article of the measuring sets has 0.1 million."""
