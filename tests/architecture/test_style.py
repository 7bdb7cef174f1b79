"""ruff and mypy find nothing."""

import subprocess
import sys

from tests.architecture.sources import ROOT


def run(*command: str) -> None:
    """Run a tool of the environment on the checkout; what it prints is the failure."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_lint() -> None:
    """Ruff finds nothing: among others, every public thing of oran_harness has a docstring."""
    run("ruff", "check", "--quiet", "--output-format=concise")


def test_format() -> None:
    """Every file is formatted as ruff formats it."""
    run("ruff", "format", "--check", "--quiet")


def test_types() -> None:
    """Mypy --strict finds nothing."""
    run("mypy")
