"""What E2 nodes say to a near-RT RIC so that each of its flaws shows."""

from dataclasses import replace
from typing import Any

from oran_harness.conformance.e2ap.ric_functions import kpm_function
from oran_harness.model import Role
from oran_harness.peers.actor import Happening, Heard, Over, Stimulus, Up
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.offers import (
    another_component,
    configuration_update,
    node_offer,
    service_update,
    setup_request,
)
from tests.peers.flaws.rehearsal import EDITION, Script

UNKNOWN_PROCEDURE = bytes([0x00, 200, 0x00, 0x03, 0x00, 0x00, 0x00])
WHY: Any = ("misc", "unspecified")
GNB = node_offer(edition=EDITION, number=1, plmn="00102")
CU_UP = node_offer(edition=EDITION, kind="cu-up", number=2)
DU = node_offer(edition=EDITION, kind="du", number=3)
DU_ZERO = replace(DU, node_id=("gNB", replace(DU.node_id[1], gnb_du_id=0)))
LARGE = replace(node_offer(edition=EDITION, number=4), functions=(kpm_function(EDITION, id=2, further=800),))
STRANGER = node_offer(edition=EDITION, number=5)


def hears(association: str, message: Message | bytes) -> Heard:
    """A message of a node."""
    return Heard(association, message if isinstance(message, bytes) else codec(EDITION).encode(message))


def asks(name: str, **arguments: Any) -> Stimulus:
    """Someone asks for something that is about the first node."""
    return Stimulus(1, name, {"node": "a", **arguments})


def up(association: str) -> Happening:
    """An association comes up."""
    return Up(association, outbound=False)


def id_of(number: int) -> e.RICrequestID:
    """What the RIC calls its requests."""
    return e.RICrequestID(1, number)


def with_an_unknown_ie(request: Message) -> bytes:
    """A request with an IE that nobody knows, of criticality reject."""
    ies = codec(EDITION).decode(codec(EDITION).encode(request)).ies
    return codec(EDITION).encode(request, layout=(*ies, ReceivedIe(65000, "unknown", "reject", b"\x00", 0)))


SUBSCRIBING = [
    up("a"),
    hears("a", setup_request(GNB, 5)),
    asks("subscribe", service_model="kpm", actions=2),
    hears("a", m.RICsubscriptionResponse(id_of(1), 2, (e.RICaction_Admitted_Item(1), e.RICaction_Admitted_Item(2)))),
    asks("subscribe", service_model="kpm"),
    hears("a", m.RICindication(id_of(1), 2, 1, None, "report", b"\xff", b"\xff")),
    hears("a", m.RICsubscriptionDeleteRequired((e.RICsubscription_withCause_Item(id_of(99), 2, WHY),))),
    asks("delete", request=[1, 1]),
    hears("a", m.RICsubscriptionDeleteResponse(id_of(1), 2)),
    20.0,
]
CONTROLLING = [
    asks("control", ack="ack"),
    asks("control", ack="ack"),
    20.0,
    asks("control", ack="noAck"),
    20.0,
    asks("subscribe", service_model="kpm"),
    Over("a", "abort"),
]
SETTING_UP = [
    up("b"),
    up("c"),
    hears("b", setup_request(CU_UP, 5)),
    hears("c", setup_request(DU_ZERO, 5)),
    up("d"),
    hears("d", setup_request(GNB, 5)),
    hears("d", setup_request(GNB, 6)),
]
UPDATING = [
    hears("d", service_update(GNB, 8, modified=GNB.functions[:1])),
    hears("d", service_update(GNB, 9, deleted=GNB.functions[1:])),
    hears("d", configuration_update(GNB, 10, updated=(another_component(GNB),))),
    hears("d", configuration_update(GNB, 11, updated=GNB.components[:1])),
    hears("d", m.ErrorIndication(cause=WHY)),
    hears("d", UNKNOWN_PROCEDURE),
    hears("d", m.ResetRequest(12, WHY)),
    hears("d", service_update(GNB, 13)),
    hears("d", m.E2RemovalRequest(14)),
]
BREAKING = [
    up("e"),
    hears("e", b"\xff" * 16),
    hears("e", service_update(STRANGER, 15)),
    hears("e", with_an_unknown_ie(setup_request(STRANGER, 16))),
    up("f"),
    hears("f", setup_request(LARGE, 17)),
]

SCRIPT = Script(Role.NEAR_RT_RIC, [*SUBSCRIBING, *CONTROLLING, *SETTING_UP, *UPDATING, *BREAKING])
RETURNING = Script(
    Role.NEAR_RT_RIC,
    [up("a"), hears("a", setup_request(GNB, 5)), Over("a", "shutdown"), up("b"), hears("b", setup_request(GNB, 6))],
)
