"""How verdicts look."""

from oran_harness.model import Verdict

STYLES: dict[Verdict, tuple[str, ...]] = {
    Verdict.PASS: ("green",),
    Verdict.SKIP: ("dim",),
    Verdict.UNSUPPORTED: ("blue",),
    Verdict.INCONC: ("yellow",),
    Verdict.FAIL: ("red", "bold"),
    Verdict.ERROR: ("magenta", "bold"),
}
"""The styles of each verdict, see ``Terminal.paint``."""
