"""Values that payloads of several service models are made of.

* ``node_type`` - kinds of E2 nodes, as one offers them
* ``ue_ids`` - UE identities in a node's own variant
* ``cells`` - identities of a node's cells, and of its slices
"""

from .cells import cell, eutra_cell, nr_cell, s_nssai
from .node_type import NodeType
from .ue_ids import TEST_PLMN, ue_id, ue_number

__all__ = ["TEST_PLMN", "NodeType", "cell", "eutra_cell", "nr_cell", "s_nssai", "ue_id", "ue_number"]
