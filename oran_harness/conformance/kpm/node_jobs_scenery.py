"""The near-RT RIC that subscribes to KPM report style 255 of an E2 node: its jobs, and their reports (KPM 7.4.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from oran_harness.conformance.e2ap.node_scenery import FOR_NOW, released, says
from oran_harness.conformance.kpm.node_scenery import (
    NODE_STYLE,
    Offer,
    Told,
    attempt,
    claimed_styles,
    not_offered,
    possible_report,
    report,
)
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.messages import RICsubscriptionRequest
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.build.jobs import Approach
from oran_harness.service_models.kpm.definition import AnnouncedFunction
from oran_harness.service_models.kpm.elements import MultiReportActionDefinitionItem
from oran_harness.service_models.kpm.jobs import JOBS_STYLE, jobs, messages
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.styles import REPORT_STYLES
from oran_harness.service_models.payload import PayloadKind
from oran_harness.steps import CaseOutcome, Peer, check, inconclusive, unsupported

NEEDS = ("service-model:KPM", "kpm:5.00")
_REPORTS = 4
"""Reports for each job in which all of them have to have come."""


@dataclass(frozen=True, slots=True)
class JobsOffer:
    """Report style 255 as the node under test offers it; ``styles`` are those of its jobs that were asked for.

    ``declared`` tells that its definition names the reporting approach and all these styles, and is not silent on them.
    """

    function_id: int
    edition: str
    styles: Mapping[int, Offer]
    declared: bool

    @property
    def node(self) -> Offer:
        """The style of a job about the node."""
        return self.styles[NODE_STYLE]

    def plain_jobs(self, *numbers: int) -> tuple[MultiReportActionDefinitionItem, ...]:
        """Jobs about the node with these Job IDs, of one measurement each: different ones, if it has several."""
        names = self.node.measurements(len(numbers))
        return tuple(
            kpm.job(number, self.node.definition(measurements=(names[place % len(names)],)))
            for place, number in enumerate(numbers)
        )

    def definition(
        self,
        jobs: Sequence[MultiReportActionDefinitionItem],
        *,
        approach: Approach = "single",
        common: bytes | None = None,
    ) -> bytes:
        """An action definition with these jobs."""
        return kpm.multiple_action_definition(jobs, self.edition, approach=approach, common=common)

    def request(self, ric: Peer, *definitions: bytes) -> RICsubscriptionRequest:
        """A subscription with these action definitions."""
        return next(iter(self.styles.values())).request(ric, *definitions)


def jobs_offer(ric: Peer, *styles: int, approach: Approach = "single") -> JobsOffer:
    """Report style 255 of the node's KPM function, for jobs of these styles that report so.

    Raises ``CaseOutcome`` if it is not offered, or not so. What the definition is silent on may be tried.
    """
    function = ric.function("KPM")
    announced = function.announced
    integrated = announced.style(JOBS_STYLE) if isinstance(announced, AnnouncedFunction) else None
    if integrated is None or not isinstance(announced, AnnouncedFunction):
        raise not_offered(ric, function.id, JOBS_STYLE)
    if integrated.approaches and approach not in integrated.approaches:
        raise unsupported(f"the E2 node does not declare reporting approach {approach} for report style {JOBS_STYLE}")
    edition = _edition(function.edition)
    found: dict[int, Offer] = {}
    for number in styles:
        style = announced.style(number)
        if style is None or not style.names or (integrated.jobs and number not in integrated.jobs):
            raise unsupported(f"the E2 node offers no jobs of report style {number}")
        found[number] = Offer(function.id, edition, style)
    return JobsOffer(
        function.id, edition, found, approach in integrated.approaches and integrated.jobs.issuperset(styles)
    )


def _edition(edition: str) -> str:
    """The edition to ask in: one that has the style."""
    since = REPORT_STYLES[JOBS_STYLE].since
    return max(edition, since, key=lambda each: tuple(map(int, each.split("."))))


async def admitted_jobs(ric: Peer, offered: JobsOffer, definition: bytes, what: str) -> RICsubscriptionRequest:
    """Subscribe to jobs; where they are refused it is no fault unless the profile claims the style.

    And then only if the definition names what they need, and the report of each job is admitted on its own.
    """
    found = await attempt(ric, offered.request(ric, definition), what)
    if found.admitted:
        return found.request
    if getattr(found.answer, "cause", None) in FOR_NOW:
        raise inconclusive(f"the E2 node admits no subscription at present: {says(found.answer)}")
    refusal = f"the E2 node admits no subscription with {what}: {says(found.answer)}"
    if JOBS_STYLE not in claimed_styles(ric) or not offered.declared:
        raise unsupported(refusal)
    for alone in _one_by_one(definition, offered.edition):
        tried = await attempt(ric, offered.request(ric, alone), "one such report on its own")
        if not tried.admitted:
            raise unsupported(refusal)
        await released(ric, tried.request)
    raise CaseOutcome(
        Verdict.FAIL,
        requirement="The E2 node admits jobs of reports that it admits on their own (KPM 7.4.7, as claimed)",
        expected="RIC SUBSCRIPTION RESPONSE, the action admitted",
        actual=says(found.answer),
    )


def _one_by_one(definition: bytes, edition: str) -> list[bytes]:
    """The action definitions that the jobs go by, each as one of an action of its own."""
    value = KPM.decode(PayloadKind.ACTION_DEFINITION, definition).value
    return [
        KPM.encode(PayloadKind.ACTION_DEFINITION, job.definition, edition)
        for job in jobs(value)
        if job.definition is not None
    ]


@dataclass(slots=True)
class JobReports:
    """What was reported of an action of style 255: the indications, and the first message of each job."""

    told: list[Told] = field(default_factory=list)
    of_jobs: dict[int | None, Any] = field(default_factory=dict)

    def add(self, told: Told) -> None:
        """One indication more."""
        self.told.append(told)
        for number, message in messages(told.message):
            self.of_jobs.setdefault(number, message)


async def job_reports(ric: Peer, request: RICsubscriptionRequest, *wanted: int) -> JobReports:
    """The reports of an admitted action of style 255, until each of these jobs was reported, or several periods."""
    found = JobReports()
    found.add(await report(ric, request))
    for _ in range(_REPORTS * len(wanted)):
        if found.of_jobs.keys() >= set(wanted):
            break
        told = await possible_report(ric, request)
        if told is None:
            break
        found.add(told)
    return found


def check_reported(found: JobReports, *wanted: int) -> None:
    """Each of these jobs was reported."""
    missing = [number for number in wanted if number not in found.of_jobs]
    check(
        not missing,
        "Each job of an action of report style 255 that was admitted is reported (KPM 7.4.7.1, 7.4.7.4)",
        expected=f"reports of the jobs {', '.join(map(str, wanted))}",
        actual=f"in {len(found.told)} indications reports of {_names(found.of_jobs)}",
    )


def _names(jobs: Mapping[int | None, Any]) -> str:
    return ", ".join("no job by name" if number is None else f"job {number}" for number in jobs) or "none"
