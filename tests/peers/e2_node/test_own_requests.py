"""The requests of the node that wait for an answer."""

from oran_harness.peers.e2_node.own_requests import OwnRequest, OwnRequests, name_of
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import Cause

CAUSE: Cause = ("misc", "unspecified")
RESET = m.ResetRequest.PROCEDURE_CODE


def test_an_answer_finds_its_request_once() -> None:
    """By association, procedure and id; and then it waits no longer."""
    requests = OwnRequests(0)
    mine = OwnRequest("1", m.ResetRequest(7, CAUSE))
    requests.add(mine)
    for where, answer in (("2", m.ResetResponse(7)), ("1", m.ResetResponse(8)), ("1", m.E2RemovalResponse(7))):
        assert requests.take(where, answer) is None
    assert requests.waits_for(RESET)
    assert not requests.waits_for(RESET, "2")
    assert requests.take("1", m.ResetResponse(7)) is mine
    assert requests.take("1", m.ResetResponse(7)) is None
    assert not requests.waits_for(RESET)


def test_transaction_ids_of_one_procedure_differ() -> None:
    """No id is given out that a waiting request of the procedure has; with all taken there is none (9.2.33)."""
    requests = OwnRequests(3)
    given = []
    for _ in range(256):
        number = requests.new_transaction_id(RESET)
        assert number is not None
        given.append(number)
        requests.add(OwnRequest("1", m.ResetRequest(number, CAUSE)))
    assert sorted(given) == list(range(256))
    assert requests.new_transaction_id(RESET) is None
    assert requests.new_transaction_id(m.E2setupRequest.PROCEDURE_CODE) is not None
    assert not requests.free(RESET, 5)
    assert requests.free(m.E2RemovalRequest.PROCEDURE_CODE, 5)


def test_the_seed_decides_where_ids_begin() -> None:
    """The same seed gives the same ids, another one others."""
    first, second, other = (OwnRequests(seed).new_transaction_id(RESET) for seed in (1, 1, 2))
    assert first == second != other


def test_a_message_is_named_by_its_id() -> None:
    """A Transaction ID, a RIC Request ID, or nothing in E2AP 1.01."""
    request_id = e.RICrequestID(1, 2)
    assert name_of(m.ResetRequest(0, CAUSE)) == 0
    assert name_of(m.RICsubscriptionModificationConfirm(request_id, 1)) == request_id
    assert name_of(m.ResetRequest(None, CAUSE)) is None


def test_requests_can_be_dropped() -> None:
    """Those that are dropped are given, and the others wait on."""
    requests = OwnRequests(0)
    for link in ("1", "2"):
        requests.add(OwnRequest(link, m.ResetRequest(7, CAUSE)))
    assert [each.link for each in requests.drop(lambda each: each.link == "1")] == ["1"]
    assert [each.link for each in requests] == ["2"]
    assert len(requests) == 1
