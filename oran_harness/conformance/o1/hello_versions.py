"""What hellos agree on, and what has to be turned away (RFC 6241 8.1)."""

from oran_harness.conformance.o1.answers import proper, still_serves
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import BASE, BASE_1_0, BASE_1_1, Framing, Hello, RpcReply, frame, speaking
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.manager import OURS, Manager
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.outcome import check, not_applicable, unsupported

FRAMED = "transport:framing"
HELLO = ("hello",)


@provider_case(
    "O1-HELLO-104",
    "A manager of base:1.0 is spoken to in its framing",
    "RFC 6242 4.1",
    needs=(FRESH, FRAMED),
    tags=("hello", "framing"),
)
async def speaks_old(manager: Manager) -> None:
    """Our hello names base:1.0 alone; if the element names it too, its replies end with the end-of-message octets."""
    await old_session(manager)
    await manager.done(NOTHING, "An rpc of a manager that names base:1.0 is answered (RFC 6241 8.1)")
    proper(manager, "Messages end with ]]>]]> unless both hellos name base:1.1 (RFC 6242 4.1)")


@provider_case(
    "O1-HELLO-105",
    "A hello with a session-id from a manager ends the session",
    "RFC 6241 8.1",
    needs=(FRESH,),
    tags=HELLO,
)
async def refuses_session_id(manager: Manager) -> None:
    """Our hello has a session-id, which only a server's has."""
    name = manager.here
    # Its hello first: what is behind the transport may not listen yet, and be judged by what it never heard.
    await manager.hear(Hello, association=name)
    await manager.say(speaking.hello(OURS, 4), framing=Framing.END_OF_MESSAGE, injected=True)
    requirement = "A server that receives a hello with a session-id terminates the session (RFC 6241 8.1)"
    await manager.ending(name, requirement=requirement)
    await still_serves(manager, "A hello that was refused does not keep others out")


@provider_case(
    "O1-HELLO-106", "Without a common version there is no session", "RFC 6241 8.1", needs=(FRESH,), tags=HELLO
)
async def goes_apart(manager: Manager) -> None:
    """Our hello names a version of the base protocol that there is not; an rpc after it is not carried out."""
    await manager.say(
        speaking.hello(["urn:ietf:params:netconf:base:9.9"]), framing=Framing.END_OF_MESSAGE, injected=True
    )
    await not_carried_out(manager, "A peer does not go on when the hellos name no version in common (RFC 6241 8.1)")


@provider_case(
    "O1-HELLO-107",
    "An rpc before any hello is not carried out",
    "RFC 6241 8.1",
    level=Level.SHOULD,
    needs=(FRESH,),
    tags=HELLO,
)
async def waits_for_hello(manager: Manager) -> None:
    """We ask without having said hello."""
    await not_carried_out(manager, "Each peer says hello before anything is asked (RFC 6241 8.1)")


async def not_carried_out(manager: Manager, requirement: str) -> None:
    """An rpc on the newest session gets no other reply than a refusal; others are served."""
    name = manager.here
    if name in manager.standing:
        message_id = manager.new_message_id()
        await manager.say(speaking.rpc(NOTHING, message_id), framing=Framing.END_OF_MESSAGE, injected=True)
        reply = await manager.hear(RpcReply, association=name, within=2.0)
        done = reply is not None and not reply.refused
        check(not done, requirement, expected="the end of the session, or no answer", actual="the rpc was carried out")
    await still_serves(manager, "A session that cannot be does not keep others out")


@provider_case(
    "O1-HELLO-108",
    "What speaks base:1.1 speaks in chunks",
    "RFC 6242 4.1",
    needs=(FRAMED,),
    tags=("hello", "framing", "F41"),
)
async def speaks_chunks(manager: Manager) -> None:
    """Both hellos name base:1.1, so an rpc in chunks is answered in chunks."""
    demand_chunks(manager)
    await manager.done(NOTHING, "An rpc in chunks is answered once both hellos name base:1.1 (RFC 6242 4.1)")
    proper(manager, "Messages are in chunks once both hellos name base:1.1 (RFC 6242 4.1)")


@provider_case(
    "O1-HELLO-109", "The element does not wait for the hello of the manager", "RFC 6241 8.1", needs=(FRESH,), tags=HELLO
)
async def does_not_wait(manager: Manager) -> None:
    """A session is opened, and we say nothing."""
    await manager.expect(Hello, requirement="A peer does not wait for the other's hello with its own (RFC 6241 8.1)")


@provider_case(
    "O1-HELLO-110", "The hello is a proper one", "RFC 6241 3.1, 8.1, B; RFC 6242 4.1", needs=(FRESH,), tags=HELLO
)
async def says_properly(manager: Manager) -> None:
    """The hello is well-formed, in end-of-message framing, with URIs and a session-id in its range."""
    await manager.greet()
    proper(manager, "The hello is what RFC 6241 8.1 and RFC 6242 4.1 say")


@provider_case("O1-HELLO-111", "Capabilities that nobody knows are ignored", "RFC 6241 8", needs=(FRESH,), tags=HELLO)
async def ignores_unknown(manager: Manager) -> None:
    """Our hello names a capability that is unknown to everybody."""
    await manager.greet(capabilities=(*OURS, "urn:oran-harness:capability:unknown:1.0?why=not", "http://example.net/x"))
    await manager.done(NOTHING, "A peer ignores capabilities that it does not understand (RFC 6241 8)")


