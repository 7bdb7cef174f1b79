"""NETCONF as text: whose message is whose, with frames and without, and what is none."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.captures import read_recording
from oran_harness.captures.transcript import messages
from oran_harness.captures.transcript_frames import framed_messages
from oran_harness.checkers import RULES, Audit
from oran_harness.model import Event, EventKind, InputError

BASE = "urn:ietf:params:xml:ns:netconf:base:1.0"
ENDS = b"]]>]]>"


def hello(*versions: str, number: int | None = None) -> bytes:
    """A hello; a server's has a number."""
    named = "".join(f"<capability>urn:ietf:params:netconf:base:{each}</capability>" for each in versions)
    session = "" if number is None else f"<session-id>{number}</session-id>"
    return f'<hello xmlns="{BASE}"><capabilities>{named}</capabilities>{session}</hello>'.encode()


def rpc(number: int) -> bytes:
    return f'<rpc xmlns="{BASE}" message-id="{number}"><get/></rpc>'.encode()


def reply(number: int, attributes: str = "") -> bytes:
    return f'<rpc-reply xmlns="{BASE}" message-id="{number}"{attributes}><data/></rpc-reply>'.encode()


def chunk(message: bytes) -> bytes:
    return b"\n#%d\n%s\n##\n" % (len(message), message)


HELLOS = hello("1.0", "1.1", number=4) + ENDS + hello("1.0", "1.1") + ENDS
FRAMED = HELLOS + chunk(rpc(1)) + chunk(reply(1))
LOG = b"""2026-10-01 INFO [host ru session-id 4] Sending:
b'\\n#70\\n%s\\n##\\n'
2026-10-01 INFO Received message from host
<?xml version="1.0" encoding="UTF-8"?>
%s
2026-10-01 DEBUG dispatching message to different listeners: %s
""" % (rpc(1), reply(1), reply(1))


def _read(path: Path, text: bytes) -> list[Event]:
    file = path / "session.txt"
    file.write_bytes(text)
    with read_recording(file) as recording:
        return list(recording.events)


def _found(path: Path, text: bytes) -> list[tuple[str | None, str]]:
    """Who is accused of what."""
    file = path / "session.txt"
    file.write_bytes(text)
    with read_recording(file) as recording:
        audit = Audit(recording.header, RULES)
        for event in recording.events:
            list(audit.feed(event))
        return [(each.blame, each.rule) for each in audit.finish().findings if each.blame is not None]


def _said(events: list[Event]) -> list[str | None]:
    return [event.source for event in events if event.kind is EventKind.OCTETS]


def test_frames_are_kept_where_they_are_those_of_the_wire(tmp_path: Path) -> None:
    """Hellos and chunks one after the other: each message has its side, and its octets."""
    events = _read(tmp_path, FRAMED)
    assert _said(events) == ["server", "client", "client", "server"]
    assert b"".join(event.octets or b"" for event in events) == FRAMED
    assert _found(tmp_path, FRAMED) == []


def test_messages_are_found_in_a_log(tmp_path: Path) -> None:
    """Octets as Python writes them, declarations, and what is there twice: nobody is accused."""
    events = _read(tmp_path, LOG)
    assert _said(events) == ["client", "server"]
    assert next(event.octets for event in events if event.octets) == rpc(1)
    assert _found(tmp_path, LOG) == []


@pytest.mark.parametrize(
    "text",
    [
        HELLOS + chunk(rpc(1)).replace(b"\n#", b"\n#9") + chunk(reply(1)),
        HELLOS + rpc(1) + ENDS + reply(1) + ENDS,
        FRAMED.replace(b"\n", b"\r\n"),
        hello("1.1", number=4) + b"\n" + hello("1.1") + b"\n" + rpc(1) + b"\n" + reply(1),
        reply(7) + rpc(8) + reply(8),
        rpc(1) + rpc(2) + reply(2),
        rpc(1)[:-9] + reply(1) + rpc(2) + reply(2),
    ],
    ids=["size", "ends", "crlf", "bare", "middle", "gap", "cut"],
)
def test_who_writes_a_session_down_accuses_nobody(tmp_path: Path, text: bytes) -> None:
    """Sizes that do not fit, frames that were made, lines of other ends, and what is left out are the writer's."""
    assert _found(tmp_path, text) == []


@pytest.mark.parametrize("begin", [HELLOS, hello("1.0", "1.1", number=4) + hello("1.1")], ids=["framed", "bare"])
def test_what_a_message_shows_is_found(tmp_path: Path, begin: bytes) -> None:
    """An attribute that does not come back is the server's fault, with frames and without."""
    asked, answered = rpc(1).replace(b' message-id="1"', b' message-id="1" note="x"'), reply(1)
    said = chunk(asked) + chunk(answered) if begin is HELLOS else asked + answered
    assert {blame for blame, _ in _found(tmp_path, begin + said)} == {"o1-provider"}


def test_framing_is_judged_where_there_are_frames(tmp_path: Path) -> None:
    """Both hellos name base:1.1, and the server goes on without chunks."""
    assert {blame for blame, _ in _found(tmp_path, HELLOS + chunk(rpc(1)) + reply(1) + ENDS)} == {"o1-provider"}


def test_a_further_hello_begins_another_session(tmp_path: Path) -> None:
    """Two sessions in one file are two associations."""
    events = _read(tmp_path, FRAMED + FRAMED)
    assert [event.association for event in events if event.octets] == ["1"] * 4 + ["2"] * 4


def test_what_names_netconf_and_has_no_message_is_told(tmp_path: Path) -> None:
    """A sentence says what is lacking."""
    with pytest.raises(InputError, match="no whole message"):
        _read(tmp_path, f'<data xmlns="{BASE}"/>'.encode())


@given(
    st.lists(
        st.sampled_from(
            [*FRAMED.split(b"<"), b"<", ENDS, b"\n#4\n", b"\n##\n", b"\nb'\\x", b"'\n", rpc(1), hello("1.1")]
        )
        | st.binary(max_size=8)
    )
)
def test_no_text_raises(parts: list[bytes]) -> None:
    """Whatever stands in a text, it has messages or none, and is judged."""
    text = hello("1.1") + b"".join(parts)
    list(messages(text))
    framed = framed_messages(text)
    assert framed is None or text.startswith(b"".join(octets for octets, _ in framed))
    # What has no whole message is refused, with a sentence.
    with TemporaryDirectory() as folder, suppress(InputError):
        _found(Path(folder), text)
