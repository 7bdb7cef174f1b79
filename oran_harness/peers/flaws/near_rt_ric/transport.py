"""Near-RT RICs that misbehave with their associations (E2AP 6; E2GAP 6.2)."""

from collections.abc import Sequence

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Happening, Heard, Say, Up
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.transport_flaw import WithoutPpid
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.messages import E2setupRequest, E2setupResponse

RIC = Role.NEAR_RT_RIC


class _ServesOneNode(FlawedActor):
    """Crashes when a second association comes up."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._up = 0

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        """Crash."""
        self._up += isinstance(happening, Up)
        return (Die(),) if self._up > 1 else None


class _SetsUpOnce(FlawedActor):
    """Crashes on a second E2 Setup of an association that stands."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._set_up: set[str] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember that it stands."""
        if isinstance(decoded.message, E2setupResponse):
            self._set_up.add(say.association)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Crash."""
        again = isinstance(decoded.message, E2setupRequest) and heard.association in self._set_up
        return (Die(),) if again else None


FLAWS = (
    Flaw("ric-ppid-zero", "Sends with payload protocol identifier 0", RIC, None, WithoutPpid, ("E2-PPID",)),
    Flaw(
        "ric-dies-on-second-association",
        "Crashes when a second association comes up",
        RIC,
        None,
        _ServesOneNode,
        ("E2AP-SETUP-106",),
    ),
    Flaw(
        "ric-dies-on-second-setup",
        "Crashes on a second E2 Setup of an association that stands",
        RIC,
        None,
        _SetsUpOnce,
        ("E2AP-SETUP-107",),
    ),
)
"""One flaw each."""