@provider_case(
    "O1-HELLO-112",
    "Parameters of a version do not count",
    "RFC 6241 8.1",
    needs=(FRESH,),
    tags=HELLO,
)
async def ignores_parameters(manager: Manager) -> None:
    """Our hello names base:1.1 with a parameter behind it."""
    await manager.greet(capabilities=(f"{BASE_1_1}?oran-harness=1",))
    demand_chunks(manager)
    requirement = "Only the part of a version's URI before its parameters is compared (RFC 6241 8.1)"
    await manager.done(NOTHING, requirement)


@provider_case(
    "O1-HELLO-113", "A hello with a prefix is a hello", "RFC 6241 3.1", needs=(FRESH,), tags=("hello", "F41")
)
async def takes_prefixed_hello(manager: Manager) -> None:
    """The elements of our hello have a prefix, as those of many managers have."""
    name = manager.here
    listed = "".join(f"<nc:capability>{uri}</nc:capability>" for uri in OURS)
    hello = f'<nc:hello xmlns:nc="{BASE}"><nc:capabilities>{listed}</nc:capabilities></nc:hello>'
    await manager.say(hello.encode(), framing=Framing.END_OF_MESSAGE)
    await manager.expect(Hello, association=name)
    await manager.done(NOTHING, "Elements are known by their namespace, whatever its prefix (RFC 6241 3.1)")


@provider_case(
    "O1-HELLO-114",
    "Capabilities that build on another come with it",
    "RFC 6241 8.4.2; RFC 5277 6.2",
    level=Level.SHOULD,
    tags=HELLO,
)
async def names_all(manager: Manager) -> None:
    """Who advertises confirmed-commit has a candidate; who advertises interleave has notifications."""
    for name, on in (("confirmed-commit", "candidate"), ("interleave", "notification")):
        if manager.has(CAPABILITIES[name]):
            requirement = f"The capability :{name} is only there with :{on}"
            check(manager.has(CAPABILITIES[on]), requirement, expected=f":{on} too", actual=f"only :{name}")


@provider_case(
    "O1-HELLO-115", "A hello without capabilities starts no session", "RFC 6241 8.1", needs=(FRESH,), tags=HELLO
)
async def refuses_empty_hello(manager: Manager) -> None:
    """Our hello has no list of capabilities, and so names no version."""
    hello = f'<hello xmlns="{BASE}"/>'.encode()
    await manager.say(hello, framing=Framing.END_OF_MESSAGE, injected=True)
    await not_carried_out(manager, "A hello has a list of capabilities with a version in common (RFC 6241 8.1)")


async def old_session(manager: Manager) -> None:
    """Say hello with base:1.0 alone on a fresh session; ``unsupported`` where the element does not name it."""
    await manager.greet(capabilities=(BASE_1_0,))
    if manager.session().version is None:
        raise unsupported(f"the {manager.sut} does not speak base:1.0")


def demand_chunks(manager: Manager) -> None:
    """End the case as ``unsupported`` unless both hellos name base:1.1."""
    if manager.session().version != BASE_1_1:
        raise unsupported(f"the {manager.sut} does not advertise base:1.1")


@provider_case("O1-HELLO-116", "An rpc may follow the hello at once", "RFC 6241 8.1", needs=(FRESH, FRAMED), tags=HELLO)
async def takes_both(manager: Manager) -> None:
    """After the element's hello came, our hello and an rpc are sent as one piece: the rpc is answered."""
    name = manager.here
    hello = await manager.expect(Hello, association=name)
    message_id = manager.new_message_id()
    old = BASE_1_0 in hello.capabilities
    octets = frame(speaking.hello((BASE_1_0 if old else BASE_1_1,)), Framing.END_OF_MESSAGE)
    octets += frame(speaking.rpc(NOTHING, message_id), Framing.END_OF_MESSAGE if old else Framing.CHUNKED)
    # A hello without base:1.1 is none that RFC 6241 8.1 provides for.
    await manager.send_octets(octets, injected=old)
    requirement = "Who has both hellos can be asked, and answers each rpc (RFC 6241 4.2, 8.1)"
    await manager.expect(RpcReply, where=Replies(message_id), association=name, requirement=requirement)


@provider_case(
    "O1-HELLO-117", "What is claimed is advertised", "claims of the vendor's profile; RFC 6241 8.1", tags=HELLO
)
async def advertises_claims(manager: Manager) -> None:
    """The hello names each version of NETCONF and each capability that the profile of the product claims."""
    claims = manager.claims
    wanted = {f"base:{version}": f"{BASE_1_0[:-3]}{version}" for version in claims.netconf}
    wanted |= {f":{name}": CAPABILITIES[name] for name in claims.capabilities}
    if not wanted:
        raise not_applicable("no profile claims anything of the hello")
    without = [name for name, uri in wanted.items() if not manager.has(uri)]
    requirement = "What the profile claims is in the hello (RFC 6241 8.1)"
    check(not without, requirement, expected=", ".join(wanted), actual=f"without {', '.join(without)}")
