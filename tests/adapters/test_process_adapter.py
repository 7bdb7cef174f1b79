"""A product as a process of this machine, tried with real ones."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from oran_harness.adapters import AdapterError, Addresses, Launch, StimulusStatus
from oran_harness.adapters.output import BURST
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.model import UsageError
from tests.adapters.products import ANSWERING, FAMILY, READY, SLEEP, launch

NODE = Addresses(peer="tcp://127.0.0.1:4000")


def play(
    product: Launch, scene: Callable[[ProcessAdapter], Awaitable[Any]], addresses: Addresses = NODE
) -> tuple[Any, list[str]]:
    """Start a product, play a scene with it, and stop it; what the scene gave, and what was told."""
    told: list[str] = []

    async def whole() -> Any:
        adapter = ProcessAdapter("product", "1", product, told.append)
        before = {child.pid for child in psutil.Process().children(recursive=True)}
        try:
            await adapter.start(addresses)
            return await scene(adapter)
        finally:
            await adapter.stop()
            after = {child.pid for child in psutil.Process().children(recursive=True)}
            assert after <= before, "something was left running"

    return asyncio.run(whole()), told


async def nothing(adapter: ProcessAdapter) -> None:
    """A scene in which nothing happens."""


def test_it_starts_gets_ready_and_stops() -> None:
    """Started, its output told line by line, ready by its regular expression, ended by its signal, and in words."""
    _, told = play(launch(READY + SLEEP), nothing)
    assert told[0].startswith("started as process ")
    assert "stdout: agent ready" in told
    assert told[-1].endswith("ended: killed by signal 15 (SIGTERM)")


def test_placeholders_and_secrets_reach_it_and_secrets_are_not_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The command is filled in; env: and file: are resolved, given to the process, and hidden from its output."""
    monkeypatch.setenv("ALFA", "hunter2!")
    (tmp_path / "key").write_text("opensesame\n")
    program = "import os, sys; print(sys.argv[1:], os.environ['TOKEN'], os.environ['KEY'], os.environ['AT'])\n"
    product = launch(
        program + READY + SLEEP,
        "{peer_host}",
        "--port={peer_port}",
        folder=tmp_path,
        cwd=tmp_path,
        env={"TOKEN": "env:ALFA", "KEY": "file:key", "AT": "{peer_uri}"},
    )
    _, told = play(product, nothing)
    assert "stdout: ['127.0.0.1', '--port=4000'] *** *** tcp://127.0.0.1:4000" in told
    monkeypatch.delenv("ALFA")
    with pytest.raises(UsageError, match="ALFA"):
        play(product, nothing)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("print('no radio'); raise SystemExit(3)", r'exit status 3; its last line of output: "no radio"'),
        ("import os; os.abort()", r"killed by signal 6 \(SIGABRT"),
        ("print('waiting', flush=True)\n" + SLEEP, r"not ready within 0\.5 s.*\"agent ready\".*\"waiting\""),
    ],
)
def test_one_that_does_not_get_ready(program: str, said: str) -> None:
    """It ends, or never gets ready: an AdapterError that says how, and with which last words; nothing is left."""
    with pytest.raises(AdapterError, match=said):
        play(launch(program, ready_timeout_s=0.5), nothing)


def test_one_that_cannot_be_run(tmp_path: Path) -> None:
    """No such program, no permission, no such folder: an AdapterError with the reason."""
    for product, said in (
        (Launch(("no-such-program",), tmp_path, tmp_path), "no-such-program: No such file"),
        (Launch(("/dev/null",), tmp_path, tmp_path), "/dev/null: Permission denied"),
        (Launch(("./mine",), tmp_path, tmp_path), "mine: No such file"),
        (Launch(("true",), tmp_path, tmp_path / "none"), "none: No such file"),
    ):
        with pytest.raises(AdapterError, match=said):
            play(product, nothing)


def test_a_command_with_a_slash_is_relative_to_the_profile(tmp_path: Path) -> None:
    """./agent is the one beside profile.toml, also where the product runs in another folder."""
    agent = tmp_path / "agent"
    agent.write_text("#!/bin/sh\npwd\necho agent ready\nexec sleep 600\n")
    agent.chmod(0o755)
    (tmp_path / "inner").mkdir()
    product = Launch(("./agent",), tmp_path, tmp_path / "inner", ready="agent ready", stop_timeout_s=0.1)
    assert f"stdout: {tmp_path}/inner" in play(product, nothing)[1]


def test_ready_may_be_on_either_stream_and_without_a_line_break() -> None:
    """A prompt counts, and so does standard error."""
    for stream in ("stdout", "stderr"):
        play(launch(f"import sys; sys.{stream}.write('agent ready> '); sys.{stream}.flush()\n" + SLEEP), nothing)


