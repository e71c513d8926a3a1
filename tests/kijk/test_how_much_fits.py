"""How much room a text has is found by trying, within three characters, whatever the room is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speelveld.kijk.room import of_length, room


def found(limit: int, length: int) -> int:
    search = room(length)
    longer = next(search)
    for _ in range(40):
        try:
            longer = search.send(length + longer <= limit)
        except StopIteration as end:
            return int(end.value)
    raise AssertionError("the search does not end")


@given(st.integers(1, 1000), st.integers(1, 1000))
def test_the_room_is_right_within_three_characters(limit: int, length: int) -> None:
    left = found(limit, length)
    if limit - length >= 300:
        assert left == 300
    else:
        assert limit - length - 3 <= left <= limit - length


@pytest.mark.parametrize(("length", "said"), [(3, "Een"), (1, "E"), (0, "E"), (-4, "E"), (8, "Een kaar"), (4, "Een")])
def test_a_text_is_cut_off(length: int, said: str) -> None:
    assert of_length("Een kaart", length) == said


@given(st.text(st.characters(categories=("L", "Zs")), min_size=1, max_size=40), st.integers(1, 400))
def test_a_text_gets_about_the_length_that_is_asked(value: str, length: int) -> None:
    made = of_length(value, length)
    assert len(made) <= max(length, 1)
    if length > len(value):
        assert made.startswith(value.rstrip()[: len(made)])
        assert length - len(made) <= max(1, len(value) - len(value.rstrip()) + 1)
