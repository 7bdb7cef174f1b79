"""What a case may await, as data. A driver performs steps; nothing here does."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from oran_harness.model.restart import RESTART
from oran_harness.model.verdict import Verdict
from oran_harness.protocols.message import AnyMessage
from oran_harness.steps.received import Ended, Incoming, Sent, Stimulated

T = TypeVar("T")


class Step(Generic[T]):
    """One thing that a case awaits; awaiting it gives the driver the step, and the case its result."""

    __slots__ = ()

    def __await__(self) -> Generator["Step[Any]", Any, T]:
        """Hand the step to whoever drives the case."""
        result: T = yield self
        return result


@dataclass(frozen=True)
class Open(Step[str]):
    """Open a fresh association with the SUT; the result is its name.

    Towards a SUT that listens we connect; from one that connects we wait for the next association, at our first address
    or at ``place``, the URI of another one that a ``Listen`` gave. ``user`` is who logs in, None for whom the address
    names. If none can be had, the verdict is ``otherwise``; it is ``skip`` for one ``besides`` others, if the SUT does
    not come, as it need not have several at once.
    """

    within: float | None = None
    otherwise: Verdict = Verdict.INCONC
    place: str | None = None
    user: str | None = None
    besides: bool = False


@dataclass(frozen=True)
class Listen(Step[str]):
    """Listen at one more address until the case ends; the result is its URI, as the SUT can reach it.

    ``number`` says which near-RT RIC is found there: 1 is the one at the first address, 2 another one. Where no further
    address can be had the case is ``skip``.
    """

    number: int = 2


@dataclass(frozen=True)
class Close(Step[None]):
    """End an association: ``"shutdown"`` or ``"abort"``."""

    association: str | None = None
    how: str = "shutdown"


@dataclass(frozen=True)
class Send(Step[Sent]):
    """Send octets; ``injected`` marks what breaks the specification on purpose: that is ours, not the SUT's doing."""

    octets: bytes
    message: AnyMessage | None = None
    association: str | None = None
    stream: int = 0
    ppid: int = 70
    injected: bool = False


@dataclass(frozen=True)
class Wanted:
    """Which messages a step waits for; ``where`` is asked of each message of one of the ``types``.

    A type without a name, as the base class of a protocol's messages, stands for anything that comes, readable or not.
    """

    types: tuple[type[AnyMessage], ...]
    where: Callable[[Any], bool] | None = None
    association: str | None = None

    @property
    def anything(self) -> bool:
        """Whether whatever comes is wanted, if ``where`` does not say otherwise."""
        return any(is_any(each) for each in self.types)

    @property
    def only_answers(self) -> bool:
        """Whether nothing but answers is waited for."""
        return not self.anything and all(each.is_answer() for each in self.types)

    def matches(self, received: Incoming) -> bool:
        """Whether the message is one of those wanted.

        What ``where`` raises on a message that does not conform is the message's fault: it is then none of these.
        """
        if self.association not in (None, received.association):
            return False
        if received.message is None:
            return self.anything and self.where is None
        if not isinstance(received.message, self.types):
            return False
        try:
            return self.where is None or bool(self.where(received.message))
        except Exception:
            if received.conforms:
                raise
            return False

    def __str__(self) -> str:
        return " or ".join(each.NAME for each in self.types)


def is_any(kind: type[AnyMessage]) -> bool:
    """Whether a class of messages stands for all of them."""
    return getattr(kind, "NAME", None) is None


@dataclass(frozen=True)
class Expect(Step[Any]):
    """Wait for a message, at most ``within`` seconds (None: the run's time limit); the result is the typed message.

    If it does not come, the verdict is ``otherwise``; one that is ``optional`` then gives None. ``refusable`` lets a
    proper refusal of what the SUT does not claim make the case ``unsupported``.
    """

    wanted: Wanted
    within: float | None = None
    otherwise: Verdict = Verdict.FAIL
    requirement: str = ""
    refusable: bool = True
    optional: bool = False


@dataclass(frozen=True)
class Silence(Step[None]):
    """Hear nothing of the kind for ``lasting`` seconds; one that comes is a fail. No types: nothing at all."""

    wanted: Wanted
    lasting: float
    requirement: str = ""


@dataclass(frozen=True)
class ExpectEnd(Step[Ended]):
    """Wait until the SUT ends an association, at most ``within`` seconds."""

    association: str | None = None
    within: float | None = None
    otherwise: Verdict = Verdict.FAIL
    requirement: str = ""


@dataclass(frozen=True)
class Pause(Step[None]):
    """Let ``seconds`` pass; what comes meanwhile waits to be expected."""

    seconds: float


@dataclass(frozen=True)
class Heading(Step[None]):
    """Say in the history that a part of the case begins."""

    title: str


@dataclass(frozen=True)
class Stimulate(Step[Stimulated]):
    """Have the SUT do something of its own, by the means its vendor gives; without means the case is ``skip``.

    ``may_decline`` says that it is asked once, and that a refusal is as good as any other answer.
    """

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    may_decline: bool = False

    @property
    def restarts(self) -> bool:
        """Whether it is the product's own restart."""
        return self.name == RESTART

    @property
    def once(self) -> bool:
        """Whether a failure is not tried again."""
        return self.may_decline or self.restarts


@dataclass(frozen=True)
class Together(Step[tuple[Any, ...]]):
    """Several steps at once; done when all are. The results stand in the order of the steps."""

    steps: tuple[Step[Any], ...]
