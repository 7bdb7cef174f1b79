"""Message charts with the reference near-RT RIC on virtual time: what a node says, and what the RIC makes of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from oran_harness.model import Role
from oran_harness.peers.actor import Answer, Command, Connect, End, Heard, Over, Say, Stimulus, Up
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.engine import Association, OfferedFunction
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.offers import NodeOffer, node_offer, setup_request
from oran_harness.steps.peer import FIRST_STREAM, SERVICE_STREAM

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
CAUSE: Any = ("misc", "unspecified")


class Chart:
    """The RIC with nodes that the test plays. What the RIC says is judged: nothing of it may be irregular.

    ``said`` is all that it has said, oldest first, ``answers`` the answers to stimuli, ``ended`` the associations that
    it has ended, by name.
    """

    def __init__(self, config: RicConfig | None = None, *, judged: bool = True, **parts: Any) -> None:
        self.ric = NearRtRic(config or RicConfig(**parts))
        self.edition = self.ric.config.edition
        self.codec = codec(self.edition)
        self.now = 0.0
        self.engines: dict[str, Association] = {}
        self.said: list[Message] = []
        self.streams: list[int] = []
        self.answers: dict[int, Answer] = {}
        self.ended: dict[str, str] = {}
        self.connects: list[str] = []
        self._judged = judged
        self._n = 0
        self._ticket = 0
        self._obey(self.ric.begin(self.now))

    # What happens

    def up(self, name: str = "1", *, outbound: bool = False) -> "Chart":
        """An association comes up."""
        self.engines[name] = Association()
        self._obey(self.ric.handle(Up(name, outbound), self.now))
        return self

    def over(self, name: str = "1", how: str = "abort") -> "Chart":
        """An association is over."""
        self._obey(self.ric.handle(Over(name, how), self.now))
        return self

    def node(self, *messages: Message, name: str = "1") -> list[Message]:
        """The node says something; gives what the RIC says next."""
        before = len(self.said)
        for message in messages:
            octets = self.codec.encode(message)
            self.now += 0.001
            self._n += 1
            self.engines[name].step(NODE, self.codec.read(octets), self.now, self._n)
            self._obey(self.ric.handle(Heard(name, octets), self.now))
        return self.said[before:]

    def octets(self, octets: bytes, *, name: str = "1") -> list[Message]:
        """The node sends octets, whatever they are; gives what the RIC says next."""
        before = len(self.said)
        read = self.codec.decode(octets)
        self._n += 1
        self.engines[name].step_unknown(NODE, read.outcome, read.procedure_code, self.now, self._n)
        self._obey(self.ric.handle(Heard(name, octets), self.now))
        return self.said[before:]

    def ask(self, stimulus: str, **arguments: Any) -> Answer | None:
        """Someone asks for something; gives the answer, None if it is still to come."""
        self._ticket += 1
        self._obey(self.ric.handle(Stimulus(self._ticket, stimulus, arguments), self.now))
        return self.answers.get(self._ticket)

    def start(self, stimulus: str, **arguments: Any) -> Any:
        """Someone asks for something that is done; gives the message that the RIC sends."""
        before = len(self.said)
        answer = self.ask(stimulus, **arguments)
        if not arguments.get("wait"):
            assert answer is not None
            assert answer.status == "done", answer
        (message,) = self.said[before:]
        return message

    def advance(self, seconds: float) -> list[Message]:
        """Time passes; gives what the RIC says of its own."""
        before = len(self.said)
        until = self.now + seconds
        while (when := self.ric.wakes_at) is not None and when <= until:
            self.now = max(self.now, when)
            self._obey(self.ric.wake(self.now))
        self.now = until
        return self.said[before:]

    # What is common

    def set_up(self, offer: NodeOffer | None = None, *, name: str = "1") -> "Chart":
        """A node comes, and E2 Setup succeeds."""
        self.up(name)
        request = setup_request(offer or node_offer(edition=self.edition), self.transaction_id(9))
        (response,) = self.node(request, name=name)[:1]
        assert isinstance(response, m.E2setupResponse), response
        return self

    def subscribed(self, *, name: str = "1", **arguments: Any) -> m.RICsubscriptionRequest:
        """The RIC subscribes, and all is admitted; gives its request."""
        request: m.RICsubscriptionRequest = self.start("subscribe", **arguments)
        assert self.node(admitted(request), name=name) == []
        return request

    def transaction_id(self, number: int) -> int | None:
        """A Transaction ID, where the edition has one."""
        return None if self.edition == "1.01" else number

    def state(self, place: int = 0) -> Any:
        """What the RIC tells about one of its associations."""
        answer = self.ask("state")
        assert answer is not None
        return answer.details["nodes"][place]

    def functions(self, name: str = "1") -> Mapping[int, OfferedFunction]:
        """The functions of the node as an observer knows them."""
        return self.engines[name].functions

    def _obey(self, commands: Sequence[Command]) -> None:
        for command in commands:
            if isinstance(command, Say):
                self._say(command)
            elif isinstance(command, Answer):
                assert command.ticket not in self.answers, "a stimulus is answered once"
                self.answers[command.ticket] = command
            elif isinstance(command, End):
                self.ended[command.association] = command.how
            elif isinstance(command, Connect):
                self.connects.append(command.association)

    def _say(self, command: Say) -> None:
        message = self.codec.read(command.octets)
        self._n += 1
        step = self.engines[command.association].step(RIC, message, self.now, self._n)
        if self._judged:
            assert [each for each in step.irregularities if each.by is RIC and not each.open] == []
        assert step.procedure is not None
        assert command.stream == (SERVICE_STREAM if step.procedure.service else FIRST_STREAM)
        assert command.ppid == 70
        self.said.append(message)


def admitted(request: m.RICsubscriptionRequest) -> m.RICsubscriptionResponse:
    """The response that admits all actions."""
    details = request.ric_subscription_details
    assert details is not None
    actions = tuple(e.RICaction_Admitted_Item(each.ric_action_id) for each in details.ric_action_to_be_setup_list)
    return m.RICsubscriptionResponse(request.ric_request_id, request.ran_function_id, actions)
