"""Addresses of loopback with a free UDP port."""

import socket

import pytest

from oran_harness.transports import loopback, own_loopback


def test_an_address_of_ones_own() -> None:
    """Nobody has the UDP port there, and two are not the same."""
    hosts = {own_loopback() for _ in range(5)}
    assert len(hosts) > 1
    for host in hosts:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
            taken.bind((host, 9899))


def test_the_port_is_taken_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that has it at all addresses leaves none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("0.0.0.0", 0))
        monkeypatch.setattr(loopback, "ENCAPSULATION_PORT", taken.getsockname()[1])
        with pytest.raises(OSError, match="in use"):
            own_loopback()
