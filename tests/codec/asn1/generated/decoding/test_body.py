"""Statements that read."""

import pytest

from oran_harness.codec.asn1.generated.decoding.body import Body
from oran_harness.codec.asn1.generated.decoding.rare import GLOBALS
from oran_harness.codec.asn1.generated.unit import Unit


@pytest.mark.parametrize("start", range(9))
@pytest.mark.parametrize("width", [1, 3, 8, 9, 16, 24, 25, 26, 70])
def test_bits_are_those_of_the_octets(start: int, width: int) -> None:
    """So many bits from any bit, from an octet base and from a bit base, one after the other."""
    data = bytes(range(37, 37 + 30))
    whole = int.from_bytes(data)
    wanted = [whole >> (8 * len(data) - stop) & ((1 << width) - 1) for stop in (start + width, start + 2 * width)]
    for entry, given in ((start & 7, {"i": start >> 3}), (None, {"p": start})):
        body = Body(Unit({}), entry)
        first, second = body.keep(body.bits(width)), body.keep(body.bits(width))
        names = {**GLOBALS, "d": data + bytes(4), **given}
        exec("\n".join(line.strip() for line in body.lines), names)
        assert [names[first], names[second]] == wanted


def test_alignment_that_is_known_costs_nothing() -> None:
    """From an octet base nothing is written."""
    body = Body(Unit({}), 3)
    body.align()
    assert (body.lines, body.cursor.at) == ([], 8)
    body = Body(Unit({}), None)
    body.align()
    assert body.lines == [" i = p + 7 >> 3"]
