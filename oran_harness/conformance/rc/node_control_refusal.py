"""Controls of RC that an E2 node under test must not carry out (E2AP 8.2.4.3; RC 7.6, 8.4, 9.3.11 to 9.3.13)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import about, serving
from oran_harness.conformance.rc.node_function import (
    DRB_QOS,
    PRB_QUOTA,
    RRC_RELEASE,
    UNKNOWN_ACTION,
    UNKNOWN_PARAMETER,
    UNKNOWN_STYLE,
    Order,
    RanControl,
    ran_control,
)
from oran_harness.conformance.rc.node_scenery import CONTROL_NEEDS, NODE, refused_control
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICcontrolRequest,
)
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.rc import build
from oran_harness.service_models.rc.actions import ANSWERS_ONLY
from oran_harness.service_models.rc.build import Parameters, element, listing, structure
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, inconclusive, unsupported

_CLAUSE = "O-RAN.WG3.E2AP 8.2.4.3"
_TAGS = ("RICcontrol", "negative")
_KEYED = (PRB_QUOTA, DRB_QOS)
"""Actions without whose key parameter a control fails (RC 8.4.2.1, 8.4.3.6)."""
_SOME = (DRB_QOS, PRB_QUOTA, RRC_RELEASE)
_CONTROL = Service.CONTROL
_PADDING = b"\x00\x00\x00"


@case(
    id="E2SM-RC-241",
    title="A control style that the E2 node does not know is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 7.6.1",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def refuses_an_unknown_style(ric: Peer) -> None:
    """Style 200, which RC does not have, and the node does not announce."""
    rc = ran_control(ric)
    order = rc.some_order(*_SOME)
    if rc.announced.offered(Service.CONTROL, UNKNOWN_STYLE):
        raise inconclusive(f"the E2 node announces control style {UNKNOWN_STYLE}")
    await _refused(ric, rc, (UNKNOWN_STYLE, 1), rc.parameters(order), "of an unknown style")


@case(
    id="E2SM-RC-242",
    title="A control action that the E2 node does not know is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 7.6",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def refuses_an_unknown_action(ric: Peer) -> None:
    """Action 60000 of an announced control style."""
    rc = ran_control(ric)
    order = rc.some_order(*_SOME)
    await _refused(ric, rc, (order[0], UNKNOWN_ACTION), rc.parameters(order), "of an unknown action")


@case(
    id="E2SM-RC-243",
    title="A control whose key parameter has an unknown ID is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 8.4.2.1, 8.4.3.6",
    level=Level.SHOULD,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "F10"),
    suite="rc",
)
async def refuses_without_key(ric: Peer) -> None:
    """Nothing says which bearer or slice it is about: all parameters have IDs that no edition knows."""
    rc = ran_control(ric)
    order = rc.some_order(*_KEYED)
    strange = tuple((UNKNOWN_PARAMETER + place, value) for place, (_, value) in enumerate(rc.parameters(order)))
    await _refused(ric, rc, order, strange, "without its key parameter")


@case(
    id="E2SM-RC-244",
    title="A control whose message has the format of another style is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 7.6, 9.2.1.7",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def refuses_a_foreign_format(ric: Peer) -> None:
    """Header format 1 of an announced style, message format 2 of style 255."""
    rc = ran_control(ric)
    order = rc.some_order(*_SOME)
    header, _ = build.control(*order, rc.ue(1), rc.parameters(order), rc.edition)
    _, message = build.multiple_control([(*order, rc.parameters(order))], rc.edition)
    await _refused_payloads(ric, rc, header, message, "whose message has the format of another style")


@case(
    id="E2SM-RC-245",
    title="A control whose header is cut short is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.4",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "F29"),
    suite="rc",
)
async def refuses_a_cut_header(ric: Peer) -> None:
    """Half of the octets are missing; the node serves on."""
    rc = ran_control(ric)
    header, message = _whole(rc, rc.some_order(*_SOME))
    await _refused_payloads(ric, rc, header[: len(header) // 2], message, "whose header is cut short")
    await serving(ric)


@case(
    id="E2SM-RC-246",
    title="A control whose message is cut short is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.4",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "F29"),
    suite="rc",
)
async def refuses_a_cut_message(ric: Peer) -> None:
    """Half of the octets are missing; the node serves on."""
    rc = ran_control(ric)
    header, message = _whole(rc, rc.some_order(*_SOME))
    await _refused_payloads(ric, rc, header, message[: len(message) // 2], "whose message is cut short")
    await serving(ric)


@case(
    id="E2SM-RC-247",
    title="A control whose message is a payload of KPM is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.4",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "F4"),
    suite="rc",
)
async def refuses_another_model(ric: Peer) -> None:
    """An action definition of KPM in the place of the control message; the node serves on."""
    rc = ran_control(ric)
    header, _ = _whole(rc, rc.some_order(*_SOME))
    message = kpm.action_definition(1, edition="3.00")
    if RC.decode(PayloadKind.CONTROL_MESSAGE, message).conforms:
        raise inconclusive("the octets of this action definition can be read as a control message too")
    await _refused_payloads(ric, rc, header, message, "whose message is one of E2SM-KPM")
    await serving(ric)


@case(
    id="E2SM-RC-248",
    title="A control with octets behind its message is answered",
    clause="O-RAN.WG3.E2AP 8.2.4; O-RAN.WG3.E2SM-RC 9.4",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "F26"),
    suite="rc",
)
async def answers_trailing_octets(ric: Peer) -> None:
    """Three octets of zeros behind a message that is whole: whether they make it invalid is open."""
    rc = ran_control(ric)
    header, message = _whole(rc, rc.some_order(*_SOME))
    request = rc.of_payloads(ric.new_request_id(), header, message + _PADDING)
    await _answered(ric, request, "A RIC CONTROL REQUEST with octets behind its message is acknowledged or refused")
    await serving(ric)


@case(
    id="E2SM-RC-249",
    title="A control whose parameters carry no values is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.3.11 to 9.3.13",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def refuses_empty_elements(ric: Peer) -> None:
    """The bearer or slice is an element whose value is left out, as only indications may."""
    rc = ran_control(ric)
    order = rc.some_order(*_KEYED)
    await _refused(ric, rc, order, _without_values(rc, order), "whose key parameter has no value")


@case(
    id="E2SM-RC-250",
    title="A control of a UE that there is not is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 7.6",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=(*_TAGS, "F12"),
    suite="rc",
)
async def refuses_nobody(ric: Peer) -> None:
    """A UE-ID of the node's own variant that no UE has, for an action that a UE is needed for."""
    rc = ran_control(ric)
    order = rc.some_order(RRC_RELEASE, DRB_QOS)
    request = rc.control(ric.new_request_id(), order, rc.nobody)
    await refused_control(ric, request, "A RIC CONTROL REQUEST that cannot be executed is refused (E2AP 8.2.4.3)")


