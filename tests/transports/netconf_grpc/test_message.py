"""Messages of NETCONF over gRPC: as specs/o1/netconf.proto says, and safe against any octets."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.transports import LARGEST_MESSAGE, Delivery, NoSuchStream
from oran_harness.transports.grpc.service import UnusableMessage
from oran_harness.transports.netconf_grpc.message import NETCONF, decode, encode, file_description
from tests.architecture.sources import ROOT


def test_the_description_is_that_of_the_proto(tmp_path: Path) -> None:
    """What is described at run time is what protoc makes of specs/o1/netconf.proto."""
    written = tmp_path / "description"
    subprocess.run(
        [
            *(sys.executable, "-m", "grpc_tools.protoc", f"--proto_path={ROOT / 'specs'}"),
            *(f"--descriptor_set_out={written}", NETCONF.proto.removeprefix("specs/")),
        ],
        check=True,
    )
    (file,) = descriptor_pb2.FileDescriptorSet.FromString(written.read_bytes()).file
    assert file == file_description()
    assert f"/{file.package}.{file.service[0].name}/{file.service[0].method[0].name}" == NETCONF.path


@given(st.binary(min_size=1, max_size=50))
def test_what_is_written_is_read(octets: bytes) -> None:
    """One field of octets, and nothing else."""
    encoded = encode(octets, 0, 70)
    assert encoded == b"\x0a" + bytes([len(octets)]) + octets
    assert decode(encoded) == Delivery(octets, 0, None)


@given(st.binary(max_size=60))
def test_any_octets_are_a_message_or_are_refused(encoded: bytes) -> None:
    """Whatever comes, it is a message or it is refused."""
    with suppress(UnusableMessage):
        assert decode(encoded).octets


def test_what_is_refused() -> None:
    """What cannot be carried is refused with the reason."""
    for encoded, why in (
        (b"\xff", "no message of specs/o1/netconf.proto"),
        (b"", "without XML"),
        (encode(bytes(LARGEST_MESSAGE + 1), 0, 0), "16777217 octets"),
    ):
        with pytest.raises(UnusableMessage, match=why):
            decode(encoded)
    with pytest.raises(NoSuchStream):
        encode(b"x", 1, 0)
