"""Answers to requests, what is counted of them, and refusals of what is no request (RFC 6241 4, appendix A)."""

from oran_harness.protocols.netconf import BASE
from tests.peers.o1_provider.chart import Chart, op

GET = op("get-config", "<source><running/></source>")


def test_counters() -> None:
    """Requests, messages that are none and refusals are counted, of a session and of all (RFC 6022 2.1.4, 2.1.5)."""
    chart = Chart().up().up("2")
    chart.ask(GET)
    chart.refused(op("nothing"))
    chart.say(b"<rpc")
    chart.ask(GET, "2")
    first, second = (chart.provider.managed.sessions[number].counters for number in (1, 2))
    names = ("in-rpcs", "in-bad-rpcs", "out-rpc-errors")
    assert [first[name] for name in names] == [2, 1, 2]
    assert [second[name] for name in names] == [1, 0, 0]
    assert [chart.provider.managed.counters[name] for name in names] == [3, 1, 2]


def test_unknown_namespace() -> None:
    """The error-info names the element and its namespace (RFC 6241 appendix A)."""
    (error,) = Chart().up().ask('<a xmlns="urn:x"/>').errors
    assert [each.text for each in error.info] == ["a", "urn:x"]


def test_long_message_id() -> None:
    """A message-id of more than 4095 characters is a bad attribute (RFC 6241 4.1), and one of 4095 is not."""
    chart = Chart().up()
    for length, tags in ((4095, []), (4096, ["bad-attribute"])):
        (reply,) = chart.say(f'<rpc xmlns="{BASE}" message-id="{"1" * length}">{GET}</rpc>'.encode())
        assert [error.tag for error in reply.errors] == tags
