"""Subscriptions to RC that an E2 node under test must not admit (E2AP 8.2.1.4; RC 7.4, 9.4)."""

from collections.abc import Sequence

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import serving
from oran_harness.conformance.rc.node_function import UNKNOWN_STYLE, RanControl, outermost, ran_control
from oran_harness.conformance.rc.node_report import triggers
from oran_harness.conformance.rc.node_scenery import NEEDS, NODE, refused
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICsubscriptionFailure
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.rc import build
from oran_harness.service_models.rc.elements import (
    E2SM_RC_ActionDefinition,
    E2SM_RC_ActionDefinition_Format3,
    E2SM_RC_ActionDefinition_Format3_Item,
)
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, inconclusive, unsupported

_CLAUSE = "O-RAN.WG3.E2AP 8.2.1.4"
_TAGS = ("RICsubscription", "negative")
_REPORT_STYLES = (4, 2, 1, 3)
_INDICATION = 1


@case(
    id="E2SM-RC-217",
    title="A report style that the E2 node does not know is not admitted",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 7.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def refuses_an_unknown_style(ric: Peer) -> None:
    """Style 200, which RC does not have, and the node does not announce."""
    rc = ran_control(ric)
    number, asked = _some_style(rc)
    if rc.announced.offered(Service.REPORT, UNKNOWN_STYLE):
        raise inconclusive(f"the E2 node announces report style {UNKNOWN_STYLE}")
    definition = build.report_action(UNKNOWN_STYLE, asked, edition=rc.edition)
    await _not_admitted(ric, rc, number, definition, "an unknown report style")


@case(
    id="E2SM-RC-218",
    title="A report whose action definition has the format of an insert is not admitted",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.2.1.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def refuses_a_foreign_format(ric: Peer) -> None:
    """An announced report style with action definition format 3."""
    rc = ran_control(ric)
    number, asked = _some_style(rc)
    items = tuple(E2SM_RC_ActionDefinition_Format3_Item(each) for each in asked)
    content = E2SM_RC_ActionDefinition_Format3(_INDICATION, items)
    value = E2SM_RC_ActionDefinition(number, ("actionDefinition-Format3", content))
    definition = RC.encode(PayloadKind.ACTION_DEFINITION, value, rc.edition)
    await _not_admitted(ric, rc, number, definition, "an action definition in the format of an INSERT")


@case(
    id="E2SM-RC-219",
    title="A report whose action definition is cut short is not admitted",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F29"),
    suite="rc",
)
async def refuses_a_cut_definition(ric: Peer) -> None:
    """Half of the octets are missing; the node serves on."""
    rc = ran_control(ric)
    number, asked = _some_style(rc)
    whole = build.report_action(number, asked, edition=rc.edition)
    await _not_admitted(ric, rc, number, whole[: len(whole) // 2], "an action definition that is cut short")
    await serving(ric)


@case(
    id="E2SM-RC-220",
    title="A report whose action definition is one of KPM is not admitted",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-RC 9.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F4"),
    suite="rc",
)
async def refuses_another_model(ric: Peer) -> None:
    """The payload of another service model sent to the RC function; the node serves on.

    One of KPM's style 5: who reads its first octets alone finds a report style that RC does not have.
    """
    rc = ran_control(ric)
    number, _ = _some_style(rc)
    ues = (rc.ue(1), rc.ue(2))
    definition = kpm.action_definition(5, edition="3.00", ues=ues)
    if RC.decode(PayloadKind.ACTION_DEFINITION, definition).conforms:
        raise inconclusive("the octets of this action definition can be read as one of RC too")
    await _not_admitted(ric, rc, number, definition, "an action definition of E2SM-KPM")
    await serving(ric)


def _some_style(rc: RanControl) -> tuple[int, Sequence[int]]:
    """A report style that is announced, with parameters."""
    for number in _REPORT_STYLES:
        for style in rc.announced.offered(Service.REPORT, number):
            if outermost(style.parameters):
                return number, outermost(style.parameters)
    raise unsupported(f"RAN function {rc.id} (E2SM-RC) announces no report style with RAN parameters")


async def _not_admitted(ric: Peer, rc: RanControl, number: int, definition: bytes, what: str) -> None:
    request = rc.subscription(ric.new_request_id(), next(triggers(rc, number)), definition)
    requirement = f"A RIC SUBSCRIPTION REQUEST whose only action has {what} is refused (E2AP 8.2.1.4)"
    await refused(ric, request, RICsubscriptionFailure, requirement=requirement)
