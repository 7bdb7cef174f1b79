"""The contract as tests of pytest."""

from pathlib import Path

from tests.pytest_plugin.session import pytest_in

TESTS = """
from oran_harness.testing import PeerAdapter, contract_suite
from tests.testing.contract.broken import Wanderer

TestBroken = contract_suite(Wanderer, "near-rt-ric", scheme="memory")
TestNode = contract_suite(lambda: PeerAdapter.of("e2-node"), "e2-node", scheme="memory")
"""


def test_one_line_a_vendor(tmp_path: Path) -> None:
    """Each check is an item with the role in its name: passed, failed with a sentence, or skipped with the reason."""
    (tmp_path / "test_vendors.py").write_text(TESTS)
    done = pytest_in(tmp_path, "-p", "no:xdist", "-rsf", "-v", "-W", "error", ".")
    assert done.code == 1, done.out
    assert "TestNode::test_contract[e2-node-start] PASSED" in done.out
    assert "TestBroken::test_contract[near-rt-ric-collect] FAILED" in done.out
    assert "collect gives files by plain names, and leaves the product running: its collect gives" in done.out
    assert "it does not know restart" in done.out
    assert "Traceback" not in done.out
