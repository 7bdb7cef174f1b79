"""Identities of cells and slices (COM 6.2.3)."""

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.build.node_type import NodeType
from oran_harness.service_models.common.elements import CGI, EUTRA_CGI, NR_CGI, S_NSSAI

_NR_BITS = 36
_EUTRA_BITS = 28


def nr_cell(plmn: bytes, node_id: BitString, number: int) -> CGI:
    """The ``number``-th NR cell of a gNB: its identity begins with the gNB-ID (COM 6.2.1, 6.2.3.3)."""
    return ("nR-CGI", NR_CGI(plmn, _identity(node_id, number, _NR_BITS)))


def eutra_cell(plmn: bytes, node_id: BitString, number: int) -> CGI:
    """The ``number``-th E-UTRA cell of an eNB or ng-eNB: its identity begins with the node's ID."""
    return ("eUTRA-CGI", EUTRA_CGI(plmn, _identity(node_id, number, _EUTRA_BITS)))


def cell(kind: NodeType | str, plmn: bytes, node_id: BitString, number: int) -> CGI:
    """The ``number``-th cell of a node of that kind; raises ``ValueError`` for an unknown kind."""
    return (nr_cell if NodeType(kind).new_radio else eutra_cell)(plmn, node_id, number)


def s_nssai(sst: int, sd: int | None = None) -> S_NSSAI:
    """A slice by its SST (0..255) and SD (0..16777215), which may be left out."""
    return S_NSSAI(sst.to_bytes(1), None if sd is None else sd.to_bytes(3))


def _identity(node_id: BitString, number: int, bits: int) -> BitString:
    """A cell identity: the node's ID, and the number in the bits that are left (modulo what fits into them)."""
    rest = max(bits - node_id.length, 0)
    node = int.from_bytes(node_id.octets) >> (-node_id.length % 8)
    value = (node << rest | number % (1 << rest)) & ((1 << bits) - 1)
    padding = -bits % 8
    return BitString((value << padding).to_bytes((bits + padding) // 8), bits)
