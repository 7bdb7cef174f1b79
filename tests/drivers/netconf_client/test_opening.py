"""A client by the name of its driver."""

from pathlib import Path

import pytest

from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.netconf_client import SessionLost, client_at, client_called_home, done
from oran_harness.model import UsageError
from oran_harness.transports import ServerSide, User
from tests.conformance.o1.performing import models, stored
from tests.drivers.netconf_client.elements import SECRET, asking, within


@pytest.mark.parametrize(
    ("uri", "driver", "what"),
    [
        ("tcp://127.0.0.1:1", "own", "no address of NETCONF"),
        ("netconf+ssh://a@127.0.0.1", "theirs", "no driver 'theirs'"),
    ],
)
def test_what_is_asked_wrongly(uri: str, driver: str, what: str) -> None:
    """One sentence."""
    with pytest.raises(UsageError, match=what):
        within(client_at(uri, driver))


def test_an_element_calls_home(tmp_path: Path) -> None:
    """RFC 8071: it connects, and we are the client all the same."""
    password = tmp_path / "password"
    password.touch(0o600)
    password.write_text(SECRET)
    ready: list[str] = []

    async def test() -> None:
        import asyncio

        uri = f"netconf+ssh://admin@127.0.0.1:0?password=file:{password}"
        coming = asyncio.create_task(client_called_home(uri, ready.append, timeout=20))
        while not ready:
            await asyncio.sleep(0.01)
        side = ServerSide(users={"admin": User(SECRET)})
        async with hosted([calling()], connect=ready[0].replace("admin@", ""), side=side):
            client = await coming
            assert (await done(client, asking("discard-changes"))).ok
            await client.close()

    def calling():  # type: ignore[no-untyped-def]
        from oran_harness.peers.o1_provider import O1Provider, ProviderConfig

        return O1Provider(ProviderConfig(models(), stored=stored(), connects=True))

    within(test())


def test_nobody_calls_home(tmp_path: Path) -> None:
    """Within its time, in a sentence."""
    password = tmp_path / "password"
    password.touch(0o600)
    password.write_text(SECRET)
    with pytest.raises(SessionLost, match="Nobody calls home"):
        within(client_called_home(f"netconf+ssh://a@127.0.0.1:0?password=file:{password}", lambda _: None, timeout=0.1))
    with pytest.raises(UsageError, match="no address of NETCONF"):
        within(client_called_home("tcp://127.0.0.1:0", lambda _: None))
