"""Flaws of supervision, restarts, calls home and alarms (O-RAN.WG4 MP 6.7, 14.1; RFC 8071; RFC 6241 8.4, 8.7)."""

from collections.abc import Mapping, Sequence

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Connect, Happening, Over, Up
from oran_harness.peers.flaws.element_replies import (
    Edit,
    Greeting,
    Rewording,
    Telling,
    capabilities,
    edited,
    without,
)
from oran_harness.peers.flaws.element_requests import Misreading, Refusing, holding
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.namespaces import base
from oran_harness.protocols.netconf.rpc_error import RpcError

ELEMENT = Role.O1_PROVIDER
_RESET = holding("<supervision-watchdog-reset")
_INTERVAL = r"<supervision-notification-interval>[^<]*</supervision-notification-interval>"
_CONFIRMED = r"<confirmed */>|<confirmed></confirmed>|<confirm-timeout>\d+</confirm-timeout>"
_MOST_RESETS = 2
_IN_USE = RpcError("protocol", "in-use", message="Somebody has locked it.")


class _TiringOfResets(FlawedElement):
    """Resets the watchdog twice, and says that it does so later on."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._count = 0

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Count it."""
        if rpc.name != "supervision-watchdog-reset":
            return super().asked(session, rpc, now)
        self._count += 1
        return super().asked(session, rpc, now) if self._count <= _MOST_RESETS else speaking.ok(rpc)


class _Forgetting(FlawedElement):
    """Begins anew when it starts again."""

    def restore(self, stored: Mapping[str, bytes]) -> None:
        """Nothing of it is there any more."""
        super().restore({})


class _Restarted(FlawedElement):
    """Does something else once it has started again."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self.restarted = False

    def restore(self, stored: Mapping[str, bytes]) -> None:
        """It has."""
        self.restarted = True
        super().restore(stored)


class _LockedAfterRestart(_Restarted):
    """Finds everything locked."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Refuse locks."""
        if self.restarted and rpc.name == "lock":
            return speaking.refusal(rpc, _IN_USE)
        return super().asked(session, rpc, now)


class _AnotherAfterRestart(_Restarted):
    """Has no candidate any more."""

    def greets(self, session: Session, hello: bytes) -> bytes:
        """Say so."""
        said = super().greets(session, hello)
        return edited(said, _WITHOUT_CANDIDATE) if self.restarted else said


class _CallingOnce(FlawedElement):
    """Calls home once."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._called = False

    def begin(self, now: float) -> Sequence[Command]:
        """Call."""
        return self._once(super().begin(now))

    def wake(self, now: float) -> Sequence[Command]:
        """Not again."""
        return self._once(super().wake(now))

    def _once(self, commands: Sequence[Command]) -> Sequence[Command]:
        if self._called:
            return [each for each in commands if not isinstance(each, Connect)]
        self._called = any(isinstance(each, Connect) for each in commands)
        return commands


class _Silent(FlawedElement):
    """Says its hello and nothing more."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Say nothing."""
        return ()


