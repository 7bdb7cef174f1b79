import gzip
import io
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.gunzip import Gunzip

QUICK = settings(database=None, deadline=None, max_examples=60)


def inflated(octets: bytes, size: int = 1000) -> tuple[bytes, str | None]:
    stream = Gunzip(io.BytesIO(octets))
    pieces = []
    while piece := stream.read(size):
        pieces.append(piece)
    return b"".join(pieces), stream.damage


@QUICK
@given(st.lists(st.binary(max_size=3000), min_size=1, max_size=3), st.integers(1, 2000), st.integers(0, 20))
def test_members_one_after_the_other(members: list[bytes], size: int, zeros: int) -> None:
    """What was compressed comes back, however it is read; zeros behind it do not matter."""
    octets = b"".join(map(gzip.compress, members)) + bytes(zeros)
    assert inflated(octets, size) == (b"".join(members), None)


@QUICK
@given(st.binary(max_size=3000), st.data())
def test_a_cut_keeps_what_came_before(octets: bytes, data: st.DataObject) -> None:
    """A stream that breaks off gives a beginning of the whole, and says so."""
    whole = gzip.compress(octets)
    end = data.draw(st.integers(1, len(whole) - 1))
    found, damage = inflated(whole[:end])
    assert octets.startswith(found)
    assert damage == "its gzip compression is cut off"


def test_damage_keeps_what_came_before() -> None:
    """A stream that is changed in the middle gives what comes before the change."""
    octets = random.Random(1).randbytes(100_000)
    whole = bytearray(gzip.compress(octets))
    whole[-1] ^= 1
    found, damage = inflated(bytes(whole))
    assert octets.startswith(found)
    assert len(found) > 80_000
    assert damage == "its gzip compression is broken"
    found, damage = inflated(gzip.compress(octets) + b"garbage")
    assert (found, damage) == (octets, "its gzip compression is broken")


@QUICK
@given(st.binary(max_size=100))
def test_garbage(octets: bytes) -> None:
    """Any octets end the stream, with or without damage, and raise nothing."""
    inflated(b"\x1f\x8b\x08" + octets)


def test_a_bomb_is_inflated_piece_by_piece() -> None:
    """A small file that inflates to much takes no more than is asked for."""
    stream = Gunzip(io.BytesIO(gzip.compress(bytes(50_000_000))))
    assert len(stream.read(1000)) == 1000
    assert len(stream._input) < 100_000
