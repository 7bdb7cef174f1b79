"""Ways to misbehave about a message because of what came before it."""

from oran_harness.peers.actor import Die, Over, Up
from oran_harness.peers.flaws.in_context import Minding, Withholding, answering, complain, die, ignore
from oran_harness.protocols.e2ap import messages as m
from tests.peers.flaws.flawed_ric import clean_ric, said, told
from tests.peers.flaws.near_rt_ric.script import GNB, WHY, hears, setup_request

RESET = hears("1", m.ResetRequest(3, WHY))
RESPONSE = m.ResetResponse(3)


def again(past, message) -> bool:  # type: ignore[no-untyped-def]
    """A second message of the same type."""
    return past.has_heard(type(message))


def test_the_first_is_served_and_what_follows_is_not() -> None:
    """The test sees what came before the message, and not the message itself."""
    actor = Minding(clean_ric(), again, ignore)
    assert said(told(actor, RESET)) == [RESPONSE]
    assert actor.handle(RESET, 1.0) == ()


def test_the_reactions() -> None:
    """To crash, to answer something else, and to serve and complain."""
    assert told(Minding(clean_ric(), again, die), RESET, RESET) == [Die()]
    lies = Minding(clean_ric(), again, answering(lambda request, edition: m.ResetResponse(request.transaction_id + 1)))
    assert said(told(lies, RESET, RESET)) == [m.ResetResponse(4)]
    silent = Minding(clean_ric(), again, answering(lambda request, edition: None))
    assert told(silent, RESET, RESET) == []
    served, report = said(told(Minding(clean_ric(), again, complain), RESET, RESET))
    assert served == RESPONSE
    assert isinstance(report, m.ErrorIndication)


def test_what_does_not_conform_is_not_minded() -> None:
    """It is the reference's to report, and no part of the past."""
    actor = Minding(clean_ric(), lambda past, message: True, die)
    actor.begin(0.0)
    actor.handle(Up("1", outbound=False), 0.0)
    cut = hears("1", hears("1", setup_request(GNB, 1)).octets[:9])
    assert not any(isinstance(command, Die) for command in actor.handle(cut, 0.1))
    assert actor.past("1").heard == []


def test_associations_know_of_each_other_until_they_end() -> None:
    """A past has those of the others beside it; one that is over is forgotten."""
    actor = Minding(clean_ric(), again, ignore)
    told(actor, RESET)
    assert [type(each) for each in actor.past("2").others["1"].heard] == [m.E2setupRequest, m.ResetRequest]
    assert actor.past("1").others == {"2": actor.past("2")}
    actor.handle(Over("1", "abort"), 2.0)
    assert actor.past("2").others == {}


def test_withholding() -> None:
    """What is not said is no part of the past either."""
    actor = Withholding(clean_ric(), lambda past, message: isinstance(message, m.ResetResponse))
    assert said(told(actor, RESET)) == []
    assert [type(each) for each in actor.past("1").said] == [m.E2setupResponse]
    assert said(told(Withholding(clean_ric(), lambda past, message: False), RESET)) == [RESPONSE]
