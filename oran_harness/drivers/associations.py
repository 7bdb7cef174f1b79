"""The associations of a performance: what comes and goes on them is read, recorded, and followed by the engine."""

import json
from typing import cast

from oran_harness.codec.asn1 import EncodeError
from oran_harness.drivers.demand import Demand, SendOctets
from oran_harness.drivers.history import History
from oran_harness.drivers.standing import Standing
from oran_harness.model import EventKind, Role
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.engine import Association
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2setupResponse,
    RICserviceQuery,
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
    RICserviceUpdateFailure,
)
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.e2ap.speaker import Speaker
from oran_harness.steps import Peer, Received, Send, Sent
from oran_harness.steps.answers import answer, update_after_query
from oran_harness.steps.answers.identity import ric_identity
from oran_harness.steps.correlation import INITIATING
from oran_harness.steps.inbox import Asked, Inbox

PLACE = "place"
"""The word that the note begins with, before a colon, that an association comes up at a further address of ours."""


class Associations(Standing[Peer]):
    """What both ends say, in the order of the history. ``demands`` gets what the driver has to do for it."""

    def __init__(self, peer: Peer, inbox: Inbox, history: History, demands: list[Demand]) -> None:
        super().__init__(peer, inbox, history, demands)
        # The rules will read the same when the case is over.
        self._speaker = Speaker(read_again=True)
        self._updates: list[tuple[tuple[str, int | None], bool]] = []
        """Our Service Updates that are not answered yet, the oldest first: association and TransactionID, and whether
        it was not the case that began it, but we, because of a query."""

    def up(self, opened_by_sut: bool, place: str | None = None) -> str:
        """An association came up; its name. One that we asked for belongs to the oldest opening under way.

        ``place`` is the URI of the further address of ours at which it did.
        """
        number = 1 if place is None else self._peer.places.get(place, 1)
        name = self._history.new_association(number)
        if place is not None:
            self._history.note(f"{PLACE}: {json.dumps({'uri': place})}")
            self._peer.rics[name] = number
        self._peer.associations[name] = Association()
        self._rise(name, opened_by_sut, place)
        return name

    def heard(self, name: str, octets: bytes, stream: int, ppid: int | None) -> Received | None:
        """The SUT has sent a message; None if its association is over."""
        if name not in self.standing:
            return None
        sighting = self._speaker.see(octets)
        ours = self._peer.edition
        # Where our own edition reads it too, that reading is the one that we can answer in.
        decoded = sighting.read_by(ours) if ours in sighting.accepting else sighting.decoded
        event = self._history.add(
            EventKind.OCTETS,
            source=self._peer.sut,
            association=name,
            stream=stream,
            ppid=ppid,
            octets=octets,
            message=decoded.label,
        )
        self._history.heard_octets += len(octets)
        received = Received(event.n, event.t, name, stream, ppid, octets, decoded, sighting.accepting)
        engine = self._peer.associations[name]
        if decoded.message is None:
            engine.step_unknown(
                self._peer.sut, decoded.outcome, decoded.procedure_code, event.t, event.n, stream=stream
            )
        else:
            intact = bool(sighting.accepting)
            engine.step(self._peer.sut, decoded.message, event.t, event.n, stream=stream, intact=intact)
        if not self._is_answer_to_update(received):
            self._inbox.add(received)
        return received

    def _is_answer_to_update(self, received: Received) -> bool:
        """Whether it answers what we began because of a query that the case did not want: nor does it want this."""
        answered = received.message
        if not isinstance(answered, RICserviceUpdateAcknowledge | RICserviceUpdateFailure):
            return False
        name = (received.association, answered.transaction_id)
        update = next((each for each in self._updates if each[0] == name), None)
        if update is None:
            return False
        self._updates.remove(update)
        return update[1]

    def send(self, name: str, step: Send) -> Sent:
        """Send a message of ours."""
        read = codec(self._peer.edition).decode(step.octets) if step.message is None else None
        label = step.message.NAME if read is None and step.message is not None else read.label if read else ""
        event = self._history.do(
            EventKind.OCTETS,
            self._peer.role,
            name,
            step.octets,
            stream=step.stream,
            ppid=step.ppid,
            message=label,
            injected=step.injected,
        )
        message = cast("Message | None", step.message) if read is None else read.message
        engine = self._peer.associations[name]
        if message is not None:
            intact = not step.injected
            engine.step(self._peer.role, message, event.t, event.n, stream=step.stream, intact=intact)
            if isinstance(message, RICserviceUpdate):
                self._updates.append(((name, message.transaction_id), False))
            if message.OUTCOME == INITIATING:
                self._inbox.asked.append(Asked(event.n, event.t, name, message))
        elif read is not None:
            outcome, code = read.outcome, read.procedure_code
            engine.step_unknown(self._peer.role, outcome, code, event.t, event.n, stream=step.stream)
        self._inbox.injected |= step.injected
        # Before its Setup is answered a node serves nothing: what overtakes the answer would be refused.
        first = isinstance(message, E2setupResponse)
        self._demands.append(SendOctets(name, step.octets, step.stream, step.ppid, first))
        return Sent(event.n, event.t, name)

    def answer(self, received: Received) -> None:
        """Answer a request that nobody wants, if it is one that needs an answer and its association stands."""
        request, name = received.message, received.association
        if request is None or name not in self.standing or name in self._closing:
            return
        queried = self._peer.role is Role.E2_NODE and isinstance(request, RICserviceQuery)
        if not queried and not needs_answer(request, self._peer.sut):
            return
        self._inbox.take(received.n)
        if self._reply(name, request, received.stream, received.decoded.conforms):
            self._inbox.answered.append(received)

    def settle(self) -> None:
        """Answer every request that is still owed an answer: the case is over."""
        for name in tuple(self.standing):
            if name in self._closing:
                continue
            for run in self._peer.associations[name].pending:
                if run.waiting and run.answerer is self._peer.role and run.request is not None:
                    self._reply(name, run.request, self._peer.stream_for(run.request), run.intact)

    def _reply(self, name: str, request: Message, stream: int, conforms: bool) -> bool:
        """Give a request its plain answer, if it has one."""
        step = self._plain_answer(name, request, stream, conforms)
        if step is not None:
            updates = len(self._updates)
            asked = len(self._inbox.asked)
            self.send(name, step)
            del self._inbox.asked[asked:]
            self._updates[updates:] = [(each, True) for each, _ in self._updates[updates:]]
        return step is not None

    def _plain_answer(self, name: str, request: Message, stream: int, conforms: bool) -> Send | None:
        engine, edition = self._peer.associations[name], self._peer.edition
        try:
            if isinstance(request, RICserviceQuery):
                number = None if edition == "1.01" else self._peer.new_transaction_id()
                message: Message | None = update_after_query(
                    request, engine=engine, edition=edition, transaction_id=number
                )
            else:
                identity = ric_identity(self._peer.rics.get(name, 1))
                message = answer(request, by=self._peer.role, engine=engine, edition=edition, identity=identity)
            return None if message is None else Send(codec(edition).encode(message), message, None, stream)
        except Exception as error:
            if conforms and not isinstance(error, EncodeError):
                raise
            # What a faulty request holds may not fit into its answer: then it gets none.
            self._history.note(f"not answered: {request.NAME}: {error}", name)
            return None

    def _find_here(self) -> None:
        """The newest association that stands, of the near-RT RIC that the case speaks for."""
        ours = (each for each in reversed(self.standing) if self._peer.rics.get(each, 1) == 1)
        self._peer.here = next(ours, None)


def needs_answer(request: Message, sut: Role) -> bool:
    """Whether the message is a request of the SUT that has to be answered (class 1; E2AP 8.1)."""
    procedure = PROCEDURES.get(request.PROCEDURE_CODE)
    return (
        procedure is not None
        and procedure.has_response
        and request.OUTCOME == INITIATING
        and sut in procedure.initiators
    )
