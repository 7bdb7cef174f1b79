"""CONTROL of RC with an E2 node under test: what it announces, it carries out (RC 7.6; E2AP 8.2.4.2)."""

from oran_harness.conformance.choices import reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import of, says, serving, subscribed
from oran_harness.conformance.expectations import answers
from oran_harness.conformance.rc.node_function import (
    DRB_QOS,
    HANDOVER,
    MULTIPLE,
    PRB_QUOTA,
    RRC_RELEASE,
    Order,
    RanControl,
    ran_control,
)
from oran_harness.conformance.rc.node_scenery import (
    CONTROL_NEEDS,
    NODE,
    admitted,
    answered,
    carried_out,
    check_format,
    not_carried_out,
    read,
    refused_control,
)
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.engine import FunctionStatus
from oran_harness.protocols.e2ap.messages import (
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICindication,
)
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc import build
from oran_harness.service_models.rc.parameters import parameters
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, check, inconclusive, unsupported

_CLAUSE = "O-RAN.WG3.E2SM-RC 7.6"
_TAGS = ("RICcontrol", "positive")
_RECEIVED = 1
_TIMESTAMP = 8
_FIRST_EDITION = "1.03"
_AT_ONCE = 16
_REPORTS = 3
_SLOW_MS = 1000
"""A reporting period for nodes that refuse the usual one."""
_PLAIN = (PRB_QUOTA, DRB_QOS)
"""Controls after which UEs are where they were."""


