"""Identities of cells and slices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.build import TEST_PLMN, NodeType, cell, eutra_cell, nr_cell, s_nssai
from oran_harness.service_models.common.cell_identity import begins_with
from oran_harness.service_models.common.elements import EUTRA_CGI, NR_CGI, S_NSSAI


@given(st.integers(22, 32), st.data())
def test_cells_begin_with_their_node(length: int, data: st.DataObject) -> None:
    """An NR cell identity has 36 bits and begins with the gNB-ID, whatever its length (COM 6.2.1)."""
    padding = -length % 8
    node = data.draw(st.integers(0, (1 << length) - 1)) << padding
    node_id = BitString(node.to_bytes((length + padding) // 8), length)
    own = nr_cell(TEST_PLMN, node_id, data.draw(st.integers(0, 5000)))[1]
    assert isinstance(own, NR_CGI)
    assert own.nr_cell_identity.length == 36
    assert own.nr_cell_identity.octets[-1] & 15 == 0
    assert begins_with(own.nr_cell_identity, node_id)


def test_cells_of_one_node_differ() -> None:
    """Cells have the number that they are asked for."""
    node_id = BitString(b"\x00\x00\x01\x00", 28)
    assert len({nr_cell(TEST_PLMN, node_id, number)[1] for number in range(16)}) == 16
    assert nr_cell(TEST_PLMN, node_id, 3) == ("nR-CGI", NR_CGI(TEST_PLMN, BitString(bytes.fromhex("0000010030"), 36)))


def test_e_utra_cells() -> None:
    """An E-UTRA cell identity has 28 bits; that of a home eNB is its ID."""
    macro = eutra_cell(TEST_PLMN, BitString(bytes.fromhex("123450"), 20), 1)[1]
    assert macro == EUTRA_CGI(TEST_PLMN, BitString(bytes.fromhex("12345010"), 28))
    home = BitString(bytes.fromhex("12345670"), 28)
    assert eutra_cell(TEST_PLMN, home, 9)[1] == EUTRA_CGI(TEST_PLMN, home)


def test_the_kind_of_node_decides() -> None:
    """LTE base stations have E-UTRA cells, all others NR cells; an unknown kind is a mistake."""
    node_id = BitString(bytes.fromhex("123450"), 20)
    assert cell("enb", TEST_PLMN, node_id, 1)[0] == "eUTRA-CGI"
    assert cell(NodeType.DU, TEST_PLMN, node_id, 1)[0] == "nR-CGI"
    with pytest.raises(ValueError, match="'ric' is not a valid NodeType"):
        cell("ric", TEST_PLMN, node_id, 1)


def test_slices() -> None:
    """An S-NSSAI is one octet, and perhaps three more."""
    assert s_nssai(1) == S_NSSAI(b"\x01")
    assert s_nssai(1, 0xFFFFFF) == S_NSSAI(b"\x01", b"\xff\xff\xff")
