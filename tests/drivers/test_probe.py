"""A probe tells whether the SUT lives, on a fresh association and under another identity."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from oran_harness.drivers import Dialling, Listening, Setting, live_history, perform_live, perform_virtual, probe_live
from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.probe import FIRST_NUMBER, health_of, probe
from oran_harness.model import EventKind
from oran_harness.peers.actor import End
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.answers import BREATH_S
from tests.drivers.scene import NODE, ON_NODE, ON_RIC, RIC, Plain, case_of, on, set_up

REFUSED = m.E2setupFailure(1, ("misc", "unspecified"))
SETTINGS = {NODE: Setting(NODE, timeout=0.2, connect_timeout=0.2), RIC: Setting(RIC, timeout=0.2)}


def run(scene: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(scene(), 20))


@pytest.mark.parametrize(
    ("role", "also", "alive"),
    [
        (NODE, None, True),
        (RIC, None, True),
        (RIC, on(m.E2setupRequest, m.ErrorIndication(cause=("misc", "unspecified"))), True),
        (RIC, on(m.E2setupRequest, End("", "abort")), False),
        (RIC, on(m.E2setupRequest), False),
        (NODE, lambda *_: [], False),
    ],
)
def test_signs_of_life(role: Any, also: Any, alive: bool) -> None:
    """Any answer is one; silence and a cut are none."""
    performed = perform_virtual(probe(role), SETTINGS[role], lambda: Plain(role, also))
    health = health_of(performed)
    assert health.alive is alive
    assert health.detail


def test_a_node_has_a_moment_for_what_it_is_answered() -> None:
    """Who reads one message each time it wakes loses the end of an association that comes right behind the response."""
    events = perform_virtual(probe(NODE), SETTINGS[NODE], lambda: Plain(NODE)).events
    said = next(each for each in events if each.kind is EventKind.OCTETS and each.source == RIC.value)
    closed = next(each for each in events if each.kind is EventKind.SHUTDOWN)
    assert closed.t >= said.t + BREATH_S


def test_a_refusal_is_a_sign_of_life() -> None:
    """Whatever it thinks of the Setup: it answers."""

    def refuses(actor: Plain, happening: Any, now: float) -> Any:
        request = actor.heard[-1].message if actor.heard else None
        return (
            on(m.E2setupRequest, m.E2setupFailure(request.transaction_id, REFUSED.cause))(actor, happening, now)
            if (request)
            else None
        )

    assert health_of(perform_virtual(probe(RIC), SETTINGS[RIC], lambda: Plain(RIC, refuses))).alive


def test_a_probe_goes_on_in_the_history_of_its_case() -> None:
    """Numbers, times and names go on; the result is a note."""

    async def scene() -> None:
        record = live_history(0)
        async with Listening("memory://probed") as there, hosted([Plain(NODE)], connect=there.uri):
            performed = await perform_live(case_of(set_up), ON_NODE, there, history=record)
            health = await probe_live(ON_NODE, there, record)
        assert health.alive
        assert record.events[: len(performed.events)] == list(performed.events)
        assert [event.n for event in record.events] == list(range(1, len(record.events) + 1))
        assert [event.association for event in record.events if event.kind is EventKind.UP] == ["1", "2"]
        assert record.events[-1].message == "probe: the SUT answers on a fresh association"

    run(scene)


def test_a_ric_is_asked_under_another_identity() -> None:
    """So that the node of the case, and what the RIC holds of it, are left alone."""

    async def scene() -> None:
        actor = Plain(RIC)
        async with hosted([actor], listen="memory://probed") as hosting:
            assert (await probe_live(ON_RIC, Dialling(hosting.uri or ""), live_history(0))).alive
        identity = actor.heard[0].message.global_e2_node_id[1].global_gnb_id.gnb_id[1]
        assert int.from_bytes(identity.octets, "big") >> 4 == FIRST_NUMBER + 1

    run(scene)
