"""What exit codes say."""

from oran_harness.cli.exit_code import ExitCode


def test_codes_are_those_of_the_contract() -> None:
    """0, 1, 2, 3 and 130 are promised to other programs; 141 is what shells call a broken pipe."""
    assert [int(code) for code in ExitCode] == [0, 1, 2, 3, 130, 141]
