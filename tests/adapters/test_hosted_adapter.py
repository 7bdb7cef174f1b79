"""Adapters that are classes, each in a process of its own, and what the bad ones cost."""

import asyncio
import os
import re
import subprocess
import sys
import textwrap
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from oran_harness.adapters import AdapterError, Addresses, BoundedAdapter, BrokenAdapter
from oran_harness.adapters.bounded import Patience
from oran_harness.adapters.hosted_adapter import HostedAdapter
from oran_harness.model import InputError
from tests.adapters.hostile import CALL, MISDEED

HOSTILE = "tests.adapters.hostile:Hostile"
CALLS = ("describe", "start", "stop", "reset", "stimulate", "health", "collect")
SHORT = Patience(describe=30, start=0.4, stop=0.4, stimulate=0.4, health=0.4, collect=0.4)
HERE = Addresses(own="tcp://127.0.0.1:4711")


def bounded(told: list[str] | None = None, patience: Patience = SHORT) -> BoundedAdapter:
    """The hostile adapter, as a run has it."""
    told = [] if told is None else told
    return BoundedAdapter(HostedAdapter(HOSTILE, Path.cwd(), told.append), patience)


def call(adapter: BoundedAdapter, name: str) -> Awaitable[Any]:
    """One of the seven calls."""
    arguments = {"start": (HERE,), "stimulate": ("subscribe",)}.get(name, ())
    made: Awaitable[Any] = getattr(adapter, name)(*arguments)
    return made


def run_to_the_end(scene: Callable[[], Awaitable[Any]]) -> Any:
    """Run a scene, after which no process of ours is left."""

    async def whole() -> Any:
        return await scene()

    before = set(psutil.Process().children(recursive=True))
    found = asyncio.run(whole())
    assert set(psutil.Process().children(recursive=True)) - before == set()
    return found


