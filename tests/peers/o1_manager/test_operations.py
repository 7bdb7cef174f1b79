"""Operations as elements."""

from lxml import etree

from oran_harness.codec.xml import write
from oran_harness.peers.o1_manager import operations
from oran_harness.protocols.netconf.namespaces import BASE
from oran_harness.protocols.netconf.speaking import operation


def test_each_in_its_namespace() -> None:
    """Those of NETCONF, of its monitoring, of notifications, and of whoever supervises."""
    found = (
        operations.on_target("lock", "running"),
        operations.get_schema("m", None),
        operations.create_subscription(None),
        operations.watchdog_reset("urn:x", 5, 1),
    )
    assert [etree.QName(each).namespace for each in found] == [
        BASE,
        operations.MONITORING,
        "urn:ietf:params:xml:ns:netconf:notification:1.0",
        "urn:x",
    ]


def test_a_plain_commit_says_nothing_more() -> None:
    """A confirmed one says within what time it has to be confirmed."""
    assert len(operations.commit()) == 0
    assert b"<confirm-timeout>7</confirm-timeout>" in write(operations.commit(confirmed_within=7))


def test_no_filter_selects_all() -> None:
    """An empty one selects nothing (RFC 6241 6.4.2)."""
    assert len(operations.narrowed(operation("get"), None, None, None)) == 0
    assert b'<filter type="subtree"/>' in write(operations.narrowed(operation("get"), [], None, None))
    assert b"yang-library" in write(operations.library())
