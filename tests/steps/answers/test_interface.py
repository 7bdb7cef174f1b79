"""Plain answers to Setup, Reset, Updates and Removal."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.steps.answers import GLOBAL_RIC_ID, ric_identity, setup_response, update_after_query
from tests.checkers.scene import CAUSE, accepted, component, function
from tests.steps.answers.conversation import NODE, RIC, Conversation


@pytest.mark.parametrize("edition", editions())
def test_setup_accepts_all(edition: str) -> None:
    """Every function and component is accepted, with the revision that was offered, by our RIC."""
    talk = Conversation(edition)
    request = talk.setup_request(function(1, revision=5), function(9, revision=6))
    response = talk.ask(NODE, request)
    assert response.transaction_id == request.transaction_id
    assert response.global_ric_id == GLOBAL_RIC_ID
    assert response.ran_functions_accepted == (accepted(1, 5), accepted(9, 6))
    assert response.ran_functions_rejected is None
    acknowledged = response.e2_node_component_config_addition_ack or ()
    assert len(acknowledged) == (0 if edition == "1.01" else 2)


@pytest.mark.parametrize("edition", editions())
def test_setup_rejects_function_0_and_what_is_named(edition: str) -> None:
    """Id 0 is the RIC's own; others are rejected by name."""
    talk = Conversation(edition)
    request = talk.setup_request(function(0), function(1), function(2))
    response = setup_response(request, edition=edition, rejected={2: CAUSE}, identity=ric_identity(7))
    assert response is not None
    assert response.ran_functions_accepted == (accepted(1),)
    assert [item.ran_function_id for item in response.ran_functions_rejected or ()] == [0, 2]
    assert talk.codec.read(talk.codec.encode(response)) == response
    assert response.global_ric_id == ric_identity(7)


def test_setup_of_one_function_twice() -> None:
    """A function offered twice is answered once."""
    response = Conversation().ask(NODE, Conversation().setup_request(function(1), function(1, revision=2)))
    assert [item.ran_function_id for item in response.ran_functions_accepted] == [1]


def test_setup_without_what_must_be_repeated() -> None:
    """Without Transaction ID or components there is no E2setupResponse."""
    request = Conversation().setup_request()
    assert setup_response(m.E2setupRequest(None, request.global_e2_node_id), edition="3.01") is None
    assert setup_response(m.E2setupRequest(1, request.global_e2_node_id), edition="3.01") is None
    assert setup_response(m.E2setupRequest(None, request.global_e2_node_id), edition="1.01") is not None


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("sender", [NODE, RIC])
def test_reset(edition: str, sender: object) -> None:
    """Either role answers a Reset, with its Transaction ID."""
    name = None if edition == "1.01" else 9
    talk = Conversation(edition).set_up()
    assert talk.ask(sender, m.ResetRequest(name, CAUSE)) == m.ResetResponse(name)  # type: ignore[arg-type]


@pytest.mark.parametrize("sender", [NODE, RIC])
def test_removal(sender: object) -> None:
    """Either role answers a Removal."""
    talk = Conversation("2.03").set_up()
    assert talk.ask(sender, m.E2RemovalRequest(3)) == m.E2RemovalResponse(3)  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", editions())
def test_service_update(edition: str) -> None:
    """Added, modified and deleted functions are all accepted, with the revisions sent."""
    name = None if edition == "1.01" else 9
    talk = Conversation(edition).set_up()
    update = m.RICserviceUpdate(name, (function(3, revision=4),), (function(1, revision=2),), (accepted(2, 1),))
    acknowledge = talk.ask(NODE, update)
    assert acknowledge == m.RICserviceUpdateAcknowledge(name, (accepted(3, 4), accepted(1, 2), accepted(2, 1)))
    assert talk.ask(NODE, m.RICserviceUpdate(name)) == m.RICserviceUpdateAcknowledge(name)


