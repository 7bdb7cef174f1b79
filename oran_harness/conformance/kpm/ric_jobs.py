"""KPM's report style 255 with a near-RT RIC under test: jobs as they have to be asked for, and their reports."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import (
    RIC,
    open_another,
    our_offer,
    set_up_or_not,
    stands,
    unharmed,
    unmoved,
)
from oran_harness.conformance.e2ap.ric_subscriber import admit, refuse, stands_still
from oran_harness.conformance.kpm.ric_definition import of_kpm
from oran_harness.conformance.kpm.ric_subscriber import (
    BREATH_S,
    Asked,
    check_content,
    message_of,
    plain_report,
    report,
    understood,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICsubscriptionRequest
from oran_harness.service_models import PayloadKind, format_of, style_of
from oran_harness.service_models.kpm.build import NOT_SATISFIED, job_message, multiple_indication_message
from oran_harness.service_models.kpm.elements import E2SM_KPM_RANfunction_Description
from oran_harness.service_models.kpm.jobs import JOBS_STYLE, Job, approach, jobs
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import subscribed_measurements
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from oran_harness.steps import Peer, check, inconclusive, unsupported

_NEEDS = ("stimulus:subscribe", "procedure:RICsubscription", "service-model:KPM", "association.fresh")
_TAGS = ("RICsubscription", "positive")
_REPORTED = ("RICindication", "positive")
_KPM = "O-RAN.WG3.E2SM-KPM"
_EDITION = REPORT_STYLES[JOBS_STYLE].since
_JOBS_OF = (1, 4)
_DECIDED = 4.0
"""Seconds within which a near-RT RIC decides; more than SCTP takes to send again what was lost twice (RFC 9260, 16)."""
_UNKNOWN_JOB = 40_000
_DEEP = 12
_ABOVE = 1_000


@case(
    id="E2SM-KPM-161",
    title="Report style 255 is asked for in action definition format 255",
    clause=f"{_KPM} 7.4.7.2, 7.8, 8.2.1.2.6",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_jobs(node: Peer) -> None:
    """The node offers it for jobs of styles 1 and 4; the RIC takes the answer."""
    found = await _asked(node)
    check(
        format_of(found.definition) == JOBS_STYLE,
        f"An action of KPM report style {JOBS_STYLE} has the action definition format of that style",
        expected=f"format {JOBS_STYLE}",
        actual=f"format {format_of(found.definition)}",
    )
    await admit(node, found)
    await unmoved(node, found.association, f"RIC SUBSCRIPTION RESPONSE for KPM report style {JOBS_STYLE}")


@case(
    id="E2SM-KPM-162",
    title="Each job has a Job ID of its own and something to go by",
    clause=f"{_KPM} 7.4.7.2, 8.2.1.2.6, 8.3.30",
    level=Level.SHOULD,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def tells_jobs_apart(node: Peer) -> None:
    """Reports name a job by nothing but its ID; it has a definition of its own, or the action a common one."""
    found = await _asked(node)
    listed = _jobs(found)
    numbers = [job.job_id for job in listed]
    check(
        len(set(numbers)) == len(numbers),
        "Each job of an action has a unique Job ID (KPM 7.4.7.2)",
        expected=f"{len(numbers)} different Job IDs",
        actual=", ".join(map(str, sorted(numbers))),
    )
    empty = [job.job_id for job in listed if job.definition is None]
    check(
        not empty,
        "Each job has an action definition of its own, or the action a common one (KPM 7.4.7.2, 8.2.1.2.6)",
        expected="a definition for each job",
        actual=f"none for the jobs {', '.join(map(str, empty))}",
    )
    await _end(node, found)


@case(
    id="E2SM-KPM-163",
    title="Jobs ask for what the node offers, each in the format of its style",
    clause=f"{_KPM} 7.4.7.2, 8.2.2.1",
    level=Level.SHOULD,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_offered_jobs(node: Peer) -> None:
    """Jobs can be of styles 1 and 4; each has the measurements of its style."""
    found = await _asked(node)
    for each in _jobs(found):
        if each.definition is None:
            continue
        style = style_of(each.definition)
        check(
            style in _JOBS_OF,
            "The jobs of an action are of styles that the node declares for them (KPM 8.2.2.1)",
            expected=f"one of the styles {', '.join(map(str, _JOBS_OF))}",
            actual=f"style {style}",
        )
        check_content(replace(found, definition=each.definition), listed=True)
    await _end(node, found)


@case(
    id="E2SM-KPM-164",
    title="Jobs are asked to report in an approach that the node declares",
    clause=f"{_KPM} 7.4.7.2, 8.2.2.1",
    level=Level.SHOULD,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_TAGS,
)
async def asks_for_a_declared_approach(node: Peer) -> None:
    """The node declares reporting approach multiple alone."""
    found = await _asked(node, together=False)
    check(
        approach(found.definition) == "multiple",
        "The reporting approach of an action is one that the node supports (KPM 8.2.2.1)",
        expected="reporting approach multiple",
        actual=f"reporting approach {approach(found.definition)}",
    )
    await _end(node, found)


@case(
    id="E2SM-KPM-165",
    title="Reports of several jobs in message format 255 are taken",
    clause=f"{_KPM} 7.4.7.4, 8.2.1.4.4",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_REPORTED,
)
async def takes_jobs_together(node: Peer) -> None:
    """In the order of the subscription, and in the reverse: each names its job."""
    found = await _standing(node)
    if approach(found.definition) != "single":
        raise inconclusive("the near-RT RIC asks for an indication of each job, which it may")
    parts = _parts(found)
    for order in (parts, parts[::-1]):
        await node.send(report(found, multiple_indication_message(order, found.edition)), association=found.association)
    await unmoved(node, found.association, "a report of several jobs")


@case(
    id="E2SM-KPM-166",
    title="Reports of jobs that come one by one are taken",
    clause=f"{_KPM} 7.4.7.4, 8.2.1.4",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_REPORTED,
)
async def takes_jobs_one_by_one(node: Peer) -> None:
    """The node declares reporting approach multiple alone; each message is that of the job's style, and names it."""
    found = await _standing(node, together=False)
    if approach(found.definition) != "multiple":
        raise inconclusive("the near-RT RIC asks for an approach that the node does not declare")
    for number, message in _parts(found):
        octets = job_message(number, message, found.edition)
        await node.send(report(found, octets), association=found.association)
    await unmoved(node, found.association, "reports of one job each")


