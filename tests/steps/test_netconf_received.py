"""What a NETCONF session gives to the steps of a case."""

from oran_harness.protocols.netconf import RpcReply
from oran_harness.steps.netconf_received import NetconfReceived
from tests.steps.netconf import heard


def test_a_message_without_a_breach_conforms() -> None:
    """What accuses nobody does not count."""
    received = heard()
    assert isinstance(received.message, RpcReply)
    assert received.conforms
    assert received.request is not None


def test_a_message_that_breaks_netconf_does_not() -> None:
    """Here a reply to nothing that was asked (RFC 6241 4.2)."""
    assert not heard(answered="8").conforms


def test_octets_that_are_no_message_do_not() -> None:
    """They have a name all the same."""
    received = NetconfReceived(1, 0.0, "1", b"x", None, "unreadable")
    assert (received.message, received.label, received.conforms) == (None, "unreadable", False)
