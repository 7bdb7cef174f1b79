"""Keys in files."""

from pathlib import Path

import asyncssh
import pytest

from oran_harness.model import UsageError
from oran_harness.transports import (
    ServerSide,
    connect,
    listen,
    parse_address,
)
from oran_harness.transports.ssh.keys import host_key
from tests.transports.associations import run
from tests.transports.ssh.places import (
    Login,
)
from tests.transports.ssh.sessions import ANYWHERE, session, users


def test_a_host_key_is_made_and_kept(login: Login, tmp_path: Path) -> None:
    """The first listener makes the host key, for its owner's eyes alone; the next has the same."""
    kept = tmp_path / "host"
    address = f"{ANYWHERE}?key={kept}"
    shown = []

    async def test() -> None:
        for _ in range(2):
            async with session("nms", login.by_password, ServerSide(users=users(login)), address) as (near, _):
                shown.append(near.security["host-key-fingerprint"])
        assert shown[0] == shown[1]
        assert kept.stat().st_mode & 0o777 == 0o600
        async with session(
            "nms",
            f"{login.by_password}&fingerprint={shown[0].replace('+', '%2B')}",
            ServerSide(users=users(login)),
            address,
        ) as (near, _):
            assert near.security["host-key-checked"] == "yes"

    run(test())


def test_what_cannot_be_used(login: Login, tmp_path: Path) -> None:
    """Missing users, passwords and keys, and files that others can read, are told before anybody is connected to."""
    garbage = tmp_path / "garbage"
    garbage.touch(0o600)
    garbage.write_text("no key")
    locked = tmp_path / "locked"
    locked.touch(0o600)
    locked.write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_private_key(passphrase="secret"))
    wide = tmp_path / "wide"
    wide.write_bytes(login.key.read_bytes())
    wide.chmod(0o644)

    async def test() -> None:
        for user, option, why in (
            ("", login.by_password, "names no user to log in as"),
            ("nms@", "password=env:NOT_SET_HERE", "names a variable that is not set; set NOT_SET_HERE"),
            ("nms@", f"password=file:{wide}", r"can be read by others \(mode 0644\); run chmod 600"),
            ("nms@", f"password=file:{tmp_path}/none", "cannot be read"),
            ("nms@", f"key={wide}", r"can be read by others \(mode 0644\); run chmod 600"),
            ("nms@", f"key={garbage}", "holds no private key that can be used"),
            ("nms@", f"key={locked}", "it wants a passphrase"),
            ("nms@", f"known={tmp_path}/none", "cannot be read"),
        ):
            with pytest.raises(UsageError, match=why):
                await connect(f"netconf+ssh://{user}127.0.0.1:1?{option}")
        for option, why in (
            (f"key={tmp_path}/none/host", "cannot be made"),
            (f"key={wide}", "can be read by others"),
            (f"{login.by_password}&authorized={garbage}", "is no public key"),
        ):
            with pytest.raises(UsageError, match=why):
                await listen(f"netconf+ssh://nms@127.0.0.1:0?{option}")

    run(test())


def test_a_host_key_that_nobody_gave() -> None:
    """Who calls home twice shows the same; another address has another."""
    here, there = (parse_address(f"netconf+ssh://nms@127.0.0.1:{port}") for port in (4334, 4335))
    assert host_key(here, "ssh-ed25519") is host_key(here, "ssh-ed25519")
    assert host_key(here, "ssh-ed25519").public_data != host_key(there, "ssh-ed25519").public_data
