"""What the cases about the loss of the association find, and what they let pass."""

from collections.abc import Sequence

import pytest

from oran_harness.conformance.e2ap.ric_link_loss import OF_THE_NODE, OF_THE_RIC
from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Die, Happening, Over
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, mum, mute, refuses_setup
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

NEWEST = "7.00"


def dies_when_left(ric: MisbehavingRic, happening: Happening) -> Sequence[Command] | Happening:
    return (Die(),) if isinstance(happening, Over) else happening


FAULTS: tuple[Fault, ...] = (
    ("E2AP-LOSS-101", mute(m.E2setupResponse, nth=2)),
    ("E2AP-LOSS-119", mute(m.E2setupResponse, nth=3)),
    ("E2AP-LOSS-120", mute(m.E2setupResponse, nth=3)),
)
OF_BOTH = [each.id for each in (*OF_THE_NODE, *OF_THE_RIC)]


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour, edition=NEWEST)


@pytest.mark.parametrize("case", OF_BOTH)
def test_a_crash_is_found_in_every_procedure(case: str) -> None:
    """Who does not outlive the loss of a node fails, whichever procedure was under way."""
    told = perform(case, Misbehaviour(meets=dies_when_left), edition=NEWEST)
    assert told.judgement.verdict is Verdict.FAIL, str(told)
    assert told.judgement.blame == "near-rt-ric", str(told)


@pytest.mark.parametrize("case", OF_BOTH)
def test_a_node_may_be_refused(case: str) -> None:
    """E2 SETUP FAILURE for the node that comes back is an answer: other cases are about that."""
    told = perform(case, refuses_setup(nth=3), edition=NEWEST)
    assert told.judgement.verdict is Verdict.INCONC, str(told)


@pytest.mark.parametrize("case", [each.id for each in OF_THE_RIC])
def test_adapters_need_not_tell_anything(case: str) -> None:
    """A RIC whose adapter tells no ids of what it started passes."""
    told = perform(case, mum(Misbehaviour()), edition=NEWEST)
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_there_is_a_row_for_every_procedure_of_old() -> None:
    """Each procedure with an answer that a node or a RIC starts, and the query, which has none."""
    covered = {each.procedure for each in (*OF_THE_NODE, *OF_THE_RIC)} | {"E2setup"}
    known = {PROCEDURES[code].name for code in (1, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17)}
    assert known <= covered
