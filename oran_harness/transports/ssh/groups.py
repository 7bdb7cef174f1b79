"""Groups of Diffie and Hellman that a server of ours agrees on: none below 2048 bits (RFC 8270).

asyncssh has no setting for the groups of diffie-hellman-group-exchange: it gives whoever asks for it one of 1024 bits.
"""

from asyncssh import kex_dh

SMALLEST = 2048
"""Bits of the smallest group."""


def demand_large_groups() -> None:
    """Let asyncssh give no smaller group, whatever a client asks for; fixed groups that are chosen by name stay."""
    groups = [each for each in kex_dh._dh_gex_groups if each[0] >= SMALLEST]
    kex_dh._dh_gex_groups = tuple(groups)  # type: ignore[assignment]
    # What is given where none fits.
    _, kex_dh._group1_g, kex_dh._group1_p = groups[0]
