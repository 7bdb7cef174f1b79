"""Functions that are made when they are first called."""

import sys
from types import FrameType
from typing import Any

import pytest

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


@pytest.mark.parametrize("step", range(12))
def test_another_thread_calls_between_two_steps(step: int) -> None:
    """Whichever step of a call another thread's first call falls between, both get their result.

    An exception would look as if the octets, which conform, had been refused.
    """
    later = Later(lambda: abs)
    places: list[dict[str, object]] = [{}, {}]
    for names in places:
        later.stand_in(names, "f")
    left = step

    def stepped(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal left
        if event == "line" and left >= 0:
            left -= 1
            if left < 0:
                assert later(-2) == 2
        return stepped

    def called(frame: FrameType, event: str, argument: Any) -> Any:
        return stepped if frame.f_code is Later.__call__.__code__ and left >= 0 else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        assert later(-1) == 1
    finally:
        sys.settrace(before)
    assert places == [{"f": abs}, {"f": abs}]
