"""What is run to start a product: the command of its profile with the placeholders filled in."""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from oran_harness.adapters.adapter import AdapterError, Addresses
from oran_harness.adapters.container import new_name
from oran_harness.adapters.profile import Launch
from oran_harness.adapters.secrets import resolve
from oran_harness.model import Role
from oran_harness.transports import parse_address

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_ALWAYS = ("e2ap", "python")
_LOGIN = ("user", "password_file", "python")
PLACEHOLDERS_OF: Mapping[Role, tuple[str, ...]] = {
    Role.E2_NODE: ("peer_uri", "peer_host", "peer_port", *_ALWAYS),
    Role.NEAR_RT_RIC: ("own_uri", "own_host", "own_port", *_ALWAYS),
    Role.O1_PROVIDER: ("own_uri", "own_host", "own_port", "public_key", *_LOGIN),
    Role.O1_MANAGER: ("peer_uri", "peer_host", "peer_port", "private_key", *_LOGIN),
}
"""The placeholders of each role: an E2 node connects to us (``peer``), a near-RT RIC listens (``own``); so do a manager
and a managed element.

``{e2ap}`` is the edition that the harness speaks, ``{python}`` the interpreter that runs it. ``{user}`` is who logs in,
``{password_file}``, ``{public_key}`` and ``{private_key}`` are files that were made for the run, where it is so.
"""


@dataclass(frozen=True, slots=True)
class LaunchLine:
    """A command that can be run: its words, its folder, its whole environment, and what must never be shown of it.

    ``afterwards`` is a command that is run when it has ended, in whatever way.
    """

    words: tuple[str, ...]
    cwd: Path
    environment: Mapping[str, str]
    secrets: tuple[str, ...] = ()
    afterwards: tuple[str, ...] = ()


def unknown_placeholders(text: str, role: Role) -> list[str]:
    """What looks like a placeholder in a text and is none of the role's."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in PLACEHOLDERS_OF[role]]


def launch_line(launch: Launch, addresses: Addresses) -> LaunchLine:
    """What to run for a launch, given where both ends are.

    Raises ``UsageError`` if a secret is not where the profile says, or there is no container runtime,
    ``AdapterError`` if an address is not known.
    """
    values = _values(addresses)
    words = tuple(_filled(word, values) for word in launch.command)
    plain: dict[str, str] = {}
    secrets: dict[str, str] = {}
    for name, given in launch.env.items():
        value, secret = resolve(name, given, launch.folder)
        (secrets if secret else plain)[name] = value if secret else _filled(value, values)
    hidden = tuple(secrets.values())
    container = launch.container
    if container is None:
        if os.sep in words[0]:
            words = (str((launch.folder / words[0]).absolute()), *words[1:])
        return LaunchLine(words, launch.cwd.absolute(), os.environ | plain | secrets, hidden)
    one = container.line(
        new_name(),
        words,
        lambda text: _filled(text, values),
        folder=launch.folder,
        plain=plain,
        taken_over=tuple(secrets),
        stdin=launch.stimuli,
    )
    return LaunchLine(one.run, launch.cwd.absolute(), os.environ | secrets, hidden, one.remove)


def _values(addresses: Addresses) -> dict[str, str]:
    values = {"python": sys.executable, **addresses.login}
    if addresses.e2ap is not None:
        values["e2ap"] = addresses.e2ap
    for name, uri in (("peer", addresses.peer), ("own", addresses.own)):
        if uri is not None:
            address = parse_address(uri)
            values |= {f"{name}_uri": uri, f"{name}_host": address.host, f"{name}_port": str(address.port)}
    return values


def _filled(text: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise AdapterError(f"the launch wants {{{name}}}, and there is no such thing in this run")
        return values[name]

    return _PLACEHOLDER.sub(value, text)
