"""What a NETCONF session gives to the steps of a case."""

from dataclasses import dataclass

from oran_harness.protocols.message import AnyMessage
from oran_harness.protocols.netconf import Breach, Rpc
from oran_harness.steps.received import Incoming


@dataclass(frozen=True, slots=True)
class NetconfReceived(Incoming):
    """One NETCONF message of the SUT; ``association`` names the session.

    ``read`` is None where the octets are none. ``breaches`` are what its octets depart in from NETCONF, ``request`` is
    what a reply answers, ``latency`` how many seconds later.
    """

    octets: bytes
    read: AnyMessage | None
    called: str
    breaches: tuple[Breach, ...] = ()
    request: Rpc | None = None
    latency: float | None = None

    @property
    def message(self) -> AnyMessage | None:
        """The typed message; None where the octets are none."""
        return self.read

    @property
    def label(self) -> str:
        """Its name, with what it is about."""
        return self.called

    @property
    def conforms(self) -> bool:
        """Whether nothing in it breaks NETCONF."""
        return self.read is not None and all(breach.open for breach in self.breaches)
