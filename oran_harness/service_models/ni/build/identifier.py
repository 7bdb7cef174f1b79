"""The Network Interface Identifier (NI 8.3.22)."""

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.ni.elements import GlobalENB_ID, GlobalgNB_ID, NI_Identifier

_MACRO_ENB = 20


def interface_identifier(plmn: bytes, node_id: BitString) -> NI_Identifier:
    """The identifier of a node's own end: a macro eNB where its id has 20 bits, else a gNB (22 to 32 bits)."""
    if node_id.length == _MACRO_ENB:
        return ("global-eNB-ID", GlobalENB_ID(plmn, ("macro-eNB-ID", node_id)))
    return ("global-ng-RAN-ID", ("gNB", GlobalgNB_ID(plmn, ("gnb-ID", node_id))))