@case(
    id="E2SM-KPM-167",
    title="The refusal of a subscription to jobs is taken",
    clause=f"{_KPM} 7.4.7.1; O-RAN.WG3.E2AP 8.2.1.3",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=("RICsubscription", "negative"),
)
async def takes_a_refusal(node: Peer) -> None:
    """One job that cannot be served fails the whole subscription."""
    found = await _asked(node)
    await refuse(node, found.request, "action-not-supported", found.association)
    await unmoved(node, found.association, f"RIC SUBSCRIPTION FAILURE for KPM report style {JOBS_STYLE}")


@case(
    id="E2SM-KPM-168",
    title="Reports of jobs that nobody asked for do no harm",
    clause=f"{_KPM} 7.4.7.4, 8.4.1, 9",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=("RICindication", "negative"),
)
async def outlives_other_jobs(node: Peer) -> None:
    """A Job ID that was not subscribed, a job twice, and reports of jobs within a report of a job."""
    found = await _standing(node)
    bystander = await open_another(node)
    (number, message), *_ = _parts(found)
    deep = message
    for _ in range(_DEEP):
        deep = multiple_indication_message([(number, deep)], found.edition)
    wrong = (
        multiple_indication_message([(_UNKNOWN_JOB, message)], found.edition),
        multiple_indication_message([(number, message), (number, message)], found.edition),
        job_message(_UNKNOWN_JOB, message, found.edition),
        deep,
    )
    for octets in wrong:
        await node.send(report(found, octets), association=found.association, injected=True)
    await unharmed(node, bystander, "reports of jobs that nobody asked for")


