"""Debian's netconfd, a server of NETCONF that is not ours: the whole suite, and the verdicts that are known of it."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from oran_harness.conformance.registry import descriptions
from oran_harness.model import Role
from tests.cli.run import ROOT, process

INSTALLED = all(Path("/usr/sbin", name).exists() for name in ("netconfd", "netconf-subsystem"))
BY_HAND = ("O1-CONFIRM-101", "O1-CONFIRM-102", "O1-CONFIRM-107", "O1-CONFIRM-108", "O1-NOTIF-136", "O1-SESSION-108")
"""What waits long, as its clause has it, is known from runs by hand."""
DEADLY = (
    *("O1-NOTIF-123", "O1-SCHEMA-101", "O1-SCHEMA-102", "O1-SCHEMA-103"),
    *("O1-SCHEMA-104", "O1-SCHEMA-110", "O1-SESSION-103"),
)
"""Cases of which netconfd may die, or take harm that shows in the next one: they have a server of their own."""


def played(ids: Sequence[str], folder: Path) -> dict[str, Any]:
    """What a run of these cases says, as ``results.json`` has it."""
    words = ("--sut", "yuma123", "--against", "expected", "--timeout", "3", "--out", str(folder))
    ended = process("run", *ids, *words, timeout=240)
    assert ended.code == 0, ended.text + ended.err
    document: dict[str, Any] = json.loads((folder / "results.json").read_text("utf-8"))
    return document


@pytest.mark.skipif(not INSTALLED, reason="netconfd of yuma123 is not installed")
def test_every_verdict_is_the_one_that_is_known(tmp_path: Path) -> None:
    """All cases of a managed element are performed, several servers at once; nothing is new, changed or mended."""
    every = [each.id for each in descriptions() if each.under_test is Role.O1_PROVIDER and each.id not in BY_HAND]
    rest = [id for id in every if id not in DEADLY]
    parts = [DEADLY, rest[::2], rest[1::2]]
    with ThreadPoolExecutor(len(parts)) as pool:
        runs = list(pool.map(played, parts, [tmp_path / str(number) for number in range(len(parts))]))
    cases = {case["id"]: case for run in runs for case in run["cases"]}
    assert {id for id, case in cases.items() if "rule" not in case["tags"]} == set(every)
    assert [
        case["blame"] for case in cases.values() if case["verdict"] == "fail" and case["blame"] != "o1-provider"
    ] == []
    assert sum(case["verdict"] == "pass" for case in cases.values()) >= 230
    assert all(run["known"]["file"].endswith("vendors/yuma123/expected.toml") for run in runs)


def test_what_is_listed_is_explained() -> None:
    """Whose fault each is stands in the README, by the case's id."""
    folder = ROOT / "vendors" / "yuma123"
    told = (folder / "README.md").read_text("utf-8")
    listed = [line for line in (folder / "expected.toml").read_text("utf-8").splitlines() if line.startswith("id = ")]
    ids = [id for line in listed for id in line.partition("= ")[2].strip("[]").replace('"', "").split(", ")]
    assert ids
    assert [id for id in ids if id not in told] == []
