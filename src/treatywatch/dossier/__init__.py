"""The dossier of a treaty: one self-contained page, in which every item opens on its sentence, or on its article and its source."""

from treatywatch.dossier.material import Material, gather
from treatywatch.dossier.page import render

__all__ = ["Material", "gather", "render"]
