"""Managed elements for clients in the same event loop: ours, and one that answers as a test wants."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.netconf_client import NetconfClient, OwnClient, client_at
from oran_harness.model import Role
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Say, Up
from oran_harness.protocols.netconf import BASE, BASE_1_0, BASE_1_1, Conversation, Framing, Rpc, RpcHeard, Side, frame
from oran_harness.protocols.netconf.speaking import data, hello
from oran_harness.transports import connect
from tests.conformance.o1.performing import provider

T = TypeVar("T")
SECRET = "secret-of-tests"
NACM = "urn:ietf:params:xml:ns:yang:ietf-netconf-acm"
Answer = Callable[[Rpc], bytes | None]
"""What is answered: a message, which is put into its frame; None for nothing."""


class Scripted:
    """An element that answers what it is told to; ``raw`` octets go out behind the answer, in no frame."""

    role = Role.O1_PROVIDER
    wakes_at = None

    def __init__(self, answer: Answer, capabilities: Sequence[str] = (BASE_1_0, BASE_1_1)) -> None:
        self.asked: list[str] = []
        self.raw: list[bytes] = []
        self._answer = answer
        self._capabilities = capabilities
        self._sessions: dict[str, Conversation] = {}

    def begin(self, now: float) -> Sequence[Command]:
        return ()

    def wake(self, now: float) -> Sequence[Command]:
        return ()

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        if isinstance(happening, Up):
            said = frame(hello(self._capabilities, 7), Framing.END_OF_MESSAGE)
            self._sessions[happening.association] = Conversation()
            self._sessions[happening.association].heard(Side.SERVER, said, now)
            return [Say(happening.association, said)]
        if not isinstance(happening, Heard):
            return ()
        session, said = self._sessions[happening.association], []
        for event in session.heard(Side.CLIENT, happening.octets, now):
            if isinstance(event, RpcHeard):
                self.asked.append(event.rpc.name)
                answer = self._answer(event.rpc)
                if answer is not None:
                    said.append(frame(answer, session.framing))
                said += self.raw
        return [Say(happening.association, each) for each in said]


def nothing(rpc: Rpc) -> bytes:
    """A reply with no data."""
    return data(rpc)


@asynccontextmanager
async def spoken_to(actor: Actor | None = None, **options: Any) -> AsyncIterator[OwnClient]:
    """Our own client with an element (ours unless another is given), in memory."""
    uri = f"memory://{uuid4()}"
    async with hosted([actor or provider()], listen=uri):
        client = await OwnClient.greeted(await connect(uri), **options)
        try:
            yield client
        finally:
            await client.close()


@asynccontextmanager
async def over_ssh(
    folder: Path, driver: str, actor: Actor | None = None, **options: Any
) -> AsyncIterator[NetconfClient]:
    """A client with an element over real SSH on loopback."""
    async with listening(folder, actor) as uri:
        client = await client_at(uri, driver, **options)
        try:
            yield client
        finally:
            await client.close()


@asynccontextmanager
async def listening(folder: Path, actor: Actor | None = None) -> AsyncIterator[str]:
    """The address of an element that listens over SSH, with its password."""
    password = folder / "password"
    password.touch(0o600)
    password.write_text(SECRET)
    query = f"?password=file:{password}"
    async with hosted([actor or provider()], listen=f"netconf+ssh://admin@127.0.0.1:0{query}") as hosting:
        yield f"{hosting.uri}{query}"


def within(test: Coroutine[Any, Any, T], seconds: float = 30.0) -> T:
    """What a test comes to, which does not hang."""

    async def limited() -> T:
        async with asyncio.timeout(seconds):
            return await test

    return asyncio.run(limited())


def asking(operation: str, content: str = "") -> bytes:
    """An operation of NETCONF's own."""
    return f'<{operation} xmlns="{BASE}">{content}</{operation}>'.encode()


def edit(target: str, content: str) -> bytes:
    """An edit-config."""
    return asking("edit-config", f"<target><{target}/></target><config>{content}</config>")


def group(name: str, *users: str) -> str:
    """A group of NACM's."""
    told = "".join(f"<user-name>{user}</user-name>" for user in users)
    return f'<nacm xmlns="{NACM}"><groups><group><name>{name}</name>{told}</group></groups></nacm>'
