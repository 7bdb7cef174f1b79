"""What a RIC can be like."""

import pytest

from oran_harness.model.errors import UsageError
from oran_harness.peers.e2_node import E2Node
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from tests.peers.near_rt_ric.pair import Pair


@pytest.mark.parametrize(
    "parts",
    [
        {"number": 1 << 20},
        {"plmn": "1"},
        {"plmn": "abcde"},
        {"time_to_wait": 3},
        {"edition": "4.00"},
        {"kpm": "1.00"},
        {"rc": "x"},
    ],
)
def test_what_cannot_be(parts: dict[str, object]) -> None:
    """An edition, identity or Time to Wait that there is not."""
    with pytest.raises(UsageError):
        RicConfig(**parts)  # type: ignore[arg-type]


def test_what_can_be() -> None:
    """The plain one speaks E2AP 3.01 and refuses nothing."""
    assert RicConfig().edition == "3.01"
    assert RicConfig(time_to_wait=60, plmn="310410", number=0).time_to_wait == 60


def test_a_ric_that_takes_some_service_models() -> None:
    """Rejects functions of others in E2 Setup and in updates, and has no means to ask for anything of them."""
    ric, node = NearRtRic(RicConfig(service_models=("rc",))), E2Node()
    pair = Pair(ric, node).run(1)
    assert pair.ask(ric, "state").details["nodes"][0]["functions"] == {"2": "rejected", "3": "accepted"}
    assert pair.ask(ric, "subscribe", service_model="kpm").status == "unsupported"
    assert pair.ask(ric, "control").status == "done"
    assert pair.ask(node, "service-update", function=2).status == "done"
    assert pair.ask(ric, "state").details["nodes"][0]["functions"]["2"] == "rejected"
    assert pair.ask(node, "service-update", function=3).status == "done"
    assert not pair.findings()


def test_a_ric_that_does_not_take_rc() -> None:
    """Neither controls nor queries."""
    ric = NearRtRic(RicConfig(service_models=("kpm",)))
    pair = Pair(ric, E2Node()).run(1)
    assert [pair.ask(ric, each).status for each in ("control", "query")] == ["unsupported", "unsupported"]
    assert pair.ask(ric, "subscribe").status == "done"
    with pytest.raises(UsageError):
        RicConfig(service_models=("mac",))


def test_a_ric_that_subscribes_to_some_report_styles() -> None:
    """To the lowest of them where none is named, and to no other."""
    ric = NearRtRic(RicConfig(styles=(2, 3)))
    pair = Pair(ric, E2Node()).run(1)
    assert pair.ask(ric, "subscribe", style=1).status == "unsupported"
    assert pair.ask(ric, "subscribe", style=3).status == "done"
    assert pair.ask(ric, "subscribe", 3).status == "done"
    assert not pair.findings()
