"""Serves yuma123's netconfd over SSH, on loopback, as whoever runs it: front.py URI USER PUBLIC_KEY_FILE.

Debian's packages leave SSH to the system's sshd, which starts netconf-subsystem for each session, which passes octets
to netconfd. Here asyncssh is in the place of sshd, and this program passes the octets; netconf-subsystem is asked once
for the words with which it begins. Each piece that comes is passed on when netconfd has read the one before: netconfd
forgets an rpc that it reads together with the hello, which without this is a matter of luck in every session.
"""

import array
import asyncio
import fcntl
import os
import pwd
import signal
import socket
import sys
import tempfile
import termios
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from oran_harness.transports import Ending, Link, LinkEnded, Listener, listen, parse_address

NETCONFD = "/usr/sbin/netconfd"
SUBSYSTEM = "/usr/sbin/netconf-subsystem"
UP_WITHIN_S = 20.0
LOOK_S = 0.001
MOST = 65_536


async def main(uri: str, user: str, key: str) -> None:
    """Serve until netconfd ends, or SIGTERM comes."""
    address = parse_address(uri)
    with tempfile.TemporaryDirectory(prefix="netconfd-") as name:
        folder = Path(name)
        words = await first_words(folder / "asked", address.port, user)
        # The key is there for as long as the run: what is kept beside it is there after a restart.
        netconfd = await started(folder, Path(key).parent / "startup-cfg.xml", address.port, user)
        try:
            host_key = quote(str(folder / "host_key"))
            listener = await listen(f"{address}?authorized={quote(key)}&key={host_key}")
            print(f"ready: {listener.uri}", flush=True)
            serving = asyncio.ensure_future(serve(listener, folder / "socket", words))
            await asyncio.wait((serving, asyncio.ensure_future(netconfd.wait())), return_when=asyncio.FIRST_COMPLETED)
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)
            sys.exit(f"netconfd ended with status {netconfd.returncode}")
        finally:
            with suppress(ProcessLookupError):
                netconfd.kill()
            await netconfd.wait()


async def first_words(place: Path, port: int, user: str) -> bytes:
    """What netconf-subsystem tells netconfd of a session before the manager says anything."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(place))
        listener.listen(1)
        listener.setblocking(False)
        environment = {"USER": user, "SSH_CONNECTION": f"127.0.0.1 1 127.0.0.1 {port}"}
        words = (SUBSYSTEM, f"--ncxserver-sockname={port}@{place}")
        asked = await asyncio.create_subprocess_exec(*words, env=environment, stdin=asyncio.subprocess.PIPE)
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(UP_WITHIN_S):
            connection, _ = await loop.sock_accept(listener)
            with connection:
                said = b""
                while not said.endswith(b"]]>]]>"):
                    said += await loop.sock_recv(connection, MOST)
        asked.kill()
        await asked.wait()
        return said


async def started(folder: Path, startup: Path, port: int, user: str) -> asyncio.subprocess.Process:
    """Start netconfd with what it has stored, nothing at first; it works in the folder."""
    name = str(folder)
    if not startup.exists():
        startup.write_text('<config xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"/>\n', "utf-8")
    (folder / "data").mkdir()
    # It makes this one wherever it is told to work; two that begin at once stumble over each other there.
    Path(pwd.getpwuid(os.getuid()).pw_dir, ".yuma").mkdir(mode=0o700, exist_ok=True)
    words = (f"--ncxserver-sockname={folder / 'socket'}", f"--port={port}", f"--superuser={user}")
    # As it is installed it tells ten events in a burst and then rests: a replay of its log takes a minute and a half.
    quick = ("--max-burst=1000", "--log-level=warn")
    more = (f"--startup={startup}", "--with-startup=true", "--target=candidate", *quick)
    netconfd = await asyncio.create_subprocess_exec(
        NETCONFD, *words, *more, cwd=folder, env=os.environ | {"YUMA_HOME": name}
    )
    async with asyncio.timeout(UP_WITHIN_S):
        while not (folder / "socket").is_socket():
            if netconfd.returncode is not None:
                sys.exit(f"netconfd ended with status {netconfd.returncode}")
            await asyncio.sleep(0.05)
    return netconfd


async def serve(listener: Listener, place: Path, words: bytes) -> None:
    """Have sessions with netconfd for those that connect."""
    async with asyncio.TaskGroup() as sessions:
        while True:
            sessions.create_task(session(await listener.accept(), place, words))


async def session(link: Link, place: Path, words: bytes) -> None:
    """Pass on what both sides of one session say, until one of them ends it."""
    loop = asyncio.get_running_loop()
    with suppress(OSError), socket.socket(socket.AF_UNIX) as inner:
        inner.setblocking(False)
        await loop.sock_connect(inner, str(place))
        await loop.sock_sendall(inner, words)
        # It says hello once it knows of the session: only then it listens to the manager's.
        hello = await loop.sock_recv(inner, MOST)
        ways = [asyncio.ensure_future(way) for way in (inwards(link, inner), outwards(link, inner, hello))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        await link.shutdown()


async def inwards(link: Link, inner: socket.socket) -> None:
    """What the manager says, piece by piece."""
    loop = asyncio.get_running_loop()
    with suppress(OSError):
        while not isinstance(came := await link.receive(), Ending):
            await loop.sock_sendall(inner, came.octets)
            while unread(inner):
                await asyncio.sleep(LOOK_S)


async def outwards(link: Link, inner: socket.socket, octets: bytes) -> None:
    """What netconfd says."""
    loop = asyncio.get_running_loop()
    with suppress(OSError, LinkEnded):
        while octets:
            await link.send(octets)
            octets = await loop.sock_recv(inner, MOST)


def unread(inner: socket.socket) -> bool:
    """Whether netconfd has not read all that it was sent."""
    count = array.array("i", [0])
    fcntl.ioctl(inner, termios.TIOCOUTQ, count)
    return count[0] > 0


async def until_told() -> None:
    """Do it, and end in order when SIGTERM comes."""
    task = asyncio.ensure_future(main(*sys.argv[1:]))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


if __name__ == "__main__":
    asyncio.run(until_told())
