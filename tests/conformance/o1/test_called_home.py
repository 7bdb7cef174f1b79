"""Cases with an element that calls home (RFC 8071): it decides how many sessions there are, and nobody blames it."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import asyncssh
import pytest

from oran_harness.conformance import find
from oran_harness.drivers import Listening, perform_live
from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.replay import recorded_setting, replay
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.o1_provider import O1Provider, ProviderConfig
from oran_harness.transports import ClientSide, ServerSide
from tests.conformance.o1.performing import EPOCH, models, stored
from tests.transports.certificates import Issuer

HASTY = Setting(Role.O1_PROVIDER, edition="1.1", connect_timeout=0.5)


def calling() -> O1Provider:
    """Our managed element, which calls home again soon after it was left."""
    return O1Provider(ProviderConfig(models(), epoch=EPOCH, stored=stored(), connects=True, reconnect_after=0.02))


@pytest.fixture
def password(tmp_path: Path) -> str:
    file = tmp_path / "password"
    file.touch(0o600)
    file.write_text("secret-of-tests\n")
    return f"?password=file:{file}"


@pytest.mark.parametrize(
    "id", ["O1-CONFIRM-104", "O1-CONFIRM-105", "O1-HELLO-105", "O1-RPC-124", "O1-FRAME-121", "O1-EDIT-131"]
)
def test_what_needs_one_session_at_a_time_passes(id: str) -> None:
    """Also where the case ends a session and needs another after it."""
    assert perform_virtual(find(id), Setting(Role.O1_PROVIDER, edition="1.1", comes=True), calling).outcome is None


def on_the_wire(
    id: str, ours: str, theirs: str, setting: Setting = HASTY, further: tuple[str, ...] = ()
) -> list[Performed]:
    """What comes of cases over real calls home."""

    async def scene() -> list[Performed]:
        async with Listening(ours, ClientSide()) as here:
            there = here.uri.partition("?")[0] + theirs
            async with hosted((calling(),), connect=there, side=ServerSide()):
                return [await perform_live(find(each), setting, here) for each in (id, *further)]

    return asyncio.run(_bounded(scene()))


async def _bounded(scene: Coroutine[Any, Any, list[Performed]]) -> list[Performed]:
    return await asyncio.wait_for(scene, 30)


def test_over_ssh(password: str) -> None:
    """Each case gets the next call; one that needs two sessions at once is left out, and says so when replayed."""
    uri = f"netconf+ssh://admin@127.0.0.1:0{password}"
    setting = Setting(Role.O1_PROVIDER, edition="1.1")
    lone, *others = on_the_wire("O1-SESSION-107", uri, password, setting, ("O1-SESSION-102", "O1-RPC-128"))
    assert [each.outcome for each in others] == [None, None]
    assert lone.outcome is not None
    assert lone.outcome.verdict is Verdict.SKIP
    assert "calls home with one at a time" in lone.outcome.reason
    _, recorded = recorded_setting(lone.events)
    again = replay(find("O1-SESSION-107"), recorded, lone.header, lone.events)
    assert (again.outcome, again.diverged) == (lone.outcome, None)


def test_a_host_key_that_changed(password: str, tmp_path: Path) -> None:
    """Who calls home is known by address, and by NETCONF's port or none; another key is told, and accuses nobody."""
    known = tmp_path / "known"
    key = asyncssh.generate_private_key("ssh-ed25519")
    key.write_private_key(tmp_path / "host")
    (tmp_path / "host").chmod(0o600)
    theirs = f"{password}&key={tmp_path / 'host'}"
    right = key.export_public_key().decode()
    wrong = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    uri = f"netconf+ssh://admin@127.0.0.1:0{password}&known={known}"
    for line, why in (
        (f"127.0.0.1 {right}", None),
        (f"[127.0.0.1]:830 {wrong}", r"turned away: The host key of netconf\+ssh://127\.0\.0\.1:\d+ changed"),
        (f"192.0.2.7 {right}", r"turned away: .* add the line '\[127\.0\.0\.1\]:830 ssh-ed25519"),
    ):
        known.write_text(line)
        (performed,) = on_the_wire("O1-HELLO-109", uri, theirs)
        if why is None:
            assert performed.outcome is None
            continue
        assert performed.outcome is not None
        assert performed.outcome.verdict is Verdict.INCONC
        with pytest.raises(AssertionError, match=why):
            raise AssertionError(performed.outcome.reason)


def test_over_tls(tmp_path: Path) -> None:
    """A certificate that is in order lets the element in; one that expired is told."""
    issuer = Issuer(tmp_path, "issuer")
    manager, element, late = issuer.issue("nms"), issuer.issue("element"), issuer.issue("late", days=(-3, -1))
    ours = f"netconf+tls://127.0.0.1:0?ca={issuer.ca}&cert={manager.cert}&key={manager.key}"
    (performed,) = on_the_wire("O1-HELLO-109", ours, f"?ca={issuer.ca}&cert={element.cert}&key={element.key}")
    assert performed.outcome is None
    (performed,) = on_the_wire("O1-HELLO-109", ours, f"?ca={issuer.ca}&cert={late.cert}&key={late.key}")
    assert performed.outcome is not None
    assert performed.outcome.verdict is Verdict.INCONC
    assert "has expired: have it issued again, and look at the clocks of both ends" in performed.outcome.reason
