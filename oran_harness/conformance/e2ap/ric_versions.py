"""E2 nodes of every edition of E2AP and of its service models, with a near-RT RIC under test of one (E2AP 4.1, 10).

No version is negotiated on the wire. From 2.03 to 7.00 the request of E2 Setup is one and the same, so such a RIC has
to answer such a node. 1.01 has another one: there only harm counts.
"""

from dataclasses import dataclass, replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_functions import check_functions, ids
from oran_harness.conformance.e2ap.ric_scenery import (
    FIRST_EDITION,
    RIC,
    new_transaction,
    open_again,
    open_another,
    our_offer,
    unharmed,
    unmoved,
)
from oran_harness.conformance.expectations import check_echo
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer
from oran_harness.steps.case import Body
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION, function_item, node_offer, service_update, setup_request

_UNKNOWN = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3.4.1"
_TAGS = ("version", "F2", "F16")
_OTHER_PLMN = "00102"
_BESIDE = 100_000
_RC_EDITIONS = ("1.03", "5.00")
_KPM_OIDS = ("1.3.6.1.4.1.53148.1.1.2.2", "1.3.6.1.4.1.53148.1.9.2.2")
"""E2SM-KPM as it was called in its first edition, and as it might be in one to come."""
_NEWEST = "7.00"


