"""Elements to messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.codec.xml import parse
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import BASE_1_0, BASE_1_1
from oran_harness.protocols.netconf.flaw import Flaw
from oran_harness.protocols.netconf.messages import Hello, Message, Notification, Rpc, RpcReply
from oran_harness.protocols.netconf.namespaces import BASE, NOTIFICATION
from oran_harness.protocols.netconf.reading import read_message, shown
from oran_harness.protocols.netconf.side import Side

K = BreachKind


def read(text: str, sender: Side = Side.SERVER) -> tuple[Message | None, list[BreachKind]]:
    """The message of a text and the kinds of its flaws; N stands for NETCONF's namespace, E for that of events."""
    octets = text.replace("'N'", f"'{BASE}'").replace("'E'", f"'{NOTIFICATION}'").encode()
    found = read_message(parse(octets), octets, sender)
    if isinstance(found, Flaw):
        return None, [found.kind]
    assert found[0].octets == octets
    return found[0], [flaw.kind for flaw in found[1]]


def hello(inner: str, *bases: str) -> str:
    """A hello that names versions of the base protocol."""
    listed = "".join(f"<capability>\n {base} </capability>" for base in bases)
    return f"<hello xmlns='N'><capabilities>{listed}</capabilities>{inner}</hello>"


@pytest.mark.parametrize(
    ("text", "sender", "kinds", "session_id"),
    [
        (hello("<session-id>4</session-id>", BASE_1_1), Side.SERVER, [], 4),
        (hello("<session-id> 4294967295\n</session-id>", BASE_1_0, BASE_1_1), Side.SERVER, [], 4294967295),
        (hello("", BASE_1_1), Side.CLIENT, [], None),
        (hello("", BASE_1_1), Side.SERVER, [K.NO_SESSION_ID], None),
        (hello("<session-id>4</session-id>", BASE_1_1), Side.CLIENT, [K.SESSION_ID_FROM_CLIENT], 4),
        (hello("<session-id>0</session-id>", BASE_1_1), Side.SERVER, [K.BAD_SESSION_ID], None),
        (hello("<session-id>4294967296</session-id>", BASE_1_1), Side.SERVER, [K.BAD_SESSION_ID], None),
        (hello("<session-id>-1</session-id>", BASE_1_1), Side.SERVER, [K.BAD_SESSION_ID], None),
        (hello("<session-id/>", BASE_1_1), Side.SERVER, [K.BAD_SESSION_ID], None),
        (hello("<session-id>" + "9" * 5000 + "</session-id>", BASE_1_1), Side.SERVER, [K.BAD_SESSION_ID], None),
        (hello("", BASE_1_0), Side.CLIENT, [K.NO_BASE_1_1], None),
        (hello("", BASE_1_1, BASE_1_1), Side.CLIENT, [K.CAPABILITY_REPEATED], None),
        (hello("", BASE_1_1, "no uri"), Side.CLIENT, [K.CAPABILITY_NOT_A_URI], None),
        (hello("", BASE_1_1, ""), Side.CLIENT, [K.CAPABILITY_NOT_A_URI], None),
        (hello("", "urn:x"), Side.CLIENT, [K.NO_BASE], None),
        ("<hello xmlns='N'/>", Side.CLIENT, [K.NO_CAPABILITIES], None),
        (hello("", BASE_1_1).replace(" xmlns='N'", ""), Side.CLIENT, [K.WRONG_NAMESPACE], None),
    ],
)
def test_hello(text: str, sender: Side, kinds: list[BreachKind], session_id: int | None) -> None:
    """A hello has capabilities, base:1.1 among them; a server's has a session-id, a client's has none."""
    message, found = read(text, sender)
    assert isinstance(message, Hello)
    assert found == kinds
    assert message.session_id == session_id


@pytest.mark.parametrize(
    ("text", "kinds", "name"),
    [
        ("<rpc xmlns='N' message-id='1'><get/></rpc>", [], "get"),
        ("<n:rpc xmlns:n='N' message-id='1'><n:get/><!-- c --></n:rpc>", [], "get"),
        ("<rpc xmlns='N' message-id=''><my xmlns='urn:my'/></rpc>", [], "my"),
        ("<rpc xmlns='N'><get/></rpc>", [K.NO_MESSAGE_ID], "get"),
        ("<rpc xmlns='N' message-id='" + "1" * 4095 + "'><get/></rpc>", [], "get"),
        ("<rpc xmlns='N' message-id='" + "1" * 4096 + "'><get/></rpc>", [K.MESSAGE_ID_TOO_LONG], "get"),
        ("<rpc xmlns='N' message-id='1'/>", [K.NOT_ONE_OPERATION], ""),
        ("<rpc xmlns='N' message-id='1'><get/><lock/></rpc>", [K.NOT_ONE_OPERATION], "get"),
        ("<rpc message-id='1'><get/></rpc>", [K.WRONG_NAMESPACE], "get"),
    ],
)
def test_rpc(text: str, kinds: list[BreachKind], name: str) -> None:
    """A request has a message-id and one operation, whatever prefixes it uses."""
    message, found = read(text, Side.CLIENT)
    assert isinstance(message, Rpc)
    assert (found, message.name) == (kinds, name)


