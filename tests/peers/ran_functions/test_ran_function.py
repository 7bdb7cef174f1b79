"""What a RAN function of our E2 node does, seen from E2AP."""

from typing import get_args

import pytest

from oran_harness.peers.ran_functions import KpmFunction, Radio, RanFunction, RcFunction, RequestedAction, time_to_wait
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.elements import RICtimeToWait


@pytest.mark.parametrize("wait", get_args(RICtimeToWait))
def test_every_time_to_wait_is_known(wait: str) -> None:
    """Each value of the enumeration is a time in seconds: 1 ms to 60 s, and zero of 1.01."""
    seconds = time_to_wait(wait)
    assert seconds is not None
    assert seconds == 0.0 if wait == "zero" else 0.001 <= seconds <= 60.0


def test_units_of_time() -> None:
    """Milliseconds and seconds are told apart; what is no time is none."""
    assert [time_to_wait(wait) for wait in ("w20ms", "w1s", "zero", None, "soon")] == [0.02, 1.0, 0.0, None, None]


def test_actions_of_all_items() -> None:
    """Items to be set up, added and modified are read alike; what an item does not say is given."""
    after = e.RICsubsequentAction("wait", "w10ms")
    expected = RequestedAction(1, "insert", b"a", "wait", 0.01)
    assert RequestedAction.of(e.RICaction_ToBeSetup_Item(1, "insert", b"a", after)) == expected
    assert RequestedAction.of(e.RICaction_ToBeAddedForModification_Item(1, "insert", b"a", 0, after)) == expected
    changed = e.RICaction_ToBeModifiedForModification_Item(1, b"a", None, after)
    assert RequestedAction.of(changed, type="insert") == expected
    assert RequestedAction.of(e.RICaction_ToBeSetup_Item(2, "policy")) == RequestedAction(2, "policy")


def test_both_functions_are_ran_functions() -> None:
    """KPM and RC have all that a node wants of a function, in types too."""
    functions: list[RanFunction] = [
        KpmFunction(Radio(), unix_offset=0.0),
        RcFunction(Radio(), unix_offset=0.0),
    ]
    assert [(one.key, one.edition, one.revision, one.wakes_at) for one in functions] == [
        ("kpm", "3.00", 0, None),
        ("rc", "1.03", 0, None),
    ]
