"""Who writes all day in a casus that stays open does not fill the memory with every casus there was."""

import gc
from datetime import UTC, datetime
from pathlib import Path

from speelveld.build.live import Live
from speelveld.casus import Casus
from speelveld.options import Options

OPTIONS = Options(date=datetime(2026, 12, 3, tzinfo=UTC), previews=False)


def test_of_what_was_changed_before_no_casus_stays_in_memory(new_casus: Path) -> None:
    live = Live(new_casus, "casus.yaml", OPTIONS)
    file = new_casus / "casus.yaml"
    before = file.read_text(encoding="utf-8")
    assert "titel: De laatste honderd meter" in before
    for number in range(12):
        text = before.replace("titel: De laatste honderd meter", f"titel: De laatste {number} meter")
        *_, _last = live.look(text.encode())
    gc.collect()
    held = [each for each in gc.get_objects() if type(each) is Casus]
    assert len(held) <= 3
