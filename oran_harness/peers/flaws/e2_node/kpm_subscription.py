"""E2 nodes that take KPM subscriptions for something else, or die of them (KPM 7.3, 7.4, 8.2.1.2)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.kpm_payload import action_definitions, is_kpm, of_actions
from oran_harness.peers.flaws.on_hearing import Answering, Dying, HangingUp, Mishearing
from oran_harness.peers.flaws.recognition import Test, longer_than, of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICsubscriptionFailure, RICsubscriptionRequest
from oran_harness.service_models.common.build import ue_number
from oran_harness.service_models.formats import content_of, format_of
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.build.labels import label_list
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import subscribed_measurements
from oran_harness.service_models.kpm.styles import REPORT_STYLES, action_format
from oran_harness.service_models.kpm.ues import subscribed_ues
from oran_harness.service_models.payload import PayloadKind
from oran_harness.steps.causes import cause

NODE = Role.E2_NODE
_ACTION, _TRIGGER = PayloadKind.ACTION_DEFINITION, PayloadKind.EVENT_TRIGGER_DEFINITION
_USUAL = ("measName", "DRB.UEThpDl")
_ANOTHER = ("measName", "MM.HoExeIntraSucc")
_KNOWN_UES = 2000
_BUFFER = 10_000
_OVERFLOWING_MS = 1 << 31


class _OnePeriod(FlawedActor):
    """Gives every subscription the event trigger of the first one."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._first: bytes | None = None

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Exchange the trigger."""
        request = decoded.message
        if not isinstance(request, RICsubscriptionRequest) or request.ric_subscription_details is None:
            return None
        if self._first is None:
            self._first = request.ric_subscription_details.ric_event_trigger_definition
        details = replace(request.ric_subscription_details, ric_event_trigger_definition=self._first)
        said = self.say(heard.association, replace(request, ric_subscription_details=details))
        return self.pass_on(replace(heard, octets=said[0].octets), now) if said else None


def _asks(test: Callable[[Any], bool]) -> Test:
    """Subscriptions of which some KPM action definition meets a test."""
    return of(RICsubscriptionRequest, where=lambda request: any(map(test, action_definitions(request))))


def _period(request: Any) -> int:
    """The reporting period in milliseconds; 0 where the event trigger is not KPM's."""
    octets = getattr(request.ric_subscription_details, "ric_event_trigger_definition", None)
    decoded = KPM.decode(_TRIGGER, octets or b"")
    return getattr(content_of(decoded.value), "reporting_period", 0) if decoded.conforms else 0


def _granularity(value: Any) -> int:
    content = content_of(value)
    for name in ("subscript_info", "subscription_info"):
        content = getattr(content, name, content)
    return getattr(content, "granul_period", 0)


def _too_coarse(request: Any) -> bool:
    """Whether a granularity period is longer than the reporting period."""
    return any(_granularity(each) > _period(request) > 0 for each in action_definitions(request))


def _unlabelled(value: Any) -> Any:
    return within(value, ("label_info_list",), lambda _: label_list((kpm.no_label(),)))


def _known(measurement: Any) -> Any:
    """A measurement that is not in the catalogue, taken for one that is."""
    kind, number = measurement
    ids = {each.id for each in kpm.CATALOGUE.values()}
    known = number in kpm.CATALOGUE if kind == "measName" else number in ids
    return measurement if known else _USUAL


def _published(value: Any) -> Any:
    return within(value, ("meas_type",), _known)


def _other_measurements(value: Any) -> Any:
    return within(value, ("meas_type",), lambda asked: _ANOTHER if asked != _ANOTHER else _USUAL)


def _of_all_cells(value: Any) -> Any:
    name, content = value.action_definition_formats
    if not getattr(content, "cell_global_id", None):
        return value
    return replace(value, action_definition_formats=(name, replace(content, cell_global_id=None)))


def _first_condition(value: Any) -> Any:
    return within(value, ("matching_ue_cond_list", "matching_cond"), lambda conditions: conditions[:1])


