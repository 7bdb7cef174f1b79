"""E2 nodes that misbehave in the reports and inserts of E2SM-RC (RC 7.4, 7.5)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Mishearing
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.rc_payload import rewritten
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionRequest
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.rc import elements as rc
from oran_harness.service_models.rc.build import element, report_header
from oran_harness.steps.offers import RC_FUNCTION

NODE = Role.E2_NODE
_LARGEST_DECLARED = 100_000
_MADE_UP = 4_000_000_000
_INSERT_FORMAT = "indicationMessage-Format5"
_LISTS = ("ran_p_list", "ran_p_reported_list")


def _with_message(change: Callable[[Any], Any], type: str = "report") -> Callable[[Any], Any]:
    """An indication of RC with another message, if it is of that type."""

    def of_indication(indication: Any) -> Any:
        if indication.ran_function_id != RC_FUNCTION or indication.ric_indication_type != type:
            return indication
        octets = rewritten(PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message, change)
        return replace(indication, ric_indication_message=octets)

    return of_indication


def _as_insert(message: Any) -> Any:
    content = rc.E2SM_RC_IndicationMessage_Format5((rc.E2SM_RC_IndicationMessage_Format5_Item(1, element(0)),))
    return replace(message, ric_indication_message_formats=(_INSERT_FORMAT, content))


def _off_by_one(message: Any) -> Any:
    name, content = message.ric_indication_message_formats
    return replace(
        message,
        ric_indication_message_formats=(name, within(content, ("ran_parameter_id",), lambda number: number + 1)),
    )


def _one_more(message: Any) -> Any:
    def of_list(items: Sequence[Any]) -> Any:
        return (*items, replace(items[0], ran_parameter_id=_MADE_UP)) if items else items

    name, content = message.ric_indication_message_formats
    return replace(message, ric_indication_message_formats=(name, within(content, _LISTS, of_list)))


def _without_undeclared(request: Any) -> Any:
    """A subscription without the RAN parameters that nobody declares."""

    def of_parameters(items: Sequence[Any]) -> Any:
        return tuple(item for item in items if item.ran_parameter_id < _LARGEST_DECLARED) or items

    def of_definition(octets: bytes) -> Any:
        names = ("ran_p_to_be_reported_list",)
        return rewritten(
            PayloadKind.ACTION_DEFINITION,
            octets,
            lambda value: replace(
                value,
                ric_action_definition_formats=(
                    value.ric_action_definition_formats[0],
                    within(value.ric_action_definition_formats[1], names, of_parameters),
                ),
            ),
        )

    return within(request, ("ric_action_definition",), of_definition)


def _makes_up(actor: Actor) -> Actor:
    hearing = Mishearing(
        actor,
        of(RICsubscriptionRequest, where=lambda request: request.ran_function_id == RC_FUNCTION),
        _without_undeclared,
    )
    return Rewriting(hearing, RICindication, _with_message(_one_more))


def _with_report_header(indication: Any) -> Any:
    if indication.ric_indication_type != "insert":
        return indication
    return replace(indication, ric_indication_header=report_header("1.03"))


FLAWS = (
    Flaw(
        "node-rc-report-as-insert",
        "Sends the reports of RC in the message format of INSERT",
        NODE,
        "F28",
        lambda actor: Rewriting(actor, RICindication, _with_message(_as_insert)),
        ("E2SM-RC-211", "E2SM-RC-212", "E2SM-RC-213", "E2SM-RC-214", "RC-INDICATION-FORMAT"),
    ),
    Flaw(
        "node-rc-parameters-off-by-one",
        "Counts the RAN parameters of RC's reports from one number too high",
        NODE,
        "F10",
        lambda actor: Rewriting(actor, RICindication, _with_message(_off_by_one)),
        ("E2SM-RC-211", "E2SM-RC-212", "E2SM-RC-214", "E2SM-RC-215"),
    ),
    Flaw(
        "node-rc-parameter-made-up",
        "Reports a RAN parameter of RC that it does not declare",
        NODE,
        "F10",
        _makes_up,
        ("E2SM-RC-214", "E2SM-RC-215", "E2SM-RC-216"),
    ),
    Flaw(
        "node-rc-insert-header",
        "Sends the INSERT of RC with the header of a report",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, _with_report_header),
        ("E2SM-RC-221", "RC-INDICATION-FORMAT"),
    ),
)
"""One flaw each."""
