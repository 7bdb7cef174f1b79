"""Jobs of KPM that an E2 node under test cannot serve: one of them fails them all (KPM 7.4.7.1)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, says, serving, unharmed
from oran_harness.conformance.kpm.node_jobs_scenery import NEEDS, JobsOffer, job_reports, jobs_offer
from oran_harness.conformance.kpm.node_scenery import NODE_STYLE, Attempt, attempt
from oran_harness.model import Level
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.elements import MultiReportActionDefinitionItem
from oran_harness.service_models.kpm.records import reports
from oran_harness.steps import Peer, check

_CLAUSE = "O-RAN.WG3.E2SM-KPM 7.4.7"
_TAGS = ("RICsubscription", "KPM", "negative")
_UNKNOWN_STYLE = 99
_UNKNOWN_NAME = "No.Such.Measurement"
_MANY = 1000
_WHOLE = "A subscription to jobs fails as a whole if one of them cannot be served (KPM 7.4.7.1)"


@case(
    id="E2SM-KPM-281",
    title="A job for a measurement that the node does not publish fails the whole subscription",
    clause=f"{_CLAUSE}.1; O-RAN.WG3.E2AP 8.2.1.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "F10"),
    suite="kpm",
)
async def fails_with_an_unknown_measurement(ric: Peer) -> None:
    """Beside a job that can be served. A node that admits it serves both: the second one without values."""
    offered = jobs_offer(ric, NODE_STYLE)
    unknown = kpm.job(2, offered.node.definition(measurements=(_UNKNOWN_NAME,)))
    what = f"a job for the unknown measurement {_UNKNOWN_NAME} beside a good one"
    found = await _attempt(ric, offered, (*offered.plain_jobs(1), unknown), what)
    if found.admitted:
        told = await job_reports(ric, found.request, 2)
        check(
            2 in told.of_jobs,
            _WHOLE,
            expected="RIC SUBSCRIPTION FAILURE",
            actual=f"{says(found.answer)}, the action admitted, and no report of job 2 in {len(told.told)} indications",
        )
        records = [item for each in reports(told.of_jobs[2]) for item in each.content.meas_data]
        values = [str(value) for item in records for kind, value in item.meas_record if kind in ("integer", "real")]
        check(
            not values,
            f"The E2 node reports no values of the unknown measurement {_UNKNOWN_NAME} (KPM 7.4.2.2, 8.2.2.1)",
            expected="RIC SUBSCRIPTION FAILURE, or noValue",
            actual=f"values {', '.join(values)}",
        )
    await unharmed(ric, f"a subscription with {what}")


@case(
    id="E2SM-KPM-282",
    title="A job of an unknown style fails the whole subscription",
    clause=f"{_CLAUSE}.1; O-RAN.WG3.E2AP 8.2.1.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def fails_with_an_unknown_style(ric: Peer) -> None:
    """Beside a job that can be served."""
    offered = jobs_offer(ric, NODE_STYLE)
    good, other = offered.plain_jobs(1, 2)
    await _refused(ric, offered, (good, _restyled(other)), f"a job of style {_UNKNOWN_STYLE} beside a good one", _WHOLE)


@case(
    id="E2SM-KPM-283",
    title="An action with a job of an unknown style is not admitted beside another action",
    clause=f"{_CLAUSE}.1; O-RAN.WG3.E2AP 8.2.1.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def admits_no_part_of_an_action(ric: Peer) -> None:
    """Action 1 is of style 1 and good. KPM fails the whole procedure then, E2AP lets action 1 be admitted: open."""
    offered = jobs_offer(ric, NODE_STYLE)
    good, other = offered.plain_jobs(1, 2)
    await serving(ric)
    request = offered.request(ric, offered.node.definition(), offered.definition((good, _restyled(other))))
    found = await attempt(ric, request, f"an action with a job of style {_UNKNOWN_STYLE}", illegal=True)
    check(2 not in found.admitted, _WHOLE, expected="action 2 not admitted", actual=_admitted(found))
    await unharmed(ric, f"an action with a job of style {_UNKNOWN_STYLE}")


@case(
    id="E2SM-KPM-284",
    title="A job without any definition is refused",
    clause=f"{_CLAUSE}.2, 8.2.1.2.6",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def refuses_a_job_of_nothing(ric: Peer) -> None:
    """Neither has the job one of its own, nor the action a common one."""
    offered = jobs_offer(ric, NODE_STYLE)
    requirement = "A job goes by a definition of its own or by the common one (KPM 7.4.7.2)"
    await _refused(ric, offered, (*offered.plain_jobs(1), kpm.job(2)), "a job without any definition", requirement)


@case(
    id="E2SM-KPM-285",
    title="Two jobs of one Job ID are answered",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2AP 8.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def answers_a_job_id_twice(ric: Peer) -> None:
    """Each should have an ID of its own; the node refuses them or not, and takes no harm."""
    offered = jobs_offer(ric, NODE_STYLE)
    await _answered(ric, offered, offered.plain_jobs(1, 1), "two jobs of one Job ID")


@case(
    id="E2SM-KPM-286",
    title="A job that holds jobs itself is answered",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2AP 8.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def answers_jobs_in_a_job(ric: Peer) -> None:
    """Jobs are of fundamental level styles; the node refuses another one or not, and takes no harm."""
    offered = jobs_offer(ric, NODE_STYLE)
    inner = offered.definition(offered.plain_jobs(1))
    await _answered(ric, offered, (kpm.job(1, inner),), "a job that holds jobs itself")


@case(
    id="E2SM-KPM-287",
    title="An action with many jobs is answered",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2SM-KPM 8.2.1.2.6; O-RAN.WG3.E2AP 8.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "bounds", "F26"),
    suite="kpm",
)
async def answers_many_jobs(ric: Peer) -> None:
    """1,000 of them, which go by the common definition: refused or admitted, and no harm."""
    offered = jobs_offer(ric, NODE_STYLE)
    jobs = tuple(kpm.job(number) for number in range(1, _MANY + 1))
    await _answered(ric, offered, jobs, f"{_MANY} jobs", common=offered.node.definition())


async def _refused(
    ric: Peer, offered: JobsOffer, jobs: tuple[MultiReportActionDefinitionItem, ...], what: str, requirement: str
) -> None:
    found = await _attempt(ric, offered, jobs, what)
    check(not found.admitted, requirement, expected="RIC SUBSCRIPTION FAILURE", actual=_admitted(found))
    await unharmed(ric, f"a subscription with {what}")


async def _answered(
    ric: Peer,
    offered: JobsOffer,
    jobs: tuple[MultiReportActionDefinitionItem, ...],
    what: str,
    common: bytes | None = None,
) -> None:
    await _attempt(ric, offered, jobs, what, common)
    await unharmed(ric, f"a subscription with {what}")


async def _attempt(
    ric: Peer,
    offered: JobsOffer,
    jobs: tuple[MultiReportActionDefinitionItem, ...],
    what: str,
    common: bytes | None = None,
) -> Attempt:
    """Ask a node that serves."""
    await serving(ric)
    return await attempt(ric, offered.request(ric, offered.definition(jobs, common=common)), what, illegal=True)


def _restyled(job: MultiReportActionDefinitionItem) -> MultiReportActionDefinitionItem:
    """A job whose own definition names a style that there is not."""
    own = job.job_action_definition
    return job if own is None else replace(job, job_action_definition=replace(own, ric_style_type=_UNKNOWN_STYLE))


def _admitted(found: Attempt) -> str:
    return f"{says(found.answer)}: actions {list(found.admitted)} admitted"
