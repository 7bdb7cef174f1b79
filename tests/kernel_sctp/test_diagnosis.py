"""Diagnoses over the kernel's SCTP: an INIT that is answered by ABORT, one that is not answered, other protocols."""

import asyncio
import os
import socket
import subprocess
from collections.abc import Iterator

import pytest

from oran_harness.adapters import BoundedAdapter
from oran_harness.adapters.present import PresentAdapter
from oran_harness.model import Diagnosis, DiagnosisKind, Role
from oran_harness.runner import Options, Target, meeting
from oran_harness.runner.journal import Journal
from oran_harness.runner.wire import Wire
from oran_harness.steps import Claims, Peer
from oran_harness.transports.sctp.options import IPPROTO_SCTP
from tests.kernel_sctp.paths import Paths
from tests.kernel_sctp.test_association import plain
from tests.runner.scene import case, perform


async def nothing(peer: Peer) -> None:
    """A body for which nothing has to be there."""


@pytest.fixture
def hole() -> Iterator[str]:
    """An address from which nothing comes back; skips without the rights to make one."""
    if os.geteuid() != 0:
        pytest.skip(
            "network namespaces need root: run tools/kernel_sctp/run .venv/bin/python -m pytest tests/kernel_sctp"
        )
    with Paths(1) as paths:
        # Without this the kernel would find out by ARP that nobody is there.
        subprocess.run(
            ["ip", "neigh", "add", paths.nobody(), "lladdr", "02:00:00:00:00:24", "dev", "near1"], check=True
        )
        yield paths.nobody()


def diagnosed(role: Role, uri: str, monkeypatch: pytest.MonkeyPatch, timeout: float = 0.5) -> Diagnosis:
    """What a run at this address says is wrong."""
    monkeypatch.setattr(meeting, "COMING_UP_S", 0.0)
    adapter = BoundedAdapter(PresentAdapter("x", None))
    target = Target(role, "x", None, Wire(uri, role is Role.E2_NODE), Claims(), adapter, Journal())
    outcome, _ = perform([case(nothing, role=role)], target, options=Options(timeout=timeout))
    assert outcome.diagnosis is not None
    return outcome.diagnosis


def test_init_answered_by_abort(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine is there, and nobody listens at that port."""
    with plain() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = diagnosed(Role.NEAR_RT_RIC, f"sctp://127.0.0.1:{port}", monkeypatch)
    assert found.kind is DiagnosisKind.NOBODY_LISTENS
    assert found.seen == f"Nobody listens at sctp://127.0.0.1:{port}: the SCTP INIT was answered by ABORT."
    assert "ss -Sal" in found.advice


def test_init_without_answer(hole: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing comes back."""
    monkeypatch.setattr("oran_harness.runner.session._RIC_CONNECT_S", 1.0)
    found = diagnosed(Role.NEAR_RT_RIC, f"sctp://{hole}:36421", monkeypatch)
    assert found.kind is DiagnosisKind.NO_ANSWER
    assert "the SCTP INIT was not answered" in found.seen


def test_another_protocol_at_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes is X2AP by its PPID: the port is another's."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, IPPROTO_SCTP) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        other.settimeout(20)
        port = other.getsockname()[1]

        def answer() -> None:
            for _ in range(2):
                link, _ = other.accept()
                information = (IPPROTO_SCTP, 2, b"\x00\x00\x00\x00" + (27).to_bytes(4, "big") + bytes(8))
                link.sendmsg([bytes.fromhex("00060008") + b"garbage!"], [information])
                link.recv(1 << 16)
                link.close()

        async def whole() -> Diagnosis:
            answering = asyncio.get_running_loop().run_in_executor(None, answer)
            try:
                uri = f"sctp://127.0.0.1:{port}"
                return await asyncio.to_thread(diagnosed, Role.NEAR_RT_RIC, uri, monkeypatch)
            finally:
                await asyncio.wait((answering,), timeout=5)

        found = asyncio.run(whole())
    assert found.kind is DiagnosisKind.NOT_E2AP
    assert "with PPID 27 (X2AP)" in found.seen
