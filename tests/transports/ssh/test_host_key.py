"""Whether a server's host key is the right one."""

from pathlib import Path

import asyncssh
import pytest

from oran_harness.transports import (
    ServerSide,
    TransportError,
)
from tests.transports.associations import run
from tests.transports.ssh.places import (
    Login,
)
from tests.transports.ssh.sessions import ANYWHERE, refused, session, users


def test_a_host_key_that_is_not_the_right_one(login: Login, tmp_path: Path) -> None:
    """A key that changed, one that is not known and one with another fingerprint are told apart."""
    known = tmp_path / "known"
    other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    side = ServerSide(users=users(login))

    async def test() -> None:
        host = tmp_path / "host"
        async with session("nms", login.by_password, side, f"{ANYWHERE}?key={host}"):
            pass
        right = asyncssh.read_private_key(host).export_public_key().decode()
        for line, why in (
            (f"127.0.0.1 {right}", None),
            (f"127.0.0.1 {other}", "The host key of .* changed: .* and it shows SHA256:"),
            (f"192.0.2.1 {right}", r"is not in .*: add the line '\[127\.0\.0\.1\]:[0-9]+ ssh-ed25519 "),
            (f"@revoked 127.0.0.1 {right}", "revoked"),
        ):
            known.write_text(line, "utf-8")
            opening = session("nms", f"{login.by_password}&known={known}", side, f"{ANYWHERE}?key={host}")
            if why is None:
                async with opening as (near, _):
                    assert near.security["host-key-checked"] == "yes"
            else:
                with pytest.raises(TransportError, match=why):
                    async with opening:
                        pass
        sentence = await refused("nms", f"{login.by_password}&fingerprint=SHA256:{'A' * 43}", side)
        assert "shows another host key than expected" in sentence

    run(test())