@pytest.mark.parametrize("edition", editions())
def test_service_update_of_what_is_unknown(edition: str) -> None:
    """What was never offered is rejected; if nothing is left to accept, the whole is refused."""
    name = None if edition == "1.01" else 9
    talk = Conversation(edition).set_up()
    answer = talk.ask(NODE, m.RICserviceUpdate(name, (function(0), function(3)), None, (accepted(77),)))
    assert answer.ran_functions_accepted == (accepted(3),)
    assert [item.ran_function_id for item in answer.ran_functions_rejected] == [0, 77]
    refused = talk.ask(NODE, m.RICserviceUpdate(name, None, (function(78),)))
    assert isinstance(refused, m.RICserviceUpdateFailure)


def test_configuration_update() -> None:
    """Each component is acknowledged in the list of its kind; one never declared as failed."""
    talk = Conversation("3.01").set_up()
    known, new, unknown = component(1), component(3), component(9)
    gone = e.E2nodeComponentConfigRemoval_Item("f1", component(2).e2_node_component_id)
    changes = tuple(
        e.E2nodeComponentConfigUpdate_Item(
            e2_node_component_id=item.e2_node_component_id,
            e2_node_component_interface_type="f1",
            e2_node_component_configuration=item.e2_node_component_configuration,
        )
        for item in (known, unknown)
    )
    answer = talk.ask(NODE, m.E2nodeConfigurationUpdate(4, None, (new,), changes, (gone,)))
    done = [
        item.e2_node_component_configuration_ack.update_outcome for item in answer.e2_node_component_config_update_ack
    ]
    assert done == ["success", "failure"]
    assert len(answer.e2_node_component_config_addition_ack) == len(answer.e2_node_component_config_removal_ack) == 1
    empty = m.E2nodeConfigurationUpdate(5)
    assert talk.ask(NODE, empty) == m.E2nodeConfigurationUpdateAcknowledge(5)


def test_configuration_update_of_the_first_edition() -> None:
    """E2AP 1.01 names components by their type."""
    talk = Conversation("1.01").set_up()
    update = ("gNBconfigUpdate", e.E2nodeComponentConfigUpdateGNB(f1ap_config_update=b"f1"))
    item = e.E2nodeComponentConfigUpdate_Item("gNB", None, update)  # type: ignore[arg-type]
    answer = talk.ask(NODE, m.E2nodeConfigurationUpdate(e2_node_component_config_update=(item,)))
    (acknowledged,) = answer.e2_node_component_config_update_ack
    assert acknowledged.e2_node_component_type == "gNB"
    assert acknowledged.e2_node_component_config_update_ack.update_outcome == "success"


@pytest.mark.parametrize("edition", editions())
def test_connection_update(edition: str) -> None:
    """No other association is set up: each one wanted is reported as failed, once."""
    name = None if edition == "1.01" else 9
    talk = Conversation(edition).set_up()
    address = e.TNLinformation(BitString(bytes(4), 32))
    wanted = (e.E2connectionUpdate_Item(address, "both"),)
    answer = talk.ask(RIC, m.E2connectionUpdate(name, wanted, None, wanted))
    assert [item.tnl_information for item in answer.e2_connection_setup_failed] == [address]
    assert talk.ask(RIC, m.E2connectionUpdate(name)) == m.E2connectionUpdateAcknowledge(name)


def test_update_after_query() -> None:
    """Without a list all functions are added; with one, what is different is added, modified or deleted."""
    talk = Conversation("3.01").set_up(function(1), function(2, revision=2), function(3))
    talk.say(RIC, m.RICserviceQuery(1))

    def update(*held: e.RANfunctionID_Item) -> m.RICserviceUpdate:
        query = m.RICserviceQuery(1, held or None)
        return update_after_query(query, engine=talk.engine, edition="3.01", transaction_id=8)

    assert [item.ran_function_id for item in update().ran_functions_added or ()] == [1, 2, 3]
    changed = update(accepted(1), accepted(2, 1), accepted(9))
    assert [item.ran_function_id for item in changed.ran_functions_added or ()] == [3]
    assert [item.ran_function_id for item in changed.ran_functions_modified or ()] == [2]
    assert changed.ran_functions_deleted == (accepted(9),)
    assert update(accepted(1), accepted(2, 2), accepted(3)) == m.RICserviceUpdate(8)
    assert isinstance(talk.ask(NODE, update()), m.RICserviceUpdateAcknowledge)
