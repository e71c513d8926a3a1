"""`--alleen`: every onderdeel can be made by itself, and a paper that counts says then what is so of the whole kit."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from speelveld.build.pipeline import Built, build, load
from speelveld.options import Options
from speelveld.profiles import named
from tests.makers.kits import ROOT

pytestmark = pytest.mark.slow

CASUS = ROOT / "decks" / "zutphen-dementie"
OPTIONS = Options(datetime(2026, 1, 1, tzinfo=UTC), previews=False)
COUNTING = ["begin-hier", "materiaallijst", "printwijzer", "voor-wie-twijfelt"]


def made(profile: str, *only: str) -> Built:
    return build(load(CASUS, CASUS.name), replace(OPTIONS, only=only), lambda _: None, named(profile))


@pytest.fixture(scope="module")
def whole() -> Built:
    return made("kantoor")


def test_every_onderdeel_of_a_kit_can_be_made_alone(whole: Built) -> None:
    names = {part.naam for print_ in whole.prints for part in print_.parts} - {"inhoud"}
    assert set(COUNTING) < names
    for name in sorted(names):
        built = made("kantoor", name)
        assert {part.naam for print_ in built.prints for part in print_.parts} == {name}


@pytest.mark.parametrize("name", COUNTING)
@pytest.mark.parametrize("profile", ["kantoor", "web"])
def test_alone_it_says_the_same_as_in_the_whole_kit(whole: Built, name: str, profile: str) -> None:
    (print_,) = made(profile, name).prints
    (alone,) = print_.parts
    (there,) = (part for print_ in whole.prints for part in print_.parts if part.naam == name)
    assert [[laid.frame for laid in page.laid] for page in alone.pages if page.laid] == [
        [laid.frame for laid in page.laid] for page in there.pages if page.laid
    ]
