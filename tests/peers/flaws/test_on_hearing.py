"""Ways to misbehave about what is heard."""

from oran_harness.peers.actor import Die, End
from oran_harness.peers.flaws.alteration import put, unchanged
from oran_harness.peers.flaws.on_hearing import Answering, Dying, HangingUp, Ignoring, Mishearing
from oran_harness.peers.flaws.recognition import broken, of, undecodable
from oran_harness.protocols.e2ap import messages as m
from tests.peers.flaws.flawed_ric import clean_ric, said, told
from tests.peers.flaws.near_rt_ric.script import GNB, WHY, hears, setup_request, with_an_unknown_ie

RESETS = of(m.ResetRequest)
RESET = hears("1", m.ResetRequest(3, WHY))


def test_ignoring() -> None:
    """Nothing is said; other messages are served."""
    assert told(Ignoring(clean_ric(), RESETS), RESET) == []
    assert said(told(Ignoring(clean_ric(), of(m.E2RemovalRequest)), RESET)) == [m.ResetResponse(3)]


def test_from_the_nth_time_on() -> None:
    """The reference's behaviour until then."""
    actor = Ignoring(clean_ric(), RESETS, nth=2)
    assert said(told(actor, RESET)) == [m.ResetResponse(3)]
    assert actor.handle(RESET, 1.0) == ()
    assert actor.handle(RESET, 2.0) == ()


def test_dying() -> None:
    """The process is gone."""
    assert told(Dying(clean_ric(), undecodable), hears("1", b"\xff" * 9)) == [Die()]


def test_hanging_up() -> None:
    """The association is aborted."""
    assert told(HangingUp(clean_ric(), RESETS), RESET) == [End("1", "abort")]


def test_answering() -> None:
    """Something else is answered; nothing where there is no answer, and what is wrong is left to the reference."""
    lies = Answering(clean_ric(), RESETS, lambda request, edition: m.ResetResponse(request.transaction_id + 1))
    assert said(told(lies, RESET)) == [m.ResetResponse(4)]
    assert said(told(Answering(clean_ric(), RESETS, lambda request, edition: None), RESET)) == [m.ResetResponse(3)]
    (report,) = said(told(lies, hears("1", RESET.octets[:4])))
    assert isinstance(report, m.ErrorIndication)


def test_mishearing() -> None:
    """It serves what it has understood; what cannot be told otherwise it hears as it is."""
    assert said(told(Mishearing(clean_ric(), RESETS, put(transaction_id=9)), RESET)) == [m.ResetResponse(9)]
    assert said(told(Mishearing(clean_ric(), RESETS, put(transaction_id=None)), RESET)) == [m.ResetResponse(3)]
    careless = Mishearing(clean_ric(), broken(m.E2setupRequest), unchanged)
    (response,) = said(told(careless, hears("1", with_an_unknown_ie(setup_request(GNB, 2)))))
    assert isinstance(response, m.E2setupResponse)
