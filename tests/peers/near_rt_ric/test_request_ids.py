"""Ids of the RIC's own procedures."""

from oran_harness.peers.near_rt_ric.request_ids import RequestIds


def test_ids_that_are_free() -> None:
    """One after the other, from a start that depends on the seed; taken ones are left out."""
    ids = RequestIds(3)
    first = ids.transaction_id(lambda name: False)
    assert first is not None
    assert ids.transaction_id(lambda name: name == (first + 1) % 256) == (first + 2) % 256
    assert ids.request_id(lambda name: False) != ids.request_id(lambda name: False)
    assert RequestIds(3).transaction_id(lambda name: False) == first
    assert RequestIds(4).transaction_id(lambda name: False) != first


def test_when_all_are_taken() -> None:
    """There is none."""
    assert RequestIds(0).transaction_id(lambda name: True) is None
    assert RequestIds(0).request_id(lambda name: True) is None


def test_they_fit() -> None:
    """After many, too."""
    ids = RequestIds(7)
    for _ in range(600):
        number = ids.transaction_id(lambda name: False)
        assert number is not None
        assert 0 <= number <= 255
        name = ids.request_id(lambda name: False)
        assert name is not None
        assert 0 <= name.ric_requestor_id <= 65535
        assert 0 <= name.ric_instance_id <= 65535


def test_measurement_ids() -> None:
    """From 1 to 4095, round and round, and none that is taken (9.2.40)."""
    ids = RequestIds(12)
    found = [ids.measurement_id(lambda name: False) for _ in range(4095)]
    assert sorted(found) == list(range(1, 4096))  # type: ignore[type-var]
    assert ids.measurement_id(lambda name: name != 7) == 7
    assert ids.measurement_id(lambda name: True) is None
