"""The process that judges: its loop, in this process."""

import io
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from oran_harness.captures import HistoryWriter, read_recording
from oran_harness.interop.judge import LENGTH, Judge, Report, judge
from oran_harness.model import HistoryHeader, InputError, Role
from tests.checkers.scene import NODE, Scene

ROLES = {role.value: role.value for role in Role.ends_of("e2")}


def write(path: Path, *, flawed: bool = True, judged: str | None = None) -> Path:
    """A record of an E2 Setup, and octets that are none."""
    writer = HistoryWriter(path, HistoryHeader(1e9, ROLES, 0, judged))
    scene = Scene(roles=True).set_up()
    for event in (scene.octets(NODE, b"\xff\xff") if flawed else scene).events:
        writer.add(event)
    writer.close()
    return path


def reports(out: io.BytesIO) -> list[Report]:
    """What was reported."""
    found, octets = [], out.getvalue()
    while octets:
        (length,) = LENGTH.unpack(octets[: LENGTH.size])
        found.append(pickle.loads(octets[LENGTH.size : LENGTH.size + length]))
        octets = octets[LENGTH.size + length :]
    return found


def ended() -> int:
    """A descriptor that is at its end."""
    read, written = os.pipe()
    os.close(written)
    return read


def test_all_that_is_there_is_judged(tmp_path: Path) -> None:
    """When nobody writes any more, the rest is judged, results are told last, and a capture lies beside the record."""
    paths = [write(tmp_path / "a.jsonl"), write(tmp_path / "b.jsonl", flawed=False)]
    out, over = io.BytesIO(), ended()
    judge(paths, over, out)
    os.close(over)
    *_, last = told = reports(out)
    assert last.results is not None
    assert [len(result.findings) for result in last.results] == [1, 0]
    assert [finding.blame for report in told for finding in report.findings] == [NODE]
    assert last.judged == sum(len(list(read_recording(path).events)) for path in paths)
    octets = [event.octets for event in read_recording(tmp_path / "a.pcapng").events if event.octets]
    assert octets == [event.octets for event in read_recording(paths[0]).events if event.octets]


def test_who_is_left_alone_ends_without_a_word(tmp_path: Path) -> None:
    """Whoever asked was killed: the rest is judged, and nothing is printed in between the words of others."""
    path = write(tmp_path / "a.jsonl")
    read, written = os.pipe()
    os.close(read)
    command = [sys.executable, "-c", "from oran_harness.interop.judge import main; main()", str(path)]
    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, stdout=written, stderr=subprocess.PIPE, timeout=60
    )
    os.close(written)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "a.pcapng").exists()


def test_findings_come_as_the_record_grows(tmp_path: Path) -> None:
    """Each step judges what has come since the last; with nothing new there is nothing to say."""
    path = tmp_path / "a.jsonl"
    writer = HistoryWriter(path, HistoryHeader(1e9, ROLES))
    judging = Judge(path)
    assert judging.step() is None
    scene = Scene(roles=True).set_up()
    for event in scene.events:
        writer.add(event)
    assert judging.step() == ()
    assert judging.step() is None
    writer.add(scene.octets(NODE, b"\xff\xff").events[-1])
    assert [finding.blame for finding in judging.step() or ()] == [NODE]
    writer.close()
    assert len(judging.finish().findings) == 1


def test_a_capture_that_cannot_be_written(tmp_path: Path) -> None:
    """Judging goes on without it, and says so."""
    path = write(tmp_path / "a.jsonl")
    (tmp_path / "a.pcapng").mkdir()
    judging = Judge(path)
    assert judging.step()
    assert "a.pcapng cannot be written" in judging.trouble[0]
    assert len(judging.finish().findings) == 1


def test_a_record_that_is_none(tmp_path: Path) -> None:
    """It is refused."""
    path = tmp_path / "a.jsonl"
    path.write_text("{}\n")
    judging = Judge(path)
    with pytest.raises(InputError):
        judging.step()
    judging.finish()
