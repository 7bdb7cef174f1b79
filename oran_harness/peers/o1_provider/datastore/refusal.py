"""Why a request on a datastore is refused, as ``<rpc-error>`` contents."""

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence

from oran_harness.protocols.netconf.rpc_error import RpcError, error_info

_PREFIX = re.compile(r"[/\[]([A-Za-z_][A-Za-z0-9_.-]*):")


class Refusal(Exception):
    """Leaves the engine's inner parts where a request breaks a rule; never leaves the engine."""

    def __init__(self, *errors: RpcError) -> None:
        super().__init__(*(error.message for error in errors))
        self.errors: Sequence[RpcError] = errors


def application(tag: str, path: str | None, message: str, app_tag: str | None = None, **info: str) -> RpcError:
    """An error of the application layer; ``info`` names like ``bad_element`` become ``<bad-element>``."""
    return RpcError(
        "application", tag, app_tag=app_tag or "", path=path or "", message=message, info=error_info(**info)
    )


def protocol(tag: str, path: str | None, message: str, app_tag: str | None = None, **info: str) -> RpcError:
    """An error of the protocol layer; ``info`` as for ``application``."""
    return dataclasses.replace(application(tag, path, message, app_tag, **info), type="protocol")


def prefixes_in(path: str, namespaces: Mapping[str, str]) -> dict[str | None, str]:
    """The prefixes of a path, which are module names, with their namespaces."""
    return {name: namespaces[name] for name in _PREFIX.findall(path) if name in namespaces}


def bound(errors: Iterable[RpcError], namespaces: Mapping[str, str]) -> tuple[RpcError, ...]:
    """The errors, each with the prefixes of its path bound."""
    return tuple(dataclasses.replace(error, prefixes=prefixes_in(error.path, namespaces)) for error in errors)
