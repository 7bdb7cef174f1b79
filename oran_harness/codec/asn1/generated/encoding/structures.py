"""Encoders of SEQUENCE, SET and CHOICE."""

from functools import partial
from typing import Protocol

from oran_harness.codec.asn1.generated.encoding.body import Body, Branch
from oran_harness.codec.asn1.generated.encoding.numbers import MOST
from oran_harness.codec.asn1.generated.encoding.open_types import in_open_type, write_open_type
from oran_harness.codec.asn1.generated.extent import begins_aligned
from oran_harness.codec.asn1.nodes.additions import Additions
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.fields import Fields
from oran_harness.codec.asn1.nodes.members import Member, Members
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.sequence import Sequence

Names = list[str]
"""The variables that hold the members' values, in order."""


MANY = 6
"""So many optional components in a row are looked at together first, some at a time."""
TOGETHER = 4
"""That many at a time."""


class Writing(Protocol):
    """What writes the types inside a type."""

    def write(self, body: Body, node: Node, value: str, closing: bool = False) -> None:
        """Append what writes a value."""


def write_sequence(encoders: Writing, body: Body, node: Sequence, value: str, closing: bool) -> None:
    """SEQUENCE, SET."""
    names = take(body, node.fields, value)
    additions = node.additions
    present = [_addition_present(body, members, names, bool(key)) for _, key, _, members in additions.entries]
    if not present:
        write_members(encoders, body, node.members, names, "0" if node.extended else "", closing)
        return
    extended = body.keep(" or ".join(present))
    write_members(encoders, body, node.members, names, extended, False)
    branches: list[Branch] = []
    with body.branch(f"if {extended}:", branches):
        _write_additions(encoders, body, additions, names, present)
    with body.branch("else:", branches):
        if closing:
            body.align()
    body.join(branches)


def take(body: Body, fields: Fields, value: str) -> Names:
    """The members' values; other than the record class itself, or a dict where there is none, is left to the nodes."""
    record = fields.record
    if record is None:
        body.off(f"type({value}) is not dict or not {value}.keys() <= {body.unit.constant(fields.keys)}.keys()")
        return [body.keep(f"{value}.get({name!r})") for name in fields.names]
    body.off(f"type({value}) is not {body.unit.constant(record)}")
    own = set(fields.keys.values())
    for key in fields.blank:
        if key not in own:
            body.off(f"{value}.{key} is not None")
    return [body.keep(f"{value}.{fields.keys[name]}") for name in fields.names]


def _present(body: Body, member: Member, name: str) -> str:
    """That a component has a value other than its default."""
    if member.default is None:
        return f"{name} is not None"
    default = body.unit.constant(member.default)
    if isinstance(member.node, BitStringNode):
        return f"{name} is not None and not same({body.unit.constant(member.node)}, {name}, {default})"
    return f"{name} is not None and {name} != {default}"


def _addition_present(body: Body, members: Members, names: Names, single: bool) -> str:
    """A variable that tells whether an addition or addition group is there."""
    defaults = {place: member for place, _, member in members.optionals}
    found = []
    for place in members.places:
        member = defaults.get(place)
        found.append(f"({_present(body, member, names[place]) if member else f'{names[place]} is not None'})")
    return body.keep(" or ".join(found))


def write_members(encoders: Writing, body: Body, members: Members, names: Names, extended: str, closing: bool) -> None:
    """The components of a root or group; ``extended`` is the extension bit, if there is one."""
    if extended:
        body.put(extended, 1)
    head = body.fresh()
    if len(members.optionals) < MANY:
        there = {}
        for place, mask, member in members.optionals:
            there[mask] = body.keep(_present(body, member, names[place]))
            body.put(there[mask], 1)
    else:
        body.line(f"{head} = 0")
        for place, mask, member in members.optionals:
            body.line(f"if {_present(body, member, names[place])}: {head} |= {mask}")
        there = {mask: f"{head} & {mask}" for _, mask, _ in members.optionals}
        body.put(head, len(members.optionals))
    number = 0
    while number < len(members.writes):
        stop = number
        while stop < len(members.writes) and members.writes[stop][2]:
            stop += 1
        if stop - number < MANY:
            stop = number + 1
            _write_member(encoders, body, members, names, there, number, closing)
        else:
            stop = number + TOGETHER
            mask = sum(write[2] for write in members.writes[number:stop])
            branches: list[Branch] = []
            with body.branch(f"if {head} & {mask}:", branches):
                for each in range(number, stop):
                    _write_member(encoders, body, members, names, there, each, closing)
            with body.branch("else:", branches):
                if _aligned_behind(members, stop - 1, closing):
                    body.align()
            body.join(branches)
        number = stop


def _write_member(
    encoders: Writing,
    body: Body,
    members: Members,
    names: Names,
    there: dict[int, str],
    number: int,
    closing: bool,
) -> None:
    """One component, if it is there; ``there`` has conditions by presence bit."""
    place, node, mask, _, _ = members.writes[number]
    following = _aligned_behind(members, number, closing)
    if not mask:
        encoders.write(body, node, names[place], following)
        return
    branches: list[Branch] = []
    with body.branch(f"if {there[mask]}:", branches):
        encoders.write(body, node, names[place], following)
        if following:
            body.align()
    with body.branch("else:", branches):
        if following:
            body.align()
    body.join(branches)


def _aligned_behind(members: Members, number: int, closing: bool) -> bool:
    """Whether whatever follows a member begins at an octet boundary."""
    for _, node, mask, _, _ in members.writes[number + 1 :]:
        if not begins_aligned(node):
            return False
        if not mask:
            return True
    return closing


def _write_additions(encoders: Writing, body: Body, additions: Additions, names: Names, present: Names) -> None:
    """The bit-map and the additions; at least one is there."""
    entries = additions.entries
    if len(entries) > MOST:
        body.line("raise Off")
    body.put(str(len(entries) - 1), 7)
    for name in present:
        body.put(name, 1)
    body.align()
    for there, (_, key, node, members) in zip(present, entries, strict=True):
        branches: list[Branch] = []
        with body.branch(f"if {there}:", branches):
            if key:
                write_open_type(encoders, body, node.inner, names[members.places[0]])
            else:
                in_open_type(body, partial(write_members, encoders, body, members, names, "", True))
        with body.branch("else:", branches):
            pass
        body.join(branches)


def write_choice(encoders: Writing, body: Body, node: Choice, value: str, closing: bool) -> None:
    """CHOICE."""
    body.off(f"type({value}) is not tuple")
    chosen, content = body.fresh(), body.fresh()
    body.line(f"{chosen}, {content} = {value}")
    index = node.index
    branches: list[Branch] = []
    word = "if"
    for place, (name, inner) in enumerate(node.root):
        with body.branch(f"{word} {chosen} == {name!r}:", branches):
            if index.aligned is None:
                body.put(str(place), index.width)
            else:
                body.put("0", int(index.extensible))
                body.align()
                body.put(str(place), index.aligned.width)
            encoders.write(body, inner, content, closing)
            if closing:
                body.align()
        word = "elif"
    for place, (name, outer) in enumerate((node.additions or ())[:MOST]):
        with body.branch(f"elif {chosen} == {name!r}:", branches):
            body.put("1", 1)
            body.put(str(place), 7)
            write_open_type(encoders, body, outer.inner, content)
    body.line("else: raise Off")
    body.join(branches)
