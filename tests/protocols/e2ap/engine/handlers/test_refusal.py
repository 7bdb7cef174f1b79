"""What all failure messages have in common."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Row,
    check_fires,
    check_silent,
    control_failure,
    control_request,
    fresh,
    names,
    operational,
    rejected,
    rid,
    setup_request,
    subscription_request,
)

ROWS = [
    Row(
        Kind.FAILURE_WITHOUT_CAUSE,
        NODE,
        lambda talk: (talk.ric(control_request()), talk.node(m.RICcontrolFailure(rid(20, 1), 1))),
        lambda talk: (talk.ric(control_request()), talk.node(control_failure())),
    ),
    Row(
        Kind.FAILURE_WITHOUT_CAUSE,
        RIC,
        lambda talk: (talk.node(setup_request()), talk.ric(m.E2setupFailure(transaction_id=1))),
        lambda talk: (talk.node(setup_request()), talk.ric(m.E2setupFailure(transaction_id=1, cause=CAUSE))),
        begin=fresh,
        name="setup",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """A failure without a cause is noted (E2AP 4.1)."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A failure with a cause is not."""
    check_silent(row)


def test_a_connection_update_failure_may_lack_its_cause() -> None:
    """There the ASN.1 has the cause optional, and the ASN.1 wins (E2AP 9.3.1)."""
    talk = operational()
    talk.ric(m.E2connectionUpdate(1))
    talk.node(m.E2connectionUpdateFailure(1))
    assert talk.found == []


def test_first_edition_failures_have_lists_instead() -> None:
    """In E2AP 1.01 two failures list the refused items, each with its cause."""
    talk = operational()
    talk.ric(subscription_request())
    refused = (e.RICaction_NotAdmitted_Item(1, CAUSE),)
    talk.node(m.RICsubscriptionFailure(rid(), 1, ric_actions_not_admitted=refused))
    talk.node(m.RICserviceUpdate())
    talk.ric(m.RICserviceUpdateFailure(ran_functions_rejected=(rejected(1),)))
    assert talk.found == []


def test_a_partly_read_failure_may_have_had_its_cause() -> None:
    """What could not be read is not missing."""
    talk = operational()
    talk.ric(control_request())
    talk.node(m.RICcontrolFailure(rid(20, 1), 1), intact=False)
    assert talk.found == []


def test_an_unreadable_time_to_wait_binds_nobody() -> None:
    """A value that no edition has is no number of seconds."""
    talk = fresh()
    talk.node(setup_request())
    talk.ric(m.E2setupFailure(1, CAUSE, "v99s"))  # type: ignore[arg-type]
    talk.node(setup_request(2))
    assert talk.found == []
