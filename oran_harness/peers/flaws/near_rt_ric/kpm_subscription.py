"""Near-RT RICs that ask for the wrong thing of a KPM function, or cannot take its refusal (KPM 7.4, 8.2.1.2)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard, Say, Stimulus
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.kpm_payload import of_actions
from oran_harness.peers.flaws.on_hearing import Answering, Dying
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.on_stimulus import Insisting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item, RICrequestID, RICsubscriptionDetails
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICindication,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
)
from oran_harness.service_models.common.build import TEST_PLMN, nr_cell
from oran_harness.service_models.formats import content_of
from oran_harness.service_models.kpm.build import CATALOGUE, action_definition, event_trigger, no_label
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition_Format1,
    E2SM_KPM_ActionDefinition_Format3,
    LabelInfoItem,
    MeasurementInfoItem,
)
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import RC_FUNCTION, model_edition

RIC = Role.NEAR_RT_RIC
_BEST_EFFORT = 9
_SOME_CELL = nr_cell(TEST_PLMN, BitString(bytes(4), 22), 1)


class _KnowsTheLatestSubscriber(FlawedActor):
    """Takes reports for unknown that come from another node than the one that it subscribed to last."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._latest = ""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember whom it asks."""
        if isinstance(decoded.message, RICsubscriptionRequest):
            self._latest = say.association
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Complain about the others."""
        message = decoded.message
        if not isinstance(message, RICindication) or heard.association == self._latest:
            return None
        why = cause("request-id-unknown", self.edition)
        report = ErrorIndication(
            ric_request_id=message.ric_request_id, ran_function_id=message.ran_function_id, cause=why
        )
        return self.say(heard.association, report)


def _subscription(stimulus: Stimulus, edition: str) -> RICsubscriptionRequest:
    """A subscription to KPM, to the function that it expects to be KPM's."""
    model = model_edition("kpm", edition)
    action = RICaction_ToBeSetup_Item(1, "report", action_definition(1, edition=model))
    return RICsubscriptionRequest(
        RICrequestID(1, 1), RC_FUNCTION, RICsubscriptionDetails(event_trigger(1000, model), (action,))
    )


def _asking(change: Callable[[Any], Any]) -> Callable[[Actor], Actor]:
    """A RIC with its KPM action definitions changed."""
    return lambda actor: Rewriting(actor, RICsubscriptionRequest, of_actions(change))


def _with_subcounter(measurement: tuple[str, Any]) -> tuple[str, Any]:
    kind, name = measurement
    return (kind, f"{name}.UEID") if kind == "measName" else measurement


def _by_number(measurement: tuple[str, Any]) -> tuple[str, Any]:
    known = CATALOGUE.get(measurement[1])
    return measurement if known is None else ("measID", known.id)


def _two_labels(labels: Any) -> Any:
    return tuple(
        LabelInfoItem(replace(each.meas_label, no_label="true", five_qi=_BEST_EFFORT, pre_label_override=None))
        for each in labels
    )


def _flat(definition: Any) -> Any:
    """What the definition asks for, in format 1, under the style that it is of."""
    content = content_of(definition)
    inner = getattr(content, "subscript_info", None) or getattr(content, "subscription_info", None) or content
    if isinstance(content, E2SM_KPM_ActionDefinition_Format3):
        label = (LabelInfoItem(no_label()),)
        items = tuple(MeasurementInfoItem(each.meas_type, label) for each in content.meas_cond_list)
        inner = E2SM_KPM_ActionDefinition_Format1(items, content.granul_period, content.cell_global_id)
    return replace(definition, action_definition_formats=("actionDefinition-Format1", inner))


def _as_style_1(definition: Any) -> Any:
    return replace(_flat(definition), ric_style_type=1)


def _with_cell(cell: Any) -> Callable[[Any], Any]:
    def changed(definition: Any) -> Any:
        name, content = definition.action_definition_formats
        if not isinstance(content, E2SM_KPM_ActionDefinition_Format1):
            return definition
        return replace(definition, action_definition_formats=(name, replace(content, cell_global_id=cell)))

    return changed