@dataclass(frozen=True, slots=True)
class Edition:
    """Nodes of an edition of E2AP."""

    id: str
    edition: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure that a node starts, criticality reject, and that only editions from ``since`` on have."""

    id: str
    since: str
    request: Message
    answers: tuple[type[Message], ...]


EDITIONS = (
    Edition("E2AP-VERSION-101", "1.01"),
    Edition("E2AP-VERSION-102", "2.03"),
    Edition("E2AP-VERSION-103", "3.01"),
    Edition("E2AP-VERSION-104", "5.00"),
    Edition("E2AP-VERSION-105", "7.00"),
)
_REQUEST_ID = e.RICrequestID(65000, 7)
PROCEDURES = (
    Procedure(
        "E2AP-VERSION-111",
        "2.03",
        m.E2RemovalRequest(7),
        (m.E2RemovalResponse, m.E2RemovalFailure),
    ),
    Procedure(
        "E2AP-VERSION-112",
        "3.01",
        m.RICsubscriptionModificationRequired(
            _REQUEST_ID,
            KPM_FUNCTION,
            ric_actions_required_to_be_removed_list=(
                e.RICaction_RequiredToBeRemoved_Item(1, ("ricRequest", "unspecified")),
            ),
        ),
        (m.RICsubscriptionModificationRefuse,),
    ),
    Procedure(
        "E2AP-VERSION-113",
        "7.00",
        m.RICassistanceRequest(_REQUEST_ID, b"\x00", b"\x00"),
        (m.RICassistanceResponse, m.RICassistanceFailure),
    ),
)


def _met(row: Edition) -> Body:
    async def meets_a_node_of_an_edition(node: Peer) -> None:
        """Its E2 Setup, and a Service Update if it is set up. It may be refused; another node stands by."""
        bystander, what = node.here, f"what a node of E2AP {row.edition} says"
        offer = node_offer(edition=row.edition, number=node.number + _BESIDE, plmn=_OTHER_PLMN)
        first = row.edition == FIRST_EDITION
        alike = first == (node.edition == FIRST_EDITION)
        association = await open_again(node, bystander, what)
        request = setup_request(offer, None if first else node.new_transaction_id())
        await _said(node, request, association, row.edition)
        if alike:
            requirement = f"The near-RT RIC answers {{}} of a node of E2AP {row.edition}, which it can read"
            answer = await node.expect(
                m.E2setupResponse,
                m.E2setupFailure,
                association=association,
                requirement=requirement.format("the E2 Setup"),
            )
            check_echo(request, answer)
            if isinstance(answer, m.E2setupResponse):
                update = service_update(offer, None if first else node.new_transaction_id())
                await _said(node, update, association, row.edition)
                await node.expect(
                    m.RICserviceUpdateAcknowledge,
                    m.RICserviceUpdateFailure,
                    association=association,
                    requirement=requirement.format("the Service Update"),
                )
        await unharmed(node, bystander, what)

    return meets_a_node_of_an_edition


for _row in EDITIONS:
    case(
        id=_row.id,
        title=f"A node of E2AP {_row.edition} is answered where its messages are known, and does no harm",
        clause="O-RAN.WG3.E2AP 4.1, 8.3.1.2, 10",
        level=Level.MUST,
        under_test=RIC,
        tags=("E2setup", *_TAGS, "F17"),
    )(_met(_row))


@case(
    id="E2AP-VERSION-106",
    title="Nodes that offer other editions of E2SM-RC are answered for their function",
    clause="O-RAN.WG3.E2AP 8.3.1.2, 9.1.2.3",
    level=Level.MUST,
    under_test=RIC,
    tags=("E2setup", *_TAGS, "F5", "F33"),
)
async def answers_for_editions_of_rc(node: Peer) -> None:
    """Each edition describes more than the one before. The function may be rejected."""
    for sibling, edition in enumerate(_RC_EDITIONS, 1):
        await _function_answered(node, sibling, function_item("rc", node.edition, spoken=edition))


@case(
    id="E2AP-VERSION-107",
    title="Nodes that offer E2SM-KPM under the OID of another edition are answered for their function",
    clause="O-RAN.WG3.E2AP 8.3.1.2, 9.1.2.3",
    level=Level.MUST,
    under_test=RIC,
    tags=("E2setup", *_TAGS, "F5", "F33"),
)
async def answers_for_other_oids(node: Peer) -> None:
    """Under that of its first edition, and under one that nobody has yet. The function may be rejected."""
    function = function_item("kpm", node.edition)
    own = function.ran_function_oid or _KPM_OIDS[0]
    for sibling, oid in enumerate(_KPM_OIDS, 1):
        definition = function.ran_function_definition.replace(own.encode("ascii"), oid.encode("ascii"))
        renamed = replace(function, ran_function_oid=oid, ran_function_definition=definition)
        await _function_answered(node, sibling, renamed)


@case(
    id="E2AP-VERSION-108",
    title="A cause that only a later edition knows does not stop a Reset",
    clause="O-RAN.WG3.E2AP 9.1.2.5, 9.2.1, 10; 3GPP TS 36.413 10.3",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:Reset", "e2ap:2.03"),
    tags=("Reset", "negative", *_TAGS),
)
async def resets_for_an_unknown_cause(node: Peer) -> None:
    """7.00 extends the groups of causes. What is not understood has criticality ignore, and can be skipped."""
    transaction = node.new_transaction_id()
    why: e.Cause = ("serviceLayer", e.CauseServiceLayer(b"\x00\x01"))
    await _said(node, m.ResetRequest(transaction, why), str(node.here), _NEWEST)
    await node.expect(
        m.ResetResponse,
        where=lambda response: response.transaction_id == transaction,
        requirement="The cause of a Reset has criticality ignore: the near-RT RIC carries the Reset out whatever it is",
    )


@case(
    id="E2AP-VERSION-109",
    title="A Delete Required with a cause that only a later edition knows is taken without complaint",
    clause="O-RAN.WG3.E2AP 8.2.2A.3, 9.2.1",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICsubscriptionDeleteRequired", "e2ap:2.03"),
    tags=("RICsubscriptionDeleteRequired", "negative", *_TAGS),
)
async def takes_a_later_cause(node: Peer) -> None:
    """3.01 adds a value for subscriptions whose time is over. This one is unknown besides, and to be ignored."""
    why = cause("ric-subscription-end-time-expired", "3.01")
    item = e.RICsubscription_withCause_Item(node.new_request_id(), KPM_FUNCTION, why)
    association = node.here
    await node.send(m.RICsubscriptionDeleteRequired((item,)), edition="3.01", injected=True)
    await unmoved(node, association, "a Delete Required with a cause of a later edition")


@case(
    id="E2AP-VERSION-110",
    title="Messages without answer that only later editions know do no harm",
    clause=_UNKNOWN,
    level=Level.MUST,
    under_test=RIC,
    tags=("negative", "procedure", *_TAGS),
)
async def outlives_later_indications(node: Peer) -> None:
    """A Service Load Update may be ignored, an Assistance Halt may be reported: neither is waited for here."""
    bystander, what = node.here, "messages that only later editions know"
    load = m.RICserviceLoadUpdate(1, 1, (e.RANfunctionLoad_Item(KPM_FUNCTION),))
    for message in (load, m.RICassistanceHalt(node.new_request_id())):
        association = await open_another(node, after=(bystander, what))
        await node.send(message, association=association, edition=_NEWEST, injected=True)
        await node.close(association)
    await unharmed(node, bystander, what)


def _reported(row: Procedure) -> Body:
    async def answers_or_reports(node: Peer) -> None:
        """A RIC that has the procedure answers it, one that has not reports it by an Error Indication."""
        bystander = node.here
        association = await open_another(node)
        await node.send(row.request, association=association, edition=row.since, injected=True)
        await node.expect(
            m.ErrorIndication,
            *row.answers,
            association=association,
            requirement=f"The near-RT RIC answers {row.request.NAME}, or reports that it does not know the procedure",
        )
        await unharmed(node, bystander, f"{row.request.NAME} of E2AP {row.since}")

    return answers_or_reports


for _procedure in PROCEDURES:
    case(
        id=_procedure.id,
        title=f"{_procedure.request.NAME}, which E2AP has since {_procedure.since}, is answered or reported",
        clause=_UNKNOWN,
        level=Level.MUST,
        under_test=RIC,
        tags=("negative", "procedure", *_TAGS),
    )(_reported(_procedure))


async def _said(node: Peer, message: Message, association: str, edition: str) -> None:
    """Send a message as a node of that edition does; what is not of the RIC's edition breaks its rules."""
    await node.send(message, association=association, edition=edition, injected=edition != node.edition)


async def _function_answered(node: Peer, sibling: int, function: e.RANfunction_Item) -> None:
    """A new node that offers that one function, on an association of its own; the node may be refused."""
    bystander, what = node.here, "the E2 Setup of a node with a function of another edition"
    association = await open_again(node, bystander, what)
    offer = replace(our_offer(node, sibling=sibling), functions=(function,))
    request = setup_request(offer, new_transaction(node))
    await node.send(request, association=association)
    answer = await node.expect(
        m.E2setupResponse,
        m.E2setupFailure,
        association=association,
        requirement="The near-RT RIC answers a node whatever edition of a service model its RAN function is of",
    )
    check_echo(request, answer)
    if isinstance(answer, m.E2setupResponse):
        accepted, rejected = answer.ran_functions_accepted, answer.ran_functions_rejected
        check_functions(ids((function,)), accepted, rejected, answer="E2 SETUP RESPONSE")
    await node.close(association)
