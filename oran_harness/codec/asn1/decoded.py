"""What lenient decoding returns."""

from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1.unknown_addition import UnknownAddition
from oran_harness.model.complaint import Complaint


@dataclass(frozen=True, slots=True)
class Decoded:
    """A value as far as it could be read, and what is wrong with its octets.

    ``value`` is None where nothing could be read; members that could not be read are None (or missing from a
    dict). ``consumed`` is the number of octets that the value took. ``unknown_additions`` are members of newer
    editions: encoding the value does not write them again.
    """

    value: Any
    complaints: tuple[Complaint, ...]
    consumed: int
    unknown_additions: tuple[UnknownAddition, ...] = ()
