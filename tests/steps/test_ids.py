"""Fresh ids are seeded and do not repeat within a case."""

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.steps.ids import Ids


@given(seed=st.integers(0, 2**32))
def test_ids_are_fresh_and_in_range(seed: int) -> None:
    """256 TransactionIDs and many RICrequestIDs differ and fit their types (E2AP 9.2.7, 9.2.33)."""
    ids = Ids(seed)
    transactions = [ids.transaction_id() for _ in range(256)]
    assert sorted(transactions) == list(range(256))
    requests = [ids.request_id() for _ in range(300)]
    assert len(set(requests)) == 300
    assert all(0 <= value <= 65535 for each in requests for value in (each.ric_requestor_id, each.ric_instance_id))


def test_the_halves_of_a_request_id_differ() -> None:
    """A SUT that exchanges them answers under an id that is not the request's."""
    ids = Ids(0)
    requests = [ids.request_id() for _ in range(70_000)]
    assert all(each.ric_requestor_id != each.ric_instance_id for each in requests)
    assert len(set(requests)) == 65_535


def test_a_replay_has_the_same_ids() -> None:
    """They follow from the seed alone."""
    assert [Ids(5).transaction_id(), Ids(5).request_id()] == [Ids(5).transaction_id(), Ids(5).request_id()]
    assert Ids(5).transaction_id() != Ids(6).transaction_id()
