"""A layout can read the casus and nothing else: it deletes no file, opens none, and runs no code."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from speelveld.build.pipeline import build, load
from speelveld.errors import KitError
from speelveld.options import Options

STYLE = "huisstijl: {logo: logo.png, logo_tekst: Logo}\n"


@pytest.mark.parametrize(
    "asked",
    [
        "casus.huisstijl.logo.path.unlink()",
        "casus.huisstijl.logo.path.read_text()",
        "casus.model_dump()",
        "casus.model_copy()",
        "casus.__class__",
        "casus.titel.__class__.__mro__",
        "cycler.__init__.__globals__",
        "'a'.format(1)",
        "['a'].append('b')",
    ],
)
def test_a_layout_cannot_leave_its_cage(new_casus: Path, asked: str) -> None:
    Image.new("RGB", (20, 10), "red").save(new_casus / "logo.png")
    with (new_casus / "casus.yaml").open("a", encoding="utf-8") as file:
        file.write(STYLE)
    layout = f'<card w="95mm" h="134mm" title="x">\n<text x="9mm" y="9mm" w="50mm">{{{{ {asked} }}}}</text></card>'
    (new_casus / "opgavekaart.xml.j2").write_text(layout, encoding="utf-8")
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=("opgavekaarten",))
    with pytest.raises(KitError) as caught:
        build(load(new_casus, "casus.yaml"), options, lambda _: None)
    (problem,) = caught.value.problems
    assert "safely" not in problem.message
    assert problem.source is not None
    assert (Path(problem.source.name).name, problem.source.line) == ("opgavekaart.xml.j2", 2)
    assert (new_casus / "logo.png").exists()


def test_a_layout_may_ask_the_rules(new_casus: Path) -> None:
    layout = '<card w="95mm" h="134mm" title="x"><text x="9mm" y="9mm" w="50mm">{{ spel.aantal("kans") }}</text></card>'
    (new_casus / "opgavekaart.xml.j2").write_text(layout, encoding="utf-8")
    options = Options(datetime(2026, 1, 1, tzinfo=UTC), only=("opgavekaarten",))
    built = build(load(new_casus, "casus.yaml"), options, lambda _: None)
    texts = [run.text for page in built.prints[0].pages for laid in page.laid for run in laid.frame.texts()]
    assert "3" in texts
