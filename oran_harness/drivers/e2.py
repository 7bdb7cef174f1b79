"""E2, as performances need it."""

from oran_harness.drivers.associations import Associations
from oran_harness.drivers.demand import Demand
from oran_harness.drivers.history import History
from oran_harness.drivers.setting import Setting
from oran_harness.steps import Peer
from oran_harness.steps.e2ap_manners import E2apManners
from oran_harness.steps.inbox import Inbox


class E2:
    """Between an E2 node and a near-RT RIC."""

    name = "e2"
    manners = E2apManners()

    def participant(self, setting: Setting) -> Peer:
        """Our E2 node, or our near-RT RIC."""
        return Peer(
            setting.role.other,
            setting.edition,
            seed=setting.seed,
            claims=setting.claims,
            number=setting.number,
            address=setting.address,
        )

    def ends(self, peer: Peer, inbox: Inbox, history: History, demands: list[Demand]) -> Associations:
        """E2AP over SCTP, or what carries it instead."""
        return Associations(peer, inbox, history, demands)
