"""How NETCONF sessions are followed in histories of every kind."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.captures import NoteKind
from oran_harness.checkers import Audit, AuditResult
from oran_harness.checkers.observation import NetconfMessageObserved, SessionBegan, SessionEnded
from oran_harness.model import HARNESS, Event, EventKind, HistoryHeader
from oran_harness.protocols.netconf import BASE_1_0, Side, speaking
from tests.checkers.netconf.scene import ADDRESS, EOM, MANAGER, PROVIDER, ROLES, SERVER, Scene, clean


def audited(events: list[Event]) -> AuditResult:
    """What comes of these events, numbered anew."""
    audit = Audit(HistoryHeader())
    for number, event in enumerate(events, 1):
        audit.feed(replace(event, n=number))
    return audit.finish()


def as_captured() -> list[Event]:
    """A clean session as a capture has it: ends by address, nobody's role told."""
    scene = Scene(roles=False)
    clean(scene)
    return scene.events


def must(result: AuditResult) -> list[str]:
    """Who is accused, of what."""
    return [f"{each.rule} {each.blame}" for each in result.findings if each.blame is not None]


def test_a_history_of_ours() -> None:
    """Roles, version and messages are known; the events are observed as they come."""
    scene = Scene()
    clean(scene)
    (session,) = scene.audit().associations
    assert [(end.role, end.address) for end in session.ends] == [(MANAGER, MANAGER), (PROVIDER, PROVIDER)]
    assert (session.version, session.messages, session.interface) == ("1.1", 9, "o1")
    audit = Audit(HistoryHeader())
    seen = [each for event in scene.events for each in audit.feed(event)]
    assert [type(each) for each in seen if not isinstance(each, NetconfMessageObserved)] == [SessionBegan, SessionEnded]
    assert [each.label for each in seen if isinstance(each, NetconfMessageObserved)][-2:] == [
        "rpc close-session",
        "rpc-reply ok to close-session",
    ]


def test_messages_show_who_is_who() -> None:
    """In a capture the one who asks is the manager; what came before is judged as well."""
    result = audited(as_captured())
    (session,) = result.associations
    assert {end.role: end.address for end in session.ends} == ADDRESS
    assert (result.messages, result.ignored, result.findings) == (9, 0, ())


def test_hellos_show_it_where_nothing_else_was_said() -> None:
    """A session-id is a server's."""
    result = audited(as_captured()[:3])
    assert {end.role: end.address for end in result.associations[0].ends} == ADDRESS
    assert result.messages == 2


def test_text_of_others_is_left_alone() -> None:
    """What never shows who asks is no session of NETCONF."""
    lines = [Event(1, 0.0, EventKind.OCTETS, "1", "a:1", "b:2", octets=b"GET / HTTP/1.1\r\n") for _ in range(3)]
    result = audited(lines)
    assert (result.messages, result.ignored, result.associations) == (0, 3, ())


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("roles", [True, False])
def test_one_side_alone_accuses_nobody(side: Side, roles: bool) -> None:
    """A record of one direction lacks what its messages answer."""
    scene = Scene(roles=roles)
    clean(scene)
    names = {ROLES[side], ADDRESS[ROLES[side]]}
    result = audited([each for each in scene.events if each.kind is not EventKind.OCTETS or each.source in names])
    assert result.messages >= 4
    assert must(result) == []
    assert {each.rule for each in result.findings} <= {"NETCONF-BEFORE-OTHER-HELLO"}


@given(first=st.integers(0, 12), cut=st.integers(0, 600))
def test_the_middle_of_a_session_accuses_nobody(first: int, cut: int) -> None:
    """A capture may begin anywhere, within a message too."""
    events = as_captured()[first:]
    if events and events[0].octets is not None:
        events[0] = replace(events[0], octets=events[0].octets[cut:] or b"x")
    assert must(audited(events)) == []


@given(lost=st.integers(1, 9), known=st.booleans())
def test_a_gap_accuses_nobody(lost: int, known: bool) -> None:
    """Where a note says that octets may be lacking, of one direction or of either."""
    events = as_captured()
    gone = events[lost]
    note = replace(gone, kind=EventKind.NOTE, octets=None, message=NoteKind.MISSING.text("octets"))
    events[lost] = note if known else replace(note, source=None, target=None)
    assert must(audited(events)) == []


def test_what_is_wrong_behind_a_gap_is_told() -> None:
    """Once a message was read again."""
    events = as_captured()
    note = Event(0, 0.03, EventKind.NOTE, "1", message=NoteKind.MISSING.text("octets"))
    wrong = replace(events[-2], octets=b"\n#3\n<x>\n##\n")
    assert must(audited([*events[:4], note, *events[4:-1], wrong])) == ["NETCONF-NOT-WELL-FORMED o1-provider"]


def test_a_restarted_association_is_another_session() -> None:
    """A note of it, or a second time up, ends the one and begins the other; late octets are left alone."""
    events = as_captured()
    note = Event(0, 1.0, EventKind.NOTE, "1", message=NoteKind.RESTART.text("association 2 takes its place"))
    assert [each.messages for each in audited([*events[:5], note, *events]).associations] == [4, 9]
    assert [each.messages for each in audited([*events[:5], *events, events[3]]).associations] == [4, 9]


def test_both_interfaces_stand_beside_each_other() -> None:
    """The version is that of the hellos, where both name one."""
    scene = Scene()
    scene.hellos(client=(BASE_1_0,)).ask()
    assert scene.audit().associations[0].version == "1.0"
    scene = Scene()
    scene.up().say(SERVER, speaking.hello(("urn:ietf:params:netconf:base:1.1",), 4), EOM)
    assert scene.audit().associations[0].version is None


def test_a_transport_that_keeps_messages_apart_has_no_frames() -> None:
    """The setting of a case says where the two meet; over gRPC each event is a message."""
    scene = Scene()
    for side, message in ((SERVER, speaking.hello((BASE_1_0,), 4)), (Side.CLIENT, speaking.rpc(b"<get/>", "1"))):
        scene.event(EventKind.OCTETS, side, message)
    note = Event(0, 0.0, EventKind.NOTE, message='setting: {"address": "netconf+grpc://192.0.2.1:1"}')
    assert audited([note, *scene.events]).messages == 2
    assert audited(scene.events).messages == 0


octets = st.one_of(
    st.binary(max_size=120),
    st.sampled_from([event.octets or b"" for event in as_captured()]),
    st.sampled_from([b"<rpc message-id='1'/>]]>]]>", b"<hello>]]>]]>", b"\n#4294967295\n", b"<rpc-reply "]),
)


@given(
    st.lists(st.tuples(st.sampled_from(EventKind), st.sampled_from(Side), octets, st.booleans()), max_size=12),
    st.booleans(),
)
def test_nothing_raises(happenings: list[tuple[EventKind, Side, bytes, bool]], roles: bool) -> None:
    """Whatever a history holds, the harness is not to blame for it."""
    scene = Scene(roles=roles)
    for kind, side, said, injected in happenings:
        scene.event(kind, side, said if kind is EventKind.OCTETS else None, injected=injected)
    result = audited(scene.events)
    assert not [each for each in result.findings if each.rule.startswith(HARNESS.upper())]