def test_one_that_ignores_its_signal_is_killed() -> None:
    """After stop_timeout_s nothing helps it."""
    program = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + READY + SLEEP
    _, told = play(launch(program), nothing)
    assert told[-1].endswith("killed by signal 9 (SIGKILL)")


def test_another_signal_can_stop_it() -> None:
    """stop_signal is what it gets, and it may end in its own way."""
    program = "import signal, sys; signal.signal(signal.SIGUSR1, lambda *_: sys.exit(4))\n" + READY + SLEEP
    _, told = play(launch(program, stop_signal=signal.SIGUSR1, stop_timeout_s=10), nothing)
    assert told[-1].endswith("exit status 4")


def test_what_it_started_ends_with_it() -> None:
    """Children and grandchildren, in sessions of their own too, do not outlive a stop."""

    async def scene(adapter: ProcessAdapter) -> list[psutil.Process]:
        return psutil.Process().children(recursive=True)

    family, _ = play(launch(FAMILY), scene)
    assert len(family) >= 4  # keeper, product, child, grandchild
    assert not any(psutil.pid_exists(each.pid) and each.is_running() for each in family)


def test_a_death_is_seen_and_it_can_be_started_again() -> None:
    """Health tells that it is dead, how, and its last words; start brings it back."""

    async def scene(adapter: ProcessAdapter) -> tuple[Any, Any]:
        product = psutil.Process().children(recursive=True)[-1]
        product.send_signal(signal.SIGSEGV)
        await asyncio.to_thread(product.wait, 10)
        while (health := await adapter.health()).alive:
            await asyncio.sleep(0.005)
        await adapter.reset()
        return health, await adapter.health()

    (dead, alive), told = play(launch(READY + SLEEP), scene)
    assert not dead.alive
    assert dead.exit_status == -11
    assert dead.detail.startswith("killed by signal 11 (SIGSEGV")
    assert "agent ready" in dead.detail
    assert alive.alive
    assert sum(line.startswith("started") for line in told) == 2


def test_a_flood_is_read_and_bounded() -> None:
    """Endless output neither stops the product nor fills the history; lines are cut, the rest is counted."""
    program = (
        READY + "print('x' * 100_000)\nfor n in range(50_000): print('line', n)\nprint('last', flush=True)\n" + SLEEP
    )

    async def scene(adapter: ProcessAdapter) -> bytes:
        while b"last" not in (kept := (await adapter.collect())["output.log"]):
            await asyncio.sleep(0.01)
        return kept

    kept, told = play(launch(program), scene)
    assert len(kept) <= 256 * 1024
    assert len(told) < BURST + 200
    assert max(map(len, told)) < 2100
    assert any(line.endswith("more lines of output are not recorded") for line in told)


def test_a_line_without_an_end_is_bounded() -> None:
    """Megabytes without a line break are told once."""
    program = (
        READY
        + "import sys\nfor _ in range(300): sys.stdout.write('y' * 10_000)\nprint('\\nlast', flush=True)\n"
        + SLEEP
    )

    async def scene(adapter: ProcessAdapter) -> None:
        while b"last" not in (await adapter.collect())["output.log"]:
            await asyncio.sleep(0.01)

    _, told = play(launch(program), scene)
    assert sum("yyyy" in line for line in told) == 1
    assert "stdout: last" in told


def test_closed_streams_are_no_death() -> None:
    """A product that closes its output lives on."""
    program = READY + "import os; os.close(1); os.close(2)\n" + SLEEP

    async def scene(adapter: ProcessAdapter) -> bool:
        await asyncio.sleep(0.05)
        return (await adapter.health()).alive

    assert play(launch(program), scene)[0]


def test_stimuli_are_lines_on_standard_input() -> None:
    """Asked as a JSON line, answered by one, whatever else is printed; the unknown is unsupported."""

    async def scene(adapter: ProcessAdapter) -> None:
        answer = await adapter.stimulate("subscribe", style=1, service_model="kpm")
        assert (answer.status, answer.details) == (StimulusStatus.DONE, {"style": 1, "service_model": "kpm"})
        assert (await adapter.stimulate("no-such-stimulus")).status is StimulusStatus.UNSUPPORTED
        assert (await adapter.stimulate("garbage")).status is StimulusStatus.FAILED
        assert (await adapter.describe()).stimuli is None

    play(launch(ANSWERING, stimuli=True), scene)


