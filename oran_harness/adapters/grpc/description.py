"""The messages and the service of ``specs/adapter/adapter.proto``, built at run time: nothing is generated.

Code that protoc writes runs only with a protobuf library of its own age or younger; a description has no such bounds.
"""

from collections.abc import Mapping
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

PACKAGE = "oran_harness.adapter.v1"
SERVICE = f"{PACKAGE}.Adapter"
CALLS = ("Describe", "Start", "Stop", "Reset", "Stimulate", "Health", "Collect")

_Field = descriptor_pb2.FieldDescriptorProto
_TEXT, _OCTETS, _FLAG, _NUMBER = _Field.TYPE_STRING, _Field.TYPE_BYTES, _Field.TYPE_BOOL, _Field.TYPE_SINT32
# The fields of each message, numbered from 1: name, kind, and whether it may be absent; messages without are left out.
_FIELDS: Mapping[str, tuple[tuple[str, int | str, bool], ...]] = {
    "DescribeReply": (("product", _TEXT, False), ("version", _TEXT, True), ("stimuli", "StimulusNames", False)),
    "StartRequest": (("peer_uri", _TEXT, True), ("own_uri", _TEXT, True), ("e2ap", _TEXT, True)),
    "StimulateRequest": (("name", _TEXT, False), ("arguments", _TEXT, False)),
    "StimulateReply": (("status", "StimulusStatus", False), ("details", _TEXT, False)),
    "HealthReply": (("alive", _FLAG, False), ("detail", _TEXT, False), ("exit_status", _NUMBER, True)),
}
_STATUSES = ("STATUS_UNSPECIFIED", "STATUS_DONE", "STATUS_UNSUPPORTED", "STATUS_FAILED")


def file_description() -> descriptor_pb2.FileDescriptorProto:
    """What ``specs/adapter/adapter.proto`` says, as protoc would describe it."""
    file = descriptor_pb2.FileDescriptorProto(name="adapter/adapter.proto", package=PACKAGE, syntax="proto3")
    service = file.service.add(name="Adapter")
    for call in CALLS:
        for kind in ("Request", "Reply"):
            _message(file, f"{call}{kind}")
            if call == "Describe" and kind == "Reply":
                names = file.message_type.add(name="StimulusNames")
                names.field.add(name="names", number=1, type=_TEXT, label=_Field.LABEL_REPEATED, json_name="names")
        service.method.add(name=call, input_type=f".{PACKAGE}.{call}Request", output_type=f".{PACKAGE}.{call}Reply")
    statuses = file.enum_type.add(name="StimulusStatus")
    for number, name in enumerate(_STATUSES):
        statuses.value.add(name=name, number=number)
    _files(next(each for each in file.message_type if each.name == "CollectReply"))
    return file


def _message(file: descriptor_pb2.FileDescriptorProto, name: str) -> None:
    message = file.message_type.add(name=name)
    for number, (field_name, kind, optional) in enumerate(_FIELDS.get(name, ()), start=1):
        field = message.field.add(name=field_name, number=number, label=_Field.LABEL_OPTIONAL)
        first, *others = field_name.split("_")
        field.json_name = first + "".join(map(str.capitalize, others))
        if isinstance(kind, int):
            field.type = kind
        else:
            field.type = _Field.TYPE_ENUM if kind == "StimulusStatus" else _Field.TYPE_MESSAGE
            field.type_name = f".{PACKAGE}.{kind}"
        if optional:
            # A field that may be absent is written as the only member of a oneof.
            field.oneof_index = len(message.oneof_decl)
            field.proto3_optional = True
            message.oneof_decl.add(name=f"_{field_name}")


def _files(message: descriptor_pb2.DescriptorProto) -> None:
    """A map is a list of pairs."""
    entry = message.nested_type.add(name="FilesEntry")
    entry.options.map_entry = True
    for number, (name, kind) in enumerate((("key", _TEXT), ("value", _OCTETS)), start=1):
        entry.field.add(name=name, number=number, type=kind, label=_Field.LABEL_OPTIONAL, json_name=name)
    message.field.add(
        name="files",
        number=1,
        type=_Field.TYPE_MESSAGE,
        label=_Field.LABEL_REPEATED,
        type_name=f".{PACKAGE}.CollectReply.FilesEntry",
        json_name="files",
    )


def new_pool() -> descriptor_pool.DescriptorPool:
    """A pool of its own with the service: a program that has the generated code, too, is not disturbed."""
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file_description())
    return pool


def _message_classes() -> dict[str, Any]:
    pool = new_pool()
    names = [f"{call}{kind}" for call in CALLS for kind in ("Request", "Reply")]
    return {name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{PACKAGE}.{name}")) for name in names}


MESSAGES: Mapping[str, Any] = _message_classes()
"""The classes of all requests and replies, by name."""
