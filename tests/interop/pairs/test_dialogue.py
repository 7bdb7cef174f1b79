"""What was said, and waiting for it."""

import asyncio

from oran_harness.interop.pairs.dialogue import Dialogue
from oran_harness.model import Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from tests.checkers.scene import setup_request, setup_response

NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC
REQUEST = codec("3.01").encode(setup_request())
RESPONSE = codec("3.01").encode(setup_response())


def test_what_was_said_is_found_behind_a_place() -> None:
    """By class and by whatever else it has to be; the first of several."""

    async def play() -> None:
        dialogue = Dialogue()
        dialogue.up("1")
        dialogue.said("1", NODE, REQUEST)
        first = dialogue.find(m.E2setupRequest, 0)
        assert first is not None
        assert (first.sender, first.association, first.conforms) == (NODE, "1", True)
        assert dialogue.find(m.E2setupRequest, first.n) is None
        assert dialogue.find(m.E2setupRequest, 0, lambda said: said.sender is RIC) is None
        dialogue.said("1", NODE, REQUEST)
        assert dialogue.find(m.E2setupRequest, 0) == first
        assert len(dialogue.all(m.E2setupRequest, 0)) == 2

    asyncio.run(play())


def test_octets_that_are_no_message_are_left_out() -> None:
    """They count as a happening, and nobody waits for them."""

    async def play() -> None:
        dialogue = Dialogue()
        dialogue.said("1", NODE, b"\xff" * 9)
        assert dialogue.last == 1
        assert dialogue.find(m.E2setupRequest, 0) is None

    asyncio.run(play())


def test_waiting_ends_when_it_comes_or_when_time_is_up() -> None:
    """Whoever waits is woken by what happens, not by the clock."""

    async def play() -> None:
        dialogue = Dialogue()
        waiting = asyncio.create_task(
            dialogue.until(lambda: dialogue.find(m.E2setupResponse, 0) is not None, within=20)
        )
        await asyncio.sleep(0)
        dialogue.said("1", NODE, REQUEST)
        await asyncio.sleep(0)
        assert not waiting.done()
        dialogue.said("1", RIC, RESPONSE)
        assert await waiting
        assert not await dialogue.until(lambda: False, within=0.01)

    asyncio.run(play())


def test_associations_come_and_go() -> None:
    """Those that stand are known, oldest first, and of the others who ended them."""

    async def play() -> None:
        dialogue = Dialogue()
        dialogue.up("1")
        dialogue.up("2")
        dialogue.ended("1", "abort", RIC)
        assert dialogue.standing == ["2"]
        (ended,) = dialogue.ends
        assert (ended.association, ended.how, ended.by) == ("1", "abort", RIC)

    asyncio.run(play())


def test_setups_are_known_while_their_associations_stand() -> None:
    """From the response on; a request alone is no setup, and the end of the association forgets it."""

    async def play() -> None:
        dialogue = Dialogue()
        dialogue.up("1")
        dialogue.said("1", RIC, RESPONSE)
        dialogue.said("1", NODE, REQUEST)
        assert dialogue.set_up == {}
        dialogue.said("1", RIC, RESPONSE)
        assert dialogue.set_up["1"].n == 3
        dialogue.ended("1", "shutdown", NODE)
        assert dialogue.set_up == {}

    asyncio.run(play())
