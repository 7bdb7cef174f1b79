"""Adapters to be held against the contract."""

import asyncio
from pathlib import Path

import pytest

from oran_harness.adapters.grpc import GrpcAdapter
from oran_harness.model import Role, UsageError
from oran_harness.testing import PeerAdapter, adapter_subject, vendor_subjects

BOTH = '[vendor]\nname = "alfa"\n[roles.e2-node]\nlisten = "tcp://127.0.0.1:0"\n[roles.near-rt-ric]\n'


@pytest.fixture
def vendor(tmp_path: Path) -> Path:
    """One with two roles."""
    (tmp_path / "profile.toml").write_text(f'{BOTH}address = "tcp://127.0.0.1:4000"\n')
    return tmp_path


def test_roles_of_a_vendor(vendor: Path) -> None:
    """All of them, or the one that is named, in either way."""
    assert {each.role for each in vendor_subjects(vendor)} == set(Role.ends_of("e2"))
    assert [each.role for each in vendor_subjects(vendor, "e2-node")] == [Role.E2_NODE]
    assert [each.role for each in vendor_subjects(f"{vendor}:near-rt-ric")] == [Role.NEAR_RT_RIC]


def test_what_there_is_not(vendor: Path) -> None:
    """One sentence each."""
    with pytest.raises(UsageError, match="no role 'ric'"):
        vendor_subjects(vendor, "ric")
    with pytest.raises(UsageError, match="no role ''"):
        adapter_subject(lambda: PeerAdapter.of("e2-node"), "")
    with pytest.raises(UsageError, match="no vendor 'nobody'"):
        vendor_subjects("nobody")


def test_what_is_served_is_reached_through_grpc(vendor: Path) -> None:
    """A class of the vendor's folder stands in for the endpoint, and is started by the harness."""
    (vendor / "adapter.py").write_text(
        "from oran_harness.testing import PeerAdapter\n"
        "class Ours(PeerAdapter):\n    def __init__(self):\n        super().__init__(lambda: None, 'ours')\n"
    )
    (subject,) = vendor_subjects(vendor, "e2-node", serving="adapter:Ours")

    async def scene() -> tuple[bool, str, object]:
        async with subject.target() as target:
            described = await target.adapter.describe()
            kind = type(target.adapter._adapter)
            await target.adapter.release()
            return target.startable, described.product, kind

    assert asyncio.run(scene()) == (True, "ours", GrpcAdapter)
