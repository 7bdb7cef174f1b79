"""Octets to messages and back."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.framing import Deframer, Framed, Framing, FramingFault, frame

EOM, CHUNKED = Framing.END_OF_MESSAGE, Framing.CHUNKED
BODIES = st.binary(min_size=1, max_size=40).map(lambda octets: b"<" + octets.replace(b"]]>", b""))


def read(
    octets: bytes, expected: Framing = CHUNKED, largest: int = 1000, piece: int = 0
) -> list[Framed | FramingFault]:
    """What octets hold, given at once or in pieces."""
    deframer = Deframer(largest)
    deframer.expected = expected
    found: list[Framed | FramingFault] = []
    for at in range(0, len(octets), piece or len(octets) or 1):
        found += deframer.feed(octets[at : at + (piece or len(octets))])
    return found


@given(st.lists(st.tuples(BODIES, st.integers(1, 50)), max_size=5), st.sampled_from((EOM, CHUNKED)))
def test_round_trip(messages: list[tuple[bytes, int]], framing: Framing) -> None:
    """What is put in frames comes out as it was, in the framing that it was in, however it is cut into chunks."""
    octets = b"".join(frame(body, framing, chunk=chunk) for body, chunk in messages)
    assert read(octets, framing) == [Framed(body, framing) for body, _ in messages]


PIECES = st.sampled_from(
    [
        b"\n",
        b"#",
        b"\n#",
        b"##",
        b"\n##\n",
        b"\n#3\n",
        b"\n#03\n",
        b"\n#0\n",
        b"<a>",
        b"]]>]]>",
        b"]]>",
        b" ",
        b"\r",
        b"x",
    ]
)
WIRES = st.lists(PIECES | st.binary(max_size=6) | BODIES.map(lambda body: frame(body, CHUNKED)), max_size=14).map(
    b"".join
)


@given(WIRES, st.sampled_from((EOM, CHUNKED)), st.integers(1, 30), st.integers(1, 7))
def test_any_split_says_the_same(octets: bytes, expected: Framing, largest: int, piece: int) -> None:
    """However octets are cut into pieces, the same messages and faults come out, and nothing is raised."""
    assert read(octets, expected, largest, piece) == read(octets, expected, largest)


@pytest.mark.parametrize(
    ("octets", "kinds"),
    [
        (b"\n\n#1\n<\n##\n", [BreachKind.STRAY_OCTETS, CHUNKED]),
        (b"\n#1\n<\n\n##\n", [BreachKind.STRAY_OCTETS, CHUNKED]),
        (b"\n#1\n<\n##\n\r\n\n#1\n<\n##\n", [CHUNKED, BreachKind.STRAY_OCTETS, CHUNKED]),
        (b"\n#0\n\n#1\n<\n##\n", [BreachKind.CHUNK_SIZE_ZERO, CHUNKED]),
        (b"\n#01\n<\n##\n", [BreachKind.CHUNK_SIZE_LEADING_ZERO, CHUNKED]),
        (b"\n##\n\n#1\n<\n##\n", [BreachKind.NO_OCTETS, CHUNKED]),
        (b"\n#4294967296\n", [BreachKind.CHUNK_SIZE_OVER_LIMIT]),
        (b"\n#4294967295\n", [BreachKind.OVERSIZE]),
        (b"\n#12345678901\n", [BreachKind.BAD_CHUNK_HEADER]),
        (b"\n#\n", [BreachKind.BAD_CHUNK_HEADER]),
        (b"\n#-1\n", [BreachKind.BAD_CHUNK_HEADER]),
        (b"\n#1 \n", [BreachKind.BAD_CHUNK_HEADER]),
        (b"\n#1\r\n", [BreachKind.BAD_CHUNK_HEADER]),
        (b"\n###", [BreachKind.BAD_CHUNK_HEADER]),
        (b"\n#1\n<a\n##\n", [BreachKind.NO_CHUNK]),
        (b"x\n#1\n<\n##\n", [BreachKind.NO_CHUNK]),
        (b"#1\n<\n##\n", [BreachKind.NO_CHUNK]),
        (b"<a/>]]>]]>\n#1\n<\n##\n", [EOM, CHUNKED]),
        (b"  <a/>]]>]]>\n#1\n<\n##\n", [EOM, CHUNKED]),
    ],
)
def test_faults(octets: bytes, kinds: list[BreachKind | Framing]) -> None:
    """Each fault has its name; after one that is not fatal the messages go on; one in the other framing is read."""
    found = read(octets)
    assert [each.framing if isinstance(each, Framed) else each.kind for each in found] == kinds


def test_end_of_message_takes_what_is_between() -> None:
    """With end-of-message framing white space before a message is not part of it, and anything else is."""
    assert read(b"\n <a/>]]>]]>\r\n<b/>]]>]]>junk]]>]]>", EOM) == [
        Framed(b"<a/>", EOM),
        Framed(b"<b/>", EOM),
        Framed(b"junk", EOM),
    ]


@pytest.mark.parametrize("framing", [EOM, CHUNKED])
@pytest.mark.parametrize("piece", [0, 1, 7])
def test_largest(framing: Framing, piece: int) -> None:
    """A message of the largest size is read, one octet more is oversize, and nothing is read after it."""
    assert read(frame(b"<" * 50, framing, chunk=20), framing, 50, piece) == [Framed(b"<" * 50, framing)]
    more = frame(b"<" * 51, framing, chunk=20) + frame(b"<", framing)
    assert [getattr(each, "kind", None) for each in read(more, framing, 50, piece)] == [BreachKind.OVERSIZE]


def test_over() -> None:
    """After a fatal fault nothing is read and nothing is kept."""
    deframer = Deframer(10)
    assert len(list(deframer.feed(b"<" * 100))) == 1
    assert deframer.over
    assert list(deframer.feed(b"<a/>]]>]]>")) == []
    assert deframer.unfinished == 0


def test_unfinished() -> None:
    """What has begun and not ended is counted; white space between messages is not."""
    deframer = Deframer(100)
    assert [list(deframer.feed(b"\n#5\n<a>")), deframer.unfinished] == [[], 3]
    assert [list(deframer.feed(b"xx")), deframer.unfinished] == [[], 5]
    assert len(list(deframer.feed(b"\n##\n\n"))) == 1
    assert deframer.unfinished == 0


@pytest.mark.parametrize(("framing", "chunk"), [(EOM, 1), (CHUNKED, 1), (CHUNKED, 1024)])
def test_cost_grows_with_size_only(framing: Framing, chunk: int) -> None:
    """A message in small chunks and small pieces costs time in proportion to its octets."""

    def cost(size: int) -> float:
        octets = frame(b"<" * size, framing, chunk=chunk)
        begin = time.process_time()
        assert len(read(octets, framing, size, 1000)) == 1
        return time.process_time() - begin

    cost(5_000)
    small = min(cost(15_000) for _ in range(3))
    assert min(cost(60_000) for _ in range(3)) < 10 * small + 0.02
