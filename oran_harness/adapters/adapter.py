"""The contract with a vendor's adapter: seven calls."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class StimulusStatus(StrEnum):
    """What became of a stimulus."""

    DONE = "done"
    UNSUPPORTED = "unsupported"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class StimulusAnswer:
    """An adapter's answer to a stimulus; ``details`` holds whatever it has to tell."""

    status: StimulusStatus
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Description:
    """What an adapter drives; ``stimuli`` are the names that it knows, None where it cannot list them."""

    product: str
    version: str | None = None
    stimuli: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where both ends of the interface are: ``peer`` is ours for a SUT that connects, ``own`` the SUT's if it listens.

    Both are URIs as transports understand them. ``e2ap`` is the edition that is spoken there. ``login`` is what a
    launch has to know of who logs in at O1, by the names of its placeholders.
    """

    peer: str | None = None
    own: str | None = None
    e2ap: str | None = None
    login: Mapping[str, str] = field(default_factory=dict)


NOT_STARTED = "not started"
"""The ``detail`` of a product that nobody has started, or that somebody has stopped: it has not died."""


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the SUT lives; ``detail`` says what is known of its end: exit status, signal, last output.

    Of a product that was stopped, and has not died, it is ``NOT_STARTED``.
    """

    alive: bool
    detail: str = ""
    exit_status: int | None = None


class Adapter(Protocol):
    """The seven calls. Any of them may raise or hang: whoever calls bounds and judges that."""

    async def describe(self) -> Description:
        """What this drives."""
        ...

    async def start(self, addresses: Addresses) -> None:
        """Start the SUT and return when it is ready; raise ``AdapterError`` if it does not get ready."""
        ...

    async def stop(self) -> None:
        """Stop the SUT; nothing of it is left running."""
        ...

    async def reset(self) -> None:
        """Bring the SUT back to where it was after its start."""
        ...

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Have the SUT do something; a name that is not known is answered ``unsupported``."""
        ...

    async def health(self) -> Health:
        """Whether the SUT lives."""
        ...

    async def collect(self) -> Mapping[str, bytes]:
        """What the SUT leaves behind for people, by file name: logs, core files."""
        ...


class AdapterError(Exception):
    """An adapter, or the product behind it, did not do what it was asked to; the text is a sentence for people."""


class BrokenAdapter(AdapterError):
    """An adapter did not keep to its contract: it hung, raised, ended or gave nonsense. That blames no product."""
