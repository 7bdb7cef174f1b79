"""Where cases are performed."""

from oran_harness.runner import Stage
from oran_harness.runner.sut import Fate
from oran_harness.steps import CaseOutcome, Peer
from tests.runner.scene import HostedAdapter, case, perform, ric, target
from tests.runner.test_execution import Example, sets_up


def test_a_source_may_look_for_itself() -> None:
    """It is told whether the SUT lives; what was said before is known."""
    seen: list[tuple[bool, Fate, bool]] = []

    async def opens(peer: Peer) -> None:
        await peer.open()

    async def looks(stage: Stage) -> CaseOutcome | None:
        for body in (opens, sets_up):
            await stage.perform(case(body).case)
            heard = stage.heard
            seen.append((heard, await stage.look(), len(stage.events) == len(stage.history.events)))
        return None

    perform([Example(looks)], target(HostedAdapter(ric)))
    assert seen == [(False, Fate(True), True), (True, Fate(True), True)]
