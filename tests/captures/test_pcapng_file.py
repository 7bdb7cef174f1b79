import io

from oran_harness.captures.pcapng_file import PcapngFile
from tests.captures import packets


def written(*steps: tuple[int, bytes] | str, comment: str = "head") -> bytes:
    file = io.BytesIO()
    made = PcapngFile(file, comment)
    for step in steps:
        if isinstance(step, str):
            made.remark(step)
        else:
            made.packet(*step)
    made.close()
    return file.getvalue()


HEAD = written()


def test_head() -> None:
    """One section with application and comment, one interface of raw IP in nanoseconds."""
    options = packets.option(4, b"oran-harness") + packets.option(1, b"head") + bytes(4)
    section = packets.section(options=options)
    assert section + packets.interface(101, options=packets.option(9, b"\x09") + bytes(4)) == HEAD


def test_packets_are_enhanced_packet_blocks() -> None:
    """Octets and time in nanoseconds, padded; times outside of what the format holds are held at its ends."""
    assert written((5_000_000_001, b"abcde")) == HEAD + packets.enhanced(b"abcde", 5_000_000_001)
    assert written((-5, b"abcd"), (1 << 70, b"efgh")) == HEAD + packets.enhanced(b"abcd", 0) + packets.enhanced(
        b"efgh", (1 << 64) - 1
    )


def test_remarks_belong_to_the_packet_before() -> None:
    """A remark is a comment of the last packet, or of the first one to come, or, without any, of a statistics block."""
    octets = written("first", (0, b"abcd"), "second", "third", (0, b"efgh"))
    block = octets[len(HEAD) :]
    comments = b"".join(packets.option(1, text) for text in (b"first", b"second", b"third")) + bytes(4)
    body = packets.enhanced(b"abcd", 0)[8:-4] + comments
    assert block == packets.block(6, body) + packets.enhanced(b"efgh", 0)
    alone = written("only")[len(HEAD) :]
    assert alone == packets.block(5, bytes(12) + packets.option(1, b"only") + bytes(4))


def test_long_texts_are_bounded() -> None:
    """A comment has at most 65,000 octets, all comments of a packet some more, and a head is whole or left out."""
    assert len(written((0, b"abcd"), "x" * 100_000)) < len(HEAD) + 65_100
    assert len(written((0, b"abcd"), *["x" * 60_000] * 100)) < 2_000_000
    assert len(written(comment="x" * 70_000)) < len(HEAD)
