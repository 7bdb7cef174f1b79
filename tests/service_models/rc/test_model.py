"""E2SM-RC's payloads."""

from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.model import RC


def test_rc_has_every_payload() -> None:
    """RC has all services, QUERY in the editions after 1.03."""
    assert set(RC.types) == set(PayloadKind)
    queries = {PayloadKind.QUERY_HEADER, PayloadKind.QUERY_DEFINITION, PayloadKind.QUERY_OUTCOME}
    assert all((RC.editions_with(kind) == RC.editions) == (kind not in queries) for kind in PayloadKind)
