"""libusrsctp through cffi, there or not."""

import importlib.util

import pytest

from oran_harness.transports import TransportError, connect, userland_sctp_missing
from oran_harness.transports.userland_sctp import library as module
from oran_harness.transports.userland_sctp.stack import pump
from tests.transports.associations import run
from tests.transports.userland_sctp.places import NEEDED


@pytest.fixture(autouse=True)
def forgetful() -> None:
    """What was found out before is found out anew."""
    module.library.cache_clear()


@NEEDED
def test_it_is_there() -> None:
    """Nothing is missing where both are installed."""
    assert userland_sctp_missing() is None


def test_without_cffi(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says that it is cffi, and how both are installed."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    lack = str(userland_sctp_missing())
    assert lack.startswith("SCTP in user space needs cffi, which is not installed here: install it with: apt install")
    assert "pip install 'oran-harness[userland-sctp]'" in lack
    assert "sctp://" in lack


def test_without_libusrsctp(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever connects is told by the same sentence, as an error of the harness."""
    pytest.importorskip("cffi", reason="cffi is not installed")
    monkeypatch.setattr(module, "_FILE", "libusrsctp.so.0")
    monkeypatch.setattr("oran_harness.transports.userland_sctp.stack.stack", module.library)

    async def test() -> None:
        with pytest.raises(TransportError, match=r"needs libusrsctp\.so\.0, which .* apt install libusrsctp2"):
            pump()
        with pytest.raises(TransportError, match=r"needs libusrsctp\.so\.0"):
            await connect("sctp+udp://127.0.0.1:1")

    run(test())
