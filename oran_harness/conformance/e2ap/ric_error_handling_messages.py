"""Errors in messages that have no answer, and in answers, with a near-RT RIC under test (E2AP 10; TS 36.413 10.3)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_control import asked_to_control
from oran_harness.conformance.e2ap.ric_error_handling import (
    CONFIGURATION_UPDATE,
    RESET,
    SERVICE_UPDATE,
    Layout,
    layout_of,
    unknown_ie,
)
from oran_harness.conformance.e2ap.ric_requests import asked_for_and_to_delete, asked_to_reset
from oran_harness.conformance.e2ap.ric_restart_scenery import come_back
from oran_harness.conformance.e2ap.ric_scenery import RIC, once_more, open_another, our_offer, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import asked_to_subscribe, granted
from oran_harness.model import Level
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer, inconclusive
from oran_harness.steps.case import Body
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION

_CLAUSE = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3.4.2"
_ANSWERS = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3.5, 10.3.6"
_IN_ERRORS = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.5"
_TAGS = ("negative", "ie")
_REQUIRED = ("procedure:RICsubscriptionDeleteRequired", "e2ap:2.03")
_FUNCTION = 5
_UNREADABLE, _TRAILING = b"\xff\xff\xff\xff", b"\x00\xff"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the node, to a request that ``start`` has the RIC make."""

    id: str
    procedure: str
    title: str
    needs: tuple[str, ...]
    start: Callable[[Peer], Awaitable[Message]]


ANSWERS = (
    Answer("E2AP-NEG-181", "RICsubscription", "RIC SUBSCRIPTION RESPONSE", ("stimulus:subscribe",), asked_to_subscribe),
    Answer(
        "E2AP-NEG-182",
        "RICsubscriptionDelete",
        "RIC SUBSCRIPTION DELETE RESPONSE",
        ("stimulus:subscribe", "stimulus:delete"),
        asked_for_and_to_delete,
    ),
    Answer("E2AP-NEG-183", "RICcontrol", "RIC CONTROL ACKNOWLEDGE", ("stimulus:control",), asked_to_control),
    Answer("E2AP-NEG-184", "Reset", "RESET RESPONSE", ("stimulus:reset",), asked_to_reset),
)


@case(
    id="E2AP-NEG-171",
    title="A Delete Required with an unknown IE of criticality ignore is taken without complaint",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_REQUIRED,
    tags=("RICsubscriptionDeleteRequired", *_TAGS),
)
async def skips_an_unknown_ie(node: Peer) -> None:
    """For a subscription that never was: nothing is to be done, and nothing to be said."""
    association = node.here
    required = _required(node)
    await node.send(required, layout=(*layout_of(required), unknown_ie("ignore")))
    await unmoved(node, association, "a Delete Required with an unknown IE of criticality ignore")


@case(
    id="E2AP-NEG-172",
    title="A Delete Required with an unknown IE of criticality notify is reported",
    clause=_CLAUSE,
    level=Level.SHOULD,
    under_test=RIC,
    needs=_REQUIRED,
    tags=("RICsubscriptionDeleteRequired", *_TAGS),
)
async def notifies_of_an_unknown_ie(node: Peer) -> None:
    """It has no answer in which the report could be: an Error Indication. To skip it harms nobody."""
    await _reported(node, _required(node), "notify")


@case(
    id="E2AP-NEG-173",
    title="A Delete Required with an unknown IE of criticality reject is reported",
    clause=_CLAUSE,
    level=Level.SHOULD,
    under_test=RIC,
    needs=_REQUIRED,
    tags=("RICsubscriptionDeleteRequired", *_TAGS),
)
async def reports_an_unknown_ie(node: Peer) -> None:
    """The procedure is ended by an Error Indication. To drop the message harms nobody."""
    await _reported(node, _required(node), "reject")


@case(
    id="E2AP-NEG-174",
    title="An indication without its RAN Function ID is reported",
    clause=_CLAUSE,
    level=Level.SHOULD,
    under_test=RIC,
    tags=("RICindication", *_TAGS),
)
async def reports_a_missing_ie(node: Peer) -> None:
    """A mandatory IE of criticality reject. To drop the message harms nobody."""
    indication = m.RICindication(node.new_request_id(), KPM_FUNCTION, 1, 1, "report", b"\x00", b"\x00")
    layout = tuple(ie for ie in layout_of(indication) if ie != _FUNCTION)
    await node.send(indication, layout=layout)
    await node.expect(
        m.ErrorIndication,
        requirement="An indication without the mandatory RAN Function ID is reported by an Error Indication",
    )


@case(
    id="E2AP-NEG-175",
    title="Errors in an Error Indication are not answered",
    clause=_IN_ERRORS,
    level=Level.MUST,
    under_test=RIC,
    tags=("ErrorIndication", *_TAGS),
)
async def keeps_errors_in_errors(node: Peer) -> None:
    """An unknown IE of criticality reject, an IE twice, another order, no IE at all: else two ends report for ever.

    What the RIC does at home, even to close the association, is its own affair.
    """
    bystander, what = node.here, "Error Indications with errors in them"
    report = m.ErrorIndication(None, node.new_request_id(), KPM_FUNCTION, cause("semantic-error", node.edition))
    ids = layout_of(report)
    layouts: tuple[Layout, ...] = ((*ids, unknown_ie("reject")), (*ids, _ie(node, report, ids[-1])), ids[::-1], ())
    associations = [await open_another(node, after=(bystander, what)) for _ in layouts]
    for association, layout in zip(associations, layouts, strict=True):
        await node.send(report, association=association, layout=layout)
    await node.silence(
        m.ErrorIndication,
        lasting=0.2,
        requirement="An error in an Error Indication is no reason for another one",
    )
    await unharmed(node, bystander, what)


