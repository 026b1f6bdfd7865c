"""The way of the data, as a table of contents."""
