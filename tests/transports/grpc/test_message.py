"""Messages of the stream: as specs/transport/e2.proto says, and safe against any octets."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.transports import LARGEST_MESSAGE, Delivery
from oran_harness.transports.grpc.message import METHOD, SERVICE, UnusableMessage, decode, encode, file_description
from tests.architecture.sources import ROOT


def test_the_description_is_that_of_the_proto(tmp_path: Path) -> None:
    """What is described at run time is what protoc makes of specs/transport/e2.proto."""
    written = tmp_path / "description"
    specs = ROOT / "specs"
    subprocess.run(
        [
            *(sys.executable, "-m", "grpc_tools.protoc", f"--proto_path={specs}"),
            *(f"--descriptor_set_out={written}", "transport/e2.proto"),
        ],
        check=True,
    )
    (file,) = descriptor_pb2.FileDescriptorSet.FromString(written.read_bytes()).file
    assert file == file_description()
    assert f"{file.package}.{file.service[0].name}" == SERVICE
    assert file.service[0].method[0].name == METHOD


def test_on_the_wire() -> None:
    """Field 1 is the octets, field 2 the stream, field 3 the PPID; stream 0 is not written, PPID 0 is."""
    assert encode(b"\xab", 3, 70).hex(" ") == "0a 01 ab 10 03 18 46"
    assert encode(b"\xab", 0, 0).hex(" ") == "0a 01 ab 18 00"
    assert decode(bytes.fromhex("0a01ab")) == Delivery(b"\xab", 0, None)


@given(st.binary(min_size=1, max_size=50), st.integers(0, 0xFFFF), st.integers(0, 0xFFFF_FFFF))
def test_what_is_written_is_read(octets: bytes, stream: int, ppid: int) -> None:
    """Octets, stream and PPID come back as they were."""
    assert decode(encode(octets, stream, ppid)) == Delivery(octets, stream, ppid)


@given(st.binary(max_size=60))
def test_any_octets_are_a_message_or_are_refused(encoded: bytes) -> None:
    """Whatever comes, it is a message within the bounds or it is refused."""
    with suppress(UnusableMessage):
        delivery = decode(encoded)
        assert delivery.octets
        assert 0 <= delivery.stream <= 0xFFFF


@pytest.mark.parametrize(
    ("encoded", "why"),
    [
        (b"\xff", "no message of specs/transport/e2.proto"),
        (b"", "zero octets"),
        (encode(b"x", 65_536, 70), "on stream 65536"),
        (encode(bytes(LARGEST_MESSAGE + 1), 0, 70), "16777217 octets"),
    ],
)
def test_what_is_refused(encoded: bytes, why: str) -> None:
    """What cannot be carried is refused with the reason."""
    with pytest.raises(UnusableMessage, match=why):
        decode(encoded)
