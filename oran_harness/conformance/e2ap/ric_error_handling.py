"""Abstract syntax errors in the requests of an E2 node, with a near-RT RIC under test (E2AP 10; 3GPP TS 36.413 10.3).

E2 Setup has its own cases, in ``ric_elements``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_requests import component_addition, function_addition, removal, reset
from oran_harness.conformance.e2ap.ric_scenery import RIC, new_transaction, open_another, our_offer, says, unharmed
from oran_harness.conformance.expectations import ies_of
from oran_harness.model import Level
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.case import Body
from oran_harness.steps.offers import configuration_update, service_update

UNKNOWN_IE = 65_000
_UNKNOWN = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3.4.2"
_CONSTRUCTED = "O-RAN.WG3.E2AP 9.3.1, 10; 3GPP TS 36.413 10.3.6"
_MISSING = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3.4.2"
_TAGS = ("negative", "ie")
_MOST_REPORTS = 3
_TRANSACTION_ID = 49

Layout = tuple[int | ReceivedIe, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A request that a RIC answers: by ``done`` if it carries it out, by ``refused``, if there is such a message, else.

    ``make`` gives one with at least two IEs where the edition has as many, ``plain`` one that asks for nothing that a
    RIC could decline; only a Removal may always be.
    """

    procedure: str
    title: str
    needs: tuple[str, ...]
    make: Callable[[Peer], Message]
    plain: Callable[[Peer], Message]
    done: type[Message]
    refused: tuple[type[Message], ...] = ()


def _empty_service_update(node: Peer) -> Message:
    return service_update(our_offer(node), new_transaction(node))


def _empty_configuration_update(node: Peer) -> Message:
    return configuration_update(our_offer(node), new_transaction(node))


SERVICE_UPDATE = Request(
    "RICserviceUpdate",
    "RIC SERVICE UPDATE",
    (),
    function_addition,
    _empty_service_update,
    m.RICserviceUpdateAcknowledge,
    (m.RICserviceUpdateFailure,),
)
CONFIGURATION_UPDATE = Request(
    "E2nodeConfigurationUpdate",
    "E2 NODE CONFIGURATION UPDATE",
    (),
    component_addition,
    _empty_configuration_update,
    m.E2nodeConfigurationUpdateAcknowledge,
    (m.E2nodeConfigurationUpdateFailure,),
)
RESET = Request("Reset", "RESET REQUEST", (), reset, reset, m.ResetResponse)
REMOVAL = Request(
    "E2removal",
    "E2 REMOVAL REQUEST",
    ("e2ap:2.03",),
    removal,
    removal,
    m.E2RemovalResponse,
    (m.E2RemovalFailure,),
)
REQUESTS = (SERVICE_UPDATE, CONFIGURATION_UPDATE, RESET, REMOVAL)
UNKNOWN_IES = (
    ("E2AP-NEG-151", SERVICE_UPDATE, "ignore"),
    ("E2AP-NEG-152", SERVICE_UPDATE, "notify"),
    ("E2AP-NEG-153", SERVICE_UPDATE, "reject"),
    ("E2AP-NEG-154", CONFIGURATION_UPDATE, "ignore"),
    ("E2AP-NEG-155", CONFIGURATION_UPDATE, "notify"),
    ("E2AP-NEG-156", CONFIGURATION_UPDATE, "reject"),
    ("E2AP-NEG-157", RESET, "ignore"),
    ("E2AP-NEG-158", RESET, "notify"),
    ("E2AP-NEG-159", RESET, "reject"),
    ("E2AP-NEG-160", REMOVAL, "ignore"),
    ("E2AP-NEG-161", REMOVAL, "notify"),
    ("E2AP-NEG-162", REMOVAL, "reject"),
)
"""An IE that nobody knows, with each criticality, in each request."""
REPEATED_IES = (
    ("E2AP-NEG-163", SERVICE_UPDATE),
    ("E2AP-NEG-164", CONFIGURATION_UPDATE),
    ("E2AP-NEG-165", RESET),
    ("E2AP-NEG-166", REMOVAL),
)
"""The TransactionID twice."""
EXCHANGED_IES = (
    ("E2AP-NEG-167", SERVICE_UPDATE),
    ("E2AP-NEG-168", CONFIGURATION_UPDATE),
    ("E2AP-NEG-169", RESET),
)
"""The IEs in reverse order; a Removal has only one."""


def unknown_ie(criticality: str) -> ReceivedIe:
    """An IE that no edition has."""
    return ReceivedIe(UNKNOWN_IE, "unknown", criticality, b"\x01\x02\x03", 0)


def layout_of(message: Message) -> tuple[int, ...]:
    """The IEs that the message has, in their order."""
    return tuple(ie for ie, name in message.IES if getattr(message, name) is not None)


