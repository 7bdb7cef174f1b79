"""What messages of all protocols have in common."""

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.message import AnyMessage


def test_nothing_is_an_answer_unless_it_says_so() -> None:
    """Nor is it prompted by anything."""

    class Greeting(AnyMessage):
        NAME = "greeting"

    assert not Greeting.is_answer()
    assert not Greeting.is_prompted()


def test_an_error_indication_is_no_answer_and_prompted_all_the_same() -> None:
    """It belongs to no procedure, but says something of what came before (E2AP 8.3.3)."""
    assert not m.ErrorIndication.is_answer()
    assert m.ErrorIndication.is_prompted()
    assert m.ResetResponse.is_prompted()
    assert not m.ResetRequest.is_prompted()
