"""Properties: what has to hold whatever is wrong with one message. A run draws the deviations."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from oran_harness.conformance.declare import check_need
from oran_harness.conformance.preambles import prepared
from oran_harness.model import CaseDescription, Level, Role
from oran_harness.protocols.e2ap.deviation import Deviation, deviate
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer
from oran_harness.steps.case import Case

TAG = "property"
"""The tag of all of them."""
MakeMessage = Callable[[Peer], Message]
Send = Callable[[], Awaitable[str]]
"""Sends the message with its deviations; gives a sentence that says what was sent."""
PropertyBody = Callable[[Peer, Send], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Property:
    """What is declared of a property, the message that deviates, and the body around it.

    ``body`` gets the peer and what sends the message; it says before and after what has to hold.
    """

    description: CaseDescription
    message: MakeMessage
    body: PropertyBody
    module: str

    @property
    def id(self) -> str:
        """The property's stable id."""
        return self.description.id

    def case(self, deviations: Sequence[Deviation]) -> Case:
        """One example: a case like any other, whose message has these deviations."""

        async def example(peer: Peer) -> None:
            async def send() -> str:
                message = self.message(peer)
                deviating = deviate(message, peer.edition, deviations)
                await peer.send_octets(deviating.octets, stream=peer.stream_for(message))
                return f"{message.NAME} in which {', and '.join(deviating.said) or 'nothing is wrong'}"

            await self.body(peer, send)

        drawn = tuple(each.to_json() for each in deviations)
        return Case(self.description, prepared(example, self.description.needs), self.module, drawn)


PROPERTIES: dict[str, Property] = {}
"""All properties that have been declared so far, by id."""


def survives(
    id: str, message: type[Message], under_test: Role, body: PropertyBody, *, needs: tuple[str, ...] = ()
) -> Callable[[MakeMessage], MakeMessage]:
    """Declare that the SUT survives the message that the decorated function makes, whatever is wrong with it.

    Raises ``ValueError`` for an id that is taken.
    """

    def declare(make: MakeMessage) -> MakeMessage:
        for need in needs:
            check_need(id, need)
        if id in PROPERTIES:
            raise ValueError(f"{id} is declared twice")
        title = f"Whatever is wrong with {message.NAME}, the {under_test} serves on"
        tags = (TAG, "negative", message.NAME)
        description = CaseDescription(id, title, "O-RAN.WG3.E2AP 10", Level.MUST, under_test, "e2", "e2ap", tags, needs)
        PROPERTIES[id] = Property(description, make, body, make.__module__)
        return make

    return declare
