"""The contract as tests of pytest."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.run import PLAIN, ROOT

TESTS = """
from oran_harness.testing import PeerAdapter, contract_suite
from tests.testing.contract.broken import Wanderer

TestBroken = contract_suite(Wanderer, "near-rt-ric", scheme="memory")
TestNode = contract_suite(lambda: PeerAdapter.of("e2-node"), "e2-node", scheme="memory")
"""


def test_one_line_a_vendor(tmp_path: Path) -> None:
    """Each check is an item with the role in its name: passed, failed with a sentence, or skipped with the reason."""
    (tmp_path / "test_vendors.py").write_text(TESTS)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-rsf", "-v", "-W", "error", "."],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        | {"PYTHONPATH": str(ROOT)}
        | PLAIN,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "TestNode::test_contract[e2-node-start] PASSED" in done.stdout
    assert "TestBroken::test_contract[near-rt-ric-collect] FAILED" in done.stdout
    assert "collect gives files by plain names, and leaves the product running: its collect gives" in done.stdout
    assert "it does not know restart" in done.stdout
    assert "Traceback" not in done.stdout
