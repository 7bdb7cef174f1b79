"""The messages of ``specs/o1/netconf.proto``, built from a description at run time: nothing is generated."""

from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.message import DecodeError

from oran_harness.transports.grpc.service import Service, UnusableMessage
from oran_harness.transports.link import LARGEST_MESSAGE, Delivery
from oran_harness.transports.message import check_only_stream

PACKAGE = "oran_harness.o1.v1"
PROTO = "specs/o1/netconf.proto"


def file_description() -> descriptor_pb2.FileDescriptorProto:
    """What ``specs/o1/netconf.proto`` says, as protoc would describe it."""
    field = descriptor_pb2.FieldDescriptorProto
    file = descriptor_pb2.FileDescriptorProto(name="o1/netconf.proto", package=PACKAGE, syntax="proto3")
    message = file.message_type.add(name="Message")
    message.field.add(name="xml", number=1, type=field.TYPE_BYTES, label=field.LABEL_OPTIONAL, json_name="xml")
    type_name = f".{PACKAGE}.Message"
    file.service.add(name="Netconf").method.add(
        name="Session", input_type=type_name, output_type=type_name, client_streaming=True, server_streaming=True
    )
    return file


def new_pool() -> descriptor_pool.DescriptorPool:
    """A pool of its own with the service: a program that has the generated code, too, is not disturbed."""
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file_description())
    return pool


_Message: Any = message_factory.GetMessageClass(new_pool().FindMessageTypeByName(f"{PACKAGE}.Message"))


def encode(octets: bytes, stream: int, ppid: int) -> bytes:
    """A message as it goes over the stream. Raises ``NoSuchStream`` for another stream than 0."""
    check_only_stream(stream)
    encoded: bytes = _Message(xml=octets).SerializeToString()
    return encoded


def decode(encoded: bytes) -> Delivery:
    """What came over the stream. Raises ``UnusableMessage``."""
    try:
        octets = _Message.FromString(encoded).xml
    except DecodeError:
        raise UnusableMessage(f"the far end sent what is no message of {PROTO}") from None
    if not octets:
        raise UnusableMessage("the far end sent a message without XML")
    if len(octets) > LARGEST_MESSAGE:
        raise UnusableMessage(
            f"the far end sent a message of {len(octets)} octets, and none has more than {LARGEST_MESSAGE}"
        )
    return Delivery(octets, 0, None)


NETCONF = Service(f"{PACKAGE}.Netconf", "Session", "NETCONF", PROTO, encode, decode)
"""NETCONF over gRPC."""
