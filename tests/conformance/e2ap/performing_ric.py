"""Performs a case against a near-RT RIC in this process, on virtual time, and judges it as a run does."""

from dataclasses import dataclass

from oran_harness import conformance
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.runner.judgement import Judgement, audit, judge
from oran_harness.runner.needs import ahead, unmet
from oran_harness.steps import Claims
from oran_harness.steps.case import Case
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour

EDITION = "3.01"


@dataclass(frozen=True)
class Told:
    """What came of a case: the body's own outcome, and the verdict with the findings of the rules."""

    performed: Performed
    judgement: Judgement

    @property
    def body(self) -> Verdict:
        outcome = self.performed.outcome
        return Verdict.PASS if outcome is None else outcome.verdict

    def __str__(self) -> str:
        lines = [f"body {self.body}: {self.performed.outcome}", f"verdict: {self.judgement}"]
        return "\n".join([*lines, *map(str, self.performed.leftover)])


def ric_cases() -> tuple[Case, ...]:
    """The cases with the near-RT RIC under test."""
    return tuple(case for case in conformance.load() if case.description.under_test is Role.NEAR_RT_RIC)


def needs_met(case: Case, edition: str) -> bool:
    return unmet(case.description, edition, "memory", None) is None and not ahead(case.description, edition)


def perform(
    case: str | Case, misbehaviour: Misbehaviour | None = None, *, edition: str = EDITION, claims: Claims | None = None
) -> Told:
    """Perform a case, by default against the clean reference RIC."""
    chosen = conformance.find(case) if isinstance(case, str) else case
    setting = Setting(role=Role.NEAR_RT_RIC, edition=edition, stimuli=None, claims=claims or Claims())
    if misbehaviour is None:
        performed = perform_virtual(chosen, setting, lambda: NearRtRic(RicConfig(edition=edition)))
    else:
        performed = perform_virtual(chosen, setting, lambda: MisbehavingRic(edition, misbehaviour))
    audited = audit(chosen.description, chosen.id, performed.header, performed.events)
    return Told(performed, judge(chosen.description, performed.outcome, audited.of_case))


Fault = tuple[str, Misbehaviour]
"""A case, and a misbehaviour that its body has to find."""


def assert_found(case: str, misbehaviour: Misbehaviour, *, edition: str = EDITION) -> None:
    """The body itself finds the misbehaviour, and the near-RT RIC is blamed, with words on what to mend."""
    told = perform(case, misbehaviour, edition=edition)
    assert told.body is Verdict.FAIL, str(told)
    assert told.judgement.verdict is Verdict.FAIL, str(told)
    assert told.judgement.blame == Role.NEAR_RT_RIC, str(told)
    outcome = told.performed.outcome
    assert outcome is not None
    assert outcome.expected, str(told)
    assert outcome.actual, str(told)
