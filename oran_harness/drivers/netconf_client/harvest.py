"""Gets every schema of an element with get-schema (RFC 6022 3.1), and says which it does not deliver."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from oran_harness.codec.xml import local_name
from oran_harness.codec.yang import YangError
from oran_harness.codec.yang.statement import Statement, parse_statements
from oran_harness.drivers.netconf_client.client import ClientError, NetconfClient, NoReply, SessionLost
from oran_harness.drivers.netconf_client.listed import MONITORING, listing
from oran_harness.drivers.netconf_client.module_folder import ModuleFolder, nameable
from oran_harness.protocols.netconf import RpcReply
from oran_harness.steps.manager import errors_text

MOST_SCHEMAS = 10_000
"""Schemas that are asked for; an element that lists more is told of."""
MOST_OCTETS = 512 * 1024 * 1024
"""Octets of all schemas together."""
MOST_SILENCES = 3
"""Requests in a row that get no reply; then the element is taken to hang."""
_BATCH = 64
_SHOWN = 60
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A schema that was delivered: ``file`` is its path, ``where`` names the lists and modules that asked for it."""

    name: str
    revision: str
    file: Path
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A schema that should be there and was not delivered; ``why`` is a sentence."""

    name: str
    revision: str
    why: str
    where: tuple[str, ...]

    def __str__(self) -> str:
        return f"{_shown(self.name, self.revision)} ({', '.join(self.where)}): {self.why}"


@dataclass(frozen=True, slots=True)
class Harvested:
    """What came of it, in the order in which it was asked for."""

    gathered: tuple[Gathered, ...]
    undelivered: tuple[Undelivered, ...]
    remarks: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As the command line shows it to programs."""
        return {
            "schema": "oran-harness/harvest/1",
            "modules": [
                {"name": each.name, "revision": each.revision, "file": each.file.name, "from": list(each.where)}
                for each in self.gathered
            ],
            "undelivered": [
                {"name": each.name, "revision": each.revision, "why": each.why, "from": list(each.where)}
                for each in self.undelivered
            ],
            "remarks": list(self.remarks),
        }


async def harvest(
    client: NetconfClient, folder: Path, *, within: float | None = None, told: Callable[[str], None] | None = None
) -> Harvested:
    """Get all that the element lists, and what that imports and includes, into a folder.

    ``within`` is how many seconds each schema may take; ``told`` gets a line for each. Raises ``SessionLost`` if the
    session ends before anything came (what came stays, and the rest is told of), and ``UsageError`` for the folder.
    """
    return await _Harvest(client, ModuleFolder(folder), within, told or (lambda _: None)).run()


