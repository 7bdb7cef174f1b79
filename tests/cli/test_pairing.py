"""The process in which one pair meets."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from oran_harness.interop.matrix.cell import known_cell
from oran_harness.interop.matrix.order import Order
from oran_harness.interop.pairs.steering import Steering
from oran_harness.resources import vendors

COMMAND = (sys.executable, "-m", "oran_harness.cli.pairing")


def an_order(folder: Path, node: Path | None = None) -> Order:
    """The two that come with oran-harness."""
    place = vendors()
    node = node or place / "oran-harness-node"
    return Order(str(node), str(place / "oran-harness-ric"), str(folder), Steering("3.01", keywords=("E2AP-SETUP",)))


@contextmanager
def meeting(order: Order) -> Iterator["subprocess.Popen[str]"]:
    """The process, which has its order; it is killed if the test ends before it does."""
    process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdin is not None
        process.stdin.write(order.to_json() + "\n")
        process.stdin.flush()
        yield process
    finally:
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        if process.poll() is None:
            process.kill()
        process.wait()


def test_a_pair_meets(tmp_path: Path) -> None:
    """Each scene is told on a line, and its cell and results are on disk before it ends."""
    order = an_order(tmp_path / "alfa--bravo")
    with meeting(order) as process:
        assert process.stdout is not None
        told = [json.loads(line) for line in process.stdout]
        assert process.wait(60) == 0
    assert {"scene": "E2AP-SETUP-301", "verdict": "pass"} in told
    cell = known_cell(Path(order.folder), order.print)
    assert cell is not None
    assert cell.results == "alfa--bravo/results.json"
    document = json.loads((tmp_path / cell.results).read_text())
    assert document["cases"][0]["history"] == "history/tap.jsonl"
    assert (tmp_path / "alfa--bravo" / "history" / "tap.pcapng").stat().st_size > 0


def test_nothing_is_left_where_nobody_asks_any_more(tmp_path: Path) -> None:
    """When standard input ends in the midst of it the products are stopped, and there is no cell."""
    order = an_order(tmp_path / "out")
    order = Order(order.node, order.ric, order.folder, Steering("3.01"))
    with meeting(order) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["scene"] == "E2AP-SETUP-301"
        children = psutil.Process(process.pid).children(recursive=True)
        assert len(children) >= 2
        process.stdin.close()
        assert process.wait(60) == 130
    _, alive = psutil.wait_procs(children, timeout=20)
    assert alive == []
    assert known_cell(Path(order.folder), order.print) is None


def test_what_cannot_be_brought_together_is_said(tmp_path: Path) -> None:
    """In a sentence, for the reason of the cell."""
    order = an_order(tmp_path / "out", tmp_path / "nobody")
    done = subprocess.run(
        COMMAND, input=order.to_json() + "\n", capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert done.stderr.strip().endswith("does not exist; a vendor is a folder with a profile.toml.")
