"""What the cases about several nodes and procedures at once find, and what they let pass."""

from collections.abc import Sequence

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Heard, Say
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    mute,
    of,
    puts,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

FAULTS: tuple[Fault, ...] = (
    ("E2AP-SEVERAL-101", mute(m.E2setupResponse, nth=9)),
    ("E2AP-SEVERAL-102", mute(m.RICserviceUpdateAcknowledge, nth=8)),
    ("E2AP-SEVERAL-102", puts(m.RICserviceUpdateAcknowledge, nth=3, ran_functions_accepted=None)),
    ("E2AP-SEVERAL-105", complains(of(m.RICindication))),
    ("E2AP-SEVERAL-108", mute(m.RICserviceUpdateAcknowledge)),
    ("E2AP-SEVERAL-109", mute(m.RICserviceUpdateAcknowledge, nth=256)),
    ("E2AP-SEVERAL-109", puts(m.RICserviceUpdateAcknowledge, nth=200, transaction_id=255)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("case", ["E2AP-SEVERAL-101", "E2AP-SEVERAL-102", "E2AP-SEVERAL-103"])
def test_some_of_the_nodes_may_be_refused(case: str) -> None:
    """The others count."""
    assert perform(case, refuses_setup(nth=3)).judgement.verdict is Verdict.PASS


@pytest.mark.parametrize("case", ["E2AP-SEVERAL-101", "E2AP-SEVERAL-102", "E2AP-SEVERAL-103"])
def test_a_ric_for_one_node_cannot_be_judged(case: str) -> None:
    """Nothing can be said where all further nodes are refused."""
    assert perform(case, refuses_setup(nth=2)).judgement.verdict is Verdict.INCONC


def answers_backwards() -> Misbehaviour:
    """It answers Service Updates in the reverse order, as soon as it has heard the last of 256."""
    kept: list[Command] = []

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICserviceUpdate):
            return None
        kept.extend(ric.inner.handle(heard, 0))
        if len(kept) < 256:
            return ()
        answers, kept[:] = kept[::-1], []
        return [each for each in answers if isinstance(each, Say)]

    return Misbehaviour(hears)


def test_answers_may_come_in_any_order() -> None:
    """They are told apart by their TransactionIDs."""
    assert perform("E2AP-SEVERAL-109", answers_backwards()).judgement.verdict is Verdict.PASS


def test_an_unreadable_message_may_be_reported_or_not() -> None:
    """What becomes of the node that sent it is open."""
    told = perform("E2AP-SEVERAL-104", mute(m.ErrorIndication))
    assert told.judgement.verdict is Verdict.PASS, str(told)
