"""Errands on a cluster of real workers, some of which die."""

import asyncio
import http.server
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from oran_harness.errands import Cluster, ClusterName, Done, Errand, Shipped, joined
from oran_harness.errands import cluster as module
from oran_harness.model import UsageError
from oran_harness.resources import harness_version
from tests.errands.dask_cluster import DaskCluster, alive, wait, workers


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """Two workers, which their nannies start again when they die."""
    with workers(tmp_path_factory.mktemp("dask"), 2) as cluster:
        yield cluster


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """Where programs write down that they run."""
    path = tmp_path / "diary"
    path.touch()
    return path


def entries(diary: Path, name: str) -> list[tuple[int, int]]:
    """The processes that ran a program, each with its worker's."""
    lines = [line.split() for line in diary.read_text("utf-8").splitlines()]
    return [(int(pid), int(worker)) for who, pid, worker in lines if who == name]


def errand(diary: Path, name: str, folders: dict[str, Shipped] | None = None, **order: object) -> Errand:
    """An errand for the program of these tests."""
    told = {"name": name, "diary": str(diary), **order}
    return Errand("tests.errands.program", told, folders or {}, "left", f"errand {name}", harness_version())


def result(done: Done, folder: Path) -> str:
    """What a program has left."""
    assert done.results is not None, done.problem
    done.results.unpack(folder)
    return (folder / "result.txt").read_text("utf-8")


async def do_all(uri: str, errands: list[Errand]) -> list[Done]:
    """Have errands done side by side."""
    async with joined(ClusterName.of(uri)) as cluster:
        return await asyncio.gather(*(cluster.do(each) for each in errands))


def test_what_is_left_comes_home(dask: DaskCluster, diary: Path, tmp_path: Path) -> None:
    """Whoever is ready first, and with the folders that went along."""
    sent = tmp_path / "sent"
    sent.mkdir()
    (sent / "words.txt").write_text("as sent", "utf-8")
    folders = {"sent": Shipped("/nowhere/sent", Shipped.of(sent).parcel)}
    errands = [errand(diary, f"e{number}", folders, takes_s=0.3 * (number % 2 == 0)) for number in range(5)]
    done = asyncio.run(do_all(dask.uri, errands))
    texts = [result(each, tmp_path / str(number)) for number, each in enumerate(done)]
    assert texts == [f"e{number}: as sent" for number in range(5)]
    assert len({worker for number in range(5) for _, worker in entries(diary, f"e{number}")}) == 2


def test_an_errand_is_done_again_when_its_worker_dies(dask: DaskCluster, diary: Path, tmp_path: Path) -> None:
    """By another; what the dead one was at is not left running."""

    def strike() -> None:
        wait(lambda: len(entries(diary, "struck")) == 1)
        os.kill(entries(diary, "struck")[0][1], signal.SIGKILL)

    striking = threading.Thread(target=strike)
    striking.start()
    done = asyncio.run(do_all(dask.uri, [errand(diary, "struck", takes_s=1.5)]))
    striking.join()
    assert result(done[0], tmp_path / "home") == "struck: "
    first, second = entries(diary, "struck")
    assert first[1] != second[1]
    wait(lambda: not alive(first[0]), 5)


def test_one_that_kills_its_workers_costs_only_itself(dask: DaskCluster, diary: Path, tmp_path: Path) -> None:
    """It is given up in the end; who shared the cluster with it is done."""
    errands = [errand(diary, "killer", kills=True), *(errand(diary, f"q{number}", takes_s=0.5) for number in range(3))]
    killer, *others = asyncio.run(do_all(dask.uri, errands))
    assert killer == Done("errand killer killed every worker that took it, also where it was alone there")
    assert [result(each, tmp_path / str(number)) for number, each in enumerate(others)] == ["q0: ", "q1: ", "q2: "]


def test_what_nobody_wants_any_more_is_stopped(dask: DaskCluster, diary: Path) -> None:
    """It has ended when the cluster is left."""

    async def leave() -> None:
        async with joined(ClusterName.of(dask.uri)) as cluster:
            doing = asyncio.create_task(cluster.do(errand(diary, "unwanted", takes_s=60)))
            while not entries(diary, "unwanted"):
                await asyncio.sleep(0.05)
            doing.cancel()

    asyncio.run(leave())
    assert not alive(entries(diary, "unwanted")[0][0])


