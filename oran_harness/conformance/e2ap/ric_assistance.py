"""RIC Assistance, its Indication and its Halt, with a near-RT RIC under test (E2AP 8.2.11 to 8.2.13, since 7.00)."""

from collections.abc import Callable

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, cause_text, unharmed, unmoved
from oran_harness.conformance.expectations import ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    RICassistanceFailure,
    RICassistanceHalt,
    RICassistanceIndication,
    RICassistanceRequest,
    RICassistanceResponse,
)
from oran_harness.steps import Peer, check, unsupported

_NAME = "RICassistance"
_CLAUSE = "O-RAN.WG3.E2AP 8.2.11.2"
_NEEDS = (f"procedure:{_NAME}", "e2ap:7.00")
_UPDATES = (_NAME, "RICassistanceIndication")
_MOST = 2
_WATCHED_S = 0.5
_PATIENCE = 10
"""How often it is looked whether the updates have been halted."""
_MOST_HEARD = 1000


@case(
    id="E2AP-ASSIST-101",
    title="A request for assistance is answered",
    clause=f"{_CLAUSE}, 8.2.11.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(_NAME, "positive"),
)
async def answers(node: Peer) -> None:
    """With the outcome, or with the failure where there is no such service."""
    await _known(node, _request(node))


@case(
    id="E2AP-ASSIST-102",
    title="No more updates come than the node asked for, each with a number of its own",
    clause=f"{_CLAUSE}, 8.2.12.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_UPDATES, "positive"),
)
async def keeps_to_the_number(node: Peer) -> None:
    """Whether any come in the time watched is open."""
    request = _request(node, updates=True, number=_MOST)
    await _assisted(node, request)
    await node.pause(_WATCHED_S)
    numbers = await _numbers(node, request)
    check(
        len(numbers) <= _MOST,
        "The RIC Assistance Update Number is the most updates that the near-RT RIC sends",
        expected=f"at most {_MOST} RIC ASSISTANCE INDICATION",
        actual=f"{len(numbers)} of them in {_WATCHED_S} s",
    )
    check(
        len(set(numbers)) == len(numbers),
        "Each update has a RIC Assistance SN of its own",
        expected="numbers that differ",
        actual=str(numbers),
    )


@case(
    id="E2AP-ASSIST-103",
    title="After the Halt no more updates come",
    clause="O-RAN.WG3.E2AP 8.2.12.2, 8.2.13.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_UPDATES, "RICassistanceHalt", "positive"),
)
async def halts(node: Peer) -> None:
    """What crosses the Halt is in order; how often updates come is the near-RT RIC's to say."""
    request = _request(node, updates=True)
    await _assisted(node, request)
    await node.hear(RICassistanceIndication, where=_of(request), within=_WATCHED_S)
    await node.send(RICassistanceHalt(request.ric_request_id))
    # Nothing answers a Halt: the answer to what is asked behind it shows that it has come.
    await _known(node, _request(node))
    # Nor does the text say how soon it has to work.
    for _ in range(_PATIENCE):
        await node.pause(_WATCHED_S)
        late = await _numbers(node, request)
        if not late:
            return
    check(
        False,
        "After RIC ASSISTANCE HALT the near-RT RIC halts the updates",
        expected=f"none any more within {_PATIENCE * _WATCHED_S:g} s",
        actual=f"{len(late)} in the last {_WATCHED_S} s",
    )


@case(
    id="E2AP-ASSIST-104",
    title="A Halt of an assistance that does not run is ignored",
    clause="O-RAN.WG3.E2AP 8.2.13.4",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(_NAME, "RICassistanceHalt", "negative"),
)
async def ignores_an_unknown_halt(node: Peer) -> None:
    """A near-RT RIC that has the procedure ignores it; one that has not reports it, and is not asked."""
    association = node.here
    await _known(node, _request(node))
    await node.send(RICassistanceHalt(node.new_request_id()), injected=True)
    await unmoved(node, association, "a Halt of an assistance that does not run")


@case(
    id="E2AP-ASSIST-105",
    title="A request for assistance whose header and message cannot be read does no harm",
    clause=f"{_CLAUSE}, 8.2.11.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(_NAME, "negative"),
)
async def outlives_rubbish(node: Peer) -> None:
    """They are octet strings to E2AP, and the service model's to read."""
    bystander = node.here
    request = RICassistanceRequest(node.new_request_id(), b"\xff" * 33, b"\xff" * 33)
    await _known(node, request, injected=True)
    await unharmed(node, bystander, "a request for assistance that cannot be read")


def _request(node: Peer, *, updates: bool = False, number: int | None = None) -> RICassistanceRequest:
    """A request of our node; its payload is of no service model, so that a RIC may well refuse it."""
    return RICassistanceRequest(node.new_request_id(), b"\x00", b"\x00", "true" if updates else None, number)


def _of(request: RICassistanceRequest) -> Callable[[RICassistanceIndication], bool]:
    return lambda each: each.ric_request_id == request.ric_request_id


async def _known(
    node: Peer, request: RICassistanceRequest, *, injected: bool | None = None
) -> RICassistanceResponse | RICassistanceFailure:
    """The answer of a RIC that has the procedure."""
    answer = await ask_echoed(
        node,
        request,
        RICassistanceResponse,
        RICassistanceFailure,
        requirement="The near-RT RIC answers RIC ASSISTANCE REQUEST",
        injected=injected,
    )
    assert isinstance(answer, RICassistanceResponse | RICassistanceFailure)
    return answer


async def _assisted(node: Peer, request: RICassistanceRequest) -> None:
    """The RIC assists; one that knows no such service may refuse (8.2.11.3), and then nothing can be said."""
    answer = await _known(node, request)
    if isinstance(answer, RICassistanceFailure):
        raise unsupported(f"the near-RT RIC has no such service: {answer.NAME} with {cause_text(answer.cause)}")


async def _numbers(node: Peer, request: RICassistanceRequest) -> list[int | None]:
    """The numbers of the updates that have come so far."""
    numbers: list[int | None] = []
    for _ in range(_MOST_HEARD):
        update = await node.hear(RICassistanceIndication, where=_of(request), within=0)
        if update is None:
            break
        numbers.append(update.ric_assistance_sn)
    return numbers
