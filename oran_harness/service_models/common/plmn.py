"""PLMN identities: three octets of binary-coded decimal digits."""

import functools
from dataclasses import dataclass

FILLER = 0xF


@dataclass(frozen=True, slots=True)
class Plmn:
    """A mobile country code of three digits and a mobile network code of two or three."""

    mcc: str
    mnc: str

    def __str__(self) -> str:
        return f"{self.mcc}/{self.mnc}"

    @property
    def octets(self) -> bytes:
        """The PLMN Identity (COM 6.2.3.1 by TS 38.413 9.3.3.5); raises ``ValueError`` for anything but digits."""
        if not (self.mcc + self.mnc).isdecimal() or len(self.mcc) != 3 or len(self.mnc) not in (2, 3):
            raise ValueError(f"{self} is not three digits and two or three")
        digits = [int(digit) for digit in self.mcc]
        digits += [int(digit) for digit in self.mnc] if len(self.mnc) == 3 else [FILLER, *map(int, self.mnc)]
        return bytes(low | high << 4 for low, high in zip(digits[::2], digits[1::2], strict=True))


def digits(octets: bytes) -> tuple[int, ...]:
    """The nibbles of a PLMN Identity in the order of the digits: each octet's low nibble first."""
    return tuple(nibble for octet in octets for nibble in (octet & 15, octet >> 4))


def plmn(octets: bytes) -> Plmn | None:
    """The PLMN that three octets stand for, None if a nibble is no digit where it must be one.

    A network code of three digits begins in the high nibble of the second octet, as NGAP has it.
    """
    if illegal(octets):
        return None
    mcc1, mcc2, mcc3, fourth, fifth, sixth = digits(octets)
    mnc = (fifth, sixth) if fourth == FILLER else (fourth, fifth, sixth)
    return Plmn(f"{mcc1}{mcc2}{mcc3}", "".join(map(str, mnc)))


@functools.lru_cache(maxsize=256)
def illegal(octets: bytes) -> str | None:
    """What no PLMN Identity can be: in words, None for a legal one (COM 6.2.3.1)."""
    if len(octets) != 3:
        return f"{len(octets)} octets instead of 3"
    for place, nibble in enumerate(digits(octets)):
        if nibble > 9 and not (place == 3 and nibble == FILLER):
            which = "high" if place % 2 else "low"
            return f"the {which} nibble of octet {place // 2 + 1} is {nibble:X}, no digit"
    return None


def text_in(octets: bytes) -> str | None:
    """The digits that three octets spell in ASCII, None if they do not.

    ``37 34 37`` is legal as a PLMN, 734/373; a product that copied the text "747" means something else. Only the
    configured PLMN tells.
    """
    return octets.decode("ascii") if len(octets) == 3 and all(0x30 <= octet <= 0x39 for octet in octets) else None


def misreading(octets: bytes, expected: Plmn) -> str | None:
    """How octets that should be ``expected`` came about, in words.

    None if they are as they should be, or if no known mistake explains them; compare with ``expected.octets``.
    """
    right = expected.octets
    if octets == right or len(octets) != 3:
        return None
    if octets == bytes(octet >> 4 | (octet & 15) << 4 for octet in right):
        return "the nibbles of each octet are swapped"
    if octets == right[::-1]:
        return "the octets are in reverse order"
    text = text_in(octets)
    if text and text in expected.mcc + expected.mnc:
        return f"the octets are the text {text!r}"
    if len(expected.mnc) == 3:
        mcc, mnc = map(int, expected.mcc), tuple(map(int, expected.mnc))
        mcc1, mcc2, mcc3 = mcc
        if octets == bytes((mcc1 | mcc2 << 4, mcc3 | mnc[2] << 4, mnc[0] | mnc[1] << 4)):
            return "the network code is in the order that NAS messages have"
    return None
