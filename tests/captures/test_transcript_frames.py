"""Frames of a text that somebody kept."""

from oran_harness.captures.transcript_frames import framed_messages

HELLO = b"<hello>urn:ietf:params:netconf:base:1.1</hello>]]>]]>"
CHUNKS = b"\n#4\n<rpc\n#2\n/>\n##\n"


def test_each_message_stands_with_its_frame_and_without() -> None:
    """Whichever of the two framings it is in."""
    found = framed_messages(HELLO + HELLO + CHUNKS)
    assert found == [(HELLO, HELLO[:-6]), (HELLO, HELLO[:-6]), (CHUNKS, b"<rpc/>")]


def test_what_is_not_all_frames_has_none() -> None:
    """A size that does not fit, a message without its end, and text between are somebody's own writing."""
    for text in (b"", b"<rpc/>", CHUNKS.replace(b"#4", b"#9"), CHUNKS[:-4], HELLO + b"then it said " * 9 + HELLO):
        assert framed_messages(text) is None


def test_one_framing_throughout_is_that_of_who_kept_it() -> None:
    """Both sides name base:1.1, and no chunk is there: nobody is judged by such frames."""
    assert framed_messages(HELLO * 3) is None
