"""Call processes that our E2 node suspended for an INSERT, until a RIC answers or time runs out (E2AP 8.2.3, 8.2.4)."""

from collections import OrderedDict
from dataclasses import dataclass

from oran_harness.peers.ran_functions.radio_event import Ue
from oran_harness.protocols.e2ap.elements import RICrequestID

_LARGEST = (1 << 32) - 1
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class CallProcess:
    """A suspended call process: what it was suspended for, and until when an answer counts."""

    number: int
    request_id: RICrequestID
    style: int
    action: int
    ue: Ue
    until: float


class CallProcesses:
    """The call processes of a function. Those that ended are remembered for a while, to tell late answers apart."""

    def __init__(self) -> None:
        self._last = 0
        self._all: OrderedDict[int, CallProcess] = OrderedDict()

    def suspend(self, request_id: RICrequestID, style: int, action: int, ue: Ue, until: float) -> CallProcess:
        """A call process under a fresh number, 1..4294967295."""
        self._last = self._last % _LARGEST + 1
        process = CallProcess(self._last, request_id, style, action, ue, until)
        self._all[process.number] = process
        while len(self._all) > _REMEMBERED:
            self._all.popitem(last=False)
        return process

    def find(self, number: int) -> CallProcess | None:
        """The call process of that number, whether or not its time is over; None if it was answered or never was."""
        return self._all.get(number)

    def answer(self, process: CallProcess) -> None:
        """A RIC answered: the number means nothing any more."""
        self._all.pop(process.number, None)

    def drop(self, request_id: RICrequestID) -> None:
        """The subscription ended, and its call processes with it."""
        for number in [process.number for process in self._all.values() if process.request_id == request_id]:
            del self._all[number]

    def clear(self) -> None:
        """All ended."""
        self._all.clear()
