"""E2 nodes that misbehave where they remove an association of their own accord (E2AP 8.3.5)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, End, Happening, Heard, Over, Up
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import E2nodeConfigurationUpdate, E2nodeConfigurationUpdateAcknowledge

NODE = Role.E2_NODE


class _Clinging(FlawedActor):
    """Closes no association when its update is acknowledged."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Do all else that is due then."""
        if not isinstance(decoded.message, E2nodeConfigurationUpdateAcknowledge):
            return None
        return [command for command in self.pass_on(heard, now) if not isinstance(command, End)]


class _LettingAllGo(FlawedActor):
    """Closes all its associations where it should close one."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._up: list[str] = []

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """See which there are."""
        if isinstance(happening, Up):
            self._up.append(happening.association)
        elif isinstance(happening, Over) and happening.association in self._up:
            self._up.remove(happening.association)
        return None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Close the others too."""
        if not isinstance(decoded.message, E2nodeConfigurationUpdateAcknowledge):
            return None
        commands = self.pass_on(heard, now)
        ended = {command.association for command in commands if isinstance(command, End)}
        return [*commands, *(End(name) for name in self._up if ended and name not in ended)]


FLAWS = (
    Flaw(
        "node-removed-association-unlisted",
        "Names no association in the E2 NODE CONFIGURATION UPDATE by which it removes one",
        NODE,
        None,
        lambda actor: Rewriting(actor, E2nodeConfigurationUpdate, put(e2_node_tnl_association_removal=None)),
        ("E2AP-CONFUPD-204",),
    ),
    Flaw(
        "node-removed-association-stays",
        "Keeps an association open that it has told to remove",
        NODE,
        None,
        _Clinging,
        ("E2AP-CONFUPD-204",),
    ),
    Flaw(
        "node-removal-of-one-association-ends-all",
        "Closes all its associations when it removes one",
        NODE,
        None,
        _LettingAllGo,
        ("E2AP-CONFUPD-204",),
    ),
)
"""One flaw each."""
