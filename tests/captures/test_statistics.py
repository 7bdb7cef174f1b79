from oran_harness.captures.statistics import Statistics
from tests.captures import packets


def test_starts_at_nothing() -> None:
    """All counters begin at nothing, and two readers share none."""
    one, two = Statistics(), Statistics()
    one.unread_links[9] = 1
    assert (two.packets, two.sctp_packets, two.octets, two.unread_links) == (0, 0, 0, {})


def test_counts_what_was_read() -> None:
    """After the last event the counters hold for the whole file: packets, SCTP among them, octets, retransmissions."""
    talk = packets.Talk()
    again = talk.up(packets.data(1, b"one"))
    octets = packets.pcap([*talk.handshake(), again, again, packets.ipv4(b"not SCTP", protocol=6)])
    _, recording = packets.read(octets)
    statistics = recording.statistics
    assert (statistics.packets, statistics.sctp_packets, statistics.retransmissions) == (7, 6, 1)
    assert statistics.octets == len(octets)
