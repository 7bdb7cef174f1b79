"""The association, a subscription, load reports and an assistance, walked row by row."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import AssistanceState, AssociationState, LoadState, SubscriptionState
from oran_harness.protocols.e2ap.engine.lasting_tables import ASSISTANCE, ASSOCIATION, LOAD, SUBSCRIPTION
from oran_harness.protocols.e2ap.engine.states import GLOBAL, RIC_SERVICE
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Conversation,
    control_request,
    delete_failure,
    delete_request,
    delete_response,
    indication,
    operational,
    rid,
    setup_request,
    setup_response,
    subscription_failure,
    subscription_request,
    subscription_response,
)
from tests.protocols.e2ap.engine.handlers import test_assistance as assistance
from tests.protocols.e2ap.engine.handlers import test_load as load
from tests.protocols.e2ap.engine.handlers.test_delete import required
from tests.protocols.e2ap.engine.handlers.test_modification import change, changed, confirm, propose
from tests.protocols.e2ap.engine.handlers.test_state_control import ask, done
from tests.protocols.e2ap.engine.table_walk import paths

ASSOCIATION_MESSAGES: dict[str, tuple[object, Message]] = {
    "E2setupRequest": (NODE, setup_request()),
    "E2setupResponse": (RIC, setup_response()),
    "E2setupFailure": (RIC, m.E2setupFailure(1, CAUSE)),
    "E2nodeConfigurationUpdate": (NODE, m.E2nodeConfigurationUpdate(1)),
    "E2nodeConfigurationUpdateAcknowledge": (RIC, m.E2nodeConfigurationUpdateAcknowledge(1)),
    "E2nodeConfigurationUpdateFailure": (RIC, m.E2nodeConfigurationUpdateFailure(1, CAUSE)),
    "E2RemovalRequest": (NODE, m.E2RemovalRequest(1)),
    "E2RemovalResponse": (RIC, m.E2RemovalResponse(1)),
    "E2RemovalFailure": (RIC, m.E2RemovalFailure(1, CAUSE)),
    RIC_SERVICE: (RIC, control_request()),
    GLOBAL: (RIC, m.RICserviceQuery(1)),
}


@pytest.mark.parametrize(("row", "target"), ASSOCIATION.items())
def test_association(row: tuple[AssociationState, str], target: AssociationState) -> None:
    """Each row of the association's table is what the engine does."""
    state, event = row
    talk = Conversation(started=state is not AssociationState.UNKNOWN)
    start = talk.association.state
    events = (*paths(ASSOCIATION, start)[state], event)
    for name in events:
        sender, message = ASSOCIATION_MESSAGES[name]
        talk.say(sender, message)  # type: ignore[arg-type]
    assert talk.association.state is target


def test_what_has_no_row_has_no_place() -> None:
    """Before Setup is completed, and after the Removal, RIC services have no row."""
    for state in (AssociationState.NEW, AssociationState.SETTING_UP, AssociationState.NOT_SET_UP):
        assert (state, RIC_SERVICE) not in ASSOCIATION
    assert (AssociationState.REMOVED, RIC_SERVICE) not in ASSOCIATION


SUBSCRIPTION_MESSAGES: dict[str, tuple[tuple[object, Message], ...]] = {
    "RICsubscriptionRequest": ((RIC, subscription_request()),),
    "RICsubscriptionResponse": ((NODE, subscription_response()),),
    "RICsubscriptionFailure": ((NODE, subscription_failure()),),
    "RICsubscriptionDeleteRequest": ((RIC, delete_request()),),
    "RICsubscriptionDeleteResponse": ((NODE, delete_response()),),
    "RICsubscriptionDeleteFailure": ((NODE, delete_failure()),),
    "RICsubscriptionDeleteRequired": ((NODE, required(1)),),
    "RICindication": ((NODE, indication()),),
    "RICsubscriptionModificationResponse": ((RIC, change(modify=(1,))), (NODE, changed(modified=(1,)))),
    "RICsubscriptionModificationConfirm": ((NODE, propose((1,))), (RIC, confirm((1,)))),
    "RICsubscriptionStateControlResponse(suspended)": ((RIC, ask(suspend=1)), (NODE, done(suspended=1))),
    "RICsubscriptionStateControlResponse(resumed)": ((RIC, ask(resume=1)), (NODE, done(resumed=1))),
    "ResetRequest": ((RIC, m.ResetRequest(1, CAUSE)),),
    "ResetResponse": ((NODE, m.ResetResponse(1)),),
    "E2RemovalResponse": ((NODE, m.E2RemovalRequest(1)), (RIC, m.E2RemovalResponse(1))),
}


