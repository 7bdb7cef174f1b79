"""A manager's hello, and what it makes of an element's (RFC 6241 8.1; RFC 6242 4.1)."""

import re

from oran_harness.conformance.o1.answers import proper
from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.provoking import QUIET_S, READ, read, stays
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Framing, Hello, Rpc, Side, frame, speaking
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check, not_applicable

TAGS = ("hello",)
NEEDS = (FRESH, "transport:framing")
SAYS = "Each side says hello when a session is opened (RFC 6241 8.1)"
NOT_ON = "A manager ends the session, and does not go on in it (RFC 6241 8.1)"


@manager_case("O1-HELLO-201", "A manager says hello", "RFC 6241 8.1", needs=(FRESH,), tags=TAGS)
async def says_hello(element: ManagedElement) -> None:
    """A session is opened: the manager's hello comes first, and is a proper one."""
    hello = await element.greet()
    proper(element, SAYS)
    check(bool(hello.capabilities.uris), SAYS, expected="a list of capabilities", actual="none")


@manager_case("O1-HELLO-202", "A manager names base:1.1", "RFC 6241 8.1", tags=TAGS)
async def names_base(element: ManagedElement) -> None:
    """The manager's hello names version 1.1 of the base protocol."""
    hello = element.session().hello(Side.CLIENT)
    assert hello is not None
    requirement = "A peer of RFC 6241 names base:1.1 in its hello (RFC 6241 8.1)"
    actual = ", ".join(hello.capabilities.by_base) or "no capability"
    check(BASE_1_1 in hello.capabilities, requirement, expected=BASE_1_1, actual=actual)


@manager_case("O1-HELLO-203", "A manager's hello has no session-id", "RFC 6241 8.1", tags=TAGS)
async def gives_no_number(element: ManagedElement) -> None:
    """The session's number is the element's to give."""
    hello = element.session().hello(Side.CLIENT)
    assert hello is not None
    requirement = "A client's hello has no session-id: servers end sessions for one (RFC 6241 8.1)"
    found = hello.element.findtext("{*}session-id")
    check(found is None, requirement, expected="no session-id", actual=f"session-id {found}")


@manager_case(
    "O1-HELLO-204", "A manager's hello ends with ]]>]]>", "RFC 6242 4.1", needs=NEEDS, tags=("framing", *TAGS)
)
async def frames_hello(element: ManagedElement) -> None:
    """Whatever the two agree on later, a hello is in end-of-message framing."""
    await element.greet()
    assert element.last is not None
    requirement = "A hello is followed by ]]>]]> (RFC 6242 4.1)"
    chunked = element.last.octets.lstrip(b"\r").startswith(b"\n#")
    check(not chunked, requirement, expected="]]>]]> behind the hello", actual="a hello in chunks")


@manager_case(
    "O1-HELLO-205",
    "A hello without session-id ends the session",
    "RFC 6241 8.1",
    needs=(FRESH,),
    tags=(*TAGS, "negative"),
)
async def demands_number(element: ManagedElement) -> None:
    """The element's hello has no session-id: the manager ends the session, and asks nothing, not even to close it."""
    name = element.here or ""
    await element.say(speaking.hello(element.capabilities), framing=Framing.END_OF_MESSAGE, injected=True)
    requirement = "A client that gets no session-id ends the session, without a close-session (RFC 6241 8.1)"
    await element.ending(name, requirement=requirement)
    asked = ", ".join(rpc.name for rpc in element.requests[name])
    check(not asked, requirement, expected="no rpc", actual=f"it asked for {asked}")


@manager_case(
    "O1-HELLO-206", "Without a common version nobody goes on", "RFC 6241 8.1", needs=(FRESH,), tags=(*TAGS, "negative")
)
async def demands_version(element: ManagedElement) -> None:
    """The element's hello names a version that there is not: the manager asks nothing."""
    capabilities = ["urn:ietf:params:netconf:base:9.0", *(uri for uri in element.capabilities if ":base:1." not in uri)]
    await does_not_go_on(element, frame(element.hello(capabilities=capabilities), Framing.END_OF_MESSAGE))


@manager_case(
    "O1-HELLO-207",
    "A hello in chunks is none",
    "RFC 6242 4.1",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=(*TAGS, "framing", "negative", "F41"),
)
async def demands_frame(element: ManagedElement) -> None:
    """The element's hello is in chunks: the manager does not go on as if it were in order."""
    await does_not_go_on(element, frame(element.hello(), Framing.CHUNKED))


