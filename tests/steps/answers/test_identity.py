"""Who our near-RT RIC is."""

import pytest

from oran_harness.steps.answers.identity import GLOBAL_RIC_ID, ric_identity


def test_our_identity() -> None:
    """PLMN 001/01, and 20 bits."""
    assert GLOBAL_RIC_ID.plmn_identity == bytes.fromhex("00f110")
    assert GLOBAL_RIC_ID.ric_id == (b"\x00\x00\x10", 20)
    assert ric_identity(0xFFFFF, "310410") == type(GLOBAL_RIC_ID)(bytes.fromhex("134001"), (b"\xff\xff\xf0", 20))  # type: ignore[arg-type]


@pytest.mark.parametrize(("number", "plmn"), [(1 << 20, "00101"), (-1, "00101"), (1, "0010"), (1, "abcde")])
def test_what_is_no_identity(number: int, plmn: str) -> None:
    """A number that 20 bits do not hold, or a PLMN that is not five or six digits."""
    with pytest.raises(ValueError, match=r"bits|digits"):
        ric_identity(number, plmn)
