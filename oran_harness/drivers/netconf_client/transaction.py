"""Leaves an element as it was found: what it held is kept, compared later, and put back where it differs.

Restored is by the smallest way: ``discard-changes``, then edits of what differs and of nothing else (through the
candidate where that does, else in running), ``copy-config`` for startup alone. Running is never replaced as a whole:
what our user may not read would be lost.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from oran_harness.codec.xml import Element, write
from oran_harness.drivers.netconf_client.client import ClientError, NetconfClient, NoReply, Refused, SessionLost, done
from oran_harness.drivers.netconf_client.difference import Part, alike, misordered, parts
from oran_harness.protocols.netconf import BASE, BASE_1_1, base

WITH_DEFAULTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults"
CONFIRM_WITHIN = 60
"""Seconds after which the element takes a restoring commit back by itself, if it cut us off."""
_CAPABILITY = "urn:ietf:params:netconf:capability:"
_ROUNDS = 5
_BUSY = frozenset({"lock-denied", "in-use", "resource-denied"})
_AGAIN_S = (0.1, 0.3, 0.6, 1.0)


@dataclass(frozen=True, slots=True)
class Found:
    """What an element held: ``data`` by datastore; ``remarks`` tell of the datastores that could not be read."""

    data: Mapping[str, Element]
    octets: Mapping[str, bytes]
    remarks: tuple[str, ...] = ()

    def same(self, other: "Found") -> bool:
        """Whether another look found the same, the order of entries aside."""
        if self.octets == other.octets:
            return True
        return self.data.keys() == other.data.keys() and all(
            _same(data, other.data[name]) for name, data in self.data.items()
        )


@dataclass(slots=True)
class Restored:
    """What came of restoring: ``done`` was another and is as it was, ``left`` is still another; sentences."""

    done: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


async def find(client: NetconfClient) -> Found:
    """What the datastores of an element hold. Raises ``ClientError`` where running cannot be read."""
    data = {"running": await _get(client, "running")}
    remarks = []
    for name in ("candidate", "startup"):
        if not _can(client, f"{name}:1.0"):
            continue
        try:
            data[name] = await _get(client, name)
        except Refused as error:
            remarks.append(f"The datastore {name} cannot be read, so it is not compared: {error}")
    return Found(data, {name: write(each) for name, each in data.items()}, tuple(remarks))


async def restore(client: NetconfClient, found: Found) -> Restored:
    """Make an element hold again what was found. Raises ``SessionLost`` and ``NoReply``, with all undone so far."""
    restoring = _Restoring(client, found)
    now = await find(client)
    if not found.same(now):
        await restoring.run(now)
    return restoring.restored


class _Restoring:
    def __init__(self, client: NetconfClient, found: Found) -> None:
        self.restored = Restored()
        self._client = client
        self._found = found
        self._why: dict[str, str] = {}
        self._no_order: set[str] = set()
        """Differences in the order of lists whose order is the element's own."""
        self._pending = not _equal(found, "candidate", found, "running")
        """Whether somebody had edited the candidate and not committed it."""

    async def run(self, now: Found) -> None:
        before = self._told(now)
        if "candidate" in now.data and not _equal(now, "candidate", self._found, "candidate"):
            await self._try("candidate", "<discard-changes/>")
        if not _equal(now, "running", self._found, "running"):
            await self._running()
        if self._pending and "candidate" in self._found.data:
            await self._edited("candidate", self._found.data["candidate"])
        if "startup" in self._found.data and not _equal(now, "startup", self._found, "startup"):
            await self._startup()
        left = self._told(await find(self._client))
        self.restored.left = [self._with_reason(each, store) for each, store in left.items()]
        self.restored.done = [each for each in before if each not in left]

    def _told(self, now: Found) -> dict[str, str]:
        """The differences as sentences, each with its datastore; those of a candidate that is running but once."""
        told: dict[str, str] = {}
        for store, wanted in self._found.data.items():
            there = now.data.get(store)
            if there is None or (store == "candidate" and not self._pending and _equal(now, store, now, "running")):
                continue
            # Whether an order means anything is found out where entries can be put into it.
            found = parts(wanted, there) or ([] if store == "startup" else misordered(wanted, there))
            for part in found:
                told.update({f"{store}: {each}": store for each in part.differences if str(each) not in self._no_order})
        return told

    def _with_reason(self, sentence: str, store: str) -> str:
        why = self._why.get(store)
        return f"{sentence} ({why})" if why else sentence

    async def _running(self) -> None:
        """By the candidate, unless somebody's edits wait there; else in running itself."""
        wanted = self._found.data["running"]
        if "candidate" in self._found.data and not self._pending:
            if await self._edited("candidate", wanted) and await self._committed():
                return
            await self._try("candidate", "<discard-changes/>")
        if _can(self._client, "writable-running:1.0"):
            await self._edited("running", wanted)
        elif "candidate" in self._found.data and not self._pending:
            await self._by_part(wanted)
        else:
            self._why.setdefault("running", "running cannot be written, and edits of others wait in the candidate")

    async def _by_part(self, wanted: Element) -> None:
        """One commit for each top-level node, so that what cannot be restored does not hinder the others."""
        for part in self._parts(wanted, await _get(self._client, "candidate")):
            if not (await self._put("candidate", part.edit, "running") and await self._committed()):
                await self._try("candidate", "<discard-changes/>")

    async def _edited(self, target: str, wanted: Element) -> bool:
        """Edit a datastore until it holds what it should; whether it does."""
        last: bytes | None = None
        for _ in range(_ROUNDS):
            there = await _get(self._client, target)
            found = self._parts(wanted, there)
            if not found:
                await self._ordered(target, wanted, there)
                return True
            if write(there) == last:
                return False
            last = write(there)
            if not await self._put(target, b"".join(each.edit for each in found), target) and len(found) > 1:
                for each in found:
                    await self._put(target, each.edit, target)
        return False

    async def _ordered(self, target: str, wanted: Element, there: Element) -> None:
        """Put entries into their order; where the element refuses, their order is its own and means nothing."""
        for part in misordered(wanted, there):
            if not await self._put(target, part.edit, None):
                self._no_order |= {str(each) for each in part.differences}

    def _parts(self, wanted: Element, there: Element) -> list[Part]:
        return parts(wanted, there, remove="remove" if BASE_1_1 in self._client.capabilities else "delete")

    async def _put(self, target: str, edit: bytes, blamed: str | None) -> bool:
        option = "<error-option>rollback-on-error</error-option>" if _can(self._client, "rollback-on-error:1.0") else ""
        head = f"<target><{target}/></target><default-operation>merge</default-operation>{option}<config>"
        return await self._try(blamed, "<edit-config>", head.encode(), edit, b"</config></edit-config>")

    async def _committed(self) -> bool:
        """Commit; where the element can, so that it takes it back by itself if it cuts us off."""
        if not any(_can(self._client, f"confirmed-commit:{version}") for version in ("1.0", "1.1")):
            return await self._try("running", "<commit/>")
        confirmed = f"<commit><confirmed/><confirm-timeout>{CONFIRM_WITHIN}</confirm-timeout></commit>"
        return await self._try("running", confirmed) and await self._try("running", "<commit/>")

    async def _startup(self) -> None:
        found = self._found
        if _equal(found, "startup", found, "running"):
            await self._try("startup", _copy("<running/>"))
        elif len(found.data["startup"]):
            config = b"".join(write(each) for each in found.data["startup"].iterchildren("*"))
            head, tail = _copy("<config>|</config>").split("|")
            await self._try("startup", head, config, tail.encode())
        else:
            await self._try("startup", "<delete-config><target><startup/></target></delete-config>")

    async def _try(self, blamed: str | None, head: str, *rest: bytes) -> bool:
        """Ask for something; whether it was done. A datastore that is busy is asked again."""
        operation = _operation(head.encode(), *rest)
        for pause in (*_AGAIN_S, None):
            try:
                await done(self._client, operation)
                return True
            except Refused as error:
                if pause is None or not error.tags & _BUSY:
                    if blamed is not None:
                        self._why[blamed] = str(error)
                    return False
            except (SessionLost, NoReply):
                raise
            except ClientError as error:
                if blamed is not None:
                    self._why[blamed] = str(error)
                return False
            await asyncio.sleep(pause)
        return False


