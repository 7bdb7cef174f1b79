"""A value of a type, made of a seed."""

import base64
import re
from decimal import Decimal

from oran_harness.codec.yang import SchemaNode, ValueType
from oran_harness.peers.o1_provider.datastore.pattern_sample import Pick, sample

_BITS = {"8": 8, "16": 16, "32": 32, "64": 64}
_WORDS = (
    "north", "n1", "eth0", "10.0.0.1", "2001:db8::1", "host.example.org", "00:11:22:33:44:55", "2026-11-01T00:00:00Z",
    "1.3.6.1", "urn:example:a", "0a0b", "12:30", "0", "00000000-0000-4000-8000-000000000001", "10.0.0.0/24",
)  # fmt: skip


def plausible_value(kind: ValueType, node: SchemaNode, pick: Pick, number: int) -> str | None:
    """A value of that type, another one for each ``number`` where the type allows; ``None`` if it needs other data."""
    base = kind.base
    if base == "boolean":
        return ("true", "false")[(pick(2) + number) % 2]
    if base == "empty":
        return ""
    if base in ("enumeration", "bits"):
        return kind.names[(pick(len(kind.names)) + number) % len(kind.names)] if kind.names else None
    if base == "decimal64" or ("int" in base and base != "instance-identifier" and base != "leafref"):
        return _number(kind, pick, number)
    if base == "binary":
        return base64.b64encode(bytes(_length(kind, 4))).decode()
    if base == "union":
        made = (plausible_value(member, node, pick, number) for member in kind.members)
        return next((each for each in made if each is not None), None)
    if base == "string":
        return _text(kind, node, pick, number)
    return None


def bounds(kind: ValueType) -> list[tuple[Decimal, Decimal]]:
    """The ranges that a number may be in, by its outermost restriction."""
    if kind.base == "decimal64":
        most = (Decimal(2) ** 63 - 1).scaleb(-kind.fraction_digits)
        least = -most
    else:
        bits = int(kind.base.lstrip("uint"))
        least, most = (
            (Decimal(0), Decimal(2) ** bits - 1)
            if kind.base[0] == "u"
            else (-(Decimal(2) ** (bits - 1)), Decimal(2) ** (bits - 1) - 1)
        )
    if not kind.ranges:
        return [(least, most)]
    parts = []
    for part in kind.ranges[0].split("|"):
        low, dots, high = part.partition("..")
        ends = [_end(each.strip(), least, most) for each in ((low, high) if dots else (low, low))]
        parts.append((ends[0], ends[1]))
    return parts


def _end(text: str, least: Decimal, most: Decimal) -> Decimal:
    return least if text == "min" else most if text == "max" else Decimal(text)


def _number(kind: ValueType, pick: Pick, number: int) -> str:
    parts = bounds(kind)
    low, high = parts[(pick(len(parts)) + number) % len(parts)]
    start = max(low, min(high, Decimal(1)))
    if high - start < 1:
        start = low
    room = int(min(high - start, Decimal(100000)))
    value = start + (pick(min(room, 90) + 1) + number) % (room + 1)
    return f"{value:.{kind.fraction_digits}f}" if kind.fraction_digits else str(int(value))


def _length(kind: ValueType, wanted: int) -> int:
    """A length near to the one that is wanted."""
    if not kind.lengths:
        return wanted
    best = 0
    for part in kind.lengths[0].split("|"):
        low, dots, high = (each.strip() for each in part.partition(".."))
        least = 0 if low == "min" else int(low)
        most = least if not dots else wanted + least if high == "max" else int(high)
        best = max(least, min(most, wanted))
        if best == wanted:
            break
    return best


def _text(kind: ValueType, node: SchemaNode, pick: Pick, number: int) -> str:
    name = f"{node.parent.name if node.is_key() and node.parent is not None else node.name}-{number + 1}"
    tried = [name, *_WORDS, *(sample(pattern, pick) for pattern in kind.patterns)]
    fits = [each for each in tried if matches(each, kind.patterns)]
    text = fits[0] if fits else tried[-1]
    length = _length(kind, len(text))
    return text if length == len(text) else (text * (length + 1))[:length]


def matches(text: str, patterns: tuple[str, ...]) -> bool:
    """Whether the text matches all patterns that can be read as Python's; false if one cannot."""
    for pattern in patterns:
        try:
            if not re.fullmatch(pattern, text):
                return False
        except re.error:
            return False
    return True
