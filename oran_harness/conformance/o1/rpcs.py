"""Requests and their replies: ids, attributes, names, order (RFC 6241 3, 4)."""

from oran_harness.codec.xml import local_name, namespace
from oran_harness.conformance.o1.answers import answered, proper, told
from oran_harness.conformance.o1.chunks import new_rpc
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING, get, operation, state
from oran_harness.protocols.netconf import BASE, RpcReply, speaking
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check

TAGS = ("rpc",)
OF_TESTS = "urn:oran-harness:example"
MANY = 100


@provider_case("O1-RPC-101", "The message-id comes back as it was", "RFC 6241 4.1, 4.2", tags=TAGS)
async def returns_id(manager: Manager) -> None:
    """Message-ids of letters, signs, other scripts and 400 characters come back unchanged."""
    for message_id in ("a", "no number: <&'\"> ok", "\u017elu\u0165-\u4e2d\u6587-\u20ac", "7" * 400, "-1"):
        await manager.say(speaking.rpc(NOTHING, message_id))
        requirement = "A reply has the message-id of its rpc, unchanged (RFC 6241 4.1)"
        await answered(manager, message_id, requirement)


@provider_case("O1-RPC-102", "Attributes of an rpc come back", "RFC 6241 4.1, 4.2", tags=TAGS)
async def returns_attributes(manager: Manager) -> None:
    """An rpc has an attribute of its own and one of another namespace; the reply has both."""
    given = {f"{{{OF_TESTS}}}user-id": "fred & co", "plain": "1"}
    reply = await manager.ask(NOTHING, attributes=given)
    requirement = "A reply has all attributes of its rpc, unchanged (RFC 6241 4.1)"
    for name, value in given.items():
        actual = reply.attributes.get(name)
        check(
            actual == value,
            requirement,
            expected=f"{local_name(name)}={value!r}",
            actual="it is missing" if actual is None else repr(actual),
        )


@provider_case(
    "O1-RPC-103",
    "An rpc without message-id lacks an attribute",
    "RFC 6241 4.1, 4.3, A; O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-6",
    tags=(*TAGS, "negative"),
)
async def misses_id(manager: Manager) -> None:
    """An rpc has no message-id: the error-tag is missing-attribute, and the session goes on."""
    name = manager.here
    await manager.say(f'<rpc xmlns="{BASE}">'.encode() + NOTHING + b"</rpc>", injected=True)
    requirement = "An rpc without message-id gets the error-tag missing-attribute (RFC 6241 4.3, A)"
    reply = await manager.expect(RpcReply, association=name, requirement=requirement)
    found = any(error.tag == "missing-attribute" for error in reply.errors)
    check(found, requirement, expected="rpc missing-attribute", actual=told(reply))
    await manager.done(
        NOTHING, "A session goes on after an rpc-error (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-6)", session=name
    )


@provider_case("O1-RPC-104", "An unknown operation is not supported", "RFC 6241 A", tags=(*TAGS, "negative", "F41"))
async def knows_operations(manager: Manager) -> None:
    """An operation is asked for that NETCONF does not have."""
    requirement = "An operation that there is not gets the error-tag operation-not-supported (RFC 6241 A)"
    tags = ("operation-not-supported", "unknown-element")
    await manager.refused(operation("oran-harness-unknown"), requirement, *tags)
    proper(manager, "An rpc-error has what RFC 6241 4.3 and appendix A demand of it")


@provider_case(
    "O1-RPC-105", "An operation of an unknown namespace is refused", "RFC 6241 A", tags=(*TAGS, "negative", "F41")
)
async def knows_namespaces(manager: Manager) -> None:
    """The operation get is asked for in a namespace that the element does not know."""
    requirement = "An operation of a namespace that there is not is refused (RFC 6241 A)"
    tags = ("operation-not-supported", "unknown-namespace", "unknown-element")
    await manager.refused(operation("get", namespace=OF_TESTS), requirement, *tags)


@provider_case("O1-RPC-106", "An unknown parameter is refused", "RFC 6241 A", tags=(*TAGS, "negative", "F41"))
async def knows_parameters(manager: Manager) -> None:
    """get-config has a parameter more than there are."""
    asked = operation("get-config", "<source><running/></source><oran-harness-unknown/>")
    requirement = "An unexpected element gets the error-tag unknown-element (RFC 6241 A)"
    await manager.refused(asked, requirement, "unknown-element", "bad-element")


@provider_case("O1-RPC-107", "The prefix nc is a prefix as any other", "RFC 6241 3.1", tags=(*TAGS, "F41"))
async def takes_prefix(manager: Manager) -> None:
    """All elements of an rpc have the prefix nc."""
    await ask_prefixed(manager, "nc")


@provider_case("O1-RPC-108", "Prefixes may have any name", "RFC 6241 3.1", tags=TAGS)
async def takes_any_prefix(manager: Manager) -> None:
    """The elements of rpcs have prefixes of unusual names."""
    for prefix in ("a", "_x.1-2", "netconf", "\u00e9t\u00e9"):
        await ask_prefixed(manager, prefix)


