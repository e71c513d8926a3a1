"""What building a wheel adds to it: the bundled layouts as Python, so that no start compiles them, and the manual."""

import shutil
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Additions(BuildHookInterface[Any]):
    """Compiles the layouts into `.compiled`, for a checkout too, and puts these and pages of the manual in a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make them before the files of the wheel are gathered; `version` is 'standard' or 'editable'."""
        root, pages = Path(self.root), []
        ours = [str(root / "src"), str(root)]
        sys.path[:0] = ours
        try:
            from speelveld.markup.shipping import write_compiled

            layouts = write_compiled(root / "layouts", root / ".compiled")
            if version == "editable":  # that one is the checkout itself, and reads the documents
                return
            from hatch_docs import write_pages

            self._made = Path(mkdtemp())
            pages = write_pages(root / "docs", self._made)
        finally:
            sys.path[:] = [path for path in sys.path if path not in ours]
        added = {path: f"compiled/{path.name}" for path in layouts} | {path: f"docs/{path.name}" for path in pages}
        build_data["force_include"].update({str(path): f"speelveld/_data/{place}" for path, place in added.items()})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away the pages that were made for the wheel."""
        del version, build_data, artifact_path
        if made := getattr(self, "_made", None):
            shutil.rmtree(made, ignore_errors=True)
