"""E2SM common: what the service models share.

* ``elements`` - the typed values
* ``plmn`` - PLMN identities and their digits
* ``cell_identity`` - cells against the node that owns them
* ``ue_id`` - which UE identity which node uses
* ``timestamp`` - time stamps of 8 octets, and what else they turn out to be
"""

from oran_harness.service_models.common.plmn import Plmn
from oran_harness.service_models.common.timestamp import WrongForm
from oran_harness.service_models.common.ue_id import NodeKind

__all__ = ["NodeKind", "Plmn", "WrongForm"]
