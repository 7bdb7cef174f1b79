"""The interfaces that cases can be performed at, and what a performance needs of one."""

from collections.abc import Sequence
from typing import Any, Protocol

from oran_harness.drivers.demand import Demand
from oran_harness.drivers.e2 import E2
from oran_harness.drivers.history import History
from oran_harness.drivers.setting import Setting
from oran_harness.steps import Send, Sent
from oran_harness.steps.inbox import Inbox
from oran_harness.steps.manners import Manners
from oran_harness.steps.participant import Participant


class Ends(Protocol):
    """The associations of a performance: what comes and goes on them is read, recorded, and followed."""

    @property
    def standing(self) -> Sequence[str]:
        """The associations that are up, oldest first."""
        ...

    def up(self, opened_by_sut: bool, place: str | None = None) -> str:
        """An association came up, at a further address of ours (``place``, a URI) or at the first; its name."""
        ...

    def heard(self, name: str, octets: bytes, stream: int, ppid: int | None) -> object:
        """The SUT has sent octets."""
        ...

    def send(self, name: str, step: Send) -> Sent:
        """Send what a step says."""
        ...

    def close(self, name: str, how: str) -> None:
        """Begin to end an association, by ``"shutdown"`` or ``"abort"``."""
        ...

    def ended(self, name: str, how: str, by_sut: bool, reason: str) -> bool:
        """An association is over; False if that was known."""
        ...

    def answer(self, received: Any) -> None:
        """Answer a request that nobody wants, if it is one that needs an answer."""
        ...

    def settle(self) -> None:
        """The case is over: answer every request that is still owed an answer."""
        ...


class Interface(Protocol):
    """An interface between two roles."""

    @property
    def name(self) -> str:
        """As the lines of results name it."""
        ...

    @property
    def manners(self) -> Manners:
        """How its two ends speak with each other."""
        ...

    def participant(self, setting: Setting) -> Participant[Any]:
        """The harness in the role that the SUT does not have."""
        ...

    def ends(self, peer: Any, inbox: Inbox, history: History, demands: list[Demand]) -> Ends:
        """The associations of one performance; ``demands`` gets what the driver has to do for them."""
        ...


def interface(name: str) -> Interface:
    """The interface of that name; what O1 needs is loaded when it is needed."""
    if name == E2.name:
        return _E2
    from oran_harness.drivers.o1 import O1

    return O1()


_E2 = E2()
