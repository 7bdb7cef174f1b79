"""RAN parameters of particular control actions."""

from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.build import TEST_PLMN, eutra_cell, nr_cell
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.build import drb_qos, handover_to, rrc_release, slice_quota
from oran_harness.service_models.rc.parameters import ParameterKind, walk

NODE = BitString(b"\x00\x01\x00", 20)


def found(parameters: Any) -> dict[str, Any]:
    """The elements of parameters: path to plain value."""
    items = walk(r.E2SM_RC_ControlMessage_Format1_Item(*each) for each in parameters)
    elements = (ParameterKind.ELEMENT, ParameterKind.KEY_ELEMENT)
    return {one.path: one.value[1] for one in items if one.kind in elements and one.value is not None}


def test_slice_quota() -> None:
    """The ratio list has the IDs of RC 8.4.3.6, among which there is no 4."""
    assert found(slice_quota(1, 0xABCDEF, minimum=5, maximum=50, dedicated=3)) == {
        "1[0].2.3.5[0].6.7": TEST_PLMN,
        "1[0].2.3.5[0].6.8.9": b"\x01",
        "1[0].2.3.5[0].6.8.10": b"\xab\xcd\xef",
        "1[0].2.11": 5,
        "1[0].2.12": 50,
        "1[0].2.13": 3,
    }
    assert not any(path.endswith("8.10") for path in found(slice_quota(1)))


def test_handover() -> None:
    """The target cell lies in the structures of RC 8.4.4.1: NR under 4, E-UTRA under 6."""
    assert found(handover_to(nr_cell(TEST_PLMN, NODE, 1))) == {"1.2.3.4": bytes.fromhex("00f1100001000010")}
    assert found(handover_to(eutra_cell(TEST_PLMN, NODE, 1))) == {"1.2.5.6": bytes.fromhex("00f11000010010")}


@pytest.mark.parametrize(
    ("parameters", "elements"), [(drb_qos(3, 7), {"1": 3, "2": 7}), (rrc_release(), {"1": 0})], ids=["drb", "release"]
)
def test_plain_ones(parameters: Any, elements: dict[str, int]) -> None:
    """A DRB by its ID with its 5QI; a release with its cause."""
    assert found(parameters) == elements
