"""Network Interface Identifiers."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.build import TEST_PLMN
from oran_harness.service_models.ni.build import interface_identifier


@pytest.mark.parametrize(("bits", "name"), [(20, "global-eNB-ID"), (22, "global-ng-RAN-ID"), (32, "global-ng-RAN-ID")])
def test_the_length_of_the_id_tells_the_kind(bits: int, name: str) -> None:
    """A macro eNB has 20 bits, a gNB 22 to 32."""
    node_id = BitString(bytes(-(-bits // 8)), bits)
    assert interface_identifier(TEST_PLMN, node_id)[0] == name
