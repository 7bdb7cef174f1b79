"""What a flaw means, for people."""

from oran_harness.cli.shown.flaw_entry import flaw_entry, flaw_ids
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.peers.flaws import FLAWS


def test_every_flaw_can_be_explained() -> None:
    """By its id, in capitals too: role, who finds it, how to plant it."""
    assert flaw_ids() == list(FLAWS)
    for flaw in FLAWS.values():
        lines = flaw_entry(Terminal(), flaw.id.upper())
        assert lines is not None
        assert lines[0] == f"{flaw.id}: {flaw.title}"
        assert flaw.caught_by[0] in "\n".join(lines)
        assert f"serve {flaw.role} --flaw {flaw.id}" in lines[-1]


def test_what_a_flaw_of_restarts_needs() -> None:
    """A file for what outlives the process: without it nothing is wrong with the peer."""
    for id, needs in (("node-keeps-ids-over-own-restart", True), ("node-never-reports", False)):
        lines = flaw_entry(Terminal(), id) or []
        assert (f"--flaw {id} --keep FILE ..." in lines[-1]) is needs


def test_anything_else_is_no_flaw() -> None:
    """None, so that others may know it."""
    assert flaw_entry(Terminal(), "E2-PPID") is None