@pytest.mark.parametrize("misdeed", ["block", "exit"])
@pytest.mark.parametrize("name", CALLS)
def test_one_that_hangs_or_ends_costs_one_call(name: str, misdeed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever call it is: it is over in time, said in a sentence, and the next start finds a fresh adapter."""
    monkeypatch.setenv(MISDEED, misdeed)
    patience = SHORT if name != "describe" or misdeed == "exit" else Patience(describe=2.0)
    said = "its process ended by itself: exit status 7; its last line of output: .out of here"

    async def scene() -> None:
        adapter = bounded(patience=patience)
        try:
            monkeypatch.setenv(CALL, name)
            if name != "describe":
                await adapter.describe()
            with pytest.raises(BrokenAdapter, match=said if misdeed == "exit" else f"its {name} did not come back"):
                await call(adapter, name)
            monkeypatch.setenv(CALL, "none")
            if name != "stop":  # after which it is nobody's
                # Its product may still be there: it must not seem to be dead.
                with pytest.raises(BrokenAdapter, match=r"ended by itself|did not come back from a call before"):
                    await adapter.health()
            await adapter.stop()
            await adapter.describe()
            await adapter.start(HERE)
            assert (await adapter.health()).alive
            await adapter.stop()
        finally:
            await adapter.release()

    run_to_the_end(scene)


@pytest.mark.parametrize(
    ("misdeed", "said"),
    [
        ("raise", "its {} raised ValueError: no bench"),
        ("leave", "it wanted to end the program: SystemExit: 3"),
        ("nonsense", "its {} gave int"),
    ],
)
def test_one_that_breaks_goes_on(misdeed: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each call is an error, and the process is there for the next."""
    monkeypatch.setenv(MISDEED, misdeed)
    monkeypatch.setenv(CALL, "all")

    async def scene() -> None:
        adapter = bounded(patience=Patience())
        try:
            for name in CALLS:
                if misdeed == "nonsense" and name in ("start", "stop", "reset"):
                    continue  # whose values nobody looks at
                with pytest.raises(BrokenAdapter, match=said.format(name)):
                    await call(adapter, name)
        finally:
            await adapter.release()

    run_to_the_end(scene)


def test_one_that_floods(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its output is taken as fast as it comes, told and kept within bounds, and marked as the adapter's."""
    monkeypatch.setenv(MISDEED, "flood")
    monkeypatch.setenv(CALL, "stimulate")
    told: list[str] = []

    async def scene() -> int:
        adapter = bounded(told, Patience())
        try:
            await adapter.start(HERE)
            await call(adapter, "stimulate")
            return len((await adapter.collect())["adapter.log"])
        finally:
            await adapter.release()

    assert 0 < run_to_the_end(scene) <= 256 * 1024
    assert len(told) < 2000
    assert sum(map(len, told)) < 1_500_000
    assert any(line.startswith("adapter stderr: y") for line in told)
    assert any("more lines of output are not recorded" in line for line in told)


def test_one_that_leaves_processes_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """They end with it, also those in sessions of their own, when the product is stopped."""
    monkeypatch.setenv(MISDEED, "spawn")
    monkeypatch.setenv(CALL, "start")
    told: list[str] = []

    async def scene() -> list[int]:
        adapter = bounded(told, Patience())
        await adapter.start(HERE)
        while not (found := re.findall(r"left (\d+)", " ".join(told))):
            await asyncio.sleep(0.01)
        assert psutil.pid_exists(int(found[0]))
        await adapter.stop()
        return list(map(int, found))

    (left,) = run_to_the_end(scene)
    assert not psutil.pid_exists(left) or psutil.Process(left).status() == psutil.STATUS_ZOMBIE


@pytest.mark.parametrize(
    ("module", "error", "said"),
    [
        ("class Half:\n    async def describe(self): ...\n", InputError, "it has no start"),
        ("1 / 0", InputError, "importing adapter raised ZeroDivisionError"),
        ("import os; os._exit(5)", BrokenAdapter, "cannot be loaded: its process ended by itself: exit status 5"),
        ("import time; time.sleep(600)", BrokenAdapter, "was not loaded within 2 s"),
    ],
)
def test_what_cannot_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, error: type[Exception], said: str
) -> None:
    """All that is wrong with a class, as before; a module that ends or hangs is an error, too."""
    monkeypatch.setattr("oran_harness.adapters.hosted_adapter.LOADING_S", 2.0 if "sleep" in module else 30.0)
    (tmp_path / "adapter.py").write_text(module)

    async def scene() -> None:
        adapter = BoundedAdapter(HostedAdapter("adapter:Half", tmp_path, lambda line: None), Patience(describe=40))
        with pytest.raises(error, match=said):
            await adapter.describe()
        await adapter.release()

    run_to_the_end(scene)


def test_before_and_after_its_life() -> None:
    """What was never begun is not there, can be stopped, and has left nothing but an empty log."""

    async def scene() -> None:
        adapter = bounded()
        assert not (await adapter.health()).alive
        await adapter.stop()
        assert await adapter.collect() == {"adapter.log": b""}

    run_to_the_end(scene)


def test_a_harness_that_is_killed(tmp_path: Path) -> None:
    """Neither the adapter, nor what it has started, nor the folder of its socket outlives it."""
    program = textwrap.dedent(
        """
        import asyncio
        from tests.adapters.test_hosted_adapter import HERE, bounded, call
        async def scene():
            adapter = bounded()
            await adapter.describe()
            print(adapter._adapter._place, flush=True)
            await asyncio.sleep(600)
        asyncio.run(scene())
        """
    )
    path = os.pathsep.join(each for each in sys.path if each)
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}
    )
    assert process.stdout is not None
    with process.stdout:
        place = Path(process.stdout.readline().decode().strip())
        assert (place / "adapter").exists()
        left = psutil.Process(process.pid).children(recursive=True)
        assert len(left) == 2
        process.kill()
        process.wait()
    _, alive = psutil.wait_procs(left, timeout=20)
    assert alive == []
    until = time.monotonic() + 20
    while place.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not place.exists()


def test_errors_of_the_product_are_told_as_such(tmp_path: Path) -> None:
    """A start that the adapter itself calls a failure is the product's."""
    (tmp_path / "adapter.py").write_text(
        "from oran_harness.adapters import AdapterError\nfrom tests.adapters.hostile import Hostile\n"
        "class Fine(Hostile):\n    async def start(self, addresses):\n        raise AdapterError('no power')\n"
    )

    async def scene() -> None:
        adapter = BoundedAdapter(HostedAdapter("adapter:Fine", tmp_path, lambda line: None))
        with pytest.raises(AdapterError, match=r"^no power$") as refused:
            await adapter.start(HERE)
        assert not isinstance(refused.value, BrokenAdapter)
        await adapter.release()

    run_to_the_end(scene)
