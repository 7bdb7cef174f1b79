"""From events to observations: which association, who is who, and nothing that raises."""

import gc
import tracemalloc
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.checkers import Audit
from oran_harness.checkers.follow import Follower
from oran_harness.model import HARNESS, Event, EventKind, HistoryHeader
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from tests.checkers.scene import ADDRESS, CAUSE, EPOCH, NODE, RIC, Scene, indication, node_id, setup_request

SETUP = codec("7.00").encode(setup_request())


def test_roles_come_from_messages() -> None:
    """Who sends a Setup request is the node; nothing else has to be told."""
    (association,) = Scene().set_up().audit().associations
    assert [(end.role, end.address) for end in association.ends] == [
        ("e2-node", ADDRESS[NODE]),
        ("near-rt-ric", ADDRESS[RIC]),
    ]


def test_roles_come_from_the_history() -> None:
    """Where the history names the roles, even the first octets of an association have a culprit."""
    scene = Scene(roles=True).up().octets(NODE, b"\xff\xff")
    assert scene.fired() == {("E2AP-UNDECODABLE", "e2-node")}


def test_ends_may_be_named_by_their_roles() -> None:
    """In a history of our own runs the ends are called by their roles."""
    scene = Scene()
    scene.ends = {NODE: NODE.value, RIC: RIC.value}
    assert scene.up().octets(RIC, b"\xff\xff").fired() == {("E2AP-UNDECODABLE", "near-rt-ric")}


def test_other_protocols_are_counted_and_left_alone() -> None:
    """An association that carries something else yields no finding and no summary."""
    scene = Scene()
    scene.ppid = 60
    scene.ends = {NODE: "192.0.2.2:38000", RIC: "192.0.2.1:38412"}
    scene.up().octets(NODE, b"\x00\x15\x00\x10" + bytes(16)).octets(RIC, b"\x20\x15\x00\x10" + bytes(16)).shut_down(
        NODE
    )
    result = scene.audit()
    assert (result.messages, result.ignored, result.findings, result.associations) == (0, 2, (), ())


def test_an_association_that_never_came_up_is_nothing() -> None:
    """A refused INIT is no E2AP association."""
    result = Scene().abort(RIC).audit()
    assert (result.messages, result.associations, result.findings) == (0, (), ())


def test_messages_behind_the_end_are_still_read() -> None:
    """What arrives after an ABORT is judged as octets, and by no procedure."""
    scene = Scene().set_up().shut_down(NODE).node(m.ResetResponse(9)).octets(NODE, b"\xff\xff")
    assert scene.fired() == {("E2AP-UNDECODABLE", "e2-node")}


def test_a_restart_ends_the_association() -> None:
    """An association that another one replaces ends there, and nobody closed it."""
    scene = Scene().set_up().node(m.ResetRequest(7, CAUSE)).note("restart: association 2 takes its place")
    scene.another("192.0.2.2:38000").set_up()
    assert scene.fired() == set()
    assert len(scene.audit().associations) == 2


def test_an_association_comes_up_again_under_its_name() -> None:
    """A history may use one name for one association after another."""
    scene = Scene().set_up().shut_down(NODE).set_up().shut_down(RIC)
    assert scene.fired() == set()
    assert [each.messages for each in scene.audit().associations] == [2, 2]


def test_an_association_that_comes_up_twice_without_an_end() -> None:
    """A history that lacks the end of an association loses none of its messages."""
    scene = Scene().set_up().set_up()
    assert scene.fired() == set()
    assert [each.messages for each in scene.audit().associations] == [2, 2]


def test_events_without_an_association_are_told_apart_by_their_ends() -> None:
    """A history that names no associations is followed by the ends of its messages."""
    events = [replace(event, association=None) for event in Scene().set_up().events]
    audit = Audit(HistoryHeader(EPOCH))
    for event in events:
        audit.feed(event)
    result = audit.finish()
    assert (len(result.associations), result.messages, result.findings) == (1, 2, ())


def test_one_edition_settles_what_criticality_is_right() -> None:
    """A criticality that some edition, which fits as well, fixes so is nobody's mistake."""
    for edition in ("1.01", "2.03", "3.01", "5.00", "7.00"):
        scene = Scene(edition).up("the capture starts in the middle").node(indication())
        assert scene.fired() == set()


