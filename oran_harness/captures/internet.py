"""IPv4 and IPv6, and UDP where it carries SCTP (RFC 6951): from an IP header to the SCTP packet behind it."""

from oran_harness.captures.checksum import has_right_checksum
from oran_harness.captures.chunks import looks_like_sctp
from oran_harness.captures.fragments import Fragments

SCTP = 132
TCP = 6
_UDP = 17
_FRAGMENT = 44
_AUTHENTICATION = 51
# Hop-by-hop, routing, destination options, mobility, HIP, shim6: a length in units of eight octets follows the type.
_EXTENSIONS = {0, 43, 60, 135, 139, 140, _AUTHENTICATION, _FRAGMENT}
_CARRIERS = {SCTP, _UDP} | _EXTENSIONS
_MOST_EXTENSIONS = 16
ENCAPSULATION_PORT = 9899
_MOST_GUESSES = 256
"""How many UDP payloads may look like SCTP and fail its checksum before the search on other ports ends."""

Packet = tuple[bytes, bytes, bool]
"""Source and target address as one string of octets, the SCTP packet, and whether its end was not captured."""


class Internet:
    """Finds SCTP packets behind IP headers and puts fragments together.

    IP and UDP checksums are not looked at: they are often left to the network card. ``fragments_lost`` counts
    fragmented SCTP datagrams of which nothing was delivered.
    """

    def __init__(self) -> None:
        self._sctp_fragments = Fragments()
        self._other_fragments = Fragments()
        self._ports: set[bytes] = set()
        self._guesses = 0

    @property
    def fragments_lost(self) -> int:
        """How many fragmented SCTP datagrams were given up."""
        return self._sctp_fragments.lost

    def finish(self) -> int:
        """End of the capture: how many fragmented SCTP datagrams were given up in all."""
        return self._sctp_fragments.finish()

    def find(self, frame: bytes, start: int, wire_length: int, now: int) -> Packet | None:
        """The SCTP packet behind the IP header at offset ``start``; None if there is none, or not yet.

        ``wire_length`` is the frame's length on the wire in octets, ``now`` its time in nanoseconds.
        """
        try:
            version = frame[start] >> 4
            if version == 4:
                return self._version_4(frame, start, wire_length, now)
            return self._version_6(frame, start, wire_length, now) if version == 6 else None
        except IndexError:
            return None

    def _version_4(self, frame: bytes, start: int, wire_length: int, now: int) -> Packet | None:
        protocol = frame[start + 9]
        if protocol not in (SCTP, _UDP):
            return None
        begin = start + (frame[start] & 15) * 4
        end = start + (frame[start + 2] << 8 | frame[start + 3])
        # A length of 0 is left by segmentation offload: the datagram fills the frame.
        end = end if end > start else start + max(wire_length - start, 0)
        if begin < start + 20 or end < begin:
            return None
        addresses = frame[start + 12 : start + 20]
        cut = end > len(frame)
        payload = frame[begin:end]
        placed = frame[start + 6] << 8 | frame[start + 7]
        if placed & 0x3FFF:
            key = addresses + frame[start + 4 : start + 6]
            return self._fragment(addresses, key, protocol, placed & 0x1FFF, bool(placed & 0x2000), payload, cut, now)
        return self._transport(addresses, protocol, payload, cut)

    def _version_6(self, frame: bytes, start: int, wire_length: int, now: int) -> Packet | None:
        protocol = frame[start + 6]
        if protocol not in _CARRIERS:
            return None
        length = frame[start + 4] << 8 | frame[start + 5]
        end = start + 40 + length if length else start + max(wire_length - start, 0)
        cut = end > len(frame)
        addresses = frame[start + 8 : start + 40]
        return self._headers(addresses, protocol, frame[start + 40 : end], cut, now)

    def _headers(self, addresses: bytes, protocol: int, octets: bytes, cut: bool, now: int) -> Packet | None:
        """Walk IPv6 extension headers up to the transport."""
        begin = 0
        for _ in range(_MOST_EXTENSIONS):
            if protocol not in _EXTENSIONS:
                break
            if protocol == _FRAGMENT:
                placed = octets[begin + 2] << 8 | octets[begin + 3]
                protocol, key = octets[begin], addresses + octets[begin + 4 : begin + 8]
                begin += 8
                if placed & 0xFFF9:
                    units, more = placed >> 3, bool(placed & 1)
                    return self._fragment(addresses, key, protocol, units, more, octets[begin:], cut, now)
            elif protocol == _AUTHENTICATION:
                protocol, begin = octets[begin], begin + (octets[begin + 1] + 2) * 4
            else:
                protocol, begin = octets[begin], begin + (octets[begin + 1] + 1) * 8
        return self._transport(addresses, protocol, octets[begin:], cut)

    def _fragment(
        self, addresses: bytes, key: bytes, protocol: int, units: int, more: bool, payload: bytes, cut: bool, now: int
    ) -> Packet | None:
        """Keep one fragment at ``units`` times eight octets; the packet once it is whole."""
        if protocol not in _CARRIERS:
            return None
        fragments = self._other_fragments if protocol == _UDP else self._sctp_fragments
        # What was not captured of a fragment is never coming: its datagram stays incomplete and is counted as lost.
        payload = payload[: len(payload) & ~7] if cut else payload
        whole = fragments.add(key, units * 8, more or cut, payload, now)
        if whole is None:
            return None
        # A second fragment header within would be an attack, not a datagram.
        return None if protocol == _FRAGMENT else self._headers(addresses, protocol, whole, False, now)

    def _transport(self, addresses: bytes, protocol: int, payload: bytes, cut: bool) -> Packet | None:
        if protocol == SCTP:
            return addresses, payload, cut
        if protocol != _UDP or len(payload) < 24:
            return None
        length = payload[4] << 8 | payload[5]
        inner = payload[8 : length or None]
        ports = addresses + payload[:4]
        if not self._carries_sctp(ports, inner, cut):
            return None
        return addresses, inner, cut

    def _carries_sctp(self, ports: bytes, inner: bytes, cut: bool) -> bool:
        """RFC 6951: by the port, or on any other port by shape and checksum."""
        if ports in self._ports:
            return len(inner) >= 12
        own = int.from_bytes(ports[-4:-2], "big"), int.from_bytes(ports[-2:], "big")
        if ENCAPSULATION_PORT in own:
            return len(inner) >= 16 and (cut or looks_like_sctp(inner, any_chunk=True))
        if cut or self._guesses >= _MOST_GUESSES or not looks_like_sctp(inner):
            return False
        if not has_right_checksum(inner):
            self._guesses += 1
            return False
        half = len(ports[:-4]) // 2
        source, target = ports[:half], ports[half:-4]
        if len(self._ports) < 4096:
            self._ports |= {ports, target + source + ports[-2:] + ports[-4:-2]}
        return True
