"""What rules do to the messages of an association."""

import pytest

from oran_harness.faults import Meddling, read_rules
from oran_harness.model import Role
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import RICaction_Admitted_Item, RICrequestID
from oran_harness.protocols.e2ap.messages import RICsubscriptionDeleteResponse, RICsubscriptionResponse
from oran_harness.transports import Delivery
from tests.checkers.scene import indication

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
INDICATION = Delivery(codec("3.01").encode(indication()), 3, 70)
ID = RICrequestID(10, 1)
RESPONSE = Delivery(codec("3.01").encode(RICsubscriptionResponse(ID, 1, (RICaction_Admitted_Item(1),))), 1, 70)
DELETED = Delivery(codec("3.01").encode(RICsubscriptionDeleteResponse(ID, 1)), 1, 70)
GARBAGE = Delivery(b"\xff\xff\xff", 0, 99)


def meddling(*texts: str, number: int = 1, seed: int = 0) -> Meddling:
    """The rules of these texts on one association."""
    return Meddling(read_rules(texts), number, seed)


def test_nothing_is_done_without_a_rule_that_fits() -> None:
    """A message goes on as it is, and nothing is said of it."""
    for rules in (meddling(), meddling("drop message=RICindication from=near-rt-ric"), meddling("drop association=2")):
        fate = rules.look(NODE, INDICATION, 0.0)
        assert fate.passed == ((INDICATION, False),)
        assert not fate.touched


def test_drop_the_second() -> None:
    """It counts on each association, and only what fits."""
    rules = meddling("drop message=RICindication nth=2")
    rules.look(NODE, RESPONSE, 0.0)
    assert [len(rules.look(NODE, INDICATION, 0.0).passed) for _ in range(4)] == [1, 0, 1, 1]


def test_what_is_no_message_can_be_chosen_by_its_number() -> None:
    """Rules without a message's name mean any octets."""
    fate = meddling("drop every=1").look(NODE, GARBAGE, 0.0)
    assert fate.passed == ()
    assert fate.notes == ["a message from the e2-node is dropped (drop every=1)"]


def test_duplicates_are_of_our_making() -> None:
    """The message itself is its sender's, each copy is ours."""
    fate = meddling("duplicate times=2").look(NODE, INDICATION, 0.0)
    assert fate.passed == ((INDICATION, False), (INDICATION, True), (INDICATION, True))


def test_what_is_dropped_is_not_meddled_with_any_more() -> None:
    """Rules strike in their order; behind a drop or a cut nothing is left to do, and nothing is said to be done."""
    for first in ("drop", "cut every=1"):
        for second in ("drop", "delay seconds=1", "duplicate", "reorder", "mangle", "cut every=1"):
            rules = meddling(first, second)
            fate = rules.look(NODE, INDICATION, 0.0)
            assert (len(fate.notes), fate.passed, fate.delay, fate.behind) == (1, (), 0.0, 0)
            assert rules.struck == {first}
    fate = meddling("cut every=1 how=shutdown", "cut every=1").look(NODE, INDICATION, 0.0)
    assert fate.cut == "shutdown"


def test_rules_that_have_struck_are_known() -> None:
    """By their texts: those that did something, to a message or by time."""
    rules = meddling("drop nth=2", "mangle how=replace at=9999 with=00", "cut after=5")
    rules.look(NODE, INDICATION, 0.0)
    assert rules.struck == set()
    rules.look(NODE, INDICATION, 0.0)
    assert rules.struck == {"drop nth=2"}
    rules.cut_due(5.0)
    assert rules.struck == {"drop nth=2", "cut after=5"}


def test_delay_and_reorder() -> None:
    """Both are told to whoever passes messages on; the message stays as it is."""
    fate = meddling("delay seconds=0.5", "reorder behind=2 within=3").look(NODE, INDICATION, 0.0)
    assert (fate.delay, fate.behind, fate.within, fate.passed) == (0.5, 2, 3.0, ((INDICATION, False),))
    assert len(fate.notes) == 2


@pytest.mark.parametrize(
    ("text", "octets"),
    [
        ("mangle how=truncate octets=5", INDICATION.octets[:5]),
        ("mangle how=truncate", INDICATION.octets[: len(INDICATION.octets) // 2]),
        ("mangle how=replace at=1 with=ffee", INDICATION.octets[:1] + b"\xff\xee" + INDICATION.octets[3:]),
    ],
)
def test_mangling(text: str, octets: bytes) -> None:
    """Stream and PPID stay; the octets are ours."""
    assert meddling(text).look(NODE, INDICATION, 0.0).passed == ((Delivery(octets, 3, 70), True),)


def test_what_cannot_be_mangled_goes_on() -> None:
    """Octets that are not there cannot be replaced: nothing is claimed to have been done."""
    for text in ("mangle how=replace at=9999 with=00", "mangle how=truncate octets=9999"):
        fate = meddling(text).look(NODE, INDICATION, 0.0)
        assert fate.passed == ((INDICATION, False),)
        assert not fate.touched


def test_chance_comes_from_the_seed() -> None:
    """The same seed flips the same bits of the same message; another one others."""

    def flipped(seed: int) -> list[bytes]:
        rules = meddling("mangle bits=3", seed=seed)
        return [rules.look(NODE, INDICATION, 0.0).passed[0][0].octets for _ in range(5)]

    assert flipped(7) == flipped(7)
    assert flipped(7) != flipped(8)
    assert len(set(flipped(7))) == 5
    different = int.from_bytes(flipped(7)[0], "big") ^ int.from_bytes(INDICATION.octets, "big")
    assert different.bit_count() == 3


def test_cut_in_place_of_a_message() -> None:
    """The message is not passed on."""
    fate = meddling("cut how=shutdown message=RICindication").look(NODE, INDICATION, 0.0)
    assert (fate.cut, fate.passed) == ("shutdown", ())


def test_cut_by_time() -> None:
    """So many seconds after the association came up."""
    rules = meddling("cut after=2")
    assert rules.next_cut() == 2.0
    assert rules.cut_due(1.9) is None
    assert rules.cut_due(2.0) is rules.rules[0]
    assert rules.look(NODE, INDICATION, 9.0).cut is None


def test_cut_during_a_subscription() -> None:
    """Its time begins when a subscription stands, and it does not come true once that is over."""
    rules = meddling("cut while=subscription after=2")
    assert rules.next_cut() is None
    rules.look(NODE, RESPONSE, 5.0)
    assert rules.next_cut() == 7.0
    rules.look(NODE, DELETED, 6.0)
    assert rules.next_cut() is None
    assert rules.cut_due(9.0) is None


def test_messages_during_a_subscription() -> None:
    """Those before it stands, and after its end, are let alone; another request's does not count."""
    rules = meddling("drop message=RICindication while=subscription request=10/1")
    other = meddling("drop message=RICindication while=subscription request=10/2")
    for message, at in ((INDICATION, 0.0), (RESPONSE, 1.0), (INDICATION, 2.0), (DELETED, 3.0), (INDICATION, 4.0)):
        fate, alone = rules.look(NODE, message, at), other.look(NODE, message, at)
        assert fate.touched is (at == 2.0)
        assert not alone.touched
