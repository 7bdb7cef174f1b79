"""What a near-RT RIC says to an E2 node so that each of its flaws shows."""

from dataclasses import replace
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.model import Role
from oran_harness.peers.actor import Happening, Heard, Over, Refused, Stimulus, Up
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models.common.build import NodeType, ue_id
from oran_harness.service_models.kpm.build import action_definition, event_trigger
from oran_harness.service_models.rc import build as rc
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import node_offer, setup_request
from tests.peers.flaws.rehearsal import EDITION, Script

UNKNOWN_PROCEDURE = bytes([0x00, 200, 0x00, 0x03, 0x00, 0x00, 0x00])
WHY: Any = ("misc", "unspecified")
OFFER = node_offer(edition=EDITION, number=1)
KPM, RC, NONE = 2, 3, 4000
NOWHERE = e.TNLinformation(BitString(bytes([192, 0, 2, 77]), 32))
HEADER, MESSAGE = rc.control(1, 1, ue_id(NodeType.GNB, 1), rc.drb_qos(1, 9), "1.03")


def hears(message: Message | bytes, association: str = "1") -> Heard:
    """A message of the RIC."""
    return Heard(association, message if isinstance(message, bytes) else codec(EDITION).encode(message))


def asks(name: str, **arguments: Any) -> Stimulus:
    """Someone asks for something."""
    return Stimulus(1, name, arguments)


def accepted(transaction_id: int) -> m.E2setupResponse:
    """The answer to E2 Setup."""
    response = setup_response(setup_request(OFFER, transaction_id), edition=EDITION)
    assert response is not None
    return response


def id_of(number: int) -> e.RICrequestID:
    """What the RIC calls its requests."""
    return e.RICrequestID(7, number)


def subscribes(
    number: int, *, function: int = KPM, actions: int = 1, definition: bytes | None = None
) -> m.RICsubscriptionRequest:
    """A subscription to KPM report style 1."""
    asked = action_definition(1, edition="3.00", granularity_ms=200) if definition is None else definition
    items = tuple(e.RICaction_ToBeSetup_Item(action, "report", asked) for action in range(1, actions + 1))
    return m.RICsubscriptionRequest(
        id_of(number), function, e.RICsubscriptionDetails(event_trigger(200, "3.00"), items)
    )


def controls(number: int, ack: Any = "ack", *, function: int = RC, message: bytes = MESSAGE) -> m.RICcontrolRequest:
    """A control of the first UE."""
    return m.RICcontrolRequest(id_of(number), function, None, HEADER, message, ack)


def with_an_unknown_ie(request: Message) -> bytes:
    """A request with an IE that nobody knows, of criticality reject."""
    ies = codec(EDITION).decode(codec(EDITION).encode(request)).ies
    return codec(EDITION).encode(request, layout=(*ies, ReceivedIe(65000, "unknown", "reject", b"\x00", 0)))


def cut(response: m.E2setupResponse) -> bytes:
    """A response whose Global RIC ID ends too early."""
    ies = codec(EDITION).decode(codec(EDITION).encode(response)).ies
    layout = tuple(replace(ie, octets=ie.octets[:2]) if ie.id == 4 else ie for ie in ies)
    return codec(EDITION).encode(response, layout=layout)


UP = Up("1", outbound=True)
SETTING_UP: list[Happening | float] = [
    UP,
    hears(subscribes(1)),
    hears(m.E2setupFailure(1, WHY, 1)),
    3.0,
    hears(cut(accepted(2))),
    3.0,
    hears(replace(accepted(3), ran_functions_rejected=(e.RANfunctionIDcause_Item(RC, WHY),))),
    1.0,
    hears(accepted(3)),
]
SUBSCRIBING: list[Happening | float] = [
    hears(subscribes(2, actions=2)),
    2.0,
    hears(subscribes(2, actions=2)),
    hears(subscribes(3, function=NONE)),
    hears(subscribes(4, definition=b"\xff" * 24)),
    hears(with_an_unknown_ie(subscribes(5))),
    hears(m.RICsubscriptionDeleteRequest(id_of(99), KPM)),
    hears(m.RICsubscriptionDeleteRequest(id_of(2), KPM)),
    1.0,
    hears(controls(10)),
    hears(controls(11, None)),
    hears(controls(12, "noAck")),
    hears(controls(13, message=b"\xff" * 24)),
    hears(subscribes(6)),
    hears(m.ResetRequest(20, WHY)),
    1.0,
    hears(m.ResetRequest(21, WHY)),
    30.0,
]
UPDATING: list[Happening | float] = [
    asks("service-update", change="modify"),
    hears(m.RICserviceUpdateFailure(4, WHY, 1)),
    3.0,
    asks("configuration-update", change="update"),
    hears(m.E2connectionUpdate(30, (e.E2connectionUpdate_Item(NOWHERE, "both"),))),
    Refused("2", "nobody is there"),
    20.0,
    hears(m.ErrorIndication(cause=WHY)),
    hears(UNKNOWN_PROCEDURE),
    hears(b"\xff" * 16),
    hears(b"\x00\x08" + b"\xa5" * 65534),
    hears(m.RICserviceUpdateAcknowledge(77)),
]
LEAVING: list[Happening | float] = [
    hears(m.RICserviceQuery(40, tuple(e.RANfunctionID_Item(number, 1) for number in (KPM, RC, NONE)))),
    asks("remove"),
    hears(m.E2RemovalResponse(7)),
    Over("1", "shutdown"),
    1.0,
    Up("3", outbound=True),
    hears(accepted(8), "3"),
    hears(subscribes(8), "3"),
    hears(m.E2RemovalRequest(50), "3"),
]

SCRIPT = Script(Role.E2_NODE, [*SETTING_UP, *SUBSCRIBING, *UPDATING, *LEAVING])
REFUSED = Script(Role.E2_NODE, [UP, hears(m.E2setupFailure(1, WHY, 5)), 3.0, 3.0])
UNREAD = Script(Role.E2_NODE, [UP, hears(cut(accepted(1))), 0.1])
QUERIED = Script(Role.E2_NODE, [UP, hears(accepted(1)), hears(m.RICserviceQuery(40)), 0.05])
