"""Where the octets of a message come from."""

import io
import sys
from pathlib import Path

import pytest

from oran_harness.cli.given.octets import LARGEST_MESSAGE, given_octets, is_recording, octets_in
from oran_harness.model import InputError, UsageError

FIXTURE = Path(__file__).parents[2] / "captures/fixtures/flexric-e2ap-v2.03-kpm-rc.pcap"


class Standard:
    """Standard input that holds some octets."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_hex_may_be_several_words() -> None:
    """The shell splits pasted octets into words."""
    assert given_octets(["20", "09", "00"]).octets == b"\x20\x09\x00"
    assert given_octets(["0x2009", "00"]).origin == "the command line"


def test_files_hold_octets_or_hex(tmp_path: Path) -> None:
    """A binary file is the message, a file of text is its hex."""
    binary, text = tmp_path / "m.bin", tmp_path / "m.txt"
    binary.write_bytes(b"\x20\x09\x00")
    text.write_text("20 09\n00\n")
    assert given_octets([str(binary)]).octets == given_octets([str(text)]).octets == b"\x20\x09\x00"


def test_a_file_goes_before_hex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose name is hex is the file; 0x in front makes it hex."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "beef").write_bytes(b"\x00\x01")
    assert given_octets(["beef"]).octets == b"\x00\x01"
    assert given_octets(["0xbeef"]).octets == b"\xbe\xef"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads octets or hex from standard input."""
    for content in (b"\x20\x00", b"2000\n"):
        monkeypatch.setattr(sys, "stdin", Standard(content))
        assert given_octets(["-"]).octets == b"\x20\x00"
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UsageError, match="closed"):
        given_octets(["-"])


def test_a_frame_of_a_capture() -> None:
    """The message that ends in a frame, by the capture's own count; and a sentence where none does."""
    found = given_octets([str(FIXTURE)], 9)
    assert (len(found.octets), found.octets[:2]) == (1014, b"\x00\x01")
    assert found.origin.endswith("frame 9")
    with pytest.raises(UsageError, match="No message ends in frame 10 "):
        given_octets([str(FIXTURE)], 10)


@pytest.mark.parametrize("words", [["-"], ["00ff"]])
def test_frames_are_only_in_files(words: list[str]) -> None:
    """--frame with hex or standard input is a mistake."""
    with pytest.raises(UsageError, match="capture"):
        given_octets(words, 3)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"hello world\n", "hex digit"),
        (b"123", "two hex digits"),
        (bytes.fromhex("d4c3b2a1") + bytes(20), "--frame"),
        (bytes.fromhex("0a0d0d0a") + bytes(20), "--frame"),
        (b'{"schema": "oran-harness/history/1"}\n', "--frame"),
    ],
)
def test_files_that_hold_no_message(content: bytes, said: str) -> None:
    """Empty files, text, captures and histories are told apart, and the sentence says what to do."""
    with pytest.raises((UsageError, InputError), match=said):
        octets_in(content, "a file")


def test_files_of_any_size_are_bounded(tmp_path: Path) -> None:
    """A file longer than any message is refused without being read whole."""
    path = tmp_path / "big"
    with path.open("wb") as file:
        file.write(b"\x00")
        file.truncate(1 << 40)
    with pytest.raises(InputError, match="too long"):
        given_octets([str(path)])
    assert len(octets_in(bytes(LARGEST_MESSAGE), "a file")) == LARGEST_MESSAGE


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("/no/such/file", "does not exist"),
        ("nothing.bin", "does not exist"),
        ("hello", "neither hex nor the path"),
        ("a\0b", "neither hex nor the path"),
        ("z" * 9000, "neither hex nor the path"),
        (".", "is a directory"),
    ],
)
def test_words_that_name_nothing(word: str, said: str) -> None:
    """What is no hex and no file ends in a sentence."""
    with pytest.raises((UsageError, InputError), match=said):
        given_octets([word])


def test_what_is_a_recording() -> None:
    """Captures and histories are told by their first octets."""
    assert is_recording(FIXTURE.read_bytes()[:64])
    assert not is_recording(b"\x00\x01\x02")