def _everybody(value: Any) -> Any:
    """Any condition taken for one that everybody meets: that the RSRP is known."""
    met = kpm.condition("rSRP", "greaterthan", 0)
    plain = within(value, ("test_cond_info",), lambda _: met)
    return within(plain, ("matching_cond_choice",), lambda _: ("testCondInfo", met))


def _styled_by_format(value: Any) -> Any:
    """The format decides, whatever the style says."""
    number = format_of(value)
    return value if number is None or action_format(value.ric_style_type) == number else _restyled(value, number)


def _known_style(value: Any) -> Any:
    return value if value.ric_style_type in REPORT_STYLES else _restyled(value, format_of(value) or 1)


def _restyled(value: Any, style: int) -> Any:
    return replace(value, ric_style_type=style)


def _anything(request: Any) -> Message:
    """Takes what is no KPM, or nothing at all, for a usual report."""
    details = request.ric_subscription_details
    if details is None or None in (details.ric_action_to_be_setup_list or (None,)):
        return request  # type: ignore[no-any-return]
    items = tuple(
        item
        if is_kpm(_ACTION, item.ric_action_definition)
        else replace(item, ric_action_definition=kpm.action_definition(1, edition="2.03"))
        for item in details.ric_action_to_be_setup_list
    )
    trigger = details.ric_event_trigger_definition
    if not is_kpm(_TRIGGER, trigger):
        trigger = kpm.event_trigger(1000, "2.03")
    changed = replace(details, ric_event_trigger_definition=trigger, ric_action_to_be_setup_list=items)
    return replace(request, ric_subscription_details=changed)  # type: ignore[no-any-return]


def _all_reports(request: Any) -> Any:
    return within(request, ("ric_action_type",), lambda _: "report")


def _refused(request: Any, edition: str) -> Message:
    why = cause("requested-information-unavailable", edition)
    return RICsubscriptionFailure(request.ric_request_id, request.ran_function_id, why)


def _twice(value: Any) -> bool:
    names = [item.meas_type for item in subscribed_measurements(value) or ()]
    return len(set(names)) < len(names)


def _by_id(value: Any) -> bool:
    return any(item.meas_type[0] == "measID" for item in subscribed_measurements(value) or ())


def _unknown_ues(value: Any) -> bool:
    ues = subscribed_ues(value) or ()
    return bool(ues) and all((ue_number(ue) or 0) > _KNOWN_UES for ue in ues) and len(ues) <= 2


def _padded(request: Any) -> bool:
    items = getattr(request.ric_subscription_details, "ric_action_to_be_setup_list", None) or ()
    definitions = [getattr(item, "ric_action_definition", None) or b"" for item in items]
    return any(not is_kpm(_ACTION, each) and is_kpm(_ACTION, each[:-4]) for each in definitions)


_SUBSCRIPTION = of(RICsubscriptionRequest)


def _mishears(change: Callable[[Any], Any]) -> Callable[[Actor], Actor]:
    return lambda actor: Mishearing(actor, _SUBSCRIPTION, change)


def _dies_of(test: Test) -> Callable[[Actor], Actor]:
    return lambda actor: Dying(actor, test)


