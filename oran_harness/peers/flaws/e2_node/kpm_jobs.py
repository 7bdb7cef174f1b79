"""E2 nodes that take the jobs of KPM report style 255 for something else, or report them otherwise (KPM 7.4.7)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Heard
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.kpm_payload import action_definitions, of_actions, of_messages
from oran_harness.peers.flaws.on_hearing import Dying, Mishearing
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import (
    RICindication,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteResponse,
    RICsubscriptionRequest,
)
from oran_harness.service_models.formats import style_of
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition_Format255,
    E2SM_KPM_IndicationMessage_Format3,
    E2SM_KPM_IndicationMessage_Format255,
)
from oran_harness.service_models.kpm.jobs import JOBS_STYLE, jobs
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import subscribed_measurements
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from oran_harness.service_models.payload import PayloadKind

NODE = Role.E2_NODE
_ROOM = 64
_OCTET = 0xFF
_USUAL = KPM.decode(PayloadKind.ACTION_DEFINITION, kpm.action_definition(1, edition="5.00")).value


def _of_jobs(change: Callable[[E2SM_KPM_ActionDefinition_Format255], Any]) -> Callable[[Any], Any]:
    """Change what an action of style 255 asks for."""

    def changed(value: Any) -> Any:
        name, content = value.action_definition_formats
        if not isinstance(content, E2SM_KPM_ActionDefinition_Format255):
            return value
        return replace(value, action_definition_formats=(name, change(content)))

    return changed


def _mishears(change: Callable[[E2SM_KPM_ActionDefinition_Format255], Any]) -> Callable[[Actor], Actor]:
    return lambda actor: Mishearing(actor, of(RICsubscriptionRequest), of_actions(_of_jobs(change)))


def _reports(change: Callable[[Any], Any]) -> Callable[[Actor], Actor]:
    """Change the reports of jobs that come together: the list of them."""

    def changed(message: Any) -> Any:
        name, content = message.indication_message_formats
        if not isinstance(content, E2SM_KPM_IndicationMessage_Format255):
            return message
        items = change(content.multi_report_indication_message_list)
        whole = replace(content, multi_report_indication_message_list=items)
        return replace(message, indication_message_formats=(name, whole))

    return lambda actor: Rewriting(actor, RICindication, of_messages(changed))


def _without_overrides(content: Any) -> Any:
    plain = {"job_cell_global_id": None, "job_ue_id": None, "job_matching_ue_id_list": None}
    items = tuple(replace(item, **plain) for item in content.multi_report_action_definition_list)
    return replace(content, multi_report_action_definition_list=items)


def _own_alone(content: Any) -> Any:
    """Jobs that have a definition of their own; all of them where none has."""
    own = tuple(each for each in content.multi_report_action_definition_list if each.job_action_definition is not None)
    return replace(content, multi_report_action_definition_list=own) if own else content


def _possible_alone(content: Any) -> Any:
    """The jobs that can be served; all of them where none can."""
    items = content.multi_report_action_definition_list
    able = tuple(item for item in items if item.job_action_definition is None or _able(item.job_action_definition))
    return replace(content, multi_report_action_definition_list=able or items)


def _able(definition: Any) -> bool:
    asked = [item.meas_type for item in subscribed_measurements(definition) or ()]
    known = all(kind == "measID" or name in kpm.CATALOGUE for kind, name in asked)
    return style_of(definition) in REPORT_STYLES and known


def _usual_for_nothing(content: Any) -> Any:
    return replace(content, common_action_definition=content.common_action_definition or _USUAL)


def _flat(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Jobs about UEs in the format of those about the node: the first UE's report alone."""

    def of_item(item: Any) -> Any:
        _, content = item.indication_message.indication_message_formats
        if not isinstance(content, E2SM_KPM_IndicationMessage_Format3):
            return item
        plain: Any = ("indicationMessage-Format1", content.ue_meas_report_list[0].meas_report)
        return replace(item, indication_message=replace(item.indication_message, indication_message_formats=plain))

    return tuple(map(of_item, items))


