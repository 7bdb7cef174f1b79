"""E2 nodes that take no notice of where a further association shall go (E2AP 8.3.6)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Connect, Heard
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import E2connectionUpdate

NODE = Role.E2_NODE


class _GoingHome(FlawedActor):
    """Opens every association to the address that it is configured with."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Leave out the address."""
        if not isinstance(decoded.message, E2connectionUpdate):
            return None
        return [
            Connect(command.association) if isinstance(command, Connect) else command
            for command in self.pass_on(heard, now)
        ]


FLAWS = (
    Flaw(
        "node-further-association-goes-home",
        "Opens an association that an E2 CONNECTION UPDATE asks for to the address that it is configured with",
        NODE,
        None,
        _GoingHome,
        ("E2AP-CONNUPD-205",),
    ),
)
"""One flaw each."""
