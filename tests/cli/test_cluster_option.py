"""--cluster, as help shows it."""

import pytest

from tests.cli.run import run


@pytest.mark.parametrize("command", ["interop", "run"])
def test_both_commands_have_it(command: str) -> None:
    """With what it takes."""
    shown = run(command, "--help").text
    assert "--cluster URI|local[:N]" in shown
