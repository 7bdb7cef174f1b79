"""What stands in a value for what no legal value has; only ``Asn1Codec.encode_illegal`` takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Raw:
    """Bits in place of any part of a value, written as they are, where they are.

    All of ``octets``, or the first ``bits`` of them. In place of what an open type holds (an IE's content, an
    extension addition) they are its whole content, behind a length that counts them.
    """

    octets: bytes
    bits: int | None = None


@dataclass(frozen=True, slots=True)
class RootIndex:
    """An index of the root in place of a name of ENUMERATED, or of a CHOICE's alternative; beyond the last, mostly."""

    number: int


@dataclass(frozen=True, slots=True)
class Extended:
    """A SEQUENCE with its extension bit set, and additions of a newer edition: by index, the octets of each.

    Without any addition, neither in ``value`` nor here, the bit-map is empty, which X.691 19.8 does not allow.
    """

    value: Any
    additions: Mapping[int, bytes] = field(default_factory=dict)
