"""The E2 interface of the node with one near-RT RIC: all that is known of it is its own."""

from collections.abc import Mapping, Sequence

from oran_harness.peers.actor import Command, Happening, Heard, Over, Refused, Stimulus, Up
from oran_harness.peers.e2_node import indication
from oran_harness.peers.e2_node.associations import Associations
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.dispatch import receive
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.stimuli import stimulate
from oran_harness.peers.ran_functions import RanFunction


class Interface:
    """Serves one near-RT RIC: with associations, subscriptions and Transaction IDs that no other one has a part in.

    ``functions`` are as ``E2Node`` has them. ``uri`` is where the RIC is found, None for the one that is configured;
    ``prefix`` begins the names of its associations.
    """

    def __init__(
        self,
        config: NodeConfig,
        functions: Mapping[int, RanFunction] | None = None,
        *,
        uri: str | None = None,
        prefix: str = "",
    ) -> None:
        self.state = State(config, functions, prefix=prefix)
        self._associations = Associations(self.state, uri)

    def begin(self) -> None:
        """Open the first association."""
        self._associations.begin()

    def has(self, association: str) -> bool:
        """Whether an association is of this interface."""
        return association in self.state.links

    def handle(self, happening: Happening, now: float) -> None:
        """Serve what happened."""
        match happening:
            case Heard():
                link = self.state.links.get(happening.association)
                if link is not None:
                    receive(self.state, link, happening.octets, now)
            case Up():
                self._associations.up(happening, now)
            case Refused():
                self._associations.refused(happening, now)
            case Over():
                self._associations.over(happening, now)
            case Stimulus():
                self.state.commands.append(stimulate(self.state, happening, now))

    def wake(self, now: float) -> None:
        """Do what is due: timers, and indications."""
        self.state.timers.run(now)
        indication.due(self.state, now)

    @property
    def wakes_at(self) -> float | None:
        """When something is due next."""
        times = (self.state.timers.next, indication.next_due(self.state))
        return min((each for each in times if each is not None), default=None)

    def rest(self) -> None:
        """End all associations, and open none until ``resume``."""
        self._associations.rest()

    def resume(self) -> None:
        """Open an association again, if it was at rest."""
        self._associations.resume()

    def commands(self) -> Sequence[Command]:
        """What the host is to do; asked once."""
        commands = tuple(self.state.commands)
        self.state.commands.clear()
        return commands
