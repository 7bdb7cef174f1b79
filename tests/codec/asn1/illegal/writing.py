"""What is written for illegal values, for the tests."""

from typing import Any

import pytest

from oran_harness.codec.asn1 import EncodeError
from tests.codec.asn1.schemas import codec


def hexed(body: str, value: Any, type_name: str = "T") -> str:
    """The octets in hexadecimal."""
    return codec(body).encode_illegal(type_name, value).hex()


def refused(body: str, value: Any, type_name: str = "T") -> str:
    """What is said against a value that has no bits."""
    with pytest.raises(EncodeError) as caught:
        codec(body).encode_illegal(type_name, value)
    return str(caught.value)
