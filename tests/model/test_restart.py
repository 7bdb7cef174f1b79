"""The words by which a case has the product restarted."""

from oran_harness.model.restart import ASKED, KILL, RESTART, STOP
from oran_harness.steps import Stimulate
from oran_harness.steps.words import step_text


def test_a_history_tells_of_it_so() -> None:
    """Rules that read a history know the step by how its text begins, and no other."""
    for how in (STOP, KILL):
        assert step_text(Stimulate(RESTART, {"how": how}), 5.0).startswith(ASKED)
    assert not step_text(Stimulate("reset"), 5.0).startswith(ASKED)
