"""What is asked about loads, what of it the node can tell, and what it tells."""

from oran_harness.peers.e2_node.load_items import LoadItem, confirmation, grantable, information, merged
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, OTHER, PLAIN, Stage, report

STRANGER = e.RICrequestID(99, 99)


def _asked(number: int = PLAIN) -> e.RANfunctionLoadRequest_Item:
    """The function, two of its services, a subscription that stands with one action of two, and one that does not."""
    services = e.RICserviceLoadRequest(ric_service_report_load_request="true", ric_service_query_load_request="true")
    actions = tuple(e.RICactionLoadRequest_Item(each, "true") for each in (1, 77))
    return e.RANfunctionLoadRequest_Item(
        number,
        "true",
        services,
        (
            e.RICsubscriptionLoadRequest_ItemIE(FIRST_ID, "true", actions),
            e.RICsubscriptionLoadRequest_ItemIE(STRANGER, "true"),
        ),
    )


def _stage() -> Stage:
    return Stage("7.00").set_up().subscribed(report(1), report(2))


def test_what_can_be_told_is_granted() -> None:
    """Functions that are offered, subscriptions that stand and belong to them, actions that these have."""
    state = _stage().node._state
    granted = grantable(state, (_asked(), _asked(99)))
    assert granted == {PLAIN: LoadItem(True, frozenset({"report", "query"}), {FIRST_ID: (True, (1,))})}
    assert grantable(state, (e.RANfunctionLoadRequest_Item(OTHER),)) == {}
    assert grantable(state, None) == {}


def test_the_confirmation_says_what_was_granted() -> None:
    """Each thing that was asked for and can be told, and nothing else."""
    (item,) = confirmation(grantable(_stage().node._state, (_asked(),)))
    services = e.RICserviceLoadConfirm(ric_service_report_load_confirm="true", ric_service_query_load_confirm="true")
    actions = (e.RICactionLoadConfirm_Item(1, "true"),)
    subscription = e.RICsubscriptionLoadConfirm_ItemIE(FIRST_ID, "true", actions)
    assert item == e.RANfunctionLoadConfirm_Item(PLAIN, "true", services, (subscription,))


def test_loads_grow_with_what_the_node_does() -> None:
    """No subscription is no load, and one that is gone has none."""
    stage = _stage()
    state = stage.node._state
    items = grantable(state, (_asked(),))
    (busy,) = information(state, items)
    assert busy.ran_function_load_information is not None
    assert busy.ran_function_load_information.load_estimate
    assert busy.ric_service_load_information is not None
    assert busy.ric_service_load_information.ric_service_control_load_information is None
    stage.hear(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)).one(m.RICsubscriptionDeleteResponse)
    (idle,) = information(state, items)
    assert idle.ran_function_load_information == e.RICloadInformation("notoverload", 0)
    assert idle.ric_subscription_load_list is not None
    assert idle.ric_subscription_load_list[0].ric_subscription_load_information == e.RICloadInformation(
        "notoverload", 0
    )


def test_both_together() -> None:
    """What is added comes to what was asked before."""
    before = {1: LoadItem(True), 2: LoadItem(services=frozenset({"report"}))}
    more = {1: LoadItem(subscriptions={FIRST_ID: (True, ())}), 3: LoadItem(True)}
    both = merged(before, more)
    assert both == {1: LoadItem(True, frozenset(), {FIRST_ID: (True, ())}), 2: before[2], 3: more[3]}
    assert LoadItem().empty