@case(
    id="E2AP-NEG-176",
    title="IEs whose value cannot be read are not taken for good, and do no harm",
    clause="O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.2, 10.3",
    level=Level.MUST,
    under_test=RIC,
    needs=("e2ap:2.03",),
    tags=_TAGS,
)
async def refuses_unreadable_values(node: Peer) -> None:
    """The envelope and the other IEs are fine. Failure, Error Indication and closing are all fine, success is not."""
    bystander, what = node.here, "requests with an IE whose value cannot be read"
    for row in (SERVICE_UPDATE, CONFIGURATION_UPDATE):
        association = await open_another(node, after=(bystander, what))
        request = row.make(node)
        ids = layout_of(request)
        broken = replace(_ie(node, request, ids[-1]), octets=_UNREADABLE)
        await node.send(request, association=association, layout=(*ids[:-1], broken))
        await node.silence(
            row.done,
            association=association,
            lasting=0.1,
            requirement=f"{row.title} of which a mandatory part cannot be read is not executed",
        )
        await node.close(association, how="abort")
    await unharmed(node, bystander, what)


@case(
    id="E2AP-NEG-177",
    title="Unused octets behind the value of an IE, and behind a message, do no harm",
    clause="O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.2",
    level=Level.MUST,
    under_test=RIC,
    needs=("e2ap:2.03",),
    tags=_TAGS,
)
async def outlives_trailing_octets(node: Peer) -> None:
    """Whether the message is taken is open; E2AP-NEG-105 is about E2 Setup."""
    bystander, what = node.here, "messages with octets that nothing explains"
    for row in (SERVICE_UPDATE, CONFIGURATION_UPDATE, RESET):
        request = row.make(node)
        ids = layout_of(request)
        first = _ie(node, request, ids[0])
        association = await open_another(node, after=(bystander, what))
        padded = replace(first, octets=first.octets + _TRAILING)
        await node.send(request, association=association, layout=(padded, *ids[1:]))
        await node.close(association, how="abort")
        association = await open_another(node, after=(bystander, what))
        await node.send_octets(codec(node.edition).encode(request) + _TRAILING, association=association)
        await node.close(association, how="abort")
    await unharmed(node, bystander, what)


def _broken(row: Answer) -> Body:
    async def outlives_broken_answers(node: Peer) -> None:
        """Without its first IE, with an unknown one, with one twice, and with all in another order.

        What the RIC then does about its request is its own affair; another node stands by, and the first one may come
        back.
        """
        what = f"{row.title} with errors in it"
        for number, spoil in enumerate((_without_first, _with_unknown, _with_repeated, _reversed)):
            asking = row.start(node)
            request = await (once_more(asking) if number else asking)
            lost = str(node.last.association if node.last is not None else node.here)
            if lost != node.here:
                raise inconclusive("the near-RT RIC asks another node, or one that is gone")
            answer = granted(node, request, lost)
            bystander = await open_another(node)
            await node.send(answer, association=lost, layout=spoil(node, answer))
            await unharmed(node, bystander, what)
            await node.close(lost, how="abort")
            await come_back(node, our_offer(node), bystander, what)
            await node.close(bystander)

    return outlives_broken_answers


for _answer in ANSWERS:
    case(
        id=_answer.id,
        title=f"Errors in {_answer.title} do no harm",
        clause=_ANSWERS,
        level=Level.MUST,
        under_test=RIC,
        needs=(f"procedure:{_answer.procedure}", *_answer.needs),
        tags=(_answer.procedure, *_TAGS, "F9"),
    )(_broken(_answer))


def _without_first(node: Peer, answer: Message) -> Layout:
    return layout_of(answer)[1:]


def _with_unknown(node: Peer, answer: Message) -> Layout:
    return (*layout_of(answer), unknown_ie("reject"))


def _with_repeated(node: Peer, answer: Message) -> Layout:
    ids = layout_of(answer)
    return (*ids, _ie(node, answer, ids[0])) if ids else (unknown_ie("reject"), unknown_ie("reject"))


def _reversed(node: Peer, answer: Message) -> Layout:
    return layout_of(answer)[::-1]


def _ie(node: Peer, message: Message, id: int) -> ReceivedIe:
    """An IE of a message as it stands on the wire."""
    encoded = codec(node.edition).encode(message)
    return next(ie for ie in codec(node.edition).decode(encoded).ies if ie.id == id)


def _required(node: Peer) -> m.RICsubscriptionDeleteRequired:
    why = cause("misc/unspecified", node.edition)
    return m.RICsubscriptionDeleteRequired(
        (e.RICsubscription_withCause_Item(node.new_request_id(), KPM_FUNCTION, why),)
    )


async def _reported(node: Peer, message: Message, criticality: str) -> None:
    await node.send(message, layout=(*layout_of(message), unknown_ie(criticality)))
    await node.expect(
        m.ErrorIndication,
        requirement=f"An unknown IE of criticality {criticality} in {message.NAME} is reported by an Error Indication",
    )
