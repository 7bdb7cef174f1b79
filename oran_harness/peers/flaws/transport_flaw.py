"""The misbehaviour of transport that either role can have."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.peers.actor import Command, Say
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap.decoded import DecodedMessage


class WithoutPpid(FlawedActor):
    """Leaves SCTP's payload protocol identifier at 0, where E2-CP has 70 (E2GAP 6.2)."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Say it without."""
        return (replace(say, ppid=0),)
