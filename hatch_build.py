"""Puts the data into the wheel: the YAML files, the examples, and the shelf compiled from them (see treatywatch.shelf.bundle)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShelfHook(BuildHookInterface[Any]):
    """Compiles the shelf and adds the data to every wheel that is not an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is packed. Fails the build where a data file is broken."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from treatywatch.shelf import bundle, compiling, files

        made = compiling.compile_shelf(root)
        broken = sorted(set(made.digests) - set(made.paths))
        if broken or made.index("names") is None:
            raise SystemExit(f"found broken data files ({', '.join(broken) or 'see treatywatch lint'}), expected none")
        compiled = root / "build" / "wheel" / bundle.NAME
        bundle.write(made, compiled)
        build_data["force_include"][str(compiled)] = f"treatywatch/_data/{bundle.NAME}"
        for folder in (*files.FOLDERS, "examples"):
            build_data["force_include"][str(root / folder)] = f"treatywatch/_data/{folder}"
