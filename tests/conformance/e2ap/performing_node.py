"""Performs a case against an E2 node in this process, on virtual time, and judges it as a run does."""

from oran_harness import conformance
from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.runner.judgement import audit, judge
from oran_harness.steps import Claims
from oran_harness.steps.case import Case
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour
from tests.conformance.e2ap.performing_ric import EDITION, Told

KPM_ONLY = NodeConfig(service_models=("kpm",))
RC_ONLY = NodeConfig(service_models=("rc",))


class MisbehavingNode(MisbehavingRic):
    """The reference E2 node under a misbehaviour."""

    role = Role.E2_NODE

    def __init__(self, edition: str, misbehaviour: Misbehaviour) -> None:
        super().__init__(edition, misbehaviour)
        self.inner = E2Node(NodeConfig(edition=edition))


def node_cases() -> tuple[Case, ...]:
    """The cases with the E2 node under test."""
    return tuple(case for case in conformance.load() if case.description.under_test is Role.E2_NODE)


def perform(
    case: str | Case,
    misbehaviour: Misbehaviour | None = None,
    *,
    config: NodeConfig | None = None,
    claims: Claims | None = None,
) -> Told:
    """Perform a case, by default against the clean reference node."""
    chosen = conformance.find(case) if isinstance(case, str) else case
    clean = config or NodeConfig(edition=EDITION)
    setting = Setting(role=Role.E2_NODE, edition=clean.edition, stimuli=None, claims=claims or Claims())
    if misbehaviour is None:
        performed = perform_virtual(chosen, setting, lambda: E2Node(clean))
    else:
        performed = perform_virtual(chosen, setting, lambda: MisbehavingNode(clean.edition, misbehaviour))
    audited = audit(chosen.description, chosen.id, performed.header, performed.events)
    return Told(performed, judge(chosen.description, performed.outcome, audited.of_case))


def assert_found(case: str, misbehaviour: Misbehaviour) -> None:
    """The body itself finds the misbehaviour, and the E2 node is blamed, with words on what to mend."""
    told = perform(case, misbehaviour)
    assert told.body is Verdict.FAIL, str(told)
    assert told.judgement.verdict is Verdict.FAIL, str(told)
    assert told.judgement.blame == Role.E2_NODE, str(told)
    outcome = told.performed.outcome
    assert outcome is not None
    assert outcome.requirement, str(told)
    assert outcome.expected, str(told)
    assert outcome.actual, str(told)
