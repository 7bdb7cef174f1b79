"""Decoders of SEQUENCE, SET and CHOICE."""

import dataclasses
from functools import partial

from oran_harness.codec.asn1.generated.decoding.body import Body, Branch
from oran_harness.codec.asn1.generated.decoding.cursor import Cursor
from oran_harness.codec.asn1.generated.decoding.numbers import MOST
from oran_harness.codec.asn1.generated.decoding.open_types import in_open_type
from oran_harness.codec.asn1.generated.decoding.reading import Reading
from oran_harness.codec.asn1.generated.extent import begins_aligned
from oran_harness.codec.asn1.generated.twin import twin
from oran_harness.codec.asn1.nodes.additions import Additions
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.fields import Fields
from oran_harness.codec.asn1.nodes.members import Members
from oran_harness.codec.asn1.nodes.sequence import Sequence

Values = dict[str, str]
"""Keys of a record, and the expressions of their values."""


MANY = 6
"""So many optional components in a row are looked at together first, some at a time."""
TOGETHER = 4
"""That many at a time."""


def read_sequence(decoders: Reading, body: Body, node: Sequence, closing: bool) -> str:
    """SEQUENCE, SET."""
    blank = node.fields.blank
    values = {key: "None" if value is None else body.unit.constant(value) for key, value in blank.items()}
    head = body.keep(body.bits(node.members.width)) if node.members.width else "0"
    known = _single_values(node)
    if not known:
        return _read_rest(decoders, body, node, head, values, closing)
    # One look at the presence bits, and a record that is there already.
    name = body.keep(f"{body.unit.constant(known)}.get({head})")
    start = body.cursor.at
    other = body.keep(body.bits(1))
    branches: list[Branch] = []
    with body.branch(f"if {name} is None or {other}:", branches):
        body.cursor.at = start
        body.line(f"{name} = {_read_rest(decoders, body, node, head, values, closing)}")
        if closing:
            body.align()
    with body.branch("else:", branches):
        if closing:
            body.align()
    body.join(branches)
    return name


def _single_values(node: Sequence) -> dict[int, object]:
    """Frozen records by presence bits of which only one is set, for members that can be but one value, in one bit.

    None for types of a few members: what is saved is the look at all the others.
    """
    if node.fields.record is None or twin(node.fields.record) is None:
        return {}
    if len(node.members.optionals) < len(node.members.entries) or len(node.members.entries) < MANY:
        return {}
    return {
        mask: node.fields.make({**node.fields.blank, key: part.root[0]})
        for key, part, mask, _ in node.members.entries
        if isinstance(part, Enumerated) and len(part.root) == 1 and part.index.width == 1
    }


def _read_rest(decoders: Reading, body: Body, node: Sequence, head: str, values: Values, closing: bool) -> str:
    """What follows the presence bits."""
    read_members(decoders, body, node.members, head, values, closing and not node.additions.entries)
    if not node.extended:
        return construct(body, node.fields, values)
    extended = f"{head} & {node.extended}" if node.members.width > 1 else head
    if not node.additions.entries:
        body.rare(extended)
        return construct(body, node.fields, values)
    branches: list[Branch] = []
    with body.branch(f"if {extended}:", branches):
        later = read_additions(decoders, body, node.additions, values)
    with body.branch("else:", branches):
        for name, otherwise in later.items():
            body.line(f"{name} = {otherwise}")
        if closing:
            body.align()
    body.join(branches)
    return construct(body, node.fields, values)


def read_members(decoders: Reading, body: Body, members: Members, head: str, values: Values, closing: bool) -> None:
    """The components of a root or group into ``values``; ``head`` holds the presence bits."""
    place = 0
    while place < len(members.entries):
        stop = _optional_run(members, place)
        if stop - place < MANY:
            stop = place + 1
            _read_member(decoders, body, members, head, place, values, closing)
        else:
            stop = place + TOGETHER
            _read_together(decoders, body, members, head, range(place, stop), values, closing)
        place = stop


def _optional_run(members: Members, place: int) -> int:
    """The place behind a run of optional components."""
    while place < len(members.entries) and members.entries[place][2]:
        place += 1
    return place


def _read_together(
    decoders: Reading, body: Body, members: Members, head: str, places: range, values: Values, closing: bool
) -> None:
    """Optional components of which often none is present: that is one look then, not one for each."""
    keys = [members.entries[place][0] for place in places]
    absent = [values.get(key, "None") for key in keys]
    names = [body.fresh() for _ in keys]
    mask = sum(members.entries[place][2] for place in places)
    branches: list[Branch] = []
    with body.branch(f"if {head} & {mask}:", branches):
        for place in places:
            _read_member(decoders, body, members, head, place, values, closing)
        for name, key in zip(names, keys, strict=True):
            body.line(f"{name} = {values[key]}")
    with body.branch("else:", branches):
        for otherwise in dict.fromkeys(absent):
            given = [name for name, each in zip(names, absent, strict=True) if each == otherwise]
            body.line(f"{' = '.join(given)} = {otherwise}")
        if _aligned_behind(members, places[-1], closing):
            body.align()
    body.join(branches)
    values.update(zip(keys, names, strict=True))


