"""Assistance that the node asks for, its updates and its Halt."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RICrequestID
from tests.peers.e2_node.stage import Stage


def _asked(**arguments: object) -> tuple[Stage, m.RICassistanceRequest]:
    stage = Stage("7.00").set_up()
    answer = stage.stimulate("assistance", **arguments)
    request = stage.one(m.RICassistanceRequest)
    assert request.ric_request_id is not None
    assert answer.details["request_id"] == [
        request.ric_request_id.ric_requestor_id,
        request.ric_request_id.ric_instance_id,
    ]
    return stage, request


def _granted(request: m.RICassistanceRequest) -> m.RICassistanceResponse:
    return m.RICassistanceResponse(request.ric_request_id, b"header", b"outcome")


def _update(request: m.RICassistanceRequest, number: int) -> m.RICassistanceIndication:
    return m.RICassistanceIndication(request.ric_request_id, number, b"header", b"outcome")


def test_assistance_once() -> None:
    """The answer ends it; there is nothing to halt then (8.2.11.2)."""
    stage, request = _asked(header="01", message="0203")
    assert (request.ric_assistance_header, request.ric_assistance_message) == (b"\x01", b"\x02\x03")
    assert request.ric_assistance_update is None
    stage.hear(_granted(request)).silent()
    assert stage.stimulate("assistance-halt").status == "failed"
    assert stage.blamed() == []


def test_updates_until_the_halt() -> None:
    """Without a number they come until the node halts them (8.2.13.2)."""
    stage, request = _asked(updates=True)
    stage.hear(_granted(request)).hear(_update(request, 0)).hear(_update(request, 1)).silent()
    stage.stimulate("assistance-halt")
    assert stage.one(m.RICassistanceHalt).ric_request_id == request.ric_request_id
    assert stage.stimulate("assistance-halt").status == "failed"
    assert stage.blamed() == []


def test_the_last_update_ends_it() -> None:
    """As many as were asked for."""
    stage, request = _asked(number=2)
    assert request.ric_assistance_update_number == 2
    stage.hear(_granted(request)).hear(_update(request, 0)).hear(_update(request, 1)).silent()
    assert stage.stimulate("assistance-halt").status == "failed"


def test_a_failure_ends_it() -> None:
    """And another can be asked for, under another id (8.2.11.3)."""
    stage, request = _asked(updates=True)
    assert stage.stimulate("assistance").status == "failed"
    stage.hear(m.RICassistanceFailure(request.ric_request_id, ("misc", "unspecified"))).silent()
    assert stage.stimulate("assistance-halt").status == "failed"
    stage.stimulate("assistance")
    assert stage.one(m.RICassistanceRequest).ric_request_id != request.ric_request_id


def test_the_one_that_is_named_is_halted() -> None:
    """Of several that run."""
    stage, first = _asked(updates=True)
    stage.hear(_granted(first))
    stage.stimulate("assistance", updates=True)
    stage.hear(_granted(stage.one(m.RICassistanceRequest)))
    assert first.ric_request_id is not None
    name = [first.ric_request_id.ric_requestor_id, first.ric_request_id.ric_instance_id]
    stage.stimulate("assistance-halt", request_id=name)
    assert stage.one(m.RICassistanceHalt).ric_request_id == first.ric_request_id


def test_an_update_of_nothing_is_left_alone() -> None:
    """No abnormal conditions are given for it (8.2.12)."""
    stage, _ = _asked()
    stage.hear(m.RICassistanceIndication(RICrequestID(1, 1), 0, b"", b"")).silent()


@pytest.mark.parametrize("edition", ["1.01", "3.01", "5.00"])
def test_older_editions_have_no_assistance(edition: str) -> None:
    """The stimulus is unsupported there."""
    stage = Stage(edition).set_up()
    assert [stage.stimulate(name).status for name in ("assistance", "assistance-halt")] == ["unsupported"] * 2
