"""The watch over skips in tests/conftest.py, which .ci/run relies on."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

TESTS = """
import pytest

def test_that_runs():
    pass

@pytest.mark.skip(reason="no radio in the room")
def test_that_does_not():
    pass
"""


@pytest.mark.parametrize(
    ("allowed", "code"),
    [
        (None, 0),
        ("", 1),
        ("no radio", 1),
        ("no radio in the room", 0),
        ("test_some.py::test_that_does_not", 0),
        ("test_some.py::test_that_runs\nno radio in the room", 0),
    ],
)
def test_a_skip_that_nobody_named_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: str | None, code: int
) -> None:
    """With ORAN_HARNESS_ALLOWED_SKIPS set, a run fails on a skip of which neither reason nor id is a line of it."""
    (tmp_path / "test_some.py").write_text(TESTS)
    (tmp_path / "conftest.py").write_text((ROOT / "tests/conftest.py").read_text("utf-8"))
    monkeypatch.delenv("ORAN_HARNESS_ALLOWED_SKIPS", raising=False)
    if allowed is not None:
        monkeypatch.setenv("ORAN_HARNESS_ALLOWED_SKIPS", allowed)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-q", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout
    assert ("not in the list" in done.stdout) == (code == 1)
