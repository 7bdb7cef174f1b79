"""Managers that make the wrong thing of notifications, or of a session's end (RFC 5277; O-RAN.WG4.MP 14.1)."""

from typing import Any

from lxml import etree

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_manager import Asking, Leaving, Stunned, mannered, put
from oran_harness.peers.o1_manager.dialogue import Dialogue
from oran_harness.peers.o1_manager.dialogues import asked
from oran_harness.peers.o1_manager.manner import Manner
from oran_harness.peers.o1_manager.operations import create_subscription
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import Capabilities
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.messages import Notification
from oran_harness.protocols.netconf.speaking import operation

MANAGER = Role.O1_MANAGER
_STRANGER = "urn:oran-harness:example"


class _Subscribing(Manner):
    """Subscribes on each session, whatever is advertised."""

    def asks(self, session: Session, rpc: bytes) -> bytes | None:
        """Ask for a subscription in place of the YANG library."""
        if b"yang-library" not in rpc:
            return rpc
        root = etree.fromstring(rpc)
        for each in list(root):
            root.remove(each)
        root.append(create_subscription(None))
        return bytes(etree.tostring(root))


class _Resetting(Manner):
    """Resets the watchdog in another way, ``times`` at most."""

    def __init__(self, times: int) -> None:
        self._times = times

    def resets(self, session: Session, reset: Element) -> Element | None:
        """Reset it, as long as it does."""
        self._times -= 1
        return reset if self._times >= 0 else None


class _ResettingElsewhere(Manner):
    """Resets the watchdog in a namespace of its own."""

    def resets(self, session: Session, reset: Element) -> Element | None:
        """Reset that."""
        for each in reset.iter("*"):
            each.tag = f"{{urn:o-ran:o-ran-supervision}}{etree.QName(each).localname}"
        return reset


class _Unasked(Manner):
    """Leaves without asking to close its session."""

    def carries_out(self, name: str, dialogue: Dialogue, there: Capabilities) -> Dialogue:
        """Ask for something that changes nothing, and leave."""
        return asked(operation("discard-changes")) if name == "o1-close" else dialogue


class _KeepsFraming(Manner):
    """Speaks on its second session as the first was left: in chunks, hello and all."""

    def __init__(self) -> None:
        self._sessions: list[str] = []

    def frames(self, session: Session, message: bytes, framing: Framing) -> bytes:
        """Frame it so."""
        if session.name not in self._sessions:
            self._sessions.append(session.name)
        return frame(message, Framing.CHUNKED if len(self._sessions) > 1 else framing)


class _OneSession(Manner):
    """Asks for nothing on a session that is not its first."""

    def __init__(self) -> None:
        self._first: str | None = None

    def asks(self, session: Session, rpc: bytes) -> bytes | None:
        """Ask, if it is that."""
        self._first = self._first or session.name
        return rpc if session.name == self._first else None


def _without_zone(rpc: Element) -> None:
    put(rpc, "startTime", "2026-01-01T00:00:00")


def _stranger(heard: Any) -> bool:
    content = heard.content if isinstance(heard, Notification) else None
    return content is not None and etree.QName(content).namespace == _STRANGER


FLAWS = (
    Flaw(
        "manager-start-time-without-zone",
        "Subscribes from a time that has no zone",
        MANAGER,
        "F41",
        mannered(lambda: Asking(_without_zone, "create-subscription")),
        ("O1-NOTIF-201",),
    ),
    Flaw(
        "manager-unknown-event",
        "Ends its session when it does not know what happened",
        MANAGER,
        None,
        mannered(lambda: Leaving(_stranger)),
        ("O1-NOTIF-202", "O1-NOTIF-203", "O1-NOTIF-204"),
    ),
    Flaw(
        "manager-stunned-by-broken-notification",
        "Asks nothing any more once a notification had no time",
        MANAGER,
        None,
        mannered(lambda: Stunned(BreachKind.NO_EVENT_TIME)),
        ("O1-NOTIF-205",),
    ),
    Flaw(
        "manager-subscribes-always",
        "Subscribes where no notifications are advertised",
        MANAGER,
        None,
        mannered(_Subscribing),
        ("O1-OPTION-209",),
    ),
    Flaw(
        "manager-watchdog-unanswered",
        "Asks for supervision and does not reset the watchdog",
        MANAGER,
        "F41",
        mannered(lambda: _Resetting(0)),
        ("O1-SUPER-201",),
    ),
    Flaw(
        "manager-watchdog-answered-once",
        "Resets the watchdog once",
        MANAGER,
        "F41",
        mannered(lambda: _Resetting(1)),
        ("O1-SUPER-202",),
    ),
    Flaw(
        "manager-watchdog-elsewhere",
        "Resets the watchdog in a namespace that there is not",
        MANAGER,
        None,
        mannered(_ResettingElsewhere),
        ("O1-SUPER-203",),
    ),
    Flaw(
        "manager-leaves-unasked",
        "Leaves without asking to close its session",
        MANAGER,
        None,
        mannered(_Unasked),
        ("O1-SESSION-201",),
    ),
    Flaw(
        "manager-keeps-framing",
        "Begins its next session in the framing of the last",
        MANAGER,
        None,
        mannered(_KeepsFraming),
        ("O1-SESSION-202",),
    ),
    Flaw(
        "manager-one-session",
        "Asks nothing on a session that is not its first",
        MANAGER,
        None,
        mannered(_OneSession),
        ("O1-SESSION-204",),
    ),
)
"""One flaw each."""
