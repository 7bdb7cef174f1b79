"""Call processes that our E2 node suspended for an INSERT."""

from oran_harness.peers.ran_functions.call_processes import CallProcesses
from oran_harness.peers.ran_functions.radio_event import Ue
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.service_models.common.build import s_nssai

UE = Ue(0, 1, 0, s_nssai(1), 9, True)
ONE, OTHER = RICrequestID(1, 1), RICrequestID(1, 2)


def test_numbers_are_fresh() -> None:
    """Each call process has another number, from 1, and is found by it until it is answered."""
    processes = CallProcesses()
    first, second = (processes.suspend(ONE, 3, 1, UE, 1.0) for _ in range(2))
    assert (first.number, second.number) == (1, 2)
    assert processes.find(1) == first
    processes.answer(first)
    processes.answer(first)
    assert (processes.find(1), processes.find(2)) == (None, second)


def test_they_end_with_their_subscription() -> None:
    """A subscription takes its call processes along, and leaves those of others."""
    processes = CallProcesses()
    processes.suspend(ONE, 3, 1, UE, 1.0)
    other = processes.suspend(OTHER, 3, 1, UE, 1.0)
    processes.drop(ONE)
    assert (processes.find(1), processes.find(2)) == (None, other)
    processes.clear()
    assert processes.find(2) is None


def test_old_ones_are_forgotten() -> None:
    """A RIC that never answers does not fill the memory."""
    processes = CallProcesses()
    for _ in range(1000):
        processes.suspend(ONE, 3, 1, UE, 1.0)
    assert processes.find(1) is None
    assert processes.find(1000) is not None
