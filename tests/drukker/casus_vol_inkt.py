"""A casus that asks the most of a press: a dark photo under black text, a colour near black, a logo with holes."""

import shutil
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parents[2]

# In FOGRA39 this takes 316 % of ink, and far too much without a limit.
HUIS = "#040302"

CARDS = """
huisstijl:
  kleur: "{huis}"
  logo: logo.png
  logo_tekst: Logo van de gemeente
kaartsoorten:
  - naam: fotokaarten
    layout: foto.xml.j2
    keerzijde: foto-achter.xml.j2
    formaat: 70 mm x 120 mm
    kaarten:
      - titel: De donkere hoek
      - titel: Het lege plein
  - naam: bewuste-kaarten
    layout: bewust.xml.j2
    formaat: klein
    kaarten:
      - titel: Deze layout weet van afloop
"""

# It knows nothing of a press: its ground and its band end on the cut, a rule is too thin, a picture is transparent.
UNAWARE = """
<card w="70mm" h="120mm" title="{{ naam }}" fill="huis-licht">
  <rect x="0mm" y="0mm" w="70mm" h="14mm" fill="huis"/>
  <group x="0mm" y="0mm" w="70mm" h="14mm">
    <text style="soort" x="5mm" y="4mm" w="40mm" color="op-huis">Foto</text>
  </group>
  <group x="6mm" y="20mm" w="58mm" h="58mm">
    <image src="foto.jpg" alt="Een donkere foto" x="0mm" y="0mm" w="58mm" h="58mm"/>
    <text style="kaartkop-klein" x="3mm" y="20mm" w="52mm">{{ kaart.titel }}</text>
  </group>
  <group x="6mm" y="84mm" w="58mm" h="28mm" fill="kans-licht">
    <image src="logo.png" alt="Een logo" x="2mm" y="2mm" w="14mm" h="14mm"/>
    <text style="bron" x="20mm" y="3mm" w="36mm" color="wit">wit op licht</text>
  </group>
  <line x1="6mm" y1="116mm" x2="64mm" y2="116mm" stroke="inkt" line="0.05mm"/>
</card>
"""
UNAWARE_BACK = """
<card w="70mm" h="120mm" title="Achterkant van een fotokaart">
  <group x="0mm" y="0mm" w="70mm" h="120mm" turn="180"><rect x="0mm" y="60mm" w="70mm" h="60mm" fill="huis"/></group>
  <text style="kaartkop" x="10mm" y="80mm" w="50mm" align="center">Foto</text>
</card>
"""
AWARE = """
<card w="67mm" h="95mm" title="{{ naam }}">
  <group x="{{ -afloop }}mm" y="{{ -afloop }}mm" w="{{ 67 + 2 * afloop }}mm" h="{{ 44 + afloop }}mm">
    {% set breed = 67 + 2 * afloop %}
    <image src="foto.jpg" alt="Een donkere foto" x="0mm" y="0mm" w="{{ breed }}mm" h="{{ breed }}mm"/>
  </group>
  <h2 style="kaartkop-klein" x="6mm" y="78mm" w="55mm">{{ "Pers" if drukpers else "Kantoor" }}</h2>
</card>
"""


def write_casus(folder: Path) -> Path:
    """Write the casus into `folder`, which is there, and return it."""
    text = (ROOT / "decks" / "nieuw" / "casus.yaml").read_text(encoding="utf-8")
    folder.joinpath("casus.yaml").write_text(text + CARDS.format(huis=HUIS), encoding="utf-8")
    layouts = folder / "layouts"
    layouts.mkdir()
    for name, layout in {"foto": UNAWARE, "foto-achter": UNAWARE_BACK, "bewust": AWARE}.items():
        (layouts / f"{name}.xml.j2").write_text(layout, encoding="utf-8")
    dark_photo(900).save(folder / "foto.jpg", quality=92)
    logo().save(folder / "logo.png")
    return folder


def dark_photo(size: int) -> Image.Image:
    """Return a picture of deep shadows in every hue, from black to colours of half strength."""
    across = Image.linear_gradient("L").rotate(90).resize((size, size))
    down = Image.linear_gradient("L").resize((size, size))
    turn = Image.radial_gradient("L").resize((size, size))
    bands = (ImageChops.multiply(across, down), ImageChops.multiply(down, turn), ImageChops.multiply(turn, across))
    return Image.merge("RGB", [band.point(lambda value: value // 2) for band in bands])


def logo() -> Image.Image:
    """Return a dark disc that fades out to nothing, with few dots."""
    fade = ImageChops.invert(Image.radial_gradient("L")).resize((90, 90))
    disc = Image.new("RGBA", (90, 90), (6, 2, 20, 255))
    disc.putalpha(fade)
    return disc


def copy_casus(name: str, folder: Path) -> Path:
    """Return a copy of a bundled casus."""
    shutil.copytree(ROOT / "decks" / name, folder / name)
    return folder / name
