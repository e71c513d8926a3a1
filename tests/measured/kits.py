"""Which kits are measured, and the plain cards that show by their colours where they end."""

from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("opgavekaarten", "rolkaarten", "kanskaarten", "uitdagingkaarten", "aanpakkaarten")
# Backs that are 2 mm too far right and 1.5 mm too high come right with these.
PRINTER = ("--x", "-2", "--y", "1,5")
PRINTER_IS_OFF = (2.0, -1.5)

# Cards of one colour from edge to edge, no two neighbours alike; and a rhomb, which is as good across as down, off the
# middle and at the same place on both sides once the sheet is turned over. Backs leave a white line along each cut.
FRONT = """
<card w="{w}mm" h="{h}mm" title="Proef" fill="{{{{ kaart.kleur }}}}">
  <polygon points="{left}mm {y}mm {x}mm {top}mm {right}mm {y}mm {x}mm {bottom}mm" fill="wit"/>
</card>
"""
BACK = """
<card w="{w}mm" h="{h}mm" title="Achterkant">
  <rect x="1mm" y="1mm" w="{inner_w}mm" h="{inner_h}mm" fill="kans"/>
  <polygon points="{left}mm {y}mm {x}mm {top}mm {right}mm {y}mm {x}mm {bottom}mm" fill="wit"/>
</card>
"""
COLORS = ("inkt", "kans", "opgave", "grond", "lijn", "grijs")
Kit = Mapping[str, bytes]
MakeKit = Callable[..., Kit]
