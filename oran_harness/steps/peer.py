"""The peer that a case speaks through: the harness in the role that the SUT does not have."""

from collections.abc import Mapping

from oran_harness.model.role import Role
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
from oran_harness.steps.participant import Participant
from oran_harness.steps.received import Received, Sent
from oran_harness.steps.step import Listen, Send, Step

FIRST_STREAM = 0
SERVICE_STREAM = 1
_NOTHING_OFFERED_YET = (
    AssociationState.NEW,
    AssociationState.UNKNOWN,
    AssociationState.NOT_SET_UP,
    AssociationState.JOINING,
)


class Peer(Participant[Received]):
    """The harness at one end of E2; ``edition`` is the E2AP edition that it speaks."""

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
        super().__init__(role, edition, number=number, address=address)
        self.claims = claims or Claims()
        self.ids = Ids(seed)
        self.associations: dict[str, Association] = {}
        """The engine's view of each association that is or was up, by name."""
        self.rics: dict[str, int] = {}
        """The associations that came up at a further address: the number of the near-RT RIC that they are of."""

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

    def listen(self, *, number: int = 2) -> Step[str]:
        """Listen at one more address until the case ends, as another near-RT RIC, or as the same (1); gives its URI."""
        return Listen(number)

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
