"""Decoders of whole messages that are lists of fields."""

from oran_harness.codec.asn1.container import Container
from oran_harness.codec.asn1.generated.decoding.body import Body, Branch
from oran_harness.codec.asn1.generated.decoding.decoders import Decoders
from oran_harness.codec.asn1.generated.decoding.open_types import in_open_type, pass_head, read_field
from oran_harness.codec.asn1.generated.decoding.strings import read_size
from oran_harness.codec.asn1.generated.decoding.structures import construct_record
from oran_harness.codec.asn1.generated.message import Message


def write_decoder(decoders: Decoders, message: Message, container: Container) -> str:
    """Add the decoder of a message; returns its name. Deviations go to a list that it is given."""
    unit = decoders.unit
    name = unit.function_name()
    body = Body(unit, "start")
    body.line("d = o + BEHIND")
    if any(decoders.nests(field.content) for field in message.fields):
        body.line("n = 0")
    pass_head(body, message.head, b"")
    before = body.keep("len(c)")
    record = in_open_type(body, message.node.minimum_bits, lambda: _fields(decoders, body, message, container))
    body.off(f"{body.place()} != len(o)")
    with body.block(f"if len(c) > {before}:"):
        body.line(f"under(c, {before}, {message.head.row.name!r})")
    body.line(f"return {record}")
    unit.function(f"def {name}(o, c):", body.lines)
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
            values[row.member] = read_field(decoders, body, field.head, field.content)
            continue
        value, flag = body.fresh(), body.fresh()
        there.append(flag)
        branches: list[Branch] = []
        own, others = field.head.octets, body.unit.constant(field.head.others)
        here = body.place()
        head = body.keep(f"d[{here}:{here} + {len(own)}]")
        with body.branch(f"if {head} == {own!r} or {head} in {others}:", branches):
            with body.block(f"if {head} != {own!r}:"):
                body.line(f"other_criticality(c, d, {here}, {body.unit.constant(field.head)}, b'')")
            body.cursor.at += 8 * len(own)
            body.line(f"{value} = {read_field(decoders, body, field.head, field.content, whole=False)}; {flag} = 1")
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
