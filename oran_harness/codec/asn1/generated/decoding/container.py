"""Decoders of whole messages that are lists of fields."""

from oran_harness.codec.asn1.container import Container
from oran_harness.codec.asn1.generated.decoding.body import Body, Branch
from oran_harness.codec.asn1.generated.decoding.decoders import Decoders
from oran_harness.codec.asn1.generated.decoding.open_types import in_open_type, read_behind
from oran_harness.codec.asn1.generated.decoding.strings import read_size
from oran_harness.codec.asn1.generated.decoding.structures import construct_record
from oran_harness.codec.asn1.generated.message import Message


def write_decoder(decoders: Decoders, message: Message, container: Container) -> str:
    """Add the decoder of a message; returns its name. Nobody looks at the head: its octets are known."""
    unit = decoders.unit
    name = unit.function_name()
    body = Body(unit, "start")
    body.line("d = o + BEHIND")
    if any(decoders.nests(field.content) for field in message.fields):
        body.line("n = 0")
    body.cursor.at = 8 * len(message.head)
    record = in_open_type(body, message.node.minimum_bits, lambda: _fields(decoders, body, message, container))
    body.off(f"{body.place()} != len(o)")
    body.line(f"return {record}")
    unit.function(f"def {name}(o):", body.lines)
    return name


def _fields(decoders: Decoders, body: Body, message: Message, container: Container) -> str:
    """The fields, each of which stands where its order has it or is absent."""
    if message.node.extended:
        body.rare(body.bits(1))
    count = read_size(body, message.list.size)
    there = []
    values = {}
    for row, field in zip(container.rows, message.fields, strict=True):
        if row.mandatory:
            values[row.member] = read_behind(decoders, body, field.head, field.content)
            continue
        value, flag = body.fresh(), body.fresh()
        there.append(flag)
        branches: list[Branch] = []
        here = body.place()
        with body.branch(f"if d[{here}:{here} + {len(field.head)}] == {field.head!r}:", branches):
            body.cursor.at += 8 * len(field.head)
            body.line(f"{value} = {read_behind(decoders, body, b'', field.content)}; {flag} = 1")
        with body.branch("else:", branches):
            body.line(f"{value} = None; {flag} = 0")
        body.join(branches)
        values[row.member] = value
    for row in container.rows:
        if row.values is not None:
            value = values[row.member]
            found = f"{body.unit.constant(row.values)}[{value}]"
            values[row.member] = body.keep(found if row.mandatory else f"None if {value} is None else {found}")
    mandatory = sum(row.mandatory for row in container.rows)
    body.off(f"{count} != {' + '.join([str(mandatory), *there])}")
    return construct_record(body, container.record, values)
