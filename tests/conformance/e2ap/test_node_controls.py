"""What the cases about RIC Control find in an E2 node, and let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import ClaimedModel, Claims
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import Misbehaviour, edits, ignores, mute, of, puts, replies
from tests.conformance.e2ap.performing_node import assert_found, perform
from tests.conformance.e2ap.performing_ric import Fault

CONTROL = of(m.RICcontrolRequest)


def acknowledges(request: m.RICcontrolRequest, edition: str) -> m.RICcontrolAcknowledge:
    """It acknowledges without a look."""
    return m.RICcontrolAcknowledge(request.ric_request_id, request.ran_function_id)


def refuses(request: m.RICcontrolRequest, edition: str) -> m.RICcontrolFailure:
    """It refuses properly."""
    why = cause("action-not-supported", edition)
    return m.RICcontrolFailure(request.ric_request_id, request.ran_function_id, None, why)


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-CTRL-{number}", ignores(CONTROL)) for number in range(201, 207)),
    ("E2AP-CTRL-201", edits(m.RICcontrolAcknowledge, lambda _: None)),
    ("E2AP-CTRL-201", puts(m.RICcontrolAcknowledge, ran_function_id=9)),
    ("E2AP-CTRL-202", replies(CONTROL, acknowledges)),
    ("E2AP-CTRL-203", mute(m.RICcontrolAcknowledge)),
    *((f"E2AP-CTRL-{number}", replies(CONTROL, acknowledges)) for number in (204, 205, 206)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the E2 node is blamed."""
    assert_found(case, misbehaviour)


def test_a_proper_refusal_accuses_nobody() -> None:
    """Unclaimed it is unsupported; claimed it is inconclusive, as the UE that is controlled is a guess of ours."""
    raw = perform("E2AP-CTRL-201", replies(CONTROL, refuses))
    assert raw.judgement.verdict is Verdict.UNSUPPORTED, str(raw)
    claims = Claims(True, procedures=("RICcontrol",), service_models=(ClaimedModel("RC"),))
    claimed = perform("E2AP-CTRL-201", replies(CONTROL, refuses), claims=claims)
    assert claimed.judgement.verdict is Verdict.INCONC, str(claimed)
