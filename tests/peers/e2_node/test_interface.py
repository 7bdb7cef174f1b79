"""The E2 interface of the node with one near-RT RIC."""

from oran_harness.peers.actor import Connect, End, Heard, Up
from oran_harness.peers.e2_node import NodeConfig
from oran_harness.peers.e2_node.interface import Interface
from oran_harness.protocols.e2ap.codec import codec

THERE = "sctp://192.0.2.3:36421"


def interface() -> Interface:
    return Interface(NodeConfig(), uri=THERE, prefix="b-")


def test_it_goes_to_its_own_ric() -> None:
    """Under a name that no other interface gives; E2 Setup is begun when the association is up."""
    one = interface()
    one.begin()
    assert one.commands() == (Connect("b-1", THERE),)
    assert (one.has("b-1"), one.has("1")) == (True, False)
    one.handle(Up("b-1", outbound=True), 0.0)
    (said,) = one.commands()
    assert codec("3.01").name_of(getattr(said, "octets", b"")) == "E2setupRequest"
    assert one.commands() == ()


def test_at_rest_it_stays_away() -> None:
    """What is up is ended, what is being opened is given up; it comes back when it is told to, and not before."""
    one = interface()
    one.begin()
    one.rest()
    assert one.commands()[1:] == (End("b-1"),)
    one.handle(Up("b-1", outbound=True), 0.1)
    assert one.commands() == (End("b-1"),)
    one.wake(100.0)
    assert (one.commands(), one.wakes_at) == ((), None)
    one.resume()
    one.resume()
    assert one.commands() == (Connect("b-2", THERE),)


def test_what_is_not_its_own_changes_nothing() -> None:
    """Messages on other associations are not looked at."""
    one = interface()
    one.handle(Heard("1", b"\x00"), 0.0)
    assert one.commands() == ()
