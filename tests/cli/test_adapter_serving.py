"""``serve adapter``: adapters on other machines."""

import asyncio
import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.grpc import GrpcAdapter
from oran_harness.runner.wire import free_port
from tests.cli.run import PLAIN, ROOT, command, refused, run

NAME = "tests.cli.bench:Ric"


@contextlib.contextmanager
def served(name: str = NAME, folder: Path = ROOT) -> Iterator[str]:
    """While it is entered, an adapter is served by a program of its own; its URI."""
    process = subprocess.Popen(
        command("serve", "adapter", name, "--listen", "grpc://127.0.0.1:0"),
        stdout=subprocess.PIPE,
        cwd=folder,
        env=os.environ | PLAIN | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    try:
        with process.stdout:
            ready, _, uri = process.stdout.readline().decode().strip().partition(" ")
            assert ready == "ready:"
            yield uri
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()


def test_a_run_against_it(tmp_path: Path) -> None:
    """A profile that names its URI; the verdicts are those of the product behind it."""
    with served() as uri:
        folder = tmp_path / "alfa"
        folder.mkdir()
        (folder / "profile.toml").write_text(
            f'[vendor]\nname = "alfa"\n[roles.near-rt-ric]\nadapter = "{uri}"\n'
            f'address = "tcp://127.0.0.1:{free_port("tcp")}"\n'
        )
        ended = run("run", "--sut", f"{folder}{os.sep}", "--out", str(tmp_path / "out"), "E2AP-RESET-102")
    assert ended.code == 0, ended
    assert "1 pass" in ended.text


def test_modules_of_the_folder_it_is_called_in(tmp_path: Path) -> None:
    """A vendor's folder holds its adapter, and what this imports."""
    (tmp_path / "inner.py").write_text("from tests.adapters.grpc.sample import Sample\n")
    (tmp_path / "bench.py").write_text("from inner import Sample\nclass Adapter(Sample): pass\n")

    async def product(uri: str) -> str:
        adapter = GrpcAdapter(endpoint_of(uri, Path()))
        described = await adapter.describe()
        await adapter.release()
        return described.product

    with served("bench:Adapter", tmp_path) as uri:
        assert asyncio.run(product(uri)) == "alfa DU"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("adapter",), "Say which adapter is served and where"),
        (("adapter", NAME), "Say which adapter is served and where"),
        (("adapter", NAME, "--listen", "tcp://127.0.0.1:0"), "is no address of an adapter"),
        (("adapter", NAME, "--listen", "grpc://0.0.0.0:0"), "if you may test there, say so with --i-own-this"),
        (("adapter", NAME, "--listen", "grpcs://127.0.0.1:0"), "grpcs:// needs ?cert=FILE&key=FILE"),
        (("adapter", "json:Adapter", "--listen", "grpc://127.0.0.1:0"), "json has no class Adapter"),
        (("near-rt-ric", NAME, "--listen", "tcp://127.0.0.1:0"), "is one word too many"),
    ],
)
def test_what_cannot_be_served(arguments: tuple[str, ...], said: str) -> None:
    """One sentence each."""
    assert said in refused(run("serve", *arguments))


def test_an_adapter_that_is_not_there(tmp_path: Path) -> None:
    """A run against it ends at once, with a sentence; one beyond this machine is asked for first."""
    for uri, said in (
        (f"grpc://127.0.0.1:{free_port('tcp')}", "nobody serves an adapter at"),
        ("grpc://192.0.2.1:7000", "say so with --i-own-this"),
    ):
        (tmp_path / "profile.toml").write_text(
            f'[vendor]\nname = "alfa"\n[roles.near-rt-ric]\nadapter = "{uri}"\naddress = "tcp://127.0.0.1:9"\n'
        )
        assert said in refused(run("run", "--sut", f"{tmp_path}{os.sep}", "--out", str(tmp_path / "out")))
