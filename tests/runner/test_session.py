"""A whole run."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from oran_harness.adapters import AdapterError, Addresses, Description
from oran_harness.model import HarnessError, Role, UsageError, Verdict
from oran_harness.model.run_event import RunStarted
from oran_harness.resources import harness_version
from oran_harness.runner import Options
from oran_harness.runner.session import setting_of
from oran_harness.steps import Peer
from tests.runner.scene import HostedAdapter, case, perform, ric, target
from tests.runner.test_execution import sets_up


def test_the_head_of_a_run() -> None:
    """Who is tested, where, with what; ids of runs differ."""
    heads = []
    for _ in range(2):
        _, told = perform([case(sets_up)], target(HostedAdapter(ric)), options=Options("3.01", 1, 5))
        heads += told.of(RunStarted)
    head = heads[0]
    assert (head.seed, head.suites, head.harness) == (5, ("tests",), harness_version())
    assert [each.id for each in head.planned] == ["TEST-CASE-001"]
    assert (head.sut.vendor, head.sut.role, head.sut.version) == ("hosted", "near-rt-ric", "1")
    assert head.sut.address.startswith("memory://")
    assert heads[0].id != heads[1].id


def test_what_is_wrong_with_the_configuration_is_the_callers() -> None:
    """A first start that the profile does not allow, an adapter that cannot even say what it is."""

    class Unset(HostedAdapter):
        async def start(self, addresses: Addresses) -> None:
            raise UsageError("TOKEN is not set.")

    class Mute(HostedAdapter):
        async def describe(self) -> None:  # type: ignore[override]
            return None

    with pytest.raises(UsageError, match="TOKEN"):
        perform([case(sets_up)], target(Unset(ric)))
    with pytest.raises(HarnessError, match="The adapter of hosted cannot be used: its describe gave NoneType"):
        perform([case(sets_up)], target(Mute(ric)))


def test_what_the_sut_leaves_behind_and_remarks() -> None:
    """Its files are collected; trouble with that, or with its end, is a sentence and no verdict."""

    class Tidy(HostedAdapter):
        async def collect(self) -> Mapping[str, bytes]:
            return {"core": b"x"}

    class Messy(HostedAdapter):
        async def collect(self) -> Mapping[str, bytes]:
            raise AdapterError("lost")

        async def stop(self) -> None:
            await super().stop()
            raise AdapterError("it hangs")

    outcome, _ = perform([case(sets_up)], target(Tidy(ric)))
    assert (outcome.left, outcome.remarks) == ({"core": b"x"}, ())
    outcome, _ = perform([case(sets_up)], target(Messy(ric)))
    assert outcome.remarks == (
        "What the SUT left behind cannot be had: lost",
        "The SUT could not be stopped: it hangs",
    )
    assert outcome.results[0].verdict == "pass"


def test_the_setting_of_all_cases() -> None:
    """Nodes have longer to come than RICs to answer; never less than a step."""
    to_ric, to_node = (target(HostedAdapter(ric), role) for role in Role.ends_of("e2"))
    assert setting_of(to_ric, Options(timeout=2), None).connect_timeout == 10
    assert setting_of(to_node, Options(timeout=2), None).connect_timeout == 30
    assert setting_of(to_node, Options(timeout=99), None).connect_timeout == 99
    assert setting_of(to_node, Options(), None).sut_connects
    assert not setting_of(to_ric, Options(), ("a",)).sut_connects
    slow = replace(to_ric, effect_timeout=30.0)
    assert setting_of(to_ric, Options(), None).effect_timeout is None
    assert setting_of(slow, Options(), None).effect_timeout == 30
    assert setting_of(slow, Options(timeout=60), None).effect_timeout == 60


def test_what_is_started_can_be_restarted() -> None:
    """Also where its adapter lists stimuli and does not know that one; what is only there cannot be."""

    class Listing(HostedAdapter):
        async def describe(self) -> Description:
            return Description("hosted", "1", ())

    async def restarts(node: Peer) -> None:
        await sets_up(node)
        await node.restart_sut()
        await sets_up(node)

    restarting = case(restarts, needs=("stimulus:restart",))
    for startable, verdict, reason in ((True, Verdict.PASS, ""), (False, Verdict.SKIP, "no stimulus: restart")):
        outcome, _ = perform([restarting], target(Listing(ric), startable=startable))
        assert [(each.verdict, each.reason) for each in outcome.results] == [(verdict, reason)]