@case(
    id="E2SM-RC-231",
    title="CONTROL style 1 changes the QoS of a bearer",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def changes_a_bearer(ric: Peer) -> None:
    """Action 1 on DRB 1 of a UE; an outcome, if there is one, has format 1."""
    await _outcome(ric, DRB_QOS)


@case(
    id="E2SM-RC-232",
    title="CONTROL style 2 bounds the PRBs of a slice",
    clause=f"{_CLAUSE}.3; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def bounds_a_slice(ric: Peer) -> None:
    """Action 6 on the slice with SST 1; an outcome, if there is one, has format 1."""
    await _outcome(ric, PRB_QUOTA)


@case(
    id="E2SM-RC-233",
    title="CONTROL style 3 hands a UE over",
    clause=f"{_CLAUSE}.4; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def hands_over(ric: Peer) -> None:
    """Action 1 into the node's first cell; whether the node can is its own affair, an answer is not."""
    await _outcome(ric, HANDOVER)


@case(
    id="E2SM-RC-234",
    title="CONTROL style 4 releases a UE",
    clause=f"{_CLAUSE}.5; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def releases(ric: Peer) -> None:
    """Action 4 on a UE; an outcome, if there is one, has format 1."""
    await _outcome(ric, RRC_RELEASE)


@case(
    id="E2SM-RC-235",
    title="CONTROL style 255 carries out several actions",
    clause=f"{_CLAUSE}.10; O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def carries_out_several(ric: Peer) -> None:
    """All those that the node announces of our harmless ones; an outcome, if there is one, has format 2."""
    rc = ran_control(ric)
    style = rc.style(Service.CONTROL, MULTIPLE)
    orders = [order for order in _PLAIN if rc.offers(order)]
    if not orders:
        raise unsupported("the E2 node announces none of the control actions that this case would combine")
    actions = [(*order, rc.parameters(order)) for order in orders]
    header, message = build.multiple_control(actions, rc.edition, ue=rc.ue(1))
    answer = await answered(ric, rc.of_payloads(ric.new_request_id(), header, message))
    if isinstance(answer, RICcontrolFailure):
        not_carried_out(ric, answer, there=False)
    if answer.ric_control_outcome is not None:
        value = read(PayloadKind.CONTROL_OUTCOME, answer.ric_control_outcome, "A control outcome")
        check_format(value, 2, style.formats.outcome, "A control outcome")


@case(
    id="E2SM-RC-236",
    title="CONTROL style 255 fails as a whole if one of its actions does",
    clause=f"{_CLAUSE}.10; O-RAN.WG3.E2AP 8.2.4.3",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=("RICcontrol", "negative", "F12"),
    suite="rc",
)
async def all_or_nothing(ric: Peer) -> None:
    """An announced action beside one that there is not."""
    rc = ran_control(ric)
    rc.style(Service.CONTROL, MULTIPLE)
    order = rc.some_order(*_PLAIN)
    missing = (order[0], 60_000, rc.parameters(order))
    header, message = build.multiple_control([(*order, rc.parameters(order)), missing], rc.edition, ue=rc.ue(1))
    requirement = "A control of several actions of which one is not carried out fails (RC 7.6.10)"
    await refused_control(ric, rc.of_payloads(ric.new_request_id(), header, message), requirement)


@case(
    id="E2SM-RC-237",
    title="Many controls at once are each answered, once",
    clause="O-RAN.WG3.E2AP 8.2.4",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def answers_many_at_once(ric: Peer) -> None:
    """Sixteen in flight, with RICrequestIDs of their own, of two UEs by turns."""
    rc = ran_control(ric)
    order = rc.some_order(*_PLAIN, RRC_RELEASE)
    requests = [rc.control(ric.new_request_id(), order, rc.ue(1 + place % 2)) for place in range(_AT_ONCE)]
    for request in requests:
        await ric.send(request)
    for request in requests:
        answer = await ric.expect(
            RICcontrolAcknowledge,
            RICcontrolFailure,
            where=answers(request),
            requirement="Each RIC CONTROL REQUEST that asks for it is acknowledged or refused (E2AP 8.2.4)",
        )
        if isinstance(answer, RICcontrolFailure):
            check(
                answer.cause is not None,
                "RIC CONTROL FAILURE says why (E2AP 9.1.1.10)",
                expected="a Cause",
                actual=says(answer),
            )


@case(
    id="E2SM-RC-238",
    title="A control does not end reports",
    clause="O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=NODE,
    needs=(*CONTROL_NEEDS, "service-model:KPM"),
    tags=(*_TAGS, "RICindication", "F13"),
    suite="rc",
)
async def reports_go_on(ric: Peer) -> None:
    """A KPM report that stood before the control comes three times more after it."""
    rc = ran_control(ric)
    order = rc.some_order(*_PLAIN, RRC_RELEASE)
    report = reporting(ric)
    request = report.request(ric.new_request_id())
    if await admitted(ric, request) is not None:
        report = reporting(ric, period_ms=_SLOW_MS)
        request = await subscribed(ric, report)
    if await ric.hear(RICindication, where=of(request)) is None:
        raise inconclusive("no KPM report has come before the control")
    await carried_out(ric, rc, order)
    for _ in range(_REPORTS):
        await ric.expect(
            RICindication,
            where=of(request),
            otherwise=Verdict.FAIL if report.steady else Verdict.INCONC,
            requirement="A periodic report goes on after a control (E2AP 8.2.3.2; KPM 7.3)",
        )


@case(
    id="E2SM-RC-239",
    title="A control of an RC function that was deleted is refused",
    clause="O-RAN.WG3.E2AP 8.2.4.3, 8.3.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=(*CONTROL_NEEDS, "stimulus:service-update"),
    tags=("RICcontrol", "RICserviceUpdate", "negative"),
    suite="rc",
)
async def refuses_a_deleted_function(ric: Peer) -> None:
    """The node takes its RC function away by RIC Service Update; nobody may control by it any more."""
    rc = ran_control(ric)
    order = rc.some_order(*_PLAIN, RRC_RELEASE)
    request = rc.control(ric.new_request_id(), order, rc.ue(1))
    if set(ric.functions) == {rc.id}:
        raise unsupported("the E2 node offers no RAN function but RC, which it would have to delete")
    await ric.stimulate("service-update", change="delete", function=rc.id)
    await serving(ric)
    function = ric.functions.get(rc.id)
    if function is not None and function.status is not FunctionStatus.DELETED:
        raise inconclusive("the E2 node has not deleted its RC function")
    await refused_control(ric, request, "A RIC CONTROL REQUEST for an unknown RAN function is refused (E2AP 8.2.4.3)")


async def _outcome(ric: Peer, order: Order) -> None:
    rc = ran_control(ric)
    rc.some_order(order)
    _, answer = await carried_out(ric, rc, order)
    check_outcome(rc, answer, order)


def check_outcome(rc: RanControl, answer: RICcontrolAcknowledge, order: Order) -> None:
    """An outcome of one action, if there is one, has format 1; the time of receipt in it is eight octets."""
    if answer.ric_control_outcome is None:
        return
    value = read(PayloadKind.CONTROL_OUTCOME, answer.ric_control_outcome, "A control outcome")
    check_format(value, 1, rc.style(Service.CONTROL, order[0]).formats.outcome, "A control outcome")
    for each in parameters(value):
        if each.id == _RECEIVED and each.value is not None and rc.edition != _FIRST_EDITION:
            octets = each.value[1]
            check(
                isinstance(octets, bytes) and len(octets) == _TIMESTAMP,
                "The time of receipt in a control outcome is in the 64-bit format of RFC 5905 (RC 7.6.2.5)",
                expected=f"{_TIMESTAMP} octets",
                actual=octets.hex() if isinstance(octets, bytes) else repr(octets),
            )