@dataclass(slots=True)
class _Harvest:
    client: NetconfClient
    folder: ModuleFolder
    within: float | None
    told: Callable[[str], None]
    wanted: dict[Key, list[str]] = field(default_factory=dict)
    queue: deque[Key] = field(default_factory=deque)
    gathered: dict[Key, Gathered] = field(default_factory=dict)
    undelivered: dict[Key, Undelivered] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    octets: int = 0
    silences: int = 0
    lost: SessionLost | None = None

    async def run(self) -> Harvested:
        found = await listing(self.client)
        self.remarks += found.remarks
        for each in found.schemas:
            self._want(each.name, each.revision, each.where)
        while self.queue and self.lost is None:
            await self._batch([self.queue.popleft() for _ in range(min(_BATCH, len(self.queue)))])
        if self.lost is not None:
            if not self.gathered:
                raise self.lost
            self.remarks.append(f"The session ended before all was had: {self.lost}")
            for key in (*self.wanted,):
                if key not in self.gathered and key not in self.undelivered:
                    self._miss(key, "the session was over by then")
        return Harvested(tuple(self.gathered.values()), tuple(self.undelivered.values()), tuple(self.remarks))

    def _want(self, name: str, revision: str, where: str) -> None:
        """Ask for a schema, unless somebody has; one without a revision is any of its name."""
        key = name, revision
        if not revision and key not in self.wanted:
            key = next((each for each in self.wanted if each[0] == name), key)
        asked = self.wanted.setdefault(key, [])
        if not asked:
            if len(self.wanted) == MOST_SCHEMAS + 1:
                self.remarks.append(f"The element lists more than {MOST_SCHEMAS} schemas; the others are left out.")
            if len(self.wanted) <= MOST_SCHEMAS:
                self.queue.append(key)
        if where not in asked:
            asked.append(where)

    async def _batch(self, keys: list[Key]) -> None:
        """Ask for some schemas, one behind the other; one that cannot be had hinders no other."""
        askable = []
        for key in keys:
            if nameable(*key):
                askable.append(key)
            else:
                self._miss(key, "no module of YANG has such a name or revision, and no file is named so")
        while askable and self.lost is None:
            askable = await self._run_of(askable)

    async def _run_of(self, keys: list[Key]) -> list[Key]:
        """Ask until one gives no reply; those behind it."""
        at = 0
        try:
            async for reply in self.client.many((_get_schema(*key) for key in keys), within=self.within):
                self.silences = 0
                await self._take(keys[at], reply)
                at += 1
        except NoReply as error:
            self.silences += 1
            self._miss(keys[at], str(error))
            if self.silences == MOST_SILENCES:
                self.lost = SessionLost(str(error))
        except SessionLost as error:
            self.lost = error
            self._miss(keys[at], str(error))
        except ClientError as error:
            self._miss(keys[at], str(error))
        return keys[at + 1 :]

    async def _take(self, key: Key, reply: RpcReply) -> None:
        if reply.refused:
            self._miss(key, f"it is refused: {errors_text(reply.errors)}")
            return
        content = next((each for each in reply.content if local_name(each.tag) == "data"), None)
        text = "" if content is None else "".join(content.itertext())
        if not text.strip():
            self._miss(key, "the reply holds no text")
            return
        self.octets += len(text)
        if self.octets > MOST_OCTETS:
            self._miss(key, f"all schemas together have more than {MOST_OCTETS} octets")
            return
        try:
            # Large texts take seconds, and the session has to go on meanwhile.
            statement = await asyncio.to_thread(parse_statements, text)
        except YangError as error:
            self._miss(key, f"what comes is no YANG module: {error}")
            return
        self._keep(key, statement, text)

    def _keep(self, key: Key, statement: Statement, text: str) -> None:
        name, revision = key
        newest = max((each.argument for each in statement.all("revision")), default="")
        if statement.argument != name:
            self._miss(key, f"what comes is {statement.keyword} {statement.argument[:_SHOWN]!r}")
            return
        if revision and newest != revision:
            self._miss(key, f"what comes has the revision {newest[:_SHOWN] or 'none'}")
            return
        if not nameable(name, newest):
            self._miss(key, f"its revision {newest[:_SHOWN]!r} is no date")
            return
        file = self.folder.put(name, newest, text)
        self.gathered[key] = Gathered(name, newest, file, tuple(self.wanted[key]))
        self.told(f"{file.name}: {len(text)} characters")
        for needed, date in _needed(statement):
            self._want(needed, date, f"imported or included by {name}")

    def _miss(self, key: Key, why: str) -> None:
        self.undelivered[key] = Undelivered(*key, why.rstrip(".") + ".", tuple(self.wanted[key]))
        self.told(f"{_shown(*key)} is not delivered: {why}")


def _needed(statement: Statement) -> Iterator[Key]:
    for each in statement.all("import", "include"):
        yield each.argument, each.value("revision-date") or ""


def _get_schema(name: str, revision: str) -> bytes:
    version = f"<version>{escape(revision)}</version>" if revision else ""
    return (
        f'<get-schema xmlns="{MONITORING}"><identifier>{escape(name)}</identifier>{version}'
        f"<format>yang</format></get-schema>"
    ).encode()


def _shown(name: str, revision: str) -> str:
    """A module for people; a name that cannot be one is quoted."""
    shown = name if nameable(name, "") else repr(name[:_SHOWN])
    return f"{shown}@{revision[:_SHOWN]}" if revision else shown
