"""Logins over SSH: how often a password is asked for, and how it ends."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("asyncssh")

from oran_harness.drivers.attempts.ssh_login import log_in
from oran_harness.steps.attempts import SshLogin, SshLoginTried
from oran_harness.transports import Guessing, ServerSide, User, listen, parse_address


@dataclass
class Bench:
    """A server, and who tries to log in there."""

    password: str

    async def tried(self, guessing: Guessing, *logins: SshLogin) -> list[SshLoginTried]:
        side = ServerSide(users={"nms": User("right")}, guessing=guessing)
        listener = await listen("netconf+ssh://127.0.0.1:0", side=side)
        address = parse_address(listener.uri)
        found = [await log_in(each, address, each.user or "nms", self.password, 5.0) for each in logins]
        await listener.close()
        return found


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    file = tmp_path / "password"
    file.touch(0o600)
    file.write_text("right")
    return Bench(f"file:{file}")


def test_how_often(bench: Bench) -> None:
    """As often as the server asks, and no oftener than was said; the time of each is told."""
    many, few, right = asyncio.run(
        bench.tried(
            Guessing(attempts=4, delay=0.02),
            SshLogin("wrong passwords", most=9),
            SshLogin("wrong passwords", most=1),
            SshLogin("right"),
        )
    )
    assert (len(many.seconds), many.let_in, many.ended) == (4, False, True)
    assert min(many.seconds) >= 0.02
    assert (len(few.seconds), few.let_in) == (1, False)
    assert right.let_in


def test_a_lock(bench: Bench) -> None:
    """Who was wrong too often is not let in with the right password, for a while; and others are."""
    wrong = SshLogin("wrong passwords", most=3)
    found = asyncio.run(
        bench.tried(Guessing(delay=0.0, locked_after=6), wrong, SshLogin("right"), wrong, wrong, SshLogin("right"))
    )
    assert [each.let_in for each in found] == [False, True, False, False, False]


def test_nobody_there(bench: Bench) -> None:
    """A server that is not there has refused nobody."""
    address = parse_address("netconf+ssh://127.0.0.1:1")
    found = asyncio.run(log_in(SshLogin("none"), address, "nms", None, 1.0))
    assert (found.reached, found.let_in) == (False, False)
