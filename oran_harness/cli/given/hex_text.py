"""Hexadecimal text as people paste it."""

import re

from oran_harness.cli.shown.printable import printable
from oran_harness.model.errors import UsageError

# What stands between octets in dumps, logs and source code. A 0x or \x begins a token; elsewhere it is a mistake.
_PREFIX = re.compile(r"(?:(?<=^)|(?<=[\s:,;\[{(\"']))0[xX]|\\[xX]")
_SEPARATORS = re.compile(r"[\s:,;\-.\[\]{}()\"']+")
_DIGITS = re.compile(r"[0-9A-Fa-f]*")


def octets_of(text: str) -> bytes:
    """The octets that hexadecimal text stands for.

    Spaces, line breaks, colons, commas, brackets, ``0x`` and its like with a backslash may stand between them.
    Raises ``UsageError``, saying what is wrong and where, if it is something else.
    """
    digits = _SEPARATORS.sub("", _PREFIX.sub("", text))
    good = _DIGITS.match(digits)
    end = good.end() if good else 0
    if end < len(digits):
        raise UsageError(
            f"{printable(digits[end])!r} behind {end} hex digits is no hex digit; give octets as in 20 01 00 1f."
        )
    if not digits:
        raise UsageError("There is no octet in the input; give octets as in 20 01 00 1f.")
    if len(digits) % 2:
        raise UsageError(f"An octet has two hex digits, and here are {len(digits)}: one is missing or too many.")
    return bytes.fromhex(digits)


def looks_like_hex(text: str) -> bool:
    """Whether text is hexadecimal, even if a digit is missing."""
    digits = _SEPARATORS.sub("", _PREFIX.sub("", text))
    return bool(digits) and _DIGITS.fullmatch(digits) is not None
