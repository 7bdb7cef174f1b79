"""Link layers: where in a frame the IP header begins.

Each function takes the octets of a frame and answers the offset of its IP header, or -1 when it carries none.
Layouts are those of the registry of link types at tcpdump.org and of IEEE 802.3 and 802.1Q.
"""

from collections.abc import Callable

_IP = (0x0800, 0x86DD)
_VLAN = (0x8100, 0x88A8, 0x9100, 0x9200)
_MOST_TAGS = 8
# AF_INET is 2 everywhere; AF_INET6 is 10 on Linux, 24, 28 or 30 on the BSDs and macOS.
_FAMILIES = {2, 10, 24, 28, 30}


def _after_type(frame: bytes, offset: int) -> int:
    """From the offset of an EtherType to the IP header behind it, through any VLAN tags."""
    for _ in range(_MOST_TAGS):
        if len(frame) < offset + 2:
            return -1
        ether_type = frame[offset] << 8 | frame[offset + 1]
        if ether_type in _IP:
            return offset + 2
        if ether_type not in _VLAN:
            return -1
        offset += 4
    return -1


def ethernet(frame: bytes) -> int:
    """Ethernet II (1), with 802.1Q and QinQ tags."""
    if frame[12:14] == b"\x08\x00":
        return 14
    return _after_type(frame, 12)


def linux_cooked(frame: bytes) -> int:
    """Linux cooked capture v1 (113): 16 octets, the protocol last."""
    return _after_type(frame, 14)


def linux_cooked_2(frame: bytes) -> int:
    """Linux cooked capture v2 (276): 20 octets, the protocol first."""
    if len(frame) < 20:
        return -1
    ether_type = frame[0] << 8 | frame[1]
    if ether_type in _IP:
        return 20
    # Behind the header stands the tag's control information, then the inner type.
    return _after_type(frame, 22) if ether_type in _VLAN else -1


def loopback(frame: bytes) -> int:
    """BSD loopback, NULL (0) and LOOP (108): the address family in four octets of either byte order."""
    family = frame[:4]
    known = int.from_bytes(family, "little") in _FAMILIES or int.from_bytes(family, "big") in _FAMILIES
    return 4 if known else -1


def raw_ip(_frame: bytes) -> int:
    """Raw IP (101, 12, 14, 228, 229): no link layer; the IP version tells which."""
    return 0


LINKS: dict[int, Callable[[bytes], int]] = {
    0: loopback,
    1: ethernet,
    12: raw_ip,
    14: raw_ip,
    101: raw_ip,
    108: loopback,
    113: linux_cooked,
    228: raw_ip,
    229: raw_ip,
    276: linux_cooked_2,
}
"""The walk of each link type that is known."""

_NAMES = {
    9: "PPP",
    104: "Cisco HDLC",
    105: "802.11",
    127: "802.11 with radiotap",
    189: "USB",
    195: "802.15.4",
    220: "USB",
    239: "NFLOG",
    249: "USB",
    252: "exported PDUs",
}


def link_name(link_type: int) -> str:
    """A link type for a person: its number, and its name where it is one that people meet."""
    if 147 <= link_type <= 162:
        return f"{link_type} (user-defined)"
    return f"{link_type} ({_NAMES[link_type]})" if link_type in _NAMES else str(link_type)
