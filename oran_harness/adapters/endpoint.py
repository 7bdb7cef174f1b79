"""Where an adapter is served: ``grpc://HOST:PORT``, ``grpcs://HOST:PORT?ca=file:PATH&cert=file:PATH&key=file:PATH``.

``unix:PATH`` is for the adapters that the harness runs itself: a socket in a folder of its own.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from oran_harness.model import UsageError
from oran_harness.transports import parse_address
from oran_harness.transports.address import Address, uri_of

_WITH_PORT = re.compile(r"grpcs?://(\[[^\]]*\]|[^:/?#\[\]]+):\d+[/]?(\?.*)?")
_SECRET_FILE = "file:"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A place where an adapter is, or shall be, served; where there is ``socket``, the path of a Unix socket is it."""

    address: Address
    socket: str | None = None

    def __str__(self) -> str:
        """The URI, without the names of files."""
        return f"unix:{self.socket}" if self.socket is not None else str(self.address)

    @property
    def target(self) -> str:
        """What gRPC calls it."""
        if self.socket is not None:
            return f"unix:{self.socket}"
        return uri_of("", self.address.host, self.address.port).removeprefix("://")


def endpoint_of(uri: str, folder: Path) -> Endpoint:
    """The endpoint that a URI names; its files are relative to ``folder``. Raises ``UsageError`` if it is none."""
    if not _WITH_PORT.fullmatch(uri):
        raise UsageError(f"{uri[:200]!r} is no address of an adapter; expected grpc://HOST:PORT or grpcs://HOST:PORT.")
    address = parse_address(uri)
    files = {
        name: str((folder / value.removeprefix(_SECRET_FILE)).absolute())
        for name, value in address.options.items()
        if name in ("ca", "cert", "key")
    }
    return Endpoint(replace(address, options={**address.options, **files}))


def private_endpoint(folder: Path) -> Endpoint:
    """A socket in a folder that nobody else may enter."""
    return Endpoint(Address("grpc", "localhost"), str(folder / "adapter"))
