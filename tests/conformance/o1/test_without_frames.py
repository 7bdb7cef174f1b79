"""Cases over gRPC, which keeps messages apart: those that are not about frames are the same."""

import asyncio

import pytest

from oran_harness.conformance import find, load
from oran_harness.drivers import Dialling, perform_live
from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.replay import recorded_setting, replay
from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role
from oran_harness.runner.needs import unmet
from oran_harness.steps import Claims
from tests.conformance.o1.performing import provider

URI = "netconf+grpc://admin@127.0.0.1:0"
SETTING = Setting(Role.O1_PROVIDER, edition="1.1", comes=False, address=URI, claims=Claims(True, netconf=("1.1",)))
OURS = [each for each in load() if each.description.under_test is Role.O1_PROVIDER]
ABOUT_MESSAGES = [
    each.id
    for each in OURS
    if each.id.startswith(("O1-HELLO", "O1-RPC", "O1-SESSION", "O1-FRAME", "O1-STATE"))
    and unmet(each.description, "1.1", "netconf+grpc", None) is None
]


@pytest.mark.parametrize("id", ABOUT_MESSAGES)
def test_a_clean_element_passes(id: str) -> None:
    """What hellos, requests and sessions have to be does not hang on frames."""
    assert perform_virtual(find(id), SETTING, provider).outcome is None


def test_what_is_about_frames_is_left_out() -> None:
    """Cases about edits, locks and filters are not among it."""
    left = {each.id.rpartition("-")[0] for each in OURS if unmet(each.description, "1.1", "netconf+grpc", None)}
    assert "O1-FRAME" in left
    assert not left & {"O1-EDIT", "O1-LOCK", "O1-FILTER"}


def test_on_the_wire_and_replayed() -> None:
    """A run over gRPC finds nothing, and its history says the same again."""

    async def scene() -> None:
        async with hosted((provider(),), listen=URI) as hosting:
            assert hosting.uri is not None
            for id in ("O1-HELLO-105", "O1-RPC-110", "O1-SESSION-102"):
                setting = Setting(Role.O1_PROVIDER, edition="1.1")
                performed = await perform_live(find(id), setting, Dialling(hosting.uri))
                assert performed.outcome is None
                _, recorded = recorded_setting(performed.events)
                again = replay(find(id), recorded, performed.header, performed.events)
                assert (again.outcome, again.diverged) == (None, None)

    asyncio.run(scene())
