"""The reference E2 node as an actor."""

from collections.abc import Mapping, Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Happening, Heard, Over, Refused, Stimulus, Up
from oran_harness.peers.e2_node import indication
from oran_harness.peers.e2_node.associations import Associations
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.dispatch import receive
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.stimuli import stimulate
from oran_harness.peers.ran_functions import RanFunction


class E2Node:
    """An E2 node: it connects, sets the interface up, and serves all procedures of E2AP up to 7.00.

    ``functions`` are RAN functions by id, in place of those that the configuration names. Raises ``UsageError`` for a
    configuration that cannot be; nothing that a RIC sends raises.
    """

    role = Role.E2_NODE

    def __init__(self, config: NodeConfig | None = None, functions: Mapping[int, RanFunction] | None = None) -> None:
        self.config = config or NodeConfig()
        self._state = State(self.config, functions)
        self._associations = Associations(self._state)

    def begin(self, now: float) -> Sequence[Command]:
        """Open the first association."""
        self._associations.begin()
        return self._commands()

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """Serve what happened."""
        match happening:
            case Heard():
                link = self._state.links.get(happening.association)
                if link is not None:
                    receive(self._state, link, happening.octets, now)
            case Up():
                self._associations.up(happening, now)
            case Refused():
                self._associations.refused(happening, now)
            case Over():
                self._associations.over(happening, now)
            case Stimulus():
                self._state.commands.append(stimulate(self._state, happening, now))
        return self._commands()

    def wake(self, now: float) -> Sequence[Command]:
        """Do what is due: timers, and indications."""
        self._state.timers.run(now)
        indication.due(self._state, now)
        return self._commands()

    @property
    def wakes_at(self) -> float | None:
        """When something is due next."""
        times = (self._state.timers.next, indication.next_due(self._state))
        return min((each for each in times if each is not None), default=None)

    def _commands(self) -> tuple[Command, ...]:
        commands = tuple(self._state.commands)
        self._state.commands.clear()
        return commands
