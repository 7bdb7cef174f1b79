"""ncclient as a driver: what it is given, and what is told where it gets no session."""

import importlib.util
from pathlib import Path
from unittest import mock

import pytest

pytest.importorskip("ncclient")

from oran_harness.drivers.netconf_client import SessionLost, done
from oran_harness.drivers.netconf_client.opening import client_at
from oran_harness.drivers.netconf_client.with_ncclient import Ncclient
from oran_harness.model import UsageError
from tests.drivers.netconf_client.elements import asking, listening, within
from tests.transports.certificates import Issuer


@pytest.mark.parametrize(
    ("uri", "what"),
    [
        ("netconf+ssh://127.0.0.1", "names no user"),
        ("netconf+ssh://a@127.0.0.1?fingerprint=SHA256:" + "A" * 43, "use --driver own"),
        ("netconf+ssh://a@127.0.0.1?bind=127.0.0.1", "use --driver own"),
        ("netconf+tls://127.0.0.1?call-home=yes", "use --driver own"),
    ],
)
def test_what_it_is_not_given(uri: str, what: str) -> None:
    """A sentence, before anything is opened: nothing that an address asks for is passed over in silence."""
    with pytest.raises(UsageError, match=what):
        within(Ncclient.connect(uri))


def test_it_may_not_be_installed() -> None:
    """A sentence that says how it is, and what does without."""
    with (
        mock.patch.object(importlib.util, "find_spec", return_value=None),
        pytest.raises(UsageError, match=r"oran-harness\[o1\]"),
    ):
        within(Ncclient.connect("netconf+ssh://a@127.0.0.1"))


def test_who_is_not_let_in(tmp_path: Path) -> None:
    """A wrong password, and nobody there: each in a sentence."""
    wrong = tmp_path / "wrong"
    wrong.touch(0o600)
    wrong.write_text("another")

    async def test() -> None:
        async with listening(tmp_path) as uri:
            with pytest.raises(SessionLost, match="did not let admin in"):
                await client_at(f"{uri.partition('?')[0]}?password=file:{wrong}", "ncclient")
        with pytest.raises(SessionLost, match="gets no session"):
            await client_at(uri, "ncclient", timeout=1.0)

    within(test())


def test_over_tls(tmp_path: Path) -> None:
    """It shows its certificate, and asks."""
    issuer = Issuer(tmp_path, "issuer")
    server, manager = issuer.issue("server"), issuer.issue("operator", ())

    async def test() -> None:
        from oran_harness.drivers.hosting import hosted
        from tests.conformance.o1.performing import provider

        ours = f"?ca={issuer.ca}&cert={server.cert}&key={server.key}"
        async with hosted([provider()], listen=f"netconf+tls://127.0.0.1:0{ours}") as hosting:
            uri = f"{hosting.uri}?ca={issuer.ca}&cert={manager.cert}&key={manager.key}"
            client = await client_at(uri, "ncclient")
            assert (await done(client, asking("discard-changes"))).ok
            await client.close()

    within(test())
