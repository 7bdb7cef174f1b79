"""Runs pytest with the plugin: as users have it, in a process of its own, or faster in this one."""

import contextlib
import io
import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.bench import vendor
from tests.cli.run import PLAIN, ROOT


@dataclass(frozen=True)
class Session:
    """How a session of pytest ended."""

    code: int
    out: str

    def outcomes(self) -> dict[str, str]:
        """What ``-v`` tells of each item, by its name."""
        lines = [line.split() for line in self.out.splitlines() if "::" in line and "[" in line]
        return {words[0].partition("::")[2].partition("@")[0]: words[1] for words in lines if len(words) > 1}


def installed(folder: Path) -> Path:
    """A place on the path where the entry points of pyproject.toml are installed, and nothing else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    place = folder / "site" / "oran_harness-0.0.dist-info"
    place.mkdir(parents=True)
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: oran-harness\nVersion: 0.0\n")
    lines = [f"{name} = {module}" for name, module in project["entry-points"]["pytest11"].items()]
    (place / "entry_points.txt").write_text("\n".join(("[pytest11]", *lines, "")))
    return place.parent


def command(*arguments: str) -> list[str]:
    """The command line of a session."""
    return [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:benchmark", *arguments]


def environment(folder: Path) -> dict[str, str]:
    """What such a process is given, so that the plugin is installed for it."""
    without = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return without | PLAIN | {"PYTHONPATH": f"{installed(folder)}:{ROOT}"}


def pytest_at(folder: Path, *arguments: str, adapter: str = "Ric") -> Session:
    """Run pytest in a folder that has a vendor of the bench, ``alfa``; results go to ``out``."""
    vendor(folder, adapter)
    return pytest_in(folder, *arguments)


def pytest_in(folder: Path, *arguments: str) -> Session:
    """Run pytest in a folder."""
    done = subprocess.run(
        command(*arguments),
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=200,
        check=False,
    )
    return Session(done.returncode, done.stdout)


def pytest_here(folder: Path, *arguments: str, adapter: str = "Ric") -> Session:
    """The same in this process, without what is installed for it."""
    vendor(folder, adapter)
    said = io.StringIO()
    plugins = ("no:cacheprovider", "no:benchmark", "no:xdist", "no:oran-harness", "oran_harness.pytest_plugin.entry")
    words = [word for plugin in plugins for word in ("-p", plugin)]
    with contextlib.chdir(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = pytest.main([*words, "--rootdir", str(folder), *arguments])
    return Session(int(code), said.getvalue())
