"""Text of unknown origin, made safe for a terminal."""

import re

# C0 and C1 controls and DEL, lone surrogates (undecodable file names), and the marks that turn the direction of text:
# a peer's string must not steer a terminal or reorder a line.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""The text with everything that could steer a terminal written as ``\x1b`` or ``\u202e``."""
    return _UNSAFE.sub(_escaped, text)


def shortened(text: str, width: int) -> str:
    """Printable text of at most ``width`` characters, an ellipsis in place of the rest."""
    text = printable(text[: 4 * max(width, 1)])
    return text if len(text) <= width else text[: max(width - 3, 0)] + "..."


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
