"""A SUT that has said little of itself."""

from oran_harness.model import IntroducedFunction, Introduction


def test_what_was_not_said_is_empty() -> None:
    """Only the identity, even if it is unreadable, and a function's id have to be there."""
    introduction = Introduction(None, functions=(IntroducedFunction(2),))
    assert (introduction.editions, introduction.components, introduction.remarks) == ((), (), ())
    assert introduction.functions[0].accepted