def _in_an_octet(items: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(replace(item, job_id=item.job_id & _OCTET) for item in items)


def _jobs(test: Callable[[Any], bool]) -> Callable[[Actor], Actor]:
    """Crashes on actions of style 255 that a test is true of."""
    asked = of(RICsubscriptionRequest, where=lambda request: any(map(test, action_definitions(request))))
    return lambda actor: Dying(actor, asked)


def _twice(value: Any) -> bool:
    found = jobs(value)
    return len({job.job_id for job in found}) < len(found)


def _nested(value: Any) -> bool:
    return any(style_of(job.definition) == JOBS_STYLE for job in jobs(value))


class _KeepsJobs(FlawedActor):
    """Confirms the Delete of a subscription with jobs, and goes on with them."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._with_jobs: set[RICrequestID | None] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Remember them, and confirm."""
        message = decoded.message
        if isinstance(message, RICsubscriptionRequest) and any(map(jobs, action_definitions(message))):
            self._with_jobs.add(message.ric_request_id)
        if not isinstance(message, RICsubscriptionDeleteRequest) or message.ric_request_id not in self._with_jobs:
            return None
        return self.say(
            heard.association, RICsubscriptionDeleteResponse(message.ric_request_id, message.ran_function_id)
        )


FLAWS = (
    Flaw(
        "node-kpm-jobs-one-by-one",
        "Reports the jobs of KPM style 255 one by one, whatever reporting approach was subscribed",
        NODE,
        None,
        _mishears(lambda content: replace(content, multi_report_approach="multiple")),
        ("E2SM-KPM-271", "KPM-MESSAGE-FORMAT"),
    ),
    Flaw(
        "node-kpm-jobs-together",
        "Reports the jobs of KPM style 255 together, whatever reporting approach was subscribed",
        NODE,
        None,
        _mishears(lambda content: replace(content, multi_report_approach="single")),
        ("E2SM-KPM-272", "KPM-MESSAGE-FORMAT"),
    ),
    Flaw(
        "node-kpm-job-without-name",
        "Leaves the Job ID out of the reports of jobs that come one by one",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICindication, of_messages(lambda message: replace(message, job_id=None))),
        ("E2SM-KPM-272", "KPM-JOB"),
    ),
    Flaw(
        "node-kpm-first-job-alone",
        "Admits several jobs of KPM style 255 and reports the first one",
        NODE,
        None,
        _reports(lambda items: items[:1]),
        ("E2SM-KPM-271", "E2SM-KPM-277", "E2SM-KPM-278"),
    ),
    Flaw(
        "node-kpm-jobs-in-format-1",
        "Reports jobs about UEs in message format 1, that of jobs about the node",
        NODE,
        "F27",
        _reports(_flat),
        ("E2SM-KPM-273", "KPM-MESSAGE-FORMAT"),
    ),
    Flaw(
        "node-kpm-jobs-override-nothing",
        "Serves all jobs of KPM style 255 by the common definition, whatever cell or UEs they name themselves",
        NODE,
        None,
        _mishears(_without_overrides),
        ("E2SM-KPM-274", "E2SM-KPM-275", "E2SM-KPM-276"),
    ),
    Flaw(
        "node-kpm-common-job-forgotten",
        "Forgets the jobs that go by the common definition beside others",
        NODE,
        None,
        _mishears(_own_alone),
        ("E2SM-KPM-277", "E2SM-KPM-284"),
    ),
    Flaw(
        "node-kpm-job-id-in-an-octet",
        "Keeps Job IDs in one octet",
        NODE,
        None,
        _reports(_in_an_octet),
        ("E2SM-KPM-278", "KPM-JOB"),
    ),
    Flaw(
        "node-kpm-jobs-outlive-delete",
        "Confirms the Delete of a subscription with jobs, and reports them on",
        NODE,
        None,
        _KeepsJobs,
        ("E2SM-KPM-279",),
    ),
    Flaw(
        "node-kpm-serves-some-jobs",
        "Admits an action of KPM style 255 without those of its jobs that it cannot serve",
        NODE,
        None,
        _mishears(_possible_alone),
        ("E2SM-KPM-281", "E2SM-KPM-282", "E2SM-KPM-283"),
    ),
    Flaw(
        "node-kpm-usual-job",
        "Measures what is usual for a job that has no definition",
        NODE,
        None,
        _mishears(_usual_for_nothing),
        ("E2SM-KPM-284",),
    ),
    Flaw(
        "node-kpm-dies-of-a-job-id-twice",
        "Crashes on two jobs of one Job ID",
        NODE,
        "F7",
        _jobs(_twice),
        ("E2SM-KPM-285",),
    ),
    Flaw(
        "node-kpm-dies-of-jobs-in-a-job",
        "Crashes on a job that holds jobs itself",
        NODE,
        "F7",
        _jobs(_nested),
        ("E2SM-KPM-286",),
    ),
    Flaw(
        "node-kpm-room-for-64-jobs",
        "Crashes on an action of more than 64 jobs",
        NODE,
        "F26",
        _jobs(lambda value: len(jobs(value)) > _ROOM),
        ("E2SM-KPM-287",),
    ),
)
"""One flaw each."""
