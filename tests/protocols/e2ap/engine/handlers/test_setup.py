"""E2 Setup."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import AssociationState, FunctionStatus
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Row,
    check_fires,
    check_silent,
    component_ack,
    control_request,
    fresh,
    function,
    indication,
    names,
    operational,
    setup_request,
    setup_response,
    subscribed,
)

ROWS = [
    Row(
        Kind.SETUP_REPEATED,
        NODE,
        lambda talk: talk.node(setup_request(2)),
        lambda talk: talk.node(m.RICserviceUpdate(transaction_id=1)),
    ),
    Row(
        Kind.FUNCTION_ID_RESERVED,
        NODE,
        lambda talk: talk.node(setup_request(functions=(0, 1))),
        lambda talk: talk.node(setup_request(functions=(1, 4095))),
        begin=fresh,
    ),
    Row(
        Kind.FUNCTION_OFFERED_TWICE,
        NODE,
        lambda talk: talk.node(setup_request(functions=(1, 1))),
        lambda talk: talk.node(setup_request(functions=(1, 2))),
        begin=fresh,
    ),
    Row(
        Kind.FUNCTION_ANSWERED_NEVER_OFFERED,
        RIC,
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(yes=(1, 2, 3)))),
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(yes=(2,), no=(1,)))),
        begin=fresh,
    ),
    Row(
        Kind.FUNCTION_ANSWERED_TWICE,
        RIC,
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(no=(2,)))),
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(yes=(), no=(1, 2)))),
        begin=fresh,
    ),
    Row(
        Kind.FUNCTION_NOT_ANSWERED,
        RIC,
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(yes=(1,)))),
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response())),
        begin=fresh,
    ),
    Row(
        Kind.SETUP_REVISION_DIFFERS,
        RIC,
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(revision=0))),
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(revision=1))),
        begin=fresh,
    ),
    Row(
        Kind.COMPONENT_NOT_ACKNOWLEDGED,
        RIC,
        lambda talk: (talk.node(setup_request(components=(1, 2))), talk.ric(setup_response(components=(2,)))),
        lambda talk: (talk.node(setup_request(components=(1, 2))), talk.ric(setup_response(components=(2, 1)))),
        begin=fresh,
    ),
    Row(
        Kind.COMPONENT_NEVER_OFFERED,
        RIC,
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(components=(1, 9)))),
        lambda talk: (talk.node(setup_request(components=())), talk.ric(setup_response(components=()))),
        begin=fresh,
    ),
    Row(
        Kind.COMPONENT_ACKNOWLEDGED_TWICE,
        RIC,
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(components=(1, 1)))),
        lambda talk: (talk.node(setup_request()), talk.ric(setup_response(components=(1,)))),
        begin=fresh,
    ),
    Row(
        Kind.FUNCTION_REJECTED,
        RIC,
        lambda talk: (
            talk.node(setup_request()),
            talk.ric(setup_response(yes=(1,), no=(2,)), control_request(function_id=2)),
        ),
        lambda talk: (
            talk.node(setup_request()),
            talk.ric(setup_response(yes=(1,), no=(2,)), control_request(function_id=1)),
        ),
        begin=fresh,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What E2 Setup breaks is noted against the end that did it."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right E2 Setup is not: rejecting every function is legal."""
    check_silent(row)


def test_setup_settles_functions_and_components() -> None:
    """After the response each function is accepted or rejected, each component acknowledged or not (E2AP 8.3.1.2)."""
    talk = fresh()
    talk.node(setup_request(components=(1, 2)))
    assert talk.association.functions[1].status is FunctionStatus.OFFERED
    talk.ric(
        m.E2setupResponse(
            transaction_id=1,
            ran_functions_accepted=setup_response(yes=(1,)).ran_functions_accepted,  # type: ignore[attr-defined]
            ran_functions_rejected=setup_response(no=(2,)).ran_functions_rejected,  # type: ignore[attr-defined]
            e2_node_component_config_addition_ack=(component_ack(1), component_ack(2, "failure")),
        )
    )
    functions = talk.association.functions
    assert (functions[1].status, functions[1].accepted_revision) == (FunctionStatus.ACCEPTED, 1)
    assert (functions[2].status, functions[2].definition) == (FunctionStatus.REJECTED, b"definition")
    assert [held.accepted for held in talk.association.components.values()] == [True, False]
    assert talk.association.state is AssociationState.OPERATIONAL


def test_a_first_edition_setup_without_lists_is_clean() -> None:
    """In E2AP 1.01 function and component lists were optional."""
    talk = fresh()
    talk.node(m.E2setupRequest())
    talk.ric(m.E2setupResponse())
    assert talk.found == []
    assert talk.association.complete


def test_a_new_setup_replaces_the_functions() -> None:
    """E2 Setup wipes what was exchanged before, once the RIC accepts it (E2AP 8.3.1.1)."""
    talk = operational()
    talk.node(setup_request(2, functions=(7,)))
    assert set(talk.association.functions) == {1, 2}
    talk.ric(setup_response(2, yes=(7,)))
    assert set(talk.association.functions) == {7}
    assert talk.accused == []


def test_a_new_setup_that_is_refused_replaces_nothing() -> None:
    """Refusing a Setup on a live association is as right as accepting it."""
    talk = operational()
    talk.node(setup_request(2, functions=(7,)))
    talk.ric(m.E2setupFailure(transaction_id=2, cause=CAUSE))
    assert set(talk.association.functions) == {1, 2}
    assert talk.association.state is AssociationState.OPERATIONAL
    assert talk.accused == []


def test_what_a_new_setup_does_to_subscriptions_is_open() -> None:
    """Indications after a new Setup accuse nobody, whether the node kept its subscriptions or not."""
    talk = subscribed()
    talk.node(setup_request(2))
    talk.ric(setup_response(2))
    talk.node(indication(action_id=9))
    assert talk.accused == []


def test_a_partly_read_answer_lacks_nothing() -> None:
    """Lists of a message that could not be read whole are not called short."""
    talk = fresh()
    talk.node(setup_request())
    talk.ric(m.E2setupResponse(transaction_id=1), intact=False)
    assert talk.accused == []


def test_an_acknowledged_function_of_a_partly_read_offer_may_be_there() -> None:
    """The offer may have held more functions than could be read."""
    talk = fresh()
    talk.node(setup_request(functions=(1,)), intact=False)
    talk.ric(setup_response(yes=(1, 2, 3)), control_request(function_id=3))
    assert talk.accused == []


def test_identities_are_kept() -> None:
    """The association knows the Global E2 Node ID and Global RIC ID that were given."""
    talk = fresh()
    talk.node(m.E2setupRequest(1, ("gNB", "an id"), (function(1),)))  # type: ignore[arg-type]
    talk.ric(m.E2setupResponse(1, "a RIC"))  # type: ignore[arg-type]
    assert talk.association.node_id == ("gNB", "an id")
    assert talk.association.ric_id == "a RIC"
