"""What building a wheel adds to it: the bundled layouts as Python, so that no start has to compile them."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledLayouts(BuildHookInterface[Any]):
    """Compiles the layouts into `.compiled`, where a checkout finds them, and puts them in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, before the files of the wheel are gathered; `version` is 'standard' or 'editable'."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from speelveld.markup.shipping import write_compiled

            files = write_compiled(root / "layouts", root / ".compiled")
        finally:
            sys.path.remove(str(root / "src"))
        if version != "editable":  # that one is the checkout itself
            build_data["force_include"].update({str(path): f"speelveld/_data/compiled/{path.name}" for path in files})
