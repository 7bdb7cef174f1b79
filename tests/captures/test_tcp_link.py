"""Connections that are written."""

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from oran_harness.captures import write_pcapng
from oran_harness.captures.tcp_link import DRAWN, LARGEST_SEGMENT
from oran_harness.model import Event, EventKind, HistoryHeader
from tests.captures.packets import read

MANAGER, PROVIDER = "o1-manager", "o1-provider"
HEADER = HistoryHeader(0.0, {MANAGER: MANAGER, PROVIDER: PROVIDER}, 7)
HELLO = b'<hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"/>]]>]]>'
LONG = b"\n#%d\n%b\n##\n" % (LARGEST_SEGMENT + 9, b"x" * (LARGEST_SEGMENT + 9))
Told = tuple[EventKind, bool, bytes | None]
SESSION: list[Told] = [
    (EventKind.UP, True, None),
    (EventKind.OCTETS, False, HELLO),
    (EventKind.OCTETS, True, HELLO),
    (EventKind.OCTETS, False, LONG),
    (EventKind.SHUTDOWN, True, None),
    (EventKind.DOWN, True, None),
]


def events(told: list[Told], association: str = "1") -> list[Event]:
    """A history; True is what the manager does."""
    return [
        Event(n, n / 100, kind, association, *(ends if mine else ends[::-1]), octets=octets)
        for n, (kind, mine, octets) in enumerate(told, 1)
        for ends in [(MANAGER, PROVIDER)]
    ]


def written(history: list[Event]) -> bytes:
    """The capture of it."""
    file = io.BytesIO()
    write_pcapng(file, HEADER, history)
    return file.getvalue()


def whole(found: list[Event], source: str) -> bytes:
    """All octets of one end."""
    return b"".join(each.octets or b"" for each in found if each.source == source)


@pytest.mark.parametrize("begin", [0, 1])
@pytest.mark.parametrize("end", [6, 4])
def test_it_comes_back(begin: int, end: int) -> None:
    """Octets, order, ups and ends; without an up it is a connection from the middle."""
    history = events(SESSION[begin:end])
    found, recording = read(written(history))
    assert set(recording.header.roles.values()) == {MANAGER, PROVIDER}
    provider = next(name for name, role in recording.header.roles.items() if role == PROVIDER)
    assert provider.endswith(":830")
    assert whole(found, provider) == HELLO + LONG
    up = found[0]
    assert (up.kind, up.message is None, up.source == provider) == (EventKind.UP, not begin, bool(begin))
    kinds = [each.kind.value for each in found if each.kind is not EventKind.OCTETS]
    assert kinds == (["up", "shutdown", "down"] if end == 6 else ["up"])


def test_an_abort_is_one() -> None:
    """A session that is cut off is reset."""
    found, _ = read(written(events([*SESSION[:3], (EventKind.ABORT, False, None)])))
    assert found[-1].kind is EventKind.ABORT


def test_sessions_at_once_are_told_apart() -> None:
    """Each has a port of its own at the manager."""
    both = sorted([*events(SESSION[:3]), *events(SESSION[:3], "2")], key=lambda event: event.t)
    found, _ = read(written(both))
    assert {each.association for each in found} == {"1", "2"}


@pytest.mark.skipif(shutil.which("tshark") is None, reason="needs tshark")
def test_wireshark_reads_it(tmp_path: Path) -> None:
    """Right checksums, nothing to complain of, the text in the stream, and what it is in a comment."""
    path = tmp_path / "session.pcapng"
    path.write_bytes(written(events(SESSION)))
    fields = ["-T", "json", "-e", "tcp.checksum.status", "-e", "tcp.analysis.flags", "-e", "frame.comment"]
    base = ["tshark", "-r", str(path), "-o", "tcp.check_checksum:TRUE"]
    packets = json.loads(subprocess.run([*base, *fields], capture_output=True, check=True, timeout=60).stdout)
    layers = [each["_source"]["layers"] for each in packets]
    assert {each["tcp.checksum.status"][0] for each in layers} == {"1"}
    assert not any("tcp.analysis.flags" in each for each in layers)
    assert any(DRAWN in comment for comment in layers[0]["frame.comment"])
    follow = [*base, "-q", "-z", "follow,tcp,ascii,0"]
    assert HELLO in subprocess.run(follow, capture_output=True, check=True, timeout=60).stdout
