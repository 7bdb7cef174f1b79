"""NI indication headers and messages."""

import pytest

from oran_harness.codec.asn1 import BitString, EncodeError
from oran_harness.service_models import format_of
from oran_harness.service_models.common.build import TEST_PLMN
from oran_harness.service_models.common.timestamp import timestamp
from oran_harness.service_models.ni.build import indication_header, indication_message, interface_identifier
from oran_harness.service_models.payload import PayloadKind
from tests.service_models.kpm.build.read import content, value

OWN = interface_identifier(TEST_PLMN, BitString(bytes(4), 28))


@pytest.mark.parametrize("stamp", [None, timestamp(1_767_225_600.0)])
def test_a_header_names_interface_direction_and_time(stamp: bytes | None) -> None:
    """The time stamp is optional (NI 8.2.1.3.1)."""
    octets = indication_header("f1", OWN, "1.00", direction="incoming", timestamp=stamp)
    read = content("ni", PayloadKind.INDICATION_HEADER, octets, "1.00")
    assert (read.interface_type, read.interface_id, read.interface_direction) == ("f1", OWN, "incoming")
    assert read.timestamp == stamp


def test_a_time_stamp_has_eight_octets() -> None:
    """Another length is the caller's mistake."""
    with pytest.raises(EncodeError):
        indication_header("f1", OWN, "1.00", timestamp=bytes(4))


def test_a_message_is_carried_as_it_is() -> None:
    """Of any length: the octet string has no bound (NI 8.3.29)."""
    for length in (0, 1, 20_000):
        octets = indication_message(bytes(length), "1.00")
        assert format_of(value("ni", PayloadKind.INDICATION_MESSAGE, octets, "1.00")) == 1
        assert content("ni", PayloadKind.INDICATION_MESSAGE, octets, "1.00").interface_message == bytes(length)
