"""Flaws of sessions and locks (RFC 6241 7.5, 7.6, 7.8, 7.9)."""

import re
from collections.abc import Sequence

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Say, Up
from oran_harness.peers.flaws.element_replies import Rewording, Tolerating, errors_in
from oran_harness.peers.flaws.element_requests import Pretending, Refusing, holding
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.namespaces import BASE, base
from oran_harness.protocols.netconf.rpc_error import RpcError, error_info

ELEMENT = Role.O1_PROVIDER
_IDS = re.compile(rb'<(?:\w+:)?rpc [^>]*message-id="([^"<&]*)"')
_MOST_SESSIONS = 5


class _OutOfSession(FlawedElement):
    """Answers requests before any hello, and those behind close-session."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._greeted: set[str] = set()

    def meets(self, happening: Happening, now: float) -> Happening | Sequence[Command]:
        """Answer them, if there are any."""
        if not isinstance(happening, Heard):
            return happening
        octets, association = happening.octets, happening.association
        ids = [found.decode("utf-8", "replace") for found in _IDS.findall(octets)]
        early = bool(ids) and association not in self._greeted
        if b"hello" in octets:
            self._greeted.add(association)
        if not early and not (b"close-session" in octets and len(ids) > 1):
            return happening
        framing = Framing.CHUNKED if octets.startswith(b"\n#") else Framing.END_OF_MESSAGE
        replies = [f'<rpc-reply xmlns="{BASE}" message-id="{each}"><ok/></rpc-reply>'.encode() for each in ids]
        return [Say(association, frame(reply, framing)) for reply in replies]


class _FewSessions(FlawedElement):
    """Has room for five sessions, and does not count those that have ended."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._count = 0

    def meets(self, happening: Happening, now: float) -> Happening | Sequence[Command]:
        """Count it."""
        self._count += isinstance(happening, Up)
        return () if isinstance(happening, Up) and self._count > _MOST_SESSIONS else happening


class _LockedForEver(FlawedElement):
    """Gives up no lock, whatever becomes of its session."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._holder: dict[str, int] = {}

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Deny it to all who come later."""
        if rpc is not None and rpc.name == "lock" and not errors_in(reply):
            holder = self._holder.setdefault("", session.number)
            if holder != session.number:
                told = error_info(session_id=str(holder))
                reply = speaking.refusal(rpc, RpcError("protocol", "lock-denied", info=told))
        return super().replies(session, rpc, reply)


class _OneLock(FlawedElement):
    """Has one lock for all datastores."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Deny the second."""
        held = self.managed.locks.held()
        if rpc.name == "lock" and held:
            holder = str(next(iter(held.values()))[0])
            return speaking.refusal(rpc, RpcError("protocol", "lock-denied", info=error_info(session_id=holder)))
        return super().asked(session, rpc, now)


class _UnlockingForAll(FlawedElement):
    """Lets every session unlock what another has locked."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Take the lock from its holder."""
        for each in ("running", "candidate", "startup") if rpc.name == "unlock" else ():
            holder = self.managed.locks.holder(each)
            if holder is not None and rpc.operation is not None and rpc.operation.find(f".//{base(each)}") is not None:
                self.managed.locks.release(holder)
                return speaking.ok(rpc)
        return super().asked(session, rpc, now)


class _EditingWhatIsLocked(FlawedElement):
    """Lets sessions edit what another has locked."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._lent: dict[str, tuple[int, float]] = {}

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Forget the lock as long as it takes."""
        if rpc.name not in ("edit-config", "copy-config", "commit"):
            return super().asked(session, rpc, now)
        self._lent = self.managed.locks.held()
        for holder, _ in self._lent.values():
            self.managed.locks.release(holder)
        return super().asked(session, rpc, now)

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Remember it again."""
        lent, self._lent = self._lent, {}
        for name, (holder, since) in lent.items():
            self.managed.locks.lock(name, holder, since)
        return super().replies(session, rpc, reply)


def _wrong_holder(root: Element) -> None:
    for each in root.iter(base("session-id")):
        each.text = "1" if each.text != "1" else "2"


def _reading_what_is_locked(managed: ManagedElement, text: str) -> bool:
    return "<get-config" in text and bool(managed.locks.held())


FLAWS = (
    Flaw(
        "element-answers-out-of-session",
        "Answers requests that come before a hello, or behind close-session",
        ELEMENT,
        None,
        _OutOfSession,
        ("O1-HELLO-107", "O1-SESSION-102"),
    ),
    Flaw(
        "element-kills-nobody",
        "Says that it has killed a session, which goes on",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<kill-session")),
        ("O1-SESSION-103", "O1-LOCK-108"),
    ),
    Flaw(
        "element-kills-anybody",
        "Says that it has killed a session that there is not",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "invalid-value", test=holding("<kill-session")),
        ("O1-SESSION-104", "O1-SESSION-105"),
    ),
    Flaw(
        "element-counts-sessions-for-ever",
        "Has room for five sessions, and does not count those that have ended",
        ELEMENT,
        None,
        _FewSessions,
        ("O1-SESSION-106",),
    ),
    Flaw(
        "element-locks-nothing",
        "Says ok to every lock, and locks nothing",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<lock")),
        ("O1-LOCK-102", "O1-LOCK-103", "O1-LOCK-109", "O1-LOCK-110", "O1-LOCK-112"),
    ),
    Flaw(
        "element-edits-what-is-locked",
        "Lets a session edit what another has locked",
        ELEMENT,
        None,
        _EditingWhatIsLocked,
        ("O1-LOCK-110",),
    ),
    Flaw(
        "element-unlock-without-effect",
        "Says ok to unlock, and keeps the lock",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<unlock")),
        ("O1-LOCK-101", "O1-LOCK-104", "O1-LOCK-105"),
    ),
    Flaw(
        "element-unlocks-for-anybody",
        "Lets a session unlock what another has locked",
        ELEMENT,
        None,
        _UnlockingForAll,
        ("O1-LOCK-104",),
    ),
    Flaw(
        "element-unlocks-what-is-free",
        "Says ok to unlocking what nobody has locked",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "operation-failed", test=holding("<unlock")),
        ("O1-LOCK-105",),
    ),
    Flaw(
        "element-names-wrong-lock-holder",
        "Names another session than the one that holds the lock",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, _wrong_holder, "lock"),
        ("O1-LOCK-102",),
    ),
    Flaw(
        "element-locks-outlive-sessions",
        "Keeps a lock when its session has ended",
        ELEMENT,
        None,
        _LockedForEver,
        ("O1-LOCK-106", "O1-LOCK-107", "O1-LOCK-108"),
    ),
    Flaw(
        "element-one-lock-for-all",
        "Has one lock for all datastores",
        ELEMENT,
        None,
        _OneLock,
        ("O1-LOCK-113",),
    ),
    Flaw(
        "element-locked-for-reading",
        "Lets nobody read while anything is locked",
        ELEMENT,
        None,
        lambda actor: Refusing(actor, _reading_what_is_locked, "in-use"),
        ("O1-LOCK-111",),
    ),
    Flaw(
        "element-edited-candidate-locked",
        "Locks a candidate that was edited and not committed",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "lock-denied", test=holding("<lock", "candidate")),
        ("O1-LOCK-112",),
    ),
)
