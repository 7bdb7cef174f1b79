"""The near-RT RICs of the node: the one that is configured, and those that someone told it to go to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from oran_harness.peers.actor import Answer, Command, Stimulus
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.interface import Interface
from oran_harness.peers.ran_functions import RanFunction

MOST_RICS = 8


class Rics:
    """An interface for each near-RT RIC. Whether a second one is gone to, and beside or instead, the config says.

    That an E2 node has one near-RT RIC only is what E2GAP says (4.2); what becomes of a second one is left open.
    """

    def __init__(self, config: NodeConfig, functions: Mapping[int, RanFunction] | None) -> None:
        self.home = Interface(config, functions)
        self._config = config
        self._others: dict[str, Interface] = {}
        self._leaving: list[Interface] = []
        self._gone_to = 0

    def __iter__(self) -> Iterator[Interface]:
        """All of them, the configured one first."""
        return iter((self.home, *self._others.values(), *self._leaving))

    def of(self, association: str) -> Interface:
        """The interface that an association is of; the configured one's for what is not known."""
        return next((each for each in self if each.has(association)), self.home)

    def stimulate(self, stimulus: Stimulus) -> Answer:
        """Go to a near-RT RIC, or leave it."""
        uri = stimulus.arguments.get("uri")
        if not isinstance(uri, str):
            return Answer(stimulus.ticket, "failed", {"reason": "uri has to be the address of a near-RT RIC"})
        reason = STIMULI[stimulus.name](self, uri)
        if reason is not None:
            return Answer(stimulus.ticket, "failed", {"reason": reason})
        return Answer(stimulus.ticket, "done")

    def connect(self, uri: str) -> str | None:
        """Go to the near-RT RIC at that URI; None, or why not."""
        if self._config.second_ric == "decline":
            return "this node serves one near-RT RIC, and has one"
        if uri in self._others:
            return None
        if len(self._others) >= MOST_RICS:
            return f"this node goes to {MOST_RICS} further near-RT RICs at most"
        self._gone_to += 1
        config = replace(self._config, far_end=uri, connects=True)
        other = self._others[uri] = Interface(config, uri=uri, prefix=f"ric-{self._gone_to + 1}-")
        if self._config.second_ric == "move":
            self.home.rest()
        other.begin()
        return None

    def disconnect(self, uri: str) -> str | None:
        """Leave the near-RT RIC at that URI, and be with the configured one; None, or why not."""
        other = self._others.pop(uri, None)
        if other is None:
            return "this node does not go to that near-RT RIC"
        other.rest()
        self._leaving.append(other)
        if not self._others:
            self.home.resume()
        return None

    def commands(self) -> Sequence[Command]:
        """What the host is to do; asked once."""
        commands = tuple(command for each in self for command in each.commands())
        self._leaving = [each for each in self._leaving if each.state.links]
        return commands


STIMULI: Mapping[str, Callable[[Rics, str], str | None]] = {"connect": Rics.connect, "disconnect": Rics.disconnect}
"""What someone may ask of the node about its near-RT RICs."""
