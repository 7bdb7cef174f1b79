"""KPM subscriptions that a near-RT RIC makes with an E2 node so that each of its KPM flaws shows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.model import Role
from oran_harness.peers.actor import Happening
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models.common.build import NodeType, cell, ue_id
from oran_harness.service_models.common.elements import CGI
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import build as rc
from tests.peers.flaws.e2_node.script import UP, accepted, asks, hears, id_of
from tests.peers.flaws.rehearsal import Script

EDITION = "3.00"
FUNCTION = 2
PERIOD_MS = 200
USUAL = kpm.condition("sNSSAI", "equal", b"\x01")
NOBODY = kpm.condition("sNSSAI", "equal", b"\xfd")
SETUP: tuple[Happening | float, ...] = (UP, hears(accepted(1)))


def ues(*numbers: int) -> tuple[Any, ...]:
    return tuple(ue_id(NodeType.GNB, number) for number in numbers)


def elsewhere() -> CGI:
    return cell("gnb", b"\x00\xf1\x10", BitString(b"\xff\xff\xff\xf0", 28), 1)


def action(style: int = 1, *, granularity_ms: int = PERIOD_MS, **more: Any) -> bytes:
    return kpm.action_definition(style, granularity_ms=granularity_ms, edition=EDITION, **more)


def restyled(definition: bytes, style: int) -> bytes:
    """An action definition under another style."""
    value = KPM.decode(PayloadKind.ACTION_DEFINITION, definition).value
    return KPM.encode(PayloadKind.ACTION_DEFINITION, replace(value, ric_style_type=style), EDITION)


def subscribes(
    number: int,
    *definitions: bytes | None,
    period_ms: int = PERIOD_MS,
    trigger: bytes | None = None,
    type: Any = "report",
) -> m.RICsubscriptionRequest:
    """A subscription with these actions."""
    items = tuple(e.RICaction_ToBeSetup_Item(place, type, each) for place, each in enumerate(definitions, 1))
    event = kpm.event_trigger(period_ms, EDITION) if trigger is None else trigger
    return m.RICsubscriptionRequest(id_of(number), FUNCTION, e.RICsubscriptionDetails(event, items))


def script(*more: m.RICsubscriptionRequest | Happening | float) -> Script:
    """These subscriptions and whatever else, one after the other, and then some reporting periods."""
    happenings: Sequence[Happening | float] = [
        hears(each) if isinstance(each, m.RICsubscriptionRequest) else each for each in more
    ]
    return Script(Role.E2_NODE, [*SETUP, *happenings, 0.9])


FOREIGN = rc.report_action(4, edition="1.03")
DELETE = hears(m.RICsubscriptionDeleteRequest(id_of(1), FUNCTION))
RELEASE = asks("ue-release")
