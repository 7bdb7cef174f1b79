"""What an association carries, E2AP or NETCONF: other protocols share hosts, ports and the empty PPID."""

from dataclasses import dataclass
from enum import StrEnum

from oran_harness.checkers.netconf.evidence import is_netconf, is_text
from oran_harness.model import Event
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.speaker import best_reading

PPIDS = (70, 71, 72)
"""E2-CP, E2-UP, E2-DU: what IANA gives to E2."""
PORT = ":36421"
"""The port that E2 uses by custom: a hint, never a rule (E2GAP 6.2)."""
_UNSET = 0
_TRIES = 4


class Protocol(StrEnum):
    """What an association was found to carry."""

    E2AP = "e2ap"
    NETCONF = "netconf"
    OTHER = "other"
    UNDECIDED = "undecided"


@dataclass(slots=True)
class Recognition:
    """Decides by the first messages of an association.

    ``told`` says that the history itself names its ends' roles. A ``whole`` association is judged by its first message
    alone: E2AP begins with a Setup or a Configuration Update, and messages of FlexRIC's E42 later look like E2AP's.
    """

    told: bool
    whole: bool
    tried: int = 0

    def judge(self, event: Event) -> Protocol:
        """What the next message tells."""
        if self.told or event.ppid in PPIDS:
            return Protocol.E2AP
        if event.octets is not None and _may_be_netconf(event, event.octets):
            return Protocol.NETCONF
        customary = event.ppid in (None, _UNSET) and any(
            name is not None and name.endswith(PORT) for name in (event.source, event.target)
        )
        if customary or (event.octets is not None and _reads_as_e2ap(event.octets)):
            return Protocol.E2AP
        self.tried += 1
        return Protocol.OTHER if self.whole or self.tried >= _TRIES else Protocol.UNDECIDED


def _may_be_netconf(event: Event, octets: bytes) -> bool:
    """Whether octets are NETCONF's, or of a transport without streams and perhaps from the midst of its messages."""
    streaming = event.stream is None and event.ppid is None
    return is_netconf(octets) or (streaming and bool(octets) and is_text(octets))


def _reads_as_e2ap(octets: bytes) -> bool:
    sighting = best_reading(octets)
    return bool(sighting.accepting) or _mostly_known(sighting.decoded)


def _mostly_known(decoded: DecodedMessage) -> bool:
    """Whether a message that conforms to no edition still is one: its procedure exists and most of its IEs belong to
    it.
    """
    if decoded.message is None or not decoded.ies:
        return False
    ids = {number for number, _ in decoded.message.IES}
    return 2 * sum(ie.id in ids for ie in decoded.ies) > len(decoded.ies)
