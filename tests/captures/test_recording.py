import gzip
import subprocess
import sys
import tracemalloc
from itertools import islice
from pathlib import Path

import pytest

from oran_harness.captures import read_recording
from oran_harness.model import InputError
from tests.captures import packets
from tests.captures.packets import Talk, data, enhanced, interface, messages, section

TALK = Talk()
FRAMES = [*TALK.handshake(), TALK.up(data(1, b"one")), TALK.up(data(2, b"two", sequence=1))]
HISTORY = b'{"schema": "oran-harness/history/1"}\n{"n": 1, "t": 0, "kind": "octets", "octets": "6f6e65"}\n'
KINDS = {
    "pcap": packets.pcap(FRAMES),
    "pcapng": section() + interface() + b"".join(enhanced(frame, 0) for frame in FRAMES),
    "history": HISTORY,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["file", "file.pcap", "file.jsonl", "file.gz"])
@pytest.mark.parametrize("compressed", [False, True])
def test_told_by_content(tmp_path: Path, kind: str, name: str, compressed: bool) -> None:
    """Each kind of recording, compressed or not, is told by content, whatever its name."""
    path = tmp_path / name
    path.write_bytes(gzip.compress(KINDS[kind]) if compressed else KINDS[kind])
    with read_recording(str(path)) as recording:
        assert recording.kind == kind
        assert messages(recording.events)[0] == b"one"


def test_closes_itself(tmp_path: Path) -> None:
    """The file is closed at the end of the events, and by the context manager before it; statistics stay readable."""
    path = tmp_path / "file"
    path.write_bytes(KINDS["pcap"])
    recording = read_recording(path)
    list(recording.events)
    assert recording._source._file.closed
    with read_recording(path) as recording:
        assert len(list(islice(recording.events, 1))) == 1
    assert recording._source._file.closed
    recording.close()
    assert recording.statistics.packets > 0


def test_closed_when_refused(tmp_path: Path) -> None:
    """A file that is refused is not left open (an open one would be a warning, and warnings are errors here)."""
    path = tmp_path / "file"
    for octets in (packets.pcap(FRAMES, 127), KINDS["pcapng"][:20], b'{"schema": 1}', KINDS["pcap"][:20]):
        path.write_bytes(octets)
        with pytest.raises(InputError):
            read_recording(path)


def test_constant_memory(tmp_path: Path) -> None:
    """A capture is streamed: eight times as long, it takes no more memory."""
    path = tmp_path / "file"
    peaks = []
    for count in (1000, 8000):
        frames = (TALK.up(data(tsn, bytes(200), sequence=tsn)) for tsn in range(1, count))
        path.write_bytes(packets.pcap(frames))
        with read_recording(path) as recording:
            tracemalloc.start()
            assert sum(1 for event in recording.events if event.octets) == count - 1
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] + 500_000


def test_scapy_is_loaded_for_captures_only(tmp_path: Path) -> None:
    """Neither the import of the package nor a history loads scapy; a capture does, silently."""
    (tmp_path / "history").write_bytes(HISTORY)
    (tmp_path / "capture").write_bytes(KINDS["pcapng"])
    program = (
        "import sys; from oran_harness.captures import read_recording\n"
        "for name in ('history', 'capture'):\n"
        "    with read_recording(name) as recording: list(recording.events)\n"
        "    print('scapy' in sys.modules)\n"
    )
    paths = {"PYTHONPATH": str(Path(__file__).parents[2]), "HOME": "/nowhere"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=paths, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
    assert done.stderr == ""
