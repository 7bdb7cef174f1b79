"""Octets to values and back, by the types of one schema."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from oran_harness.codec.asn1.cache import parse, read_texts, recall
from oran_harness.codec.asn1.container import Container, Regular
from oran_harness.codec.asn1.decoded import Decoded
from oran_harness.codec.asn1.errors import DecodeError, EncodeError
from oran_harness.codec.asn1.fault import Fault, Misfit, join_path
from oran_harness.codec.asn1.field import FieldTable
from oran_harness.codec.asn1.generated.off import GIVEN_UP, REFUSED, Padded, Rare
from oran_harness.codec.asn1.generated.program import Decoder, Program
from oran_harness.codec.asn1.generated.twin import maker
from oran_harness.codec.asn1.illegal import Spoiled, spoil, write_complete
from oran_harness.codec.asn1.nodes.enumerated import Enumerated
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.reader import MAXIMUM_TRACE_NODES, Reader
from oran_harness.codec.asn1.trace import TraceNode
from oran_harness.codec.asn1.tree import Tree
from oran_harness.codec.asn1.walker import ATTEMPTS, ORDINARY, Chooser, Decision, Make, Plan, Shrunk, Walker, shrink
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.model.errors import InputError, UsageError

_decoded = maker(Decoded)


class Asn1Codec:
    """Aligned PER for the types of a schema.

    Types are named as in the schema; a name that several modules define is ``Module.Name``. Values are: int, bool,
    float (REAL), bytes (OCTET STRING), ``BitString``, str (strings, ENUMERATED), tuple (SEQUENCE OF), (name,
    value) (CHOICE), None (NULL; True for a present member of a SEQUENCE), and for a SEQUENCE the record class
    registered for its type, else a dict by ASN.1 member names without the absent ones. Unknown values of
    extensible types are ``unknown-N``, N counting the additions.

    ``path`` and ``offset`` (in octets) say where the octets lie in a larger message, for complaints. Immutable:
    threads may share it.
    """

    __slots__ = ("_nodes", "_program", "_walkers", "types")

    def __init__(self, nodes: Mapping[str, Node], kept: bool = False) -> None:
        self._nodes = dict(nodes)
        self._program = Program(self._nodes, kept)
        self._walkers: dict[Plan, Walker] = {}
        self.types = frozenset(self._nodes)

    def decode(
        self, type_name: str, octets: bytes, *, path: str = "", offset: int = 0, depth: int | None = None
    ) -> Any:
        """The value of octets that conform in every respect; raises ``DecodeError`` for the first thing wrong.

        With a ``depth`` only so many fields inside of each other are opened: deeper ones are ``Field`` without a value,
        and nothing is said about their octets. 0 opens the envelope of a message alone, 1 its container.
        """
        node = self.node(type_name)
        data = _plain(octets)
        try:
            return (_given_up if depth is not None else self._swift(node, type_name))(data)
        except GIVEN_UP:
            reader = Reader(data, offset)
            reader.depth = -1 if depth is None else max(depth, 0)
        # The same again, slower; what is wrong is told here.
        try:
            value = node.decode(reader)
            finish(reader)
        except Fault as fault:
            raise DecodeError(fault.complaint(path)) from None
        except RecursionError:
            raise DecodeError(_too_deep(reader).complaint(path)) from None
        return value

    def decode_conforming(self, type_name: str, octets: bytes, *, path: str = "", offset: int = 0) -> Decoded | None:
        """As ``decode_lenient``, but None, and sooner, for octets that break the syntax."""
        node = self.node(type_name)
        data = _plain(octets)
        try:
            return _decoded(self._swift(node, type_name)(data), (), len(data), ())
        except Padded:
            # Most octets whose padding is wrong are those of another edition, and soon break the syntax.
            if self._breaks_syntax(type_name, data):
                return None
            reader = Reader(data, offset)
        except Rare:
            reader = Reader(data, offset)
        except REFUSED:
            return None
        except GIVEN_UP:
            reader = Reader(data, offset)
        try:
            value = node.decode(reader)
            finish(reader)
            if not reader.unknown_additions:
                return Decoded(value, (), len(data))
        except Fault as fault:
            if fault.kind.breaks_syntax:
                return None
        except RecursionError:
            return None
        found = _lenient(node, Reader(data, offset), path)
        return None if any(complaint.kind.breaks_syntax for complaint in found.complaints) else found

    def decode_lenient(
        self,
        type_name: str,
        octets: bytes,
        *,
        path: str = "",
        offset: int = 0,
        thorough: bool = True,
        doubtful: bool = False,
    ) -> Decoded:
        """As much of the value as can be read, and all complaints; raises nothing for any octets.

        Not ``thorough``: nothing is read of octets that break the syntax, and the first such complaint is told.
        ``doubtful`` octets are likely to have something wrong; they take less time so, and more if they have not.
        """
        node = self.node(type_name)
        data = _plain(octets)
        if doubtful and thorough:
            return _lenient(node, Reader(data, offset), path)
        try:
            return _decoded(self._swift(node, type_name)(data), (), len(data), ())
        except GIVEN_UP:
            reader = Reader(data, offset)
        try:
            value = node.decode(reader)
            finish(reader)
            if not reader.unknown_additions:
                return Decoded(value, (), len(data))
        except Fault as fault:
            if not thorough and (complaint := fault.complaint(path)).kind.breaks_syntax:
                return Decoded(None, (complaint,), len(data))
        except RecursionError:
            pass
        # The same again, slower, with all complaints.
        return _lenient(node, Reader(data, offset), path)

    def trace(self, type_name: str, octets: bytes, *, path: str = "", offset: int = 0) -> TraceNode:
        """The value with the place of each of its parts, read as by ``decode_lenient``."""
        node = self.node(type_name)
        reader = Reader(_plain(octets), offset)
        reader.traced = MAXIMUM_TRACE_NODES
        start = reader.locate(0)
        value, _ = _examine(node, reader, path)
        end = reader.locate(reader.position)
        return TraceNode(type_name, node.type_name, start, end, value, tuple(reader.children), tuple(reader.own))

    def criticality_bits(self, type_name: str, octets: bytes) -> dict[str, int]:
        """The bit at which each field's criticality stands, by the field's path."""
        reader = Reader(_plain(octets))
        reader.places = {}
        _examine(self.node(type_name), reader, "")
        return reader.places

    def encode(self, type_name: str, value: Any) -> bytes:
        """The octets of a value; raises ``EncodeError`` if it does not fit the type."""
        node = self.node(type_name)
        try:
            return (self._program.encoders.get(type_name) or self._program.encoder(type_name))(value)
        except GIVEN_UP:
            writer = Writer()
        try:
            node.encode(writer, value)
        except Misfit as misfit:
            raise EncodeError(join_path(reversed(misfit.names)), misfit.message) from None
        except RecursionError:
            raise EncodeError("", "nested deeper than can be encoded") from None
        return writer.finish()

    def generate(self, type_name: str, chooser: Chooser, plan: Plan = ORDINARY) -> Any:
        """A legal value by the decisions of a chooser; ``maker`` is for those who want many."""
        return self.maker(type_name, plan)(chooser)

    def maker(self, type_name: str, plan: Plan = ORDINARY) -> Make:
        """The function that makes legal values of a type by the decisions of a chooser.

        Raises ``UsageError`` for types that asn1tools decodes and of which nothing is known.
        """
        walker = self._walkers.get(plan)
        if walker is None:
            walker = self._walkers[plan] = Walker(plan)
        return walker.maker(self.node(type_name))

    def shrink(
        self,
        type_name: str,
        decisions: Iterable[Decision],
        holds: Callable[[Any], bool],
        plan: Plan = ORDINARY,
        attempts: int = ATTEMPTS,
    ) -> Shrunk:
        """The plainest value for which ``holds`` is true that can be found from the decisions of a ``Recorder``.

        Raises ``ValueError`` if it is false of the value that they make.
        """
        return shrink(Walker(plan, True).maker(self.node(type_name)), list(decisions), holds, attempts=attempts)

    def spoil(self, type_name: str, value: Any, chooser: Chooser) -> Spoiled:
        """A legal value with one thing wrong in it, or in its encoding, for ``encode_illegal``.

        Raises ``EncodeError`` if the value is not legal.
        """
        self.encode(type_name, value)
        return spoil(self.node(type_name), value, chooser)

    def encode_illegal(self, type_name: str, value: Any) -> bytes:
        """The octets of a value that may break its type, or PER: whatever there are bits for, for negative tests.

        Numbers, sizes, characters and indices outside of their constraints; the forms of ``codec.asn1.illegal`` say the
        rest. Raises ``EncodeError`` for what has no bits.
        """
        try:
            return write_complete(self.node(type_name), value)
        except Misfit as misfit:
            raise EncodeError(join_path(reversed(misfit.names)), misfit.message) from None
        except RecursionError:
            raise EncodeError("", "nested deeper than can be encoded") from None

    def regular(self, container: Container) -> Regular:
        """How a message that is a list of fields is read into a record, and written from it, where it is regular.

        Raises ``UsageError`` if the schema has no such message.
        """
        return self._program.regular(self.node(container.type_name), container)

    def names(self, type_name: str) -> tuple[str, ...]:
        """The values of an ENUMERATED type; raises ``UsageError`` if it is none."""
        node = self.node(type_name)
        if not isinstance(node, Enumerated):
            raise UsageError(f"{type_name} is no ENUMERATED type")
        return (*node.root, *(node.additions or ()))

    def _swift(self, node: Node, type_name: str) -> Decoder:
        """The generated decoder of a type; what tells where it stood is left to the nodes."""
        made = self._program.decoders.get(type_name)
        if made is not None:
            return made
        if self._program.traits.has_places(node):
            return _given_up
        return self._program.decoder(type_name)

    def _breaks_syntax(self, type_name: str, data: bytes) -> bool:
        """Whether more is wrong with octets than padding, as far as that is soon told."""
        try:
            self._program.lax_decoder(type_name)(data)
        except REFUSED as refusal:
            return not isinstance(refusal, Rare)
        except GIVEN_UP:
            pass  # the nodes tell
        return False

    def node(self, type_name: str) -> Node:
        """The type of that name; raises ``UsageError`` if the schema has none."""
        try:
            return self._nodes[type_name]
        except KeyError:
            raise UsageError(f"the schema has no type {shown(type_name)}") from None


def _given_up(octets: bytes) -> Any:
    """Stands for a decoder where there is none that could be used."""
    raise Rare


def finish(reader: Reader) -> None:
    """Complain about octets behind the outermost value, which has at least one octet (X.691 11.1.4)."""
    used = reader.complete(0)
    total = len(reader.data)
    if total > used:
        reader.complain(
            ComplaintKind.TRAILING_OCTETS,
            8 * used,
            "the value ends before the octets do",
            f"{used} octets",
            f"{total} octets",
        )
    elif total < used:
        raise reader.truncated(8)


def _lenient(node: Node, reader: Reader, path: str) -> Decoded:
    """What ``decode_lenient`` returns, all of it."""
    value, complaints = _examine(node, reader, path)
    consumed = min(max((reader.position + 7) >> 3, 1), len(reader.data))
    return Decoded(value, complaints, consumed, tuple(reader.unknown_additions))


def _examine(node: Node, reader: Reader, path: str) -> tuple[Any, tuple[Complaint, ...]]:
    """Read leniently from the start of the reader."""
    complaints: list[Complaint] = []
    reader.complaints = complaints
    reader.prefix = path
    value: Any = None
    try:
        value = node.careful(reader)
        if not reader.broken:
            finish(reader)
    except Fault as fault:
        reader.note(fault)
    except RecursionError:
        reader.names.clear()
        reader.note(_too_deep(reader))
    return value, tuple(complaints)


def _too_deep(reader: Reader) -> Fault:
    return reader.fault(ComplaintKind.MALFORMED, reader.position, "nested deeper than can be decoded")


def _plain(octets: bytes) -> bytes:
    """The octets as ``bytes``, whatever holds them; a ``TypeError`` for what is none."""
    return octets if isinstance(octets, bytes) else bytes(memoryview(octets))


def load_schema(
    paths: Sequence[Path],
    records: Mapping[str, type] | None = None,
    fields: Mapping[str, FieldTable] | None = None,
) -> Asn1Codec:
    """The codec of a schema of one or more files.

    ``records`` maps names of SEQUENCE types to their record classes, ``fields`` names of SEQUENCE types of key,
    criticality and octets to the table that tells what the octets hold. Raises ``InputError`` if a file cannot be
    read or is no schema, ``UsageError`` if a record class or table does not fit its type.
    """
    texts = read_texts(paths)
    recalled = recall(texts)
    if recalled is not None:
        # A cache entry that asn1tools cannot compile is not what was kept: parse, and judge that.
        with suppress(Exception):
            return build(recalled, records or {}, fields or {}, kept=True)
    return build(parse(texts), records or {}, fields or {}, kept=True)


def build(
    parsed: dict[str, Any], records: Mapping[str, type], fields: Mapping[str, FieldTable], kept: bool = False
) -> Asn1Codec:
    """The codec of a parse tree, which is changed by it; raises ``InputError`` if the schema is not complete.

    ``kept`` keeps the code that is generated for it between runs.
    """
    # Imported here: asn1tools takes a tenth of a second, which a command's help must not cost.
    from oran_harness.codec.asn1.compiler import SchemaCompiler

    try:
        compiled = SchemaCompiler(parsed).process()
    except Exception as error:  # a CompileError, or what asn1tools stumbles over
        raise InputError(f"the schema cannot be compiled: {error}") from error
    tree = Tree(records, fields)
    nodes = {(module, name): tree.node(one.type) for module, types in compiled.items() for name, one in types.items()}
    tree.resolve(nodes)
    names = Counter(name for _, name in nodes)
    return Asn1Codec(
        {name if names[name] == 1 else f"{module}.{name}": node for (module, name), node in nodes.items()}, kept
    )
