"""The NETCONF sessions of a performance with a manager under test: what no case wants is answered all the same."""

from collections.abc import Sequence
from typing import cast

from oran_harness.drivers.answering_element import AnsweringElement
from oran_harness.drivers.demand import Demand
from oran_harness.drivers.history import History
from oran_harness.drivers.netconf_sessions import NetconfSessions, Said
from oran_harness.model import EventKind
from oran_harness.protocols.netconf import NetconfEvent, Rpc, RpcHeard, frame
from oran_harness.steps import Send
from oran_harness.steps.inbox import Inbox
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.netconf_received import NetconfReceived


class ElementSessions(NetconfSessions[ManagedElement]):
    """What a manager asks that no case wants is answered by a whole element."""

    def __init__(self, peer: ManagedElement, inbox: Inbox, history: History, demands: list[Demand]) -> None:
        super().__init__(peer, inbox, history, demands)
        self._element = AnsweringElement(lambda: history.now)
        peer.element = self._element

    def up(self, opened_by_sut: bool, place: str | None = None) -> str:
        """A session came up; its name."""
        name = super().up(opened_by_sut, place)
        self._peer.requests[name] = []
        self._element.up(name)
        return name

    def _take(self, name: str, said: Sequence[Said], events: Sequence[NetconfEvent]) -> None:
        self._peer.requests[name] += [each.rpc for each in said if isinstance(each, RpcHeard)]
        super()._take(name, said, events)

    def ended(self, name: str, how: str, by_sut: bool, reason: str) -> bool:
        """A session's transport is over; False if that was known."""
        self._element.over(name)
        return super().ended(name, how, by_sut, reason)

    def answer(self, received: NetconfReceived) -> None:
        """Answer an rpc as a whole managed element does."""
        name = received.association
        if not isinstance(received.read, Rpc) or name not in self.standing or name in self._closing:
            return
        self._inbox.take(received.n)
        messages, ended = self._element.answer(name, received.read.octets)
        framing = self._peer.session(name).framing
        for message in messages:
            self.send(name, Send(frame(message, framing)))
        if messages:
            self._inbox.answered.append(received)
        for each in ended:
            if each in self.standing:
                self.close(each, EventKind.SHUTDOWN.value)

    def settle(self) -> None:
        """Answer what waits for an answer: the case is over."""
        for received in tuple(self._inbox.messages):
            self.answer(cast("NetconfReceived", received))