async def ask_prefixed(manager: Manager, prefix: str) -> None:
    """Ask with a prefix for NETCONF's namespace; the reply is in that namespace, under whatever prefix."""
    message_id = manager.new_message_id()
    inside = "<P:get-config><P:source><P:running/></P:source><P:filter type='subtree'/></P:get-config>"
    message = f"<P:rpc xmlns:P='{BASE}' message-id='{message_id}'>{inside}</P:rpc>".replace("P:", f"{prefix}:")
    message = message.replace("xmlns:P=", f"xmlns:{prefix}=")
    await manager.say(message.encode())
    requirement = f"Elements are known by their namespace, here with the prefix {prefix} (RFC 6241 3.1)"
    reply = await answered(manager, message_id, requirement)
    check(not reply.refused, requirement, expected="no rpc-error", actual=told(reply))
    space = namespace(reply.element.tag)
    check(space == BASE, requirement, expected=f"a reply in the namespace {BASE}", actual=space or "in none")


@provider_case("O1-RPC-109", "Replies come in the order of the rpcs", "RFC 6241 4.5", tags=TAGS)
async def keeps_order(manager: Manager) -> None:
    """A long request and short ones are sent without waiting."""
    asked = []
    for each in (get(state()), NOTHING, get(state()), NOTHING, NOTHING):
        message_id = manager.new_message_id()
        asked.append(message_id)
        await manager.say(speaking.rpc(each, message_id))
    requirement = "Replies are sent in the order in which the rpcs were received (RFC 6241 4.5)"
    await in_order(manager, asked, requirement)


@provider_case("O1-RPC-110", "A hundred rpcs at once are all answered", "RFC 6241 4.2, 4.5", tags=TAGS)
async def answers_many(manager: Manager) -> None:
    """A hundred rpcs are sent as one piece."""
    asked = [new_rpc(manager) for _ in range(MANY)]
    await manager.say_all(message for _, message in asked)
    requirement = "Each rpc is answered once, in the order of the rpcs (RFC 6241 4.2, 4.5)"
    await in_order(manager, [message_id for message_id, _ in asked], requirement)


async def in_order(manager: Manager, asked: list[str], requirement: str) -> None:
    """Hear the replies to all, each in its turn."""
    name = manager.here
    for message_id in asked:
        reply = await manager.expect(RpcReply, association=name, requirement=requirement)
        check(
            reply.message_id == message_id,
            requirement,
            expected=f"the reply to the rpc with message-id {message_id}",
            actual=f"a reply with message-id {reply.message_id}",
        )


@provider_case("O1-RPC-111", "An rpc may begin with an XML declaration", "RFC 6241 3", tags=TAGS)
async def takes_declaration(manager: Manager) -> None:
    """An rpc begins with the XML declaration, has comments in it, and ends with a line feed."""
    message_id, message = new_rpc(manager)
    end = message.rindex(b"</")
    text = b'<?xml version="1.0" encoding="UTF-8"?>\n' + message[:end] + b"<!-- ask -->" + message[end:] + b"\n"
    await manager.say(text)
    requirement = "A message is a well-formed XML document in UTF-8, with a declaration or without (RFC 6241 3)"
    reply = await answered(manager, message_id, requirement)
    check(not reply.refused, requirement, expected="no rpc-error", actual=told(reply))


@provider_case("O1-RPC-112", "An rpc-error is a proper one", "RFC 6241 4.3, A", tags=(*TAGS, "negative"))
async def errs_properly(manager: Manager) -> None:
    """Requests that cannot be met get rpc-errors with type, tag, severity and what the tag demands."""
    asked = (
        operation("oran-harness-unknown"),
        operation("get-config"),
        operation("get-config", "<source><oran-harness-unknown/></source>"),
        operation("kill-session", "<session-id>0</session-id>"),
        operation("unlock", "<target><running/></target>"),
    )
    for each in asked:
        await manager.ask(each)
        proper(manager, "An rpc-error has what RFC 6241 4.3 and appendix A demand of it")


@provider_case(
    "O1-RPC-113", "A session goes on after errors", "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-6", tags=(*TAGS, "negative")
)
async def goes_on(manager: Manager) -> None:
    """After many requests that cannot be met, one that can be is."""
    name = manager.here
    for _ in range(20):
        await manager.ask(operation("oran-harness-unknown"), session=name)
    await manager.done(NOTHING, "A session goes on after rpc-errors (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-6)", session=name)


@provider_case("O1-RPC-114", "An empty element is empty however it is written", "RFC 6241 3, 7.8", tags=TAGS)
async def knows_empty(manager: Manager) -> None:
    """get-config and close-session are asked for with two tags around nothing, as some managers write them."""
    name = manager.here
    empty = (
        f'<get-config xmlns="{BASE}"><source><running></running></source><filter type="subtree"></filter></get-config>'
    )
    requirement = "An element without content is the same with one tag and with two (RFC 6241 3, XML 3.1)"
    await manager.done(empty.encode(), requirement, session=name)
    await manager.done(f'<close-session xmlns="{BASE}"></close-session>'.encode(), requirement, session=name)
    await manager.ending(name, requirement=f"{requirement}: close-session ends its session (RFC 6241 7.8)")