def _complains(failure: Any, edition: str) -> Message:
    why = cause("protocol/unspecified", edition)
    return ErrorIndication(ric_request_id=failure.ric_request_id, ran_function_id=failure.ran_function_id, cause=why)


def _for_another_reason(failure: RICsubscriptionFailure) -> bool:
    """Whether the refusal is for a cause of another group than RIC Request; 1.01 has one for each action."""
    refused = getattr(failure, "ric_actions_not_admitted", None) or ()
    causes = [failure.cause, *(item.cause for item in refused if item is not None)]
    return any(why is not None and why[0] != "ricRequest" for why in causes)


FLAWS = (
    Flaw(
        "ric-kpm-name-with-subcounter",
        "Writes the subcounter into the measurement name, as DRB.UEThpDl.UEID",
        RIC,
        "F10",
        _asking(lambda definition: within(definition, ("meas_type",), _with_subcounter)),
        ("E2SM-KPM-113", "KPM-MEASUREMENT-NAME"),
    ),
    Flaw(
        "ric-kpm-flat-formats",
        "Asks for every KPM report style in action definition format 1",
        RIC,
        "F28",
        _asking(_flat),
        (
            "E2SM-KPM-102",
            "E2SM-KPM-104",
            "E2SM-KPM-106",
            "E2SM-KPM-107",
            "E2SM-KPM-108",
            "E2SM-KPM-109",
            "KPM-ACTION-FORMAT",
        ),
    ),
    Flaw(
        "ric-kpm-style-1-for-granted",
        "Asks for KPM report style 1, whichever styles the node offers",
        RIC,
        "F28",
        _asking(_as_style_1),
        ("E2SM-KPM-111", "KPM-STYLE-UNDECLARED"),
    ),
    Flaw(
        "ric-kpm-function-by-heart",
        "Sends KPM subscriptions to a RAN Function ID that it knows by heart, whatever function that is",
        RIC,
        "F14",
        lambda actor: Insisting(actor, "subscribe", _subscription),
        ("E2SM-KPM-112",),
    ),
    Flaw(
        "ric-kpm-no-cell",
        "Leaves the Cell Global ID out of KPM subscriptions to measurements of a cell",
        RIC,
        None,
        _asking(_with_cell(None)),
        ("E2SM-KPM-114",),
    ),
    Flaw(
        "ric-kpm-cell-always",
        "Puts a Cell Global ID into KPM subscriptions to measurements that belong to no cell",
        RIC,
        None,
        _asking(_with_cell(_SOME_CELL)),
        ("E2SM-KPM-115",),
    ),
    Flaw(
        "ric-kpm-ids-by-heart",
        "Asks for measurements by IDs that it knows by heart, not by those of the node's definition",
        RIC,
        "F10",
        _asking(lambda definition: within(definition, ("meas_type",), _by_number)),
        ("E2SM-KPM-116", "KPM-MEASUREMENT-ID"),
    ),
    Flaw(
        "ric-kpm-label-beside-no-label",
        "Puts a 5QI beside noLabel into one label",
        RIC,
        None,
        _asking(lambda definition: within(definition, ("label_info_list",), _two_labels)),
        ("E2SM-KPM-101", "E2SM-KPM-105", "E2SM-KPM-108", "KPM-NO-LABEL-ALONE"),
    ),
    Flaw(
        "ric-complains-of-refusal",
        "Answers RIC SUBSCRIPTION FAILURE with an Error Indication",
        RIC,
        None,
        lambda actor: Answering(actor, of(RICsubscriptionFailure), _complains),
        ("E2SM-KPM-103", "E2SM-KPM-104", "E2SM-KPM-167"),
    ),
    Flaw(
        "ric-knows-causes-of-requests-alone",
        "Crashes when a subscription is refused with a cause of another group than RIC Request",
        RIC,
        None,
        lambda actor: Dying(actor, of(RICsubscriptionFailure, where=_for_another_reason)),
        ("E2SM-KPM-110",),
    ),
    Flaw(
        "ric-knows-the-latest-subscriber",
        "Takes the reports of all nodes but the last that it subscribed to for unknown",
        RIC,
        None,
        _KnowsTheLatestSubscriber,
        ("E2SM-KPM-117",),
    ),
)
"""One flaw each."""
