"""The follower's memory is bounded."""

from oran_harness.checkers.association import Association, Bounded, End, History
from oran_harness.model import Event, EventKind, Role
from oran_harness.protocols.e2ap.engine import Association as Procedures


def association(history: History, number: int, identity: str) -> Association:
    """An association of a node with that identity."""
    node, ric = End(f"node {number}", Role.E2_NODE), End("ric", Role.NEAR_RT_RIC)
    node.identity = identity
    event = Event(1, 0.0, EventKind.UP)
    return Association(str(number), node, ric, history, Procedures(), began=event, whole=True)


def test_bounded_forgets_the_oldest() -> None:
    """Beyond its bound a map forgets what was put in first, and says that it did."""
    some: Bounded[int, str] = Bounded(2)
    some[1] = some[2] = "x"
    assert not some.forgot
    some[3] = "x"
    assert list(some) == [2, 3]
    assert some.forgot


def test_ends() -> None:
    """An association knows its ends by name and by role."""
    one = association(History(), 1, "a")
    assert one.end("ric").role is Role.NEAR_RT_RIC
    assert one.end("somebody else") is one.first
    assert one.other(one.first) is one.second
    assert one.with_role(Role.E2_NODE) is one.first


def test_an_end_that_said_nothing_speaks_no_edition() -> None:
    """Editions are known from messages alone."""
    assert End("a").editions == ()


def test_siblings() -> None:
    """Associations of one node know of each other while they stand, and doubt what they know alone."""
    history = History()
    one, two, other = (association(history, number, identity) for number, identity in ((1, "a"), (2, "a"), (3, "b")))
    for each in (one, two, other):
        history.join(each, each.first.identity)
    assert history.siblings(one) == (two,)
    assert history.siblings(other) == ()
    assert not one.procedures.complete
    assert other.procedures.complete
    two.ended = True
    assert history.siblings(one) == ()
    history.leave(two)
    history.leave(other)
    assert dict(history.nodes) == {"a": [one]}


def test_the_closer_is_who_began() -> None:
    """Who first shut the association down is its closer."""
    one = association(History(), 1, "a")
    assert one.closer is None
    one.closing = Event(9, 1.0, EventKind.SHUTDOWN, "1", "ric", "node 1")
    assert one.closer is one.second
