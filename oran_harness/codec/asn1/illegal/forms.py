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


@dataclass(frozen=True, slots=True)
class Padded:
    """A whole message, or what an open type holds, in whose encoding one padding is not zero bits (X.691 11.1.4).

    ``number`` counts the paddings from 0, without those of open types inside; the one at the end is the last. As many
    of the lowest of ``bits`` are written as it has.
    """

    value: Any
    number: int
    bits: int


@dataclass(frozen=True, slots=True)
class LongForm:
    """A value whose first length below 128, or index of an addition below 64, is written as larger ones are.

    X.691 11.9.3.6 and 11.6.1 have the short form for these. In place of what an open type holds ``of_open_type`` means
    that one's length.
    """

    value: Any
    of_open_type: bool = False


@dataclass(frozen=True, slots=True)
class FalseLength:
    """A value whose first unconstrained length says ``length``, whatever stands behind it.

    In place of what an open type holds ``of_open_type`` means that one's length.
    """

    value: Any
    length: int
    of_open_type: bool = False


@dataclass(frozen=True, slots=True)
class ExtensionForm:
    """A value whose number or size is written as one outside of the extension root, although it is inside.

    X.691 13.1, 16.6, 17.3, 20.4 and 30.4 keep that form for those outside.
    """

    value: Any

    @property
    def of_open_type(self) -> bool:
        """Open types have no root."""
        return False
