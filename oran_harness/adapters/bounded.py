"""Any adapter, trusted no further than it must be: it has its time, and what it raises becomes an ``AdapterError``."""

import asyncio
import contextlib
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from oran_harness.adapters.adapter import (
    NOT_STARTED,
    Adapter,
    AdapterError,
    Addresses,
    BrokenAdapter,
    Description,
    Health,
    StimulusAnswer,
    StimulusStatus,
)
from oran_harness.model import HarnessError

UNKNOWN_STIMULUS = "no-such-stimulus"
"""The stimulus that nothing knows: an adapter that claims to have done it is not to be believed."""
MOST_COLLECTED = 16 * 1024 * 1024
"""Octets that are taken of what a product leaves behind, in all."""
MOST_FILES = 100
"""Files that are taken of it."""
LOADING_S = 30.0
"""Seconds that a vendor's module may take until it is loaded."""

_GIVING_UP_S = 10.0
_LONGEST_NAME = 200
_RESTART = "restart"
_STOPPED_BY_OTHERS = (
    "it says that its product is not started, though it was: does another oran-harness drive it, too? "
    "One at a time can."
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that each call may take."""

    describe: float = 10.0
    start: float = 3700.0
    stop: float = 3700.0
    stimulate: float = 3700.0
    health: float = 10.0
    collect: float = 30.0


class BoundedAdapter:
    """The seven calls of another adapter; each ends in time, with a value of its type or an ``AdapterError``."""

    def __init__(self, adapter: Adapter, patience: Patience | None = None) -> None:
        self._adapter = adapter
        self._patience = patience or Patience()
        self._up = False
        """Whether the product was started here, and nothing was asked since that may leave it stopped."""
        self.odd_names: list[str] = []
        """Of the files that were collected last: what is no plain name of a file, the first of them."""

    async def describe(self) -> Description:
        """What this drives."""
        return _of(Description, "describe", await self._call("describe", self._patience.describe))

    async def start(self, addresses: Addresses) -> None:
        """Start the SUT."""
        await self._call("start", self._patience.start, addresses)
        self._up = True

    async def stop(self) -> None:
        """Stop the SUT."""
        self._up = False
        await self._call("stop", self._patience.stop)

    async def reset(self) -> None:
        """Bring the SUT back to where it was after its start."""
        up, self._up = self._up, False
        await self._call("reset", self._patience.start)
        self._up = up

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Have the SUT do something."""
        up, self._up = self._up, self._up and name != _RESTART
        answer = _of(
            StimulusAnswer, "stimulate", await self._call("stimulate", self._patience.stimulate, name, **arguments)
        )
        self._up = up
        return answer

    async def health(self) -> Health:
        """Whether the SUT lives; raises ``BrokenAdapter`` too where somebody else has stopped it."""
        health = _of(Health, "health", await self._call("health", self._patience.health))
        if self._up and not health.alive and health.exit_status is None and health.detail == NOT_STARTED:
            raise BrokenAdapter(_STOPPED_BY_OTHERS)
        return health

    async def collect(self) -> Mapping[str, bytes]:
        """What the SUT leaves behind, by plain names of files, at most 16 MiB in 100 files; all else is left out."""
        found = await self._call("collect", self._patience.collect)
        if not isinstance(found, Mapping):
            raise BrokenAdapter(f"its collect gave {type(found).__name__}, no table of files")
        kept: dict[str, bytes] = {}
        room = MOST_COLLECTED
        self.odd_names = []
        for name, content in found.items():
            plain = _file_name(name)
            if plain != name and len(self.odd_names) < MOST_FILES:
                self.odd_names.append(name if isinstance(name, str) else f"a {type(name).__name__}")
            if plain is None or not isinstance(content, bytes) or len(content) > room:
                continue
            kept[plain] = content
            room -= len(content)
            if len(kept) == MOST_FILES:
                break
        return kept

    async def release(self) -> None:
        """Let go of whatever the adapter holds on our side: a connection, a process of its own. Raises nothing."""
        release = getattr(self._adapter, "release", None)
        if release is not None:
            with contextlib.suppress(AdapterError):
                await self._call("release", self._patience.stop)

    async def refuses_the_unknown(self) -> str | None:
        """Ask for a stimulus that does not exist; None if it is ``unsupported``, else why it cannot be trusted."""
        try:
            answer = await self.stimulate(UNKNOWN_STIMULUS)
        except AdapterError as error:
            return str(error)
        if answer.status is not StimulusStatus.UNSUPPORTED:
            return f"it answers {UNKNOWN_STIMULUS} with {answer.status}, so its other answers mean nothing"
        return None

    async def _call(self, call: str, seconds: float, /, *positional: Any, **named: Any) -> Any:
        task: asyncio.Task[Any] | None = None
        try:
            task = asyncio.ensure_future(_kept_in(getattr(self._adapter, call)(*positional, **named)))
            # Not wait_for, which would wait for one that does not let itself be cancelled.
            done, _ = await asyncio.wait((task,), timeout=seconds)
            if not done:
                raise BrokenAdapter(f"its {call} did not come back within {seconds:g} s")
            if task.cancelled():
                raise BrokenAdapter(f"its {call} gave itself up")
            return task.result()
        except (AdapterError, HarnessError):
            raise
        except Exception as error:
            raise BrokenAdapter(f"its {call} raised {_in_words(error)}"[:500]) from error
        finally:
            if task is not None and not task.done():
                task.cancel()
                await asyncio.wait((task,), timeout=_GIVING_UP_S)  # it may have something to clean up


async def _kept_in(call: Awaitable[Any]) -> Any:
    """The call's result; an adapter that ends the program ends only its call."""
    try:
        return await call
    except (Exception, asyncio.CancelledError, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise BrokenAdapter(f"it wanted to end the program: {_in_words(error)}"[:500]) from error


def _in_words(error: BaseException) -> str:
    """What was raised, by its name alone where it cannot say more."""
    name = type(error).__name__
    try:
        return f"{name}: {error}"
    except Exception:
        return name


def _file_name(name: object) -> str | None:
    """The plain name of a file that can be written, whatever folder it is said to be in; None if it is none."""
    plain = name.rpartition("/")[2] if isinstance(name, str) else ""
    if plain in ("", ".", "..") or not plain.isprintable() or len(plain.encode()) > _LONGEST_NAME:
        return None
    return plain


def _of(kind: type[T], call: str, value: object) -> T:
    if not isinstance(value, kind):
        raise BrokenAdapter(f"its {call} gave {type(value).__name__}, no {kind.__name__}")
    return value
