"""Subscriptions and actions that the RIC suspends and resumes."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, OTHER, PLAIN, Stage, report

KPM = 2
OWN_ID = e.RICrequestID(40, 1)


def _asks(
    stage: Stage, change: str, *actions: int, name: e.RICrequestID = FIRST_ID, of: int = PLAIN
) -> m.RICsubscriptionStateControlResponse | m.RICsubscriptionStateControlFailure:
    listed = (e.RICsubscriptionList_Item(name, tuple(map(e.RICactionList_Item, actions)) or None),)
    suspend = change == "suspend"
    item = e.RANfunctionStateControl_Item(of, listed if suspend else None, None if suspend else listed)
    stage.hear(m.RICsubscriptionStateControlRequest(OWN_ID, (item,)))
    (answer,) = stage.take()
    assert isinstance(answer, m.RICsubscriptionStateControlResponse | m.RICsubscriptionStateControlFailure)
    assert answer.ric_request_id == OWN_ID
    return answer


def _reporting(stage: Stage) -> list[int | None]:
    """The actions that report when they are asked to."""
    stage.stimulate("report")
    return [each.ric_action_id for each in stage.take() if isinstance(each, m.RICindication)]


def _stage() -> Stage:
    return Stage("7.00").set_up().subscribed(report(1), report(2))


def test_a_suspended_subscription_is_silent_until_it_is_resumed() -> None:
    """Its trigger rests (8.2.10.2)."""
    stage = _stage()
    assert _reporting(stage) == [1, 2]
    assert isinstance(_asks(stage, "suspend"), m.RICsubscriptionStateControlResponse)
    assert _reporting(stage) == []
    assert isinstance(_asks(stage, "resume"), m.RICsubscriptionStateControlResponse)
    assert _reporting(stage) == [1, 2]
    assert stage.blamed() == []


def test_an_action_is_suspended_alone() -> None:
    """The others report on; what was not suspended may be resumed all the same."""
    stage = _stage()
    _asks(stage, "suspend", 2)
    assert _reporting(stage) == [1]
    _asks(stage, "resume", 1, 2)
    assert _reporting(stage) == [1, 2]
    assert stage.blamed() == []


def test_one_action_of_a_suspended_subscription_is_resumed() -> None:
    """The trigger runs again, for that action alone."""
    stage = _stage()
    _asks(stage, "suspend")
    _asks(stage, "resume", 1)
    assert _reporting(stage) == [1]
    _asks(stage, "resume")
    assert _reporting(stage) == [1, 2]


def test_what_is_not_there_is_left_out() -> None:
    """Actions, subscriptions and functions that are not known; with nothing left it is a failure (8.2.10.3)."""
    stage = _stage()
    done = _asks(stage, "suspend", 2, 77)
    assert isinstance(done, m.RICsubscriptionStateControlResponse)
    (function,) = done.ran_function_state_confirm_list or ()
    assert function.ric_subscription_suspended_list == (
        e.RICsubscriptionList_Item(FIRST_ID, (e.RICactionList_Item(2),)),
    )
    for refused in (
        _asks(stage, "suspend", 77),
        _asks(stage, "suspend", name=e.RICrequestID(99, 99)),
        _asks(stage, "suspend", of=OTHER),
        _asks(stage, "suspend", of=99),
    ):
        assert isinstance(refused, m.RICsubscriptionStateControlFailure)
    assert _reporting(stage) == [1]


def test_what_is_suspended_can_be_deleted() -> None:
    """And a new subscription of that id is not suspended."""
    stage = _stage()
    _asks(stage, "suspend")
    stage.hear(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)).one(m.RICsubscriptionDeleteResponse)
    stage.subscribed()
    assert _reporting(stage) == [1]
