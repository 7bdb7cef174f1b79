"""How a scene ends before its last line."""

from oran_harness.interop.pairs.outcome import SceneOver
from oran_harness.model import Verdict


def test_nobody_is_blamed_unless_somebody_is() -> None:
    """An end says what it came to and why; whose doing it is has to be said on purpose."""
    over = SceneOver(Verdict.INCONC, "it did not come")
    assert (over.verdict, over.reason, over.blame) == (Verdict.INCONC, "it did not come", None)
