"""Statements that write."""

import itertools

import pytest

from oran_harness.codec.asn1.generated.encoding.body import Body
from oran_harness.codec.asn1.generated.unit import Unit


@pytest.mark.parametrize("entry", [0, 3, None])
@pytest.mark.parametrize("widths", list(itertools.product([1, 5, 8, 12, 16], repeat=3)))
def test_bits_become_octets(entry: int | None, widths: tuple[int, ...]) -> None:
    """Whatever is pending before them, and whether whole octets are written in between or not."""
    values = [(1 << width) - 2 if width > 1 else 1 for width in widths]
    text = {0: "", 3: "101", None: "0110"}[entry] + "".join(
        f"{value:0{width}b}" for value, width in zip(values, widths, strict=True)
    )
    wanted = int(text.ljust(-(-len(text) // 8) * 8, "0"), 2).to_bytes(-(-len(text) // 8))
    for between in (False, True):
        body = Body(Unit({}), entry)
        for place, width in enumerate(widths):
            body.put(f"x{place}", width)
            if between:
                body.shorten()
        body.align()
        names = {"o": bytearray(), "a": 0b101 if entry == 3 else 0b0110, "c": 4}
        names.update((f"x{place}", value) for place, value in enumerate(values))
        exec("\n".join(line.strip() for line in body.lines), names)
        assert names["o"] == wanted
