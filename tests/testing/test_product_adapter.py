"""The adapter to begin with; tests/cli/test_new.py has it keep its contract and drive the reference peers."""

import asyncio
import sys
from typing import Any

import pytest

from oran_harness.adapters import AdapterError, Addresses, StimulusStatus
from oran_harness.testing import product_adapter
from oran_harness.testing.product_adapter import ProductAdapter, command

MORTAL = "print('ready: here', flush=True); input(); print('out of here')"
HASTY = "print('no radio')"
ANSWERING = """
print('ready: here', flush=True)
while input():
    print('{"stimulus": "other", "status": "failed", "details": {}}', flush=True)
    print('{"stimulus": "reset", "status": "done", "details": {"n": 1}}', flush=True)
"""


@pytest.fixture
def product(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What decides which program is run."""

    def runs(program: str) -> None:
        monkeypatch.setattr(product_adapter, "command", lambda _: [sys.executable, "-I", "-S", "-c", program])

    return runs


def test_what_is_run() -> None:
    """The role is told from the address that is given, and the edition is handed on."""
    ric = command(Addresses(own="tcp://127.0.0.1:1", e2ap="2.03"))
    assert ric[3:] == ["serve", "near-rt-ric", "--listen", "tcp://127.0.0.1:1", "--control", "--e2ap", "2.03"]
    assert command(Addresses(peer="tcp://127.0.0.1:1"))[4:7] == ["e2-node", "--connect", "tcp://127.0.0.1:1"]


def test_answers_are_those_to_what_was_asked(product: Any) -> None:
    """A line about something else is none."""
    product(ANSWERING)

    async def scene() -> None:
        adapter = ProductAdapter()
        await adapter.start(Addresses())
        answer = await adapter.stimulate("reset")
        assert (answer.status, answer.details) == (StimulusStatus.DONE, {"n": 1})
        assert (await adapter.collect())["product.log"].startswith(b"ready: here\n")
        await adapter.stop()

    asyncio.run(scene())


def test_a_product_that_dies(product: Any) -> None:
    """Before it is ready, or instead of an answer: an AdapterError; its health tells the status."""

    async def scene() -> None:
        adapter = ProductAdapter()
        product(HASTY)
        with pytest.raises(AdapterError, match="did not get ready; it printed last: no radio"):
            await adapter.start(Addresses())
        with pytest.raises(AdapterError, match="does not run"):
            await adapter.stimulate("reset")
        product(MORTAL)
        await adapter.start(Addresses())
        assert (await adapter.health()).alive
        with pytest.raises(AdapterError, match="ended when it was asked to reset"):
            await adapter.stimulate("reset")
        health = await adapter.health()
        assert (health.alive, health.exit_status) == (False, 0)
        await adapter.stop()

    asyncio.run(scene())
