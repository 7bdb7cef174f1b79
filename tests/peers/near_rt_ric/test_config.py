"""What a RIC can be like."""

import pytest

from oran_harness.model.errors import UsageError
from oran_harness.peers.near_rt_ric import RicConfig


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
