"""E2 nodes that misbehave in the controls of E2SM-RC that they can carry out (RC 7.6; E2AP 8.2.4)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Command, Heard
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.in_context import Minding, Withholding, answering
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.past import Past
from oran_harness.peers.flaws.rc_payload import Asked, asked, controls, rewritten
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICcontrolRequest,
    RICindication,
    RICserviceUpdate,
)
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import ue_number
from oran_harness.service_models.common.ue_id import variant_of
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.build.parameters import element
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION

NODE = Role.E2_NODE
_MOST = 8
_RELEASE = (4, 4)
_FIRST_EDITION = "1.01"
_SILENT = ("noAck", "nAck")


def _acknowledgement(request: Any, edition: str) -> Message:
    return RICcontrolAcknowledge(
        request.ric_request_id,
        request.ran_function_id,
        request.ric_call_process_id,
        ric_control_status="success" if edition == _FIRST_EDITION else None,
    )


def _invalid(request: Any, edition: str) -> Message:
    why = cause("control-message-invalid", edition)
    return RICcontrolFailure(request.ric_request_id, request.ran_function_id, request.ric_call_process_id, why)


def _of_even_ue(found: Asked) -> bool:
    return found.ue is not None and (ue_number(found.ue) or 1) % 2 == 0


def _of_strange_ue(found: Asked) -> bool:
    return found.ue is not None and variant_of(found.ue) != "gNB-UEID"


def _other_outcome(acknowledgement: Any) -> Any:
    """The outcome in format 3, which is that of styles 8 and 9."""
    content = rc.E2SM_RC_ControlOutcome_Format3((rc.E2SM_RC_ControlOutcome_Format3_Item(1, element(1)),))
    octets = rewritten(
        PayloadKind.CONTROL_OUTCOME,
        acknowledgement.ric_control_outcome,
        lambda value: replace(value, ric_control_outcome_formats=("controlOutcome-Format3", content)),
    )
    return replace(acknowledgement, ric_control_outcome=octets)


def _report_after_control(past: Past, message: Any) -> bool:
    return (
        isinstance(message, RICindication)
        and message.ran_function_id == KPM_FUNCTION
        and past.has_heard(RICcontrolRequest)
    )


def _control_after_update(past: Past, message: Any) -> bool:
    return isinstance(message, RICcontrolRequest) and past.has_said(RICserviceUpdate)


class _ReleasesNobody(FlawedActor):
    """Acknowledges the release of a UE, and lets it stay."""

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Say that it is done."""
        request = decoded.message
        found = asked(request) if isinstance(request, RICcontrolRequest) else None
        if found is None or not isinstance(request, RICcontrolRequest) or (found.style, found.action) != _RELEASE:
            return None
        if request.ric_control_ack_request in _SILENT:
            return ()
        return self.say(heard.association, _acknowledgement(request, self.edition))


FLAWS = (
    Flaw(
        "node-rc-outcome-format",
        "Gives the outcome of every control in the format of styles 8 and 9",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICcontrolAcknowledge, _other_outcome),
        (
            "E2SM-RC-231",
            "E2SM-RC-232",
            "E2SM-RC-233",
            "E2SM-RC-234",
            "E2SM-RC-235",
            "RC-OUTCOME-FORMAT",
        ),
    ),
    Flaw(
        "node-rc-controls-exhausted",
        "Answers eight controls and no more",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(RICcontrolRequest), nth=_MOST + 1),
        ("E2SM-RC-237",),
    ),
    Flaw(
        "node-control-ends-reports",
        "Sends no KPM reports any more once it has been controlled",
        NODE,
        "F13",
        lambda actor: Withholding(actor, _report_after_control),
        ("E2SM-RC-238",),
    ),
    Flaw(
        "node-rc-serves-deleted-function",
        "Goes on to be controlled by the RC function that it has deleted",
        NODE,
        "F14",
        lambda actor: Minding(actor, _control_after_update, answering(_acknowledgement)),
        ("E2SM-RC-239",),
    ),
    Flaw(
        "node-rc-strange-ue-kills",
        "Dies of a UE-ID of another kind of node than its own",
        NODE,
        "F32",
        lambda actor: Dying(actor, of(RICcontrolRequest, where=controls(_of_strange_ue))),
        ("E2SM-RC-253",),
    ),
    Flaw(
        "node-rc-odd-ues-only",
        "Takes the control of every other UE for invalid",
        NODE,
        "F11",
        lambda actor: Answering(actor, of(RICcontrolRequest, where=controls(_of_even_ue)), _invalid),
        ("E2SM-RC-254",),
    ),
    Flaw(
        "node-rc-release-without-effect",
        "Acknowledges the release of a UE, and lets it stay",
        NODE,
        "F12",
        _ReleasesNobody,
        ("E2SM-RC-255", "E2SM-RC-256"),
    ),
)
"""One flaw each."""
