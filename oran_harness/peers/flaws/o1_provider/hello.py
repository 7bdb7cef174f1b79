"""Flaws of the hello and of the versions that it names (RFC 6241 8.1)."""

from collections.abc import Sequence

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Over, Say, Up
from oran_harness.peers.flaws.element_replies import Greeting, Misframing, capabilities, without
from oran_harness.peers.flaws.element_requests import Deaf, Mishearing
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.capabilities import BASE_1_0
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.namespaces import BASE, base

ELEMENT = Role.O1_PROVIDER
_EMPTY_HELLO = f'<hello xmlns="{BASE}"/>'.encode()


class _Waiting(FlawedElement):
    """Says its hello when it has heard the manager's."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._held: dict[str, Sequence[Command]] = {}

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """Hold it back."""
        commands = super().handle(happening, now)
        match happening:
            case Up(association) if all(isinstance(each, Say) for each in commands):
                self._held[association] = commands
                return ()
            case Heard(association) if association in self._held:
                return (*self._held.pop(association), *commands)
            case Over(association):
                self._held.pop(association, None)
        return commands


class _NumberedAlike(FlawedElement):
    """Gives each session the same number."""

    def greets(self, session: Session, hello: bytes) -> bytes:
        """Say it."""
        number = f"<session-id>{session.number}</session-id>".encode()
        return super().greets(session, hello).replace(number, b"<session-id>1</session-id>")


def _hello_alone(octets: bytes) -> bytes:
    hello, end, _ = octets.partition(b"</hello>]]>]]>")
    return hello + end


def _from_zero(root: Element) -> None:
    for each in root.findall(base("session-id")):
        each.text = str(int(each.text or "1") - 1)


FLAWS = (
    Flaw(
        "element-speaks-no-chunks",
        "Advertises base:1.1 and speaks in the framing of base:1.0",
        ELEMENT,
        "F41",
        lambda actor: Misframing(actor, lambda message, _: frame(message, Framing.END_OF_MESSAGE)),
        ("O1-HELLO-108",),
    ),
    Flaw(
        "element-speaks-chunks-to-old-managers",
        "Speaks in chunks to a manager of base:1.0 alone",
        ELEMENT,
        None,
        lambda actor: Misframing(actor, lambda message, _: frame(message, Framing.CHUNKED)),
        ("O1-HELLO-104",),
    ),
    Flaw(
        "element-waits-for-hello",
        "Says its hello when it has heard that of the manager",
        ELEMENT,
        None,
        _Waiting,
        ("O1-HELLO-109",),
    ),
    Flaw(
        "element-hello-without-session-id",
        "Says a hello without a session-id",
        ELEMENT,
        None,
        lambda actor: Greeting(actor, without(base("session-id"))),
        ("O1-HELLO-110",),
    ),
    Flaw(
        "element-session-ids-alike",
        "Gives every session the number 1",
        ELEMENT,
        None,
        _NumberedAlike,
        ("O1-HELLO-102", "O1-SESSION-107"),
    ),
    Flaw(
        "element-session-id-zero",
        "Counts its sessions from 0",
        ELEMENT,
        None,
        lambda actor: Greeting(actor, _from_zero),
        ("O1-HELLO-110",),
    ),
    Flaw(
        "element-candidate-unadvertised",
        "Advertises confirmed commits without the candidate that they need",
        ELEMENT,
        None,
        lambda actor: Greeting(actor, capabilities(lambda uri: None if ":candidate:" in uri else uri)),
        ("O1-HELLO-114", "O1-HELLO-117"),
    ),
    Flaw(
        "element-forgets-what-follows-hello",
        "Forgets an rpc that comes in one piece with the hello",
        ELEMENT,
        None,
        lambda actor: Mishearing(actor, _hello_alone),
        ("O1-HELLO-116",),
    ),
    Flaw(
        "element-base-unadvertised",
        "Advertises no base protocol but an own one",
        ELEMENT,
        None,
        lambda actor: Greeting(
            actor, capabilities(lambda uri: "urn:example:base:2" if uri.endswith((":base:1.0", ":base:1.1")) else uri)
        ),
        ("O1-HELLO-101",),
    ),
    Flaw(
        "element-startup-unadvertised",
        "Leaves capabilities out of its hello that O1 demands",
        ELEMENT,
        None,
        lambda actor: Greeting(
            actor,
            capabilities(lambda uri: None if ":capability:rollback" in uri or ":capability:validate" in uri else uri),
        ),
        ("O1-HELLO-103",),
    ),
    Flaw(
        "element-lost-by-unknown-capability",
        "Does not read a hello with a capability that it does not know",
        ELEMENT,
        None,
        lambda actor: Deaf(actor, lambda octets: b"<capability>urn:oran-harness" in octets),
        ("O1-HELLO-111",),
    ),
    Flaw(
        "element-compares-versions-whole",
        "Takes a version with parameters for another version",
        ELEMENT,
        None,
        lambda actor: Deaf(actor, lambda octets: b"<capability>urn:ietf:params:netconf:base:1.1?" in octets),
        ("O1-HELLO-112",),
    ),
    Flaw(
        "element-takes-any-version",
        "Speaks with managers of a version that it does not know",
        ELEMENT,
        None,
        lambda actor: Mishearing(actor, lambda octets: octets.replace(b"base:9.9", b"base:1.0")),
        ("O1-HELLO-106",),
    ),
    Flaw(
        "element-takes-empty-hello",
        "Opens a session on a hello without capabilities",
        ELEMENT,
        None,
        lambda actor: Mishearing(actor, lambda octets: octets.replace(_EMPTY_HELLO, speaking.hello([BASE_1_0]))),
        ("O1-HELLO-115",),
    ),
)