def _read_member(
    decoders: Reading, body: Body, members: Members, head: str, place: int, values: Values, closing: bool
) -> None:
    """One component, if it is present."""
    key, node, mask, member = members.entries[place]
    following = _aligned_behind(members, place, closing)
    if not mask:
        values[key] = body.keep(decoders.read_part(body, node, repr(member), following))
        return
    otherwise = values.get(key, "None")
    values[key] = body.either(
        f"{head} & {mask}" if members.width > 1 else head,
        lambda: decoders.read_part(body, node, repr(member), following),
        lambda: otherwise,
        following,
    )


def _aligned_behind(members: Members, place: int, closing: bool) -> bool:
    """Whether whatever follows a member begins at an octet boundary."""
    for _, node, mask, _ in members.entries[place + 1 :]:
        if not begins_aligned(node):
            return False
        if not mask:
            return True
    return closing


def read_additions(decoders: Reading, body: Body, additions: Additions, values: Values) -> Values:
    """The extension additions into ``values``; returns the variables set here, with what they are without them."""
    entries = additions.entries
    count = body.keep(body.bits(7))
    body.rare(f"not {count} < {min(len(entries), MOST)}")
    present = body.fresh()
    width = f"({count} + 1)"
    body.go(Cursor("p"))
    body.line(f"p += {width}")
    body.line(f"{present} = from_bytes(d[p - {width} >> 3:p + 7 >> 3]) >> (-p & 7) & (2 << {count}) - 1")
    body.off(f"not {present}")
    if len(entries) > 1:
        body.line(f"{present} <<= {len(entries) - 1} - {count}")
    body.align()
    later: Values = {}
    for place, (member, key, node, members) in enumerate(entries):
        mask = 1 << (len(entries) - 1 - place)
        keys = [key] if key else [one for one, *_ in members.entries]
        branches: list[Branch] = []
        inside: Values = {}
        with body.branch(f"if {present} & {mask}:", branches):
            if key:
                inside[key] = decoders.read_part(body, node, repr(member))
            else:
                inside = {one: values.get(one, "None") for one in keys}
                in_open_type(body, members.minimum_bits, partial(_read_group, decoders, body, members, inside))
            names = [body.fresh() for _ in keys]
            for name, one in zip(names, keys, strict=True):
                body.line(f"{name} = {inside[one]}")
        with body.branch("else:", branches):
            for name, one in zip(names, keys, strict=True):
                otherwise = values.get(one, "None")
                body.line(f"{name} = {otherwise}")
                later[name] = otherwise
        body.join(branches)
        values.update(zip(keys, names, strict=True))
    return later


def _read_group(decoders: Reading, body: Body, members: Members, values: Values) -> str:
    """An addition group inside of its open type."""
    head = body.keep(body.bits(members.width)) if members.width else "0"
    read_members(decoders, body, members, head, values, True)
    return "None"


def construct(body: Body, fields: Fields, values: Values) -> str:
    """The record of these values, or the dict without those that are absent."""
    record = fields.record
    if record is None:
        name = body.keep(f"{{{', '.join(f'{key!r}: {value}' for key, value in values.items())}}}")
        return f"{{k: v for k, v in {name}.items() if v is not None}}"
    return construct_record(body, record, values)


def construct_record(body: Body, record: type, values: Values) -> str:
    """The record of these values, None for those that are not given."""
    copy = twin(record)
    if copy is None:
        given = ", ".join(f"{key}={value}" for key, value in values.items())
        return f"{body.unit.constant(record)}({given})"
    name = body.keep(f"new({body.unit.constant(copy)})")
    for field in dataclasses.fields(record):
        body.line(f"{name}.{field.name} = {values.get(field.name, 'None')}")
    body.line(f"{name}.__class__ = {body.unit.constant(record)}")
    return name


def read_choice(decoders: Reading, body: Body, node: Choice, closing: bool) -> str:
    """CHOICE."""
    index = node.index
    value = body.fresh()
    start = body.cursor.at
    if index.aligned is not None:
        if index.extensible:
            body.rare(body.bits(1))
        body.align()
        number = body.keep(body.bits(index.aligned.width))
    else:
        number = body.keep(body.bits(index.width))
    branches: list[Branch] = []
    word = "if"
    for place, (name, inner) in enumerate(node.root):
        with body.branch(f"{word} {number} == {place}:", branches):
            body.line(f"{value} = ({name!r}, {decoders.read_part(body, inner, repr(name), closing)})")
            if closing:
                body.align()
        word = "elif"
    if node.additions and index.aligned is None:
        with body.branch(f"elif {number} >= {1 << index.width - 1}:", branches):
            body.cursor.at = start + 1
            number = body.keep(body.bits(7))
            inner_branches: list[Branch] = []
            word = "if"
            for place, (name, outer) in enumerate(node.additions[:MOST]):
                with body.branch(f"{word} {number} == {place}:", inner_branches):
                    body.line(f"{value} = ({name!r}, {decoders.read_part(body, outer, repr(name))})")
                word = "elif"
            body.line(f"else: raise {'Rare' if len(node.additions) > MOST else 'Off'}")
            body.join(inner_branches)
    body.line("else: raise Off")
    body.join(branches)
    return value
