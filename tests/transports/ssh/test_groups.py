"""Groups of Diffie and Hellman."""

import pytest

pytest.importorskip("asyncssh")

from asyncssh import kex_dh

from oran_harness.transports.ssh.groups import SMALLEST, demand_large_groups


def test_no_small_group_is_left() -> None:
    """Neither among those that a client may ask for, nor as what it gets that asks for less; the fixed one stays."""
    demand_large_groups()
    demand_large_groups()
    assert min(size for size, _, _ in kex_dh._dh_gex_groups) == SMALLEST
    assert kex_dh._group1_p.bit_length() == SMALLEST
