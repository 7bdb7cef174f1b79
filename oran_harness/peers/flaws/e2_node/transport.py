"""E2 nodes that misbehave with what lies below E2AP (E2GAP 6.2, E2AP 9.4)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_saying import Scribbling
from oran_harness.peers.flaws.recognition import of
from oran_harness.peers.flaws.transport_flaw import WithoutPpid
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionResponse

NODE = Role.E2_NODE
_STREAMS = 4


class _ChangesStreams(FlawedActor):
    """Spreads its indications over all streams but the first."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._indications = 0

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Take the next stream."""
        if not isinstance(decoded.message, RICindication):
            return (say,)
        self._indications += 1
        return (replace(say, stream=1 + self._indications % _STREAMS),)


FLAWS = (
    Flaw("node-ppid-zero", "Sends with payload protocol identifier 0", NODE, None, WithoutPpid, ("E2-PPID",)),
    Flaw(
        "node-changes-streams",
        "Sends the indications of one subscription on several streams",
        NODE,
        None,
        _ChangesStreams,
        ("E2-SUBSCRIPTION-STREAM",),
    ),
    Flaw(
        "node-trailing-octets",
        "Sends two octets too many behind RIC SUBSCRIPTION RESPONSE",
        NODE,
        None,
        lambda actor: Scribbling(actor, of(RICsubscriptionResponse), lambda octets: octets + b"\x00\x00"),
        ("E2AP-SUB-201", "E2AP-TRAILING-OCTETS"),
    ),
)
"""One flaw each."""
