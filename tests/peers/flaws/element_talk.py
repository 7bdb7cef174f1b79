"""A flawed managed element that a test talks to, and what it says."""

from collections.abc import Callable, Sequence

from oran_harness.codec.xml import Element, parse
from oran_harness.peers.actor import Actor, Command, Heard, Say, Up
from oran_harness.protocols.netconf import BASE, BASE_1_1, Framing, frame
from oran_harness.protocols.netconf.framing import Deframer, Framed
from oran_harness.protocols.netconf.speaking import hello, rpc
from tests.conformance.o1.performing import quick_provider

LARGEST = 10_000_000


class ElementTalk:
    """A session with an element after ``plant``, in chunks; ``commands`` is all that the last words led to."""

    def __init__(self, plant: Callable[[Actor], Actor]) -> None:
        self.actor = plant(quick_provider())
        self.now = 0.0
        self.commands: list[Command] = []
        self._deframer = Deframer(LARGEST)
        self._obey(self.actor.begin(self.now))
        self.greeting = self._obey(self.actor.handle(Up("1", outbound=False), self.now))
        self.octets(frame(hello([BASE_1_1]), Framing.END_OF_MESSAGE))
        self._deframer.expected = Framing.CHUNKED

    def octets(self, octets: bytes) -> list[bytes]:
        """The messages that octets are answered by."""
        self.now += 0.1
        return self._obey(self.actor.handle(Heard("1", octets), self.now))

    def ask(self, operation: str, id: str = "1") -> list[bytes]:
        """The messages that an operation is answered by."""
        return self.octets(frame(rpc(operation.encode(), id), Framing.CHUNKED))

    def answer(self, operation: str) -> Element:
        """The one reply to an operation."""
        (reply,) = self.ask(operation)
        return parse(reply)

    def _obey(self, commands: Sequence[Command]) -> list[bytes]:
        self.commands = list(commands)
        said = b"".join(each.octets for each in commands if isinstance(each, Say))
        return [found.octets for found in self._deframer.feed(said) if isinstance(found, Framed)]


def op(name: str, content: str = "") -> str:
    """An operation of NETCONF's own."""
    return f'<{name} xmlns="{BASE}">{content}</{name}>'


GET_CONFIG = op("get-config", '<source><running/></source><filter type="subtree"></filter>')
LOCK, UNLOCK = (op(name, "<target><running/></target>") for name in ("lock", "unlock"))


def tag_of(reply: Element) -> str | None:
    """The error-tag of a reply; None if it is no refusal."""
    found: str | None = reply.findtext(f"{{{BASE}}}rpc-error/{{{BASE}}}error-tag")
    return found


def is_ok(reply: Element) -> bool:
    """Whether a reply says ok."""
    return reply.find(f"{{{BASE}}}ok") is not None
