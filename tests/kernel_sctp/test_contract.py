"""The contract of links, held by the kernel's SCTP."""

import pytest

from tests.transports.associations import Place
from tests.transports.contract import LinkContract


class TestSctp(LinkContract):
    @pytest.fixture
    def place(self) -> Place:
        return Place("sctp://127.0.0.1:0")


class TestSctpOverSeveralAddresses(LinkContract):
    @pytest.fixture
    def place(self) -> Place:
        return Place("sctp://127.0.0.1:0?also=127.0.0.2", "?bind=127.0.0.3&also=127.0.0.4")
