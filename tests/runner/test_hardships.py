"""The suite says the same in any order, again and again, and over a slow link: whole runs, in this process."""

import asyncio

import pytest

from oran_harness.conformance import load
from oran_harness.faults import NO_FAULTS, LinkFaults
from oran_harness.model import Role, Verdict
from oran_harness.model.order import Order
from oran_harness.runner import Announcer, Options, Outcome, SingleCase, Stop, plan, run_suite
from tests.runner.scene import HostedAdapter, node, ric, target, verdicts

MAKERS = {Role.NEAR_RT_RIC: ric, Role.E2_NODE: node}
EVERY = 20
"""Of the cases of a role every twentieth is performed."""


def chosen(role: Role) -> list[SingleCase]:
    """Cases of all kinds, without long waits."""
    mine = [case for case in load() if case.description.under_test is role and "slow" not in case.description.tags]
    return [SingleCase(case) for case in mine[::EVERY]]


def perform(role: Role, order: Order, faults: LinkFaults = NO_FAULTS, repeat: int = 1, seed: int = 1) -> Outcome:
    """A run against the clean reference peer."""

    async def whole() -> Outcome:
        options = Options(seed=seed, order=order, faults=faults)
        planned = plan(chosen(role), seed, repeat, order)
        aim = target(HostedAdapter(MAKERS[role]), role)
        return await run_suite(aim, planned, options, Announcer((), lambda listener, error: None), Stop())

    return asyncio.run(whole())


@pytest.mark.parametrize("role", Role.ends_of("e2"))
def test_hardships_change_no_verdict(role: Role) -> None:
    """Reversed, shuffled, twice each, and with messages that are late and lost: what passes, passes."""
    calm = verdicts(perform(role, Order.DECLARED))
    assert set(calm.values()) <= {Verdict.PASS.value, Verdict.SKIP.value, Verdict.UNSUPPORTED.value}
    assert list(calm.values()).count(Verdict.PASS.value) >= 10
    assert verdicts(perform(role, Order.REVERSED, repeat=2)) == calm
    slow = LinkFaults(delay=0.01, jitter=0.005, loss=0.01)
    assert verdicts(perform(role, Order.RANDOM, slow, seed=2)) == calm
