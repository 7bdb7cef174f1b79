"""Encoders of whole messages that are lists of fields."""

import dataclasses

from oran_harness.codec.asn1.container import Container
from oran_harness.codec.asn1.generated.encoding.body import Body, Branch
from oran_harness.codec.asn1.generated.encoding.encoders import Encoders
from oran_harness.codec.asn1.generated.encoding.open_types import in_open_type, write_open_type
from oran_harness.codec.asn1.generated.encoding.strings import write_size
from oran_harness.codec.asn1.generated.message import Message


def write_encoder(encoders: Encoders, message: Message, container: Container) -> str:
    """Add the encoder of a message; returns its name."""
    unit = encoders.unit
    name = unit.function_name()
    body = Body(unit, 0)
    body.off(f"type(v) is not {unit.constant(container.record)}")
    if any(encoders.nests(field.content) for field in message.fields):
        body.line("n = 0")
    known = {row.member for row in container.rows}
    for member in dataclasses.fields(container.record):
        if member.name not in known:
            body.off(f"v.{member.name} is not None")
    body.line(f"o = bytearray({message.head.octets!r})")
    in_open_type(body, lambda: _fields(encoders, body, message, container))
    body.line("return bytes(o)")
    unit.function(f"def {name}(v):", body.lines)
    return name


def _fields(encoders: Encoders, body: Body, message: Message, container: Container) -> None:
    values = [body.keep(f"v.{row.member}") for row in container.rows]
    mandatory = sum(row.mandatory for row in container.rows)
    there = [f"({value} is not None)" for value, row in zip(values, container.rows, strict=True) if not row.mandatory]
    if message.node.extended:
        body.put("0", 1)
    write_size(body, message.list.size, " + ".join([str(mandatory), *there]))
    for row, field, value in zip(container.rows, message.fields, values, strict=True):
        name = value
        branches: list[Branch] = []
        if row.mandatory:
            body.off(f"{value} is None")
        with body.branch("if True:" if row.mandatory else f"if {value} is not None:", branches):
            if row.values is not None:
                back = {what: name for name, what in row.values.items()}
                body.off(f"type({value}) is not {'int' if all(type(what) is int for what in back) else 'str'}")
                name = body.keep(f"{body.unit.constant(back)}[{value}]")
            body.put(str(int.from_bytes(field.head.octets)), 8 * len(field.head.octets))
            write_open_type(encoders, body, field.content, name)
        if not row.mandatory:
            with body.branch("else:", branches):
                body.align()
        body.join(branches)
