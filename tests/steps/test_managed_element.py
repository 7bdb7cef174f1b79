"""The managed element of cases: what it hears, and what it answers."""

from oran_harness.model import Role, Verdict
from oran_harness.protocols.netconf import BASE_1_1, Conversation, Rpc, RpcHeard, Side, frame, speaking
from oran_harness.steps import Expect, Send
from oran_harness.steps.managed_element import Asks, ManagedElement


class Whole:
    """An element that answers everything by data."""

    capabilities = (BASE_1_1, "urn:x")

    def session_id(self, name: str) -> int:
        return 40 + int(name)

    def reply(self, name: str, rpc: Rpc) -> bytes | None:
        return speaking.data(rpc) if rpc.name == "get" else None


def rpc(name: str) -> Rpc:
    """An rpc as it is heard."""
    conversation = Conversation()
    octets = frame(speaking.rpc(speaking.operation(name), "5"), conversation.framing)
    return next(each.rpc for each in conversation.heard(Side.CLIENT, octets, 0.0) if isinstance(each, RpcHeard))


def element() -> ManagedElement:
    ours = ManagedElement()
    ours.sessions["1"] = Conversation()
    ours.here = "1"
    ours.standing = ["1"]
    return ours


def test_its_hello() -> None:
    """Names what the whole element has, and the session's number there; or what a case says."""
    ours = element()
    assert ours.role is Role.O1_PROVIDER
    assert b"<session-id>1</session-id>" in ours.hello()
    ours.element = Whole()
    assert ours.hello() == speaking.hello(Whole.capabilities, 41)
    assert ours.hello(capabilities=("urn:y",)) == speaking.hello(("urn:y",), 41)


def test_what_is_asked() -> None:
    """By name, but for what was asked before."""
    one, other = rpc("get"), rpc("get")
    assert Asks(("get",))(one)
    assert Asks(())(one)
    assert not Asks(("lock",))(one)
    assert not Asks(("get",), (one,))(one)
    assert Asks(("get",), (one,))(other)
    step = element().request("get")
    assert isinstance(step, Expect)
    assert step.otherwise is Verdict.INCONC
    ours = element()
    ours.requests = {"1": [one], "2": [rpc("lock")]}
    assert [each.name for each in ours.asked()] == ["get", "lock"]
    assert ours.asked("get") == [one]


def test_what_it_answers() -> None:
    """What the whole element does, else ok; errors and notifications where a case wants them."""
    ours = element()
    assert ours.proper(rpc("get")) == speaking.ok(rpc("get"))
    ours.element = Whole()
    assert b"<data" in ours.proper(rpc("get"))
    assert b"<ok" in ours.proper(rpc("lock"))
    for step, part in (
        (ours.refuse(rpc("get"), "in-use"), b"<error-tag>in-use<"),
        (ours.notify(b'<e xmlns="urn:x"/>', after=61), b"2026-10-01T12:01:01"),
        (ours.misspeak("second-reply", ours.proper(rpc("get"))), b"]]>]]><rpc-reply"),
    ):
        assert isinstance(step, Send)
        assert part in step.octets
