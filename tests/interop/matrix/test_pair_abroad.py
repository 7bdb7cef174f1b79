"""A matrix on a cluster of real workers, one of which is killed in the middle of a pair."""

import asyncio
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from oran_harness.errands import ClusterName, joined
from oran_harness.interop.matrix.matchmaking import Match
from oran_harness.interop.matrix.matrix import FILE, Matrix
from oran_harness.interop.matrix.pair_abroad import PairAbroad
from oran_harness.interop.pairs.steering import Steering
from tests.errands.dask_cluster import alive, descendants, wait, workers
from tests.interop.matrix.sample import pairs

MODULE = "oran_harness.cli.pairing"
QUICK = "tests.interop.matrix.quick_pair"


def play(uri: str, found: Sequence[Match], folder: Path, module: str = MODULE) -> tuple[dict[str, Any], list[str]]:
    """Bring pairs together on a cluster; the matrix as it was written, and the pairs as they were ready."""
    ready: list[str] = []

    async def go() -> None:
        async with joined(ClusterName.of(uri)) as cluster:
            matrix = Matrix(found, folder, Steering("", keywords=("setup",)), jobs=64)
            await matrix.play(
                PairAbroad(cluster, module), lambda *told: None, lambda match, cell: ready.append(match.name)
            )

    asyncio.run(go())
    document: dict[str, Any] = json.loads((folder / FILE).read_bytes())
    return document, ready


def serving(pid: int) -> list[int]:
    """What comes from a process, once both products of a pair are among it; nothing before."""
    found = descendants(pid)
    products = 0
    for each in found:
        try:
            words = psutil.Process(each).cmdline()
        except psutil.NoSuchProcess:
            continue
        products += "serve" in words
    return found if products >= 2 else []


def test_a_matrix_is_the_same_with_one_worker_and_with_two(tmp_path: Path) -> None:
    """Whichever pair is ready first; versions that do not meet are told without any worker."""
    nodes = {"alfa": "3.01", "bravo": "3.01", "charlie": "2.03"}
    found = pairs(tmp_path / "vendors", nodes, {"delta": "3.01", "echo": "3.01"})
    (tmp_path / "dask").mkdir()
    with workers(tmp_path / "dask", 1) as dask:
        one, _ = play(dask.uri, found, tmp_path / "one", QUICK)
        dask.worker()
        wait(lambda: len(dask.addresses()) == 2)
        two, order = play(dask.uri, found, tmp_path / "two", QUICK)
    assert two == one
    assert [cell["summary"]["pass"] for cell in two["cells"]] == [4, 4, 5, 5, 0, 0]
    assert order != sorted(order), "the order of completion is another"


def test_a_pair_whose_worker_is_killed_is_done_by_another(tmp_path: Path) -> None:
    """Nothing of its products is left running, and what comes home is as if nothing had been."""
    found = pairs(tmp_path / "vendors", {"alfa": "3.01"}, {"bravo": "3.01"})
    killed: list[int] = []
    (tmp_path / "dask").mkdir()
    with workers(tmp_path / "dask", 2, "--no-nanny") as dask:

        def strike() -> None:
            wait(lambda: any(serving(each.pid) for each in dask.workers))
            victim = next(each for each in dask.workers if serving(each.pid))
            killed.extend(serving(victim.pid))
            victim.kill()

        striking = threading.Thread(target=strike)
        striking.start()
        document, _ = play(dask.uri, found, tmp_path / "out")
        striking.join()
    (cell,) = document["cells"]
    assert (cell["summary"]["pass"], cell["reason"]) == (1, "1 scene passes")
    assert len(killed) >= 5, "the pair, and two products with their keepers"
    wait(lambda: not any(map(alive, killed)), 10)
    folder = (tmp_path / "out" / cell["results"]).parent
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert kept == {"cell.json", "results.json", "junit.xml", "history/tap.jsonl", "history/tap.pcapng"}


def test_a_folder_that_cannot_be_sent_is_its_pairs_own_trouble(tmp_path: Path) -> None:
    """The others meet."""
    (match,) = pairs(tmp_path / "vendors", {"alfa": "3.01"}, {"bravo": "3.01"})

    class Nobody:
        """A cluster that is not asked."""

    matrix = Matrix([match], tmp_path / "out", Steering(""), jobs=1)
    profile = match.node.profile.folder / "profile.toml"
    (match.node.profile.folder / "large").mkdir()
    with open(match.node.profile.folder / "large" / "build", "wb") as build:
        build.truncate(65 << 20)
    assert profile.exists()
    asyncio.run(matrix.play(PairAbroad(Nobody(), MODULE), lambda *told: None, lambda *done: None))  # type: ignore[arg-type]
    (cell,) = matrix.cells
    assert (cell.summary["error"], cell.blame) == (1, "harness")
    assert cell.reason.endswith("is larger than 64 MiB, too large to be sent to another machine.")
