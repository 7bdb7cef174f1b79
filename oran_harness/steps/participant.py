"""What a case's body talks to: the harness at one end of an interface, in the role that the SUT does not have."""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar, cast

from oran_harness.model.restart import RESTART, STOP
from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict
from oran_harness.protocols.message import AnyMessage
from oran_harness.steps.received import Ended, Incoming, Stimulated
from oran_harness.steps.step import (
    Close,
    Expect,
    ExpectEnd,
    Heading,
    Open,
    Pause,
    Silence,
    Step,
    Stimulate,
    Together,
    Wanted,
)

R = TypeVar("R", bound=Incoming)
M = TypeVar("M", bound=AnyMessage)


@dataclass(slots=True)
class _Now(Generic[R]):
    """What changes while a case is performed; a peer and its views of one association share it."""

    here: str | None = None
    last: R | None = None
    slowest: float = 0.0


class Participant(Generic[R]):
    """It makes steps and remembers; a driver performs and tells it what came.

    ``role`` is the role that we play, ``edition`` that of the protocol that we speak. It hears all associations of the
    SUT; ``association`` narrows a step to one, and is the newest one for what is sent. ``at`` narrows all steps.
    """

    def __init__(self, role: Role, edition: str, *, number: int = 1, address: str | None = None) -> None:
        self.role = role
        self.edition = edition
        self.address = address
        """Where the two meet, as a URI: ours where the SUT connects to us, else the SUT's; None if not known."""
        self.number = number
        """Which of the many peers of a run this is: it makes identities (a node's gNB-ID) differ from case to case."""
        self.standing: Sequence[str] = ()
        """The names of the associations that are up, oldest first."""
        self.places: dict[str, int] = {}
        """Our further addresses, by URI: the number of the peer of ours that is found there."""
        self._now: _Now[R] = _Now()
        self._only: str | None = None

    def at(self, association: str) -> Self:
        """The same peer on one association alone: what it sends goes there, and it hears nothing else."""
        view = copy(self)
        view._only = association
        return view

    @property
    def here(self) -> str | None:
        """The newest association that is up; those of another peer that we play beside do not count."""
        if self._only is not None:
            return self._only if self._only in self.standing else None
        return self._now.here

    @here.setter
    def here(self, association: str | None) -> None:
        self._now.here = association

    @property
    def last(self) -> R | None:
        """The message that the last ``expect`` gave, with its octets, time and association."""
        return self._now.last

    @last.setter
    def last(self, received: R | None) -> None:
        self._now.last = received

    @property
    def slowest(self) -> float:
        """The longest that a step of this case has waited for a message that then came, in seconds."""
        return self._now.slowest

    @slowest.setter
    def slowest(self, seconds: float) -> None:
        self._now.slowest = seconds

    @property
    def sut(self) -> Role:
        """The role under test."""
        return self.role.other

    def open(
        self, *, within: float | None = None, otherwise: Verdict = Verdict.INCONC, place: str | None = None
    ) -> Step[str]:
        """Open a fresh association (or, from a SUT that connects, wait for the next); gives its name.

        ``place`` is the URI of a further address of ours, at which it is waited for.
        """
        return Open(within, otherwise, place)

    def close(self, association: str | None = None, *, how: str = "shutdown") -> Step[None]:
        """End an association, by ``"shutdown"`` or ``"abort"``."""
        return Close(association or self._only, how)

    def expect(
        self,
        *types: type[M],
        where: Callable[[M], bool] | None = None,
        within: float | None = None,
        otherwise: Verdict = Verdict.FAIL,
        association: str | None = None,
        requirement: str = "",
        refusable: bool = True,
    ) -> Step[M]:
        """Wait for a message of one of the types; gives it, and ``last`` then tells more about it."""
        wanted = Wanted(types, where, association or self._only)
        return cast("Step[M]", Expect(wanted, within, otherwise, requirement, refusable))

    def hear(
        self,
        *types: type[M],
        where: Callable[[M], bool] | None = None,
        within: float | None = None,
        association: str | None = None,
    ) -> Step[M | None]:
        """Wait for a message that may come or not; None if it has not come in time, or cannot come any more."""
        wanted = Wanted(types, where, association or self._only)
        return cast("Step[M | None]", Expect(wanted, within, Verdict.PASS, refusable=False, optional=True))

    def silence(
        self,
        *types: type[M],
        lasting: float,
        where: Callable[[M], bool] | None = None,
        association: str | None = None,
        requirement: str = "",
    ) -> Step[None]:
        """Hear none of the types for ``lasting`` seconds from now; without types: nothing at all."""
        return Silence(Wanted(types or (AnyMessage,), where, association or self._only), lasting, requirement)

    def ending(
        self,
        association: str | None = None,
        *,
        within: float | None = None,
        otherwise: Verdict = Verdict.FAIL,
        requirement: str = "",
    ) -> Step[Ended]:
        """Wait until the SUT ends an association (the newest one)."""
        return ExpectEnd(association or self._only, within, otherwise, requirement)

    def pause(self, seconds: float) -> Step[None]:
        """Let time pass."""
        return Pause(seconds)

    def heading(self, title: str) -> Step[None]:
        """Say in the history that a part of the case begins."""
        return Heading(title)

    def stimulate(self, name: str, **arguments: Any) -> Step[Stimulated]:
        """Have the SUT do something of its own; ``skip`` where there are no means to."""
        return Stimulate(name, arguments)

    def propose(self, name: str, **arguments: Any) -> Step[Stimulated]:
        """Have the SUT do something that it may decline: asked once, and a refusal is an answer (``declined``)."""
        return Stimulate(name, arguments, may_decline=True)

    def restart_sut(self, how: str = STOP) -> Step[Stimulated]:
        """Have the SUT end, by ``"stop"`` or ``"kill"``, and start again; ``skip`` where there are no means to.

        Over when it is ready again; one that does not come back makes the case inconclusive. An E2setupRequest that
        comes meanwhile waits to be expected.
        """
        return Stimulate(RESTART, {"how": how})

    def together(self, *steps: Step[Any]) -> Step[tuple[Any, ...]]:
        """Several steps at once."""
        return Together(steps)