def test_a_program_that_fails_says_how(dask: DaskCluster, diary: Path) -> None:
    """There is a folder, and nothing in it."""
    (done,) = asyncio.run(do_all(dask.uri, [errand(diary, "astray", takes_s="nonsense")]))
    assert done.results is not None
    assert done.results.names == ()
    assert done.problem.startswith("errand astray ended with status 1: ")


def test_another_version_is_refused(dask: DaskCluster, diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Results of two versions do not belong together."""
    monkeypatch.setattr(module, "harness_version", lambda: "9.9.9")
    with pytest.raises(UsageError, match=r"The worker tcp://.* has oran-harness .*; install version 9\.9\.9 there\."):
        asyncio.run(do_all(dask.uri, []))


def test_a_scheduler_that_is_gone_is_said(tmp_path: Path, diary: Path) -> None:
    """So is a cluster that no worker is left of; no errand waits for ever."""

    async def lose() -> tuple[Done, Done]:
        async with joined(ClusterName.of(dask.uri)) as cluster:
            impatient = Cluster(cluster._client, ClusterName.of(dask.uri), absent=0.5)
            async with impatient:
                worker.kill()
                bereft = await impatient.do(errand(diary, "bereft"))
            waiting = asyncio.create_task(cluster.do(errand(diary, "waiting")))
            await asyncio.sleep(0.2)
            dask.scheduler.kill()
            return bereft, await waiting

    with DaskCluster(tmp_path) as dask:
        worker = dask.worker("--no-nanny")
        name = dask.uri
        bereft, waiting = asyncio.run(lose())
    assert bereft == Done(f"{name} has had no worker for 0.5 s")
    assert waiting.problem.startswith(
        (f"the scheduler of {name} is gone: ", f"errand waiting could not be done on {name}")
    )


def test_a_cluster_without_workers_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that starts one."""
    monkeypatch.setattr(module, "_WORKERS_S", 0.3)
    with DaskCluster(tmp_path) as dask:
        uri = dask.uri
        with pytest.raises(UsageError) as caught:
            asyncio.run(do_all(uri, []))
    assert str(caught.value) == f"{uri} has no workers; start one or several with 'dask worker {uri}'."


def test_a_worker_that_hangs_is_not_waited_for_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is there, and answers nothing."""
    monkeypatch.setattr(module, "_WORKERS_S", 1.0)
    with DaskCluster(tmp_path) as dask:
        worker = dask.worker("--no-nanny")
        wait(lambda: len(dask.addresses()) == 1)
        worker.send_signal(signal.SIGSTOP)
        with pytest.raises(UsageError, match=r"Not all workers of .* answer within 1 s"):
            asyncio.run(asyncio.wait_for(do_all(dask.uri, []), 30))


@pytest.mark.parametrize("answer", [None, b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\0" * 64, b"\xff" * 64])
def test_a_cluster_that_is_not_there_is_refused(answer: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens, or somebody else: one sentence."""
    monkeypatch.setattr(module, "_CONNECTING_S", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        uri = f"tcp://127.0.0.1:{listener.getsockname()[1]}"
        if answer is None:
            listener.close()
        else:
            threading.Thread(target=_answer, args=(listener, answer), daemon=True).start()
        with pytest.raises(UsageError, match=f"No Dask scheduler answers at {uri} "):
            asyncio.run(do_all(uri, []))


def test_a_web_server_is_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that answers and hangs up is not waited for without end."""
    monkeypatch.setattr(module, "_CONNECTING_S", 1.0)
    with http.server.HTTPServer(("127.0.0.1", 0), _Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        uri = f"tcp://127.0.0.1:{server.server_port}"
        try:
            with pytest.raises(UsageError, match=f"No Dask scheduler answers at {uri} "):
                asyncio.run(asyncio.wait_for(do_all(uri, []), 30))
        finally:
            server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _answer(listener: socket.socket, octets: bytes) -> None:
    kept = []
    while True:
        try:
            connection, _ = listener.accept()
            connection.sendall(octets)
        except OSError:
            return
        kept.append(connection)


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, before anything else is tried."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"install it with pip install 'oran-harness\[cluster\]'\."):
        asyncio.run(do_all("local:1", []))


def test_a_cluster_on_this_machine(diary: Path, tmp_path: Path) -> None:
    """It is made for the purpose, and gone afterwards."""
    (done,) = asyncio.run(do_all("local:1", [errand(diary, "here")]))
    assert result(done, tmp_path / "home") == "here: "
    assert not alive(entries(diary, "here")[0][1])
