"""Flaws of what lasts: watchdogs, restarts, calls home (O-RAN.WG4 MP 6.3, 6.7; O-RAN.WG10 O1 6.1.2)."""

from collections.abc import Mapping, Sequence

from oran_harness.peers.actor import Actor, Command, Connect, Happening, Over
from oran_harness.peers.flaws.element_replies import Greeting, Rewording, Telling, capabilities
from oran_harness.peers.flaws.element_requests import Jamming, Misreading, Pretending, Refusing, holding
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.flaws.o1_provider.access import element_flaw, texts
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.rpc_error import RpcError

_RESET = holding("<supervision-watchdog-reset")
_INTERVAL = "<supervision-notification-interval>[^<]*</supervision-notification-interval>"
_CONFIRMED = "<confirmed */>|<confirmed></confirmed>|<confirm-timeout>[0-9]*</confirm-timeout>"
_RESETS = 2


class _TiringOfResets(FlawedElement):
    """Resets a watchdog twice, and says ok after that without doing it."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._count = 0

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Count them."""
        if rpc.name != "supervision-watchdog-reset":
            return super().asked(session, rpc, now)
        self._count += 1
        return super().asked(session, rpc, now) if self._count <= _RESETS else speaking.ok(rpc)


class _EndingNobody(FlawedElement):
    """Does not end sessions."""

    def ends(self, session: Session) -> bool:
        """Leave it."""
        return False


class _Restarted(FlawedElement):
    """Does something otherwise once it has been restarted."""

    restarted = False

    def restore(self, stored: Mapping[str, bytes]) -> None:
        """From now on."""
        self.restarted = True
        super().restore(stored)


class _Forgetting(FlawedElement):
    """Keeps nothing over a restart."""

    def restore(self, stored: Mapping[str, bytes]) -> None:
        """Take nothing of it."""


class _HoldingLocks(_Restarted):
    """Is locked after a restart."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Refuse to lock."""
        if self.restarted and rpc.name == "lock":
            return speaking.refusal(rpc, RpcError("protocol", "in-use", message="It is locked."))
        return super().asked(session, rpc, now)


class _Changing(_Restarted):
    """Has no candidate any more after a restart, by its hello."""

    def greets(self, session: Session, hello: bytes) -> bytes:
        """Leave it out."""
        said = super().greets(session, hello)
        return said.replace(b"capability:candidate:", b"capability:other:") if self.restarted else said


class _CallingOnce(FlawedElement):
    """Calls home once, and never again."""

    def wake(self, now: float) -> Sequence[Command]:
        """Do not call."""
        return [each for each in super().wake(now) if not isinstance(each, Connect)]


class _Asleep(FlawedElement):
    """Answers nothing that it is asked after half a minute of silence."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._heard: dict[int, float] = {}

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Nothing."""
        last = self._heard.setdefault(session.number, session.began)
        self._heard[session.number] = now
        return None if now - last >= 30.0 else super().asked(session, rpc, now)


class _Nameless(FlawedElement):
    """Says a hello without session-id."""

    def greets(self, session: Session, hello: bytes) -> bytes:
        """Leave it out."""
        before, found, rest = super().greets(session, hello).partition(b"<session-id")
        return before + rest.partition(b"</session-id>")[2] if found else before


def _is_over(happening: Happening) -> bool:
    return isinstance(happening, Over)


FLAWS = (
    element_flaw(
        "watchdog-refused",
        "Refuses to reset the watchdog",
        lambda actor: Refusing(actor, _RESET),
        "SUPERVISION-101",
        fault="F41",
    ),
    element_flaw(
        "next-update-constant",
        "Tells the same time of the next sign of life each time",
        lambda actor: Rewording(actor, texts("next-update-at", "2026-11-22T12:00:00Z"), "supervision-watchdog-reset"),
        "SUPERVISION-102",
    ),
    element_flaw(
        "no-sign-of-life",
        "Gives no sign of life",
        lambda actor: Telling(actor, lambda message: () if b"supervision-notification" in message else (message,)),
        "SUPERVISION-103",
        fault="F41",
    ),
    element_flaw(
        "watchdog-interval-ignored",
        "Keeps its own interval whatever a reset says",
        lambda actor: Misreading(actor, _INTERVAL, "", _RESET),
        "SUPERVISION-103",
        "SUPERVISION-104",
        "SUPERVISION-108",
        fault="F41",
    ),
    element_flaw(
        "watchdog-tires",
        "Resets a watchdog twice, and says ok from then on",
        _TiringOfResets,
        "SUPERVISION-105",
        fault="F41",
    ),
    element_flaw("supervises-nobody", "Does not end sessions", _EndingNobody, "SUPERVISION-106"),
    element_flaw(
        "watchdog-outlives-subscription",
        "Goes on to supervise who has deleted his subscription",
        lambda actor: Pretending(actor, holding("<delete-subscription")),
        "SUPERVISION-107",
    ),
    element_flaw("forgets-at-restart", "Keeps nothing over a restart", _Forgetting, "RESTART-101", "RESTART-102"),
    element_flaw(
        "confirms-by-itself",
        "Takes a commit that is to be confirmed for one that is not",
        lambda actor: Misreading(actor, _CONFIRMED, "", holding("<commit")),
        "RESTART-103",
    ),
    element_flaw("locked-after-restart", "Is locked after a restart", _HoldingLocks, "RESTART-104"),
    element_flaw("another-after-restart", "Has fewer capabilities after a restart", _Changing, "RESTART-105"),
    element_flaw("calls-without-session-id", "Says a hello without session-id", _Nameless, "HOME-101"),
    element_flaw("calls-home-once", "Calls home once, and never again", _CallingOnce, "HOME-102", "HOME-103"),
    element_flaw("falls-asleep", "Does not answer after half a minute of silence", _Asleep, "SESSION-108"),
    element_flaw(
        "deaf-after-others",
        "Hears nobody any more once a session has ended",
        lambda actor: Jamming(actor, _is_over),
        "SESSION-109",
    ),
    element_flaw(
        "library-unannounced",
        "Does not announce its YANG library",
        lambda actor: Greeting(actor, capabilities(lambda uri: None if ":yang-library:" in uri else uri)),
        "SCHEMA-110",
    ),
)
