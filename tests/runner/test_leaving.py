"""Who leaves because we did has not died."""

import pytest

from oran_harness.adapters import Health
from oran_harness.model import Event, EventKind, Role
from oran_harness.runner.leaving import has_left

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
UP = Event(1, 0.0, EventKind.UP, association="1", source="e2-node", target="near-rt-ric")


def ended(by: Role, kind: EventKind = EventKind.SHUTDOWN) -> tuple[Event, ...]:
    """A history of one association, ended by one of the two."""
    return (
        UP,
        Event(2, 1.0, kind, association="1", source=by.value, target=by.other.value),
        Event(3, 1.1, EventKind.DOWN, association="1", source=by.value, target=by.other.value),
        Event(4, 1.2, EventKind.PROCESS, message="it ended"),
    )


@pytest.mark.parametrize(
    ("events", "status", "left"),
    [
        (ended(RIC), 0, True),
        (ended(RIC, EventKind.ABORT), 1, True),
        (ended(RIC), -6, False),
        (ended(RIC), None, False),
        (ended(NODE), 0, False),
        ((UP,), 0, False),
        ((*ended(NODE), *ended(RIC)), 0, True),
    ],
)
def test_a_node_may_end_with_its_association(events: tuple[Event, ...], status: int | None, left: bool) -> None:
    """If it was we who ended it, and no signal killed the node."""
    assert has_left(Health(False, "gone", status), events, NODE) is left


def test_a_ric_has_other_nodes() -> None:
    """It does not end because one of them leaves."""
    assert not has_left(Health(False, "gone", 0), ended(NODE), RIC)
