"""What the cases about limits let pass in an E2 node."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from tests.conformance.e2ap.misbehaving_ric import Misbehaviour, edits, ends, longer_than
from tests.conformance.e2ap.performing_node import perform
from tests.conformance.e2ap.test_node_freedoms import SYNTAX, refuses_two_actions


def reports(failure: m.RICcontrolFailure) -> m.ErrorIndication:
    """An Error Indication in place of the failure."""
    return m.ErrorIndication(
        ric_request_id=failure.ric_request_id, ran_function_id=failure.ran_function_id, criticality_diagnostics=SYNTAX
    )


FREEDOMS: tuple[tuple[str, Misbehaviour, Verdict], ...] = (
    ("E2AP-LIMIT-202", refuses_two_actions(), Verdict.UNSUPPORTED),
    ("E2AP-LIMIT-203", ends(longer_than(60_000)), Verdict.PASS),
    ("E2AP-LIMIT-204", ends(longer_than(60_000)), Verdict.PASS),
    ("E2AP-LIMIT-204", edits(m.RICcontrolFailure, reports), Verdict.PASS),
    ("E2AP-LIMIT-205", edits(m.RICcontrolFailure, reports), Verdict.PASS),
    ("E2AP-LIMIT-210", edits(m.RICcontrolFailure, reports), Verdict.PASS),
)


@pytest.mark.parametrize(("case", "behaviour", "verdict"), FREEDOMS)
def test_freedoms(case: str, behaviour: Misbehaviour, verdict: Verdict) -> None:
    """What E2AP leaves to the node accuses no node."""
    told = perform(case, behaviour)
    assert told.judgement.verdict is verdict, str(told)
