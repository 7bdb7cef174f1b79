"""Our own client: requests under way at once, octets on request, and elements that say anything."""

import asyncio
import time
from uuid import uuid4

import pytest

from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.netconf_client import NoReply, OwnClient, SessionLost
from oran_harness.drivers.netconf_client.client import Unreadable
from oran_harness.drivers.netconf_client.own import AHEAD
from oran_harness.protocols.netconf import BASE, BASE_1_0, Framing, Rpc, frame
from oran_harness.protocols.netconf.speaking import data, rpc
from oran_harness.transports import connect
from tests.drivers.netconf_client import elements
from tests.drivers.netconf_client.elements import Scripted, asking, nothing, spoken_to, within

GET = asking("get")


def test_requests_are_under_way_at_once() -> None:
    """As many as it sends ahead are asked before the first is answered; all are answered in order."""
    held: list[Rpc] = []
    element = Scripted(nothing)

    def answer(rpc: Rpc) -> bytes | None:
        held.append(rpc)
        if len(held) < AHEAD:
            return None
        for each in held[:-1]:
            element.raw.append(frame(data(each), Framing.CHUNKED))
        return nothing(rpc)

    async def test() -> None:
        element._answer = answer
        async with spoken_to(element) as client:
            asked = 0
            async for reply in client.many(GET for _ in range(AHEAD)):
                asked += 1
                assert reply.message_id == str(asked)
            assert asked == AHEAD

    within(test())


def test_it_can_misbehave() -> None:
    """Any octets go out as they are: here a request in the framing of before, to an element that minds."""

    async def test() -> None:
        async with spoken_to() as client:
            assert client.framing is Framing.CHUNKED
            await client.send_octets(frame(rpc(GET, "1"), Framing.END_OF_MESSAGE))
            with pytest.raises((SessionLost, NoReply), match=r"is over|no reply"):
                await client.rpc(GET, within=5)

    within(test())


@pytest.mark.parametrize("octets", [b"<rpc-reply", b"<a/>", b"\xff\xfe", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_reply_is_the_answer_to_the_oldest(octets: bytes) -> None:
    """One sentence for whoever asked first; the session goes on."""
    answers = [octets]

    async def test() -> None:
        async with spoken_to(Scripted(lambda rpc: answers.pop() if answers else data(rpc))) as client:
            with pytest.raises(Unreadable, match="answers with what is no reply"):
                await client.rpc(GET)
            assert not (await client.rpc(GET)).errors

    within(test())


@pytest.mark.parametrize("octets", [b"<hello", b"<a/>", b"\xff\xfe", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_hello_is_told(octets: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """NETCONF is there: who looks for it elsewhere looks in vain."""
    monkeypatch.setattr(elements, "hello", lambda *_: octets)

    async def test() -> None:
        with pytest.raises(SessionLost, match=r"says no hello within \S+ s; what it says is none"):
            async with spoken_to(Scripted(nothing), timeout=0.1):
                pass

    within(test())


def test_a_reply_without_a_message_id_is_the_oldests() -> None:
    """RFC 6241 4.3: of a request that could not be read there is none to tell back."""
    error = b"<rpc-error><error-type>rpc</error-type><error-tag>malformed-message</error-tag></rpc-error>"

    async def test() -> None:
        reply = b'<rpc-reply xmlns="%b">%b</rpc-reply>' % (BASE.encode(), error)
        async with spoken_to(Scripted(lambda _: reply)) as client:
            assert (await client.rpc(GET)).errors[0].tag == "malformed-message"

    within(test())


def test_a_late_reply_is_nobodys() -> None:
    """Whoever waited has gone; the next one gets his own."""
    late: list[Rpc] = []

    def answer(rpc: Rpc) -> bytes | None:
        late.append(rpc)
        if len(late) == 1:
            return None
        return frame(data(late[0]), Framing.CHUNKED)[4:] and data(rpc)

    async def test() -> None:
        async with spoken_to(Scripted(answer)) as client:
            with pytest.raises(NoReply):
                await client.rpc(GET, within=0.05)
            assert (await client.rpc(GET)).message_id == "2"

    within(test())


def test_what_is_too_large_ends_the_session() -> None:
    """It is not gathered to be refused at its end: a limit, a sentence, and the session is cut off."""
    piece = b"\n#1000000\n" + bytes(1_000_000)

    async def test() -> None:
        element = Scripted(lambda _: None)
        element.raw = [piece] * 25
        began = time.perf_counter()
        async with spoken_to(element, largest=2_000_000) as client:
            with pytest.raises(SessionLost, match=r"cannot be understood|no further"):
                await client.rpc(GET)
        assert time.perf_counter() - began < 10

    within(test())


@pytest.mark.parametrize(("said", "what"), [(b"", "says no hello within"), (b"SSH-2.0-x\r\n]]>]]>", "no hello within")])
def test_who_says_no_hello(said: bytes, what: str) -> None:
    """Within its time, in a sentence; the link is ended."""

    async def test() -> None:
        uri = f"memory://{uuid4()}"
        async with hosted([Mute()], listen=uri):
            link = await connect(uri)
            with pytest.raises(SessionLost, match=what):
                await OwnClient.greeted(link, timeout=0.1)

    class Mute(Scripted):
        def __init__(self) -> None:
            super().__init__(nothing)

        def handle(self, happening, now):  # type: ignore[no-untyped-def]
            from oran_harness.peers.actor import Say, Up

            return [Say(happening.association, said)] if isinstance(happening, Up) and said else ()

    within(test())


def test_no_common_version() -> None:
    """An element that has no version of ours is no element to speak with."""

    async def test() -> None:
        with pytest.raises(SessionLost, match="no version of NETCONF in common"):
            async with spoken_to(Scripted(nothing, ["urn:ietf:params:netconf:base:9.9"])):
                pass
        async with spoken_to(Scripted(nothing, [BASE_1_0])) as client:
            assert client.framing is Framing.END_OF_MESSAGE
            assert not (await client.rpc(GET)).errors

    within(test())


def test_all_who_wait_are_told_of_the_end() -> None:
    """None hangs, and none is told by an exception of another kind."""

    async def test() -> None:
        async with spoken_to(Scripted(lambda _: None)) as client:
            waiting = [asyncio.create_task(client.rpc(GET)) for _ in range(3)]
            await asyncio.sleep(0.05)
            await client.link.abort()
            told = await asyncio.gather(*waiting, return_exceptions=True)
            assert [type(each) for each in told] == [SessionLost] * 3
            with pytest.raises(SessionLost):
                await client.notification(within=5)

    within(test())
