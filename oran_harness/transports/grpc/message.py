"""The messages of ``specs/transport/e2.proto``, built from a description at run time: nothing is generated.

Code that protoc writes runs only with a protobuf library of its own age or younger; a description has no such bounds.
"""

from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.message import DecodeError

from oran_harness.transports.grpc.service import Service, UnusableMessage
from oran_harness.transports.link import LARGEST_MESSAGE, Delivery

PACKAGE = "oran_harness.transport.v1"
SERVICE = f"{PACKAGE}.E2Transport"
METHOD = "Associate"

_MOST_STREAM = 0xFFFF


def file_description() -> descriptor_pb2.FileDescriptorProto:
    """What ``specs/transport/e2.proto`` says, as protoc would describe it."""
    field = descriptor_pb2.FieldDescriptorProto
    file = descriptor_pb2.FileDescriptorProto(name="transport/e2.proto", package=PACKAGE, syntax="proto3")
    message = file.message_type.add(name="Message")
    for number, (name, kind) in enumerate(
        (("octets", field.TYPE_BYTES), ("stream", field.TYPE_UINT32), ("ppid", field.TYPE_UINT32)), start=1
    ):
        message.field.add(name=name, number=number, type=kind, label=field.LABEL_OPTIONAL, json_name=name)
    # A field that may be absent is written as the only member of a oneof.
    message.oneof_decl.add(name="_ppid")
    message.field[2].oneof_index = 0
    message.field[2].proto3_optional = True
    type_name = f".{PACKAGE}.Message"
    file.service.add(name="E2Transport").method.add(
        name=METHOD, input_type=type_name, output_type=type_name, client_streaming=True, server_streaming=True
    )
    return file


def _message_class() -> Any:
    # A pool of its own: a program that has the generated code, too, is not disturbed.
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file_description())
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{PACKAGE}.Message"))


_Message = _message_class()


def encode(octets: bytes, stream: int, ppid: int) -> bytes:
    """A message as it goes over the stream."""
    encoded: bytes = _Message(octets=octets, stream=stream, ppid=ppid).SerializeToString()
    return encoded


def decode(encoded: bytes) -> Delivery:
    """What came over the stream. Raises ``UnusableMessage``."""
    try:
        message = _Message.FromString(encoded)
    except DecodeError:
        raise UnusableMessage("the far end sent what is no message of specs/transport/e2.proto") from None
    octets = message.octets
    if not octets:
        raise UnusableMessage("the far end sent a message of zero octets, which no transport carries")
    if len(octets) > LARGEST_MESSAGE:
        raise UnusableMessage(
            f"the far end sent a message of {len(octets)} octets, and none has more than {LARGEST_MESSAGE}"
        )
    if message.stream > _MOST_STREAM:
        raise UnusableMessage(f"the far end sent a message on stream {message.stream}, and the last is {_MOST_STREAM}")
    return Delivery(octets, message.stream, message.ppid if message.HasField("ppid") else None)


E2 = Service(SERVICE, METHOD, "E2", "specs/transport/e2.proto", encode, decode)
"""E2 over gRPC."""
