"""Reset with an E2 node under test (E2AP 8.3.2)."""

from oran_harness.conformance.choices import PERIOD_MS, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    of,
    quiet,
    reported,
    reset,
    serving,
    subscribe,
    subscribed,
)
from oran_harness.conformance.expectations import ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    ResetRequest,
    ResetResponse,
    RICindication,
)
from oran_harness.steps import Peer, check

NEEDS = ("procedure:Reset",)
REPORTS = (*NEEDS, "service-model:KPM")
_CLAUSE = "O-RAN.WG3.E2AP 8.3.2.2"
_TAGS = ("Reset", "positive")
_PERIODS = 3


@case(
    id="E2AP-RESET-201",
    title="RESET REQUEST of the near-RT RIC is answered",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 6.2.1.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-6.2.1.2.1"),
)
async def answers_a_reset(ric: Peer) -> None:
    """By RESET RESPONSE with the same TransactionID."""
    await _reset(ric)


@case(
    id="E2AP-RESET-202",
    title="A Reset by the E2 node is complete",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 6.2.1.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=(*NEEDS, "stimulus:reset"),
    tags=(*_TAGS, "e2ts-6.2.1.2.2"),
)
async def resets(ric: Peer) -> None:
    """It has a cause; afterwards the node serves on without another E2 Setup."""
    await ric.stimulate("reset")
    request = await ric.expect(ResetRequest, requirement="Told to reset, the E2 node sends RESET REQUEST")
    check(
        request.cause is not None,
        "RESET REQUEST says why (E2AP 9.1.2.5)",
        expected="a Cause",
        actual="no Cause",
    )
    await ric.send(ResetResponse(request.transaction_id))
    await _usable(ric)


@case(
    id="E2AP-RESET-203",
    title="A Reset keeps what E2 Setup exchanged",
    clause="O-RAN.WG3.E2AP 8.3.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def keeps_the_setup(ric: Peer) -> None:
    """No other E2 Setup follows, and the node's functions stay usable."""
    await _reset(ric)
    await _usable(ric)


@case(
    id="E2AP-RESET-204",
    title="A Reset ends all subscriptions",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=REPORTS,
    tags=_TAGS,
)
async def ends_subscriptions(ric: Peer) -> None:
    """From RESET RESPONSE on there is no indication of what was subscribed before."""
    report = reporting(ric)
    request = await subscribed(ric, report)
    await _reset(ric)
    # On a stream of its own an indication may arrive after the response that it was sent before.
    await ric.pause(PERIOD_MS / 1000)
    await ric.silence(
        RICindication,
        where=of(request),
        lasting=_PERIODS * PERIOD_MS / 1000,
        requirement="A Reset deletes all subscriptions: no RIC INDICATION of them after RESET RESPONSE (E2AP 8.3.2.2)",
    )


@case(
    id="E2AP-RESET-205",
    title="After a Reset the same subscription can be made again",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=REPORTS,
    tags=_TAGS,
)
async def subscribes_again(ric: Peer) -> None:
    """Nothing of the old one is left that a request with the same RICrequestID could collide with."""
    request = await subscribed(ric, reporting(ric))
    await _reset(ric)
    await subscribe(ric, request, again=True)
    await reported(ric, request, "A subscription made after a Reset reports like any other")


@case(
    id="E2AP-RESET-206",
    title="Two Resets one after the other are both answered",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def answers_again(ric: Peer) -> None:
    """The second finds nothing to delete, which is no reason not to answer."""
    await _reset(ric)
    await _reset(ric)
    await serving(ric)


async def _reset(ric: Peer) -> None:
    request = reset(ric)
    await ask_echoed(
        ric, request, ResetResponse, requirement="The E2 node answers RESET REQUEST with RESET RESPONSE (E2AP 8.3.2.2)"
    )


async def _usable(ric: Peer) -> None:
    """No other E2 Setup comes, and the node serves."""
    await ric.silence(
        E2setupRequest,
        lasting=quiet(ric),
        requirement="A Reset keeps what E2 Setup exchanged: no E2 SETUP REQUEST follows (E2AP 8.3.2.1)",
    )
    await serving(ric)