@case(
    id="E2SM-RC-251",
    title="An admission without an INSERT before it is refused",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 7.6.2, 7.6.5",
    level=Level.SHOULD,
    under_test=NODE,
    needs=CONTROL_NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def refuses_unasked_admission(ric: Peer) -> None:
    """Radio admission and UE admission are only answers: there is nothing that could go on."""
    rc = ran_control(ric)
    orders = sorted(ANSWERS_ONLY)
    announced = [
        order for order in orders if any(style.action(order[1]) for style in rc.announced.offered(_CONTROL, order[0]))
    ]
    if not announced:
        raise unsupported("the E2 node announces neither radio admission nor UE admission")
    given = build.drb_qos(1, 9)[:1] if announced[0][0] == DRB_QOS[0] else ()
    await _refused(ric, rc, announced[0], given, "that admits what nobody asked for")


def _whole(rc: RanControl, order: Order) -> tuple[bytes, bytes]:
    return build.control(*order, rc.ue(1), rc.parameters(order), rc.edition)


def _without_values(rc: RanControl, order: Order) -> Parameters:
    """The parameters of ``order`` as they are, but for the values of what they are about."""
    if order == DRB_QOS:
        return ((1, element(None)), (2, element(9)))
    member = structure((7, element(rc.plmn)), (8, structure((9, element(None)))))
    policy = structure((5, listing(((6, member),))))
    shares = ((11, element(10)), (12, element(90)), (13, element(0)))
    return ((1, listing(((2, structure((3, policy), *shares)),))),)


async def _refused(ric: Peer, rc: RanControl, order: Order, parameters: Parameters, what: str) -> None:
    header, message = build.control(*order, rc.ue(1), parameters, rc.edition)
    await _refused_payloads(ric, rc, header, message, what)


async def _refused_payloads(ric: Peer, rc: RanControl, header: bytes, message: bytes, what: str) -> None:
    requirement = f"A RIC CONTROL REQUEST {what} is refused (E2AP 8.2.4.3)"
    await refused_control(ric, rc.of_payloads(ric.new_request_id(), header, message), requirement)


async def _answered(ric: Peer, request: RICcontrolRequest, requirement: str) -> None:
    await ric.send(request, injected=True)
    await ric.expect(
        RICcontrolAcknowledge,
        RICcontrolFailure,
        ErrorIndication,
        where=about(request),
        requirement=f"{requirement} (E2AP 8.2.4)",
    )