@pytest.mark.parametrize(("row", "target"), SUBSCRIPTION.items())
def test_subscription(row: tuple[SubscriptionState, str], target: SubscriptionState) -> None:
    """Each row of a subscription's table is what the engine does."""
    state, event = row
    talk = operational()
    for name in (*paths(SUBSCRIPTION, SubscriptionState.ABSENT)[state], event):
        for sender, message in SUBSCRIPTION_MESSAGES[name]:
            talk.say(sender, message)  # type: ignore[arg-type]
    held = talk.association.former_subscription(rid())
    assert held is not None
    assert held.state is target
    assert held.state.over is (rid() not in talk.association.subscriptions)


LOAD_MESSAGES: dict[str, tuple[object, Message]] = {
    "RICserviceLoadStatusRequest(start)": (RIC, load.ask("start")),
    "RICserviceLoadStatusRequest(add)": (RIC, load.ask("add", node=8)),
    "RICserviceLoadStatusRequest(stop)": (RIC, load.ask("stop", node=8)),
    "RICserviceLoadStatusResponse": (NODE, load.tell()),
    "RICserviceLoadStatusFailure": (NODE, m.RICserviceLoadStatusFailure(5, 8, CAUSE)),
    "RICserviceLoadUpdate": (NODE, load.update()),
}


@pytest.mark.parametrize(("row", "target"), LOAD.items())
def test_load(row: tuple[LoadState, str], target: LoadState) -> None:
    """Each row of the load reports' table is what the engine does."""
    state, event = row
    talk = operational()
    for name in paths(LOAD, LoadState.ABSENT)[state]:
        talk.say(*LOAD_MESSAGES[name])  # type: ignore[arg-type]
    if state is LoadState.REPORTING and event in ("RICserviceLoadStatusResponse", "RICserviceLoadStatusFailure"):
        talk.say(*LOAD_MESSAGES["RICserviceLoadStatusRequest(add)"])  # type: ignore[arg-type]
    talk.say(*LOAD_MESSAGES[event])  # type: ignore[arg-type]
    assert talk.association.load_reports[5].state is target


ASSISTANCE_MESSAGES: dict[str, tuple[object, Message]] = {
    "RICassistanceRequest": (NODE, assistance.ask()),
    "RICassistanceResponse(updates)": (RIC, assistance.ANSWER),
    "RICassistanceResponse(no updates)": (RIC, assistance.ANSWER),
    "RICassistanceFailure": (RIC, assistance.REFUSAL),
    "RICassistanceIndication": (RIC, assistance.update(1)),
    "RICassistanceHalt": (NODE, assistance.HALT),
}


@pytest.mark.parametrize(("row", "target"), ASSISTANCE.items())
def test_assistance(row: tuple[AssistanceState, str], target: AssistanceState) -> None:
    """Each row of an assistance's table is what the engine does."""
    state, event = row
    talk = operational()
    events = (*paths(ASSISTANCE, AssistanceState.ABSENT)[state], event)
    updates = "RICassistanceResponse(no updates)" not in events
    for name in events:
        sender, message = ASSISTANCE_MESSAGES[name]
        talk.say(sender, assistance.ask(updates) if name == "RICassistanceRequest" else message)  # type: ignore[arg-type]
    assert talk.association.assistances[assistance.NAME].state is target
