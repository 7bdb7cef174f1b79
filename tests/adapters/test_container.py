"""Products that come as images. No engine runs here: a stand-in keeps to the command line's contract."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from oran_harness.adapters import AdapterError, Addresses, Launch, StimulusStatus
from oran_harness.adapters.container import Container, engine_answers, new_name
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.model import UsageError
from tests.adapters.container_engine import Engine, program
from tests.adapters.products import ANSWERING, READY, SLEEP

HERE = Addresses(peer="tcp://127.0.0.1:4711", e2ap="3.01")


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """An engine whose ``docker`` is the only one on the PATH."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with Engine(tmp_path).running() as running:
        yield running


def launch(*words: str, ready: str | None = "agent ready", container: Container | None = None, **fields: Any) -> Launch:
    """A launch of the image alfa."""
    fields = {"ready_timeout_s": 20.0, "stop_timeout_s": 5.0} | fields
    return Launch(words, Path("/"), Path("/"), ready=ready, container=container or Container("alfa/du:1"), **fields)


def test_a_whole_life(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is started with what the profile says, asked, stopped by its signal; output is told without secrets."""
    engine.image(
        "alfa/du:1",
        "import os, signal, sys\n"
        "def end(*_):\n    print('ends in order', flush=True)\n    os._exit(3)\n"
        "signal.signal(signal.SIGINT, end)\n"
        "print(sys.argv[1:], os.environ['PLACE'], os.environ['TOKEN'], flush=True)\n" + ANSWERING,
    )
    monkeypatch.setenv("ALFA_TOKEN", "hunter2hunter2")
    told: list[str] = []
    asked = launch(
        "--ric",
        "{peer_host}",
        env={"PLACE": "at {peer_port}", "TOKEN": "env:ALFA_TOKEN"},
        stimuli=True,
        stop_signal=signal.SIGINT,
    )

    async def scene() -> None:
        adapter = ProcessAdapter("alfa", None, asked, told.append)
        await adapter.start(HERE)
        assert len(engine.containers()) == 1
        assert (await adapter.health()).alive
        assert (await adapter.stimulate("subscribe", style=1)).status is StimulusStatus.DONE
        assert (await adapter.stimulate("fly")).status is StimulusStatus.UNSUPPORTED
        await adapter.stop()
        assert b"hunter2" not in (await adapter.collect())["output.log"]

    asyncio.run(scene())
    assert engine.containers() == []
    assert "stdout: ['--ric', '127.0.0.1'] at 4711 ***" in told
    assert "stdout: ends in order" in told
    assert told[-1].endswith("exit status 3")
    assert "hunter2" not in "\n".join(told)
    request = json.loads(engine.requests)
    assert request["rm"]
    assert request["interactive"]
    assert (request["network"], request["label"]) == ("host", ["oran-harness"])
    # The value came over the runtime's environment, not in its command line.
    assert any("--env=TOKEN" in line for line in told if line.startswith("started as process"))


@pytest.mark.parametrize("how", ["stop", "kill"])
def test_one_that_does_not_listen_to_signals_is_removed(engine: Engine, how: str) -> None:
    """Also at a restart: the old one is gone before the new one begins."""
    engine.image("alfa/du:1", "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + READY + SLEEP)

    async def scene() -> list[str]:
        adapter = ProcessAdapter("alfa", None, launch(stop_timeout_s=0.1), lambda line: None)
        await adapter.start(HERE)
        before = engine.containers()
        await adapter.stimulate("restart", how=how)
        after = engine.containers()
        assert len(before) == len(after) == 1
        await adapter.stop()
        return [*before, *after]

    assert len(set(asyncio.run(scene()))) == 2
    assert engine.containers() == []


def test_a_harness_that_is_killed_leaves_no_container(engine: Engine, tmp_path: Path) -> None:
    """The keeper removes it: docker's own program has only been killed, which the container does not notice."""
    engine.image("alfa/du:1", READY + SLEEP)
    harness = textwrap.dedent(
        """
        import asyncio
        from tests.adapters.test_container import HERE, ProcessAdapter, launch
        async def scene():
            await ProcessAdapter("alfa", None, launch(), lambda line: None).start(HERE)
            print("started", flush=True)
            await asyncio.sleep(600)
        asyncio.run(scene())
        """
    )
    path = os.pathsep.join(each for each in sys.path if each)
    process = subprocess.Popen(
        [sys.executable, "-c", harness], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}
    )
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"started\n"
        assert len(engine.containers()) == 1
        process.kill()
        process.wait()
    until = time.monotonic() + 20
    while engine.containers() and time.monotonic() < until:
        time.sleep(0.02)
    assert engine.containers() == []


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("raise SystemExit(5)", "exit status 5"),
        ("import time; time.sleep(600)", "not ready within 1 s"),
        (None, "exit status 125.*Unable to find image"),
    ],
)
def test_what_does_not_get_ready(engine: Engine, image: str | None, said: str) -> None:
    """One that ends at once, says nothing, or is not there."""
    if image is not None:
        engine.image("alfa/du:1", image)
    adapter = ProcessAdapter("alfa", None, launch(ready_timeout_s=1.0), lambda line: None)
    with pytest.raises(AdapterError, match=said):
        asyncio.run(adapter.start(HERE))
    assert engine.containers() == []


def test_the_words_that_both_runtimes_understand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ports, volumes relative to the profile, further options; podman where it is asked for."""
    for name in ("docker", "podman"):
        program(tmp_path / "bin", name)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    container = Container(
        "alfa", "podman", "bridge", ("{own_port}:36421/sctp",), ("./conf:/etc/alfa:ro", "data:/data"), ("--init",)
    )
    found = container.line(
        "x",
        ("-v",),
        lambda text: text.replace("{own_port}", "5"),
        folder=tmp_path,
        plain={"A": "b"},
        taken_over=("S",),
        stdin=False,
    )
    assert found.run == (
        *(str(tmp_path / "bin/podman"), "run", "--rm", "--name=x", "--label=oran-harness", "--network=bridge"),
        *("--publish=5:36421/sctp", f"--volume={tmp_path}/conf:/etc/alfa:ro", "--volume=data:/data"),
        *("--env=A=b", "--env=S", "--init", "alfa", "-v"),
    )
    assert found.remove == (str(tmp_path / "bin/podman"), "rm", "--force", "x")
    assert new_name() != new_name()


def test_no_runtime_or_no_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence each, when it is to be started."""
    monkeypatch.setenv("PATH", str(tmp_path))
    adapter = ProcessAdapter("alfa", None, launch(), lambda line: None)
    with pytest.raises(UsageError, match="needs docker or podman, which is not on the PATH"):
        asyncio.run(adapter.start(HERE))
    program(tmp_path, "podman")
    with pytest.raises(UsageError, match=r"podman is here, but no engine .*Cannot connect to the engine"):
        asyncio.run(adapter.start(HERE))


def test_an_engine_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not waited for without end."""
    monkeypatch.setattr("oran_harness.adapters.container.ANSWER_S", 0.2)
    path = tmp_path / "docker"
    path.write_text(f"#!{sys.executable} -IS\n{SLEEP}")
    path.chmod(0o755)
    with pytest.raises(UsageError, match=r"no answer within 0.2 s"):
        asyncio.run(engine_answers(str(path)))
