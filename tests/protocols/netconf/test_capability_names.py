"""The names of capabilities."""

from oran_harness.protocols.netconf.capability_names import CAPABILITIES


def test_each_name_is_that_of_its_uri() -> None:
    """A capability is called what stands before the version in its URI (RFC 6241 8)."""
    assert {uri.split(":")[-2] for uri in CAPABILITIES.values()} == set(CAPABILITIES)
    assert all(uri.startswith("urn:ietf:params:netconf:capability:") for uri in CAPABILITIES.values())
