"""What the node can be asked to do."""

import pytest

from oran_harness.peers.actor import Answer
from oran_harness.peers.e2_node.stimuli import STIMULI
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import Stage

NAMES = {
    "assistance",
    "assistance-halt",
    "close",
    "configuration-update",
    "connection-remove",
    "delete-required",
    "insert",
    "modification-required",
    "remove",
    "report",
    "reset",
    "service-update",
    "ue-release",
}


def test_the_names_are_those_that_cases_use() -> None:
    """No more and no less."""
    assert set(STIMULI) == NAMES


def test_an_unknown_stimulus_is_unsupported() -> None:
    """Even one that is asked for to see whether the answer can be trusted."""
    stage = Stage().set_up()
    answer = stage.stimulate("no-such-stimulus")
    assert (answer.status, sorted(answer.details)) == ("unsupported", ["reason"])
    stage.silent()


@pytest.mark.parametrize("name", sorted(NAMES - {"close", "ue-release"}))
def test_without_an_association_nothing_can_be_done(name: str) -> None:
    """The answer says why, and nothing is sent."""
    stage = Stage("7.00").begin()
    answer = stage.stimulate(name)
    assert answer.status == "failed"
    assert answer.details["reason"]
    stage.silent()


def test_the_answer_comes_with_the_first_message() -> None:
    """It tells which message is out, so that whoever asked can wait for what follows."""
    stage = Stage().set_up()
    answer = stage.stimulate("service-update", change="modify")
    number = stage.one(m.RICserviceUpdate).transaction_id
    assert answer == Answer(stage.tickets, "done", {"message": "RICserviceUpdate", "transaction_id": number})


@pytest.mark.parametrize("value", [None, 7, [], {"a": 1}, "x" * 10_000])
@pytest.mark.parametrize("name", sorted(NAMES))
def test_strange_arguments_do_no_harm(name: str, value: object) -> None:
    """Whatever they are, there is one answer."""
    stage = Stage("7.00").set_up()
    more = {"header": value, "message": value, "updates": value, "number": value}
    answer = stage.stimulate(name, change=value, function=value, request_id=value, how=value, other=value, **more)
    assert answer.status in ("done", "failed", "unsupported")
