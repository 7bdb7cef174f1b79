import gzip
import os
from pathlib import Path

import pytest

from oran_harness.captures.source import LARGEST_READ, DamageError, Source
from oran_harness.model import InputError
from tests.captures import packets

PCAP = packets.pcap([packets.ipv4(b"x")])


def opened(folder: Path, octets: bytes) -> Source:
    path = folder / "file"
    path.write_bytes(octets)
    return Source(path)


@pytest.mark.parametrize(
    ("octets", "kind"),
    [
        (PCAP, "pcap"),
        (packets.pcap([], order=">", nano=True), "pcap"),
        (packets.section(), "pcapng"),
        (b'{"schema"', "history"),
        (b'\xef\xbb\xbf\n {"schema"', "history"),
        # Without the time: the octets become the tests' names, which two processes must find alike.
        (gzip.compress(PCAP, mtime=0), "pcap"),
        (gzip.compress(b"{}", mtime=0), "history"),
    ],
)
def test_kind_by_content(tmp_path: Path, octets: bytes, kind: str) -> None:
    """The first octets tell what a file is, compressed or not; its name does not matter."""
    source = opened(tmp_path, octets)
    assert source.kind == kind
    source.close()


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (b"", "is empty"),
        (gzip.compress(b"", mtime=0), "nothing in it"),
        (b"\x7fELF", "neither a capture"),
        (b"hello", "neither a capture"),
        (b"\x28\xb5\x2f\xfd", "zstd -d"),
        (b"PK\x03\x04", "zip"),
        (b"\x1f\x8b", "gzip compression is cut off"),
        (b"\x1f\x8bgarbage that is not gzip at all", "gzip compression is broken"),
        (b"\xa1\xb2\xcd\x34", "editcap"),
    ],
)
def test_what_is_no_recording(tmp_path: Path, octets: bytes, words: str) -> None:
    """A file that is nothing known is refused in one sentence that names it."""
    with pytest.raises(InputError) as caught:
        opened(tmp_path, octets)
    assert words in str(caught.value)
    assert str(tmp_path / "file") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_and_folders(tmp_path: Path) -> None:
    """A path that leads nowhere, to a folder, or is none at all."""
    paths = {tmp_path / "none": "does not exist", tmp_path: "is a directory", "a\0b": "cannot be opened"}
    for path, words in paths.items():
        with pytest.raises(InputError, match=words):
            Source(path)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(InputError, match="cannot be opened"):
        Source(loop)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read says so, whoever runs the test."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="may not be read by this user"):
        Source(tmp_path / "file")


def test_reads_and_counts(tmp_path: Path) -> None:
    """What is handed out is counted; the position is that in the file itself, also after closing."""
    source = opened(tmp_path, gzip.compress(PCAP, mtime=0))
    assert source.read(4) == PCAP[:4]
    assert source.consumed == 4
    assert source.read(1000) == PCAP[4:]
    assert source.read(1) == b""
    size = (tmp_path / "file").stat().st_size
    source.close()
    source.close()
    assert (source.consumed, source.position, source.damage) == (len(PCAP), size, None)


def test_absurd_lengths_take_no_memory(tmp_path: Path) -> None:
    """A read of more than any record has, or of all, is refused before memory is taken."""
    source = opened(tmp_path, PCAP)
    for size in (LARGEST_READ + 1, 1 << 31, -1):
        with pytest.raises(DamageError):
            source.read(size)
    source.close()


def test_broken_compression(tmp_path: Path) -> None:
    """Compressed data that breaks off ends the stream and says why."""
    body = os.urandom(200_000)
    source = opened(tmp_path, gzip.compress(PCAP + body, mtime=0)[:-50_000])
    assert source.read(len(PCAP)) == PCAP
    assert 100_000 < len(source.read(1 << 20)) < 200_000
    assert source.damage == "its gzip compression is cut off"
    source.close()
    source = opened(tmp_path, gzip.compress(b"{}\n{" + body.replace(b"\n", b""), mtime=0)[:-50_000])
    assert source.read_line(1 << 20) == b"{}\n"
    with pytest.raises(DamageError, match="gzip"):
        source.read_line(1 << 20)
    source.close()


def test_pipes_can_be_read(tmp_path: Path) -> None:
    """Nothing seeks, so that a pipe is as good as a file."""
    reader, writer = os.pipe()
    os.write(writer, PCAP)
    os.close(writer)
    source = Source(f"/dev/fd/{reader}")
    assert source.read(1000) == PCAP
    assert source.position == 0
    source.close()
    os.close(reader)