async def _get(client: NetconfClient, source: str) -> Element:
    """What a datastore holds, where the element can without defaults that nobody set."""
    mode = ""
    offered = client.capabilities.by_base.get(f"{_CAPABILITY}with-defaults:1.0")
    if offered is not None and "explicit" in (*offered.names("basic-mode"), *offered.names("also-supported")):
        mode = f'<with-defaults xmlns="{WITH_DEFAULTS}">explicit</with-defaults>'
    asked = f"<get-config><source><{source}/></source>{mode}</get-config>"
    reply = await done(client, _operation(asked.encode()))
    data = next((each for each in reply.content if each.tag == base("data")), None)
    return etree.Element(base("data")) if data is None else data


def _equal(one: Found, name: str, other: Found, name_there: str) -> bool:
    """Whether two datastores hold the same; one that is not there holds the same as any."""
    data, there = one.data.get(name), other.data.get(name_there)
    if data is None or there is None:
        return True
    return _same(data, there)


def _same(one: Element, other: Element) -> bool:
    """Whether two configurations are the same, order included."""
    return write(one) == write(other) or (alike(one, other) and not misordered(one, other))


def _can(client: NetconfClient, capability: str) -> bool:
    return f"{_CAPABILITY}{capability}" in client.capabilities


def _copy(source: str) -> str:
    return f"<copy-config><target><startup/></target><source>{source}</source></copy-config>"


def _operation(*octets: bytes) -> bytes:
    """An operation with its namespace, which its first element does not name yet."""
    whole = b"".join(octets)
    end = min(at for at in (whole.find(b">"), whole.find(b"/>")) if at > 0)
    return whole[:end] + f' xmlns="{BASE}"'.encode() + whole[end:]
