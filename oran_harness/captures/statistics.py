"""What a reader counted."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Statistics:
    """Counters that grow while a recording is read.

    ``octets`` counts those of the file consumed so far (of the compressed file for gzip), read-ahead included.
    ``unread_links`` maps each link type that cannot be read to its number of packets. ``malformed`` counts SCTP
    packets with chunks that do not fit into them, ``retransmissions`` DATA chunks seen before. For a history
    ``packets`` stays 0. ``encrypted`` says what encrypts NETCONF in it, and on which port; None where nothing does.
    """

    octets: int = 0
    packets: int = 0
    sctp_packets: int = 0
    malformed: int = 0
    retransmissions: int = 0
    encrypted: str | None = None
    unread_links: dict[int, int] = field(default_factory=dict)
