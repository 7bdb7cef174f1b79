"""What ``serve o1-provider`` does: makes the managed element that was asked for, and hosts it until it is ended."""

import asyncio
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from oran_harness.cli.serving import Place, complain, planting, serve_until_ended
from oran_harness.cli.shown.nearest import nearest
from oran_harness.cli.shown.printable import printable
from oran_harness.codec.yang import Models
from oran_harness.drivers.state_folder import StateFolder
from oran_harness.faults import parse_faults
from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import Actor
from oran_harness.peers.o1_provider import O1Provider, ProviderConfig
from oran_harness.peers.o1_provider.config import RUNNING, STARTUP
from oran_harness.peers.o1_provider.datastore import Snapshot, element_models, group_names
from oran_harness.protocols.netconf.carriers import CARRIERS, has_frames
from oran_harness.transports import ServerSide, User, parse_address
from oran_harness.transports.secret import read_password

_HOST_KEY = "ssh_host_ed25519_key"
_USER = re.compile(r"(?P<name>[A-Za-z0-9._-]+)=(?P<place>(env|file):.+)", re.DOTALL)
_GROUPS = re.compile(r"(?P<name>[A-Za-z0-9._-]+)=(?P<groups>[A-Za-z0-9._,-]*)")


@dataclass(frozen=True, slots=True)
class O1ServeOptions:
    """The options of ``serve o1-provider``, as they were given."""

    listen: str | None = None
    connect: str | None = None
    users: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    yang_dir: tuple[Path, ...] = ()
    state: Path | None = None
    host_keys: Path | None = None
    read_default: str | None = None
    reconnect_after: float | None = None
    flaw: str | None = None
    seed: int = 0
    control: bool = False
    until_eof: bool = False
    fault: tuple[str, ...] = ()


def run(options: O1ServeOptions) -> None:
    """Serve until SIGTERM, or until standard input ends if that was asked for.

    Raises ``UsageError``, ``YangError`` or ``TransportError`` for what cannot be, ``KeyboardInterrupt`` after Ctrl-C.
    """
    given = [uri for uri in (options.listen, options.connect) if uri is not None]
    if len(given) != 1:
        raise UsageError("Say either --listen URI, where managers connect to, or --connect URI, to call one home.")
    if parse_address(given[0]).scheme not in CARRIERS:
        raise UsageError("An o1-provider speaks NETCONF; give netconf+ssh://, netconf+tls:// or netconf+grpc://.")
    if options.connect is not None and not has_frames(options.connect):
        raise UsageError(
            "Nobody calls home over gRPC; give --listen, or --connect with netconf+ssh:// or netconf+tls://."
        )
    if options.until_eof and not options.control:
        raise UsageError("--until-eof goes with --control, which reads standard input.")
    plant = None if options.flaw is None else planting(options.flaw, Role.O1_PROVIDER.value)
    users = users_of(options.users)
    groups = groups_of(options.groups)
    faults = parse_faults(options.fault)
    models = element_models(options.yang_dir)
    folder = None if options.state is None else StateFolder(options.state)
    try:
        stored = {} if folder is None else folder.read((RUNNING, STARTUP))
        _check_stored(models, stored, options.state)
        config = ProviderConfig(
            models,
            seed=options.seed,
            # The clock of the event loop is the monotonic one.
            epoch=time.time() - time.monotonic(),
            groups=groups,
            read_default=options.read_default,
            stored=stored,
            connects=options.connect is not None,
            reconnect_after=options.reconnect_after or ProviderConfig.reconnect_after,
        )
        keys = options.host_keys or options.state
        place = Place(
            _with_key(options.listen, keys),
            _with_key(options.connect, keys),
            faults,
            ServerSide(users=users, on_refusal=complain),
            None if folder is None else folder.store,
        )
        element: Actor = O1Provider(config)
        if plant is not None:
            element = plant(element)
        asyncio.run(serve_until_ended((element,), place, options))
    finally:
        if folder is not None:
            folder.close()


def users_of(texts: Sequence[str]) -> dict[str, User]:
    """Who may log in, by ``NAME=env:VARIABLE`` or ``NAME=file:FILE``. Raises ``UsageError``, not repeating it."""
    users = {}
    for text in texts:
        found = _USER.fullmatch(text)
        if found is None:
            raise UsageError("--user takes NAME=env:VARIABLE or NAME=file:FILE, which say where the password is.")
        users[found["name"]] = User(read_password(f"--user {found['name']}", found["place"]))
    return users


def groups_of(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The groups of users, by ``NAME=GROUP,...``; ``NAME=`` for a user without. Raises ``UsageError``."""
    groups: dict[str, tuple[str, ...]] = {}
    for text in texts:
        found = _GROUPS.fullmatch(text)
        if found is None:
            raise UsageError(f"{printable(text)!r} gives nobody a group; it looks like --group operator=nms,fm-pm.")
        known = group_names()
        given = tuple(filter(None, found["groups"].split(",")))
        for name in given:
            if name not in known:
                raise UsageError(f"There is no group {printable(name)!r}; {nearest(name, known)}")
        groups[found["name"]] = given
    return groups


def _check_stored(models: Models, stored: Mapping[str, bytes], folder: Path | None) -> None:
    for name, octets in stored.items():
        try:
            violations = Snapshot.read(models, octets).violations
        except (etree.XMLSyntaxError, UnicodeDecodeError) as error:
            raise UsageError(f"{name} in {folder} is no configuration ({error}); remove it to begin anew.") from None
        if violations:
            why = violations[0].message.rstrip(".")
            raise UsageError(f"{name} in {folder} does not fit the YANG modules ({why}); remove it to begin anew.")


def _with_key(uri: str | None, folder: Path | None) -> str | None:
    """The address with a host key in the folder, unless it names one itself."""
    if uri is None or folder is None:
        return uri
    address = parse_address(uri)
    if address.scheme != "netconf+ssh" or "key" in address.options:
        return uri
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot keep host keys ({error.strerror}); give a folder that can be.") from None
    return f"{uri}{'&' if '?' in uri else '?'}key={quote(str(folder / _HOST_KEY))}"
