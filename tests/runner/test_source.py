"""What a plan is made of."""

import asyncio
from typing import cast

from oran_harness.peers.near_rt_ric.config import TIMES_TO_WAIT
from oran_harness.runner import Stage
from oran_harness.runner.source import PATIENCE, SLOW
from oran_harness.steps import CaseOutcome, Peer
from oran_harness.steps.case import Case
from tests.runner.scene import case


async def body(peer: Peer) -> None:
    """Nothing."""


def test_a_case_has_many_times_its_time() -> None:
    """And more, if a clause makes it wait, or if it restarts the SUT."""
    plain, slow = case(body), case(body, tags=(SLOW,))
    assert plain.limit(0.1) == 300
    assert plain.limit(60) == PATIENCE * 60
    assert slow.limit(30) == plain.limit(30) + 600
    assert case(body, needs=("stimulus:restart",)).limit(30) == slow.limit(30)


def test_the_longest_time_to_wait_breaks_no_case() -> None:
    """A case keeps what the SUT asks for, also where a node comes back several times, and has its time besides."""
    assert case(body).limit(5) >= 4 * max(TIMES_TO_WAIT) + PATIENCE * 5


def test_a_case_is_performed_once() -> None:
    """On the stage that it is given."""

    class Recorder:
        async def perform(self, case: Case) -> CaseOutcome | None:
            seen.append(case)
            return None

    seen: list[Case] = []
    single = case(body)
    assert asyncio.run(single.perform(cast("Stage", Recorder()))) is None
    assert seen == [single.case]
