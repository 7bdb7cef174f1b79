"""The messages over their elements."""

from oran_harness.codec.xml import parse
from oran_harness.protocols.netconf.messages import Rpc, RpcReply
from oran_harness.protocols.netconf.rpc_error import RpcError


def request(octets: bytes) -> Rpc:
    """A request with the first element in it as its operation."""
    element = parse(octets)
    return Rpc(element, octets, "1", {}, element[0] if len(element) else None)


def test_operation() -> None:
    """A request tells name and namespace of its operation, and whether that is NETCONF's own."""
    get = request(b'<rpc xmlns="urn:n"><get/></rpc>')
    assert (get.name, get.namespace, get.asks("get"), get.asks("lock")) == ("get", "urn:n", True, False)
    assert not request(b'<rpc xmlns="urn:n"><get xmlns="urn:other"/></rpc>').asks("get")
    nothing = request(b"<rpc/>")
    assert (nothing.name, nothing.namespace, nothing.asks("get")) == ("", "", False)


def test_refused() -> None:
    """A reply with an error refuses; one with warnings only does not."""

    def reply(*errors: RpcError) -> RpcReply:
        return RpcReply(None, b"", None, {}, False, errors, ())

    warning = RpcError("application", "in-use", "warning")
    assert not reply().refused
    assert not reply(warning).refused
    assert reply(warning, RpcError("application", "in-use")).refused
