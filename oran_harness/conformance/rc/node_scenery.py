"""What cases of RC with an E2 node under test share: controls that are carried out or not, payloads that are read."""

from typing import Any

from oran_harness.conformance.e2ap.node_scenery import NODE, about, says
from oran_harness.conformance.expectations import ask, check_echo
from oran_harness.conformance.rc.node_function import Order, RanControl
from oran_harness.conformance.rc.node_ues import known_ues
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICcontrolRequest,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.service_models import PayloadKind, format_of
from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.rc.model import RC
from oran_harness.steps import Peer, check, inconclusive, unsupported
from oran_harness.steps.causes import cause

NEEDS = ("service-model:RC",)
CONTROL_NEEDS = ("procedure:RICcontrol", "service-model:RC")
QUERY_NEEDS = ("procedure:RICquery", "service-model:RC", "e2ap:5.00")
"""RC has had QUERY since its 3.00, which goes with E2AP 5.00 here."""

__all__ = [
    "CONTROL_NEEDS",
    "NEEDS",
    "NODE",
    "QUERY_NEEDS",
    "acknowledged",
    "admitted",
    "answered",
    "carried_out",
    "check_cause_told",
    "check_format",
    "not_carried_out",
    "read",
    "refused",
    "refused_control",
]


async def answered(
    ric: Peer, request: RICcontrolRequest, *, injected: bool = False
) -> RICcontrolAcknowledge | RICcontrolFailure:
    """Send a control that the node can carry out; its answer, whichever outcome it is."""
    answer: RICcontrolAcknowledge | RICcontrolFailure = await ask(
        ric,
        request,
        RICcontrolAcknowledge,
        RICcontrolFailure,
        requirement="A RIC CONTROL REQUEST that asks for it is acknowledged or refused (E2AP 8.2.4)",
        injected=injected,
    )
    check_echo(request, answer)
    if isinstance(answer, RICcontrolFailure):
        check_cause_told(answer)
    return answer


async def acknowledged(ric: Peer, request: RICcontrolRequest) -> RICcontrolAcknowledge:
    """Send a control that the node announces, and have it acknowledged; a refusal ends the case."""
    answer = await answered(ric, request)
    if isinstance(answer, RICcontrolFailure):
        not_carried_out(ric, answer)
    return answer  # type: ignore[return-value]


async def carried_out(ric: Peer, rc: RanControl, order: Order, **how: Any) -> tuple[UEID, RICcontrolAcknowledge]:
    """Have a control acknowledged: of UE 1, or else of one that the node tells us of; the UE, and the answer."""
    first = await answered(ric, rc.control(ric.new_request_id(), order, rc.ue(1), **how))
    if isinstance(first, RICcontrolAcknowledge):
        return rc.ue(1), first
    ues = await known_ues(ric, rc)
    if not ues:
        not_carried_out(ric, first, there=False)
    return ues[0], await acknowledged(ric, rc.control(ric.new_request_id(), order, ues[0], **how))


def not_carried_out(ric: Peer, failure: RICcontrolFailure, *, there: bool = True) -> None:
    """End the case upon the refusal of an announced control: to say that it is not supported is a contradiction.

    Whatever else kept a node from it is its own affair; and so is the cause where the UE may not be ``there``.
    """
    if not ric.claims.covers(CONTROL_NEEDS):
        raise unsupported(f"the E2 node does not claim RIC Control of RC, and refuses: {says(failure)}")
    check(
        not there or failure.cause != cause("action-not-supported", ric.edition),
        "An E2 node supports the control actions of its RAN function definition (RC 7.1; E2AP 8.2.4)",
        expected=RICcontrolAcknowledge.NAME,
        actual=says(failure),
    )
    raise inconclusive(f"{says(failure)}: why it was not carried out is the node's own affair")


def check_cause_told(failure: RICcontrolFailure) -> None:
    """A failure says why."""
    check(
        failure.cause is not None,
        "RIC CONTROL FAILURE says why (E2AP 9.1.1.10)",
        expected="a Cause",
        actual="no Cause",
    )


async def refused_control(ric: Peer, request: RICcontrolRequest, requirement: str) -> Message:
    """Send a control that must not succeed; the refusal, which has to have a cause."""
    refusal = await refused(ric, request, RICcontrolFailure, requirement=requirement)
    if isinstance(refusal, RICcontrolFailure):
        check_echo(request, refusal)
        check_cause_told(refusal)
    return refusal


async def refused(ric: Peer, request: Message, *types: type[Any], requirement: str) -> Message:
    """Send what must not succeed: one of ``types`` or an Error Indication answers it."""
    await ric.send(request, injected=True)
    answer: Message = await ric.expect(*types, ErrorIndication, where=about(request), requirement=requirement)
    return answer


async def admitted(ric: Peer, request: RICsubscriptionRequest, *, injected: bool = False) -> Cause | None:
    """Send a subscription with one action; None if it is admitted, else the cause."""
    answer: RICsubscriptionResponse | RICsubscriptionFailure = await ask(
        ric,
        request,
        RICsubscriptionResponse,
        RICsubscriptionFailure,
        requirement="A RIC SUBSCRIPTION REQUEST is answered by either outcome (E2AP 8.2.1)",
        injected=injected,
    )
    check_echo(request, answer)
    if isinstance(answer, RICsubscriptionFailure):
        told = answer.cause or next((item.cause for item in answer.ric_actions_not_admitted or ()), None)
        return told or cause("ricRequest/unspecified", ric.edition)
    ids = [item.ric_action_id for item in answer.ric_actions_admitted or ()]
    check(
        ids == [1],
        "RIC SUBSCRIPTION RESPONSE admits the one action that was asked for (E2AP 8.2.1.2)",
        expected=[1],
        actual=ids,
    )
    return None


def read(kind: PayloadKind, octets: bytes | None, what: str) -> Any:
    """The value of a payload of RC that the node sent, which has to conform."""
    payload = RC.decode(kind, octets or b"")
    check(
        octets is not None and payload.conforms,
        f"{what} is a payload of E2SM-RC (RC 9.3)",
        expected=f"a {kind.value.replace('-', ' ')}",
        actual=octets.hex() if octets else "none" if octets is None else "no octets",
    )
    return payload.value


def check_format(value: Any, wanted: int, declared: int | None, what: str) -> None:
    """A payload has the format of its style. One that declares another accuses itself of nothing: a rule remarks it."""
    check(
        format_of(value) == wanted,
        f"{what} has the format of its style (RC 7.4 to 7.9)",
        expected=f"format {wanted}",
        actual=f"format {format_of(value)}, declared as {'none' if declared is None else declared}",
    )