@case(
    id="E2SM-KPM-169",
    title="Values that are not satisfied are taken where reporting conditions were asked for",
    clause=f"{_KPM} 7.4.2.4, 8.2.1.4.1",
    level=Level.MUST,
    under_test=RIC,
    suite="kpm",
    needs=_NEEDS,
    tags=_REPORTED,
)
async def takes_withheld_values(node: Peer) -> None:
    """Some, then all values of a report, as the node may send it."""
    found = await _asked(node, style=1, report_above=_ABOVE)
    listed = subscribed_measurements(found.definition) or ()
    if not any(item.match_cond_report_list for item in listed):
        raise inconclusive("the near-RT RIC subscribes without reporting conditions, which it may")
    await admit(node, found)
    await node.send(plain_report(found, NOT_SATISFIED, _ABOVE + 1), association=found.association)
    await unmoved(node, found.association, "values that are not satisfied")
    if stands_still(node, found):
        await node.send(plain_report(found, NOT_SATISFIED), association=found.association)
        await stands(node, found.association, "a report without any value that is satisfied", within=BREATH_S)


async def _asked(node: Peer, style: int = JOBS_STYLE, *, together: bool = True, **arguments: Any) -> Asked:
    """What the RIC asks of a node that offers style 255; ``together`` is whether jobs may report in one indication."""
    definition = _offer(node, together)
    await set_up_or_not(node, our_offer(node, definitions={"kpm": definition}))
    proposed = await node.propose("subscribe", service_model="kpm", style=style, **arguments)
    if proposed.declined:
        raise unsupported(f"the near-RT RIC does not subscribe to KPM report style {style} so")
    request = await node.hear(RICsubscriptionRequest, within=_DECIDED)
    if request is None:
        raise inconclusive(f"asked for KPM report style {style} the near-RT RIC does not subscribe")
    return understood(node, request, style)


async def _standing(node: Peer, *, together: bool = True) -> Asked:
    """A subscription to jobs that stands."""
    found = await _asked(node, together=together)
    await admit(node, found)
    return found


def _offer(node: Peer, together: bool) -> bytes:
    """A definition with style 255 for jobs of styles 1 and 4."""
    octets = of_kpm(node, edition=_EDITION, styles=(*_JOBS_OF, JOBS_STYLE))
    if together:
        return octets
    value: E2SM_KPM_RANfunction_Description = KPM.decode(PayloadKind.FUNCTION_DEFINITION, octets).value
    items = value.ric_integrated_report_style_list or ()
    alone = tuple(replace(item, ric_single_reporting_approach_support=None) for item in items)
    return KPM.encode(PayloadKind.FUNCTION_DEFINITION, replace(value, ric_integrated_report_style_list=alone), _EDITION)


def _jobs(found: Asked) -> Sequence[Job]:
    """The jobs of a subscription; inconclusive where its action has none."""
    listed = jobs(found.definition)
    if not listed:
        raise inconclusive(f"the near-RT RIC's action of report style {JOBS_STYLE} has no jobs")
    return listed


def _parts(found: Asked) -> list[tuple[int, bytes]]:
    """A report of each job, in the format of its style."""
    listed = _jobs(found)
    if any(job.definition is None or style_of(job.definition) == JOBS_STYLE for job in listed):
        raise inconclusive("the near-RT RIC's jobs cannot be served: not each has a definition of a fundamental style")
    return [(job.job_id, message_of(replace(found, definition=job.definition), (1,))) for job in listed]


async def _end(node: Peer, found: Asked) -> None:
    await admit(node, found)
    await unmoved(node, found.association, "RIC SUBSCRIPTION RESPONSE")
