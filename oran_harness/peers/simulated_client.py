"""What SSH and TLS of a client would offer and accept, without octets or sockets: by the settings that the wire has."""

from dataclasses import dataclass, field
from typing import Any

from oran_harness.peers.simulated_transport import IDENTIFICATION, Converse, old_suites, versions_of
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Framing, frame, speaking
from oran_harness.steps.attempts import (
    Attempt,
    Came,
    HostKey,
    Shown,
    SshOffer,
    SshOffered,
    SshReceived,
    SshReception,
    TlsOffer,
    TlsOffered,
    TlsReceived,
    TlsReception,
    Unmade,
)
from oran_harness.steps.security_policy import suites
from oran_harness.transports.side import ClientSide

HELLO = frame(speaking.hello((BASE_1_0, BASE_1_1)), Framing.END_OF_MESSAGE)
"""What it says once it goes on."""
_NEW = (0x1302, 0x1303, 0x1301)
_GROUPS = (29, 23, 24, 25)
_FORGED = (Shown.SELF_SIGNED, Shown.OTHER_CA, Shown.FORGED, Shown.FOR_CLIENTS)


@dataclass
class SimulatedClient:
    """A client with the settings of ``side``, which logs in by a password; what a subclass does else misbehaves."""

    side: ClientSide = field(default_factory=ClientSide)

    def meet(self, attempt: Attempt[Any], converse: Converse, now: float) -> Came | Unmade:
        """What comes of a visit. ``now`` is in seconds."""
        match attempt:
            case TlsOffer():
                return self.offers_tls()
            case TlsReception():
                return self.received_by_tls(attempt)
            case SshOffer():
                return self.offers_ssh()
            case SshReception():
                return self.received_by_ssh(attempt)
        return Unmade(f"nothing simulates a {type(attempt).__name__}")

    def offers_tls(self) -> TlsOffered:
        """What it offers over TLS."""
        policy = self.side.tls
        versions = versions_of(policy)
        old = old_suites(policy.ciphers, tuple(suites().values()))
        numbers = (*(_NEW if policy.newest == "1.3" else ()), *(old if policy.oldest < "1.3" else ()))
        return TlsOffered(True, tuple(f"TLS {each}" for each in versions), numbers, _GROUPS, (0,))

    def received_by_tls(self, visit: TlsReception) -> TlsReceived:
        """What it makes of a certificate."""
        side = self.side
        if visit.version is not None and visit.version not in versions_of(side.tls):
            return TlsReceived(True, why="the client refused all versions of TLS that we offer")
        dated = visit.shown not in (Shown.EXPIRED, Shown.NOT_YET_VALID) or not side.tls.dated
        named = visit.shown is not Shown.OTHER_NAME or side.any_name
        if not side.any_certificate and (visit.shown in _FORGED or not dated or not named):
            return TlsReceived(True, why="the client refused our certificate")
        return TlsReceived(True, "TLSv1.3", "TLS_AES_256_GCM_SHA384", HELLO)

    def offers_ssh(self) -> SshOffered:
        """What it offers over SSH."""
        given = self.side.ssh
        return SshOffered(IDENTIFICATION, True, given.key_exchange, given.signatures, given.ciphers, given.macs)

    def received_by_ssh(self, visit: SshReception) -> SshReceived:
        """What it makes of a host key."""
        if visit.shown is HostKey.RIGHT or self.side.any_host:
            return SshReceived(True, True, HELLO)
        return SshReceived(True, why="Host key is not trusted")
