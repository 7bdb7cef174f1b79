"""The reference E2 node as an actor."""

from collections.abc import Mapping, Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Happening, Stimulus
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.rics import STIMULI, Rics
from oran_harness.peers.ran_functions import RanFunction


class E2Node:
    """An E2 node: it connects, sets the interface up, and serves all procedures of E2AP up to 7.00.

    ``functions`` are RAN functions by id, in place of those that the configuration names. Raises ``UsageError`` for a
    configuration that cannot be; nothing that a RIC sends raises.
    """

    role = Role.E2_NODE

    def __init__(self, config: NodeConfig | None = None, functions: Mapping[int, RanFunction] | None = None) -> None:
        self.config = config or NodeConfig()
        self._rics = Rics(self.config, functions)
        self._state = self._rics.home.state
        """That of the interface with the configured near-RT RIC."""

    def begin(self, now: float) -> Sequence[Command]:
        """Open the first association."""
        self._rics.home.begin()
        return self._rics.commands()

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """Serve what happened."""
        if not isinstance(happening, Stimulus):
            self._rics.of(happening.association).handle(happening, now)
        elif happening.name in STIMULI:
            self._state.commands.append(self._rics.stimulate(happening))
        else:
            self._rics.home.handle(happening, now)
        return self._rics.commands()

    def wake(self, now: float) -> Sequence[Command]:
        """Do what is due: timers, and indications."""
        for interface in self._rics:
            interface.wake(now)
        return self._rics.commands()

    @property
    def wakes_at(self) -> float | None:
        """When something is due next."""
        times = (interface.wakes_at for interface in self._rics)
        return min((each for each in times if each is not None), default=None)
