"""The adapter in Node.js: what specs/adapter/adapter.proto says is enough for another language."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from oran_harness.runner.wire import free_port
from oran_harness.testing import contract_results, vendor_subjects
from tests.adapters.products import LISTENER
from tests.architecture.sources import ROOT
from tests.cli.run import PLAIN, command, run

SAMPLE = ROOT / "docs/examples/node-adapter"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample with what it needs from npm."""
    if shutil.which("npm") is None:
        pytest.skip("no npm here")
    folder = tmp_path_factory.mktemp("node")
    for name in ("package.json", "package-lock.json", "adapter.js", ".npmrc"):
        shutil.copy(SAMPLE / name, folder)
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder


@contextlib.contextmanager
def served(folder: Path, *product: str) -> Iterator[str]:
    """While it is entered, the adapter is there; its URI. Afterwards nothing of it or its product is left."""
    proto = f"--proto={ROOT / 'specs/adapter/adapter.proto'}"
    process = subprocess.Popen(
        ["node", "adapter.js", proto, "--", *product],
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
            left = psutil.Process(process.pid).children(recursive=True)
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
            assert psutil.wait_procs(left, timeout=10)[1] == []
    finally:
        process.kill()
        process.wait()


def profile(folder: Path, uri: str) -> str:
    """The sample's profile, with this adapter; its folder."""
    written = (SAMPLE / "profile.toml").read_text()
    assert "grpc://127.0.0.1:7000" in written
    address = f'address = "tcp://127.0.0.1:{free_port("tcp")}"\n'
    (folder / "profile.toml").write_text(written.replace("grpc://127.0.0.1:7000", uri) + address)
    return f"{folder}{os.sep}"


def test_a_run_with_it(sample: Path, tmp_path: Path) -> None:
    """The product is started, stimulated, restarted and stopped through it; what it printed is collected."""
    ric = command("serve", "near-rt-ric", "--listen", "{own_uri}", "--control")
    with served(sample, *ric) as uri:
        cases = ("E2AP-SETUP-101", "E2AP-RESET-102")
        ended = run("run", "--sut", profile(tmp_path, uri), "--out", str(tmp_path / "out"), *cases)
    assert ended.code == 0, ended
    assert "2 verdicts: 2 pass" in ended.text
    assert "ready: tcp://127.0.0.1:" in (tmp_path / "out/sut/product.log").read_text()


def test_it_keeps_the_contract(sample: Path, tmp_path: Path) -> None:
    """All of it, its product's death included; only a restart is the harness's to do."""
    with served(sample, sys.executable, "-I", "-S", "-c", LISTENER, "{own_uri}") as uri:
        found = contract_results(vendor_subjects(profile(tmp_path, uri))[0])
    assert [(each.check, each.problem) for each in found if each.problem is not None] == []
    assert [each.check for each in found if each.skipped is not None] == ["restart"]


def test_products_that_do_not_start(sample: Path, tmp_path: Path) -> None:
    """The adapter says why, and the run ends with that and exit code 2."""
    for product, said in ((("false",), "it ended by exit status 1"), (("no-such-program",), "it cannot be run: ")):
        with served(sample, *product) as uri:
            ended = run("run", "--sut", profile(tmp_path, uri), "--out", str(tmp_path / "out"), "E2AP-SETUP-101")
        assert ended.code == 2, ended
        assert said in ended.text
