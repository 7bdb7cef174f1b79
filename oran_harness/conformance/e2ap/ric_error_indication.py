"""Error Indication with a near-RT RIC under test: those that it owes, and those that it gets (E2AP 8.3.3)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import FIRST_EDITION, RIC, new_transaction, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import patience
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.messages import ErrorIndication, RICcontrolRequest
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION

_WATCHED = 10.0
_TAGS = ("ErrorIndication", "positive")


@case(
    id="E2AP-ERRIND-101",
    title="When a control is not answered, the near-RT RIC reports it by an Error Indication",
    clause="O-RAN.WG3.E2AP 8.2.4.4, 8.3.3.2; O-RAN.WG3.E2TS 5.2.1.3.1",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:control", "procedure:RICcontrol"),
    tags=(*_TAGS, "e2ts-5.2.1.3.1", "slow"),
)
async def reports_an_unanswered_control(node: Peer) -> None:
    """When TRICcontrol expires. Its length is the RIC's choice, and counts only where it is told."""
    within, otherwise = patience(await node.stimulate("control", ack="ack"))
    request = await node.expect(RICcontrolRequest)
    report = await node.expect(
        ErrorIndication,
        where=lambda each: each.transaction_id is None,
        within=within,
        otherwise=otherwise,
        requirement="When TRICcontrol expires the near-RT RIC sends an Error Indication",
    )
    check(
        report.ric_request_id == request.ric_request_id,
        "The Error Indication about a control names its RIC Request ID",
        expected=str(request.ric_request_id),
        actual=str(report.ric_request_id),
    )
    check(
        report.cause is not None,
        "The Error Indication about a control that was not answered says why, by a cause",
        expected="a cause",
        actual="none",
    )


@case(
    id="E2AP-ERRIND-102",
    title="An Error Indication with its RIC Request ID ends a control",
    clause="O-RAN.WG3.E2AP 8.2.4.4",
    level=Level.MUST,
    under_test=RIC,
    needs=("stimulus:control", "procedure:RICcontrol"),
    tags=(*_TAGS, "slow"),
)
async def takes_it_as_the_end(node: Peer) -> None:
    """TRICcontrol stops, so no expiry is reported later; and no Error Indication answers another."""
    lasting, _ = patience(await node.stimulate("control", ack="ack"))
    request = await node.expect(RICcontrolRequest)
    why = cause("protocol/unspecified", node.edition)
    await node.send(
        ErrorIndication(ric_request_id=request.ric_request_id, ran_function_id=request.ran_function_id, cause=why),
        stream=1,
    )
    await node.silence(
        ErrorIndication,
        lasting=min(lasting, _WATCHED),
        where=lambda each: each.ric_request_id == request.ric_request_id,
        requirement="An Error Indication with the RIC Request ID ends a running control and its timer",
    )


@case(
    id="E2AP-ERRIND-103",
    title="Error Indications about procedures that nobody knows are not answered",
    clause="O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.5",
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def does_not_echo(node: Peer) -> None:
    """Two ends that answer each other's Error Indications would never stop."""
    association = node.here
    why = cause("message-not-compatible-with-receiver-state", node.edition)
    diagnostics = e.CriticalityDiagnostics(
        3,
        "successful-outcome",
        "reject",
        ies_criticality_diagnostics=(e.CriticalityDiagnostics_IE_Item("notify", 1, "missing"),),
    )
    reports = [
        ErrorIndication(ric_request_id=node.new_request_id(), ran_function_id=KPM_FUNCTION, cause=why),
        ErrorIndication(cause=why, criticality_diagnostics=diagnostics),
        ErrorIndication(criticality_diagnostics=diagnostics),
    ]
    if node.edition != FIRST_EDITION:
        reports.append(ErrorIndication(transaction_id=new_transaction(node), cause=why))
    for report in reports:
        await node.send(report)
    await unmoved(node, association, "an Error Indication")


@case(
    id="E2AP-ERRIND-104",
    title="An Error Indication that says nothing is not answered",
    clause="O-RAN.WG3.E2AP 8.3.3.2, 10; 3GPP TS 36.413 10.5",
    level=Level.MUST,
    under_test=RIC,
    tags=("ErrorIndication", "negative"),
)
async def does_not_report_an_empty_one(node: Peer) -> None:
    """It breaks the rule that there is a cause or a diagnosis; that is handled locally, like all errors in one."""
    association = node.here
    await node.send(ErrorIndication(), injected=True)
    await unmoved(node, association, "an Error Indication without cause and diagnosis")
