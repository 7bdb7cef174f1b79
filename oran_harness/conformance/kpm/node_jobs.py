"""KPM's report style 255 with an E2 node under test: several jobs in one action (KPM 7.4.7)."""

from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.choices import node_kind
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, of, quiet, released
from oran_harness.conformance.kpm.node_census import census, nobody
from oran_harness.conformance.kpm.node_jobs_scenery import (
    NEEDS,
    JobsOffer,
    admitted_jobs,
    check_reported,
    job_reports,
    jobs_offer,
)
from oran_harness.conformance.kpm.node_scenery import (
    COMMON_STYLE,
    NODE_STYLE,
    UE_STYLE,
    UES_STYLE,
    Told,
    attempt,
    check_format,
    measured,
    patience,
    possible_report,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICindication
from oran_harness.service_models.common.build import TEST_PLMN, cell
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.formats import format_of
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.jobs import JOBS_STYLE, messages
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from oran_harness.steps import Peer, check, inconclusive, unsupported

_CLAUSE = "O-RAN.WG3.E2SM-KPM 7.4.7"
_TAGS = ("RICsubscription", "RICindication", "KPM", "positive")
_LAST_JOB = 65_535
_STRANGERS = (4093, 4094)
_NO_NODE = BitString(b"\xff\xff\xff\xf0", 28)
"""The gNB-ID of a node that there is hardly: all its bits are set."""


@case(
    id="E2SM-KPM-271",
    title="Jobs with reporting approach single come together in message format 255",
    clause=f"{_CLAUSE}.3, 7.4.7.4, 7.8, 8.2.1.3.1, 8.2.1.4.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_jobs_together(ric: Peer) -> None:
    """Two jobs of style 1, each with its definition: in a report each has a message of format 1 under its Job ID."""
    offered = jobs_offer(ric, NODE_STYLE)
    request = await admitted_jobs(ric, offered, offered.definition(offered.plain_jobs(1, 2)), "two jobs")
    found = await job_reports(ric, request, 1, 2)
    for told in found.told:
        check_format(told, JOBS_STYLE, JOBS_STYLE)
        _check_jobs(told, {1: NODE_STYLE, 2: NODE_STYLE})
    check_reported(found, 1, 2)


@case(
    id="E2SM-KPM-272",
    title="Jobs with reporting approach multiple come one by one, each with its Job ID",
    clause=f"{_CLAUSE}.4, 8.2.1.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_jobs_one_by_one(ric: Peer) -> None:
    """Two jobs of style 1; an indication is about one of them and says which."""
    offered = jobs_offer(ric, NODE_STYLE, approach="multiple")
    definition = offered.definition(offered.plain_jobs(1, 2), approach="multiple")
    request = await admitted_jobs(ric, offered, definition, "two jobs (reporting approach multiple)")
    found = await job_reports(ric, request, 1, 2)
    for told in found.told:
        parts = messages(told.message)
        check(
            len(parts) == 1,
            "With reporting approach multiple an indication is about one job (KPM 7.4.7.2, 7.4.7.4)",
            expected="1 job",
            actual=f"{len(parts)} jobs",
        )
        check(
            parts[0][0] is not None,
            "With reporting approach multiple the indication message has the Job ID of its job (KPM 7.4.7.4)",
            expected="jobID 1 or 2",
            actual="none",
        )
        _check_jobs(told, {1: NODE_STYLE, 2: NODE_STYLE})
    check_reported(found, 1, 2)


@case(
    id="E2SM-KPM-273",
    title="Jobs of different styles report each in the message format of its style",
    clause=f"{_CLAUSE}.4, 7.8, 8.2.1.4.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def reports_styles_in_their_formats(ric: Peer) -> None:
    """Job 1 is about the node, job 2 about the UEs of the usual slice; without such UEs it has nothing to report."""
    offered = jobs_offer(ric, NODE_STYLE, COMMON_STYLE)
    jobs = (*offered.plain_jobs(1), kpm.job(2, offered.styles[COMMON_STYLE].definition()))
    request = await admitted_jobs(ric, offered, offered.definition(jobs), "jobs of report styles 1 and 4")
    found = await job_reports(ric, request, 1, 2)
    for told in found.told:
        _check_jobs(told, {1: NODE_STYLE, 2: COMMON_STYLE})
    check_reported(found, 1)
    if 2 not in found.of_jobs:
        raise inconclusive("no UE of the E2 node meets the condition of the second job")


@case(
    id="E2SM-KPM-274",
    title="The cell of a job stands in for that of the common definition",
    clause=f"{_CLAUSE}.2, 8.2.1.2.6",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def goes_by_the_cell_of_the_job(ric: Peer) -> None:
    """The job's is one that the node does not have: refused, or without values, never those of the node's own cells."""
    offered = jobs_offer(ric, NODE_STYLE)
    names = offered.node.measurements(len(offered.node.style.names))
    of_cells = [name for name in names if name in kpm.CATALOGUE and kpm.CATALOGUE[name].of_cell]
    if not of_cells:
        raise unsupported("the E2 node offers no measurement in report style 1 that is known to be of one cell")
    common = offered.node.definition(measurements=of_cells[:1])
    job = kpm.job(1, cell=cell(node_kind(ric), TEST_PLMN, _NO_NODE, 1))
    await _nothing_measured(ric, offered, job, common, f"{of_cells[0]} of a cell of another node")


@case(
    id="E2SM-KPM-275",
    title="The UE of a job stands in for that of the common definition",
    clause=f"{_CLAUSE}.2, 8.2.1.2.6",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def goes_by_the_ue_of_the_job(ric: Peer) -> None:
    """The common one names a UE of the node, the job one that there is not: refused, or without values."""
    offered = jobs_offer(ric, UE_STYLE)
    people = await census(ric)
    common = offered.styles[UE_STYLE].definition(ues=people.ues[:1])
    await _nothing_measured(ric, offered, kpm.job(1, ue=nobody(ric)), common, "a UE that there is not")


@case(
    id="E2SM-KPM-276",
    title="The UEs of a job stand in for those of the common definition",
    clause=f"{_CLAUSE}.2, 8.2.1.2.6",
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def goes_by_the_ues_of_the_job(ric: Peer) -> None:
    """The common one names UEs of the node, the job two that there are not: refused, or without values."""
    offered = jobs_offer(ric, UES_STYLE)
    people = await census(ric)
    common = offered.styles[UES_STYLE].definition(ues=people.several(ric)[:2])
    strangers = tuple(nobody(ric, number) for number in _STRANGERS)
    told = await _nothing_measured(ric, offered, kpm.job(1, ues=strangers), common, "UEs that there are not")
    reported = set() if told is None else {identity(ue) for ue in told.ues}
    check(
        reported <= {identity(ue) for ue in strangers},
        "A job of report style 5 is about the UEs that it names itself (KPM 7.4.7.2)",
        expected="none but the two UEs of the job",
        actual=f"{len(reported)} UEs, some of them of the common definition alone",
    )


@case(
    id="E2SM-KPM-277",
    title="A job without anything of its own goes by the common definition",
    clause=f"{_CLAUSE}.2, 8.2.1.2.6",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="kpm",
)
async def goes_by_the_common_definition(ric: Peer) -> None:
    """Beside one with a definition of its own; whether each job has to name something itself is open."""
    offered = jobs_offer(ric, NODE_STYLE)
    definition = offered.definition((*offered.plain_jobs(1), kpm.job(2)), common=offered.node.definition())
    found = await attempt(ric, offered.request(ric, definition), "a common definition")
    if not found.admitted:
        raise unsupported("the E2 node admits no job that goes by the common definition alone")
    told = await job_reports(ric, found.request, 1, 2)
    check_reported(told, 1, 2)


@case(
    id="E2SM-KPM-278",
    title="Job IDs from 1 to 65,535 are reported as they were subscribed",
    clause=f"{_CLAUSE}.4, 8.3.30",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "bounds"),
    suite="kpm",
)
async def reports_job_ids_at_the_bounds(ric: Peer) -> None:
    """The first and the last."""
    offered = jobs_offer(ric, NODE_STYLE)
    jobs = offered.plain_jobs(1, _LAST_JOB)
    request = await admitted_jobs(ric, offered, offered.definition(jobs), f"the jobs 1 and {_LAST_JOB}")
    check_reported(await job_reports(ric, request, 1, _LAST_JOB), 1, _LAST_JOB)


@case(
    id="E2SM-KPM-279",
    title="A Delete ends all jobs of an action",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.2.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("RICsubscriptionDelete", "RICindication", "KPM", "positive"),
    suite="kpm",
)
async def ends_all_jobs(ric: Peer) -> None:
    """Two jobs that report one by one."""
    offered = jobs_offer(ric, NODE_STYLE, approach="multiple")
    definition = offered.definition(offered.plain_jobs(1, 2), approach="multiple")
    request = await admitted_jobs(ric, offered, definition, "two jobs (reporting approach multiple)")
    await job_reports(ric, request, 1, 2)
    await released(ric, request)
    await ric.silence(
        RICindication,
        where=of(request),
        lasting=max(patience(request), quiet(ric)),
        requirement="After RIC SUBSCRIPTION DELETE RESPONSE no job of the subscription is reported (E2AP 8.2.2.2)",
    )


def _check_jobs(told: Told, styles: dict[int, int]) -> None:
    """The message of each job has the format that belongs to its style."""
    for number, message in messages(told.message):
        style = styles.get(number or 0)
        wanted = None if style is None else REPORT_STYLES[style].message_format
        check(
            wanted is None or format_of(message) == wanted,
            f"The report of a job of style {style} has indication message format {wanted} (KPM 7.4.7.4, table 7.8-2)",
            expected=f"format {wanted} for job {number}",
            actual=f"format {format_of(message)}",
        )


async def _nothing_measured(ric: Peer, offered: JobsOffer, job: Any, common: bytes, what: str) -> Told | None:
    """A job about what there is not is refused, or its report has no values; gives that report."""
    definition = offered.definition((job,), common=common)
    found = await attempt(ric, offered.request(ric, definition), f"a job about {what}")
    told = await possible_report(ric, found.request) if found.admitted else None
    values = [] if told is None else measured(told)
    check(
        not values,
        "What a job names itself takes the place of what the common definition names (KPM 7.4.7.2)",
        expected=f"no values of {what}",
        actual=", ".join(values),
    )
    return told
