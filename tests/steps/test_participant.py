"""What a case's body talks to, whatever the interface."""

from oran_harness.model import Role, Verdict
from oran_harness.protocols.message import AnyMessage
from oran_harness.steps import Close, Expect, Silence, Wanted
from oran_harness.steps.manager import Manager
from oran_harness.steps.participant import Participant
from oran_harness.steps.received import Incoming


def test_views_of_one_association_share_what_happens() -> None:
    """What is narrowed to an association hears nothing else, and remembers the same."""
    whole: Participant[Incoming] = Participant(Role.O1_MANAGER, "1.1")
    whole.standing = ["1", "2"]
    whole.here = "2"
    first = whole.at("1")
    assert (whole.here, first.here) == ("2", "1")
    first.slowest = 2.5
    assert whole.slowest == 2.5
    assert first.close() == Close("1")
    assert whole.at("3").here is None


def test_without_types_silence_is_of_anything() -> None:
    """The base of all messages stands for whatever comes."""
    step = Manager().silence(lasting=1.0)
    assert step == Silence(Wanted((AnyMessage,)), 1.0)
    assert isinstance(step, Silence)
    assert step.wanted.anything


def test_what_may_come_or_not_fails_nothing() -> None:
    """It is optional, and no refusal of it counts."""
    step = Manager().hear(AnyMessage, within=2.0)
    assert isinstance(step, Expect)
    assert (step.optional, step.refusable, step.otherwise) == (True, False, Verdict.PASS)


def test_the_sut_has_the_other_role() -> None:
    """Of the same interface."""
    assert Manager().sut is Role.O1_PROVIDER
