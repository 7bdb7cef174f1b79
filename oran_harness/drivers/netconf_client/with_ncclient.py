"""NETCONF by ncclient, as others use it: one request after the other, in a thread."""

import asyncio
import importlib
import importlib.util
import ssl
import warnings
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import suppress
from typing import Any, TypeVar

from oran_harness.codec.xml import LARGEST, XmlError, parse, write
from oran_harness.drivers.netconf_client.client import (
    WITHIN,
    ClientError,
    NoReply,
    Operation,
    SessionLost,
    Unreadable,
)
from oran_harness.model import UsageError
from oran_harness.protocols.netconf import Capabilities, Notification, RpcReply, Side
from oran_harness.protocols.netconf.reading import read_message
from oran_harness.transports import Address, TransportError, parse_address
from oran_harness.transports.secret import read_password

T = TypeVar("T")
_MISSING = (
    "The driver ncclient needs ncclient, which is not installed here: install it with pip install 'oran-harness[o1]', "
    "or use --driver own."
)


class Ncclient:
    """One session of an ncclient ``Manager``; its replies are read by ourselves, so that both drivers tell the same."""

    driver = "ncclient"

    def __init__(self, manager: Any, remote: str, within: float) -> None:
        self._manager = manager
        self._remote = remote
        self._within = within
        self._one = asyncio.Lock()

    @classmethod
    async def connect(cls, uri: str, *, timeout: float = 10.0, within: float = WITHIN) -> "Ncclient":
        """Connect to a URI and exchange hellos. Raises ``UsageError``, ``TransportError`` and ``SessionLost``."""
        address = parse_address(uri)
        library = _library()
        given = {**_arguments(address), "host": address.host, "port": address.port, "timeout": timeout}
        given["manager_params"] = {"timeout": within}
        given["errors_params"] = {"raise_mode": library.operations.RaiseMode.NONE}
        begin = library.manager.connect_tls if address.scheme == "netconf+tls" else library.manager.connect_ssh
        try:
            manager = await asyncio.to_thread(begin, **given)
        except Exception as error:
            raise _no_session(address, error) from error
        return cls(manager, str(address), within)

    @property
    def capabilities(self) -> Capabilities:
        """What the server's hello names."""
        return Capabilities(tuple(self._manager.server_capabilities))

    @property
    def session_id(self) -> int | None:
        """The number that the server gave the session."""
        text = str(self._manager.session_id or "")
        return int(text) if text.isdecimal() else None

    async def rpc(self, operation: Operation, *, within: float | None = None) -> RpcReply:
        """Ask, and wait for the reply. Raises ``NoReply``, ``Unreadable`` and ``SessionLost``."""
        seconds = self._within if within is None else within
        octets = operation if isinstance(operation, bytes) else write(operation)

        def ask() -> str:
            self._manager.timeout = seconds
            return str(self._manager.dispatch(parse(octets)).xml)

        async with self._one:
            said = await self._told(ask, seconds)
        return _reply(said.encode(), self._remote)

    async def many(self, operations: Iterable[Operation], *, within: float | None = None) -> AsyncIterator[RpcReply]:
        """Ask for one operation after the other; each waits for the reply before it."""
        for each in operations:
            yield await self.rpc(each, within=within)

    async def notification(self, *, within: float) -> Notification | None:
        """The next notification; None where none comes within so many seconds. Raises ``SessionLost``."""
        taken = await self._told(lambda: self._manager.take_notification(block=True, timeout=within), within)
        if taken is None:
            if not self._manager.connected:
                raise SessionLost(f"The session with {self._remote} is over; open another one.")
            return None
        message = _message(taken.notification_xml.encode(), self._remote)
        if not isinstance(message, Notification):
            raise Unreadable(f"{self._remote} tells of an event with what is no notification; look at what it sends.")
        return message

    async def close(self) -> None:
        """End the session in order, if it is not over."""
        with suppress(ClientError):
            if self._manager.connected:
                await self._told(self._manager.close_session, self._within)
        # ncclient's own thread ends with its socket.
        await asyncio.to_thread(self._manager._session.close)
        await asyncio.to_thread(self._manager._session.join, 2.0)

    async def _told(self, call: Callable[[], T], seconds: float) -> T:
        """What a call of ncclient's gives; what it raises as one of our errors."""
        from ncclient.operations import TimeoutExpiredError
        from ncclient.transport.errors import TransportError as Ended

        try:
            return await asyncio.to_thread(call)
        except TimeoutExpiredError:
            raise NoReply(f"{self._remote} gave no reply within {seconds:g} s; see whether it hangs.") from None
        except (Ended, OSError) as error:
            raise SessionLost(f"The session with {self._remote} is over ({error}); open another one.") from error
        except Exception as error:
            raise Unreadable(
                f"ncclient cannot read what {self._remote} says ({type(error).__name__}: {error})."
            ) from error


def _library() -> Any:
    """The package ncclient. Raises ``UsageError`` where it is not installed."""
    if importlib.util.find_spec("ncclient") is None:
        raise UsageError(_MISSING)
    with warnings.catch_warnings():
        # Its SSH library warns of algorithms that it offers by itself.
        warnings.simplefilter("ignore")
        importlib.import_module("ncclient.manager")
    return importlib.import_module("ncclient")


def _arguments(address: Address) -> dict[str, Any]:
    """The arguments for the options of an address; raises ``UsageError`` for those that ncclient does not have."""
    options = address.options
    if address.bind is not None or {"known", "fingerprint", "call-home"} & options.keys():
        raise UsageError(
            f"{address}: ncclient is given no bind, known, fingerprint or call-home here; use --driver own, which has "
            f"all of them."
        )
    if address.scheme == "netconf+tls":
        return {
            "protocol": ssl.PROTOCOL_TLS_CLIENT,
            "keyfile": options.get("key"),
            "certfile": options.get("cert"),
            "ca_certs": options.get("ca"),
            "server_hostname": options.get("name", address.host),
        }
    if not address.user:
        raise UsageError(f"{address} names no user to log in as; give netconf+ssh://USER@HOST.")
    return {
        "username": address.user,
        "password": read_password(str(address), options["password"]) if "password" in options else None,
        "key_filename": options.get("key"),
        "hostkey_verify": False,
        "look_for_keys": False,
        "allow_agent": False,
    }


def _no_session(address: Address, error: Exception) -> ClientError | TransportError:
    what = " ".join(str(error).split()) or type(error).__name__
    if type(error).__name__ == "AuthenticationError":
        return SessionLost(
            f"{address} did not let {address.user} in: give the right password (?password=env:NAME) or key "
            f"(?key=FILE), and see that it knows the user."
        )
    return SessionLost(f"ncclient gets no session at {address} ({what[:300]}); check that NETCONF is there.")


def _reply(octets: bytes, remote: str) -> RpcReply:
    message = _message(octets, remote)
    if not isinstance(message, RpcReply):
        raise Unreadable(f"{remote} answers with what is no reply.")
    return message


def _message(octets: bytes, remote: str) -> object:
    try:
        read = read_message(parse(octets, largest=LARGEST), octets, Side.SERVER)
    except XmlError as error:
        raise Unreadable(f"{remote} answers with what is no reply: {error}") from None
    return read[0] if isinstance(read, tuple) else None
