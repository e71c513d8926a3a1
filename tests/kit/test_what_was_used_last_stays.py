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
