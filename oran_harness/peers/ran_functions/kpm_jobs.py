"""Actions of KPM as our E2 node reads them, those of report style 255 with their jobs (KPM 7.4.7, 8.2.1.2.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.kpm_action import (
    CONTRADICTORY,
    KpmAction,
    decoded_action,
    read_definition,
)
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.service_models.formats import format_of, style_of
from oran_harness.service_models.kpm.jobs import JOBS_STYLE, approach, jobs


@dataclass(frozen=True, slots=True)
class KpmJobs:
    """An action of style 255 that can be served: its jobs by their Job IDs, in their order.

    ``multiple`` tells that each job reports in an indication of its own.
    """

    multiple: bool
    jobs: tuple[tuple[int, KpmAction], ...]


def read_action(
    octets: bytes, edition: str, offered: Mapping[int, Sequence[str]], radio: Radio, now: float
) -> KpmAction | KpmJobs | Refusal:
    """What an action definition asks for: one report, or several jobs, all of which can be served.

    ``offered`` gives the measurements of each fundamental level report style that the function declares.
    """
    value = decoded_action(octets, edition)
    if isinstance(value, Refusal):
        return value
    if style_of(value) != JOBS_STYLE or format_of(value) != JOBS_STYLE:
        return read_definition(value, offered, radio, now)
    read: dict[int, KpmAction] = {}
    for job in jobs(value):
        if job.definition is None or job.job_id in read:
            return CONTRADICTORY
        action = read_definition(job.definition, offered, radio, now)
        if isinstance(action, Refusal):
            # One job that cannot be served fails them all (KPM 7.4.7.1).
            return action
        read[job.job_id] = action
    return KpmJobs(approach(value) == "multiple", tuple(read.items()))


def parts(action: KpmAction | KpmJobs) -> tuple[KpmAction, ...]:
    """The reports that an action consists of."""
    return tuple(each for _, each in action.jobs) if isinstance(action, KpmJobs) else (action,)
