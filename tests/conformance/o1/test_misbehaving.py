"""Every case finds a managed element that does what the case is about in a wrong way."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

import pytest
from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.conformance import load
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Command, Happening, Heard, Over, Say, Up
from oran_harness.protocols.netconf import BASE, BASE_1_0, Framing, Rpc, RpcError, frame, speaking
from oran_harness.steps import Claims
from tests.conformance.o1.misbehaving import (
    DATA,
    OK,
    Messages,
    MisbehavingProvider,
    Misbehaviour,
    deaf_to,
    edited,
    greeting,
    jammed_by,
    mistaking,
    misunderstood,
    replaced,
    retold,
    without,
    without_effect,
)
from tests.conformance.o1.performing import performed

ERROR = (
    f'<rpc-error xmlns="{BASE}"><error-type>application</error-type><error-tag>operation-failed</error-tag>'
    "<error-severity>error</error-severity></rpc-error>"
)
NEVER_ENDS = Misbehaviour(ends=False)
ALL = re.compile(rb'message-id="([^"]*)"')
DEFAULTS_PARAMETER = rb"<with-defaults[^>]*>[^<]*</with-defaults>"
HAS_NO_TYPE = rb"<filter><"


def carried_out(it: MisbehavingProvider, heard: Heard) -> Sequence[Command] | None:
    """An rpc is answered before any hello, and those after close-session too."""
    ids = [found.decode() for found in ALL.findall(heard.octets)]
    chunked = heard.octets.startswith(b"\n#")
    framing = Framing.CHUNKED if chunked else Framing.END_OF_MESSAGE
    if not ids or (chunked and len(ids) < 2):
        return None
    replies = [f'<rpc-reply xmlns="{BASE}" message-id="{each}"><ok/></rpc-reply>'.encode() for each in ids]
    return [Say(heard.association, frame(reply, framing)) for reply in replies]


def takes_hello_only(it: MisbehavingProvider, heard: Heard) -> Heard:
    """What comes behind a hello in one piece is lost."""
    hello, end, _ = heard.octets.partition(b"</hello>]]>]]>")
    return replace(heard, octets=hello + end)


def in_wrong_frame(framing: Framing) -> Misbehaviour:
    """All but the hello is in that framing."""
    return Misbehaviour(frames=lambda message, agreed: frame(message, agreed if b"<hello" in message[:80] else framing))


def with_session_id(text: str) -> Callable[[Element], None]:
    def edit(root: Element) -> None:
        root.find("{*}session-id").text = text

    return edit


def without_capability(part: str) -> Callable[[Element], None]:
    def edit(root: Element) -> None:
        for each in root.findall("{*}capabilities/{*}capability"):
            if part in each.text:
                each.getparent().remove(each)

    return edit


def with_capability(old: str, new: str) -> Callable[[Element], None]:
    def edit(root: Element) -> None:
        for each in root.findall("{*}capabilities/{*}capability"):
            each.text = each.text.replace(old, new)

    return edit


def takes_whole_only(it: MisbehavingProvider, heard: Heard) -> Sequence[Command] | None:
    """What the transport delivers at once is taken for a message."""
    return None if heard.octets.endswith((b"\n##\n", b"]]>]]>")) and len(heard.octets) > 9 else ()


def takes_one(it: MisbehavingProvider, heard: Heard) -> Heard:
    """What comes behind a message is lost."""
    end = heard.octets.find(b"\n##\n")
    return heard if end < 0 else replace(heard, octets=heard.octets[: end + 4])


def id_cut(root: Element, request: Rpc) -> None:
    root.set("message-id", (request.message_id or "")[:64])


def attributes_lost(root: Element, request: Rpc) -> None:
    for name in request.attributes:
        root.attrib.pop(name, None)


def refuses_prefix(prefix: bytes) -> Misbehaviour:
    def says(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
        if request is None or prefix not in request.octets:
            return message
        return speaking.refusal(request, RpcError("rpc", "operation-failed"))

    return Misbehaviour(says)


def out_of_order(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> Messages:
    """Long replies come after the short one behind them."""
    kept = it.kept
    if request is not None and request.name == "get":
        kept.append(message)
        return None
    replies = [message, *kept]
    kept.clear()
    return replies


def loses_one(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes | None:
    return None if request is not None and it.count("reply") == 50 else message


def tires(it: MisbehavingProvider, rpc: Rpc) -> bytes:
    return b"" if it.count("rpc") > 10 else rpc.octets


def is_of_nothing(message: bytes, request: Rpc | None) -> bool:
    return request is None and b"<hello" not in message[:80]


def silent_to_unreadable(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes | None:
    return None if is_of_nothing(message, request) else message


def ok_to_unreadable(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
    return f'<rpc-reply xmlns="{BASE}">{OK}</rpc-reply>'.encode() if is_of_nothing(message, request) else message


def new_tag_to_all(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
    replaced_type = message.replace(b"operation-failed", b"malformed-message")
    return replaced_type if is_of_nothing(message, request) else message


def keeps_lock(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
    """The first lock is there for ever."""
    if request is None or request.name != "lock" or it.count("lock") == 1:
        return message
    denied = RpcError("protocol", "lock-denied", info=(etree.fromstring(f'<session-id xmlns="{BASE}">1</session-id>'),))
    return speaking.refusal(request, denied)


def wrong_holder(root: Element, request: Rpc) -> None:
    for each in root.iter(f"{{{BASE}}}session-id"):
        each.text = "77"


def locked_for_reading(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
    if request is not None and request.name == "lock":
        it.count("lock")
    if request is None or request.name != "get-config" or not it.counts:
        return message
    return speaking.refusal(request, RpcError("protocol", "in-use"))


def with_foreign_data(root: Element, request: Rpc) -> None:
    data = root.find("{*}data")
    etree.SubElement(data, "{urn:example}more")


def refuses_schema(name: bytes) -> Misbehaviour:
    def says(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
        if request is None or request.name != "get-schema" or b">%b<" % name not in request.octets:
            return message
        return speaking.refusal(request, RpcError("application", "invalid-value"))

    return Misbehaviour(says)


def wants_version(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
    if request is None or request.name != "get-schema" or b"<version>" in request.octets:
        return message
    return speaking.refusal(request, RpcError("protocol", "missing-element"))


def other_module(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes:
    return message.replace(b"ietf-netconf-monitoring", b"other-netconf-monitoring")


def first_capability_missing(root: Element, request: Rpc) -> None:
    for each in root.findall(".//{*}netconf-state/{*}capabilities"):
        each.remove(each[0])


def never_counting(root: Element, request: Rpc) -> None:
    for each in root.iter("{*}in-rpcs"):
        each.text = "7"


def acm_missing(root: Element, request: Rpc) -> None:
    for each in root.findall(".//{*}yang-library/{*}module-set/{*}module"):
        if each.findtext("{*}name") == "ietf-netconf-acm":
            each.getparent().remove(each)


def changing_id() -> Misbehaviour:
    numbers = count()

    def edit(root: Element, request: Rpc) -> None:
        for each in root.iter("{*}content-id"):
            each.text = str(next(numbers))

    return edited(edit, "get")


def always_reporting(it: MisbehavingProvider, rpc: Rpc) -> bytes:
    if rpc.name != "get-config" or b"<with-defaults" in rpc.octets:
        return rpc.octets
    space = b"urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults"
    mode = b'<with-defaults xmlns="%b">report-all</with-defaults>' % space
    return rpc.octets.replace(b"</get-config>", mode + b"</get-config>")


def after_five(it: MisbehavingProvider, happening: Happening) -> bool:
    return isinstance(happening, Up) and it.count("up") > 5


FAULTS: dict[str, Misbehaviour] = {
    "O1-HELLO-104": in_wrong_frame(Framing.CHUNKED),
    "O1-HELLO-105": NEVER_ENDS,
    "O1-HELLO-106": mistaking(b"base:9.9", b"base:1.0"),
    "O1-HELLO-107": Misbehaviour(hears=carried_out),
    "O1-HELLO-108": in_wrong_frame(Framing.END_OF_MESSAGE),
    "O1-HELLO-109": Misbehaviour(greets=False),
    "O1-HELLO-110": greeting(with_session_id("0")),
    "O1-HELLO-111": deaf_to(b"oran-harness:capability"),
    "O1-HELLO-112": deaf_to(b"?oran-harness"),
    "O1-HELLO-113": deaf_to(b"<nc:hello"),
    "O1-HELLO-114": greeting(without_capability(":candidate:")),
    "O1-HELLO-115": mistaking(f'<hello xmlns="{BASE}"/>'.encode(), speaking.hello([BASE_1_0])),
    "O1-HELLO-116": Misbehaviour(hears=takes_hello_only),
    "O1-FRAME-101": deaf_to(b"\n#1\n"),
    "O1-FRAME-102": deaf_to(b"\n#7\n"),
    "O1-FRAME-103": Misbehaviour(hears=takes_whole_only),
    "O1-FRAME-104": Misbehaviour(hears=takes_one),
    "O1-FRAME-105": Misbehaviour(hears=takes_whole_only),
    "O1-FRAME-106": deaf_to(b'note="]]>]]>"'),
    "O1-FRAME-107": deaf_to(b" " * 60_000),
    "O1-FRAME-108": Misbehaviour(frames=lambda m, f: (b"\n" if f is Framing.CHUNKED else b"") + frame(m, f)),
    "O1-FRAME-109": Misbehaviour(hears=takes_whole_only),
    **{f"O1-FRAME-{n}": NEVER_ENDS for n in range(121, 130)},
    "O1-FRAME-130": deaf_to(b"\n\n#"),
    "O1-FRAME-131": jammed_by(lambda happening: isinstance(happening, Heard) and b"4294967295" in happening.octets),
    "O1-FRAME-132": jammed_by(lambda happening: isinstance(happening, Over)),
    "O1-RPC-101": edited(id_cut),
    "O1-RPC-102": edited(attributes_lost),
    "O1-RPC-103": retold(b"missing-attribute", b"operation-failed"),
    "O1-RPC-104": replaced(OK, "oran-harness-unknown"),
    "O1-RPC-105": replaced(DATA, "get"),
    "O1-RPC-106": misunderstood(b"<oran-harness-unknown/>", b""),
    "O1-RPC-107": refuses_prefix(b"<nc:"),
    "O1-RPC-108": refuses_prefix(b"<_x.1-2:"),
    "O1-RPC-109": Misbehaviour(out_of_order),
    "O1-RPC-110": Misbehaviour(loses_one),
    "O1-RPC-111": deaf_to(b"<?xml"),
    "O1-RPC-112": without(".//{*}error-type"),
    "O1-RPC-113": Misbehaviour(asks=tires),
    "O1-RPC-114": deaf_to(b"></close-session>"),
    "O1-RPC-121": Misbehaviour(silent_to_unreadable),
    "O1-RPC-122": Misbehaviour(ok_to_unreadable),
    "O1-RPC-123": Misbehaviour(silent_to_unreadable),
    "O1-RPC-124": jammed_by(lambda happening: isinstance(happening, Heard) and b"<!DOCTYPE" in happening.octets),
    "O1-RPC-127": replaced(DATA, "get-config"),
    "O1-RPC-128": replaced(DATA, "get-config"),
    "O1-RPC-129": Misbehaviour(new_tag_to_all),
    "O1-SESSION-101": NEVER_ENDS,
    "O1-SESSION-102": Misbehaviour(hears=carried_out),
    "O1-SESSION-103": without_effect("kill-session"),
    "O1-SESSION-104": replaced(OK, "kill-session"),
    "O1-SESSION-105": replaced(OK, "kill-session"),
    "O1-SESSION-106": Misbehaviour(meets=after_five),
    "O1-SESSION-107": greeting(with_session_id("7")),
    "O1-LOCK-101": without_effect("unlock"),
    "O1-LOCK-102": edited(wrong_holder, "lock"),
    "O1-LOCK-103": without_effect("lock"),
    "O1-LOCK-104": replaced(OK, "unlock"),
    "O1-LOCK-105": replaced(OK, "unlock"),
    "O1-LOCK-106": Misbehaviour(keeps_lock),
    "O1-LOCK-107": Misbehaviour(keeps_lock),
    "O1-LOCK-108": Misbehaviour(keeps_lock),
    "O1-LOCK-109": replaced(OK, "lock"),
    "O1-LOCK-110": without_effect("lock"),
    "O1-LOCK-111": Misbehaviour(locked_for_reading),
    "O1-LOCK-112": replaced(OK, "lock"),
    "O1-LOCK-113": Misbehaviour(keeps_lock),
    "O1-GET-101": edited(with_foreign_data, "get-config"),
    "O1-GET-102": without(".//{*}capabilities", "get"),
    "O1-GET-103": replaced(DATA, "get-config"),
    "O1-GET-104": replaced(DATA, "get-config"),
    "O1-FILTER-101": edited(with_foreign_data, "get"),
    "O1-FILTER-102": misunderstood(b"<capabilities/>", b""),
    "O1-FILTER-103": misunderstood(b"<schema><identifier/></schema>", b"<schema/>"),
    "O1-FILTER-104": misunderstood(b"<identifier>[^<]+</identifier>", b""),
    "O1-FILTER-105": misunderstood(b"<namespace/>", b""),
    "O1-FILTER-106": misunderstood(b"<identifier>[^<]+</identifier>", b""),
    "O1-FILTER-107": misunderstood(b'<filter type="subtree"/>', b""),
    "O1-FILTER-108": misunderstood(b"<sessions/>", b""),
    "O1-FILTER-109": misunderstood(HAS_NO_TYPE, b'<filter type="xpath"><'),
    "O1-FILTER-110": misunderstood(b'xmlns=""', b'xmlns="urn:none"'),
    "O1-XPATH-101": misunderstood(rb"\[m:identifier='[^']*'\]", b""),
    "O1-XPATH-102": replaced(DATA, "get"),
    "O1-XPATH-103": replaced(DATA, "get"),
    "O1-XPATH-104": replaced(ERROR, "get"),
    "O1-DEFAULTS-101": greeting(with_capability("basic-mode=explicit&", "")),
    "O1-DEFAULTS-102": Misbehaviour(asks=always_reporting),
    "O1-DEFAULTS-103": misunderstood(DEFAULTS_PARAMETER, b""),
    "O1-DEFAULTS-104": misunderstood(DEFAULTS_PARAMETER, b""),
    "O1-DEFAULTS-105": misunderstood(b">explicit<", b">report-all<"),
    "O1-DEFAULTS-106": misunderstood(b">report-all-tagged<", b">report-all<"),
    "O1-DEFAULTS-107": misunderstood(DEFAULTS_PARAMETER, b"", "get"),
    "O1-DEFAULTS-108": misunderstood(DEFAULTS_PARAMETER, b""),
    "O1-DEFAULTS-109": greeting(without_capability(":with-defaults:")),
    "O1-DEFAULTS-110": misunderstood(DEFAULTS_PARAMETER, b""),
    "O1-SCHEMA-101": refuses_schema(b"ietf-inet-types"),
    "O1-SCHEMA-102": refuses_schema(b"oran-harness-pm"),
    "O1-SCHEMA-103": refuses_schema(b"oran-harness-alarms"),
    "O1-SCHEMA-104": retold(b"grouping ", b"grouping other-", "get-schema"),
    "O1-SCHEMA-105": replaced(DATA, "get-schema"),
    "O1-SCHEMA-106": misunderstood(b"<version>1066-10-14</version>", b""),
    "O1-SCHEMA-107": Misbehaviour(wants_version),
    "O1-SCHEMA-108": misunderstood(b"<format>[^<]*</format>", b""),
    "O1-SCHEMA-109": Misbehaviour(other_module),
    "O1-STATE-101": edited(first_capability_missing, "get"),
    "O1-STATE-102": without(".//{*}sessions/{*}session[2]", "get"),
    "O1-STATE-103": without(".//{*}global-lock", "get"),
    "O1-STATE-104": edited(never_counting, "get"),
    "O1-LIBRARY-101": greeting(with_capability("content-id=", "content-id=0")),
    "O1-LIBRARY-102": edited(acm_missing, "get"),
    "O1-LIBRARY-103": without(".//{*}module/{*}feature", "get"),
    "O1-LIBRARY-104": without(".//{*}yang-library/{*}schema", "get"),
    "O1-LIBRARY-105": changing_id(),
}
"""What each case finds."""
AREAS = re.compile(r"O1-(FRAME|RPC|SESSION|LOCK|GET|FILTER|XPATH|DEFAULTS|SCHEMA|STATE|LIBRARY)-1\d\d")


@pytest.mark.parametrize("id", FAULTS)
def test_the_fault_is_found(id: str) -> None:
    """The case fails, the element is blamed, and a sentence says what was wrong."""
    outcome = performed(id, lambda: MisbehavingProvider(FAULTS[id])).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.FAIL, str(outcome)
    assert outcome.blame in (None, Role.O1_PROVIDER)
    assert outcome.requirement
    assert outcome.expected
    assert outcome.actual


def test_what_is_claimed_and_not_advertised_is_found() -> None:
    """A profile claims a candidate and a hello lacks it: the case of claims fails, and each that needs it."""
    claims = Claims(True, netconf=("1.1",), capabilities=("candidate",))
    for id in ("O1-HELLO-117", "O1-LOCK-113"):
        lacking = Misbehaviour(says=greeting(without_capability(":candidate:")).says)
        outcome = performed(id, lambda lacking=lacking: MisbehavingProvider(lacking), claims).outcome  # type: ignore[misc]
        assert outcome is not None
        assert outcome.verdict is Verdict.FAIL, str(outcome)
        assert "candidate" in (outcome.actual or "")


def test_each_case_can_fail() -> None:
    """No case of these areas is without its fault."""
    assert {case.id for case in load() if AREAS.fullmatch(case.id)} <= set(FAULTS)


def test_no_misbehaviour_is_no_fault() -> None:
    """An element to which nothing is done passes under the wrapper too."""
    for id in ("O1-HELLO-108", "O1-RPC-110", "O1-LOCK-110", "O1-DEFAULTS-107"):
        assert performed(id, lambda: MisbehavingProvider(Misbehaviour())).outcome is None
        plain = Misbehaviour(asks=lambda _, rpc: rpc.octets, says=lambda _, message, __: message)
        assert performed(id, lambda plain=plain: MisbehavingProvider(plain)).outcome is None  # type: ignore[misc]
