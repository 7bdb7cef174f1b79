"""Statements that read."""

import pytest

from oran_harness.codec.asn1.generated.decoding.body import Body
from oran_harness.codec.asn1.generated.decoding.rare import GLOBALS
from oran_harness.codec.asn1.generated.off import Padded
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
    """At an octet boundary nothing is written; elsewhere only the look at the padding, at an octet that is known."""
    body = Body(Unit({}), 0)
    body.align()
    assert (body.lines, body.cursor.at) == ([], 0)
    body = Body(Unit({}), 3)
    name = body.octet(0)
    body.align()
    assert (body.lines[1:], body.cursor.at) == ([f" if {name} & 31: raise Padded"], 8)


@pytest.mark.parametrize("start", range(9))
def test_padding_that_is_not_zero_is_left_to_the_nodes(start: int) -> None:
    """From an octet base and from a bit base: each bit of it counts, and none before or behind it."""
    padding = -start & 7
    for bit in range(24):
        data = (1 << (23 - bit)).to_bytes(3)
        for entry, given in ((start & 7, {"i": start >> 3}), (None, {"p": start})):
            body = Body(Unit({}), entry)
            body.align()
            names = {**GLOBALS, "d": data + bytes(4), **given}
            text = "\n".join(line.strip() for line in body.lines)
            if start <= bit < start + padding:
                with pytest.raises(Padded):
                    exec(text, names)
            else:
                exec(text, names)
            lax = Body(Unit({}, lax=True), entry)
            lax.align()
            assert not any("raise" in line for line in lax.lines)
