"""One association in which our plain answers are given, followed by the engine that judges them."""

from typing import Any

from oran_harness.model import Role
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.engine import Association
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.answers import answer
from tests.checkers.scene import component, function, node_id

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC


class Conversation:
    """Requests come, plain answers go: each is encoded, decoded again, and must not be held against whoever sent it."""

    def __init__(self, edition: str = "7.00") -> None:
        self.edition = edition
        self.codec = codec(edition)
        self.engine = Association()
        self.n = 0

    def say(self, sender: Role, message: Message) -> Message:
        """A message goes over the wire."""
        self.n += 1
        read = self.codec.read(self.codec.encode(message))
        step = self.engine.step(sender, read, self.n * 0.01, self.n)
        self.noted = step.irregularities
        return read

    def ask(self, sender: Role, request: Message) -> Any:
        """The plain answer to a request; nothing in it is irregular."""
        heard = self.say(sender, request)
        given = answer(heard, by=sender.other, engine=self.engine, edition=self.edition)
        if given is not None:
            given = self.say(sender.other, given)
            assert [each for each in self.noted if each.by is sender.other and not each.open] == []
        return given

    def set_up(self, *functions: e.RANfunction_Item) -> "Conversation":
        """E2 Setup is done."""
        assert isinstance(self.ask(NODE, self.setup_request(*functions)), m.E2setupResponse)
        return self

    def setup_request(self, *functions: e.RANfunction_Item) -> m.E2setupRequest:
        """A Setup request of the edition."""
        first = self.edition == "1.01"
        return m.E2setupRequest(
            transaction_id=None if first else 7,
            global_e2_node_id=node_id(),
            ran_functions_added=functions or (function(), function(2)),
            e2_node_component_config_addition=None if first else (component(1), component(2)),
        )
