"""A whole managed element answers where a case does not care."""

from oran_harness.drivers.answering_element import AnsweringElement
from oran_harness.protocols.netconf import speaking
from tests.conformance.o1.performing import provider

GET = speaking.rpc(speaking.operation("discard-changes"), "a")
CLOSE = speaking.rpc(speaking.operation("close-session"), "b")


def test_it_answers_on_each_session() -> None:
    """As that session, out of any frame; what it ends is told."""
    element = AnsweringElement(provider)
    for name in ("1", "2"):
        element.up(name)
    assert (element.session_id("1"), element.session_id("2")) == (1, 2)
    messages, ended = element.answer("2", GET)
    assert [b"<ok" in each and b"]]>" not in each for each in messages] == [True]
    assert ended == []
    messages, ended = element.answer("2", CLOSE)
    assert len(messages) == 1
    assert ended == ["2"]
    assert element.answer("2", GET) == ((), ())
    assert len(element.answer("1", GET)[0]) == 1
    element.over("1")
    assert element.answer("1", GET) == ((), ())
    assert element.answer("9", GET) == ((), ())


def test_it_is_made_when_it_is_needed() -> None:
    """A case that never asks does without."""
    made = []

    def make() -> object:
        made.append(1)
        return provider()

    element = AnsweringElement(make)  # type: ignore[arg-type]
    element.up("1")
    element.over("1")
    assert made == []
    assert any("candidate" in uri for uri in element.capabilities)
    assert made == [1]