FLAWS = (
    Flaw(
        "node-kpm-ignores-labels",
        "Reports a measurement without labels, whatever labels were subscribed",
        NODE,
        None,
        _mishears(of_actions(_unlabelled)),
        ("E2SM-KPM-222", "E2SM-KPM-223", "E2SM-KPM-230"),
    ),
    Flaw(
        "node-kpm-measures-something-else",
        "Takes each KPM measurement for another one that it has",
        NODE,
        "F10",
        _mishears(of_actions(_other_measurements)),
        ("E2SM-KPM-221", "E2SM-KPM-225"),
    ),
    Flaw(
        "node-kpm-dies-of-a-measurement-twice",
        "Crashes on a KPM action that names a measurement twice",
        NODE,
        "F7",
        _dies_of(_asks(_twice)),
        ("E2SM-KPM-224",),
    ),
    Flaw(
        "node-kpm-knows-no-ids",
        "Publishes measurement IDs and refuses subscriptions by them",
        NODE,
        "F10",
        lambda actor: Answering(actor, _asks(_by_id), _refused),
        ("E2SM-KPM-225",),
    ),
    Flaw(
        "node-kpm-measures-what-it-has-not",
        "Reports a known measurement for a name or an ID that it never published",
        NODE,
        "F10",
        _mishears(of_actions(_published)),
        ("E2SM-KPM-226", "E2SM-KPM-227", "E2SM-KPM-228"),
    ),
    Flaw(
        "node-kpm-ignores-the-cell",
        "Reports all its cells, whichever cell was subscribed",
        NODE,
        None,
        _mishears(of_actions(_of_all_cells)),
        ("E2SM-KPM-229",),
    ),
    Flaw(
        "node-kpm-divides-by-the-periods",
        "Crashes on a granularity period longer than the reporting period",
        NODE,
        "F7",
        _dies_of(
            of(
                RICsubscriptionRequest,
                where=lambda request: any(
                    _granularity(each) > _period(request) > 0 for each in action_definitions(request)
                ),
            )
        ),
        ("E2SM-KPM-232",),
    ),
    Flaw(
        "node-kpm-period-overflows",
        "Aborts its association on a reporting period above 2,147,483,647 ms",
        NODE,
        None,
        lambda actor: HangingUp(
            actor, of(RICsubscriptionRequest, where=lambda request: _period(request) >= _OVERFLOWING_MS)
        ),
        ("E2SM-KPM-233",),
    ),
    Flaw(
        "node-kpm-one-period-for-all",
        "Reports every subscription in the reporting period of the first one",
        NODE,
        None,
        _OnePeriod,
        ("E2SM-KPM-235",),
    ),
    Flaw(
        "node-kpm-goes-by-the-format",
        "Serves an action by its format, whatever style it names",
        NODE,
        "F3",
        _mishears(of_actions(_styled_by_format)),
        ("E2SM-KPM-241", "E2SM-KPM-242"),
    ),
    Flaw(
        "node-kpm-serves-unknown-styles",
        "Serves an action of a style that there is not, by its format",
        NODE,
        None,
        _mishears(of_actions(_known_style)),
        ("E2SM-KPM-243",),
    ),
    Flaw(
        "node-kpm-reports-whatever-is-asked",
        "Takes payloads that it cannot read, and missing ones, for a usual KPM report",
        NODE,
        "F4",
        _mishears(_anything),
        ("E2SM-KPM-244", "E2SM-KPM-245", "E2SM-KPM-246", "E2SM-KPM-247", "E2SM-KPM-249"),
    ),
    Flaw(
        "node-kpm-dies-of-octets-behind",
        "Crashes on an action definition with octets behind its end",
        NODE,
        "F29",
        _dies_of(of(RICsubscriptionRequest, where=_padded)),
        ("E2SM-KPM-248",),
    ),
    Flaw(
        "node-kpm-takes-policy-for-report",
        "Admits a POLICY action of KPM as a report",
        NODE,
        None,
        _mishears(_all_reports),
        ("E2SM-KPM-250",),
    ),
    Flaw(
        "node-kpm-everybody-matches",
        "Reports all UEs, whatever the condition",
        NODE,
        None,
        _mishears(of_actions(_everybody)),
        ("E2SM-KPM-261", "E2SM-KPM-263"),
    ),
    Flaw(
        "node-kpm-first-condition-alone",
        "Looks at the first of several conditions alone",
        NODE,
        None,
        _mishears(of_actions(_first_condition)),
        ("E2SM-KPM-262",),
    ),
    Flaw(
        "node-kpm-dies-of-unknown-ues",
        "Crashes on a subscription about UEs that it does not have",
        NODE,
        "F8",
        _dies_of(_asks(_unknown_ues)),
        ("E2SM-KPM-264", "E2SM-KPM-265", "E2SM-KPM-266"),
    ),
    Flaw(
        "node-kpm-receive-buffer",
        "Crashes on a subscription of more than 10,000 octets",
        NODE,
        "F26",
        _dies_of(longer_than(_BUFFER)),
        ("E2SM-KPM-267",),
    ),
)
"""One flaw each."""
