"""The state table."""

from itertools import product

from oran_harness.protocols.netconf.states import TRANSITIONS, Happening, State


def test_table_is_whole() -> None:
    """Every state says what each happening means in it, so that nothing heard raises."""
    assert set(TRANSITIONS) == set(product(State, Happening))


def test_every_state_is_reached() -> None:
    """A way leads to every state from a new session, or from one whose beginning went unseen."""
    reached = {State.NEW, State.UNKNOWN}
    for _ in State:
        reached |= {target for (state, _), (target, _) in TRANSITIONS.items() if state in reached}
    assert reached == set(State)


def test_what_is_over_stays_over() -> None:
    """Nothing leads out of a closed session, nor out of one without a common version, but lost octets."""
    for over in (State.CLOSED, State.APART, State.LOST):
        assert {target for (state, _), (target, _) in TRANSITIONS.items() if state is over} <= {over, State.LOST}
