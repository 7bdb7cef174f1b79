"""A link that delays and loses packets, under the kernel's SCTP: what passes on a good link passes there.

Needs root and a kernel that is ours alone, as tools/kernel_sctp/run gives.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

SLOW = ("delay", "50ms", "loss", "1%")
# Of each procedure of either side one, and what goes two ways at once: stimuli beside messages, reports behind answers.
CHOSEN = {
    "oran-harness-ric": (
        "E2AP-SERVUPD-101",
        "E2AP-RESET-101",
        "E2AP-SUB-101",
        "E2AP-SUBDEL-103",
        "E2AP-LOSS-118",
        "E2AP-MODREQ-105",
        "E2AP-SEVERAL-107",
        "E2SM-KPM-117",
        "E2SM-RC-111",
    ),
    "oran-harness-node": (
        "E2AP-RESET-204",
        "E2AP-SUB-201",
        "E2AP-SUBDEL-201",
        "E2AP-SEVERAL-202",
        "E2AP-SEVERAL-203",
        "E2AP-SEVERAL-206",
        "E2AP-REMOVAL-203",
        "E2SM-KPM-201",
        "E2SM-RC-201",
    ),
}


def begin(product: str, folder: Path) -> "subprocess.Popen[bytes]":
    """Begin to test a product; what it comes to is in its results."""
    command = (sys.executable, "-m", "oran_harness", "run", *CHOSEN[product], "--sut", product, "--out", str(folder))
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def verdicts(folder: Path) -> Mapping[str, tuple[str, str]]:
    """The verdict of each case of both products, with its reason; they are tested beside each other."""
    runs = {product: begin(product, folder / product) for product in CHOSEN}
    for run in runs.values():
        assert run.wait(150) in (0, 1, 3)
    documents = [json.loads((folder / product / "results.json").read_text("utf-8")) for product in CHOSEN]
    assert all(document["sut"]["address"].startswith("sctp://") for document in documents)
    cases = [case for document in documents for case in document["cases"]]
    return {case["id"]: (case["verdict"], case["reason"] or case["actual"] or "") for case in cases}


@contextmanager
def slow_link(tc: str) -> Iterator[None]:
    """While the body runs, packets on loopback take 50 ms each way, and one in a hundred is lost."""
    subprocess.run([tc, "qdisc", "add", "dev", "lo", "root", "netem", *SLOW], check=True)
    try:
        yield
    finally:
        subprocess.run([tc, "qdisc", "delete", "dev", "lo", "root"], check=True)


@pytest.fixture
def tc() -> str:
    """The program that makes links slow; skips without it, and without the right to use it."""
    found = shutil.which("tc", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None:
        pytest.skip("tests/kernel_sctp/test_slow_link.py needs tc: apt install iproute2")
    if os.geteuid() != 0:
        pytest.skip(
            "to slow a link down needs root: run tools/kernel_sctp/run .venv/bin/python -m pytest tests/kernel_sctp"
        )
    return found


def test_a_slow_link_changes_no_verdict(tc: str, tmp_path: Path) -> None:
    """What passes on a good link, as the clean peers do throughout, passes with 50 ms of delay and 1 % of loss."""
    with slow_link(tc):
        slow = verdicts(tmp_path)
    assert set(slow) >= {id for chosen in CHOSEN.values() for id in chosen}
    assert {id: told for id, told in slow.items() if told[0] != "pass"} == {}
