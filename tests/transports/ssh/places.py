"""Passwords, keys and other programs for tests of NETCONF over SSH."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncssh

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Login:
    """A user's password and private key in files; ``public`` is a file with the key's public half."""

    password: Path
    key: Path
    public: Path

    @property
    def by_password(self) -> str:
        """The option of an address."""
        return f"password=file:{self.password}"


def new_login(folder: Path, password: str = "correct horse") -> Login:
    """A password and a new key."""
    login = Login(folder / "password", folder / "id", folder / "id.pub")
    login.password.touch(0o600)
    login.password.write_text(password + "\n", "utf-8")
    key = asyncssh.generate_private_key("ssh-ed25519")
    login.key.touch(0o600)
    login.key.write_bytes(key.export_private_key())
    login.public.write_bytes(key.export_public_key())
    return login


@asynccontextmanager
async def other_program(talk: Talk) -> AsyncIterator[str]:
    """A program that takes TCP connections, and its HOST:PORT."""
    talking: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talking.add(task)
        try:
            await talk(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in talking:
            task.cancel()
        await asyncio.gather(*talking, return_exceptions=True)


async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take the connection, and hang."""
    await asyncio.sleep(60)


async def close_at_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take the connection, and close it."""


async def speak_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the first line with what a web server says to nonsense."""
    await reader.read(10)
    writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
    await writer.drain()