async def does_not_go_on(element: ManagedElement, octets: bytes) -> None:
    """Send octets in place of our hello; an rpc that comes then is one too many."""
    name = element.here or ""
    await element.send_octets(octets)
    await element.hear(Hello, association=name)
    # To say good-bye is not to go on.
    rpc = await element.hear(Rpc, where=lambda each: each.name != "close-session", association=name, within=2 * QUIET_S)
    actual = "" if rpc is None else f"it asks for {rpc.name}"
    check(rpc is None, NOT_ON, expected="no rpc", actual=actual)


@manager_case("O1-HELLO-208", "Unknown capabilities are ignored", "RFC 6241 8", needs=(FRESH, READ), tags=TAGS)
async def ignores_unknown(element: ManagedElement) -> None:
    """The element's hello names 200 capabilities that nobody knows, before those that are known."""
    unknown = [f"urn:oran-harness:example:{n}{'?module=m&amp;deviations=' if n % 3 else ''}" for n in range(200)]
    await element.greet(capabilities=[*unknown, *element.capabilities])
    requirement = "A peer ignores capabilities that it does not understand (RFC 6241 8)"
    await goes_on(element, requirement)


@manager_case(
    "O1-HELLO-209", "A hello may have a prefix and a declaration", "RFC 6241 3, 3.1", needs=(FRESH, READ), tags=TAGS
)
async def takes_prefix(element: ManagedElement) -> None:
    """The element's hello begins with the XML declaration, and its elements have the prefix nc."""
    declared = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    await element.say(declared + prefixed(element.hello()), framing=Framing.END_OF_MESSAGE)
    await element.expect(Hello, requirement=SAYS)
    await goes_on(element, "Elements are known by their namespace, whatever their prefix (RFC 6241 3.1)")


@manager_case(
    "O1-HELLO-210", "A hello that comes in pieces", "RFC 6242 4.3", needs=(*NEEDS, READ), tags=("framing", *TAGS)
)
async def takes_pieces(element: ManagedElement) -> None:
    """The element's hello is handed to the transport in many pieces, and ends within the end-of-message sign."""
    octets = frame(element.hello(), Framing.END_OF_MESSAGE)
    size = max(1, len(octets) // 40)
    name, requirement = element.here, "A hello ends with ]]>]]>, whatever the transport delivers at once (RFC 6242 4.3)"
    for at in range(0, len(octets) - 3, size):
        await element.send_octets(octets[at : min(at + size, len(octets) - 3)], injected=False)
    await stays(element, name, requirement)
    await element.send_octets(octets[-3:], injected=False)
    await element.expect(Hello, requirement=SAYS)
    await goes_on(element, requirement)


@manager_case(
    "O1-HELLO-211", "An element of base:1.0 is managed", "RFC 6241 8.1", needs=(*NEEDS, READ), tags=("framing", *TAGS)
)
async def manages_old(element: ManagedElement) -> None:
    """The element names base:1.0 alone: a manager that names it, too, goes on, in end-of-message framing."""
    await old_session(element)
    requirement = "Without base:1.1 on both sides messages end with ]]>]]> (RFC 6241 8.1, RFC 6242 4.1)"
    rpc = await read(element, requirement)
    proper(element, requirement)
    await element.answer(rpc)


async def old_session(element: ManagedElement) -> None:
    """Exchange hellos, ours with base:1.0 alone; a manager that does not name it is none for the case."""
    capabilities = [uri for uri in element.capabilities if uri != BASE_1_1]
    hello = await element.greet(capabilities=[BASE_1_0, *(uri for uri in capabilities if uri != BASE_1_0)])
    if BASE_1_0 not in hello.capabilities:
        raise not_applicable(f"the {element.sut} does not name base:1.0")


def prefixed(hello: bytes) -> bytes:
    """A hello whose elements have the prefix nc."""
    plain = hello.replace(b"xmlns=", b"xmlns:nc=", 1)
    return re.sub(rb"<(/?)(?=[a-z])", rb"<\1nc:", plain)


async def goes_on(element: ManagedElement, requirement: str) -> None:
    """The manager keeps its session, and reads something."""
    await stays(element, element.last_session, requirement)
    rpc = await read(element, requirement)
    await element.answer(rpc)
