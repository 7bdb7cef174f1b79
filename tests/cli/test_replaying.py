"""Recorded cases to verdicts."""

from pathlib import Path

import pytest

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.replaying import Replaying
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import InputError
from tests.cli.test_run import FEW, run_at


def test_results_are_those_of_the_run(tmp_path: Path) -> None:
    """Verdict by verdict; a folder of histories will do as well as a run's."""
    assert run_at(tmp_path, *FEW).code == 0
    for place in (tmp_path / "out", tmp_path / "out/history"):
        replaying = Replaying(place)
        replaying.run()
        assert [(result.id, result.verdict.value) for result in replaying.results] == [
            (id, "pass") for id in sorted(FEW)
        ]
        assert replaying.exit_code(strict=True) is ExitCode.FINE
        assert len(list(replaying.lines(Terminal()))) == 4


def test_an_empty_folder(tmp_path: Path) -> None:
    """There is nothing to judge."""
    with pytest.raises(InputError, match="holds no history"):
        Replaying(tmp_path)
