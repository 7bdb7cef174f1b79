"""What is read of ssh-audit's report."""

import asyncio
import json
from typing import Any

import pytest

from oran_harness.drivers.attempts import ssh_audit
from oran_harness.drivers.attempts.ssh_audit import AuditError, audit, read_report

REPORT: dict[str, Any] = {
    "banner": {"raw": "SSH-2.0-x"},
    "kex": [
        {"algorithm": "diffie-hellman-group-exchange-sha256", "keysize": 2048},
        {"algorithm": "kex-strict-s-v00@openssh.com"},
    ],
    "key": [{"algorithm": "rsa-sha2-256", "keysize": 3072}, {"algorithm": "ssh-ed25519"}],
    "enc": [{"algorithm": "aes128-ctr"}],
    "mac": [{"algorithm": "hmac-sha2-256"}],
}


def test_a_report() -> None:
    """Algorithms, and how large keys and groups are; markers are no algorithms."""
    found = read_report(json.dumps(REPORT).encode())
    assert found.key_exchange == ("diffie-hellman-group-exchange-sha256",)
    assert (found.rsa_bits, found.smallest_group_bits) == (3072, 2048)
    assert (found.host_keys, found.ciphers, found.macs) == (
        ("rsa-sha2-256", "ssh-ed25519"),
        ("aes128-ctr",),
        ("hmac-sha2-256",),
    )
    assert json.loads(found.report) == REPORT


def test_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that says something else is told of, with what it said."""
    monkeypatch.setattr(ssh_audit.sys, "executable", "/bin/echo")
    with pytest.raises(AuditError, match="ssh_audit"):
        asyncio.run(audit("127.0.0.1", 1, 1.0))
