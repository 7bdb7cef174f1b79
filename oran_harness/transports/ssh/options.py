"""asyncssh's settings for our side: nothing of this machine's own SSH configuration, keys or agent is used."""

from collections.abc import Callable
from typing import Any

import asyncssh
from asyncssh.mac import get_mac_algs

from oran_harness.model import UsageError
from oran_harness.transports.address import Address
from oran_harness.transports.secret import read_password
from oran_harness.transports.secured_listener import SECURED_WITHIN
from oran_harness.transports.side import Side, SshAlgorithms
from oran_harness.transports.ssh.groups import demand_large_groups
from oran_harness.transports.ssh.keys import private_key
from oran_harness.transports.watched_link import KEEPALIVE

_QUESTIONS = 3
_OF_NETTLE = "umac-128@openssh.com"


def client_options(address: Address, side: Side) -> dict[str, Any]:
    """Settings of a client. Raises ``UsageError`` for a user, password or key that is missing or cannot be used."""
    if not address.user:
        raise UsageError(f"{address} names no user to log in as; give netconf+ssh://USER@HOST.")
    given = address.options
    return {
        **_common(address, side.ssh),
        "username": address.user,
        "password": read_password(str(address), given["password"]) if "password" in given else None,
        "client_keys": [private_key(address, given["key"])] if "key" in given else None,
        # Not empty, which would be this user's own file: host keys are looked at by ourselves.
        "known_hosts": ([], [], []),
        "server_host_key_algs": list(side.ssh.signatures),
        "agent_path": None,
        "gss_host": None,
    }


def server_options(
    address: Address, side: Side, key: asyncssh.SSHKey, factory: Callable[[], asyncssh.SSHServer]
) -> dict[str, Any]:
    """Settings of a server."""
    demand_large_groups()
    return {
        **_common(address, side.ssh),
        "server_factory": factory,
        "server_host_keys": [key],
        "allow_pty": False,
        "agent_forwarding": False,
        "x11_forwarding": False,
        "gss_host": None,
        "encoding": None,
    }


def _common(address: Address, algorithms: SshAlgorithms) -> dict[str, Any]:
    return {
        "config": None,
        "kex_algs": list(algorithms.key_exchange),
        "encryption_algs": list(algorithms.ciphers),
        "mac_algs": [name for name in algorithms.macs if name != _OF_NETTLE or _has_nettle()],
        "signature_algs": list(algorithms.signatures),
        "compression_algs": None,
        "login_timeout": SECURED_WITHIN,
        "keepalive_interval": address.seconds("keepalive", KEEPALIVE),
        "keepalive_count_max": _QUESTIONS,
    }


def _has_nettle() -> bool:
    """Whether asyncssh has found the library that UMAC takes; it does without."""
    return _OF_NETTLE.encode() in get_mac_algs()
