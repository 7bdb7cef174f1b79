"""A decoded value in a few words."""

from typing import Any

from oran_harness.cli.shown.printable import shortened
from oran_harness.codec.asn1 import BitString, Field, TraceNode

_LONGEST = 100
_PLMN_TYPES = ("PLMN-Identity", "PLMNIdentity", "PLMN-ID")


def value_text(node: TraceNode) -> str:
    """The value of a node without parts."""
    value = node.value
    if isinstance(value, bytes) and node.type_name in _PLMN_TYPES and (plmn := plmn_text(value)):
        return plmn
    return _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, BitString):
        return f"{value.length} bits, 0x{value.octets[:16].hex()}{'...' if len(value.octets) > 16 else ''}"
    if isinstance(value, bytes):
        return _octets_text(value)
    if isinstance(value, str):
        return shortened(value, _LONGEST)
    if isinstance(value, tuple):
        return f"{len(value)} elements" if value else "empty"
    if isinstance(value, Field):
        return _octets_text(value.octets)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value.bit_length() > 256:
        return f"a number of {value.bit_length()} bits"
    return shortened(str(value), _LONGEST)


def _octets_text(octets: bytes) -> str:
    counted = f"{len(octets)} octet{'' if len(octets) == 1 else 's'}"
    if len(octets) >= 3 and all(32 <= octet < 127 for octet in octets):
        return f'{counted}, "{shortened(octets.decode("ascii"), _LONGEST)}"'
    return counted


def plmn_text(octets: bytes) -> str | None:
    """Country and network code of a PLMN identity (TS 38.413 9.3.3.5), None if the digits are none."""
    if len(octets) != 3:
        return None
    digits = f"{octets[0] & 15:x}{octets[0] >> 4:x}{octets[1] & 15:x}"
    network = f"{octets[2] & 15:x}{octets[2] >> 4:x}" + (f"{octets[1] >> 4:x}" if octets[1] >> 4 != 15 else "")
    if not (digits + network).isdecimal():
        return f"no PLMN: {octets.hex(' ')}"
    return f"MCC {digits} MNC {network}"
