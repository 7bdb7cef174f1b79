"""O1, as performances need it."""

from oran_harness.drivers.demand import Demand
from oran_harness.drivers.element_sessions import ElementSessions
from oran_harness.drivers.history import History
from oran_harness.drivers.netconf_sessions import NetconfSessions
from oran_harness.drivers.setting import Setting
from oran_harness.model import Role
from oran_harness.steps.inbox import Inbox
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.manager import Manager
from oran_harness.steps.netconf_manners import NetconfManners


class O1:
    """Between a manager and a managed element."""

    name = "o1"
    manners = NetconfManners()

    def participant(self, setting: Setting) -> Manager | ManagedElement:
        """Our manager, or our managed element."""
        if setting.role is Role.O1_MANAGER:
            return ManagedElement(
                number=setting.number, address=setting.address, comes=setting.sut_connects, policy=setting.policy
            )
        return Manager(
            number=setting.number,
            address=setting.address,
            other_user=setting.other_user,
            comes=setting.sut_connects,
            policy=setting.policy,
            claims=setting.claims,
        )

    def ends(
        self, peer: Manager | ManagedElement, inbox: Inbox, history: History, demands: list[Demand]
    ) -> NetconfSessions[Manager] | ElementSessions:
        """NETCONF over SSH, TLS or gRPC."""
        if isinstance(peer, ManagedElement):
            return ElementSessions(peer, inbox, history, demands)
        return NetconfSessions(peer, inbox, history, demands)
