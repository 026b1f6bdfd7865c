"""The shelf: finds the data files (checkout or wheel), reads them strictly, and knows every name on them."""

from treatywatch.shelf.catalog import Shelf, open_shelf

__all__ = ["Shelf", "open_shelf"]