def test_nothing_before_the_first_event() -> None:
    """A history without events ends without observations."""
    assert list(Follower(HistoryHeader()).finish()) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from([kind.value for kind in EventKind]),
            st.sampled_from(["1", "2", None]),
            st.sampled_from([ADDRESS[NODE], ADDRESS[RIC], "e2-node", None]),
            st.sampled_from([ADDRESS[NODE], ADDRESS[RIC], "near-rt-ric", None]),
            st.none() | st.binary(max_size=30) | st.just(SETUP) | st.just(codec("7.00").encode(indication())),
            st.none() | st.integers(0, 3),
            st.none() | st.sampled_from([0, 70, 1 << 40]),
            st.none() | st.sampled_from(["missing: 1", "restart: 2", "x"]),
        ),
        max_size=12,
    )
)
@settings(max_examples=150, database=None, deadline=None)
def test_any_events_are_survived(rows: list[tuple]) -> None:  # type: ignore[type-arg]
    """Whatever a history holds, in whatever order, the audit comes to its end and has nothing to blame itself for."""
    audit = Audit(HistoryHeader(EPOCH))
    for n, (kind, association, source, target, octets, stream, ppid, message) in enumerate(rows, 1):
        audit.feed(Event(n, n / 10, EventKind(kind), association, source, target, stream, ppid, octets, message))
    assert HARNESS not in {found.blame for found in audit.finish().findings}


def test_memory_does_not_grow_with_messages() -> None:
    """A thousand more messages leave no more behind than the thousand before."""
    scene = Scene().set_up().subscribed()
    audit = Audit(HistoryHeader(EPOCH))
    for event in scene.events:
        audit.feed(event)
    last = Scene().node(indication(sn=1)).events[0]

    def feed(count: int, start: int) -> int:
        for step in range(start, start + count):
            audit.feed(replace(last, n=step, t=step / 100))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    gc.freeze()
    tracemalloc.start()
    try:
        sizes = [feed(600, start) for start in (10, 1000, 2000, 3000)]
    finally:
        tracemalloc.stop()
        gc.unfreeze()
    # A single event kept of each message would be more than 100,000; the rest is the interpreter's own, and that of
    # threads that other tests have begun.
    assert min(after - before for before, after in pairwise(sizes)) < 20_000


def test_a_loss_before_the_first_message_counts() -> None:
    """Where the recording lacks the first message, the second one is not the first."""
    scene = Scene().up().note("missing: 1 chunk").ric(m.RICserviceQuery(1))
    assert scene.fired() == set()


def test_a_loss_of_no_association_in_particular_may_be_of_any() -> None:
    """Where packets of whatever association are lacking, no association is known whole."""
    scene = Scene().set_up().note("cut off: the file breaks off")
    scene.events[-1] = replace(scene.events[-1], association=None)
    assert scene.ric(m.E2nodeConfigurationUpdateAcknowledge(9)).fired() == set()


def test_one_role_tells_the_other() -> None:
    """Where the history names one end's role, the far end has the other one."""
    audit = Audit(HistoryHeader(EPOCH, {ADDRESS[RIC]: "near-rt-ric"}))
    for event in Scene().node(m.ResetRequest(1, CAUSE)).events:
        audit.feed(event)
    (association,) = audit.finish().associations
    assert {end.role for end in association.ends} == {"e2-node", "near-rt-ric"}


def test_an_empty_configuration_update_does_not_tell_roles() -> None:
    """Either end may send it on a further association, by one clause or the other (E2AP 8.3.5.1, 8.3.6.2)."""
    (association,) = Scene().ric(m.E2nodeConfigurationUpdate(1)).audit().associations
    assert {end.role for end in association.ends} == {None}
    (association,) = Scene().node(m.E2nodeConfigurationUpdate(1, node_id())).audit().associations
    assert {end.role for end in association.ends} == {"e2-node", "near-rt-ric"}


def test_a_restart_that_was_asked_for_is_nobodys_doing() -> None:
    """What stood then ends with the process, though a message came right before; a later end counts as ever."""
    upon = {("E2AP-CLOSED-UNANSWERED", "e2-node")}
    reset = m.ResetRequest(5, CAUSE)
    assert Scene().set_up().ric(reset).abort(NODE).fired() == upon
    asked = Scene().set_up().ric(reset).event(EventKind.STEP, RIC, message="stimulate restart (how='kill')")
    assert asked.abort(NODE).fired() == set()
    assert asked.another().set_up().ric(reset).abort(NODE).fired() == upon
