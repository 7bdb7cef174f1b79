"""Adapters that hang, crash, flood or lie."""

import asyncio
import contextlib
from collections.abc import Mapping
from typing import Any

import pytest

from oran_harness.adapters import (
    AdapterError,
    Addresses,
    BoundedAdapter,
    BrokenAdapter,
    Health,
    StimulusAnswer,
    StimulusStatus,
)
from oran_harness.adapters.adapter import NOT_STARTED
from oran_harness.adapters.bounded import MOST_COLLECTED, MOST_FILES, Patience
from oran_harness.adapters.present import PresentAdapter

CALLS = ("describe", "reset", "stop", "health", "collect")
SHORT = Patience(*[0.05] * 6)


def bounded(adapter: Any) -> BoundedAdapter:
    """An adapter with little patience for it."""
    return BoundedAdapter(adapter, SHORT)


class Whatever(PresentAdapter):
    """Does the same thing at each call."""

    def __init__(self, behaviour: Any) -> None:
        super().__init__("whatever", None)
        self.behaviour = behaviour

    def __getattribute__(self, name: str) -> Any:
        if name in (*CALLS, "start", "stimulate"):
            return object.__getattribute__(self, "behaviour")
        return object.__getattribute__(self, name)


async def hangs(*_: Any, **__: Any) -> None:
    """Never come back."""
    await asyncio.sleep(600)


async def crashes(*_: Any, **__: Any) -> None:
    """Raise something."""
    raise ValueError("no bench" * 1000)


async def leaves(*_: Any, **__: Any) -> None:
    """End the program."""
    raise SystemExit(3)


async def gives_up(*_: Any, **__: Any) -> None:
    """Act as if it had been cancelled."""
    raise asyncio.CancelledError


async def stays(*_: Any, **__: Any) -> None:
    """Take no notice of being cancelled, for a while."""
    for _ in range(3):
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(0.2)


class Unspeakable(Exception):
    """Not even what it is can be asked."""

    def __str__(self) -> str:
        raise ValueError("no words")


async def is_hostile(*_: Any, **__: Any) -> None:
    """Raise what cannot be told."""
    raise Unspeakable


async def breaks_out(*_: Any, **__: Any) -> None:
    """Raise what most do not catch."""
    raise GeneratorExit("out")


async def lies(*_: Any, **__: Any) -> str:
    """Give something else."""
    return "fine"


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (hangs, "did not come back within 0.05 s"),
        (crashes, "raised ValueError"),
        (is_hostile, "raised Unspeakable"),
        (breaks_out, "GeneratorExit"),
        (lies, "gave str"),
    ],
)
def test_each_call_ends_in_an_adapter_error(behaviour: Any, said: str) -> None:
    """Whatever an adapter does, whoever calls gets a value of the right type or an AdapterError, soon."""

    async def scene() -> None:
        adapter = bounded(Whatever(behaviour))
        calls = [getattr(adapter, name)() for name in CALLS]
        calls += [adapter.start(Addresses()), adapter.stimulate("x")]
        found = await asyncio.gather(*calls, return_exceptions=True)
        if behaviour is lies:  # of those that give nothing there is nothing to be seen
            found = [each for each in found if each is not None]
        assert all(isinstance(each, AdapterError) and said in str(each) and len(str(each)) <= 500 for each in found)
        assert len(found) >= 4

    asyncio.run(scene())


def test_what_is_collected_is_bounded() -> None:
    """Names and octets only, and not more than there is room for."""

    class Hoarder(PresentAdapter):
        async def collect(self) -> Mapping[Any, Any]:
            return {"a": b"1", "b": "text", 3: b"3", "c": bytes(MOST_COLLECTED), "d": b"4"}

    found = asyncio.run(bounded(Hoarder("x", None)).collect())
    assert found == {"a": b"1", "d": b"4"}


def test_what_is_collected_can_be_written() -> None:
    """A name is the plain name of a file, which the adapter cannot choose outside of its folder; files are few."""

    class Inventive(PresentAdapter):
        async def collect(self) -> Mapping[Any, Any]:
            odd = ["", ".", "..", "a/..", "/", "nul\0", "\x1b[31m", "line\n", "\u202e", "\ud800"]
            odd += ["n" * 300, "\u00e9" * 150]
            many = {f"{number}.log": b"x" for number in range(MOST_FILES * 2)}
            return dict.fromkeys(odd, b"x") | {"../../core 1.gz": b"core"} | many

    found = asyncio.run(bounded(Inventive("x", None)).collect())
    assert list(found)[:2] == ["core 1.gz", "0.log"]
    assert len(found) == MOST_FILES


class Benched(PresentAdapter):
    """Its product may be stopped by somebody else; its restart fails, and leaves it stopped."""

    runs = False

    async def start(self, addresses: Addresses) -> None:
        self.runs = True

    async def stop(self) -> None:
        self.runs = False

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        self.runs = False
        raise AdapterError("it does not come back")

    async def health(self) -> Health:
        return Health(self.runs, "" if self.runs else NOT_STARTED)


def test_a_product_that_somebody_else_stopped_has_not_died() -> None:
    """The adapter is not believed then; what we stopped, or what did not come back to us, is simply not there."""

    async def scene() -> None:
        bench = Benched("x", None)
        adapter = bounded(bench)
        assert not (await adapter.health()).alive
        await adapter.start(Addresses())
        assert (await adapter.health()).alive
        bench.runs = False
        with pytest.raises(BrokenAdapter, match="not started, though it was: does another oran-harness drive it, too"):
            await adapter.health()
        await adapter.start(Addresses())
        with pytest.raises(AdapterError, match="does not come back"):
            await adapter.stimulate("restart")
        assert not (await adapter.health()).alive
        await adapter.start(Addresses())
        await adapter.stop()
        assert not (await adapter.health()).alive

    asyncio.run(scene())


def test_who_claims_to_have_done_the_impossible_is_not_trusted() -> None:
    """no-such-stimulus must be unsupported."""

    class Liar(PresentAdapter):
        async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
            return StimulusAnswer(StimulusStatus.DONE)

    async def scene() -> None:
        assert await bounded(PresentAdapter("x", None)).refuses_the_unknown() is None
        assert "answers no-such-stimulus with done" in str(await bounded(Liar("x", None)).refuses_the_unknown())
        assert "did not come back" in str(await bounded(Whatever(hangs)).refuses_the_unknown())

    asyncio.run(scene())
