"""What services are called."""

import pytest

from oran_harness.transports.grpc.message import E2
from oran_harness.transports.grpc.service import Service
from oran_harness.transports.netconf_grpc.message import NETCONF
from tests.architecture.sources import ROOT


@pytest.mark.parametrize("service", [E2, NETCONF], ids=lambda each: each.carries)
def test_a_service_is_one_of_its_proto(service: Service) -> None:
    """The file that people are told of is there, and has the call."""
    text = (ROOT / service.proto).read_text("utf-8")
    package, _, name = service.name.rpartition(".")
    assert f"package {package};" in text
    assert f"service {name} {{" in text
    assert f"rpc {service.method}(stream " in text
    assert service.path == f"/{service.name}/{service.method}"
