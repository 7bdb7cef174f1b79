"""Requests and their replies."""

import pytest

from oran_harness.codec.xml import parse
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.messages import Rpc, RpcReply
from oran_harness.protocols.netconf.pairing import MOST_WAITING, Answered, Pairing

K = BreachKind


def request(n: int, message_id: str | None, attributes: str = "", size: int = 10) -> Rpc:
    """A request with more attributes."""
    element = parse(f"<rpc xmlns='urn:n' {attributes}><get/></rpc>".encode())
    return Rpc(element, b"x" * size, message_id, dict(element.attrib), element[0], n)


def reply(message_id: str | None, attributes: str = "") -> RpcReply:
    """A reply with more attributes."""
    element = parse(f"<rpc-reply xmlns='urn:n' {attributes}/>".encode())
    return RpcReply(element, b"", message_id, dict(element.attrib), True, (), ())


def asked(*message_ids: str | None) -> Pairing:
    """A pairing in which requests with these ids were asked, one a second."""
    pairing = Pairing(1_000_000)
    for n, message_id in enumerate(message_ids, 1):
        pairing.asked(request(n, message_id), float(n))
    return pairing


def told(answered: Answered) -> tuple[int | None, list[BreachKind]]:
    """Which request was answered, and what was wrong."""
    return answered.request.n if answered.request else None, [flaw.kind for flaw in answered.flaws]


@pytest.mark.parametrize(
    ("requests", "replies", "expected"),
    [
        (["a", "b"], ["a", "b"], [(1, []), (2, [])]),
        (["a", "b"], ["b"], [(2, [])]),
        (["a", "b"], ["b", "a"], [(2, []), (1, [K.REPLY_OUT_OF_ORDER])]),
        (["a", "b", "c"], ["c", "a", "b"], [(3, []), (1, [K.REPLY_OUT_OF_ORDER]), (2, [K.REPLY_OUT_OF_ORDER])]),
        (["a", "a"], ["a", "a"], [(1, []), (2, [])]),
        (["a"], ["b"], [(None, [K.REPLY_WITH_UNKNOWN_ID])]),
        (["a"], ["a", "a"], [(1, []), (None, [K.SECOND_REPLY])]),
        ([], ["a"], [(None, [K.REPLY_WITH_UNKNOWN_ID])]),
        (["a", "b"], [None, "b"], [(1, [K.REPLY_WITHOUT_ID]), (2, [])]),
        ([], [None], [(None, [K.REPLY_WITHOUT_ID])]),
        ([None], [None], [(1, [])]),
        ([None, "b"], ["b", None], [(2, []), (1, [])]),
        ([None], ["made-up"], [(1, [])]),
        ([None, "b"], [None, "b"], [(1, []), (2, [])]),
    ],
)
def test_pairs(
    requests: list[str | None], replies: list[str | None], expected: list[tuple[int | None, list[BreachKind]]]
) -> None:
    """A reply has the message-id of its request and comes in the order of the requests (RFC 6241 4.1, 4.2, 4.5)."""
    pairing = asked(*requests)
    assert [told(pairing.answered(reply(each), 9.0)) for each in replies] == expected


def test_latency() -> None:
    """Latency is from request to reply."""
    assert asked("a").answered(reply("a"), 3.5).latency == 2.5


def test_repeated_id() -> None:
    """A message-id that waits already is told of, and accuses nobody; once answered it may come again."""
    pairing = asked("a")
    (flaw,) = pairing.asked(request(2, "a"), 0.0)
    assert (flaw.kind, flaw.kind.level) == (K.MESSAGE_ID_REPEATED, None)
    again = asked("a")
    again.answered(reply("a"), 0.0)
    assert again.asked(request(2, "a"), 0.0) == ()


@pytest.mark.parametrize("message_id", [None, "a"])
def test_unreadable_request(message_id: str | None) -> None:
    """A reply to what could not be read accuses nobody, once."""
    pairing = asked()
    pairing.asked_unreadably()
    assert told(pairing.answered(reply(message_id), 0.0)) == (None, [])
    assert told(pairing.answered(reply(message_id), 0.0))[1] != []


@pytest.mark.parametrize(
    ("had", "has", "kinds"),
    [
        ("a='1'", "a='1'", []),
        ("a='1'", "a='1' b='2'", []),
        ("a='1'", "", [K.ATTRIBUTE_NOT_RETURNED]),
        ("a='1'", "a='2'", [K.ATTRIBUTE_NOT_RETURNED]),
        ("xmlns:e='urn:e' e:u='1'", "xmlns:f='urn:e' f:u='1'", []),
        ("xmlns:e='urn:e' e:u='1'", "u='1'", [K.ATTRIBUTE_NOT_RETURNED, K.PREFIX_NOT_RETURNED]),
        ("xmlns:e='urn:e'", "", [K.PREFIX_NOT_RETURNED]),
    ],
)
def test_attributes_are_returned(had: str, has: str, kinds: list[BreachKind]) -> None:
    """A reply has the attributes of its request as they were (RFC 6241 4.1)."""
    pairing = Pairing(1000)
    pairing.asked(request(1, "a", had), 0.0)
    assert told(pairing.answered(reply("a", has), 0.0)) == (1, kinds)


def test_what_is_kept_is_bounded() -> None:
    """The oldest requests are forgotten; then a reply to nothing known accuses nobody."""
    pairing = Pairing(100)
    for n in range(1, 6):
        pairing.asked(request(n, str(n), size=40), 0.0)
    assert [rpc.n for rpc in pairing.waiting] == [4, 5]
    assert told(pairing.answered(reply("1"), 0.0)) == (None, [])
    many = Pairing(10**9)
    rpc = request(1, "1")
    for n in range(1, MOST_WAITING + 5):
        many.asked(Rpc(rpc.element, b"", str(n), {}, None, n), 0.0)
    assert len(many.waiting) == MOST_WAITING
    large = Pairing(100)
    large.asked(request(1, "1", size=1000), 0.0)
    assert told(large.answered(reply("1"), 0.0)) == (1, [])


def test_out_of_sight() -> None:
    """Once requests can no longer be seen, replies to nothing known accuse nobody; those to known ones still pair."""
    pairing = asked("a")
    pairing.lost_sight()
    assert [told(pairing.answered(reply(each), 0.0)) for each in ("x", None, "a", "a")] == [
        (None, []),
        (None, []),
        (1, []),
        (None, []),
    ]
