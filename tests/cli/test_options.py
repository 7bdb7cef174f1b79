"""Options that several commands have, as help shows them."""

import pytest

from oran_harness.cli.options import complete_vendor
from tests.cli.run import run

HAVE = {
    "--json": ("check", "coverage", "doctor", "harvest", "interop", "list", "replay", "run", "tap"),
    "--cluster URI|local[:N]": ("interop", "run"),
    "--out DIR": ("interop", "run"),
    "--i-own-this": ("interop", "run"),
    "--vendors DIR": ("interop", "list", "run"),
}


@pytest.mark.parametrize(
    ("option", "command"), [(option, command) for option, all_ in HAVE.items() for command in all_]
)
def test_each_command_has_it(option: str, command: str) -> None:
    """With what it takes."""
    assert option in run(command, "--help").text


def test_a_vendor_is_completed() -> None:
    """By how its name begins."""
    assert "oran-harness-ric" in complete_vendor("oran-h")
    assert complete_vendor("nobody-of-that-name") == []
