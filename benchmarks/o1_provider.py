"""How fast a managed element is managed: ``python benchmarks/o1_provider.py``.

``serve o1-provider`` is a process of its own, its managers are here, over SSH on loopback. Seconds of the processor are
those of the element alone.
"""

import argparse
import asyncio
import os
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.served_process import ServedProcess
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Conversation, HelloHeard, ReplyHeard, RpcReply, Side
from oran_harness.protocols.netconf.framing import frame
from oran_harness.protocols.netconf.speaking import hello, rpc
from oran_harness.transports import ClientSide, Ending, Link, connect

ELEMENT = "urn:oran-harness:yang:managed-element"
USERS = "urn:oran-harness:yang:users"
BASE = "urn:ietf:params:xml:ns:netconf:base:1.0"
PASSWORD = "benchmark-password"
VARIABLE = "ORAN_HARNESS_BENCHMARK_PASSWORD"
GET = f'<get-config xmlns="{BASE}"><source><running/></source>%s</get-config>'
ONE = f'<filter><managed-element xmlns="{ELEMENT}"><gnb-du/></managed-element></filter>'


class Manager:
    """One session, as quick as this machine allows."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.conversation = Conversation(largest=100_000_000)
        self.replies: list[RpcReply] = []

    @classmethod
    async def open(cls, uri: str) -> "Manager":
        """Connect, and say hello."""
        manager = cls(await connect(uri, side=ClientSide(), timeout=60))
        await manager.greet()
        return manager

    async def greet(self) -> None:
        """Say hello, and wait for the other one."""
        await self.send(hello([BASE_1_0, BASE_1_1]))
        while self.conversation.hello(Side.SERVER) is None:
            await self.hear()

    async def send(self, message: bytes) -> None:
        """Say something, in pieces that a link carries."""
        octets = frame(message, self.conversation.framing)
        self.conversation.heard(Side.CLIENT, octets, 0.0)
        for at in range(0, len(octets), 1_000_000):
            await self.link.send(octets[at : at + 1_000_000])

    async def hear(self) -> None:
        """Take in what comes next."""
        got = await self.link.receive()
        if isinstance(got, Ending):
            raise RuntimeError(f"the element ended the session: {got.reason}")
        for event in self.conversation.heard(Side.SERVER, got.octets, 0.0):
            if isinstance(event, ReplyHeard):
                self.replies.append(event.reply)
            elif not isinstance(event, HelloHeard):
                raise RuntimeError(f"unexpected: {event}")

    async def ask(self, operation: str) -> RpcReply:
        """Ask, and wait for the answer. Raises ``RuntimeError`` for a refusal."""
        await self.send(rpc(operation.encode(), "1"))
        while not self.replies:
            await self.hear()
        reply = self.replies.pop()
        if reply.errors:
            raise RuntimeError(str(reply.errors[0]))
        return reply

    async def pipeline(self, operation: str, count: int, ahead: int = 16) -> None:
        """Ask so many times, some requests ahead of the answers; replies are counted, not read."""
        octets = [frame(rpc(operation.encode(), str(n)), self.conversation.framing) for n in range(count)]
        sent = heard = 0
        while heard < count:
            while sent < min(count, heard + ahead):
                await self.link.send(octets[sent])
                sent += 1
            got = await self.link.receive()
            if isinstance(got, Ending):
                raise RuntimeError(got.reason)
            heard += got.octets.count(b"\n##\n")


async def rate(served: ServedProcess, uri: str, operation: str, count: int) -> tuple[float, float]:
    """Answers a second of the element's processor, and of the clock."""
    manager = await Manager.open(uri)
    await manager.pipeline(operation, 50)
    spent, began = served.processor_seconds, time.perf_counter()
    await manager.pipeline(operation, count)
    took = time.perf_counter() - began
    spent = served.processor_seconds - spent
    await manager.link.abort()
    return count / spent, count / took


async def opening(uri: str, times: int) -> list[float]:
    """Milliseconds until a session is open, each after the other."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        manager = await Manager.open(uri)
        found.append((time.perf_counter() - began) * 1000)
        await manager.link.abort()
    return found


async def many(served: ServedProcess, uri: str, count: int) -> tuple[float, float, float]:
    """Seconds until so many sessions are open, seconds for one answer to each, and the element's memory in MB."""
    began = time.perf_counter()
    managers: list[Manager] = []
    for at in range(0, count, 20):
        managers += await asyncio.gather(*(Manager.open(uri) for _ in range(min(20, count - at))))
    opened = time.perf_counter() - began
    began = time.perf_counter()
    await asyncio.gather(*(manager.ask(GET % ONE) for manager in managers))
    asked = time.perf_counter() - began
    memory = served.resident_mb
    await asyncio.gather(*(manager.link.abort() for manager in managers))
    return opened, asked, memory


def large(octets: int) -> str:
    """An edit that makes users, and is so large."""
    entry = "<user><name>user-{0:06d}</name><account-type>CERTIFICATE</account-type><enabled>true</enabled></user>"
    users = "".join(entry.format(n) for n in range(octets // len(entry.format(0)) + 1))
    return f'<config><users xmlns="{USERS}">{users}</users></config>'


async def commit(uri: str, octets: int) -> dict[str, float]:
    """Seconds to edit the candidate with so large a configuration, to validate it, and to commit it."""
    manager = await Manager.open(uri)
    took = {}
    for name, operation in (
        ("edit", f'<edit-config xmlns="{BASE}"><target><candidate/></target>{large(octets)}</edit-config>'),
        ("validate", f'<validate xmlns="{BASE}"><source><candidate/></source></validate>'),
        ("commit", f'<commit xmlns="{BASE}"/>'),
    ):
        began = time.perf_counter()
        await manager.ask(operation)
        took[name] = time.perf_counter() - began
    await manager.link.abort()
    return took


async def measure(options: argparse.Namespace, served: ServedProcess, uri: str) -> None:
    """Print all figures."""
    whole, part = GET % "", GET % ONE
    for name, operation in (("get-config of everything", whole), ("get-config with a filter", part)):
        core, clock = await rate(served, uri, operation, options.count)
        print(f"{name}: {core:,.0f} a second of one core, {clock:,.0f} a second of the clock")
    found = await opening(uri, options.sessions // 10)
    print(f"opening a session: median {statistics.median(found):.1f} ms, the longest {max(found):.1f} ms")
    opened, asked, memory = await many(served, uri, options.sessions)
    print(
        f"{options.sessions} sessions at once: open in {opened:.2f} s, all answered in {asked:.2f} s, {memory:.0f} MB"
    )
    took = await commit(uri, options.octets)
    told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in took.items())
    print(f"a configuration of {options.octets:,} octets: {told}")


def main() -> None:
    """Read the options, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=3000, help="requests of one kind")
    parser.add_argument("--sessions", type=int, default=200, help="sessions at once")
    parser.add_argument("--octets", type=int, default=5_000_000, help="of the large configuration")
    options = parser.parse_args()
    os.environ[VARIABLE] = PASSWORD
    query = f"?password=env:{VARIABLE}"
    with TemporaryDirectory() as folder:
        listen = f"netconf+ssh://admin@127.0.0.1:0{query}"
        with ServedProcess("o1-provider", "--listen", listen, "--state", folder) as served:
            asyncio.run(measure(options, served, served.ready() + query))


if __name__ == "__main__":
    main()
