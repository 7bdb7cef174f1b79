"""E2SM-NI's payloads."""

from oran_harness.service_models.ni.model import NI
from oran_harness.service_models.payload import PayloadKind


def test_ni_has_every_service_but_query() -> None:
    """REPORT, INSERT, CONTROL and POLICY (NI 5); QUERY came with later models."""
    queries = {PayloadKind.QUERY_HEADER, PayloadKind.QUERY_DEFINITION, PayloadKind.QUERY_OUTCOME}
    assert set(NI.types) == set(PayloadKind) - queries
    assert all(NI.editions_with(kind) == NI.editions for kind in NI.types)


def test_ni_is_told_by_oid_and_short_name() -> None:
    """As its ASN.1 and NI 7.2 have them."""
    assert (NI.oid, NI.short_name) == ("1.3.6.1.4.1.53148.1.1.2.1", "ORAN-E2SM-NI")