def test_without_stimuli_nothing_is_asked() -> None:
    """A launch that takes no stimuli supports none."""

    async def scene(adapter: ProcessAdapter) -> None:
        assert (await adapter.stimulate("subscribe")).status is StimulusStatus.UNSUPPORTED
        assert (await adapter.describe()).stimuli == ("restart",)

    play(launch(READY + SLEEP), scene)


def test_late_answers_are_nobodys() -> None:
    """An answer that comes after its time is not taken for the answer to the next stimulus of that name."""

    async def scene(adapter: ProcessAdapter) -> None:
        with pytest.raises(AdapterError, match=r"no answer to the stimulus late within 0\.3 s"):
            await adapter.stimulate("late", after=0.4)
        assert (await adapter.stimulate("late", after=0)).details == {"after": 0}

    play(launch(ANSWERING, stimuli=True, stimulus_timeout_s=0.3), scene)


def test_stimuli_that_are_never_answered() -> None:
    """Silence and death end in an AdapterError that says which; a dead product is not asked again."""

    async def scene(adapter: ProcessAdapter) -> None:
        with pytest.raises(AdapterError, match="no answer"):
            await adapter.stimulate("silence")
        with pytest.raises(AdapterError, match='exit status 7; its last line of output: "out of here"'):
            await adapter.stimulate("die")
        with pytest.raises(AdapterError, match="does not run"):
            await adapter.stimulate("subscribe")

    play(launch(ANSWERING, stimuli=True, stimulus_timeout_s=1), scene)


def test_one_that_does_not_read_its_input_is_bounded() -> None:
    """A full pipe costs its time, not more."""

    async def scene(adapter: ProcessAdapter) -> None:
        with pytest.raises(AdapterError, match="no answer"):
            await adapter.stimulate("subscribe", filler="x" * 400_000)

    play(launch(READY + SLEEP, stimuli=True, stimulus_timeout_s=0.2), scene)


STARTER = """
import asyncio, sys
from oran_harness.adapters import Addresses
from oran_harness.adapters.process_adapter import ProcessAdapter
from tests.adapters.products import FAMILY, launch

async def main():
    adapter = ProcessAdapter("product", None, launch(FAMILY), lambda line: None)
    await adapter.start(Addresses())
    print("up", flush=True)
    await asyncio.sleep(600)

asyncio.run(main())
"""


def test_nothing_outlives_a_harness_that_is_killed() -> None:
    """Kill -9 of the harness ends the product and all that it started."""
    with subprocess.Popen([sys.executable, "-c", STARTER], stdout=subprocess.PIPE) as harness:
        assert harness.stdout is not None
        assert harness.stdout.readline() == b"up\n"
        family = psutil.Process(harness.pid).children(recursive=True)
        assert len(family) >= 4
        os.kill(harness.pid, signal.SIGKILL)
        deadline = time.monotonic() + 20
        while any(map(_lives, family)) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert [each for each in family if _lives(each)] == []


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


TELLS_ITS_END = """
import os, signal, time
def leave(*_):
    os.write(1, b'leaving in order\\n')
    os._exit(0)
signal.signal(signal.SIGTERM, leave)
print('agent ready', flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("how", ["stop", "kill"])
def test_a_restart(how: str) -> None:
    """A stop lets the product take its leave, a kill does not; afterwards another process is ready, where it was."""

    async def scene(adapter: ProcessAdapter) -> None:
        before = (await adapter.health()).detail
        assert (await adapter.stimulate("restart", how=how)).status is StimulusStatus.DONE
        after = await adapter.health()
        assert after.alive
        assert after.detail != before

    _, told = play(launch(TELLS_ITS_END, stop_timeout_s=5.0), scene)
    # The second one is always stopped in the end.
    assert told.count("stdout: leaving in order") == (2 if how == "stop" else 1)
    assert any("killed by signal 9" in each for each in told) is (how == "kill")


def test_a_restart_in_another_way() -> None:
    """There is none: nothing happens."""

    async def scene(adapter: ProcessAdapter) -> None:
        before = await adapter.health()
        assert (await adapter.stimulate("restart", how="by magic")).status is StimulusStatus.UNSUPPORTED
        assert await adapter.health() == before

    play(launch(READY + SLEEP), scene)


def test_a_restart_that_fails(tmp_path: Path) -> None:
    """Why is told, and nothing of the product runs."""
    once = tmp_path / "once"
    program = f"import pathlib, sys; p = pathlib.Path({str(once)!r})\nif p.exists(): sys.exit(5)\np.touch()\n"

    async def scene(adapter: ProcessAdapter) -> None:
        with pytest.raises(AdapterError, match="exit status 5"):
            await adapter.stimulate("restart", how="kill")
        assert not (await adapter.health()).alive

    play(launch(program + READY + SLEEP), scene)
