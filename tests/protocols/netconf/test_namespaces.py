"""The names of NETCONF's own elements."""

from oran_harness.protocols.netconf.namespaces import base


def test_base() -> None:
    """An element of RFC 6241 is in the namespace that its 3.1 gives."""
    assert base("rpc") == "{urn:ietf:params:xml:ns:netconf:base:1.0}rpc"
