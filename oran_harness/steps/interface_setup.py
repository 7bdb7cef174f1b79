"""Setup messages of the 3GPP interfaces, as an E2 node copies them into its component configurations (E2AP 9.2.27).

Each is the smallest that its specification allows: the mandatory IEs, with one PLMN, one tracking area, one slice. They
are laid out in aligned PER by hand, as nothing here speaks 3GPP interfaces. ``plmn`` is a PLMN Identity of three
octets; gNBs have ids of 28 bits unless told otherwise, eNBs of 20.
"""

from dataclasses import dataclass

_AREA = "000001"
_SLICE = "00000008"
_CELL = "409470510e00"
"""TDD at EARFCN 38000, 20 MHz, subframe assignment 1, special subframe pattern 7."""
_CRITICALITIES = {"reject": 0x00, "ignore": 0x40}

Ie = tuple[int, str, str]
"""An IE's id, its criticality and its value in hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class SetupExchange:
    """A setup request and its response, in octets."""

    request: bytes
    response: bytes


def ng_setup(plmn: bytes, gnb_id: int, amf: str, bits: int = 28) -> SetupExchange:
    """NG Setup of a gNB, whose id has 22 to 32 bits, with an AMF, whose name has 1 to 150 characters (TS 38.413)."""
    areas = f"0000{_AREA}00{plmn.hex()}{_SLICE}"
    return SetupExchange(
        _request(21, (27, "reject", _gnb(plmn, gnb_id, bits)), (102, "reject", areas), (21, "ignore", "40")),
        _response(
            21,
            (1, "reject", f"{len(amf) - 1 << 7:04x}{amf.encode('ascii').hex()}"),
            (96, "reject", f"0000{plmn.hex()}010040"),
            (86, "ignore", "ff"),
            (80, "reject", f"00{plmn.hex()}{_SLICE}"),
        ),
    )


def xn_setup(plmn: bytes, gnb_id: int, neighbour_id: int, bits: int = 28) -> SetupExchange:
    """Xn Setup of a gNB, whose id has 22 to 32 bits, with its neighbour (TS 38.423)."""
    areas = f"0000{_AREA}00{plmn.hex()}00000020"
    regions = f"00{plmn.hex()}01"
    return SetupExchange(
        _request(17, (14, "reject", _gnb(plmn, gnb_id, bits)), (75, "reject", areas), (4, "reject", regions)),
        _response(17, (14, "reject", _gnb(plmn, neighbour_id)), (75, "reject", areas)),
    )


def e1_setup(plmn: bytes, cu_up_id: int) -> SetupExchange:
    """E1 Setup, started by a gNB-CU-UP (TS 37.483)."""
    identity = (7, "reject", _long_number(cu_up_id))
    supported = f"0000{plmn.hex()}"
    return SetupExchange(
        _request(3, (57, "reject", "0000"), identity, (10, "reject", "20"), (11, "reject", supported)),
        _response(3, (57, "reject", "0000")),
    )


def f1_setup(du_id: int) -> SetupExchange:
    """F1 Setup, started by a gNB-DU (TS 38.473)."""
    identity = (42, "reject", _long_number(du_id))
    return SetupExchange(
        _request(1, (78, "reject", "0000"), identity, (171, "reject", "00")),
        # Unlike the others, F1AP's CHOICE of messages has no extension bit before its index.
        _message(0x40, 1, (78, "reject", "0000"), (170, "reject", "00")),
    )


def s1_setup(plmn: bytes, enb_id: int) -> SetupExchange:
    """S1 Setup of an eNB with an MME (TS 36.413)."""
    areas = f"00000040{plmn.hex()}"
    return SetupExchange(
        _request(17, (59, "reject", _enb(plmn, enb_id)), (64, "reject", areas), (137, "ignore", "40")),
        _response(17, (105, "reject", f"0000{plmn.hex()}000000010001"), (87, "ignore", "ff")),
    )


def x2_setup(plmn: bytes, enb_id: int, neighbour_id: int) -> SetupExchange:
    """X2 Setup of an eNB with its neighbour, each with one cell (TS 36.423)."""
    ours, theirs = (
        ((21, "reject", _enb(plmn, each)), (20, "reject", _cells(plmn, each))) for each in (enb_id, neighbour_id)
    )
    return SetupExchange(_request(6, *ours), _response(6, *theirs))


def _gnb(plmn: bytes, gnb_id: int, bits: int = 28) -> str:
    octets = -(-bits // 8)
    return f"00{plmn.hex()}{bits - 22 << 3:02x}{gnb_id << -bits % 8:0{2 * octets}x}"


def _enb(plmn: bytes, enb_id: int) -> str:
    return f"00{plmn.hex()}00{enb_id << 4:06x}"


def _cells(plmn: bytes, enb_id: int) -> str:
    cell_identity = f"{enb_id:05x}01"
    return f"0000{enb_id % 504:04x}00{plmn.hex()}{cell_identity}00010{plmn.hex()}{_CELL}"


def _long_number(value: int) -> str:
    """An INTEGER (0..68719476735): three bits say how many octets follow."""
    octets = value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big")
    return f"{len(octets) - 1 << 5:02x}{octets.hex()}"


def _request(code: int, *ies: Ie) -> bytes:
    return _message(0x00, code, *ies)


def _response(code: int, *ies: Ie) -> bytes:
    return _message(0x20, code, *ies)


def _message(kind: int, code: int, *ies: Ie) -> bytes:
    """The envelope that all these protocols share."""
    container = bytearray((0, 0, len(ies)))
    for number, criticality, digits in ies:
        value = bytes.fromhex(digits)
        container += number.to_bytes(2, "big") + bytes((_CRITICALITIES[criticality],)) + _length(value) + value
    return bytes((kind, code, 0)) + _length(container) + bytes(container)


def _length(octets: bytes | bytearray) -> bytes:
    """A length determinant; nothing here comes near the 16,384 octets from which on there are fragments."""
    count = len(octets)
    return bytes((count,)) if count < 128 else (0x8000 | count).to_bytes(2, "big")