def test_attributes() -> None:
    """Other attributes of a request are kept, under their full names."""
    message, _ = read("<rpc xmlns='N' xmlns:e='urn:e' message-id='1' e:user='fred' plain='x'><get/></rpc>")
    assert isinstance(message, Rpc)
    assert (message.message_id, message.attributes) == ("1", {"{urn:e}user": "fred", "plain": "x"})


ERROR = (
    "<rpc-error><error-type>protocol</error-type><error-tag>in-use</error-tag>"
    "<error-severity>error</error-severity></rpc-error>"
)


def test_an_id_with_a_prefix_accuses_nobody() -> None:
    """RFC 5277 5.1 prints it so: it is no id, and none that is missing."""
    found, kinds = read("<rpc xmlns='N' xmlns:n='N' n:message-id='1'><get/></rpc>", Side.CLIENT)
    assert isinstance(found, Rpc)
    assert (found.message_id, found.attributes, kinds) == (None, {}, [])


@pytest.mark.parametrize(
    ("inner", "kinds", "told"),
    [
        ("<ok/>", [], (True, 0, 0)),
        ("<data/>", [], (False, 0, 1)),
        ("<out xmlns='urn:my'/><more xmlns='urn:my'/>", [], (False, 0, 2)),
        (ERROR + ERROR, [], (False, 2, 0)),
        (ERROR + "<data/>", [], (False, 1, 1)),
        ("", [K.EMPTY_REPLY], (False, 0, 0)),
        ("<ok/>" + ERROR, [K.OK_WITH_MORE], (True, 1, 0)),
        ("<ok/><data/>", [K.OK_WITH_MORE], (True, 0, 1)),
        ("<rpc-error/>", [K.NO_ERROR_TYPE, K.NO_ERROR_SEVERITY, K.NO_ERROR_TAG], (False, 1, 0)),
        ("<ok xmlns='urn:my'/>", [], (False, 0, 1)),
    ],
)
def test_reply(inner: str, kinds: list[BreachKind], told: tuple[bool, int, int]) -> None:
    """A reply says ok alone, or errors, or data."""
    message, found = read(f"<rpc-reply xmlns='N' message-id='1'>{inner}</rpc-reply>")
    assert isinstance(message, RpcReply)
    assert (found, (message.ok, len(message.errors), len(message.content))) == (kinds, told)


@pytest.mark.parametrize(
    ("inner", "kinds"),
    [
        ("<eventTime>2026-02-03T04:05:06Z</eventTime><e xmlns='urn:my'/>", []),
        ("<eventTime>2026-02-03T04:05:06+09:00</eventTime><e xmlns='urn:my'/>", []),
        ("<eventTime>2026-02-03T04:05:06</eventTime><e xmlns='urn:my'/>", [K.EVENT_TIME_WITHOUT_ZONE]),
        ("<eventTime>now</eventTime><e xmlns='urn:my'/>", [K.BAD_EVENT_TIME]),
        ("<e xmlns='urn:my'/><eventTime>2026-02-03T04:05:06Z</eventTime>", [K.EVENT_TIME_NOT_FIRST]),
        ("<e xmlns='urn:my'/>", [K.NO_EVENT_TIME]),
        ("<eventTime>2026-02-03T04:05:06Z</eventTime>", [K.NOT_ONE_CONTENT]),
        ("", [K.NO_EVENT_TIME, K.NOT_ONE_CONTENT]),
    ],
)
def test_notification(inner: str, kinds: list[BreachKind]) -> None:
    """A notification begins with the time of its event, which names its time zone."""
    message, found = read(f"<notification xmlns='E'>{inner}</notification>")
    assert isinstance(message, Notification)
    assert found == kinds
    assert (message.content is not None) == ("urn:my" in inner)


def test_unknown() -> None:
    """What is no message of NETCONF's is one flaw; one in the namespace of another is read as it was meant."""
    assert read("<get xmlns='N'/>") == (None, [K.UNKNOWN_MESSAGE])
    message, kinds = read("<notification xmlns='N'><eventTime>2026-02-03T04:05:06Z</eventTime><e/></notification>")
    assert isinstance(message, Notification)
    assert kinds == [K.WRONG_NAMESPACE]


NAMES = [
    *("hello", "rpc", "rpc-reply", "notification", "capabilities", "capability", "session-id"),
    *("ok", "rpc-error", "error-info", "error-tag", "eventTime", "x"),
]
TEXTS = st.recursive(
    st.sampled_from(["", "0", "x y", "2026-02-03T04:05:06", BASE_1_1]),
    lambda inner: st.builds(
        "<{0} xmlns='{1}' {2}>{3}</{0}>".format,
        st.sampled_from(NAMES),
        st.sampled_from([BASE, NOTIFICATION, ""]),
        st.sampled_from(["", "message-id='1'", "a='b'"]),
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=8,
)


@given(TEXTS.filter(lambda text: text.startswith("<")), st.sampled_from(Side))
def test_nothing_is_raised(text: str, sender: Side) -> None:
    """Whatever elements come, they are a message with flaws or a flaw, and each flaw is on one short line."""
    octets = f"<a>{text}</a>".encode()
    for element in parse(octets):
        found = read_message(element, octets, sender)
        flaws = [found] if isinstance(found, Flaw) else found[1]
        assert all("\n" not in flaw.actual and len(flaw.actual) < 100 for flaw in flaws)


def test_shown() -> None:
    """A text of the peer's is shown on one line, and not longer than fits."""
    assert shown(" a\n b ") == "a b"
    assert len(shown("a" * 1000)) < 90
