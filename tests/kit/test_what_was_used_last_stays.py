"""Of what is kept in memory the things used last stay, and no more of them than there may be."""

from speelveld.build.recent import Recent


def test_what_was_used_longest_ago_goes_first() -> None:
    held: Recent[str, int] = Recent(2)
    held.put("a", 1)
    held.put("b", 2)
    assert held.get("a") == 1
    held.put("c", 3)
    assert (held.get("a"), held.get("b"), held.get("c")) == (1, None, 3)


def test_what_is_put_again_is_used_last() -> None:
    held: Recent[str, int] = Recent(2)
    for key, value in (("a", 1), ("b", 2), ("a", 3), ("c", 4)):
        held.put(key, value)
    assert (held.get("a"), held.get("b"), held.get("c")) == (3, None, 4)
    held.clear()
    assert held.get("a") is None


def test_what_is_heavy_goes_sooner() -> None:
    held: Recent[str, list[int]] = Recent(10, len, 6)
    for name, many in (("a", 3), ("b", 2), ("c", 1)):
        held.put(name, [0] * many)
    assert held.get("a") is not None, "six weigh no more than six"
    held.put("d", [0])
    assert [held.get(name) is not None for name in "abcd"] == [True, False, True, True]
    held.put("a", [0])
    held.put("e", [0] * 3)
    assert [held.get(name) is not None for name in "acde"] == [True, True, True, True], (
        "another in its place counts once"
    )


def test_what_was_used_last_stays_however_heavy() -> None:
    held: Recent[str, list[int]] = Recent(10, len, 6)
    held.put("a", [0])
    held.put("b", [0] * 100)
    assert (held.get("a"), len(held.get("b") or ())) == (None, 100)
    held.put("c", [0])
    assert (held.get("b"), held.get("c")) == (None, [0])
