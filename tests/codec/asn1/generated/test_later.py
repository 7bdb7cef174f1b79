"""Functions that are made when they are first called."""

from oran_harness.codec.asn1.generated.later import Later


def test_made_once_and_put_in_its_place() -> None:
    """The first call makes the function; whoever stood for it is replaced, also those that come later."""
    made = []

    def make() -> object:
        made.append(1)
        return abs

    later = Later(make)
    first: dict[str, object] = {}
    later.stand_in(first, "f")
    assert made == []
    assert [later(-3), later(-4)] == [3, 4]
    assert made == [1]
    second: dict[str, object] = {}
    later.stand_in(second, "g")
    assert first == {"f": abs}
    assert second == {"g": abs}


def test_what_cannot_be_made_is_tried_again() -> None:
    """As a stack that was full, and is no more."""
    tries = iter([None, abs])

    def make() -> object:
        if (found := next(tries)) is None:
            raise RecursionError
        return found

    later = Later(make)
    try:
        later(-1)
    except RecursionError:
        assert later(-1) == 1
