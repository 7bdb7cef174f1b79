"""The subscriptions of a RAN function."""

from oran_harness.peers.ran_functions.book import MAXIMUM_SUBSCRIPTIONS, Book, Refusal, Subscription
from oran_harness.peers.ran_functions.ran_function import Modified, RequestedAction, Subscribed
from oran_harness.protocols.e2ap.elements import RICrequestID

ONE = RICrequestID(1, 1)
REFUSED = ("ricRequest", "action-not-supported")
UNREADABLE = ("protocol", "transfer-syntax-error")


def book(e2ap: str = "3.01") -> Book[bytes, bytes]:
    """A book that serves actions whose definition is not empty, and triggers that are not."""
    return Book(
        e2ap,
        lambda octets: octets or Refusal("transfer-syntax-error"),
        lambda action, trigger, now: action.definition or Refusal("action-not-supported"),
    )


def action(number: int, definition: bytes = b"a") -> RequestedAction:
    """An action; an empty definition is refused."""
    return RequestedAction(number, "report", definition)


def test_each_action_is_in_one_list() -> None:
    """What is served is admitted, the rest refused with its cause; with nothing admitted there is a failure."""
    own = book()
    assert own.subscribe(ONE, b"t", [action(1), action(2, b"")], 0.0) == Subscribed((1,), ((2, REFUSED),))
    assert own.standing[ONE].actions == {1: b"a"}
    other = RICrequestID(1, 2)
    assert own.subscribe(other, b"t", [action(2, b"")], 0.0) == Subscribed((), ((2, REFUSED),), REFUSED)
    assert other not in own.standing


def test_what_fails_as_a_whole() -> None:
    """Taken ids, repeated actions, unreadable triggers and too many subscriptions fail altogether."""
    own = book()
    assert own.subscribe(ONE, b"", [action(1)], 0.0).failure == UNREADABLE
    assert own.subscribe(ONE, b"t", [action(1), action(1)], 0.0).failure == ("ricRequest", "duplicate-action")
    own.subscribe(ONE, b"t", [action(1)], 0.0)
    assert own.subscribe(ONE, b"t", [action(1)], 0.0).failure == ("ricRequest", "duplicate-ric-request-id")
    for number in range(MAXIMUM_SUBSCRIPTIONS):
        own.subscribe(RICrequestID(2, number), b"t", [action(1)], 0.0)
    assert len(own.standing) == MAXIMUM_SUBSCRIPTIONS
    full = own.subscribe(RICrequestID(3, 1), b"t", [action(1)], 0.0)
    assert full.failure == ("ricRequest", "function-resource-limit")


def test_causes_of_old_editions() -> None:
    """A cause that an edition lacks is the nearest that it has."""
    own = book("1.01")
    own.subscribe(ONE, b"t", [action(1)], 0.0)
    assert own.subscribe(ONE, b"t", [action(1)], 0.0).failure == ("ricRequest", "unspecified")


def test_modification() -> None:
    """Each action that is to be added, changed or removed gets its answer; the rest stays."""
    own = book()
    own.subscribe(ONE, b"t", [action(1), action(2), action(3)], 0.0)
    result = own.modify(ONE, 1.0, b"u", [action(4), action(1), action(5, b"")], [action(1, b"b"), action(9)], [2, 8])
    duplicate = ("ricRequest", "duplicate-action")
    assert result == Modified(
        Subscribed((4,), ((5, REFUSED), (1, duplicate))),
        Subscribed((1,), ((9, REFUSED),)),
        (2,),
        ((8, REFUSED),),
    )
    assert (own.standing[ONE].trigger, own.standing[ONE].actions) == (b"u", {1: b"b", 3: b"a", 4: b"a"})


def test_modification_without_a_definition() -> None:
    """An action that is modified without another definition keeps its own."""
    own = book()
    own.subscribe(ONE, b"t", [action(1)], 0.0)
    assert own.modify(ONE, 1.0, None, [], [RequestedAction(1, "report")], []).modified.admitted == (1,)
    assert own.standing[ONE].actions == {1: b"a"}


def test_modification_that_does_nothing() -> None:
    """Where nothing could be done there is a failure, and the subscription is as it was."""
    own = book()
    own.subscribe(ONE, b"t", [action(1)], 0.0)
    assert own.modify(ONE, 1.0, b"", [], [], [1]).failure == UNREADABLE
    assert own.modify(ONE, 1.0, None, [action(2, b"")], [], [7]).failure == REFUSED
    assert own.modify(RICrequestID(9, 9), 1.0, None, [], [], [1]).failure == ("ricRequest", "request-id-unknown")
    assert own.standing[ONE].actions == {1: b"a"}


def test_what_is_due() -> None:
    """Subscriptions are due by their times, the soonest first; those without a time never."""
    own = book()
    for number, at in ((1, 5.0), (2, 3.0), (3, None), (4, 9.0)):
        own.subscribe(RICrequestID(1, number), b"t", [action(1)], 0.0)
        own.standing[RICrequestID(1, number)].next_at = at
    assert own.next_at == 3.0
    assert [one.request_id.ric_instance_id for one in own.due(5.0)] == [2, 1]
    assert own.drop(ONE) is not None
    assert own.drop(ONE) is None


def test_sequence_numbers_wrap() -> None:
    """Sequence numbers count from 0 to 65535, and from 0 again."""
    one: Subscription[bytes, bytes] = Subscription(ONE, b"t", sn=65534)
    assert [one.take_sn() for _ in range(4)] == [65534, 65535, 0, 1]
