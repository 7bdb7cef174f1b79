"""What every transport must do with associations and addresses."""

import asyncio

import pytest

from oran_harness.transports import (
    Ending,
    LinkEnded,
    Listener,
    TransportError,
    connect,
    listen,
)
from tests.transports.associations import Place, arrives, associate, associated, fill, run, send_for_ever


class LifecycleContract:
    """How associations begin and end. ``place`` is a fixture of the class that inherits it."""

    @pytest.mark.parametrize("who", ["near", "far"])
    def test_shutdown_delivers_first(self, place: Place, who: str) -> None:
        """Both ends of a shutdown know whose it was, and what was sent before it is received before it."""

        async def test() -> None:
            async with associated(place) as pair:
                ours, theirs = (pair.near, pair.far) if who == "near" else (pair.far, pair.near)
                for number in range(1, 6):
                    await ours.send(bytes([number]))
                await ours.shutdown()
                await arrives(theirs, bytes(range(1, 6)))
                ending = await theirs.receive()
                assert isinstance(ending, Ending)
                assert (ending.how, ending.by_peer) == ("shutdown", True)
                assert ending.reason
                own = await ours.receive()
                assert isinstance(own, Ending)
                assert (own.how, own.by_peer) == ("shutdown", False)

        run(test())

    @pytest.mark.parametrize("who", ["near", "far"])
    def test_abort_is_no_shutdown(self, place: Place, who: str) -> None:
        """An abort is told from a shutdown by both ends, whoever did it."""

        async def test() -> None:
            async with associated(place) as pair:
                ours, theirs = (pair.near, pair.far) if who == "near" else (pair.far, pair.near)
                await ours.abort()
                ending = await theirs.receive()
                assert isinstance(ending, Ending)
                assert (ending.how, ending.by_peer) == ("abort", True)
                own = await ours.receive()
                assert isinstance(own, Ending)
                assert (own.how, own.by_peer) == ("abort", False)

        run(test())

    def test_a_waiting_receiver_learns_of_the_end(self, place: Place) -> None:
        """Who waits for a message when the link ends, at either end of it, is told the end."""

        async def test() -> None:
            async with associated(place) as pair:
                waiting = [asyncio.create_task(link.receive()) for link in (pair.near, pair.far)]
                await asyncio.sleep(0.01)
                await pair.near.shutdown()
                endings = await asyncio.gather(*waiting)
                assert [(end.how, end.by_peer) for end in endings if isinstance(end, Ending)] == [
                    ("shutdown", False),
                    ("shutdown", True),
                ]

        run(test())

    def test_an_end_stays_the_end(self, place: Place) -> None:
        """After the end ``receive`` tells the same again, ``send`` raises with it, and ending again changes nothing."""

        async def test() -> None:
            async with associated(place) as pair:
                await pair.near.abort()
                for link in (pair.near, pair.far):
                    ending = await link.receive()
                    await link.shutdown()
                    await link.abort()
                    assert await link.receive() == ending
                    with pytest.raises(LinkEnded) as raised:
                        await link.send(b"late")
                    assert raised.value.ending == ending

        run(test())

    def test_both_may_shut_down_at_once(self, place: Place) -> None:
        """Two shutdowns that cross end the link in order, or one by the other's, at both ends."""

        async def test() -> None:
            async with associated(place) as pair:
                await asyncio.gather(pair.near.shutdown(), pair.far.shutdown())
                for link in (pair.near, pair.far):
                    ending = await link.receive()
                    assert isinstance(ending, Ending)
                    assert ending.how == "shutdown"

        run(test())

    @pytest.mark.parametrize("who", ["near", "far"])
    def test_a_waiting_sender_learns_of_the_end(self, place: Place, who: str) -> None:
        """A sender that waits for room is told when the link ends instead, by either end."""

        async def test() -> None:
            async with associated(place) as pair:
                await fill(pair.near)
                sender = asyncio.create_task(send_for_ever(pair.near))
                await asyncio.sleep(0.05)
                await (pair.near if who == "near" else pair.far).abort()
                with pytest.raises(LinkEnded) as raised:
                    await sender
                assert (raised.value.ending.how, raised.value.ending.by_peer) == ("abort", who == "far")

        run(test())

    def test_a_cancelled_accept_loses_nothing(self, place: Place) -> None:
        """An association that comes while an accept is given up is accepted by the next."""

        async def test() -> None:
            listener = await listen(place.listen)
            try:
                for _ in range(3):
                    task = asyncio.create_task(listener.accept())
                    near = await connect(listener.uri + place.query)
                    task.cancel()
                    (got,) = await asyncio.gather(task, return_exceptions=True)
                    far = await listener.accept() if isinstance(got, asyncio.CancelledError) else got
                    assert not isinstance(far, BaseException)
                    await near.send(b"here")
                    await arrives(far, b"here")
                    await near.abort()
                    await far.abort()
            finally:
                await listener.close()

        run(test())

    def test_a_cancelled_shutdown_releases_the_link(self, place: Place) -> None:
        """A shutdown that is given up ends the link all the same."""

        async def test() -> None:
            async with associated(place) as pair:
                await fill(pair.near)
                closing = asyncio.create_task(pair.near.shutdown())
                await asyncio.sleep(0.01)
                closing.cancel()
                await asyncio.gather(closing, return_exceptions=True)
                async with asyncio.timeout(5):
                    ending = await pair.near.receive()
                assert isinstance(ending, Ending)
                assert not ending.by_peer

        run(test())

    def test_associations_are_independent(self, place: Place) -> None:
        """Several associations at one address do not hear each other, and end one by one."""

        async def test() -> None:
            async with associated(place) as pair:
                near, far = await associate(pair.listener, place)
                await near.send(b"second")
                await pair.near.send(b"first")
                await arrives(far, b"second")
                await arrives(pair.far, b"first")
                await near.abort()
                assert isinstance(await far.receive(), Ending)
                await pair.far.send(b"still")
                await arrives(pair.near, b"still")

        run(test())

    def test_an_accepted_association_outlives_its_address(self, place: Place) -> None:
        """Closing an address leaves accepted associations alone, aborts the others, and lets it be opened again."""

        async def test() -> None:
            async with associated(place) as pair:
                waiting = await connect(pair.listener.uri + place.query)
                accepting = asyncio.create_task(pair.listener.accept())
                accepted = await accepting
                late = asyncio.create_task(pair.listener.accept())
                await asyncio.sleep(0.01)
                await pair.listener.close()
                await pair.listener.close()
                with pytest.raises(TransportError, match="closed"):
                    await late
                with pytest.raises(TransportError):
                    await connect(pair.listener.uri + place.query, timeout=1)
                await pair.near.send(b"still")
                await arrives(pair.far, b"still")
                again = await listen(self._same(place, pair.listener))
                assert again.uri == pair.listener.uri
                await again.close()
                await waiting.abort()
                await accepted.abort()

        run(test())

    def test_nobody_accepts_what_a_closed_address_held(self, place: Place) -> None:
        """An association that was never accepted is aborted when its address closes."""

        async def test() -> None:
            listener = await listen(place.listen)
            near = await connect(listener.uri + place.query)
            await asyncio.sleep(0.05)
            await listener.close()
            ending = await near.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("abort", True)

        run(test())

    def test_an_address_is_taken_once(self, place: Place) -> None:
        """Listening where somebody listens is refused in a sentence that says what to do."""

        async def test() -> None:
            listener = await listen(place.listen)
            try:
                with pytest.raises(TransportError, match=r"in use: .* choose another"):
                    await listen(self._same(place, listener))
            finally:
                await listener.close()

        run(test())

    def test_nobody_listens(self, place: Place) -> None:
        """Connecting where nobody listens is refused in a sentence that says what to do."""

        async def test() -> None:
            listener = await listen(place.listen)
            await listener.close()
            with pytest.raises(TransportError, match="Nobody listens at"):
                await connect(listener.uri + place.query)

        run(test())

    @staticmethod
    def _same(place: Place, listener: Listener) -> str:
        """The address of a listener, with the options of its place."""
        return listener.uri.partition("?")[0] + place.listen[len(place.listen.partition("?")[0]) :]
