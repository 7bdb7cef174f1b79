"""A small suite for each role over the kernel's SCTP: the whole path from the wire to verdicts."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from oran_harness.captures import read_recording
from oran_harness.model import EventKind

SMOKE = {
    "oran-harness-ric": ["E2AP-SETUP-101", "E2AP-RESET-101", "E2AP-SERVUPD-101", "E2AP-SUB-101", "E2AP-NEG-101"],
    "oran-harness-node": ["E2AP-SETUP-201", "E2AP-RESET-204", "E2AP-SUB-201", "E2AP-SUBDEL-201", "E2AP-NEG-201"],
}


def run(product: str, cases: list[str], folder: Path) -> dict[str, Any]:
    """Run some cases; what results.json says."""
    command = [sys.executable, "-m", "oran_harness", "run", *cases, "--sut", product, "--out", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr
    document: dict[str, Any] = json.loads((folder / "results.json").read_text())
    return document


@pytest.mark.parametrize("product", SMOKE)
def test_the_suite_passes_over_sctp(product: str, tmp_path: Path) -> None:
    """Every case passes; the product was reached by SCTP, and its messages have the PPID of E2AP."""
    document = run(product, SMOKE[product], tmp_path)
    assert {case["id"]: case["verdict"] for case in document["cases"]} == dict.fromkeys(SMOKE[product], "pass")
    assert document["sut"]["address"].startswith("sctp://")
    recording = read_recording(tmp_path / "history" / f"{SMOKE[product][0]}.jsonl")
    messages = [event for event in recording.events if event.kind is EventKind.OCTETS]
    assert messages
    assert {event.ppid for event in messages} == {70}