def with_unknown_ie(row: Request, criticality: str) -> Body:
    """The body of a case: the IE stands behind those that the RIC knows."""

    async def carries_on(node: Peer) -> None:
        """The request is carried out; what was not understood may be reported where it has criticality notify."""
        request = row.plain(node)
        declining = (m.E2RemovalFailure,) if row is REMOVAL else ()
        sent = await node.send(request, layout=(*layout_of(request), unknown_ie(criticality)))
        requirement = f"An IE that the near-RT RIC does not know, with criticality {criticality}, stops no {row.title}"
        for _ in range(_MOST_REPORTS):
            answer: Message = await node.expect(
                row.done, *declining, m.ErrorIndication, association=sent.association, requirement=requirement
            )
            if isinstance(answer, row.done):
                return
            if isinstance(answer, declining) and (answer.cause or ("protocol",))[0] != "protocol":
                raise inconclusive(f"the near-RT RIC does not carry out {row.title} now, which it may: {says(answer)}")
        check(False, requirement, expected=row.done.NAME, actual=says(answer))

    async def refuses(node: Peer) -> None:
        """The sender says that the request makes no sense without the IE: nothing of it is executed."""
        request = row.make(node)
        layout: Layout = (*layout_of(request), unknown_ie(criticality))
        await _refused(node, row, request, layout, "with an unknown IE of criticality reject")

    return refuses if criticality == "reject" else carries_on


def with_repeated_ie(row: Request) -> Body:
    """The body of a case: the first IE of the request is there twice."""

    async def refuses_a_repeated_ie(node: Peer) -> None:
        """A falsely constructed message, of which nothing is executed. To tolerate it harms nobody."""
        request = row.make(node)
        ies = ies_of(node, request)
        layout: Layout = (*layout_of(request), next(ie for ie in ies if ie.id == _TRANSACTION_ID))
        await _refused(node, row, request, layout, "with its TransactionID twice")

    return refuses_a_repeated_ie


def with_exchanged_ies(row: Request) -> Body:
    """The body of a case: the IEs of the request stand in reverse order."""

    async def refuses_another_order(node: Peer) -> None:
        """A falsely constructed message, of which nothing is executed. To tolerate it harms nobody."""
        request = row.make(node)
        await _refused(node, row, request, layout_of(request)[::-1], "whose IEs stand in another order")

    return refuses_another_order


for _id, _row, _criticality in UNKNOWN_IES:
    _effect = "is refused" if _criticality == "reject" else "is carried out"
    case(
        id=_id,
        title=f"{_row.title} with an unknown IE of criticality {_criticality} {_effect}",
        clause=_UNKNOWN,
        level=Level.MUST,
        under_test=RIC,
        needs=(f"procedure:{_row.procedure}", *_row.needs),
        tags=(_row.procedure, *_TAGS),
    )(with_unknown_ie(_row, _criticality))

for _id, _row in REPEATED_IES:
    case(
        id=_id,
        title=f"{_row.title} with one IE twice is refused",
        clause=_CONSTRUCTED,
        level=Level.SHOULD,
        under_test=RIC,
        needs=(f"procedure:{_row.procedure}", "e2ap:2.03"),
        tags=(_row.procedure, *_TAGS),
    )(with_repeated_ie(_row))

for _id, _row in EXCHANGED_IES:
    case(
        id=_id,
        title=f"{_row.title} with IEs in another order is refused",
        clause=_CONSTRUCTED,
        level=Level.SHOULD,
        under_test=RIC,
        needs=(f"procedure:{_row.procedure}", "e2ap:2.03"),
        tags=(_row.procedure, *_TAGS),
    )(with_exchanged_ies(_row))


@case(
    id="E2AP-NEG-170",
    title="Requests without TransactionID are not carried out, and do no harm",
    clause=_MISSING,
    level=Level.MUST,
    under_test=RIC,
    needs=("e2ap:2.03",),
    tags=(*_TAGS, "F17"),
)
async def does_not_serve_without_transaction(node: Peer) -> None:
    """No answer can be filled without it: an Error Indication, or handling at home."""
    bystander, what = node.here, "requests without TransactionID"
    associations = [await open_another(node, after=(bystander, what)) for _ in REQUESTS]
    for row, association in zip(REQUESTS, associations, strict=True):
        request = row.make(node)
        layout = tuple(ie for ie in layout_of(request) if ie != _TRANSACTION_ID)
        await node.send(request, association=association, layout=layout)
    await node.silence(
        *(row.done for row in REQUESTS),
        lasting=0.2,
        requirement="A request without the mandatory TransactionID is not executed",
    )
    await unharmed(node, bystander, what)


async def _refused(node: Peer, row: Request, request: Message, layout: Layout, what: str) -> None:
    sent = await node.send(request, layout=layout)
    refusing: tuple[type[Message], ...] = (*row.refused, m.ErrorIndication)
    refusals = " or ".join(each.NAME for each in refusing)
    requirement = f"{row.title} {what}, is answered by {refusals}, and nothing of it is executed"
    answer = await node.expect(
        *refusing, row.done, association=sent.association, requirement=requirement, refusable=False
    )
    check(not isinstance(answer, row.done), requirement, expected=refusals, actual=says(answer))
