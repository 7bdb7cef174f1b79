"""The kinds of access."""

from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.datastore import Access


def test_accesses_are_those_of_the_access_rules(models: Models) -> None:
    """RFC 8341, 3.2.2: rules name the accesses by the bits of access-operations-type, and there are no others."""
    nacm = "{urn:ietf:params:xml:ns:yang:ietf-netconf-acm}"
    rule = models.schema[nacm + "nacm"].children[nacm + "rule-list"].children[nacm + "rule"]
    members = models.types.of(rule.children[nacm + "access-operations"]).members
    assert [set(member.names) for member in members if member.base == "bits"] == [{each.value for each in Access}]
