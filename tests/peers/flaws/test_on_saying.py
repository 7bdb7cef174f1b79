"""Ways to misbehave in what is said."""

from dataclasses import replace

from oran_harness.peers.actor import Command, Die, Say
from oran_harness.peers.flaws.alteration import exchanged, put
from oran_harness.peers.flaws.on_saying import (
    Collapsing,
    Concealing,
    Delaying,
    Repeating,
    Reshaping,
    Rewriting,
    Scribbling,
)
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from tests.peers.flaws.flawed_ric import clean_ric, said, told
from tests.peers.flaws.near_rt_ric.script import WHY, hears

RESPONSES = of(m.ResetResponse)
RESET = hears("1", m.ResetRequest(3, WHY))
PLAIN = m.ResetResponse(3)


def test_concealing() -> None:
    """What was done is not told."""
    assert told(Concealing(clean_ric(), RESPONSES), RESET) == []
    assert said(told(Concealing(clean_ric(), RESPONSES, nth=2), RESET)) == [PLAIN]


def test_collapsing() -> None:
    """What is due is not said, and nothing after it."""
    assert told(Collapsing(clean_ric(), RESPONSES), RESET) == [Die()]


def test_repeating() -> None:
    """At once."""
    assert said(told(Repeating(clean_ric(), RESPONSES), RESET)) == [PLAIN, PLAIN]


def test_delaying() -> None:
    """Until its time has come."""
    actor = Delaying(clean_ric(), RESPONSES, 7.0)
    assert told(actor, RESET) == []
    assert actor.wakes_at == 7.2
    assert said(list(actor.wake(7.2))) == [PLAIN]


def test_rewriting() -> None:
    """On the stream of the original; what the edition cannot say so is said as it is."""
    assert said(told(Rewriting(clean_ric(), m.ResetResponse, put(transaction_id=9)), RESET)) == [m.ResetResponse(9)]
    assert said(told(Rewriting(clean_ric(), m.ResetResponse, put(transaction_id=None)), RESET)) == [PLAIN]


def test_reshaping() -> None:
    """The IEs are others, and their octets what they were."""
    (say,) = told(Reshaping(clean_ric(), m.E2setupResponse, exchanged))
    assert isinstance(say, Say)
    ids = [ie.id for ie in codec("3.01").decode(say.octets).ies]
    assert ids[:2] == [4, 49]
    assert sorted(ids) == sorted(ie.id for ie in codec("3.01").decode(_octets(told(clean_ric()))).ies)


def _octets(commands: list[Command]) -> bytes:
    (say,) = commands
    assert isinstance(say, Say)
    return say.octets


def test_scribbling() -> None:
    """Octets as one likes, all else as it was."""
    (clean,) = told(clean_ric(), RESET)
    (scribbled,) = told(Scribbling(clean_ric(), RESPONSES, lambda octets: octets + b"!"), RESET)
    assert isinstance(clean, Say)
    assert scribbled == replace(clean, octets=clean.octets + b"!")
