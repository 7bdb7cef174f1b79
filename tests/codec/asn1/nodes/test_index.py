"""Indices of values and alternatives (X.691 14.2, 14.3, 23.5 to 23.8)."""

import pytest

from oran_harness.codec.asn1.nodes.index import Index
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


@pytest.mark.parametrize(
    ("count", "extensible", "index", "octets"),
    [
        (1, False, 0, "00"),
        (3, False, 2, "80"),
        (3, True, 2, "40"),
        (255, False, 254, "fe"),
        # From 256 on the index is a constrained number in aligned octets (11.5.7.2, 11.5.7.3).
        (256, False, 255, "ff"),
        (256, True, 255, "00ff"),
        (300, True, 299, "00012b"),
        # An addition is a normally small number (11.6): 1, then 0 and 6 bits, or 1, padding, counted octets.
        (3, True, ~0, "80"),
        (3, True, ~63, "bf"),
        (3, True, ~64, "c00140"),
        (3, True, ~256, "c0020100"),
    ],
)
def test_forms(count: int, extensible: bool, index: int, octets: str) -> None:
    """Root indices and additions."""
    writer = Writer()
    Index(count, extensible).write(writer, index)
    assert writer.finish().hex() == octets
    assert Index(count, extensible).read(Reader(bytes.fromhex(octets))) == index
