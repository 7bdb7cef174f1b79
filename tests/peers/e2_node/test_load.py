"""Load reports of the node: started, added to, stopped."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import OTHER, PLAIN, Stage

FUNCTION = (e.RANfunctionLoadRequest_Item(PLAIN, "true"),)


def _stage() -> Stage:
    return Stage("7.00").set_up()


def _start(stage: Stage, ric_id: int = 7, period: str | None = "ms500") -> m.RICserviceLoadStatusResponse:
    stage.hear(m.RICserviceLoadStatusRequest(ric_id, None, "start", FUNCTION, period))  # type: ignore[arg-type]
    response, update = stage.take()
    assert isinstance(response, m.RICserviceLoadStatusResponse)
    assert isinstance(update, m.RICserviceLoadUpdate)
    assert update.e2_node_load_measurement_id == response.e2_node_load_measurement_id
    return response


def test_an_update_in_every_period() -> None:
    """The first comes with the response, the others in the period that the RIC gave (8.2.8.2)."""
    stage = _stage()
    _start(stage)
    assert [type(each) for each in stage.wait(1.6).take()] == [m.RICserviceLoadUpdate] * 3
    assert stage.blamed() == []


def test_without_a_period_one_update_tells_all() -> None:
    """Nothing is repeated that nobody asked to have repeated."""
    stage = _stage()
    _start(stage, period=None)
    stage.wait(20).silent()


def test_stop_ends_the_reports() -> None:
    """After the response nothing comes any more (8.2.8.2)."""
    stage = _stage()
    node_id = _start(stage).e2_node_load_measurement_id
    stage.hear(m.RICserviceLoadStatusRequest(7, node_id, "stop")).one(m.RICserviceLoadStatusResponse)
    stage.wait(5).silent()
    assert stage.blamed() == []


def test_each_run_has_an_id_of_its_own() -> None:
    """The node's measurement ids tell the runs apart, and one that is started again takes the place of the first."""
    stage = _stage()
    ids = [_start(stage, number).e2_node_load_measurement_id for number in (7, 8, 9)]
    assert len(set(ids)) == 3
    _start(stage, 8)
    assert len([each for each in stage.wait(0.6).take() if isinstance(each, m.RICserviceLoadUpdate)]) == 3


def test_more_is_added_under_the_same_ids() -> None:
    """The response confirms what is new, the updates tell both."""
    stage = _stage()
    node_id = _start(stage).e2_node_load_measurement_id
    more = (e.RANfunctionLoadRequest_Item(OTHER, "true"),)
    added = stage.hear(m.RICserviceLoadStatusRequest(7, node_id, "add", more)).one(m.RICserviceLoadStatusResponse)
    assert added.e2_node_load_measurement_id == node_id
    assert [item.ran_function_id for item in added.ran_function_load_confirm_list or ()] == [OTHER]
    update = stage.wait(0.6).one(m.RICserviceLoadUpdate)
    assert {item.ran_function_id for item in update.ran_function_load_list or ()} == {PLAIN, OTHER}


def test_what_cannot_be_reported_is_refused() -> None:
    """A function that there is not, reports that do not run, reports of another id (8.2.8.3)."""
    stage = _stage()
    strange = (e.RANfunctionLoadRequest_Item(99, "true"),)
    stage.hear(m.RICserviceLoadStatusRequest(7, None, "start", strange)).one(m.RICserviceLoadStatusFailure)
    stage.hear(m.RICserviceLoadStatusRequest(7, 1, "stop")).one(m.RICserviceLoadStatusFailure)
    node_id = _start(stage).e2_node_load_measurement_id
    assert node_id is not None
    stage.hear(m.RICserviceLoadStatusRequest(7, node_id + 1, "stop")).one(m.RICserviceLoadStatusFailure)
    stage.hear(m.RICserviceLoadStatusRequest(7, node_id, "add", strange)).one(m.RICserviceLoadStatusFailure)


def test_a_reset_and_the_end_of_the_association_end_the_reports() -> None:
    """With them goes all that was agreed about RIC services."""
    stage = _stage()
    _start(stage)
    stage.hear(m.ResetRequest(9, ("misc", "unspecified"))).one(m.ResetResponse)
    stage.wait(3).silent()
    stage = _stage()
    _start(stage)
    stage.over().wait(0.05)
    assert stage.node._state.loads == {}
