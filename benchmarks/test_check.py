"""A medium capture: reading it, and all of ``check``. Megabytes and messages a second: divide them by the seconds."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.capture_maker import make_capture
from oran_harness.captures import read_recording
from oran_harness.cli import main

MEGABYTES = 5.0
FEW = pytest.mark.benchmark(min_rounds=3, max_time=1)


@pytest.fixture(scope="module")
def capture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A capture of some associations, mostly indications with KPM payload."""
    path = tmp_path_factory.mktemp("captures") / "medium.pcapng"
    make_capture(path, MEGABYTES, copies=8)
    return path


def read(capture: Path) -> int:
    """How many user messages SCTP carried."""
    with read_recording(capture) as recording:
        return sum(event.octets is not None for event in recording.events)


@FEW
def test_read(benchmark: BenchmarkFixture, capture: Path) -> None:
    """Frames to SCTP user messages, nothing decoded."""
    benchmark.group = f"{MEGABYTES} MB, {read(capture)} SCTP messages"
    benchmark(read, capture)


@FEW
def test_check(benchmark: BenchmarkFixture, capture: Path) -> None:
    """Everything that the command does: reading, decoding with payloads, all rules, the report as JSON."""
    benchmark.group = f"{MEGABYTES} MB, {read(capture)} SCTP messages"
    assert benchmark(main, ["check", "--json", str(capture)]) == 1
