"""However large or tangled an SVG is, it is drawn or refused within seconds, and does not fill the memory."""

from contextlib import suppress

import pytest

from speelveld.svgxml import SvgError
from tests.typeset.test_svg import drawing

pytestmark = pytest.mark.long


def test_what_goes_on_and_on_is_stopped() -> None:
    ring = '<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#c"/><use href="#c"/></g>'
    bomb = "".join(f'<g id="n{i}">{f"""<use href="#n{i + 1}"/>""" * 10}</g>' for i in range(9))
    for body in (bomb + '<rect id="n9" width="1" height="1"/>', ring + '<use id="c" href="#a"/>'):
        with pytest.raises(SvgError):
            drawing(body)
    with pytest.raises(SvgError, match="te veel punten"):
        drawing(f'<path d="M0 0{"l1 1-1-1" * 80_000}"/>' * 3)


def test_many_rules_for_many_shapes_take_no_time_worth_telling() -> None:
    nested = f"{'<g>' * 100}<rect width='9' height='9'/>{'</g>' * 100}"
    assert drawing(f"<style>i {'g ' * 12}rect{{fill:red}}</style>{nested}").items
    rules, many = "a b{fill:red}" * 3000, "<rect width='1' height='1'/>" * 3000
    with pytest.raises(SvgError, match="te veel stijlregels"):
        drawing(f"<style>{rules}</style>{many}")
    brothers = "<rect width='1' height='1'/>" * 20_000
    assert len(drawing(f"<style>rect+rect{{fill:red}}</style>{brothers}").items) == 20_000


def test_long_nonsense_is_refused_at_once() -> None:
    for body in (
        f'<rect width="9" height="9" transform="{"a" * 200_000}"/>',
        f'<rect width="9" height="9" transform="{"(" * 200_000}"/>',
    ):
        with pytest.raises(SvgError):
            drawing(body)
    for style in ("a" * 300_000, "(" * 100_000, "a{b:" + "(" * 100_000 + "}"):
        # CSS leaves out what it does not understand, but for what nests too deep to be looked at.
        with suppress(SvgError):
            assert drawing(f"<style>{style}</style><rect width='9' height='9'/>").items