class _ServingTheNewest(FlawedElement):
    """Listens to nobody any more once one session has ended."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._ended = False

    def meets(self, happening: Happening, now: float) -> Happening | Sequence[Command]:
        """Nothing, once one has."""
        self._ended = self._ended or isinstance(happening, Over)
        return () if self._ended and not isinstance(happening, Up | Over) else happening


_WITHOUT_CANDIDATE: Edit = capabilities(lambda uri: None if ":candidate:" in uri else uri)


def _always_the_same(root: Element) -> None:
    for each in root.iter("{*}next-update-at"):
        each.text = "2026-11-22T12:00:00Z"


def _untold(name: bytes, actor: Actor) -> Telling:
    return Telling(actor, lambda message: () if name in message else (message,))


FLAWS = (
    Flaw(
        "element-watchdog-unanswered",
        "Refuses to reset its watchdog",
        ELEMENT,
        "F41",
        lambda actor: Refusing(actor, _RESET),
        ("O1-SUPERVISION-101",),
    ),
    Flaw(
        "element-next-sign-of-life-untrue",
        "Tells the same time of its next sign of life each time",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, _always_the_same, "supervision-watchdog-reset"),
        ("O1-SUPERVISION-102",),
    ),
    Flaw(
        "element-gives-no-signs-of-life",
        "Gives no signs of life",
        ELEMENT,
        "F41",
        lambda actor: _untold(b"supervision-notification", actor),
        ("O1-SUPERVISION-103",),
    ),
    Flaw(
        "element-supervision-interval-ignored",
        "Gives signs of life at its own interval, whichever is asked for",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, _INTERVAL, "", _RESET),
        ("O1-SUPERVISION-104", "O1-SUPERVISION-108"),
    ),
    Flaw(
        "element-watchdog-reset-twice",
        "Resets its watchdog twice, and no more",
        ELEMENT,
        None,
        _TiringOfResets,
        ("O1-SUPERVISION-105",),
    ),
    Flaw(
        "element-forgets-configuration",
        "Forgets what was configured when it starts again",
        ELEMENT,
        None,
        _Forgetting,
        ("O1-RESTART-101", "O1-RESTART-102"),
    ),
    Flaw(
        "element-confirmed-commit-outlives-restart",
        "Keeps a confirmed commit over a restart that nobody has confirmed",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, _CONFIRMED, "", holding("<commit")),
        ("O1-RESTART-103",),
    ),
    Flaw(
        "element-locked-after-restart",
        "Finds its datastores locked when it starts again",
        ELEMENT,
        None,
        _LockedAfterRestart,
        ("O1-RESTART-104",),
    ),
    Flaw(
        "element-another-after-restart",
        "Has no candidate any more when it starts again",
        ELEMENT,
        None,
        _AnotherAfterRestart,
        ("O1-RESTART-105",),
    ),
    Flaw(
        "element-calls-home-nameless",
        "Says a hello without a session-id where it has called home",
        ELEMENT,
        None,
        lambda actor: Greeting(actor, without(base("session-id"))),
        ("O1-HOME-101",),
    ),
    Flaw(
        "element-calls-home-once",
        "Calls home once, and not again",
        ELEMENT,
        None,
        _CallingOnce,
        ("O1-HOME-102", "O1-HOME-103"),
    ),
    Flaw(
        "element-says-hello-only",
        "Says its hello and nothing more",
        ELEMENT,
        None,
        _Silent,
        ("O1-SESSION-108",),
    ),
    Flaw(
        "element-deaf-after-end-of-session",
        "Listens to no session any more when one of them has ended",
        ELEMENT,
        None,
        _ServingTheNewest,
        ("O1-SESSION-109",),
    ),
    Flaw(
        "element-library-unadvertised",
        "Does not advertise its YANG library, without which YANG 1.1 cannot be had",
        ELEMENT,
        None,
        lambda actor: Greeting(actor, capabilities(lambda uri: None if ":yang-library:" in uri else uri)),
        ("O1-SCHEMA-110",),
    ),
    Flaw(
        "element-alarms-untold",
        "Does not tell of alarms",
        ELEMENT,
        None,
        lambda actor: _untold(b"alarm-notif", actor),
        ("O1-ALARM-101",),
    ),
    Flaw(
        "element-cleared-alarms-untold",
        "Does not tell that an alarm is gone",
        ELEMENT,
        None,
        lambda actor: _untold(b">true</is-cleared>", actor),
        ("O1-ALARM-102",),
    ),
    Flaw(
        "element-alarms-unlisted",
        "Lists no alarms to who comes later",
        ELEMENT,
        None,
        lambda actor: Rewording(actor, without(".//{*}active-alarms"), "get"),
        ("O1-ALARM-103",),
    ),
)
