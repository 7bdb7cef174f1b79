"""The folders in vendors/: every file in them can be used, and a wheel has them."""

import os
import subprocess
from pathlib import Path

import pytest

from oran_harness.adapters import list_vendors, read_profile
from oran_harness.adapters.secrets import resolve
from oran_harness.checkers import RULES
from oran_harness.cli.interoperation import matches_of
from oran_harness.conformance.registry import descriptions
from oran_harness.model import Role, UsageError
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner.known.reader import FILE_NAME, read_known
from tests.cli.run import ROOT, process, refused, run
from tests.vendors.samples import VENDORS

SAMPLES = ("alfa", "bravo", "charlie", "delta", "echo")
STACKS = {"flexric": ("FLEXRIC_RIC", "FLEXRIC_GNB"), "oran-sc-e2sim": ("E2SIM",), "srsran": ("SRSRAN_DU",)}
FLAWED = ("alfa", "bravo", "delta", "yuma123", "netopeer2", *STACKS)
FOLDERS = sorted(path.parent for path in VENDORS.glob("*/profile.toml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_vendor(folder: Path) -> None:
    """Has the name of its folder, a README, and claims in each role at E2."""
    profile = read_profile(folder)
    assert profile.name == folder.name
    assert (folder / "README.md").read_text("utf-8").startswith(f"# {folder.name}\n")
    for role in profile.roles.values():
        if role.role.interface != "e2":
            continue
        assert role.claims is not None
        assert role.claims.e2ap if role.role.interface == "e2" else role.claims.netconf


@pytest.mark.parametrize("vendor", FLAWED)
def test_known_verdicts(vendor: str) -> None:
    """Are read without complaint, for whoever has faults, and only for those."""
    known = read_known(VENDORS / vendor / FILE_NAME, descriptions(), [rule.id for rule in RULES], editions())
    assert known.entries
    assert {path.parent.name for path in VENDORS.glob(f"*/{FILE_NAME}")} == set(FLAWED)


def test_all_are_listed() -> None:
    """The samples, the public stacks and the reference peers; both roles are there."""
    listed = run("list", "vendors").text
    for name in (
        *SAMPLES,
        *STACKS,
        "oran-harness-node",
        "oran-harness-ric",
        "oran-harness-element",
        "yuma123",
        "netopeer2",
    ):
        assert f"\n{name} " in f"\n{listed}"
    roles = [
        role for vendor in list_vendors() if vendor.name in SAMPLES and vendor.profile for role in vendor.profile.roles
    ]
    assert set(roles) == set(Role.ends_of("e2"))


@pytest.mark.parametrize("vendor", STACKS)
def test_a_stack_is_started_by_its_users_command(vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is taken from an environment variable; without it one sentence says which."""
    for role, variable in zip(read_profile(VENDORS / vendor).roles.values(), STACKS[vendor], strict=True):
        assert role.launch is not None
        monkeypatch.delenv(variable, raising=False)
        with pytest.raises(UsageError, match=f"environment variable {variable}, which is not set; set it"):
            resolve(variable, role.launch.env[variable], VENDORS)
        monkeypatch.setenv(variable, "echo here: $0 ' $RIC_HOST'")
        done = subprocess.run(
            role.launch.command, env=os.environ | {"RIC_HOST": "h"}, capture_output=True, text=True, check=True
        )
        assert done.stdout == "here: sh  $RIC_HOST\n"


def test_a_stack_that_is_not_here_is_told_when_it_is_named() -> None:
    """In a run and in a matrix: one sentence, exit code 2."""
    assert process("run", "--sut", "srsran").code == 2
    sentence = refused(process("interop", "srsran", "delta"))
    assert "SRSRAN_DU" in sentence or "the kernel has no SCTP" in sentence


def test_nothing_of_a_stack_is_here() -> None:
    """Profile, README and known verdicts: no recipe that builds it, and no program."""
    for vendor in STACKS:
        assert {path.name for path in (ROOT / "vendors" / vendor).iterdir()} == {"profile.toml", "README.md", FILE_NAME}


def test_a_matrix_of_all_vendors_has_cells_for_what_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody is named, a stack that is not here costs its own cells, which say what is missing."""
    for variable in (name for names in STACKS.values() for name in names):
        monkeypatch.delenv(variable, raising=False)
    found = matches_of((), None, None)
    missing = {
        (match.node.vendor, match.ric.vendor)
        for match in found
        if "SCTP" in match.mismatch or "not set" in match.mismatch
    }
    assert missing == {
        (match.node.vendor, match.ric.vendor)
        for match in found
        if {match.node.vendor, match.ric.vendor} & set(STACKS) and match.edition is not None
    }
    assert len(missing) < len(found)
