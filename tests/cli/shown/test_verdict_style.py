"""How verdicts look."""

from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.shown.verdict_style import STYLES
from oran_harness.model import Verdict


def test_each_verdict_looks_different() -> None:
    """And in a style that terminals know."""
    painted = {Terminal(colour=True).paint("x", *STYLES[verdict]) for verdict in Verdict}
    assert len(painted) == len(Verdict)
