"""The service as it is described at run time."""

import subprocess
import sys
from pathlib import Path

from google.protobuf import descriptor_pb2

from oran_harness.adapters.grpc.description import CALLS, MESSAGES, SERVICE, file_description
from tests.architecture.sources import ROOT


def test_the_description_is_that_of_the_proto(tmp_path: Path) -> None:
    """What is described at run time is what protoc makes of specs/adapter/adapter.proto."""
    written = tmp_path / "description"
    subprocess.run(
        [
            *(sys.executable, "-m", "grpc_tools.protoc", f"--proto_path={ROOT / 'specs'}"),
            *(f"--descriptor_set_out={written}", "adapter/adapter.proto"),
        ],
        check=True,
    )
    (file,) = descriptor_pb2.FileDescriptorSet.FromString(written.read_bytes()).file
    assert {each.name: each for each in file.message_type} == {
        each.name: each for each in file_description().message_type
    }
    assert (list(file.enum_type), list(file.service)) == (
        list(file_description().enum_type),
        list(file_description().service),
    )
    assert f"{file.package}.{file.service[0].name}" == SERVICE
    assert tuple(method.name for method in file.service[0].method) == CALLS


def test_every_call_has_its_messages() -> None:
    """A request and a reply each."""
    assert set(MESSAGES) == {f"{call}{kind}" for call in CALLS for kind in ("Request", "Reply")}
