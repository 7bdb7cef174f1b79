"""O1, as performances need it."""

from oran_harness.drivers.demand import Demand
from oran_harness.drivers.history import History
from oran_harness.drivers.netconf_sessions import NetconfSessions
from oran_harness.drivers.setting import Setting
from oran_harness.steps.inbox import Inbox
from oran_harness.steps.manager import Manager
from oran_harness.steps.netconf_manners import NetconfManners


class O1:
    """Between a manager and a managed element, the element under test."""

    name = "o1"
    manners = NetconfManners()

    def participant(self, setting: Setting) -> Manager:
        """Our manager."""
        return Manager(number=setting.number, address=setting.address, claims=setting.claims)

    def ends(self, peer: Manager, inbox: Inbox, history: History, demands: list[Demand]) -> NetconfSessions:
        """NETCONF over SSH or TLS."""
        return NetconfSessions(peer, inbox, history, demands)
