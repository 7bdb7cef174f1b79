"""Where attempts cannot be made, and what it would take."""

import asyncio
from typing import Any

import pytest

from oran_harness.drivers.attempts import NO_MEANS, Unmakeable, make_attempt
from oran_harness.drivers.attempts import ssh_audit as audit
from oran_harness.steps.attempts import (
    Attempt,
    Shown,
    SshAudit,
    SshHello,
    SshLogin,
    Tampering,
    TlsHello,
    TlsLogin,
)

SSH, TLS = "netconf+ssh://nms@127.0.0.1:1", "netconf+tls://127.0.0.1:1"


@pytest.mark.parametrize(
    ("attempt", "uri", "words"),
    [
        (TlsHello("TLS 1.2", (1,)), SSH, r"netconf\+tls"),
        (SshHello(), TLS, r"netconf\+ssh"),
        (Tampering("seen", b"", b""), "tcp://127.0.0.1:1", "another way"),
        (TlsLogin(Shown.EXPIRED), TLS, "--client-ca"),
        (TlsLogin(Shown.OTHER_CA), TLS, "no certificate of ours"),
        (SshLogin("right", guessed=True), SSH, "--guess"),
    ],
)
def test_what_it_takes(attempt: Attempt[Any], uri: str, words: str) -> None:
    """The sentence says it."""
    with pytest.raises(Unmakeable, match=words):
        asyncio.run(make_attempt(attempt, uri, NO_MEANS, 1.0))


def test_no_ssh_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without ssh-audit leaves out what it is for."""
    monkeypatch.setattr(audit, "installed", lambda: False)
    with pytest.raises(Unmakeable, match="pip install ssh-audit"):
        asyncio.run(make_attempt(SshAudit(), SSH, NO_MEANS, 1.0))


@pytest.mark.parametrize(("attempt", "uri"), [(TlsHello("TLS 1.2", (1,)), TLS), (SshHello(), SSH)])
def test_nobody_there(attempt: Attempt[Any], uri: str) -> None:
    """Where nobody listens there is no answer, and no verdict."""
    with pytest.raises(OSError, match=r"refused|Connect"):
        asyncio.run(make_attempt(attempt, uri, NO_MEANS, 1.0))
