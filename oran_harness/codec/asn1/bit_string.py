"""The value of a BIT STRING."""

from typing import NamedTuple


class BitString(NamedTuple):
    """Bits, the first one the most significant of ``octets``; ``length`` is in bits.

    ``octets`` has as many octets as the bits need; unused bits of the last one are zero.
    """

    octets: bytes
    length: int
