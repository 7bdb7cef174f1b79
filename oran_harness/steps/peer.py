"""The peer that a case speaks through: the harness in the role that the SUT does not have."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from oran_harness.model.restart import RESTART, STOP
from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine import Association, AssociationState, OfferedFunction
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps.claims import Claims
from oran_harness.steps.functions import ServiceFunction, service_function
from oran_harness.steps.ids import Ids
from oran_harness.steps.outcome import inconclusive
from oran_harness.steps.received import Ended, Received, Sent, Stimulated
from oran_harness.steps.step import (
    Close,
    Expect,
    ExpectEnd,
    Heading,
    Listen,
    Open,
    Pause,
    Send,
    Silence,
    Step,
    Stimulate,
    Together,
    Wanted,
)

M = TypeVar("M", bound=Message)
FIRST_STREAM = 0
SERVICE_STREAM = 1
_NOTHING_OFFERED_YET = (
    AssociationState.NEW,
    AssociationState.UNKNOWN,
    AssociationState.NOT_SET_UP,
    AssociationState.JOINING,
)


@dataclass(slots=True)
class _Now:
    """What changes while a case is performed; a peer and its views of one association share it."""

    here: str | None = None
    last: Received | None = None
    slowest: float = 0.0


class Peer:
    """What a case's body talks to. It makes steps and remembers; a driver performs and tells it what came.

    ``role`` is the role that we play, ``edition`` the E2AP edition that we speak. It hears all associations of the SUT;
    ``association`` narrows a step to one, and is the newest one for what is sent. ``at`` narrows all steps.
    """

    def __init__(
        self,
        role: Role,
        edition: str,
        *,
        seed: int = 0,
        claims: Claims | None = None,
        number: int = 1,
        address: str | None = None,
    ) -> None:
        self.role = role
        self.edition = edition
        self.claims = claims or Claims()
        self.ids = Ids(seed)
        self.address = address
        """Where the two meet, as a URI: ours where the SUT connects to us, else the SUT's; None if not known."""
        self.number = number
        """Which of the many peers of a run this is: it makes identities (a node's gNB-ID) differ from case to case."""
        self.associations: dict[str, Association] = {}
        """The engine's view of each association that is or was up, by name."""
        self.standing: Sequence[str] = ()
        """The names of those that are up, oldest first."""
        self.places: dict[str, int] = {}
        """Our further addresses, by URI: the number of the near-RT RIC that is found there."""
        self.rics: dict[str, int] = {}
        """The associations that came up at a further address: the number of the near-RT RIC that they are of."""
        self._now = _Now()
        self._only: str | None = None

    def at(self, association: str) -> "Peer":
        """The same peer on one association alone: what it sends goes there, and it hears nothing else."""
        view = copy(self)
        view._only = association
        return view

    @property
    def here(self) -> str | None:
        """The newest association that is up; those of another near-RT RIC that we play beside do not count."""
        if self._only is not None:
            return self._only if self._only in self.standing else None
        return self._now.here

    @here.setter
    def here(self, association: str | None) -> None:
        self._now.here = association

    @property
    def last(self) -> Received | None:
        """The message that the last ``expect`` gave, with its octets, time, stream and PPID."""
        return self._now.last

    @last.setter
    def last(self, received: Received | None) -> None:
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

    @property
    def engine(self) -> Association:
        """The engine's view of the newest association; of an empty one where none was ever up."""
        return self.associations.get(self.here or "", Association())

    @property
    def functions(self) -> Mapping[int, OfferedFunction]:
        """The RAN functions offered on the newest association, by id."""
        return self.engine.functions

    def function(self, service_model: str) -> ServiceFunction:
        """The RAN function of a service model (``"KPM"``) on the newest association, with its definition read.

        Where none is offered the case is over: ``unsupported``, or ``fail`` if the node under test claims it; and
        ``inconc`` where no E2 Setup has been asked for on an association that is up, so that nothing could be offered.
        """
        if not self.functions and self.engine.state in _NOTHING_OFFERED_YET:
            where = "no association is up" if self.here is None else f"E2 Setup is not done on association {self.here}"
            raise inconclusive(f"no RAN function can be looked for: {where}")
        offered = self.functions.values()
        return service_function(service_model, offered, sut=self.sut, claims=self.claims, edition=self.edition)

    def new_transaction_id(self) -> int:
        """A TransactionID that this case has not used (E2AP 9.2.33); seeded, so a replay has the same."""
        return self.ids.transaction_id()

    def new_request_id(self) -> RICrequestID:
        """A RICrequestID that this case has not used (E2AP 9.2.7); seeded, so a replay has the same."""
        return self.ids.request_id()

    def open(
        self, *, within: float | None = None, otherwise: Verdict = Verdict.INCONC, place: str | None = None
    ) -> Step[str]:
        """Open a fresh association (or, from a SUT that connects, wait for the next); gives its name.

        ``place`` is the URI of a further address of ours, at which it is waited for.
        """
        return Open(within, otherwise, place)

    def listen(self, *, number: int = 2) -> Step[str]:
        """Listen at one more address until the case ends, as another near-RT RIC, or as the same (1); gives its URI."""
        return Listen(number)

    def close(self, association: str | None = None, *, how: str = "shutdown") -> Step[None]:
        """End an association, by ``"shutdown"`` or ``"abort"``."""
        return Close(association or self._only, how)

    def send(
        self,
        message: Message,
        *,
        association: str | None = None,
        stream: int | None = None,
        ppid: int = 70,
        criticalities: Mapping[str, str] | None = None,
        layout: tuple[int | ReceivedIe, ...] | None = None,
        edition: str | None = None,
        injected: bool | None = None,
    ) -> Step[Sent]:
        """Send a message. ``criticalities`` and ``layout`` break it on purpose, see ``E2apCodec.encode``.

        What breaks the specification is ``injected``: so marked by itself where the octets deviate, and by the caller
        where the message is well formed but must not be sent. Raises ``EncodeError`` if the message does not fit.
        """
        octets = codec(edition or self.edition).encode(message, criticalities=criticalities, layout=layout)
        if injected is None:
            injected = bool(criticalities) or layout is not None
        chosen = self.stream_for(message) if stream is None else stream
        return Send(octets, message, association or self._only, chosen, ppid, injected)

    def stream_for(self, message: Message) -> int:
        """The SCTP stream that a message goes on: global procedures and RIC services do not share one (E2GAP 6.2)."""
        procedure = PROCEDURES.get(message.PROCEDURE_CODE)
        return SERVICE_STREAM if procedure is not None and procedure.service else FIRST_STREAM

    def send_octets(
        self, octets: bytes, *, association: str | None = None, stream: int = 0, ppid: int = 70
    ) -> Step[Sent]:
        """Send octets as they are: illegal traffic, noted as ours."""
        return Send(octets, None, association or self._only, stream, ppid, injected=True)

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
        return Silence(Wanted(types or (Message,), where, association or self._only), lasting, requirement)

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
