"""Rules about requests and answers."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    FIRST_ID,
    NODE,
    RIC,
    Case,
    Scene,
    admitted,
    case,
    check_broken,
    check_kept,
    subscription,
)

RESET = m.ResetRequest(7, CAUSE)
RESPONSE = m.ResetResponse(7)
EMPTY = m.ErrorIndication(transaction_id=7)
UPDATE = m.RICserviceUpdate(3)


def clean(scene: Scene) -> None:
    """A Setup, then a Reset and its answer."""
    scene.set_up().ric(RESET).node(RESPONSE)


CASES = (
    case("E2AP-ANSWER-UNASKED", NODE, lambda s: s.set_up().node(RESPONSE), clean),
    case("E2AP-ANSWER-ID", NODE, lambda s: s.set_up().ric(RESET).node(m.ResetResponse(8)), clean),
    case("E2AP-ANSWER-TWICE", NODE, lambda s: s.set_up().ric(RESET).node(RESPONSE, RESPONSE), clean),
    case(
        "E2AP-ID-REUSED",
        RIC,
        lambda s: (
            s.set_up()
            .ric(m.RICqueryRequest(FIRST_ID, 1, b"a", b"a"), m.RICqueryRequest(FIRST_ID, 1, b"b", b"b"))
            .node(*2 * (m.RICqueryFailure(FIRST_ID, 1, CAUSE),))
        ),
        lambda s: (
            s.set_up()
            .ric(m.RICqueryRequest(FIRST_ID, 1, b"a", b"a"), m.RICqueryRequest(e.RICrequestID(10, 2), 1, b"b", b"b"))
            .node(m.RICqueryFailure(e.RICrequestID(10, 2), 1, CAUSE), m.RICqueryFailure(FIRST_ID, 1, CAUSE))
        ),
    ),
    case("E2AP-WRONG-SENDER", NODE, lambda s: s.set_up().node(m.RICserviceQuery(5)), clean),
    case(
        "E2AP-FAILURE-WITHOUT-CAUSE",
        NODE,
        # In 1.01 the causes are those of the refused actions, and the list of them may be empty.
        lambda s: (
            s.first_edition()
            .ric(subscription())
            .node(m.RICsubscriptionFailure(FIRST_ID, 1, ric_actions_not_admitted=()))
        ),
        lambda s: (
            s.first_edition()
            .ric(subscription())
            .node(
                m.RICsubscriptionFailure(
                    FIRST_ID, 1, ric_actions_not_admitted=(e.RICaction_NotAdmitted_Item(1, CAUSE),)
                )
            )
        ),
        edition="1.01",
    ),
    case(
        "E2AP-ERROR-INDICATION-EMPTY",
        NODE,
        lambda s: s.set_up().node(EMPTY),
        lambda s: s.set_up().node(m.ErrorIndication(transaction_id=7, cause=("protocol", "semantic-error"))),
    ),
    case(
        "E2AP-ERROR-INDICATION-ECHO",
        RIC,
        lambda s: (
            s.set_up()
            .node(m.ErrorIndication(transaction_id=7, cause=CAUSE))
            .ric(
                m.ErrorIndication(
                    transaction_id=7,
                    criticality_diagnostics=e.CriticalityDiagnostics(2, "initiating-message", "ignore"),
                )
            )
        ),
        lambda s: s.set_up().node(m.ErrorIndication(transaction_id=7, cause=CAUSE)),
    ),
    case(
        "E2AP-ERROR-INDICATION-FOR-FAILURE",
        RIC,
        lambda s: s.set_up().node(UPDATE).ric(m.ErrorIndication(transaction_id=3, cause=CAUSE)),
        lambda s: s.set_up().node(UPDATE).ric(m.RICserviceUpdateFailure(3, CAUSE)),
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_answers_in_another_order() -> None:
    """Answers are paired by their ids alone: parallel procedures may be answered in any order."""
    first, second = FIRST_ID, e.RICrequestID(10, 2)
    scene = Scene().set_up().ric(subscription(name=first), subscription(name=second, trigger=b"other"))
    assert scene.node(admitted(name=second), admitted(name=first)).fired() == set()


@pytest.mark.parametrize("edition", ["1.01", "3.01"])
def test_a_transfer_syntax_error_is_told_by_an_error_indication(edition: str) -> None:
    """Octets that an E2AP 1.01 would mean otherwise accuse nobody as long as another edition may be spoken."""
    about = e.CriticalityDiagnostics(8, "initiating-message", "reject")
    told = m.ErrorIndication(None, FIRST_ID, 1, ("protocol", "transfer-syntax-error"), about)
    other = m.ErrorIndication(None, FIRST_ID, 1, ("ricRequest", "excessive-actions"), about)

    def scene() -> Scene:
        return Scene(edition=edition).ric(subscription())

    assert scene().node(told).fired() == set()
    assert scene().node(other).fired() == {("E2AP-ERROR-INDICATION-FOR-FAILURE", NODE)}
