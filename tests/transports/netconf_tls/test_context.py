"""What we show and trust: files that cannot be used are told before anybody is connected to."""

from pathlib import Path

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import (
    ClientSide,
    ServerSide,
    connect,
    listen,
)
from tests.transports.associations import run
from tests.transports.certificates import Issuer
from tests.transports.netconf_tls.sessions import ANYWHERE


def test_what_cannot_be_used(issuer: Issuer, tmp_path: Path) -> None:
    """Missing and unusable files, and a key that others can read, are told before anybody is connected to."""
    good, other = issuer.issue("good"), issuer.issue("second")
    wide = tmp_path / "wide.pem"
    wide.write_bytes(good.key.read_bytes())
    wide.chmod(0o640)

    async def test() -> None:
        for given, why in (
            (f"?cert={good.cert}", "cert and key belong together"),
            (f"?cert={good.cert}&key={wide}", r"can be read by others \(mode 0640\); run chmod 600"),
            (f"?cert={good.cert}&key={other.key}", "are not a certificate and its unencrypted key"),
            (f"?ca={tmp_path}/none", "cannot be read"),
            (f"?ca={good.key}", "holds no certificates in PEM"),
        ):
            with pytest.raises(UsageError, match=why):
                await connect(f"netconf+tls://127.0.0.1:1{given}")
        with pytest.raises(UsageError, match=r"a server over TLS needs \?ca=FILE&cert=FILE&key=FILE"):
            await listen(f"{ANYWHERE}?ca={issuer.ca}")
        with pytest.raises(UsageError, match="has no sides"):
            await connect("tcp://127.0.0.1:1", side=ClientSide())
        with pytest.raises(UsageError, match="has no sides"):
            await listen("tcp://127.0.0.1:0", side=ServerSide())

    run(test())
