"""Procedures that a near-RT RIC under test does not know, or that are not the node's to start (E2AP 10)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import (
    FIRST_EDITION,
    RIC,
    new_transaction,
    open_again,
    open_another,
    says,
    unharmed,
    unmoved,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION

_UNKNOWN = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3.4.1"
_TAGS = ("negative", "procedure")
_CODE = 200
_CRITICALITIES = ("reject", "ignore", "notify")
_OUTCOMES = ("initiatingMessage", "successfulOutcome", "unsuccessfulOutcome")


@case(
    id="E2AP-NEG-111",
    title="An unknown procedure with criticality reject is reported",
    clause=_UNKNOWN,
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def reports_an_unknown_procedure(node: Peer) -> None:
    """By an Error Indication: there is no failure message for what is not known."""
    await node.send_octets(_procedure(_CODE, "reject"))
    await _reported(node, "reject")


@case(
    id="E2AP-NEG-112",
    title="An unknown procedure with criticality ignore is ignored",
    clause=_UNKNOWN,
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def ignores_an_unknown_procedure(node: Peer) -> None:
    """No Error Indication, and the association stands."""
    association = node.here
    await node.send_octets(_procedure(_CODE, "ignore"))
    await unmoved(node, association, "an unknown procedure with criticality ignore")


@case(
    id="E2AP-NEG-113",
    title="An unknown procedure with criticality notify is reported",
    clause=_UNKNOWN,
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def notifies_of_an_unknown_procedure(node: Peer) -> None:
    """It is ignored, and an Error Indication says so."""
    await node.send_octets(_procedure(_CODE, "notify"))
    await _reported(node, "notify")


@case(
    id="E2AP-NEG-114",
    title="Answers of unknown procedures do no harm",
    clause="O-RAN.WG3.E2AP 10",
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def outlives_unknown_answers(node: Peer) -> None:
    """Both outcomes, in all criticalities."""
    bystander = node.here
    for outcome in _OUTCOMES[1:]:
        for criticality in _CRITICALITIES:
            association = await open_again(node, bystander, "answers of unknown procedures")
            await node.send_octets(_procedure(_CODE, criticality, outcome), association=association)
    await unharmed(node, bystander, "answers of unknown procedures")


@case(
    id="E2AP-NEG-115",
    title="Answers that nobody asked for do no harm",
    clause="O-RAN.WG3.E2AP 8.1, 10; 3GPP TS 36.413 10.4",
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def outlives_unasked_answers(node: Peer) -> None:
    """Well formed, with ids that no request had; errors in answers are the receiver's own affair."""
    bystander = node.here
    for answer in _unasked(node):
        association = await open_another(node, after=(bystander, "answers that nobody asked for"))
        await node.send(answer, association=association, injected=True)
        await node.close(association)
    await unharmed(node, bystander, "answers that nobody asked for")


@case(
    id="E2AP-NEG-116",
    title="A request that only a near-RT RIC may send is not served",
    clause="O-RAN.WG3.E2AP 8.1, 10; 3GPP TS 36.413 10.4",
    level=Level.MUST,
    under_test=RIC,
    tags=_TAGS,
)
async def does_not_change_sides(node: Peer) -> None:
    """Failure, Error Indication and closing are fine; the success of a procedure that is not the node's is not."""
    bystander = node.here
    for request, success in _of_the_ric(node):
        association = await open_another(node, after=(bystander, "requests that only a near-RT RIC may send"))
        await node.send(request, association=association, injected=True)
        await node.silence(
            success,
            lasting=0.1,
            association=association,
            requirement=f"A near-RT RIC does not serve {request.NAME}, which only a near-RT RIC may send",
        )
        await node.close(association)
    await unharmed(node, bystander, "requests that only a near-RT RIC may send")


@case(
    id="E2AP-NEG-117",
    title="Modification Required for an unknown subscription is refused",
    clause="O-RAN.WG3.E2AP 8.2.6.4",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICsubscriptionModificationRequired", "e2ap:3.01"),
    tags=("negative", "RICsubscriptionModificationRequired"),
)
async def refuses_an_unknown_subscription(node: Peer) -> None:
    """The RIC never made a subscription of that id."""
    why = cause("ricRequest/unspecified", node.edition)
    request = m.RICsubscriptionModificationRequired(
        node.new_request_id(),
        KPM_FUNCTION,
        ric_actions_required_to_be_removed_list=(e.RICaction_RequiredToBeRemoved_Item(1, why),),
    )
    await node.send(request, injected=True)
    refusal = await node.expect(
        m.RICsubscriptionModificationRefuse,
        requirement="The near-RT RIC refuses to modify a subscription whose RIC Request ID it does not know",
    )
    check(
        refusal.ric_request_id == request.ric_request_id,
        "The refusal names the RIC Request ID of its request",
        expected=str(request.ric_request_id),
        actual=str(refusal.ric_request_id),
    )


def _procedure(code: int, criticality: str, outcome: str = "initiatingMessage") -> bytes:
    """A well-formed message of any procedure, without IEs."""
    return bytes((_OUTCOMES.index(outcome) << 5, code, _CRITICALITIES.index(criticality) << 6, 3, 0, 0, 0))


async def _reported(node: Peer, criticality: str) -> None:
    association = node.here
    requirement = (
        f"A procedure that the near-RT RIC does not know, with criticality {criticality}, is reported by an Error "
        "Indication"
    )
    report = await node.expect(m.ErrorIndication, association=association, requirement=requirement)
    diagnostics = report.criticality_diagnostics
    named = None if diagnostics is None else diagnostics.procedure_code
    check(named in (None, _CODE), f"{requirement} about it", expected=f"procedure code {_CODE}", actual=says(report))


def _unasked(node: Peer) -> tuple[Message, ...]:
    transaction = new_transaction(node)
    ids = (node.new_request_id(), KPM_FUNCTION)
    return (
        m.RICsubscriptionResponse(*ids, (e.RICaction_Admitted_Item(1),)),
        m.RICsubscriptionDeleteResponse(*ids),
        m.RICcontrolAcknowledge(*ids, ric_control_status="success" if node.edition == FIRST_EDITION else None),
        m.ResetResponse(transaction),
        m.E2connectionUpdateAcknowledge(transaction),
    )


def _of_the_ric(node: Peer) -> tuple[tuple[Message, type[Message]], ...]:
    transaction = new_transaction(node)
    action = e.RICaction_ToBeSetup_Item(1, "report")
    subscription = e.RICsubscriptionDetails(b"\x00", (action,))
    return (
        (m.RICsubscriptionRequest(node.new_request_id(), KPM_FUNCTION, subscription), m.RICsubscriptionResponse),
        (
            m.RICcontrolRequest(node.new_request_id(), KPM_FUNCTION, None, b"\x00", b"\x00", "ack"),
            m.RICcontrolAcknowledge,
        ),
        (m.E2connectionUpdate(transaction), m.E2connectionUpdateAcknowledge),
    )
