"""What pytest loads whenever it starts."""

import subprocess
import sys
from pathlib import Path

from tests.cli.run import ROOT
from tests.pytest_plugin.session import pytest_at


def test_loading_it_loads_nothing_else() -> None:
    """Whoever does not test products pays nothing: the package, the room, the module, and no other."""
    program = "import sys, oran_harness.pytest_plugin.entry; print([m for m in sys.modules if m.startswith('oran_')])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['oran_harness', 'oran_harness.pytest_plugin', 'oran_harness.pytest_plugin.entry']"


def test_without_its_option_it_does_nothing(tmp_path: Path) -> None:
    """It is found by its entry point; other tests run as ever, and nothing of the harness is imported."""
    (tmp_path / "test_mine.py").write_text(
        "import sys\n"
        "def test_mine(request):\n"
        "    plugin = request.config.pluginmanager.get_plugin('oran-harness')\n"
        "    assert plugin.__name__ == 'oran_harness.pytest_plugin.entry'\n"
        "    assert not [m for m in sys.modules if m.startswith('oran_harness.') and 'pytest_plugin' not in m]\n"
    )
    session = pytest_at(tmp_path, "-q", "--strict-markers")
    assert session.code == 0, session.out
    assert "1 passed" in session.out
